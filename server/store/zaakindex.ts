import {
  getTableColumns,
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  isNotNull,
  lt,
  lte,
  ne,
  not,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z as zod } from 'zod';
import { VERTROUWELIJKHEDEN, type Vertrouwelijkheid } from '../../shared/contracts/waarden.ts';
import type { Zaakgroep } from '../domain/zaakgroep.ts';
import { zaakindex } from './schema.ts';
import { rijen, type Db } from './db.ts';

/**
 * What a list needs to sort and count by urgency and rights, because no register can: ids, kind, afdeling,
 * vertrouwelijkheid, status and days. No text of the zaak, no person. Over 300 lines because a right, its column and its
 * query must be read side by side: apart they drift, and then a count tells what a list hides.
 */
export interface Indexrij {
  /** `<register>~<uuid>` */
  id: string;
  register: string;
  /** uuid of the version of the zaaktype. */
  zaaktype: string;
  zaaktypeIdentificatie: string;
  zaaktypeOmschrijving: string;
  zaaknummer: string;
  /** RSIN of who gave the zaaknummer; empty where it was not read yet. */
  bronorganisatie: string;
  afdeling: string;
  groep: Zaakgroep;
  /** Zaaktype with indicatieInternOfExtern `intern`. */
  intern: boolean;
  vertrouwelijkheid: Vertrouwelijkheid;
  /** uuid, null while there is no status. */
  statustype: string | null;
  startdatum: string;
  streefdatum: string | null;
  /** Uiterlijke einddatum afdoening: the wettelijke term. */
  uiterlijk: string | null;
  einddatum: string | null;
  opgeschort: boolean;
  hoofdzaak: string | null;
  bijgewerktOp: Date;
}

/**
 * Which zaken someone may see: those that fulfil one clause entirely. An absent condition matches all, an empty list
 * matches nothing, and no clause at all is no access.
 */
export type RechtFilter = readonly {
  /** `identificatie` of zaaktypen. */
  zaaktypen?: readonly string[];
  nietZaaktypen?: readonly string[];
  afdelingen?: readonly string[];
  nietAfdelingen?: readonly string[];
  groepen?: readonly Zaakgroep[];
  nietGroepen?: readonly Zaakgroep[];
  intern?: boolean;
  /** Rank in VERTROUWELIJKHEDEN, included. */
  maxVertrouwelijkheid: number;
}[];

export type Urgentie = 'te_laat' | 'deze_week' | 'later';

export interface IndexFilter {
  /** true: open only; false: closed only. */
  open?: boolean | undefined;
  afdeling?: string | undefined;
  /** One of these; an empty list matches nothing. */
  afdelingen?: readonly string[] | undefined;
  zaaktype?: string | undefined;
  zaaknummer?: string | undefined;
  register?: string | undefined;
  urgentie?: Urgentie | undefined;
  ids?: readonly string[] | undefined;
}

const z = zaakindex;
/** The same zaak as another register has it. */
const ander = alias(zaakindex, 'ander');
const rangVan = (aanduiding: Vertrouwelijkheid) => VERTROUWELIJKHEDEN.indexOf(aanduiding);
/** Between the parts of the column `soort`: no name has it. */
const SCHEIDING = '\u001f';
const naarRij = ({ vertrouwelijkheid, ...rij }: Indexrij) => ({
  ...rij,
  afdeling: rij.afdeling.replaceAll(SCHEIDING, ' '),
  zaaktypeIdentificatie: rij.zaaktypeIdentificatie.replaceAll(SCHEIDING, ' '),
  vertrouwelijkheid: rangVan(vertrouwelijkheid),
});

/** Made of the others by the database, to sort, count and judge by. */
type Afgeleid = 'termijn' | 'letOp' | 'soort' | 'dubbel';
const zonderAfgeleid = <T extends Record<Afgeleid, unknown>>(alle: T) => {
  const { termijn: _termijn, letOp: _letOp, soort: _soort, dubbel: _dubbel, ...rest } = alle;
  return rest;
};
const kolommen = zonderAfgeleid(getTableColumns(z));
const anderKolommen = zonderAfgeleid(getTableColumns(ander));

function vanRij(rij: Omit<typeof zaakindex.$inferSelect, Afgeleid>): Indexrij {
  return { ...rij, vertrouwelijkheid: VERTROUWELIJKHEDEN[rij.vertrouwelijkheid] ?? 'zeer_geheim' };
}

