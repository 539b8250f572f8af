-- The own store of the console. Instants are timestamptz, days are date. Text that can name a person is encrypted
-- (columns that end in _versleuteld: see store/sleutels.ts); numbers of persons are found by keyed hash only.

CREATE TABLE sessies (
  sid text PRIMARY KEY,
  medewerker text,
  inhoud jsonb NOT NULL,
  verloopt_op timestamptz NOT NULL
);
CREATE INDEX sessies_medewerker ON sessies (medewerker);
CREATE INDEX sessies_verloopt_op ON sessies (verloopt_op);

CREATE TABLE klantverwijzingen (
  id text PRIMARY KEY,
  soort text NOT NULL CHECK (soort IN ('persoon', 'bedrijf')),
  hash text NOT NULL UNIQUE,
  nummer_versleuteld text NOT NULL,
  aangemaakt_op timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE klant_partijen (
  partij uuid PRIMARY KEY,
  klant text NOT NULL REFERENCES klantverwijzingen (id) ON DELETE CASCADE
);
CREATE INDEX klant_partijen_klant ON klant_partijen (klant);

CREATE TABLE klantopeningen (
  medewerker text NOT NULL,
  klant text NOT NULL,
  doel text NOT NULL,
  geopend_op timestamptz NOT NULL,
  tot timestamptz NOT NULL,
  PRIMARY KEY (medewerker, klant, doel)
);
CREATE INDEX klantopeningen_tot ON klantopeningen (tot);

CREATE TABLE gesprekken (
  id uuid PRIMARY KEY,
  medewerker text NOT NULL,
  kanaal text NOT NULL,
  klant text,
  verificatie text NOT NULL,
  tekst_versleuteld text NOT NULL,
  bekeken_zaken jsonb NOT NULL,
  gestart_op timestamptz NOT NULL,
  bewaard_op timestamptz NOT NULL
);
CREATE INDEX gesprekken_medewerker ON gesprekken (medewerker, gestart_op);

CREATE TABLE outbox (
  id uuid PRIMARY KEY,
  volgnummer bigint GENERATED ALWAYS AS IDENTITY,
  soort text NOT NULL,
  volgorde_sleutel text NOT NULL,
  inhoud_versleuteld text NOT NULL,
  inhoud_hash text NOT NULL,
  stap jsonb NOT NULL DEFAULT '{}',
  medewerker text NOT NULL,
  register text NOT NULL,
  idempotentie text NOT NULL,
  toestand text NOT NULL DEFAULT 'wacht' CHECK (toestand IN ('wacht', 'bezorgd', 'geweigerd')),
  pogingen integer NOT NULL DEFAULT 0,
  volgende_poging timestamptz NOT NULL,
  lease uuid,
  lease_tot timestamptz,
  reden text,
  bron_id text,
  aangemaakt_op timestamptz NOT NULL,
  afgerond_op timestamptz,
  UNIQUE (medewerker, idempotentie)
);
CREATE INDEX outbox_wacht ON outbox (volgorde_sleutel, volgnummer) WHERE toestand = 'wacht';
CREATE INDEX outbox_beurt ON outbox (volgende_poging) WHERE toestand = 'wacht';
CREATE INDEX outbox_medewerker ON outbox (medewerker, toestand);

CREATE TABLE inbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kanaal text NOT NULL,
  hoofd_object text NOT NULL,
  resource text NOT NULL,
  resource_url text NOT NULL,
  actie text NOT NULL,
  aanmaakdatum timestamptz NOT NULL,
  ontvangen_op timestamptz NOT NULL,
  pogingen integer NOT NULL DEFAULT 0,
  volgende_poging timestamptz,
  lease uuid,
  lease_tot timestamptz,
  reden text
);
CREATE INDEX inbox_beurt ON inbox (volgende_poging, id);

-- Numbers are drawn by store/gebeurtenissen.ts under a lock held until commit: commit order, not draw order.
CREATE SEQUENCE gebeurtenis_volgnummer;
CREATE TABLE gebeurtenissen (
  volgnummer bigint PRIMARY KEY,
  soort text NOT NULL,
  onderwerp text NOT NULL,
  verwijst_naar text,
  tijdstip timestamptz NOT NULL,
  door text
);
CREATE INDEX gebeurtenissen_onderwerp ON gebeurtenissen (onderwerp, volgnummer);
CREATE INDEX gebeurtenissen_tijdstip ON gebeurtenissen (tijdstip);

