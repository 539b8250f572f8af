import { randomUUID } from 'node:crypto';
import { asc, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { Gesprek } from '../../shared/contracts/gesprek.ts';
import { gesprekken } from './schema.ts';
import type { Sleutels } from './sleutels.ts';
import type { Db } from './db.ts';

/** A running gesprek with the medewerker whose it is. `notitie`, `namens` and `klantNaam` are stored encrypted. */
export type BewaardGesprek = Gesprek & { medewerker: string };

const Tekst = z.object({
  notitie: z.string(),
  namens: z.string().nullable(),
  klantNaam: z.string().nullable(),
});
const plek = (id: string) => `gesprek:${id}`;

function naarRij(sleutels: Sleutels, g: BewaardGesprek) {
  const tekst: z.infer<typeof Tekst> = { notitie: g.notitie, namens: g.namens, klantNaam: g.klantNaam };
  return {
    id: g.id,
    medewerker: g.medewerker,
    kanaal: g.kanaal,
    klant: g.klant,
    verificatie: g.verificatie,
    tekstVersleuteld: sleutels.versleutel(plek(g.id), JSON.stringify(tekst)),
    bekekenZaken: g.bekekenZaken,
    gestartOp: new Date(g.gestartOp),
    bewaardOp: new Date(g.bewaardOp),
  };
}

function vanRij(sleutels: Sleutels, rij: typeof gesprekken.$inferSelect): BewaardGesprek {
  const { tekstVersleuteld, gestartOp, bewaardOp, ...rest } = rij;
  return {
    ...rest,
    ...Tekst.parse(JSON.parse(sleutels.ontsleutel(plek(rij.id), tekstVersleuteld))),
    gestartOp: gestartOp.toISOString(),
    bewaardOp: bewaardOp.toISOString(),
  };
}

export async function maak(
  db: Db,
  sleutels: Sleutels,
  nieuw: Omit<BewaardGesprek, 'id' | 'gestartOp' | 'bewaardOp'>,
  nu: Date,
): Promise<BewaardGesprek> {
  const gesprek = { ...nieuw, id: randomUUID(), gestartOp: nu.toISOString(), bewaardOp: nu.toISOString() };
  await db.insert(gesprekken).values(naarRij(sleutels, gesprek));
  return gesprek;
}

/** Of whichever medewerker: the caller authorises what it loaded. */
export async function lees(db: Db, sleutels: Sleutels, id: string): Promise<BewaardGesprek | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [rij] = await db.select().from(gesprekken).where(eq(gesprekken.id, id));
  return rij === undefined ? null : vanRij(sleutels, rij);
}

/** All running gesprekken of a medewerker, the oldest first. */
export async function lijst(db: Db, sleutels: Sleutels, medewerker: string): Promise<BewaardGesprek[]> {
  const gevonden = await db
    .select()
    .from(gesprekken)
    .where(eq(gesprekken.medewerker, medewerker))
    .orderBy(asc(gesprekken.gestartOp), asc(gesprekken.id));
  return gevonden.map((rij) => vanRij(sleutels, rij));
}

/** Changes what is named and nothing else. Call it in a transaction. */
export async function wijzig(
  t: Db,
  sleutels: Sleutels,
  id: string,
  wijziging: {
    [K in keyof Omit<Gesprek, 'id' | 'gestartOp' | 'bewaardOp'>]?: Gesprek[K] | undefined;
  },
  nu: Date,
): Promise<BewaardGesprek | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [rij] = await t.select().from(gesprekken).where(eq(gesprekken.id, id)).for('update');
  if (rij === undefined) return null;
  const genoemd = Object.fromEntries(Object.entries(wijziging).filter(([, waarde]) => waarde !== undefined));
  const nieuw: BewaardGesprek = { ...vanRij(sleutels, rij), ...genoemd, bewaardOp: nu.toISOString() };
  await t.update(gesprekken).set(naarRij(sleutels, nieuw)).where(eq(gesprekken.id, id));
  return nieuw;
}

/** False when it was gone already: of two who finish the same gesprek one wins. */
export async function verwijder(db: Db, id: string): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false;
  const weg = await db.delete(gesprekken).where(eq(gesprekken.id, id)).returning({ id: gesprekken.id });
  return weg.length > 0;
}

/** Removes what nobody came back to. */
export async function ruimOp(db: Db, voor: Date): Promise<number> {
  const weg = await db
    .delete(gesprekken)
    .where(lt(gesprekken.bewaardOp, voor))
    .returning({ id: gesprekken.id });
  return weg.length;
}
