import { createHash, randomUUID } from 'node:crypto';
import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { dayOf } from '../domain/dagen.ts';
import { verwerkingen, verwerkingenKetens } from './schema.ts';
import { rijen, type Db } from './db.ts';

/**
 * The verwerkingenlog: who did what with whose data, why. Each line carries a hash over itself and the line before it
 * in its chain, so that a line that was changed or removed shows. A chain belongs to one schrijver and one month; a
 * schrijver is held by one transaction at a time and a busy moment opens another, so that reads do not queue. Over 300
 * lines because a chain is written, read and cut by one set of rules.
 */
export interface Verwerking {
  medewerker: string;
  handeling: string;
  /** Keyed hash (store/klantverwijzingen.ts); null where no person is known. */
  betrokkene: string | null;
  /** Id of the zaak, document or klacht it was about, where there is one. */
  voorwerp?: string | null;
  /** Code of the verwerkingsactiviteit. */
  doel: string;
  registers: string[];
  traceId: string;
  /** ISO 8601. */
  tijdstip: string;
}
export interface Logregel extends Required<Verwerking> {
  /** `<maand>/<schrijver>/<volgnummer>` */
  id: string;
}

const PROCES = randomUUID().slice(0, 8);
/** Two processes that meet in a new month make its partition one after the other. */
const SLOT = 7_482_003;

function keten(
  vorige: string,
  maand: string,
  schrijver: string,
  volgnummer: number,
  v: Required<Verwerking>,
): string {
  const deel = [
    vorige,
    maand,
    schrijver,
    volgnummer,
    v.tijdstip,
    v.medewerker,
    v.handeling,
    v.betrokkene,
    v.voorwerp,
    v.doel,
    v.registers,
    v.traceId,
  ];
  return createHash('sha256').update(JSON.stringify(deel)).digest('hex');
}

/** Writes lines in the caller's transaction; the read they are about may be answered only after it was committed. */
export async function schrijf(t: Db, regels: readonly Verwerking[]): Promise<void> {
  const perMaand = Map.groupBy(regels, (regel) => dayOf(new Date(regel.tijdstip)).slice(0, 7));
  for (const [maand, deel] of perMaand) await schrijfMaand(t, maand, deel);
}

async function schrijfMaand(t: Db, maand: string, regels: readonly Verwerking[]): Promise<void> {
  const hoofd = (await pakKeten(t, maand)) ?? (await openKeten(t, maand));
  let { aantal, hash } = hoofd;
  const nieuw = regels.map((regel) => {
    const vol = {
      ...regel,
      voorwerp: regel.voorwerp ?? null,
      tijdstip: new Date(regel.tijdstip).toISOString(),
    };
    aantal += 1;
    hash = keten(hash, maand, hoofd.schrijver, aantal, vol);
    return {
      ...vol,
      tijdstip: new Date(vol.tijdstip),
      maand,
      schrijver: hoofd.schrijver,
      volgnummer: aantal,
      hash,
    };
  });
  await t.insert(verwerkingen).values(nieuw);
  await t
    .update(verwerkingenKetens)
    .set({ aantal, hash })
    .where(and(eq(verwerkingenKetens.maand, maand), eq(verwerkingenKetens.schrijver, hoofd.schrijver)));
}

/** The first chain of this process that no other transaction holds. */
async function pakKeten(t: Db, maand: string) {
  const [vrij] = await t
    .select()
    .from(verwerkingenKetens)
    .where(
      and(
        eq(verwerkingenKetens.maand, maand),
        sql`${verwerkingenKetens.schrijver} LIKE ${`${PROCES}-%`}`,
        sql`${verwerkingenKetens.afgeslotenOp} IS NULL`,
      ),
    )
    .orderBy(asc(verwerkingenKetens.schrijver))
    .limit(1)
    .for('update', { skipLocked: true });
  return vrij;
}

async function openKeten(t: Db, maand: string) {
  await zorgVoorMaand(t, maand);
  const begin = { maand, schrijver: `${PROCES}-${randomUUID().slice(0, 8)}`, aantal: 0, hash: '' };
  await t.insert(verwerkingenKetens).values(begin);
  return begin;
}

