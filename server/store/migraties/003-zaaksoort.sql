-- All that rights on a zaak depend on, but its vertrouwelijkheid, as one value: a right is then one hashed look-up a row
-- instead of a test for every kind of zaak, and the kinds there are can be read from the index alone.
ALTER TABLE zaakindex ADD COLUMN soort text GENERATED ALWAYS AS (
  afdeling || chr(31) || zaaktype_identificatie || chr(31) || groep || chr(31) || CASE WHEN intern THEN '1' ELSE '0' END
) STORED;
DROP INDEX zaakindex_open_rechten;
CREATE INDEX zaakindex_soort ON zaakindex (soort, vertrouwelijkheid, termijn) WHERE einddatum IS NULL;
CREATE INDEX zaakindex_alle_soorten ON zaakindex (soort);
