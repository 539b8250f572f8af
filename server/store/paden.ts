import { and, asc, eq } from 'drizzle-orm';
import { paden } from './schema.ts';
import type { Db } from './db.ts';

/** What is known of the order in which the statuses of one version of a zaaktype happen (domain/pad.ts chooses). */
export interface Pad {
  register: string;
  /** uuid of the version of the zaaktype. */
  zaaktype: string;
  /** Main steps, in order: uuids of statustypen. Empty where nothing could be learned. */
  stappen: string[];
  /** Exits such as Ingetrokken. */
  uitgangen: string[];
  /** Shown once it was set, never foretold. */
  verborgen: string[];
  bron: 'ingesteld' | 'geleerd';
  /** Closed zaken that were looked at. */
  aantal: number;
  /** A zaak went against the volgnummers of the catalogus. */
  tegenspraak: boolean;
  /** The orders of statustypen that were seen, each once. */
  reeksen: string[][];
}

const kolommen = {
  register: paden.register,
  zaaktype: paden.zaaktype,
  stappen: paden.stappen,
  uitgangen: paden.uitgangen,
  verborgen: paden.verborgen,
  bron: paden.bron,
  aantal: paden.aantal,
  tegenspraak: paden.tegenspraak,
  reeksen: paden.reeksen,
};

/** All of them: what was set and what was learned stand beside each other. */
export async function lijst(db: Db): Promise<Pad[]> {
  return db.select(kolommen).from(paden).orderBy(asc(paden.register), asc(paden.zaaktype), asc(paden.bron));
}

/** Adds or replaces. */
export async function bewaar(db: Db, pad: Pad, nu: Date): Promise<void> {
  const rij = { ...pad, bijgewerktOp: nu };
  await db
    .insert(paden)
    .values(rij)
    .onConflictDoUpdate({ target: [paden.register, paden.zaaktype, paden.bron], set: rij });
}

/** Takes away what the beheerder set: then what was learned holds again. */
export async function verwijder(db: Db, pad: Pick<Pad, 'register' | 'zaaktype' | 'bron'>): Promise<void> {
  await db
    .delete(paden)
    .where(and(eq(paden.register, pad.register), eq(paden.zaaktype, pad.zaaktype), eq(paden.bron, pad.bron)));
}
