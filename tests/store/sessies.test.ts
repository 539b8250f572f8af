import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as sessies from '../../server/store/sessies.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const nu = new Date('2026-11-21T10:00:00Z');
const tot = new Date('2026-11-21T18:00:00Z');
let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
beforeEach(() => store.leeg());
afterAll(() => store.close());

const bewaar = (sid: string, medewerker: string | null = 'kcc', verlooptOp = tot) =>
  sessies.bewaar(store.db, { sid, medewerker, inhoud: { wie: medewerker }, verlooptOp });

it('geeft een sessie terug tot zij verloopt', async () => {
  await bewaar('s1', null);
  await bewaar('s1');
  expect(await sessies.lees(store.db, 's1', nu)).toEqual({ wie: 'kcc' });
  expect(await sessies.lees(store.db, 's1', tot)).toBeNull();
  expect(await sessies.lees(store.db, 's2', nu)).toBeNull();
});

it('beëindigt één sessie, of alle van een medewerker', async () => {
  for (const sid of ['s1', 's2', 's3']) await bewaar(sid);
  await bewaar('s4', 'balie');
  await sessies.verwijder(store.db, 's1');
  expect(await sessies.levend(store.db, ['s1', 's2', 's3', 's4'], nu)).toEqual(new Set(['s2', 's3', 's4']));
  await sessies.verwijderVan(store.db, 'kcc');
  expect(await sessies.levend(store.db, ['s1', 's2', 's3', 's4'], nu)).toEqual(new Set(['s4']));
  expect(await sessies.levend(store.db, [], nu)).toEqual(new Set());
});

it('ruimt alleen verlopen sessies op', async () => {
  await bewaar('oud', 'kcc', nu);
  await bewaar('nieuw');
  expect(await sessies.ruimOp(store.db, nu)).toBe(1);
  expect(await sessies.lees(store.db, 'nieuw', nu)).not.toBeNull();
});
