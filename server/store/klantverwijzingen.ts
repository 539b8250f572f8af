import { randomBytes } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { klantPartijen, klantverwijzingen } from './schema.ts';
import type { Sleutels } from './sleutels.ts';
import type { Db } from './db.ts';

/** A klant as a register knows him: BSN of a person, KVK number of a company. Never leaves the server. */
export interface Klantsleutel {
  soort: 'persoon' | 'bedrijf';
  nummer: string;
}

const PLEK = 'klantverwijzing';
const bron = ({ soort, nummer }: Klantsleutel) => `${soort}:${nummer}`;

/** Keyed hash of a klant: the betrokkene in the verwerkingenlog, and how a verwijzing is found. */
export function hash(sleutels: Sleutels, klant: Klantsleutel): string {
  return sleutels.hash(PLEK, bron(klant));
}

/** The same under every key that is still in use: what the log holds of a klant from before a rotation. */
export function hashes(sleutels: Sleutels, klant: Klantsleutel): string[] {
  return sleutels.hashes(PLEK, bron(klant));
}

/** The opaque id that stands for this klant in every URL of ours: 22 random characters, the same at every call. */
export async function verwijs(db: Db, sleutels: Sleutels, klant: Klantsleutel): Promise<string> {
  const bekend = await zoek(db, sleutels, klant);
  if (bekend !== null) return bekend;
  await db
    .insert(klantverwijzingen)
    .values({
      id: randomBytes(16).toString('base64url'),
      soort: klant.soort,
      hash: hash(sleutels, klant),
      nummerVersleuteld: sleutels.versleutel(PLEK, klant.nummer),
    })
    // Two calls at once: the first one's id holds for both.
    .onConflictDoNothing({ target: klantverwijzingen.hash });
  const id = await zoek(db, sleutels, klant);
  if (id === null) throw new Error('klantverwijzing is niet bewaard');
  return id;
}

/** The id of a klant who was found before; null for one who never was. */
export async function zoek(db: Db, sleutels: Sleutels, klant: Klantsleutel): Promise<string | null> {
  const alle = hashes(sleutels, klant);
  const gevonden = await db
    .select({ id: klantverwijzingen.id, hash: klantverwijzingen.hash })
    .from(klantverwijzingen)
    .where(inArray(klantverwijzingen.hash, alle));
  // During a rotation two processes may have written under two keys: the older key's id is the one in use.
  return gevonden.sort((a, b) => alle.indexOf(b.hash) - alle.indexOf(a.hash))[0]?.id ?? null;
}

/** Who is behind an id; null when it is none of ours. */
export async function los(db: Db, sleutels: Sleutels, id: string): Promise<Klantsleutel | null> {
  const [rij] = await db.select().from(klantverwijzingen).where(eq(klantverwijzingen.id, id));
  return rij === undefined
    ? null
    : { soort: rij.soort, nummer: sleutels.ontsleutel(PLEK, rij.nummerVersleuteld) };
}

/** Remembers which partij of the klantregister is this klant. */
export async function koppelPartij(db: Db, koppeling: { partij: string; klant: string }): Promise<void> {
  await db
    .insert(klantPartijen)
    .values(koppeling)
    .onConflictDoUpdate({ target: klantPartijen.partij, set: { klant: koppeling.klant } });
}

/** The klant of a partij, for a notificatie that names a partij only. */
export async function zoekPartij(db: Db, partij: string): Promise<string | null> {
  const [rij] = await db
    .select({ klant: klantPartijen.klant })
    .from(klantPartijen)
    .where(eq(klantPartijen.partij, partij));
  return rij?.klant ?? null;
}

/** The partijen known to be this klant: with one, the klantregister need not be asked by number again. */
export async function partijenVan(db: Db, klant: string): Promise<string[]> {
  const gevonden = await db
    .select({ partij: klantPartijen.partij })
    .from(klantPartijen)
    .where(eq(klantPartijen.klant, klant));
  return gevonden.map((rij) => rij.partij);
}
