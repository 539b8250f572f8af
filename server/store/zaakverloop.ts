import { and, asc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from './db.ts';
import { zaakindex, zaakverloop, type BewaardBesluit, type BewaardeStatus } from './schema.ts';

/** What was read of a zaak's history, and when. A part that is null is not known. */
export interface Zaakverloop {
  /** `<register>~<uuid>` */
  zaak: string;
  statussen: BewaardeStatus[] | null;
  besluiten: BewaardBesluit[] | null;
  besluitenOp: Date;
}

/** What was read just now; an absent part was not read. `gelezenOp`: no older than this. */
export interface NieuwVerloop {
  zaak: string;
  statussen?: BewaardeStatus[] | undefined;
  besluiten?: BewaardBesluit[] | undefined;
  gelezenOp: Date;
}

const v = zaakverloop;
/** Older than any reading. */
const NOOIT = new Date(0);

export async function lees(db: Db, zaken: readonly string[]): Promise<Map<string, Zaakverloop>> {
  if (zaken.length === 0) return new Map();
  const gevonden = await db
    .select()
    .from(v)
    .where(inArray(v.zaak, [...zaken]));
  return new Map(gevonden.map((rij) => [rij.zaak, rij]));
}

/** Keeps what was read, each part only where nothing newer was read or forgotten meanwhile. */
export async function bewaar(db: Db, gelezen: readonly NieuwVerloop[]): Promise<void> {
  // One statement may name a row once only: what was read of one zaak goes in together.
  const perZaak = new Map<string, typeof v.$inferInsert>();
  for (const { zaak, statussen, besluiten, gelezenOp } of gelezen) {
    const rij = perZaak.get(zaak) ?? { zaak, statussenOp: NOOIT, besluitenOp: NOOIT };
    perZaak.set(zaak, {
      ...rij,
      ...(statussen === undefined ? {} : { statussen, statussenOp: gelezenOp }),
      ...(besluiten === undefined ? {} : { besluiten, besluitenOp: gelezenOp }),
    });
  }
  const uniek = [...perZaak.values()].toSorted((a, b) => (a.zaak < b.zaak ? -1 : 1));
  const nieuwer = (kolom: string) => sql.raw(`excluded.${kolom}_op > zaakverloop.${kolom}_op`);
  const neem = (kolom: string, deel: string) =>
    sql`CASE WHEN ${nieuwer(kolom)} THEN ${sql.raw(`excluded.${deel}`)} ELSE ${sql.raw(`zaakverloop.${deel}`)} END`;
  for (let van = 0; van < uniek.length; van += 500)
    await db
      .insert(v)
      .values(uniek.slice(van, van + 500))
      .onConflictDoUpdate({
        target: v.zaak,
        set: {
          statussen: neem('statussen', 'statussen'),
          statussenOp: neem('statussen', 'statussen_op'),
          besluiten: neem('besluiten', 'besluiten'),
          besluitenOp: neem('besluiten', 'besluiten_op'),
        },
      });
}

/** Something changed at these zaken: what is under way now, and was asked before this moment, is not kept either. */
export async function vergeet(db: Db, zaken: readonly string[], nu: Date): Promise<void> {
  if (zaken.length === 0) return;
  const leeg = { statussen: null, statussenOp: nu, besluiten: null, besluitenOp: nu };
  await db
    .insert(v)
    .values(zaken.map((zaak) => ({ zaak, ...leeg })))
    .onConflictDoUpdate({ target: v.zaak, set: leeg });
}

/** Open zaken of a register of which no history is kept, in order of id after `na`. */
export async function onbekend(db: Db, register: string, na: string, hoogstens: number): Promise<string[]> {
  const gevonden = await db
    .select({ id: zaakindex.id })
    .from(zaakindex)
    .leftJoin(v, eq(v.zaak, zaakindex.id))
    .where(
      and(
        eq(zaakindex.register, register),
        isNull(zaakindex.einddatum),
        isNull(v.statussen),
        gt(zaakindex.id, na),
      ),
    )
    .orderBy(asc(zaakindex.id))
    .limit(hoogstens);
  return gevonden.map(({ id }) => id);
}

/** The zaken of which this besluit is kept: one, or two where it went from one to the other. */
export async function vanBesluit(db: Db, besluit: string): Promise<string[]> {
  const gevonden = await db
    .select({ zaak: v.zaak })
    .from(v)
    .where(sql`${v.besluiten} @> ${JSON.stringify([{ uuid: besluit }])}::jsonb`);
  return gevonden.map(({ zaak }) => zaak);
}

/** What was last read before this moment is read again when it is needed. */
export async function ruimOp(db: Db, voor: Date): Promise<void> {
  await db.delete(v).where(and(lt(v.statussenOp, voor), lt(v.besluitenOp, voor)));
}
