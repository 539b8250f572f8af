import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { GebeurtenisSoort } from '../../shared/contracts/gebeurtenis.ts';
import type {
  Handeling,
  Kanaal,
  Niveau,
  Rol,
  Verificatie,
  Vertrouwelijkheid,
} from '../../shared/contracts/waarden.ts';
import type { Zaakgroep } from '../domain/zaakgroep.ts';

/** The tables of migraties/*.sql in drizzle's words; column names are the snake_case of these (`casing` in store.ts). */
const moment = () => timestamp({ withTimezone: true, mode: 'date' });
const dag = () => date({ mode: 'string' });

export const sessies = pgTable('sessies', {
  sid: text().primaryKey(),
  medewerker: text(),
  inhoud: jsonb().$type<unknown>().notNull(),
  verlooptOp: moment().notNull(),
});

export const klantverwijzingen = pgTable('klantverwijzingen', {
  id: text().primaryKey(),
  soort: text().$type<'persoon' | 'bedrijf'>().notNull(),
  hash: text().notNull().unique(),
  nummerVersleuteld: text().notNull(),
});

export const klantPartijen = pgTable('klant_partijen', {
  partij: uuid().primaryKey(),
  klant: text().notNull(),
});

export const klantopeningen = pgTable(
  'klantopeningen',
  {
    medewerker: text().notNull(),
    klant: text().notNull(),
    doel: text().notNull(),
    geopendOp: moment().notNull(),
    tot: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.medewerker, t.klant, t.doel] })],
);

export const gesprekken = pgTable('gesprekken', {
  id: uuid().primaryKey(),
  medewerker: text().notNull(),
  kanaal: text().$type<Kanaal>().notNull(),
  klant: text(),
  verificatie: text().$type<Verificatie>().notNull(),
  tekstVersleuteld: text().notNull(),
  bekekenZaken: jsonb().$type<string[]>().notNull(),
  gestartOp: moment().notNull(),
  bewaardOp: moment().notNull(),
});

export const outbox = pgTable(
  'outbox',
  {
    id: uuid().primaryKey(),
    volgnummer: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    soort: text().$type<'contactmoment' | 'substatus' | 'status'>().notNull(),
    volgordeSleutel: text().notNull(),
    inhoudVersleuteld: text().notNull(),
    inhoudHash: text().notNull(),
    stap: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    medewerker: text().notNull(),
    register: text().notNull(),
    idempotentie: text().notNull(),
    toestand: text().$type<'wacht' | 'bezorgd' | 'geweigerd'>().notNull().default('wacht'),
    pogingen: integer().notNull().default(0),
    volgendePoging: moment().notNull(),
    lease: uuid(),
    leaseTot: moment(),
    reden: text(),
    fouten: jsonb().$type<{ pad: string; code: string; melding: string }[]>().notNull().default([]),
    bronId: text(),
    aangemaaktOp: moment().notNull(),
    afgerondOp: moment(),
  },
  (t) => [unique().on(t.medewerker, t.idempotentie)],
);

export const taakstand = pgTable('taakstand', {
  naam: text().primaryKey(),
  geluktOp: moment(),
  misluktOp: moment(),
  reden: text(),
});

export const inbox = pgTable('inbox', {
  id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  kanaal: text().notNull(),
  hoofdObject: text().notNull(),
  resource: text().notNull(),
  resourceUrl: text().notNull(),
  actie: text().notNull(),
  aanmaakdatum: moment().notNull(),
  ontvangenOp: moment().notNull(),
  pogingen: integer().notNull().default(0),
  volgendePoging: moment(),
  lease: uuid(),
  leaseTot: moment(),
  reden: text(),
});

export const gebeurtenissen = pgTable('gebeurtenissen', {
  volgnummer: bigint({ mode: 'number' }).primaryKey(),
  soort: text().$type<GebeurtenisSoort>().notNull(),
  onderwerp: text().notNull(),
  verwijstNaar: text(),
  tijdstip: moment().notNull(),
  door: text(),
  bron: text(),
  niveau: text().$type<Niveau>().notNull(),
  zaken: jsonb().$type<string[]>(),
});

export const verwerkingen = pgTable(
  'verwerkingen',
  {
    maand: text().notNull(),
    schrijver: text().notNull(),
    volgnummer: integer().notNull(),
    tijdstip: moment().notNull(),
    medewerker: text().notNull(),
    handeling: text().notNull(),
    betrokkene: text(),
    voorwerp: text(),
    doel: text().notNull(),
    registers: jsonb().$type<string[]>().notNull(),
    traceId: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.maand, t.schrijver, t.volgnummer] })],
);

export const verwerkingenKetens = pgTable(
  'verwerkingen_ketens',
  {
    maand: text().notNull(),
    schrijver: text().notNull(),
    aantal: integer().notNull(),
    hash: text().notNull(),
    afgeslotenOp: moment(),
  },
  (t) => [primaryKey({ columns: [t.maand, t.schrijver] })],
);

