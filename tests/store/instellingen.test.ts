import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { STANDAARD_MATRIX } from '../../server/policies/matrix.ts';
import * as doelen from '../../server/store/doelen.ts';
import * as matrix from '../../server/store/matrix.ts';
import * as opschortingen from '../../server/store/opschortingen.ts';
import * as paden from '../../server/store/paden.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const nu = new Date('2026-11-21T10:00:00Z');
let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
beforeEach(() => store.leeg());
afterAll(() => store.close());

describe('de autorisatiematrix', () => {
  it('begint met de standaard en laat daarna staan wat de gemeente ervan maakte', async () => {
    await store.tx((t) => matrix.begin(t, STANDAARD_MATRIX));
    expect(await matrix.lijst(store.db)).toEqual(STANDAARD_MATRIX);
    const eigen = STANDAARD_MATRIX.slice(0, 2);
    await store.tx((t) => matrix.vervang(t, eigen));
    await store.tx((t) => matrix.begin(t, STANDAARD_MATRIX));
    expect(await matrix.lijst(store.db)).toEqual(eigen);
  });
});

describe('paden', () => {
  const pad: paden.Pad = {
    register: 'sandbox',
    zaaktype: randomUUID(),
    stappen: ['a', 'b'],
    uitgangen: ['c'],
    verborgen: [],
    bron: 'geleerd',
    aantal: 31,
    tegenspraak: true,
    reeksen: [['a', 'b']],
  };
  it('die geleerd en ingesteld zijn staan naast elkaar', async () => {
    const ingesteld: paden.Pad = { ...pad, bron: 'ingesteld', stappen: ['a'] };
    await paden.bewaar(store.db, pad, nu);
    await paden.bewaar(store.db, ingesteld, nu);
    await paden.bewaar(store.db, { ...pad, aantal: 40 }, nu);
    expect(await paden.lijst(store.db)).toEqual([{ ...pad, aantal: 40 }, ingesteld]);
    await paden.verwijder(store.db, ingesteld);
    expect(await paden.lijst(store.db)).toEqual([{ ...pad, aantal: 40 }]);
  });
});

it('een opschorting houdt haar dagen, per zaak', async () => {
  await opschortingen.bewaar(store.db, { zaak: 'sandbox~1', sinds: '2026-11-01', tot: null });
  await opschortingen.bewaar(store.db, { zaak: 'sandbox~1', sinds: '2026-11-01', tot: '2026-12-24' });
  await opschortingen.bewaar(store.db, { zaak: 'sandbox~2', sinds: null, tot: null });
  const gevonden = await opschortingen.lees(store.db, ['sandbox~1', 'sandbox~3']);
  expect([...gevonden.values()]).toEqual([{ zaak: 'sandbox~1', sinds: '2026-11-01', tot: '2026-12-24' }]);
  await opschortingen.verwijder(store.db, 'sandbox~1');
  expect(await opschortingen.lees(store.db, ['sandbox~1'])).toEqual(new Map());
  expect(await opschortingen.lees(store.db, [])).toEqual(new Map());
});

it('er zijn doelen om uit te kiezen, elk voor genoemde rollen', async () => {
  const alle = await doelen.lijst(store.db);
  expect(alle.map((doel) => doel.code).toSorted()).toEqual([
    'behandeling',
    'klachtbehandeling',
    'klantcontact',
    'kwaliteit',
  ]);
  expect(alle.every((doel) => doel.rollen.length > 0)).toBe(true);
});
