import { afterAll, beforeAll, expect, it } from 'vitest';
import { startConsole, startRegisterproef, type ConsoleProef, type Registerproef } from '../hulp/console.ts';
import { kies, klantbeeldVan, zaakVan, zoekVerhulst } from '../hulp/klant.ts';
import { testSleutels } from '../hulp/sleutels.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

/** Two processes as they share one database, each with caches of its own and no Redis: the database tells them. */
let store: TestStore;
let registerproef: Registerproef;
let een: ConsoleProef;
let twee: ConsoleProef;
beforeAll(async () => {
  [store, registerproef] = await Promise.all([maakStore(), startRegisterproef()]);
  const sleutels = testSleutels();
  een = await startConsole({ store, registerproef, sleutels });
  twee = await startConsole({ store, registerproef, sleutels, metIndex: false });
});
afterAll(async () => {
  await Promise.all([een.sluit(), twee.sluit()]);
  await registerproef.sluit();
  await store.close();
});

it('een contact dat in het ene proces is geschreven staat na het seintje in het klantbeeld en bij de zaak van het andere', async () => {
  const balie = await een.login('balie');
  const kcc = await twee.login('kcc');
  const klant = await zoekVerhulst(kcc);
  await zoekVerhulst(balie);
  const live = await twee.luister(kcc);
  expect(await live.volg(`klant:${klant}`)).toMatchObject({ ok: true });
  // Both answers are now in the cache of the second process.
  const zaak = kies(await klantbeeldVan(kcc, klant), 'Isolatie tegen geluid, Lindelaan 18').id;
  await zaakVan(kcc, zaak);
  const nu = een.klok.nu().toISOString();
  const antwoord = await balie.post(
    '/api/contactmomenten',
    {
      klant,
      kanaal: 'balie',
      vraagtype: 'voortgang',
      onderwerp: 'Bij het andere proces',
      inhoud: '',
      zaken: [zaak],
      resultaat: 'beantwoord',
      gestartOp: nu,
      beeindigdOp: nu,
    },
    { 'idempotency-key': 'ander-proces-1' },
  );
  expect(antwoord.status, antwoord.tekst).toBe(201);
  await live.wacht(
    ({ soort, onderwerp }) => soort === 'contactmoment.nieuw' && onderwerp === `klant:${klant}`,
  );
  const beeld = await klantbeeldVan(kcc, klant);
  expect(beeld.contactmomenten[0]).toMatchObject({ onderwerp: 'Bij het andere proces' });
  expect(JSON.stringify(await zaakVan(kcc, zaak))).toContain('Bij het andere proces');
  live.sluit();
});
