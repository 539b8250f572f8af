import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as gesprekken from '../../server/store/gesprekken.ts';
import { gesprekken as tabel } from '../../server/store/schema.ts';
import { testSleutels } from '../hulp/sleutels.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const sleutels = testSleutels();
const nu = new Date('2026-11-21T10:00:00Z');
const later = new Date('2026-11-21T10:05:00Z');
const nieuw = {
  medewerker: 'kcc',
  kanaal: 'telefoon',
  klant: null,
  klantNaam: 'mevrouw Verhulst',
  verificatie: 'geen',
  namens: null,
  notitie: 'belt over haar toeslag',
  bekekenZaken: [],
} as const;
let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
beforeEach(() => store.leeg());
afterAll(() => store.close());

const maak = (medewerker = 'kcc', op = nu) =>
  gesprekken.maak(store.db, sleutels, { ...nieuw, bekekenZaken: [], medewerker }, op);

it('geeft terug wat bewaard is, en bewaart de tekst versleuteld', async () => {
  const gesprek = await maak();
  expect(await gesprekken.lees(store.db, sleutels, gesprek.id)).toEqual({
    ...nieuw,
    id: gesprek.id,
    gestartOp: nu.toISOString(),
    bewaardOp: nu.toISOString(),
  });
  const ruw = JSON.stringify(await store.db.select().from(tabel));
  expect(ruw).not.toMatch(/toeslag|Verhulst/);
});

it('wijzigt alleen wat genoemd is', async () => {
  const { id } = await maak();
  const na = await store.tx((t) =>
    gesprekken.wijzig(t, sleutels, id, { klant: 'k1', notitie: undefined, bekekenZaken: ['a~1'] }, later),
  );
  expect(na).toMatchObject({
    klant: 'k1',
    notitie: nieuw.notitie,
    bekekenZaken: ['a~1'],
    kanaal: 'telefoon',
  });
  expect(na?.bewaardOp).toBe(later.toISOString());
  expect(await gesprekken.lees(store.db, sleutels, id)).toEqual(na);
});

it('laat twee wijzigingen tegelijk allebei staan', async () => {
  const { id } = await maak();
  await Promise.all([
    store.tx((t) => gesprekken.wijzig(t, sleutels, id, { notitie: 'een' }, later)),
    store.tx((t) => gesprekken.wijzig(t, sleutels, id, { klant: 'k1' }, later)),
  ]);
  expect(await gesprekken.lees(store.db, sleutels, id)).toMatchObject({ notitie: 'een', klant: 'k1' });
});

it('noemt van ieder alleen de eigen gesprekken, het oudste eerst', async () => {
  const tweede = await maak('kcc', later);
  const eerste = await maak('kcc', nu);
  await maak('kcc-2');
  expect((await gesprekken.lijst(store.db, sleutels, 'kcc')).map(({ id }) => id)).toEqual([
    eerste.id,
    tweede.id,
  ]);
});

it('verwijdert één keer, en kent wat geen gesprek is niet', async () => {
  const { id } = await maak();
  expect(await gesprekken.verwijder(store.db, id)).toBe(true);
  expect(await gesprekken.verwijder(store.db, id)).toBe(false);
  for (const onbekend of [id, 'geen-uuid', "'; DROP TABLE gesprekken"])
    expect(await gesprekken.lees(store.db, sleutels, onbekend)).toBeNull();
});

it('ruimt op wat is blijven liggen', async () => {
  await maak('kcc', nu);
  const blijft = await maak('kcc', later);
  expect(await gesprekken.ruimOp(store.db, later)).toBe(1);
  expect((await gesprekken.lijst(store.db, sleutels, 'kcc')).map(({ id }) => id)).toEqual([blijft.id]);
});
