import { afterAll, beforeAll, expect, it } from 'vitest';
import { padVan } from '../../server/sandbox/typen.ts';
import { werkIndexBij } from '../../server/services/onderhoud.ts';
import * as gebeurtenissen from '../../server/store/gebeurtenissen.ts';
import { startConsole, type Client, type ConsoleProef } from '../hulp/console.ts';
import { jwt } from '../sandbox/kleine-gemeente.ts';

let proef: ConsoleProef;
let behandelaar: Client;
beforeAll(async () => {
  proef = await startConsole();
});
afterAll(() => proef.sluit());

const filter = encodeURIComponent('{"open":true,"mijn":true}');
const werkvoorraad = async () => {
  const { json } = await behandelaar.get<{ id: string; termijn: { norm: string | null } }[]>(
    `/api/zaken?range=[0,24]&sort=["urgentie","ASC"]&filter=${filter}`,
  );
  await behandelaar.get(`/api/werkvoorraad/tellingen?filter=${filter}`);
  return json;
};
const wijzig = async (zaak: string, inhoud: object): Promise<void> => {
  const { basis } = proef.registerproef;
  const antwoord = await fetch(basis + padVan('zaken/zaken', zaak), {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${await jwt()}`,
      'content-type': 'application/json',
      'accept-crs': 'EPSG:4326',
      'content-crs': 'EPSG:4326',
    },
    body: JSON.stringify(inhoud),
  });
  expect(antwoord.status, await antwoord.text()).toBe(200);
};

it('na zeven dagen zonder console klopt de werkvoorraad, en een scherm dat openstaat hoort het in enkele porties', async () => {
  const { deps } = proef.toepassing;
  const ronde = () => werkIndexBij(deps, new AbortController().signal, new Date(0));
  await ronde();
  // Off, and no abonnement: of what happens now nobody ever tells.
  proef.klok.verder(7 * 86_400_000);
  const open = proef.registerproef.sandbox.opslag
    .tabel('zaken/zaken')
    .alle()
    .filter((rij) => rij['einddatum'] === null || rij['einddatum'] === '');
  expect(open.length).toBeGreaterThan(100);
  for (const { uuid } of open) await wijzig(uuid, { einddatumGepland: '2031-01-01' });

  behandelaar = await proef.login('behandelaar');
  const live = await proef.luister(behandelaar);
  expect(await live.volg('afdeling:Wonen')).toMatchObject({ ok: true });
  await proef.registerproef.nulTellingen();
  await ronde();
  const gelezen = await proef.registerproef.tellingen();
  const verteld = await gebeurtenissen.sinds(deps.store.db, 'afdeling:Wonen', 0, 1000);
  const laatste = verteld.at(-1)?.volgnummer ?? Infinity;
  await live.wacht(({ volgnummer }) => volgnummer >= laatste);
  // A page of 100 a time, and the history of what changed; nothing is read twice.
  expect(gelezen['zaken']).toBeLessThan(open.length * 2);
  // Whatever was changed of an afdeling: a list is read anew a few times, not once a zaak.
  const porties = Math.ceil(open.length / 100) + 1;
  const hier = live.gehoord.filter(({ onderwerp }) => onderwerp === 'afdeling:Wonen');
  expect(hier.length).toBeLessThanOrEqual(porties * 20);

  await proef.registerproef.nulTellingen();
  const rijen = await werkvoorraad();
  const herlezen = await proef.registerproef.tellingen();
  expect(rijen.every(({ termijn }) => termijn.norm === '2031-01-01')).toBe(true);
  // What one screen asks of the register after it was told: of each of its 25 rows a few things, once.
  expect(herlezen['zaken']).toBeLessThanOrEqual(25 * 4);
  // Everything is known: another round tells nobody anything.
  const gehoord = live.gehoord.length;
  proef.klok.verder(3_600_000);
  await ronde();
  expect(live.gehoord).toHaveLength(gehoord);
  live.sluit();
}, 60_000);