/** `2026-11` → its partition. The name is made of digits only, because it stands in the statement as it is. */
function partitie(maand: string): SQL {
  const [, jaar, nummer] = /^(\d{4})-(\d{2})$/.exec(maand) ?? [];
  if (jaar === undefined || nummer === undefined) throw new Error('verwerkingen: geen maand');
  return sql.raw(`verwerkingen_${jaar}_${nummer}`);
}

/** Makes the partition of a month where it is not there. Done ahead by the planner; ATTACH does not stop readers. */
export async function zorgVoorMaand(t: Db, maand: string): Promise<void> {
  const naam = partitie(maand);
  const [bestaat] = await rijen(
    t,
    z.object({ er: z.boolean() }),
    sql`SELECT to_regclass('${naam}') IS NOT NULL AS er`,
  );
  if (bestaat?.er === true) return;
  await t.execute(sql`SELECT pg_advisory_xact_lock(${SLOT})`);
  // By reading the table itself: `to_regclass` would still answer what it found before the lock.
  const [intussen] = await rijen(
    t,
    z.object({ er: z.boolean() }),
    sql`SELECT EXISTS (SELECT FROM pg_class WHERE relname = '${naam}') AS er`,
  );
  if (intussen?.er === true) return;
  await t.execute(sql`CREATE TABLE ${naam} (LIKE verwerkingen INCLUDING ALL)`);
  await t.execute(
    sql`ALTER TABLE verwerkingen ATTACH PARTITION ${naam} FOR VALUES IN (${sql.raw(`'${maand}'`)})`,
  );
}

export interface LogVraag {
  filter?: {
    medewerker?: string | undefined;
    handeling?: string | undefined;
    /** Every hash of the klant: klantverwijzingen.hashes(). */
    betrokkene?: readonly string[] | undefined;
    voorwerp?: string | undefined;
    traceId?: string | undefined;
    van?: Date | undefined;
    tot?: Date | undefined;
  };
  /** First and last row, both included. */
  range: readonly [number, number];
}

/** The log, newest first, with how many lines there are in all. */
export async function lijst(db: Db, vraag: LogVraag): Promise<{ rijen: Logregel[]; totaal: number }> {
  const f = vraag.filter ?? {};
  const v = verwerkingen;
  const waar = and(
    f.medewerker === undefined ? undefined : eq(v.medewerker, f.medewerker),
    f.handeling === undefined ? undefined : eq(v.handeling, f.handeling),
    f.betrokkene === undefined ? undefined : inArray(v.betrokkene, [...f.betrokkene]),
    f.voorwerp === undefined ? undefined : eq(v.voorwerp, f.voorwerp),
    f.traceId === undefined ? undefined : eq(v.traceId, f.traceId),
    f.van === undefined ? undefined : gte(v.tijdstip, f.van),
    f.tot === undefined ? undefined : lt(v.tijdstip, f.tot),
  );
  const [van, tot] = vraag.range;
  const gevonden = await db
    .select()
    .from(v)
    .where(waar)
    .orderBy(desc(v.tijdstip), asc(v.schrijver), desc(v.volgnummer))
    .offset(van)
    .limit(tot - van + 1);
  const [telling] = await db.select({ totaal: count() }).from(v).where(waar);
  return { rijen: gevonden.map(vanRij), totaal: telling?.totaal ?? 0 };
}

/** Whether a line like this was written since that moment. */
export async function staatErin(
  db: Db,
  regel: Pick<Verwerking, 'medewerker' | 'handeling' | 'doel'> & { voorwerp: string },
  sinds: Date,
): Promise<boolean> {
  const v = verwerkingen;
  const gevonden = await db
    .select({ volgnummer: v.volgnummer })
    .from(v)
    .where(
      and(
        eq(v.medewerker, regel.medewerker),
        eq(v.handeling, regel.handeling),
        eq(v.voorwerp, regel.voorwerp),
        eq(v.doel, regel.doel),
        gte(v.tijdstip, sinds),
      ),
    )
    .limit(1);
  return gevonden.length > 0;
}

