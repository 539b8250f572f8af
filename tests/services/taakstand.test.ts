import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { vasteKlok } from '../../server/clock.ts';
import { BronFout } from '../../server/connectors/ports.ts';
import type { Deps } from '../../server/services/deps.ts';
import { metStand } from '../../server/services/onderhoud.ts';
import * as taakstand from '../../server/store/taakstand.ts';
import { leegDeps } from '../hulp/deps.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

let store: TestStore;
let deps: Deps & { clock: ReturnType<typeof vasteKlok> };
beforeAll(async () => {
  store = await maakStore();
});
beforeEach(async () => {
  await store.leeg();
  const clock = vasteKlok('2026-11-28T09:00:00Z');
  deps = { ...leegDeps(store, clock), clock };
});
afterAll(() => store.close());

const taak = (doe: (signal: AbortSignal) => Promise<void>) => metStand(deps, { naam: 'abonnement', doe });
const loopt = () => new AbortController().signal;

it('houdt bij wanneer een taak lukte en wanneer zij mislukte, en door welk register', async () => {
  await taak(async () => undefined).doe(loopt());
  deps.clock.verder(60_000);
  const weg = new BronFout('notificaties', 'onbereikbaar', { melding: 'gezegd over 999993653' });
  await expect(taak(() => Promise.reject(weg)).doe(loopt())).rejects.toBe(weg);
  expect(await taakstand.lijst(store.db)).toEqual([
    {
      naam: 'abonnement',
      geluktOp: new Date('2026-11-28T09:00:00Z'),
      misluktOp: new Date('2026-11-28T09:01:00Z'),
      reden: 'notificaties: onbereikbaar',
    },
  ]);
});

it('noemt van een andere fout alleen de naam', async () => {
  const stuk = new TypeError('gezegd over 999993653');
  await expect(taak(() => Promise.reject(stuk)).doe(loopt())).rejects.toBe(stuk);
  expect(await taakstand.lijst(store.db)).toMatchObject([{ geluktOp: null, reden: 'TypeError' }]);
});

it('wat aan het einde van het proces is afgebroken, heet niet gelukt', async () => {
  const einde = new AbortController();
  einde.abort();
  await taak(async () => undefined).doe(einde.signal);
  expect(await taakstand.lijst(store.db)).toEqual([]);
});
