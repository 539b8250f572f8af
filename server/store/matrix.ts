import { asc, count } from 'drizzle-orm';
import type { MatrixRegel } from '../domain/matrix.ts';
import { matrix } from './schema.ts';
import type { Db } from './db.ts';

/** All rows in the order in which they are read. */
export async function lijst(db: Db): Promise<MatrixRegel[]> {
  const gevonden = await db.select().from(matrix).orderBy(asc(matrix.volgorde));
  return gevonden.map((rij) => ({
    rol: rij.rol,
    ...(rij.eigen ? { eigen: true } : {}),
    ...(rij.afdeling === null ? {} : { afdeling: rij.afdeling }),
    ...(rij.groep === null ? {} : { groep: rij.groep }),
    ...(rij.zaaktype === null ? {} : { zaaktype: rij.zaaktype }),
    niveau: rij.niveau,
    handelingen: rij.handelingen,
    maximaal: rij.maximaal,
  }));
}

/** Replaces the whole matrix. Call it in a transaction: between the two statements nobody has any right. */
export async function vervang(t: Db, rijen: readonly MatrixRegel[]): Promise<void> {
  await t.delete(matrix);
  if (rijen.length > 0)
    await t.insert(matrix).values(
      rijen.map((rij, volgorde) => ({
        volgorde,
        rol: rij.rol,
        eigen: rij.eigen ?? false,
        afdeling: rij.afdeling ?? null,
        groep: rij.groep ?? null,
        zaaktype: rij.zaaktype ?? null,
        niveau: rij.niveau,
        handelingen: [...rij.handelingen],
        maximaal: rij.maximaal,
      })),
    );
}

/** The rows with which a municipality starts; what it made of them since is left alone. Call it in a transaction. */
export async function begin(t: Db, standaard: readonly MatrixRegel[]): Promise<void> {
  const [telling] = await t.select({ aantal: count() }).from(matrix);
  if (telling?.aantal === 0) await vervang(t, standaard);
}