const nieuwe = (kolom: string) => sql.raw(`excluded.${kolom}`);

/** Adds or replaces rows by id; a row that was read earlier than what is kept changes nothing. */
export async function bewaar(db: Db, rijen: readonly Indexrij[]): Promise<void> {
  // One statement may name a row once only: the newest reading of each zaak stands for it.
  const uniek = [
    ...new Map(
      rijen
        .toSorted((a, b) => a.bijgewerktOp.getTime() - b.bijgewerktOp.getTime())
        .map((rij) => [rij.id, rij]),
    ).values(),
  ];
  for (let van = 0; van < uniek.length; van += 500)
    await db
      .insert(z)
      .values(uniek.slice(van, van + 500).map(naarRij))
      .onConflictDoUpdate({
        target: z.id,
        set: {
          zaaktype: nieuwe('zaaktype'),
          zaaktypeIdentificatie: nieuwe('zaaktype_identificatie'),
          zaaktypeOmschrijving: nieuwe('zaaktype_omschrijving'),
          zaaknummer: nieuwe('zaaknummer'),
          bronorganisatie: nieuwe('bronorganisatie'),
          afdeling: nieuwe('afdeling'),
          groep: nieuwe('groep'),
          intern: nieuwe('intern'),
          vertrouwelijkheid: nieuwe('vertrouwelijkheid'),
          statustype: nieuwe('statustype'),
          startdatum: nieuwe('startdatum'),
          streefdatum: nieuwe('streefdatum'),
          uiterlijk: nieuwe('uiterlijk'),
          einddatum: nieuwe('einddatum'),
          opgeschort: nieuwe('opgeschort'),
          hoofdzaak: nieuwe('hoofdzaak'),
          bijgewerktOp: nieuwe('bijgewerkt_op'),
        },
        setWhere: sql`excluded.bijgewerkt_op >= ${z.bijgewerktOp}`,
      });
  await merkDubbel(db, uniek);
}

/**
 * Marks what stands in two registers. A statement of its own, after the rows can be read by all: of two processes that
 * each write one of the two, the later one sees both. A mark that is no longer true costs a look-up and hides nothing.
 */
async function merkDubbel(db: Db, geschreven: readonly Indexrij[]): Promise<void> {
  for (let van = 0; van < geschreven.length; van += 500) {
    const nummers = geschreven.slice(van, van + 500).map(({ zaaknummer }) => zaaknummer);
    await db
      .update(z)
      .set({ dubbel: true })
      .from(ander)
      .where(
        and(
          eq(z.dubbel, false),
          inArray(z.zaaknummer, nummers),
          // Once more, so that the other one is looked up as well.
          inArray(ander.zaaknummer, nummers),
          eq(ander.zaaknummer, z.zaaknummer),
          eq(ander.bronorganisatie, z.bronorganisatie),
          ne(ander.bronorganisatie, ''),
          ne(ander.register, z.register),
        ),
      );
  }
}

/** What a large change leaves behind goes, and the database knows what it has: PGlite does neither by itself. */
export async function ordenOp(db: Db): Promise<void> {
  await db.execute(sql`VACUUM (ANALYZE) zaakindex`);
}

export async function verwijder(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.delete(z).where(inArray(z.id, [...ids]));
}

export async function lees(db: Db, ids: readonly string[]): Promise<Indexrij[]> {
  if (ids.length === 0) return [];
  return (
    await db
      .select(kolommen)
      .from(z)
      .where(inArray(z.id, [...ids]))
  ).map(vanRij);
}

/** Open zaken of a register in order of id, after `na`, with when each was last written. */
export async function openVan(
  db: Db,
  vraag: { register: string; na: string; hoogstens: number },
): Promise<{ id: string; bijgewerktOp: Date }[]> {
  return db
    .select({ id: z.id, bijgewerktOp: z.bijgewerktOp })
    .from(z)
    .where(and(eq(z.register, vraag.register), isNull(z.einddatum), gt(z.id, vraag.na)))
    .orderBy(asc(z.id))
    .limit(vraag.hoogstens);
}

/** As the column `soort` has it; null where the clause names no single kind. */
function soortVan(c: RechtFilter[number]): string | null {
  const delen = [c.afdelingen, c.zaaktypen, c.groepen];
  if (delen.some((deel) => deel?.length !== 1) || c.intern === undefined) return null;
  if (c.nietZaaktypen !== undefined || c.nietAfdelingen !== undefined || c.nietGroepen !== undefined)
    return null;
  return [...delen.flatMap((deel) => deel ?? []), c.intern ? '1' : '0'].join(SCHEIDING);
}

