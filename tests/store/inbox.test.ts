import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as inbox from '../../server/store/inbox.ts';
import { inbox as tabel } from '../../server/store/schema.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const nu = new Date('2026-11-21T10:00:00Z');
const na = (seconden: number) => new Date(nu.getTime() + seconden * 1000);
const notificatie = {
  kanaal: 'zaken',
  hoofdObject: 'http://zaken.test/zaken/api/v1/zaken/1',
  resource: 'status',
  resourceUrl: 'http://zaken.test/zaken/api/v1/statussen/2',
  actie: 'create',
  aanmaakdatum: '2026-11-21T09:59:59.000Z',
};
let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
beforeEach(() => store.leeg());
afterAll(() => store.close());
const neem = (op = nu, hoogstens = 10) => inbox.neem(store.db, { nu: op, leaseMs: 60_000, hoogstens });

it('bewaart van een notificatie alleen waar te kijken, nooit de kenmerken', async () => {
  await inbox.plaats(store.db, { ...notificatie, ...{ kenmerken: { bsn: '999993653' } } }, nu);
  expect(JSON.stringify(await store.db.select().from(tabel))).not.toContain('999993653');
  expect(await neem()).toMatchObject([{ ...notificatie, pogingen: 1 }]);
});

it('geeft elke notificatie aan één, in de volgorde waarin zij kwamen', async () => {
  for (const resource of ['zaak', 'rol', 'status'])
    await inbox.plaats(store.db, { ...notificatie, hoofdObject: `http://x/${resource}`, resource }, nu);
  const een = await neem(nu, 2);
  const twee = await neem(nu, 2);
  expect([een, twee].map((deel) => deel.map((rij) => rij.resource))).toEqual([['zaak', 'rol'], ['status']]);
});

it('neemt van een zaak alles wat wacht in één keer, hoe ver het ook uit elkaar kwam', async () => {
  for (const [zaak, resource] of [
    ['a', 'zaak'],
    ['b', 'zaak'],
    ['c', 'zaak'],
    ['a', 'status'],
    ['b', 'status'],
  ] as const)
    await inbox.plaats(store.db, { ...notificatie, hoofdObject: `http://x/${zaak}`, resource }, nu);
  const wat = (deel: inbox.Inboxrij[]) =>
    deel.map(({ hoofdObject, resource }) => `${hoofdObject} ${resource}`);
  expect(wat(await neem(nu, 2))).toEqual([
    'http://x/a zaak',
    'http://x/b zaak',
    'http://x/a status',
    'http://x/b status',
  ]);
  expect(wat(await neem(nu, 2))).toEqual(['http://x/c zaak']);
});

it('vergeet wat verwerkt is, en biedt opnieuw aan wat mislukte', async () => {
  for (let i = 0; i < 3; i += 1) await inbox.plaats(store.db, notificatie, nu);
  const [een, twee, drie] = await neem();
  await inbox.klaar(store.db, [een!]);
  await inbox.mislukt(store.db, [twee!], na(30), 'BronFout');
  await inbox.mislukt(store.db, [drie!], null, 'BronFout');
  expect(await inbox.stand(store.db)).toEqual({ wacht: 1, opgegeven: 1, oudste: expect.any(Date) as Date });
  expect(await neem(na(29))).toEqual([]);
  expect((await neem(na(30))).map((rij) => rij.id)).toEqual([twee!.id]);
  expect(await inbox.ruimOp(store.db, na(1))).toBe(1);
});

it('biedt opnieuw aan wat iemand nam die verdween', async () => {
  await inbox.plaats(store.db, notificatie, nu);
  await neem();
  expect(await neem(na(59))).toEqual([]);
  expect(await neem(na(60))).toMatchObject([{ pogingen: 2 }]);
});
