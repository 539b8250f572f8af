-- Who gave the number: with it a zaak that stands in two registers is known as one. Empty until it is read again.
ALTER TABLE zaakindex ADD COLUMN bronorganisatie text NOT NULL DEFAULT '';
ALTER TABLE zaakindex ADD COLUMN dubbel boolean NOT NULL DEFAULT false;
CREATE INDEX zaakindex_dubbel ON zaakindex (zaaknummer, bronorganisatie) WHERE dubbel;

-- The first day on which a zaak asks for attention, as domain/termijn.ts has it: five days before its term ends, or when
-- less than a fifth of the term is left.
ALTER TABLE zaakindex ADD COLUMN let_op date GENERATED ALWAYS AS (
  CASE WHEN opgeschort THEN NULL ELSE coalesce(uiterlijk, streefdatum)
    - greatest(5, (coalesce(uiterlijk, streefdatum) - startdatum - 1) / 5) END
) STORED;

-- A page comes from the first two in the order of urgency, a count from the third alone.
DROP INDEX zaakindex_open_termijn;
DROP INDEX zaakindex_open_afdeling;
DROP INDEX zaakindex_soort;
CREATE INDEX zaakindex_open_termijn ON zaakindex (termijn, startdatum, id) WHERE einddatum IS NULL;
CREATE INDEX zaakindex_open_afdeling ON zaakindex (afdeling, termijn, startdatum, id) WHERE einddatum IS NULL;
CREATE INDEX zaakindex_soort ON zaakindex (soort, vertrouwelijkheid)
  INCLUDE (termijn, let_op, opgeschort, register) WHERE einddatum IS NULL;
CREATE INDEX zaakindex_gesloten ON zaakindex (einddatum DESC, id) WHERE einddatum IS NOT NULL;

-- How far the round over the open zaken of a register is, so that a restart goes on where it was.
CREATE TABLE indexronden (
  register text PRIMARY KEY,
  begonnen_op timestamptz NOT NULL,
  -- The page that comes next; null before the first and after the last.
  volgende text,
  -- Begin of the last round that was completed.
  voltooid_van timestamptz,
  loper uuid,
  loopt_tot timestamptz
);
-- What a round reads unchanged it does not write again: when a row was read is no longer asked.
DROP INDEX zaakindex_ronde;
CREATE INDEX zaakindex_register ON zaakindex (register, id) WHERE einddatum IS NULL;

-- The last look at a klant who is followed: uuids and states of contacts and terugbelverzoeken, no text.
CREATE TABLE klantronden (
  klant text PRIMARY KEY,
  gelezen_op timestamptz NOT NULL,
  contacten jsonb
);