function magZien(recht: RechtFilter, t: typeof z | typeof ander = z): SQL {
  // A clause that names one kind of zaak goes by that kind, together with all others of the same height.
  const perHoogte = new Map<number, string[]>();
  const overig = recht.filter((c) => {
    const soort = soortVan(c);
    if (soort !== null)
      perHoogte.set(c.maxVertrouwelijkheid, [...(perHoogte.get(c.maxVertrouwelijkheid) ?? []), soort]);
    return soort === null;
  });
  const opSoort = [...perHoogte].map(([hoogste, soorten]) =>
    and(inArray(t.soort, soorten), lte(t.vertrouwelijkheid, hoogste)),
  );
  const clausules = overig.map((c) =>
    and(
      c.zaaktypen === undefined ? undefined : inArray(t.zaaktypeIdentificatie, [...c.zaaktypen]),
      c.nietZaaktypen === undefined ? undefined : notInArray(t.zaaktypeIdentificatie, [...c.nietZaaktypen]),
      c.afdelingen === undefined ? undefined : inArray(t.afdeling, [...c.afdelingen]),
      c.nietAfdelingen === undefined ? undefined : notInArray(t.afdeling, [...c.nietAfdelingen]),
      c.groepen === undefined ? undefined : inArray(t.groep, [...c.groepen]),
      c.nietGroepen === undefined ? undefined : notInArray(t.groep, [...c.nietGroepen]),
      c.intern === undefined ? undefined : eq(t.intern, c.intern),
      lte(t.vertrouwelijkheid, c.maxVertrouwelijkheid),
    ),
  );
  return or(...opSoort, ...clausules) ?? sql`false`;
}

/** The same identificatie of the same organisation in another of these registers; what has no organisation has no double. */
const isDezelfde = (registers: readonly string[]): SQL | undefined =>
  and(
    eq(ander.zaaknummer, z.zaaknummer),
    eq(ander.bronorganisatie, z.bronorganisatie),
    ne(ander.zaaknummer, ''),
    ne(ander.bronorganisatie, ''),
    ne(ander.register, z.register),
    inArray(ander.register, [...registers]),
    // Few, so that they are looked up among themselves.
    eq(ander.dubbel, true),
  );

/**
 * A zaak that stands in two registers is one: the register that comes first in `registers` leads, and who may not see the
 * one may not see the other. Registers that are not named (no longer configured) have no rows.
 */
function isTeZien(recht: RechtFilter, registers: readonly string[]): SQL | undefined {
  const gaatVoor = registers
    .slice(1)
    .map((register, n) => and(eq(z.register, register), inArray(ander.register, registers.slice(0, n + 1))));
  return and(
    inArray(z.register, [...registers]),
    magZien(recht),
    registers.length < 2
      ? undefined
      : sql`NOT EXISTS (SELECT 1 FROM ${z} ander WHERE ${and(isDezelfde(registers), or(...gaatVoor, not(magZien(recht, ander))))})`,
  );
}

/** Sunday of the week of this day; in the weekend the next one, as the week to work in is then the coming one. */
function eindeVanDeWeek(vandaag: string): string {
  const dag = new Date(`${vandaag}T00:00:00Z`);
  const weekdag = dag.getUTCDay();
  dag.setUTCDate(dag.getUTCDate() + (weekdag === 6 ? 8 : 7 - weekdag));
  return dag.toISOString().slice(0, 10);
}

/** te_laat: the term has passed; deze_week: it ends by Sunday; later: all others, also without a term or suspended. */
function inGroep(urgentie: Urgentie, vandaag: string): SQL | undefined {
  const zondag = eindeVanDeWeek(vandaag);
  if (urgentie === 'te_laat') return lt(z.termijn, vandaag);
  if (urgentie === 'deze_week') return and(gte(z.termijn, vandaag), lte(z.termijn, zondag));
  return sql`(${z.termijn} IS NULL OR ${z.termijn} > ${zondag})`;
}

interface Werkvraag {
  recht: RechtFilter;
  filter: IndexFilter;
  /** Ids of the configured zaakregisters, in the order of the configuration. */
  registers: readonly string[];
  /** `YYYY-MM-DD` in Europe/Amsterdam. */
  vandaag: string;
}

