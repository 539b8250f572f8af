import { randomUUID } from 'node:crypto';
import { and, asc, eq, lt, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { outbox } from './schema.ts';
import type { Sleutels } from './sleutels.ts';
import { rijen, type Db } from './db.ts';

/**
 * Write intents: committed here before a register is asked, so that an acknowledged write is never lost. One row is
 * delivered by one process at a time (a lease), and rows of one `volgordeSleutel` in the order in which they came.
 * Over 300 lines because every step from one state of a row to the next must be read beside the others.
 */
export interface Outboxrij {
  id: string;
  soort: 'contactmoment' | 'substatus' | 'status';
  /** What must stay in order: the zaak id, else the row itself. */
  volgordeSleutel: string;
  /** The body; stored encrypted. */
  inhoud: unknown;
  /** How far a chain of calls came: uuids of the register, no personal data. */
  stap: Record<string, unknown>;
  medewerker: string;
  register: string;
  idempotentie: string;
  toestand: 'wacht' | 'bezorgd' | 'geweigerd';
  pogingen: number;
  volgendePoging: Date;
  /** Why the last attempt failed, or the refusal for its author. */
  reden: string | null;
  /** The fields that the register named with its refusal, as the author knows them. */
  fouten: readonly { pad: string; code: string; melding: string }[];
  /** The id at the register. */
  bronId: string | null;
  aangemaaktOp: Date;
  afgerondOp: Date | null;
  /** Held while it is being delivered; null otherwise. */
  lease: string | null;
}

const PLEK = 'outbox';

export function vanRij(sleutels: Sleutels, rij: typeof outbox.$inferSelect): Outboxrij {
  return {
    id: rij.id,
    soort: rij.soort,
    volgordeSleutel: rij.volgordeSleutel,
    inhoud: JSON.parse(sleutels.ontsleutel(`${PLEK}:${rij.id}`, rij.inhoudVersleuteld)),
    stap: rij.stap,
    medewerker: rij.medewerker,
    register: rij.register,
    idempotentie: rij.idempotentie,
    toestand: rij.toestand,
    pogingen: rij.pogingen,
    volgendePoging: rij.volgendePoging,
    reden: rij.reden,
    fouten: rij.fouten,
    bronId: rij.bronId,
    aangemaaktOp: rij.aangemaaktOp,
    afgerondOp: rij.afgerondOp,
    lease: rij.lease,
  };
}

/** The same body gives the same text, whatever the order of its keys. */
function vast(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(vast);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(
    Object.entries(waarde)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([sleutel, deel]) => [sleutel, vast(deel)]),
  );
}

/**
 * Accepts a write. The same medewerker and key again gives the stored row with `nieuw: false`; `zelfde` tells whether
 * the body is the same too, because a key that comes with another body is a mistake of the caller (409). What is
 * compared is `vergelijk` where given (the body as sent), else `inhoud` (which may hold what we added at acceptance).
 */
export async function plaats(
  db: Db,
  sleutels: Sleutels,
  nieuw: Pick<
    Outboxrij,
    'soort' | 'volgordeSleutel' | 'inhoud' | 'medewerker' | 'register' | 'idempotentie'
  > & {
    id?: string;
    vergelijk?: unknown;
  },
  nu: Date,
): Promise<{ rij: Outboxrij; nieuw: boolean; zelfde: boolean }> {
  const id = nieuw.id ?? randomUUID();
  const vergelijk = JSON.stringify(vast(nieuw.vergelijk ?? nieuw.inhoud));
  const [geplaatst] = await db
    .insert(outbox)
    .values({
      id,
      soort: nieuw.soort,
      volgordeSleutel: nieuw.volgordeSleutel,
      inhoudVersleuteld: sleutels.versleutel(`${PLEK}:${id}`, JSON.stringify(nieuw.inhoud)),
      inhoudHash: sleutels.hash(PLEK, vergelijk),
      medewerker: nieuw.medewerker,
      register: nieuw.register,
      idempotentie: nieuw.idempotentie,
      volgendePoging: nu,
      aangemaaktOp: nu,
    })
    .onConflictDoNothing({ target: [outbox.medewerker, outbox.idempotentie] })
    .returning();
  if (geplaatst !== undefined) return { rij: vanRij(sleutels, geplaatst), nieuw: true, zelfde: true };
  const eerder = await vind(db, sleutels, { ...nieuw, vergelijk: nieuw.vergelijk ?? nieuw.inhoud });
  if (eerder === null) throw new Error('outbox: de rij met deze sleutel is net verwijderd');
  return { ...eerder, nieuw: false };
}