-- Partitions (verwerkingen_JJJJ_MM) are attached by store/verwerkingen.ts; a month that ended by retention leaves its
-- row in verwerkingen_ketens as the checkpoint.
CREATE TABLE verwerkingen (
  maand text NOT NULL,
  schrijver text NOT NULL,
  volgnummer integer NOT NULL,
  tijdstip timestamptz NOT NULL,
  medewerker text NOT NULL,
  handeling text NOT NULL,
  betrokkene text,
  voorwerp text,
  doel text NOT NULL,
  registers jsonb NOT NULL,
  trace_id text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (maand, schrijver, volgnummer)
) PARTITION BY LIST (maand);
CREATE INDEX verwerkingen_tijdstip ON verwerkingen (tijdstip);
CREATE INDEX verwerkingen_betrokkene ON verwerkingen (betrokkene, tijdstip);
CREATE INDEX verwerkingen_medewerker ON verwerkingen (medewerker, tijdstip);
CREATE TABLE verwerkingen_ketens (
  maand text NOT NULL,
  schrijver text NOT NULL,
  aantal integer NOT NULL,
  hash text NOT NULL,
  afgesloten_op timestamptz,
  PRIMARY KEY (maand, schrijver)
);

CREATE TABLE zaakindex (
  id text PRIMARY KEY,
  register text NOT NULL,
  zaaktype text NOT NULL,
  zaaktype_identificatie text NOT NULL,
  zaaktype_omschrijving text NOT NULL,
  zaaknummer text NOT NULL,
  afdeling text NOT NULL,
  groep text NOT NULL,
  intern boolean NOT NULL,
  vertrouwelijkheid smallint NOT NULL,
  statustype text,
  startdatum date NOT NULL,
  streefdatum date,
  uiterlijk date,
  einddatum date,
  opgeschort boolean NOT NULL,
  hoofdzaak text,
  bijgewerkt_op timestamptz NOT NULL,
  -- A term that is suspended does not run: such a zaak is not urgent.
  termijn date GENERATED ALWAYS AS (CASE WHEN opgeschort THEN NULL ELSE coalesce(uiterlijk, streefdatum) END) STORED
);
CREATE INDEX zaakindex_open_termijn ON zaakindex (termijn, id) WHERE einddatum IS NULL;
CREATE INDEX zaakindex_open_afdeling ON zaakindex (afdeling, termijn, id) WHERE einddatum IS NULL;
CREATE INDEX zaakindex_open_rechten
  ON zaakindex (afdeling, zaaktype_identificatie, groep, intern, vertrouwelijkheid, termijn) WHERE einddatum IS NULL;
CREATE INDEX zaakindex_afdeling ON zaakindex (afdeling, startdatum);
CREATE INDEX zaakindex_zaaknummer ON zaakindex (zaaknummer);
CREATE INDEX zaakindex_ronde ON zaakindex (register, bijgewerkt_op);

CREATE TABLE paden (
  register text NOT NULL,
  zaaktype uuid NOT NULL,
  stappen jsonb NOT NULL,
  uitgangen jsonb NOT NULL,
  verborgen jsonb NOT NULL,
  bron text NOT NULL CHECK (bron IN ('ingesteld', 'geleerd')),
  aantal integer NOT NULL,
  tegenspraak boolean NOT NULL,
  reeksen jsonb NOT NULL,
  bijgewerkt_op timestamptz NOT NULL,
  PRIMARY KEY (register, zaaktype, bron)
);

CREATE TABLE matrix (
  volgorde integer PRIMARY KEY,
  rol text NOT NULL,
  eigen boolean NOT NULL,
  afdeling text,
  groep text,
  zaaktype text,
  niveau text NOT NULL,
  handelingen jsonb NOT NULL,
  maximaal text NOT NULL
);

CREATE TABLE opschortingen (
  zaak text PRIMARY KEY,
  sinds date,
  tot date
);

CREATE TABLE doelen (
  code text PRIMARY KEY,
  naam text NOT NULL,
  rollen jsonb NOT NULL
);
INSERT INTO doelen (code, naam, rollen) VALUES
  ('klantcontact', 'Vragen van inwoners en ondernemers beantwoorden', '["kcc", "balie", "teamleider", "behandelaar"]'),
  ('behandeling', 'Een zaak behandelen', '["behandelaar", "teamleider"]'),
  ('klachtbehandeling', 'Een klacht behandelen (Awb hoofdstuk 9)', '["klachten", "behandelaar"]'),
  ('kwaliteit', 'De kwaliteit van het klantcontact bewaken', '["teamleider"]');