function waar({ recht, filter: f, registers, vandaag }: Werkvraag): SQL | undefined {
  return and(
    isTeZien(recht, registers),
    f.open === undefined ? undefined : f.open ? isNull(z.einddatum) : isNotNull(z.einddatum),
    f.afdeling === undefined ? undefined : eq(z.afdeling, f.afdeling),
    f.afdelingen === undefined ? undefined : inArray(z.afdeling, [...f.afdelingen]),
    f.zaaknummer === undefined ? undefined : eq(z.zaaknummer, f.zaaknummer),
    f.zaaktype === undefined ? undefined : eq(z.zaaktypeIdentificatie, f.zaaktype),
    f.register === undefined ? undefined : eq(z.register, f.register),
    f.urgentie === undefined ? undefined : inGroep(f.urgentie, vandaag),
    f.ids === undefined ? undefined : inArray(z.id, [...f.ids]),
  );
}

const VELDEN = {
  verwachteEinddatum: z.termijn,
  startdatum: z.startdatum,
  einddatum: z.einddatum,
  zaaknummer: z.zaaknummer,
  zaaktype: z.zaaktypeOmschrijving,
  afdeling: z.afdeling,
} as const;
type IndexSort = readonly ['urgentie' | keyof typeof VELDEN, 'ASC' | 'DESC'];

type Toestand = 'te_laat' | 'let_op' | 'op_tijd' | 'opgeschort' | 'onbekend' | 'afgerond';

/** The states of a term as domain/termijn.ts has them. */
function inToestand(toestand: Toestand, vandaag: string): SQL | undefined {
  const open = isNull(z.einddatum);
  switch (toestand) {
    case 'te_laat':
      return and(open, lt(z.termijn, vandaag));
    case 'let_op':
      return and(open, gte(z.termijn, vandaag), lte(z.letOp, vandaag));
    case 'op_tijd':
      return and(open, gt(z.letOp, vandaag));
    case 'opgeschort':
      return and(open, eq(z.opgeschort, true));
    case 'onbekend':
      return and(open, isNull(z.termijn), eq(z.opgeschort, false));
    case 'afgerond':
      return isNotNull(z.einddatum);
  }
}

/**
 * The order of domain/urgentie.ts: by state of the term, in it the fewest days left, then the oldest; of closed ones the
 * newest first. Descending turns the running ones round. State by state, so that a page is read from an index.
 */
const URGENTIE = {
  ASC: ['te_laat', 'let_op', 'op_tijd', 'opgeschort', 'onbekend', 'afgerond'],
  DESC: ['op_tijd', 'let_op', 'te_laat', 'opgeschort', 'onbekend', 'afgerond'],
} as const satisfies Record<string, readonly Toestand[]>;

function volgordeIn(toestand: Toestand, richting: 'ASC' | 'DESC'): SQL[] {
  const op = richting === 'ASC' ? asc : desc;
  if (toestand === 'afgerond') return [desc(z.einddatum)];
  if (toestand === 'onbekend') return [op(z.startdatum)];
  const einde = toestand === 'opgeschort' ? sql`coalesce(${z.uiterlijk}, ${z.streefdatum})` : z.termijn;
  return [op(einde), op(z.startdatum)];
}

async function bladzijde(
  db: Db,
  vraag: Werkvraag & { van: number; hoeveel: number },
  waarbij: SQL | undefined,
  volgorde: readonly SQL[],
): Promise<Indexrij[]> {
  const gevonden = await db
    .select(kolommen)
    .from(z)
    .where(and(waar(vraag), waarbij))
    .orderBy(...volgorde, asc(z.id))
    .offset(vraag.van)
    .limit(vraag.hoeveel);
  return gevonden.map(vanRij);
}

async function opUrgentie(db: Db, vraag: Lijstvraag): ReturnType<typeof lijst> {
  const [, richting] = vraag.sort;
  const tel = (toestand: Toestand) =>
    sql<number>`count(*) FILTER (WHERE ${inToestand(toestand, vraag.vandaag)})`.mapWith(Number);
  const [aantallen] = await db
    .select({
      te_laat: tel('te_laat'),
      let_op: tel('let_op'),
      op_tijd: tel('op_tijd'),
      opgeschort: tel('opgeschort'),
      onbekend: tel('onbekend'),
      // Not asked of open ones, so that the count is read from the index of those.
      afgerond: vraag.filter.open === true ? sql<number>`0`.mapWith(Number) : tel('afgerond'),
    })
    .from(z)
    .where(waar(vraag));
  const uit: Indexrij[] = [];
  let voor = 0;
  for (const toestand of URGENTIE[richting]) {
    const aantal = aantallen?.[toestand] ?? 0;
    const van = Math.max(0, vraag.van - voor);
    const hoeveel = Math.min(aantal, vraag.tot + 1 - voor) - van;
    if (hoeveel > 0)
      uit.push(
        ...(await bladzijde(
          db,
          { ...vraag, van, hoeveel },
          inToestand(toestand, vraag.vandaag),
          volgordeIn(toestand, richting),
        )),
      );
    voor += aantal;
  }
  return { rijen: uit, totaal: voor };
}

