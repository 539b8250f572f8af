-- What a klantbeeld would otherwise ask of the register again and again for each zaak: ids and days, no text, no person.
-- `statussen_op` and `besluiten_op` are the moment of reading, or of forgetting: what was read before that is not kept.
CREATE TABLE zaakverloop (
  zaak text PRIMARY KEY,
  statussen jsonb,
  statussen_op timestamptz NOT NULL,
  besluiten jsonb,
  besluiten_op timestamptz NOT NULL
);
CREATE INDEX zaakverloop_besluiten ON zaakverloop USING gin (besluiten jsonb_path_ops);
