import { and, eq, or, sql } from 'drizzle-orm';
import type { Pad } from '../domain/pad.ts';
import { paden } from './schema.ts';
import type { Db } from './store.ts';

/** One version of a zaaktype; `zaaktype` is its uuid. */
interface Zaaktypesleutel {
  register: string;
  zaaktype: string;
}

/** What is known of the order of one zaaktype; what the beheerder set and what was learned stand beside each other. */
export interface BekendPad {
  ingesteld: Pad | null;
  geleerd: Pad | null;
  /** Closed zaken that were looked at. */
  aantal: number;
  /** A zaak went against the volgnummers of the catalogus. */
  tegenspraak: boolean;
  /** The orders of statustypen (uuids) that were seen, each once. */
  reeksen: string[][];
}

const deze = ({ register, zaaktype }: Zaaktypesleutel) =>
  and(eq(paden.register, register), sql`${paden.zaaktype}::text = ${zaaktype}`);

/** By `<register>~<uuid>`; what nothing is known of is absent. */
export async function vanZaaktypen(
  db: Db,
  zaaktypen: readonly Zaaktypesleutel[],
): Promise<Map<string, BekendPad>> {
  const gevonden =
    zaaktypen.length === 0
      ? []
      : await db
          .select()
          .from(paden)
          .where(or(...zaaktypen.map(deze)));
  return new Map(
    [...Map.groupBy(gevonden, (rij) => `${rij.register}~${rij.zaaktype}`)].map(([sleutel, rijen]) => {
      const pad = (bron: 'ingesteld' | 'geleerd'): Pad | null => {
        const rij = rijen.find((een) => een.bron === bron && een.stappen.length > 0);
        return rij === undefined
          ? null
          : { bron, stappen: rij.stappen, uitgangen: rij.uitgangen, verborgen: rij.verborgen };
      };
      const geleerd = rijen.find((rij) => rij.bron === 'geleerd');
      return [
        sleutel,
        {
          ingesteld: pad('ingesteld'),
          geleerd: pad('geleerd'),
          aantal: geleerd?.aantal ?? 0,
          tegenspraak: geleerd?.tegenspraak ?? false,
          reeksen: geleerd?.reeksen ?? [],
        },
      ];
    }),
  );
}

async function bewaar(db: Db, rij: typeof paden.$inferInsert): Promise<void> {
  await db
    .insert(paden)
    .values(rij)
    .onConflictDoUpdate({ target: [paden.register, paden.zaaktype, paden.bron], set: rij });
}

/** What the closed zaken taught; `pad` is null where they were too few or did not agree. */
export async function bewaarGeleerd(
  db: Db,
  geleerd: Zaaktypesleutel & Omit<BekendPad, 'ingesteld' | 'geleerd'> & { pad: Pad | null; nu: Date },
): Promise<void> {
  const { pad, nu, ...rest } = geleerd;
  await bewaar(db, {
    ...rest,
    bron: 'geleerd',
    stappen: pad?.stappen ?? [],
    uitgangen: pad?.uitgangen ?? [],
    verborgen: pad?.verborgen ?? [],
    bijgewerktOp: nu,
  });
}

/** What the beheerder set; null takes it away, and then what was learned holds again. */
export async function stelIn(
  db: Db,
  ingesteld: Zaaktypesleutel & { pad: Omit<Pad, 'bron'> | null; nu: Date },
): Promise<void> {
  const { register, zaaktype, pad, nu } = ingesteld;
  if (pad === null) {
    await db.delete(paden).where(and(deze(ingesteld), eq(paden.bron, 'ingesteld')));
    return;
  }
  const { stappen, uitgangen, verborgen } = pad;
  await bewaar(db, {
    register,
    zaaktype,
    bron: 'ingesteld',
    stappen,
    uitgangen,
    verborgen,
    aantal: 0,
    tegenspraak: false,
    reeksen: [],
    bijgewerktOp: nu,
  });
}