export const interneNotities = pgTable(
  'interne_notities',
  {
    register: text().notNull(),
    referentienummer: text().notNull(),
    tekstVersleuteld: text().notNull(),
    geschrevenOp: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.register, t.referentienummer] })],
);

export const zaakindex = pgTable('zaakindex', {
  id: text().primaryKey(),
  register: text().notNull(),
  zaaktype: text().notNull(),
  zaaktypeIdentificatie: text().notNull(),
  zaaktypeOmschrijving: text().notNull(),
  zaaknummer: text().notNull(),
  bronorganisatie: text().notNull().default(''),
  /** Another register has it too, or had. */
  dubbel: boolean().notNull().default(false),
  afdeling: text().notNull(),
  groep: text().$type<Zaakgroep>().notNull(),
  intern: boolean().notNull(),
  vertrouwelijkheid: smallint().notNull(),
  statustype: text(),
  startdatum: dag().notNull(),
  streefdatum: dag(),
  uiterlijk: dag(),
  einddatum: dag(),
  opgeschort: boolean().notNull(),
  hoofdzaak: text(),
  bijgewerktOp: moment().notNull(),
  /** afdeling, zaaktypeIdentificatie, groep and intern in one: see migraties/003-zaaksoort.sql. */
  soort: text().generatedAlwaysAs(
    sql`afdeling || chr(31) || zaaktype_identificatie || chr(31) || groep || chr(31) || CASE WHEN intern THEN '1' ELSE '0' END`,
  ),
  termijn: dag().generatedAlwaysAs(
    sql`CASE WHEN opgeschort THEN NULL ELSE coalesce(uiterlijk, streefdatum) END`,
  ),
  /** See migraties/010-zaakindex-en-ronden.sql. */
  letOp: dag().generatedAlwaysAs(
    sql`CASE WHEN opgeschort THEN NULL ELSE coalesce(uiterlijk, streefdatum) - greatest(5, (coalesce(uiterlijk, streefdatum) - startdatum - 1) / 5) END`,
  ),
});

export const indexronden = pgTable('indexronden', {
  register: text().primaryKey(),
  begonnenOp: moment().notNull(),
  volgende: text(),
  voltooidVan: moment(),
  loper: uuid(),
  looptTot: moment(),
});

/** Per contact the states of its terugbelverzoeken, by uuid. */
export type Contactstand = Record<string, Record<string, string>>;

export const klantronden = pgTable('klantronden', {
  klant: text().primaryKey(),
  gelezenOp: moment().notNull(),
  contacten: jsonb().$type<Contactstand>(),
});

/** A status as far as it is kept: which step, and when (instant). */
export interface BewaardeStatus {
  uuid: string;
  statustype: string;
  datumStatusGezet: string;
}

/** The days of a besluit (`YYYY-MM-DD`); what was decided is not kept. */
export interface BewaardBesluit {
  uuid: string;
  datum: string | null;
  verzenddatum: string | null;
  uiterlijkeReactiedatum: string | null;
}

export const zaakverloop = pgTable('zaakverloop', {
  zaak: text().primaryKey(),
  statussen: jsonb().$type<BewaardeStatus[]>(),
  statussenOp: moment().notNull(),
  besluiten: jsonb().$type<BewaardBesluit[]>(),
  besluitenOp: moment().notNull(),
});

export const paden = pgTable(
  'paden',
  {
    register: text().notNull(),
    zaaktype: uuid().notNull(),
    stappen: jsonb().$type<string[]>().notNull(),
    uitgangen: jsonb().$type<string[]>().notNull(),
    verborgen: jsonb().$type<string[]>().notNull(),
    bron: text().$type<'ingesteld' | 'geleerd'>().notNull(),
    aantal: integer().notNull(),
    tegenspraak: boolean().notNull(),
    reeksen: jsonb().$type<string[][]>().notNull(),
    bijgewerktOp: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.register, t.zaaktype, t.bron] })],
);

export const matrix = pgTable('matrix', {
  volgorde: integer().primaryKey(),
  rol: text().$type<Rol>().notNull(),
  eigen: boolean().notNull(),
  afdeling: text(),
  groep: text().$type<Zaakgroep>(),
  zaaktype: text(),
  niveau: text().$type<Niveau>().notNull(),
  handelingen: jsonb().$type<Handeling[]>().notNull(),
  maximaal: text().$type<Vertrouwelijkheid>().notNull(),
});

export const opschortingen = pgTable('opschortingen', {
  zaak: text().primaryKey(),
  sinds: dag(),
  tot: dag(),
});

export const doelen = pgTable('doelen', {
  code: text().primaryKey(),
  naam: text().notNull(),
  rollen: jsonb().$type<Rol[]>().notNull(),
});
