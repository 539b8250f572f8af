-- The klantregister has no field for a note that the citizen may not read: it is kept here, by our own reference.
CREATE TABLE interne_notities (
  register text NOT NULL,
  referentienummer text NOT NULL,
  tekst_versleuteld text NOT NULL,
  geschreven_op timestamptz NOT NULL,
  PRIMARY KEY (register, referentienummer)
);
