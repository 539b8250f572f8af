import { and, asc, count, eq, gt, gte, inArray, lt, max, min, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Gebeurtenis, GebeurtenisSoort } from '../../shared/contracts/gebeurtenis.ts';
import type { Niveau } from '../../shared/contracts/waarden.ts';
import { gebeurtenissen } from './schema.ts';
import { rijen, type Db } from './db.ts';

/** Held until commit, so that the next number is drawn only when the last one can be read by all. */
const SLOT = 7_482_002;

/** What is kept beside the contract, to decide who hears of it. Never sent. */
export type BewaardeGebeurtenis = Gebeurtenis & {
  /** How much of a zaak one must be allowed to see. */
  niveau: Niveau;
  /** Ids of the zaken that a contactmoment is about: of at least one of them. Absent: it is about none. */
  zaken?: string[] | undefined;
};

/** `bron`: uuid of what was made; the same onderwerp, soort and bron again is the same event and is left out. */
export type NieuweGebeurtenis = Omit<BewaardeGebeurtenis, 'volgnummer'> & { bron: string | null };

/**
 * Writes events in the caller's transaction and gives them numbers in commit order: a plain sequence gives numbers in
 * draw order, and a console that replays from the highest it saw would miss one that was committed later (measured).
 * Call it last in the transaction: until commit every other writer of events waits. Send only after commit.
 */
export async function schrijf(
  t: Db,
  aangeboden: readonly NieuweGebeurtenis[],
): Promise<BewaardeGebeurtenis[]> {
  if (aangeboden.length === 0) return [];
  await t.execute(sql`SELECT pg_advisory_xact_lock(${SLOT})`);
  const nieuw = await zonderBekende(t, aangeboden);
  if (nieuw.length === 0) return [];
  const nummers = await rijen(
    t,
    z.object({ nummer: z.coerce.number() }),
    sql`SELECT nextval('gebeurtenis_volgnummer') AS nummer FROM generate_series(1, ${nieuw.length}::int)`,
  );
  const genummerd = nieuw.map((een, i) => {
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
      bron: een.bron,
      niveau: een.niveau,
      zaken: een.zaken === undefined || een.zaken.length === 0 ? null : een.zaken,
    })),
  );
  return genummerd.map(({ bron: _bron, ...een }) => een);
}

/** Under the lock: what another transaction told already can be read. */
async function zonderBekende(t: Db, aangeboden: readonly NieuweGebeurtenis[]): Promise<NieuweGebeurtenis[]> {
  const bronnen = aangeboden.flatMap(({ bron }) => bron ?? []);
  if (bronnen.length === 0) return [...aangeboden];
  const bekend = await t
    .select({ onderwerp: gebeurtenissen.onderwerp, soort: gebeurtenissen.soort, bron: gebeurtenissen.bron })
    .from(gebeurtenissen)
    .where(inArray(gebeurtenissen.bron, bronnen));
  return aangeboden.filter(
    (een) =>
      een.bron === null ||
      !bekend.some(
        ({ onderwerp, soort, bron }) =>
          onderwerp === een.onderwerp && soort === een.soort && bron === een.bron,
      ),
  );
}

function vanRij(rij: typeof gebeurtenissen.$inferSelect): BewaardeGebeurtenis {
  return {
    volgnummer: rij.volgnummer,
    soort: rij.soort,
    onderwerp: rij.onderwerp,
    ...(rij.verwijstNaar === null ? {} : { id: rij.verwijstNaar }),
    tijdstip: rij.tijdstip.toISOString(),
    ...(rij.door === null ? {} : { door: rij.door }),
    niveau: rij.niveau,
    ...(rij.zaken === null ? {} : { zaken: rij.zaken }),
  };
}

/** What happened to one onderwerp after `volgnummer`, at most `hoogstens`, in order. */
export async function sinds(
  db: Db,
  onderwerp: string,
  volgnummer: number,
  hoogstens: number,
): Promise<BewaardeGebeurtenis[]> {
  const gevonden = await db
    .select()
    .from(gebeurtenissen)
    .where(and(eq(gebeurtenissen.onderwerp, onderwerp), gt(gebeurtenissen.volgnummer, volgnummer)))
    .orderBy(asc(gebeurtenissen.volgnummer))
    .limit(hoogstens);
  return gevonden.map(vanRij);
}

/** How often this was told of one onderwerp since a moment. */
export async function aantalSinds(
  db: Db,
  onderwerp: string,
  soort: GebeurtenisSoort,
  moment: Date,
): Promise<number> {
  const [rij] = await db
    .select({ aantal: count() })
    .from(gebeurtenissen)
    .where(
      and(
        eq(gebeurtenissen.onderwerp, onderwerp),
        eq(gebeurtenissen.soort, soort),
        gte(gebeurtenissen.tijdstip, moment),
      ),
    );
  return rij?.aantal ?? 0;
}

/** Everything after `volgnummer`, of every onderwerp, at most `hoogstens`, in order. */
export async function na(db: Db, volgnummer: number, hoogstens: number): Promise<BewaardeGebeurtenis[]> {
  const gevonden = await db
    .select()
    .from(gebeurtenissen)
    .where(gt(gebeurtenissen.volgnummer, volgnummer))
    .orderBy(asc(gebeurtenissen.volgnummer))
    .limit(hoogstens);
  return gevonden.map(vanRij);
}

/** The highest number that was committed; 0 when there was never one. */
export async function laatste(db: Db): Promise<number> {
  const [rij] = await db.select({ hoogste: max(gebeurtenissen.volgnummer) }).from(gebeurtenissen);
  return rij?.hoogste ?? 0;
}

/** The lowest number that is still kept; null when none is. */
export async function oudste(db: Db): Promise<number | null> {
  const [rij] = await db.select({ laagste: min(gebeurtenissen.volgnummer) }).from(gebeurtenissen);
  return rij?.laagste ?? null;
}

/** Retention: a console that was away longer loads anew. The newest stays, so that `laatste` never goes back. */
export async function ruimOp(db: Db, voor: Date): Promise<number> {
  const weg = await db
    .delete(gebeurtenissen)
    .where(
      and(
        lt(gebeurtenissen.tijdstip, voor),
        lt(gebeurtenissen.volgnummer, sql`(SELECT max(volgnummer) FROM gebeurtenissen)`),
      ),
    )
    .returning({ volgnummer: gebeurtenissen.volgnummer });
  return weg.length;
}