type Lijstvraag = Werkvraag & { sort: IndexSort; van: number; tot: number };

/**
 * Rows `van` to `tot` (both included) of what may be seen, with their number in all. `urgentie` ascending is the most
 * urgent first; without a term comes last either way, and equal rows keep the order of their id.
 */
export async function lijst(db: Db, vraag: Lijstvraag): Promise<{ rijen: Indexrij[]; totaal: number }> {
  const [veld, richting] = vraag.sort;
  if (veld === 'urgentie') return opUrgentie(db, vraag);
  const kolom = VELDEN[veld];
  // Ascending has its empty values last by itself, and then the index serves.
  const volgorde = richting === 'ASC' ? asc(kolom) : sql`${desc(kolom)} NULLS LAST`;
  const hoeveel = vraag.tot - vraag.van + 1;
  const rijen = await bladzijde(db, { ...vraag, hoeveel }, undefined, [volgorde]);
  const [telling] = await db.select({ totaal: count() }).from(z).where(waar(vraag));
  return { rijen, totaal: telling?.totaal ?? 0 };
}

/** How many there are in each group of urgency, of what may be seen. */
export async function tellingen(db: Db, vraag: Werkvraag): Promise<Record<Urgentie, number>> {
  const tel = (urgentie: Urgentie) =>
    sql<number>`count(*) FILTER (WHERE ${inGroep(urgentie, vraag.vandaag)})`.mapWith(Number);
  const [rij] = await db
    .select({ te_laat: tel('te_laat'), deze_week: tel('deze_week'), later: tel('later') })
    .from(z)
    .where(waar(vraag));
  return rij ?? { te_laat: 0, deze_week: 0, later: 0 };
}

/** Of these zaken the same one in other registers, by id; a zaak without one has no entry. */
export async function dubbelen(
  db: Db,
  ids: readonly string[],
  registers: readonly string[],
): Promise<ReadonlyMap<string, Indexrij[]>> {
  if (ids.length === 0 || registers.length < 2) return new Map();
  const gevonden = await db
    .select({ van: z.id, rij: anderKolommen })
    .from(z)
    .innerJoin(ander, isDezelfde(registers))
    .where(inArray(z.id, [...ids]));
  return new Map(
    [...Map.groupBy(gevonden, ({ van }) => van)].map(([van, rijen]) => [
      van,
      rijen.map(({ rij }) => vanRij(rij)),
    ]),
  );
}

// Written by `bewaar` alone, which takes nothing but a Zaakgroep.
const groepTekst = zod.custom<Zaakgroep>((waarde) => typeof waarde === 'string');
const Soort = zod
  .object({ soort: zod.string() })
  .transform(({ soort }) => soort.split(SCHEIDING))
  .pipe(zod.tuple([zod.string(), zod.string(), groepTekst, zod.enum(['0', '1'])]))
  .transform(([afdeling, zaaktype, groep, intern]) => ({
    afdeling,
    zaaktype,
    groep,
    intern: intern === '1',
  }));

/**
 * Every kind of zaak there is: what rights depend on, apart from the vertrouwelijkheid. Hops from one to the next in
 * the index, because `DISTINCT` would read every row.
 */
export async function soorten(db: Db): Promise<zod.infer<typeof Soort>[]> {
  return rijen(
    db,
    Soort,
    sql`WITH RECURSIVE sprong (soort) AS (
          SELECT min(soort) FROM zaakindex
          UNION ALL
          SELECT (SELECT min(volgende.soort) FROM zaakindex volgende WHERE volgende.soort > sprong.soort)
          FROM sprong WHERE sprong.soort IS NOT NULL)
        SELECT soort FROM sprong WHERE soort IS NOT NULL ORDER BY soort`,
  );
}
