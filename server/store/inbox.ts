import { randomUUID } from 'node:crypto';
import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inbox } from './schema.ts';
import { rijen, type Db } from './db.ts';

/**
 * Notificaties as they came, until they are handled. Of the body only what says where to look is kept: `kenmerken` may
 * hold a person's number, and the state is re-read from the register anyway.
 */
export interface Notificatie {
  kanaal: string;
  hoofdObject: string;
  resource: string;
  resourceUrl: string;
  actie: string;
  /** ISO 8601 with offset. */
  aanmaakdatum: string;
}
export interface Inboxrij extends Notificatie {
  id: number;
  pogingen: number;
  lease: string | null;
}

export async function plaats(db: Db, notificatie: Notificatie, nu: Date): Promise<void> {
  const { kanaal, hoofdObject, resource, resourceUrl, actie, aanmaakdatum } = notificatie;
  await db.insert(inbox).values({
    kanaal,
    hoofdObject,
    resource,
    resourceUrl,
    actie,
    aanmaakdatum: new Date(aanmaakdatum),
    ontvangenOp: nu,
    volgendePoging: nu,
  });
}

/**
 * Takes the oldest rows whose turn it is, with all that waits of the same objects: however much came of one in a batch,
 * its state is read once. Holds them for `leaseMs`.
 */
export async function neem(
  db: Db,
  vraag: { nu: Date; leaseMs: number; hoogstens: number },
): Promise<Inboxrij[]> {
  const lease = randomUUID();
  const nu = vraag.nu.toISOString();
  const tot = new Date(vraag.nu.getTime() + vraag.leaseMs).toISOString();
  const aanDeBeurt = sql`volgende_poging <= ${nu}::timestamptz AND (lease_tot IS NULL OR lease_tot <= ${nu}::timestamptz)`;
  const genomen = await rijen(
    db,
    z.object({ een: z.number() }),
    sql`WITH oudste AS (
          SELECT kanaal, hoofd_object FROM inbox WHERE ${aanDeBeurt}
          ORDER BY volgende_poging, id LIMIT ${vraag.hoogstens} FOR UPDATE SKIP LOCKED)
        UPDATE inbox SET lease = ${lease}::uuid, lease_tot = ${tot}::timestamptz, pogingen = pogingen + 1
        WHERE id IN (
          SELECT id FROM inbox
          WHERE ${aanDeBeurt} AND (kanaal, hoofd_object) IN (SELECT kanaal, hoofd_object FROM oudste)
          FOR UPDATE SKIP LOCKED)
        RETURNING 1 AS een`,
  );
  if (genomen.length === 0) return [];
  const gevonden = await db.select().from(inbox).where(eq(inbox.lease, lease)).orderBy(asc(inbox.id));
  return gevonden.map((rij) => ({
    id: rij.id,
    kanaal: rij.kanaal,
    hoofdObject: rij.hoofdObject,
    resource: rij.resource,
    resourceUrl: rij.resourceUrl,
    actie: rij.actie,
    aanmaakdatum: rij.aanmaakdatum.toISOString(),
    pogingen: rij.pogingen,
    lease: rij.lease,
  }));
}

const ids = (verwerkt: readonly Inboxrij[]) =>
  inArray(
    inbox.id,
    verwerkt.map((rij) => rij.id),
  );

/** Handled: nothing of it is kept. */
export async function klaar(db: Db, verwerkt: readonly Inboxrij[]): Promise<void> {
  if (verwerkt.length > 0) await db.delete(inbox).where(ids(verwerkt));
}

/** Not handled: again at `volgendePoging`, or given up where that is null (the reconciliation finds what it was about). */
export async function mislukt(
  db: Db,
  verwerkt: readonly Inboxrij[],
  volgendePoging: Date | null,
  reden: string,
): Promise<void> {
  if (verwerkt.length > 0)
    await db.update(inbox).set({ volgendePoging, reden, lease: null, leaseTot: null }).where(ids(verwerkt));
}

/** For operations: how many wait and since when, how many were given up. */
export async function stand(db: Db): Promise<{ wacht: number; opgegeven: number; oudste: Date | null }> {
  const [rij] = await db
    .select({
      wacht: count(inbox.volgendePoging),
      alle: count(),
      oudste:
        sql<Date | null>`min(${inbox.ontvangenOp}) FILTER (WHERE ${inbox.volgendePoging} IS NOT NULL)`.mapWith(
          inbox.ontvangenOp,
        ),
    })
    .from(inbox);
  const { wacht, alle, oudste } = rij ?? { wacht: 0, alle: 0, oudste: null };
  return { wacht, opgegeven: alle - wacht, oudste };
}

/** Removes what was given up before `voor`. */
export async function ruimOp(db: Db, voor: Date): Promise<number> {
  const weg = await db
    .delete(inbox)
    .where(and(isNull(inbox.volgendePoging), sql`${inbox.ontvangenOp} < ${voor.toISOString()}::timestamptz`))
    .returning({ id: inbox.id });
  return weg.length;
}
