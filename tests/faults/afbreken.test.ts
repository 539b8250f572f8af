import { setTimeout as wacht } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { maakStore } from '../hulp/store.ts';
import { maakOpstelling, type Opstelling, type Proces } from './processen.ts';
import { startSchrijvers, totBezorgd } from './schrijvers.ts';
import { maakToeval, SEED } from './toeval.ts';

const KEREN = Number(process.env['FAULTS_KILLS'] ?? '') || 50;
/** Only for a machine that is very busy; by itself it takes some minutes. */
const LANG = 60 * 60_000;
const server = process.env['DATABASE_URL'];
const metPostgresql = server !== undefined && server !== '';

let levend: Proces[] = [];
let opstelling: Opstelling | null = null;
afterEach(async () => {
  await Promise.all(levend.map((proces) => proces.doodt()));
  levend = [];
  opstelling?.ruimOp();
});

const zeg = (regel: string): void => {
  process.stdout.write(`faults: ${regel}\n`);
};

/** Starts, and is on the list of what must be ended. */
async function op(maak: () => Proces): Promise<Proces> {
  const proces = maak();
  levend.push(proces);
  await proces.gestart;
  return proces;
}

async function weg(proces: Proces): Promise<void> {
  await proces.doodt();
  levend = levend.filter((een) => een !== proces);
}

async function breekAf(naam: string, eigen: Opstelling): Promise<void> {
  opstelling = eigen;
  const toeval = maakToeval(`afbreken ${naam}`);
  let registers = await op(eigen.registers);
  let console = await op(eigen.console);
  const schrijvers = await startSchrijvers();
  let registersAf = 0;
  for (let keer = 1; keer <= KEREN; keer += 1) {
    // By what was written, not by the clock: a slow machine gets as many kills in the middle of writing.
    const genoeg = schrijvers.bevestigd.length + 1 + toeval.tot(8);
    for (let ms = 0; schrijvers.bevestigd.length < genoeg && ms < 10_000; ms += 10) await wacht(10);
    await wacht(toeval.tot(60));
    const ookRegisters = toeval.tot(5) === 0;
    if (ookRegisters) {
      registersAf += 1;
      await weg(registers);
      await wacht(toeval.tot(150));
    }
    await weg(console);
    // Now and then it dies while it starts.
    if (toeval.tot(8) === 0) {
      const half = eigen.console();
      levend.push(half);
      await wacht(toeval.tot(1200));
      await weg(half);
    }
    if (ookRegisters) registers = await op(eigen.registers);
    console = await op(eigen.console);
  }
  await schrijvers.stop();
  const { bevestigd, mis } = schrijvers;
  const begin = Date.now();
  const { weg: kwijt, dubbel } = await totBezorgd(bevestigd, 180_000);
  const soorten = Object.entries(Object.groupBy(bevestigd, ({ soort }) => soort));
  zeg(
    `${naam}, seed ${SEED}: console ${KEREN} keer en registers ${registersAf} keer afgebroken; ` +
      `${bevestigd.length} keer "bewaard" gezegd (${soorten.map(([soort, rijen]) => `${rijen.length} ${soort}`).join(', ')}); ` +
      `${kwijt.length} kwijt, ${dubbel.length} dubbel, ${mis.length} verkeerd antwoord; ` +
      `na ${Math.round((Date.now() - begin) / 1000)} s stond alles in de registers`,
  );
  expect([console.gevallen(), registers.gevallen()]).toEqual([null, null]);
  expect(mis).toEqual([]);
  expect(kwijt).toEqual([]);
  expect(dubbel).toEqual([]);
  // Enough was under way for the kills to mean something.
  for (const soort of ['contactmoment', 'substatus', 'status'] as const)
    expect(bevestigd.filter((een) => een.soort === soort).length).toBeGreaterThan(KEREN / 5);
  await console.stop();
  await registers.stop();
  levend = [];
}

describe('wat de console bewaard heeft, staat precies één keer in zijn register', () => {
  it(
    `met kill -9, ${KEREN} keer, op de eigen database`,
    async () => breekAf('PGlite', maakOpstelling()),
    LANG,
  );

  it.skipIf(!metPostgresql)(
    `met kill -9, ${KEREN} keer, op PostgreSQL`,
    async () => {
      const store = await maakStore();
      try {
        await breekAf('PostgreSQL', maakOpstelling(store.databaseUrl));
      } finally {
        await Promise.all(levend.splice(0).map((proces) => proces.doodt()));
        await store.close();
      }
    },
    LANG,
  );
});