/** What this medewerker wrote earlier under this key; `zelfde` as for `plaats`. */
export async function vind(
  db: Db,
  sleutels: Sleutels,
  vraag: Pick<Outboxrij, 'medewerker' | 'idempotentie'> & { vergelijk: unknown },
): Promise<{ rij: Outboxrij; zelfde: boolean } | null> {
  const [eerder] = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.medewerker, vraag.medewerker), eq(outbox.idempotentie, vraag.idempotentie)));
  if (eerder === undefined) return null;
  const zelfde = sleutels.hashes(PLEK, JSON.stringify(vast(vraag.vergelijk))).includes(eerder.inhoudHash);
  return { rij: vanRij(sleutels, eerder), zelfde };
}

/**
 * Takes at most `hoogstens` rows whose turn it is and holds them for `leaseMs`; another process does not get them
 * meanwhile. Of one volgordeSleutel only the oldest that is not delivered. With `id`: that row alone, at once, whatever
 * its back-off says, and nothing where it is held or not yet its turn.
 */
export async function neem(
  db: Db,
  sleutels: Sleutels,
  vraag: { nu: Date; leaseMs: number; hoogstens?: number; id?: string },
): Promise<Outboxrij[]> {
  const lease = randomUUID();
  const nu = vraag.nu.toISOString();
  const tot = new Date(vraag.nu.getTime() + vraag.leaseMs).toISOString();
  const welke =
    vraag.id === undefined
      ? sql`kandidaat.volgende_poging <= ${nu}::timestamptz`
      : sql`kandidaat.id = ${vraag.id}::uuid`;
  // The lock is on the candidate alone; a row whose lease was taken meanwhile fails the re-check of PostgreSQL.
  const genomen = await rijen(
    db,
    z.object({ id: z.string() }),
    sql`UPDATE outbox SET lease = ${lease}::uuid, lease_tot = ${tot}::timestamptz, pogingen = pogingen + 1
        WHERE id IN (
          SELECT kandidaat.id FROM outbox kandidaat
          WHERE kandidaat.toestand = 'wacht' AND ${welke}
            AND (kandidaat.lease_tot IS NULL OR kandidaat.lease_tot <= ${nu}::timestamptz)
            AND NOT EXISTS (
              SELECT 1 FROM outbox eerder WHERE eerder.toestand = 'wacht'
                AND eerder.volgorde_sleutel = kandidaat.volgorde_sleutel AND eerder.volgnummer < kandidaat.volgnummer)
          ORDER BY kandidaat.volgnummer LIMIT ${vraag.hoogstens ?? 10} FOR UPDATE OF kandidaat SKIP LOCKED)
        RETURNING id`,
  );
  if (genomen.length === 0) return [];
  const gevonden = await db
    .select()
    .from(outbox)
    .where(eq(outbox.lease, lease))
    .orderBy(asc(outbox.volgnummer));
  return gevonden.map((rij) => vanRij(sleutels, rij));
}

const gehouden = (rij: Outboxrij) => and(eq(outbox.id, rij.id), eq(outbox.lease, rij.lease ?? randomUUID()));
const aantal = (weg: unknown[]) => weg.length > 0;

/** Keeps how far the chain came and lengthens the lease; false when another process took the row over: then stop. */
export async function bewaarStap(
  db: Db,
  rij: Outboxrij,
  stap: Record<string, unknown>,
  leaseTot: Date,
): Promise<boolean> {
  return aantal(
    await db.update(outbox).set({ stap, leaseTot }).where(gehouden(rij)).returning({ id: outbox.id }),
  );
}

/** The register has it. True also after the lease was lost: it is a fact; false when it was known already. */
export async function bezorgd(db: Db, rij: Outboxrij, bronId: string | null, nu: Date): Promise<boolean> {
  return aantal(
    await db
      .update(outbox)
      .set({ toestand: 'bezorgd', bronId, reden: null, lease: null, leaseTot: null, afgerondOp: nu })
      .where(and(eq(outbox.id, rij.id), ne(outbox.toestand, 'bezorgd')))
      .returning({ id: outbox.id }),
  );
}

/** No answer: try again at `volgendePoging`. */
export async function opnieuw(db: Db, rij: Outboxrij, volgendePoging: Date, reden: string): Promise<boolean> {
  return aantal(
    await db
      .update(outbox)
      .set({ volgendePoging, reden, lease: null, leaseTot: null })
      .where(gehouden(rij))
      .returning({ id: outbox.id }),
  );
}

/** The register refuses it: it returns to its author with the reason, and what came after it may go. */
export async function geweigerd(
  db: Db,
  rij: Outboxrij,
  reden: string,
  nu: Date,
  fouten: Outboxrij['fouten'] = [],
): Promise<boolean> {
  return aantal(
    await db
      .update(outbox)
      .set({ toestand: 'geweigerd', reden, fouten: [...fouten], lease: null, leaseTot: null, afgerondOp: nu })
      .where(gehouden(rij))
      .returning({ id: outbox.id }),
  );
}

/** Refused while its author waited: the answer told it, so nothing needs to come back later. */
export async function verwijder(db: Db, rij: Outboxrij): Promise<void> {
  await db.delete(outbox).where(gehouden(rij));
}

