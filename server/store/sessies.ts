import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import { sessies } from './schema.ts';
import type { Db } from './db.ts';

/** Rows of express-session: what it keeps is its own affair; `medewerker` stands apart, to end all sessions of one. */
export async function lees(db: Db, sid: string, nu: Date): Promise<unknown> {
  const [rij] = await db
    .select({ inhoud: sessies.inhoud })
    .from(sessies)
    .where(and(eq(sessies.sid, sid), gt(sessies.verlooptOp, nu)));
  return rij?.inhoud ?? null;
}

export async function bewaar(
  db: Db,
  sessie: { sid: string; medewerker: string | null; inhoud: unknown; verlooptOp: Date },
): Promise<void> {
  const { medewerker, inhoud, verlooptOp } = sessie;
  await db
    .insert(sessies)
    .values(sessie)
    .onConflictDoUpdate({ target: sessies.sid, set: { medewerker, inhoud, verlooptOp } });
}

export async function verwijder(db: Db, sid: string): Promise<void> {
  await db.delete(sessies).where(eq(sessies.sid, sid));
}

/** Ends every session of a medewerker: role change, or dismissal. */
export async function verwijderVan(db: Db, medewerker: string): Promise<void> {
  await db.delete(sessies).where(eq(sessies.medewerker, medewerker));
}

/** Of these session ids, those that still live: for closing live connections whose session has gone. */
export async function levend(db: Db, sids: readonly string[], nu: Date): Promise<Set<string>> {
  if (sids.length === 0) return new Set();
  const gevonden = await db
    .select({ sid: sessies.sid })
    .from(sessies)
    .where(and(inArray(sessies.sid, [...sids]), gt(sessies.verlooptOp, nu)));
  return new Set(gevonden.map((rij) => rij.sid));
}

/** Removes what expired; tells how many. */
export async function ruimOp(db: Db, nu: Date): Promise<number> {
  return (await db.delete(sessies).where(lte(sessies.verlooptOp, nu)).returning({ sid: sessies.sid })).length;
}
