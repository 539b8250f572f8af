import { and, eq, inArray } from 'drizzle-orm';
import { interneNotities } from './schema.ts';
import type { Sleutels } from './sleutels.ts';
import type { Db } from './db.ts';

/** A note with a contactmoment for colleagues only; encrypted. `referentienummer` is ours and survives delivery. */
export interface InterneNotitie {
  register: string;
  referentienummer: string;
  tekst: string;
}

const plek = (referentienummer: string): string => `interne-notitie:${referentienummer}`;

/** Written again: the newer text is the one that stays. */
export async function bewaar(t: Db, sleutels: Sleutels, notitie: InterneNotitie, nu: Date): Promise<void> {
  const { register, referentienummer, tekst } = notitie;
  const tekstVersleuteld = sleutels.versleutel(plek(referentienummer), tekst);
  await t
    .insert(interneNotities)
    .values({ register, referentienummer, tekstVersleuteld, geschrevenOp: nu })
    .onConflictDoUpdate({
      target: [interneNotities.register, interneNotities.referentienummer],
      set: { tekstVersleuteld, geschrevenOp: nu },
    });
}

/** Its contact will not be registered, or goes on without a note. */
export async function verwijder(
  t: Db,
  { register, referentienummer }: Pick<InterneNotitie, 'register' | 'referentienummer'>,
): Promise<void> {
  await t
    .delete(interneNotities)
    .where(
      and(eq(interneNotities.register, register), eq(interneNotities.referentienummer, referentienummer)),
    );
}

/** By referentienummer; a contact without a note is absent. */
export async function van(
  db: Db,
  sleutels: Sleutels,
  register: string,
  referentienummers: readonly string[],
): Promise<Map<string, string>> {
  if (referentienummers.length === 0) return new Map();
  const gevonden = await db
    .select()
    .from(interneNotities)
    .where(
      and(
        eq(interneNotities.register, register),
        inArray(interneNotities.referentienummer, [...referentienummers]),
      ),
    );
  return new Map(
    gevonden.map((rij) => [
      rij.referentienummer,
      sleutels.ontsleutel(plek(rij.referentienummer), rij.tekstVersleuteld),
    ]),
  );
}