export async function lees(db: Db, sleutels: Sleutels, id: string): Promise<Outboxrij | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [rij] = await db.select().from(outbox).where(eq(outbox.id, id));
  return rij === undefined ? null : vanRij(sleutels, rij);
}

/** The refused writes of a medewerker, the oldest first: the tasks that came back. */
export async function vanMedewerker(db: Db, sleutels: Sleutels, medewerker: string): Promise<Outboxrij[]> {
  const gevonden = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.medewerker, medewerker), eq(outbox.toestand, 'geweigerd')))
    .orderBy(asc(outbox.volgnummer));
  return gevonden.map((rij) => vanRij(sleutels, rij));
}

/** What of this volgordeSleutel has not reached its register, oldest first: shown beside what has. */
export async function wachtendVan(db: Db, sleutels: Sleutels, volgordeSleutel: string): Promise<Outboxrij[]> {
  const gevonden = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.volgordeSleutel, volgordeSleutel), eq(outbox.toestand, 'wacht')))
    .orderBy(asc(outbox.volgnummer));
  return gevonden.map((rij) => vanRij(sleutels, rij));
}

/** Uuids of the statussen that this author wrote before this row and that were still under way when it came. */
export async function eigenStatussenErvoor(db: Db, rij: Outboxrij): Promise<string[]> {
  const gevonden = await rijen(
    db,
    z.object({ bron_id: z.string() }),
    sql`SELECT eerder.bron_id FROM outbox eerder JOIN outbox deze ON deze.id = ${rij.id}::uuid
        WHERE eerder.volgorde_sleutel = deze.volgorde_sleutel AND eerder.medewerker = deze.medewerker
          AND eerder.soort = 'status' AND eerder.toestand = 'bezorgd' AND eerder.bron_id IS NOT NULL
          AND eerder.volgnummer < deze.volgnummer AND eerder.afgerond_op >= deze.aangemaakt_op
        ORDER BY eerder.volgnummer`,
  );
  return gevonden.map(({ bron_id }) => bron_id);
}

/** The write that made this record at its register, where it was one of ours. */
export async function vanBron(db: Db, sleutels: Sleutels, bronId: string): Promise<Outboxrij | null> {
  const [rij] = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.bronId, bronId), eq(outbox.toestand, 'bezorgd')))
    .limit(1);
  return rij === undefined ? null : vanRij(sleutels, rij);
}

/** Retention: what was delivered before `voor` is at its register; the idempotency key need not be known longer. */
export async function ruimOp(db: Db, voor: Date): Promise<number> {
  const weg = await db
    .delete(outbox)
    .where(and(eq(outbox.toestand, 'bezorgd'), lt(outbox.afgerondOp, voor)))
    .returning({ id: outbox.id });
  return weg.length;
}

/**
 * A refused write is written again, corrected: the same row with another body, at the end of what waits for its
 * volgordeSleutel. Null where it is no longer refused: another window was first. How far the chain came is kept, and
 * that it was tried, so that delivery still looks what the register has.
 */
export async function herschrijf(
  t: Db,
  sleutels: Sleutels,
  rij: Outboxrij,
  nieuw: Pick<Outboxrij, 'inhoud' | 'register'> & { vergelijk: unknown },
  nu: Date,
): Promise<Outboxrij | null> {
  await t.execute(
    sql`UPDATE outbox SET volgnummer = DEFAULT WHERE id = ${rij.id}::uuid AND toestand = 'geweigerd'`,
  );
  const [herschreven] = await t
    .update(outbox)
    .set({
      inhoudVersleuteld: sleutels.versleutel(`${PLEK}:${rij.id}`, JSON.stringify(nieuw.inhoud)),
      inhoudHash: sleutels.hash(PLEK, JSON.stringify(vast(nieuw.vergelijk))),
      register: nieuw.register,
      toestand: 'wacht',
      reden: null,
      fouten: [],
      volgendePoging: nu,
      aangemaaktOp: nu,
      afgerondOp: null,
    })
    .where(and(eq(outbox.id, rij.id), eq(outbox.toestand, 'geweigerd')))
    .returning();
  return herschreven === undefined ? null : vanRij(sleutels, herschreven);
}

/** Whether this row was written with this very body. */
export async function zelfdeInhoud(
  db: Db,
  sleutels: Sleutels,
  id: string,
  vergelijk: unknown,
): Promise<boolean> {
  const [rij] = await db.select({ hash: outbox.inhoudHash }).from(outbox).where(eq(outbox.id, id));
  return rij !== undefined && sleutels.hashes(PLEK, JSON.stringify(vast(vergelijk))).includes(rij.hash);
}

/** Its author has dealt with the refusal. */
export async function ruimTaakOp(db: Db, id: string): Promise<void> {
  await db.delete(outbox).where(and(eq(outbox.id, id), eq(outbox.toestand, 'geweigerd')));
}
