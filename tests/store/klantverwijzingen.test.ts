import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as klantverwijzingen from '../../server/store/klantverwijzingen.ts';
import * as klantopeningen from '../../server/store/klantopeningen.ts';
import { klantverwijzingen as tabel } from '../../server/store/schema.ts';
import { maakSleutels } from '../../server/store/sleutels.ts';
import { nieuweSleutel, testSleutels } from '../hulp/sleutels.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const sleutels = testSleutels();
const verhulst = { soort: 'persoon', nummer: '999993653' } as const;
let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
beforeEach(() => store.leeg());
afterAll(() => store.close());

it('geeft dezelfde klant steeds hetzelfde id, en een ander een ander', async () => {
  const id = await klantverwijzingen.verwijs(store.db, sleutels, verhulst);
  expect(id).toMatch(/^[\w-]{22}$/);
  expect(await klantverwijzingen.verwijs(store.db, sleutels, verhulst)).toBe(id);
  expect(
    await klantverwijzingen.verwijs(store.db, sleutels, { soort: 'bedrijf', nummer: '999993653' }),
  ).not.toBe(id);
  expect(await klantverwijzingen.los(store.db, sleutels, id)).toEqual(verhulst);
  expect(await klantverwijzingen.los(store.db, sleutels, 'onbekend')).toBeNull();
});

it('geeft twee die tegelijk vragen hetzelfde id', async () => {
  const ids = await Promise.all(
    Array.from({ length: 8 }, () => klantverwijzingen.verwijs(store.db, sleutels, verhulst)),
  );
  expect(new Set(ids).size).toBe(1);
});

it('bewaart het nummer nergens leesbaar', async () => {
  await klantverwijzingen.verwijs(store.db, sleutels, verhulst);
  expect(JSON.stringify(await store.db.select().from(tabel))).not.toContain('999993653');
});

it('vindt een klant van voor een sleutelwissel onder hetzelfde id', async () => {
  const oud = nieuweSleutel();
  const id = await klantverwijzingen.verwijs(store.db, maakSleutels(`a:${oud}`), verhulst);
  const na = maakSleutels(`b:${nieuweSleutel()},a:${oud}`);
  expect(await klantverwijzingen.verwijs(store.db, na, verhulst)).toBe(id);
  expect(await klantverwijzingen.los(store.db, na, id)).toEqual(verhulst);
  // The log of before the change is found too.
  const voor = klantverwijzingen.hash(maakSleutels(`a:${oud}`), verhulst);
  expect(klantverwijzingen.hashes(na, verhulst)).toEqual([klantverwijzingen.hash(na, verhulst), voor]);
});

it('vindt bij een partij van het klantregister de klant, en andersom', async () => {
  const klant = await klantverwijzingen.verwijs(store.db, sleutels, verhulst);
  const partij = randomUUID();
  expect(await klantverwijzingen.zoekPartij(store.db, partij)).toBeNull();
  await klantverwijzingen.koppelPartij(store.db, { partij, klant });
  await klantverwijzingen.koppelPartij(store.db, { partij, klant });
  expect(await klantverwijzingen.zoekPartij(store.db, partij)).toBe(klant);
  expect(await klantverwijzingen.partijenVan(store.db, klant)).toEqual([partij]);
});

it('houdt een klant open voor wie hem opende, tot het einde van de tijd', async () => {
  const nu = new Date('2026-11-21T10:00:00Z');
  const straks = new Date('2026-11-21T10:30:00Z');
  const vraag = (medewerker: string, op: Date) => klantopeningen.doelVan(store.db, medewerker, 'k1', op);
  expect(await vraag('kcc', nu)).toBeNull();
  await klantopeningen.open(store.db, {
    medewerker: 'kcc',
    klant: 'k1',
    doel: 'klantcontact',
    tot: straks,
    nu,
  });
  expect(await vraag('kcc', nu)).toBe('klantcontact');
  expect(await vraag('balie', nu)).toBeNull();
  expect(await vraag('kcc', straks)).toBeNull();
});

it('verkort een opening niet, en kiest het doel dat het laatst gekozen is', async () => {
  const nu = new Date('2026-11-21T10:00:00Z');
  const om = (tijd: string) => new Date(`2026-11-21T${tijd}:00Z`);
  const basis = { medewerker: 'kcc', klant: 'k1' };
  await klantopeningen.open(store.db, { ...basis, doel: 'klantcontact', tot: om('11:00'), nu });
  await klantopeningen.open(store.db, { ...basis, doel: 'klantcontact', tot: om('10:30'), nu: om('10:01') });
  expect(await klantopeningen.doelVan(store.db, 'kcc', 'k1', om('10:45'))).toBe('klantcontact');
  await klantopeningen.open(store.db, { ...basis, doel: 'kwaliteit', tot: om('10:50'), nu: om('10:02') });
  expect(await klantopeningen.doelVan(store.db, 'kcc', 'k1', om('10:45'))).toBe('kwaliteit');
  expect(await klantopeningen.ruimOp(store.db, om('10:55'))).toBe(1);
  expect(await klantopeningen.doelVan(store.db, 'kcc', 'k1', om('10:56'))).toBe('klantcontact');
});
