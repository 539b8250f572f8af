import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakWerk } from '../../server/jobs/werk.ts';
import { stilLog } from '../hulp/log.ts';
import { totdat } from '../hulp/console.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
afterAll(() => store.close());

it('een register dat wegblijft houdt de console niet op, de andere taken niet en de klok niet', async () => {
  const gedaan: string[] = [];
  let abonnement: () => void = () => undefined;
  const geprobeerd = new Promise<void>((klaar) => {
    abonnement = klaar;
  });
  const werk = maakWerk({
    store,
    log: stilLog(),
    opnieuwMs: 1,
    taken: [
      { naam: 'abonnement', cron: '0 4 * * *', doe: () => geprobeerd },
      {
        naam: 'zaakindex',
        cron: '0 4 * * *',
        doe: async () => {
          gedaan.push('zaakindex');
          throw new Error('register weg');
        },
      },
      { naam: 'paden', cron: '0 4 * * *', doe: async () => void gedaan.push('paden') },
    ],
  });
  werk.begin();
  expect(werk.gereed()).toBe(false);
  abonnement();
  await totdat(() => werk.gereed() && gedaan.includes('paden') && gedaan.length > 4);
  // It stays away, and the schedule is there all the same.
  await totdat(async () => {
    const { rows } = await store.executeSql(`SELECT to_regclass('planner.schedule') IS NOT NULL AS er`);
    if (!(rows as { er: boolean }[])[0]?.er) return false;
    const rooster = await store.executeSql('SELECT name FROM planner.schedule');
    return rooster.rows.length === 3;
  });
  expect(gedaan.filter((naam) => naam === 'paden')).toHaveLength(1);
  await werk.stop();
});

it('een eerste ronde die lang duurt houdt /health/ready niet op', async () => {
  let klaar: () => void = () => undefined;
  const vult = new Promise<void>((verder) => {
    klaar = verder;
  });
  const werk = maakWerk({
    store,
    log: stilLog(),
    taken: [
      { naam: 'abonnement', cron: '0 4 * * *', doe: async () => undefined },
      { naam: 'zaakindex', cron: '0 4 * * *', doe: () => vult },
    ],
  });
  werk.begin();
  await totdat(() => werk.gereed());
  klaar();
  await werk.stop();
});
