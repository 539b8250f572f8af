import { and, desc, eq, gt, lte, sql } from 'drizzle-orm';
import { klantopeningen } from './schema.ts';
import type { Db } from './db.ts';

/** A klant is open to a medewerker under a purpose until a moment; opening again only ever lengthens it. */
export async function open(
  db: Db,
  opening: { medewerker: string; klant: string; doel: string; tot: Date; nu: Date },
): Promise<void> {
  const { nu, ...rij } = opening;
  await db
    .insert(klantopeningen)
    .values({ ...rij, geopendOp: nu })
    .onConflictDoUpdate({
      target: [klantopeningen.medewerker, klantopeningen.klant, klantopeningen.doel],
      set: { geopendOp: nu, tot: sql`greatest(${klantopeningen.tot}, excluded.tot)` },
    });
}

const isOpen = (medewerker: string, klant: string, nu: Date) =>
  and(eq(klantopeningen.medewerker, medewerker), eq(klantopeningen.klant, klant), gt(klantopeningen.tot, nu));

/** The purpose under which this klant is open to this medewerker now, the one last opened; null when it is not. */
export async function doelVan(db: Db, medewerker: string, klant: string, nu: Date): Promise<string | null> {
  const [rij] = await db
    .select({ doel: klantopeningen.doel })
    .from(klantopeningen)
    .where(isOpen(medewerker, klant, nu))
    .orderBy(desc(klantopeningen.geopendOp), klantopeningen.doel)
    .limit(1);
  return rij?.doel ?? null;
}

/** Until when this klant is open to this medewerker under any purpose; null when it is not. */
export async function openTot(db: Db, medewerker: string, klant: string, nu: Date): Promise<Date | null> {
  const [rij] = await db
    .select({ tot: klantopeningen.tot })
    .from(klantopeningen)
    .where(isOpen(medewerker, klant, nu))
    .orderBy(desc(klantopeningen.tot))
    .limit(1);
  return rij?.tot ?? null;
}

export async function ruimOp(db: Db, nu: Date): Promise<number> {
  const weg = await db
    .delete(klantopeningen)
    .where(lte(klantopeningen.tot, nu))
    .returning({ doel: klantopeningen.doel });
  return weg.length;
}
