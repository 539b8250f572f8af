import { eq, inArray } from 'drizzle-orm';
import { opschortingen } from './schema.ts';
import type { Db } from './db.ts';

/** Since when and until when a zaak is suspended: ZGW knows only that it is, and why. Days, null where unknown. */
export interface Opschorting {
  /** `<register>~<uuid>` */
  zaak: string;
  sinds: string | null;
  tot: string | null;
}

export async function lees(db: Db, zaken: readonly string[]): Promise<Map<string, Opschorting>> {
  if (zaken.length === 0) return new Map();
  const gevonden = await db
    .select()
    .from(opschortingen)
    .where(inArray(opschortingen.zaak, [...zaken]));
  return new Map(gevonden.map((rij) => [rij.zaak, rij]));
}

export async function bewaar(db: Db, opschorting: Opschorting): Promise<void> {
  await db
    .insert(opschortingen)
    .values(opschorting)
    .onConflictDoUpdate({ target: opschortingen.zaak, set: opschorting });
}

export async function verwijder(db: Db, zaak: string): Promise<void> {
  await db.delete(opschortingen).where(eq(opschortingen.zaak, zaak));
}
