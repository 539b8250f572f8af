import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPlanner } from '../../server/jobs/planner.ts';
import { stilLog } from '../hulp/log.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
afterAll(() => store.close());
const start = (taken: Parameters<typeof startPlanner>[0]['taken']) =>
  startPlanner({ store, log: stilLog(), taken, kijkSeconden: 0.5 });

it('voert een taak uit bij de start, en één tegelijk al zijn er twee processen', async () => {
  let tegelijk = 0;
  let meeste = 0;
  let keren = 0;
  let tweede: () => void = () => undefined;
  const tweeKeer = new Promise<void>((klaar) => {
    tweede = klaar;
  });
  const taak = {
    naam: 'afstemming',
    cron: '0 4 * * *',
    bijStart: true,
    doe: async () => {
      tegelijk += 1;
      meeste = Math.max(meeste, tegelijk);
      await new Promise((verder) => setTimeout(verder, 20));
      tegelijk -= 1;
      keren += 1;
      if (keren === 2) tweede();
    },
  };
  const [een, twee] = [await start([taak]), await start([taak])];
  while (keren === 0) await new Promise((verder) => setTimeout(verder, 20));
  await een.nu('afstemming');
  await twee.nu('afstemming');
  await twee.nu('afstemming');
  await tweeKeer;
  await Promise.all([een.stop(), twee.stop()]);
  expect(meeste).toBe(1);
  const { rows } = await store.executeSql('SELECT name, cron, timezone FROM planner.schedule');
  expect(rows).toEqual([{ name: 'afstemming', cron: '0 4 * * *', timezone: 'Europe/Amsterdam' }]);
});

it('vergeet het rooster van een taak die er niet meer is, en overleeft een taak die mislukt', async () => {
  let geprobeerd: () => void = () => undefined;
  const mislukt = new Promise<void>((klaar) => {
    geprobeerd = klaar;
  });
  const planner = await start([
    {
      naam: 'stuk',
      cron: '0 5 * * *',
      doe: async () => {
        geprobeerd();
        throw new Error('met 999993653 erin');
      },
    },
  ]);
  await planner.nu('stuk');
  await mislukt;
  await planner.stop();
  expect((await store.executeSql('SELECT name FROM planner.schedule')).rows).toEqual([{ name: 'stuk' }]);
  const { rows } = await store.executeSql('SELECT output::text AS uit FROM planner.job');
  expect(JSON.stringify(rows)).not.toContain('999993653');
});
