import { and, asc, eq, gt, lt, max, min, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Gebeurtenis } from '../../shared/contracts/gebeurtenis.ts';
import { rijen } from './migraties.ts';
import { gebeurtenissen } from './schema.ts';
import type { Db } from './store.ts';

/** Held until commit, so that the next number is drawn only when the last one can be read by all. */
const SLOT = 7_482_002;

export type NieuweGebeurtenis = Omit<Gebeurtenis, 'volgnummer'>;

/**
 * Writes events in the caller's transaction and gives them numbers in commit order: a plain sequence gives numbers in
 * draw order, and a console that replays from the highest it saw would miss one that was committed later (measured).
 * Call it last in the transaction: until commit every other writer of events waits. Send only after commit.
 */
export async function schrijf(t: Db, nieuw: readonly NieuweGebeurtenis[]): Promise<Gebeurtenis[]> {
  if (nieuw.length === 0) return [];
  await t.execute(sql`SELECT pg_advisory_xact_lock(${SLOT})`);
  const nummers = await rijen(
    t,
    z.object({ nummer: z.coerce.number() }),
    sql`SELECT nextval('gebeurtenis_volgnummer') AS nummer FROM generate_series(1, ${nieuw.length}::int)`,
  );
  const genummerd = nieuw.map((een, i): Gebeurtenis => {
    const volgnummer = nummers[i]?.nummer;
    if (volgnummer === undefined) throw new Error('gebeurtenissen: te weinig volgnummers');
    return { ...een, volgnummer };
  });
  await t.insert(gebeurtenissen).values(
    genummerd.map((een) => ({
      volgnummer: een.volgnummer,
      soort: een.soort,
      onderwerp: een.onderwerp,
      verwijstNaar: een.id ?? null,
      tijdstip: new Date(een.tijdstip),
      door: een.door ?? null,
    })),
  );
  return genummerd;
}

function vanRij(rij: typeof gebeurtenissen.$inferSelect): Gebeurtenis {
  return {
    volgnummer: rij.volgnummer,
    soort: rij.soort,
    onderwerp: rij.onderwerp,
    ...(rij.verwijstNaar === null ? {} : { id: rij.verwijstNaar }),
    tijdstip: rij.tijdstip.toISOString(),
    ...(rij.door === null ? {} : { door: rij.door }),
  };
}

/** What happened to one onderwerp after `volgnummer`, at most `hoogstens`, in order. */
export async function sinds(
  db: Db,
  onderwerp: string,
  volgnummer: number,
  hoogstens: number,
): Promise<Gebeurtenis[]> {
  const gevonden = await db
    .select()
    .from(gebeurtenissen)
    .where(and(eq(gebeurtenissen.onderwerp, onderwerp), gt(gebeurtenissen.volgnummer, volgnummer)))
    .orderBy(asc(gebeurtenissen.volgnummer))
    .limit(hoogstens);
  return gevonden.map(vanRij);
}

/** The highest number that was given out and committed; 0 when there was never one, also after retention. */
export async function laatste(db: Db): Promise<number> {
  const [rij] = await db.select({ hoogste: max(gebeurtenissen.volgnummer) }).from(gebeurtenissen);
  if (rij?.hoogste != null) return rij.hoogste;
  const [reeks] = await rijen(
    db,
    z.object({ nummer: z.coerce.number() }),
    sql`SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS nummer FROM gebeurtenis_volgnummer`,
  );
  return reeks?.nummer ?? 0;
}

/** The lowest number that is still kept; null when none is. */
export async function oudste(db: Db): Promise<number | null> {
  const [rij] = await db.select({ laagste: min(gebeurtenissen.volgnummer) }).from(gebeurtenissen);
  return rij?.laagste ?? null;
}

/** Retention: a console that was away longer loads anew. */
export async function ruimOp(db: Db, voor: Date): Promise<number> {
  const weg = await db
    .delete(gebeurtenissen)
    .where(lt(gebeurtenissen.tijdstip, voor))
    .returning({ volgnummer: gebeurtenissen.volgnummer });
  return weg.length;
}
