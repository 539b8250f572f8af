import { eq, lt, sql } from 'drizzle-orm';
import type { Db } from './db.ts';
import { klantronden as k, type Contactstand } from './schema.ts';

/**
 * Takes the turn to look at this klant: of all processes one, and only where the last look was before `sinds`. Null where
 * it is not our turn; else what was seen then, or null in it where there is nothing (any more) to compare with.
 */
export async function neem(
  db: Db,
  vraag: { klant: string; nu: Date; sinds: Date; vergeten: Date },
): Promise<{ contacten: Contactstand | null } | null> {
  const { klant, nu, sinds, vergeten } = vraag;
  const [rij] = await db
    .insert(k)
    .values({ klant, gelezenOp: nu })
    .onConflictDoUpdate({
      target: k.klant,
      set: {
        gelezenOp: nu,
        contacten: sql`CASE WHEN ${k.gelezenOp} >= ${vergeten.toISOString()}::timestamptz THEN ${k.contacten} END`,
      },
      setWhere: sql`${k.gelezenOp} <= ${sinds.toISOString()}::timestamptz`,
    })
    .returning({ contacten: k.contacten });
  return rij ?? null;
}

export async function bewaar(db: Db, klant: string, contacten: Contactstand): Promise<void> {
  await db.update(k).set({ contacten }).where(eq(k.klant, klant));
}

export async function ruimOp(db: Db, voor: Date): Promise<void> {
  await db.delete(k).where(lt(k.gelezenOp, voor));
}
