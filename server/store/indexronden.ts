import { and, eq, isNull, lt, max, or, sql } from 'drizzle-orm';
import type { Db } from './db.ts';
import { indexronden as r } from './schema.ts';

/** A round over the open zaken of one register, held by one process (`loper`) at a time. */
export interface Indexronde {
  begonnenOp: Date;
  /** The page to go on with; null: the first. */
  volgende: string | null;
  /** Begin of the last round that was completed; null where there was none. */
  voltooidVan: Date | null;
}

/**
 * Takes the round of this register, or goes on with the one that was broken off after `geldigVanaf`; older ones begin
 * anew. Null while another process holds it.
 */
export async function neem(
  db: Db,
  vraag: { register: string; loper: string; nu: Date; tot: Date; geldigVanaf: Date },
): Promise<Indexronde | null> {
  const { register, loper, nu, tot, geldigVanaf } = vraag;
  const verder = sql`${r.volgende} IS NOT NULL AND ${r.begonnenOp} >= ${geldigVanaf.toISOString()}::timestamptz`;
  const [rij] = await db
    .insert(r)
    .values({ register, begonnenOp: nu, loper, looptTot: tot })
    .onConflictDoUpdate({
      target: r.register,
      set: {
        begonnenOp: sql`CASE WHEN ${verder} THEN ${r.begonnenOp} ELSE excluded.begonnen_op END`,
        volgende: sql`CASE WHEN ${verder} THEN ${r.volgende} END`,
        loper: sql`excluded.loper`,
        looptTot: sql`excluded.loopt_tot`,
      },
      setWhere: sql`${or(isNull(r.loper), eq(r.loper, loper), lt(r.looptTot, nu))}`,
    })
    .returning({ begonnenOp: r.begonnenOp, volgende: r.volgende, voltooidVan: r.voltooidVan });
  return rij ?? null;
}

const eigen = (register: string, loper: string) => and(eq(r.register, register), eq(r.loper, loper));

/** A page was done: the round goes on at `volgende`, also in another process. */
export async function bij(
  db: Db,
  ronde: { register: string; loper: string; volgende: string | null; tot: Date },
): Promise<void> {
  await db
    .update(r)
    .set({ volgende: ronde.volgende, looptTot: ronde.tot })
    .where(eigen(ronde.register, ronde.loper));
}

export async function voltooid(db: Db, ronde: { register: string; loper: string }): Promise<void> {
  await db
    .update(r)
    .set({ voltooidVan: sql`${r.begonnenOp}`, volgende: null })
    .where(eigen(ronde.register, ronde.loper));
}

/** For whoever comes next, now rather than when the lease ends. */
export async function laatLos(db: Db, ronde: { register: string; loper: string }): Promise<void> {
  await db.update(r).set({ loper: null, looptTot: null }).where(eigen(ronde.register, ronde.loper));
}

/** Begin of the last completed round of this register; null where there was none. */
export async function laatste(db: Db, register: string): Promise<Date | null> {
  const [rij] = await db.select({ op: r.voltooidVan }).from(r).where(eq(r.register, register));
  return rij?.op ?? null;
}

/** The same of all registers together. */
export async function allerlaatste(db: Db): Promise<Date | null> {
  const [rij] = await db.select({ op: max(r.voltooidVan) }).from(r);
  return rij?.op ?? null;
}
