import { and, asc, count, desc, eq, inArray, isNull, lte, min, or, sql } from 'drizzle-orm';
import type { Db } from './db.ts';
import { vanRij, type Outboxrij } from './outbox.ts';
import { outbox } from './schema.ts';
import type { Sleutels } from './sleutels.ts';

/** What has not reached its register, for operations: all that waits or was refused, of everyone. */
export interface Bezorgfilter {
  toestand?: 'wacht' | 'geweigerd' | undefined;
  soort?: Outboxrij['soort'] | undefined;
  register?: string | undefined;
}

const KOLOMMEN = {
  sinds: outbox.aangemaaktOp,
  volgendePoging: outbox.volgendePoging,
  pogingen: outbox.pogingen,
  register: outbox.register,
} as const;
export type Bezorgsortering = keyof typeof KOLOMMEN;

/** Another one of the same volgordeSleutel goes first. */
const ACHTER_EEN_ANDER = sql<boolean>`outbox.toestand = 'wacht' AND EXISTS (
  SELECT 1 FROM outbox eerder WHERE eerder.toestand = 'wacht'
    AND eerder.volgorde_sleutel = outbox.volgorde_sleutel AND eerder.volgnummer < outbox.volgnummer)`;

interface Wachtend {
  rij: Outboxrij;
  achter: boolean;
  /** Until when a process holds it; one that is gone holds nothing. */
  leaseTot: Date | null;
}

export async function lijst(
  db: Db,
  sleutels: Sleutels,
  vraag: {
    sort: readonly [Bezorgsortering, 'ASC' | 'DESC'];
    range: readonly [number, number];
    filter: Bezorgfilter;
  },
): Promise<{ rijen: Wachtend[]; totaal: number }> {
  const { sort, range, filter } = vraag;
  const waar = and(
    inArray(outbox.toestand, filter.toestand === undefined ? ['wacht', 'geweigerd'] : [filter.toestand]),
    filter.soort === undefined ? undefined : eq(outbox.soort, filter.soort),
    filter.register === undefined ? undefined : eq(outbox.register, filter.register),
  );
  const richting = sort[1] === 'ASC' ? asc : desc;
  const gevonden = await db
    .select({ rij: outbox, achter: ACHTER_EEN_ANDER, leaseTot: outbox.leaseTot })
    .from(outbox)
    .where(waar)
    .orderBy(richting(KOLOMMEN[sort[0]]), asc(outbox.volgnummer))
    .offset(range[0])
    .limit(range[1] - range[0] + 1);
  const [geteld] = await db.select({ totaal: count() }).from(outbox).where(waar);
  return {
    rijen: gevonden.map(({ rij, ...rest }) => ({ rij: vanRij(sleutels, rij), ...rest })),
    totaal: geteld?.totaal ?? 0,
  };
}

/** Per register, kind and toestand how many and since when; no content. */
export async function tellingen(db: Db): Promise<
  {
    register: string;
    soort: Outboxrij['soort'];
    toestand: 'wacht' | 'geweigerd';
    aantal: number;
    oudste: Date | null;
  }[]
> {
  const gevonden = await db
    .select({
      register: outbox.register,
      soort: outbox.soort,
      toestand: outbox.toestand,
      aantal: count(),
      oudste: min(outbox.aangemaaktOp),
    })
    .from(outbox)
    .where(inArray(outbox.toestand, ['wacht', 'geweigerd']))
    .groupBy(outbox.register, outbox.soort, outbox.toestand)
    .orderBy(asc(outbox.register), asc(outbox.soort), asc(outbox.toestand));
  return gevonden.flatMap(({ toestand, ...rest }) => (toestand === 'bezorgd' ? [] : [{ ...rest, toestand }]));
}

const vrij = (nu: Date) => or(isNull(outbox.leaseTot), lte(outbox.leaseTot, nu));

/** Has a row tried now, and what goes before it; how many these are. A row that is being delivered is left alone. */
export async function probeerNu(db: Db, id: string, nu: Date): Promise<number> {
  const gezet = await db
    .update(outbox)
    .set({ volgendePoging: nu })
    .where(
      and(
        eq(outbox.toestand, 'wacht'),
        vrij(nu),
        sql`EXISTS (SELECT 1 FROM outbox deze WHERE deze.id = ${id}::uuid AND deze.toestand = 'wacht'
          AND deze.volgorde_sleutel = ${outbox.volgordeSleutel} AND deze.volgnummer >= ${outbox.volgnummer})`,
      ),
    )
    .returning({ id: outbox.id });
  return gezet.length;
}

/** Has everything that waits for this register tried now; how many these are. */
export async function probeerAllesNu(db: Db, register: string, nu: Date): Promise<number> {
  const gezet = await db
    .update(outbox)
    .set({ volgendePoging: nu })
    .where(and(eq(outbox.toestand, 'wacht'), eq(outbox.register, register), vrij(nu)))
    .returning({ id: outbox.id });
  return gezet.length;
}