function vanRij(rij: typeof verwerkingen.$inferSelect): Logregel {
  return {
    id: `${rij.maand}/${rij.schrijver}/${rij.volgnummer}`,
    medewerker: rij.medewerker,
    handeling: rij.handeling,
    betrokkene: rij.betrokkene,
    voorwerp: rij.voorwerp,
    doel: rij.doel,
    registers: rij.registers,
    traceId: rij.traceId,
    tijdstip: rij.tijdstip.toISOString(),
  };
}

export interface Breuk {
  maand: string;
  schrijver: string;
  /** Where the chain first differs. */
  volgnummer: number;
  soort: 'gewijzigd' | 'ontbreekt' | 'zonder_keten';
}

/** Verifies every chain of every month that is kept; an empty list means that nothing was changed or removed. */
export async function controleer(db: Db): Promise<Breuk[]> {
  const breuken: Breuk[] = [];
  const ketens = await db
    .select()
    .from(verwerkingenKetens)
    .where(sql`${verwerkingenKetens.afgeslotenOp} IS NULL`);
  for (const hoofd of ketens) {
    const breuk = await controleerKeten(db, hoofd);
    if (breuk !== null) breuken.push(breuk);
  }
  const bekend = new Set(ketens.map((hoofd) => `${hoofd.maand}/${hoofd.schrijver}`));
  const aanwezig = await db
    .selectDistinct({ maand: verwerkingen.maand, schrijver: verwerkingen.schrijver })
    .from(verwerkingen);
  for (const los of aanwezig)
    if (!bekend.has(`${los.maand}/${los.schrijver}`))
      breuken.push({ ...los, volgnummer: 1, soort: 'zonder_keten' });
  return breuken;
}

async function controleerKeten(db: Db, hoofd: typeof verwerkingenKetens.$inferSelect): Promise<Breuk | null> {
  const { maand, schrijver } = hoofd;
  let hash = '';
  let volgnummer = 0;
  for (;;) {
    const deel = await db
      .select()
      .from(verwerkingen)
      .where(
        and(
          eq(verwerkingen.maand, maand),
          eq(verwerkingen.schrijver, schrijver),
          sql`${verwerkingen.volgnummer} > ${volgnummer}`,
        ),
      )
      .orderBy(asc(verwerkingen.volgnummer))
      .limit(1000);
    for (const rij of deel) {
      volgnummer += 1;
      if (rij.volgnummer !== volgnummer) return { maand, schrijver, volgnummer, soort: 'ontbreekt' };
      hash = keten(hash, maand, schrijver, volgnummer, vanRij(rij));
      if (rij.hash !== hash) return { maand, schrijver, volgnummer, soort: 'gewijzigd' };
    }
    if (deel.length < 1000) break;
  }
  if (volgnummer < hoofd.aantal) return { maand, schrijver, volgnummer: volgnummer + 1, soort: 'ontbreekt' };
  return hash === hoofd.hash && volgnummer === hoofd.aantal
    ? null
    : { maand, schrijver, volgnummer, soort: 'gewijzigd' };
}

/**
 * Retention: the months before `maand` go, each leaving the end of its chains (number of lines, last hash) as the
 * checkpoint. Call it in a transaction.
 */
export async function sluitAf(t: Db, maand: string, nu: Date): Promise<string[]> {
  const oud = await t
    .selectDistinct({ maand: verwerkingenKetens.maand })
    .from(verwerkingenKetens)
    .where(and(lt(verwerkingenKetens.maand, maand), sql`${verwerkingenKetens.afgeslotenOp} IS NULL`))
    .orderBy(asc(verwerkingenKetens.maand));
  for (const een of oud) {
    await t
      .update(verwerkingenKetens)
      .set({ afgeslotenOp: nu })
      .where(eq(verwerkingenKetens.maand, een.maand));
    await t.execute(sql`DROP TABLE ${partitie(een.maand)}`);
  }
  return oud.map((een) => een.maand);
}

/** The checkpoints that months left behind. */
export async function afgesloten(
  db: Db,
): Promise<{ maand: string; schrijver: string; aantal: number; hash: string }[]> {
  const k = verwerkingenKetens;
  return db
    .select({ maand: k.maand, schrijver: k.schrijver, aantal: k.aantal, hash: k.hash })
    .from(k)
    .where(isNotNull(k.afgeslotenOp))
    .orderBy(asc(k.maand), asc(k.schrijver));
}
