import {
  getTableColumns,
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  isNotNull,
  lt,
  lte,
  max,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
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
const rangVan = (aanduiding: Vertrouwelijkheid) => VERTROUWELIJKHEDEN.indexOf(aanduiding);
/** Between the parts of the column `soort`: no name has it. */
const SCHEIDING = '\u001f';
const naarRij = ({ vertrouwelijkheid, ...rij }: Indexrij) => ({
  ...rij,
  afdeling: rij.afdeling.replaceAll(SCHEIDING, ' '),
  zaaktypeIdentificatie: rij.zaaktypeIdentificatie.replaceAll(SCHEIDING, ' '),
  vertrouwelijkheid: rangVan(vertrouwelijkheid),
});

const { termijn: _alleenOmTeSorteren, soort: _alleenVoorRechten, ...kolommen } = getTableColumns(z);

function vanRij(rij: Omit<typeof zaakindex.$inferSelect, 'termijn' | 'soort'>): Indexrij {
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
}

/** When a row of this register was last read; null where there is none. */
export async function laatstBijgewerkt(db: Db, register: string): Promise<Date | null> {
  const [rij] = await db
    .select({ op: max(z.bijgewerktOp) })
    .from(z)
    .where(eq(z.register, register));
  return rij?.op ?? null;
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

/** After a full round over the open zaken of a register: those that it no longer named, to be read one by one. */
export async function nietGezien(db: Db, register: string, voor: Date): Promise<string[]> {
  const gevonden = await db
    .select({ id: z.id })
    .from(z)
    .where(and(eq(z.register, register), isNull(z.einddatum), lt(z.bijgewerktOp, voor)))
    .orderBy(asc(z.bijgewerktOp), asc(z.id));
  return gevonden.map((rij) => rij.id);
}

/** As the column `soort` has it; null where the clause names no single kind. */
function soortVan(c: RechtFilter[number]): string | null {
  const delen = [c.afdelingen, c.zaaktypen, c.groepen];
  if (delen.some((deel) => deel?.length !== 1) || c.intern === undefined) return null;
  if (c.nietZaaktypen !== undefined || c.nietAfdelingen !== undefined || c.nietGroepen !== undefined)
    return null;
  return [...delen.flatMap((deel) => deel ?? []), c.intern ? '1' : '0'].join(SCHEIDING);
}

function magZien(recht: RechtFilter): SQL {
  // A clause that names one kind of zaak goes by that kind, together with all others of the same height.
  const perHoogte = new Map<number, string[]>();
  const overig = recht.filter((c) => {
    const soort = soortVan(c);
    if (soort !== null)
      perHoogte.set(c.maxVertrouwelijkheid, [...(perHoogte.get(c.maxVertrouwelijkheid) ?? []), soort]);
    return soort === null;
  });
  const opSoort = [...perHoogte].map(([hoogste, soorten]) =>
    and(inArray(z.soort, soorten), lte(z.vertrouwelijkheid, hoogste)),
  );
  const clausules = overig.map((c) =>
    and(
      c.zaaktypen === undefined ? undefined : inArray(z.zaaktypeIdentificatie, [...c.zaaktypen]),
      c.nietZaaktypen === undefined ? undefined : notInArray(z.zaaktypeIdentificatie, [...c.nietZaaktypen]),
      c.afdelingen === undefined ? undefined : inArray(z.afdeling, [...c.afdelingen]),
      c.nietAfdelingen === undefined ? undefined : notInArray(z.afdeling, [...c.nietAfdelingen]),
      c.groepen === undefined ? undefined : inArray(z.groep, [...c.groepen]),
      c.nietGroepen === undefined ? undefined : notInArray(z.groep, [...c.nietGroepen]),
      c.intern === undefined ? undefined : eq(z.intern, c.intern),
      lte(z.vertrouwelijkheid, c.maxVertrouwelijkheid),
    ),
  );
  return or(...opSoort, ...clausules) ?? sql`false`;
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

function waar(recht: RechtFilter, f: IndexFilter, vandaag: string): SQL | undefined {
  return and(
    magZien(recht),
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
  urgentie: z.termijn,
  startdatum: z.startdatum,
  einddatum: z.einddatum,
  zaaknummer: z.zaaknummer,
  zaaktype: z.zaaktypeOmschrijving,
  afdeling: z.afdeling,
} as const;
export type IndexSort = readonly [keyof typeof VELDEN, 'ASC' | 'DESC'];

/**
 * Rows `van` to `tot` (both included) of what may be seen, with their number in all. `urgentie` ascending is the most
 * urgent first; without a term comes last either way, and equal rows keep the order of their id.
 */
export async function lijst(
  db: Db,
  vraag: {
    recht: RechtFilter;
    filter: IndexFilter;
    sort: IndexSort;
    van: number;
    tot: number;
    /** `YYYY-MM-DD` in Europe/Amsterdam. */
    vandaag: string;
  },
): Promise<{ rijen: Indexrij[]; totaal: number }> {
  const [veld, richting] = vraag.sort;
  const voorwaarde = waar(vraag.recht, vraag.filter, vraag.vandaag);
  const kolom = VELDEN[veld];
  const gevonden = await db
    .select(kolommen)
    .from(z)
    .where(voorwaarde)
    // Ascending has its empty values last by itself, and then the index serves.
    .orderBy(richting === 'ASC' ? asc(kolom) : sql`${desc(kolom)} NULLS LAST`, asc(z.id))
    .offset(vraag.van)
    .limit(vraag.tot - vraag.van + 1);
  const [telling] = await db.select({ totaal: count() }).from(z).where(voorwaarde);
  return { rijen: gevonden.map(vanRij), totaal: telling?.totaal ?? 0 };
}

/** How many there are in each group of urgency, of what may be seen. */
export async function tellingen(
  db: Db,
  vraag: { recht: RechtFilter; filter: IndexFilter; vandaag: string },
): Promise<Record<Urgentie, number>> {
  const tel = (urgentie: Urgentie) =>
    sql<number>`count(*) FILTER (WHERE ${inGroep(urgentie, vraag.vandaag)})`.mapWith(Number);
  const [rij] = await db
    .select({ te_laat: tel('te_laat'), deze_week: tel('deze_week'), later: tel('later') })
    .from(z)
    .where(waar(vraag.recht, vraag.filter, vraag.vandaag));
  return rij ?? { te_laat: 0, deze_week: 0, later: 0 };
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
