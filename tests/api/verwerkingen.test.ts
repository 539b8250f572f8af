import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZoekAntwoord } from '../../shared/contracts/klant.ts';
import type { Logregel } from '../../server/store/verwerkingen.ts';
import { controleer } from '../../server/store/verwerkingen.ts';
import { BSN_VERHULST, startConsole, type Client, type ConsoleProef } from '../hulp/console.ts';
import { kies, klantbeeldVan, verwachtFout, zaakVan, zoekVerhulst } from '../hulp/klant.ts';

let proef: ConsoleProef;
let kcc: Client;
let privacy: Client;
let klant: string;
beforeAll(async () => {
  proef = await startConsole();
  [kcc, privacy] = await Promise.all([proef.login('kcc'), proef.login('privacy')]);
  klant = await zoekVerhulst(kcc);
});
afterAll(() => proef.sluit());

let tot: number;
beforeEach(async () => {
  tot = (await log()).length;
});
async function log(): Promise<Logregel[]> {
  const { json, koppen } = await privacy.get<Logregel[]>('/api/verwerkingen?range=[0,99]');
  expect(koppen.get('content-range')).toMatch(/^verwerkingen .*\/\d+$/);
  return json;
}
/** What this test added, oldest first. */
async function nieuw(): Promise<Logregel[]> {
  const regels = await log();
  return regels.slice(0, regels.length - tot).toReversed();
}

describe('elke inzage laat een regel na', () => {
  it('zoeken: een regel per treffer, met wie, waarvoor en uit welk register', async () => {
    const { json } = await kcc.post<ZoekAntwoord>('/api/klanten/zoek', { bsn: BSN_VERHULST });
    const regels = await nieuw();
    expect(regels).toHaveLength(json.data.length);
    expect(regels[0]).toMatchObject({
      medewerker: 'kcc',
      handeling: 'klant.zoeken',
      doel: 'klantcontact',
      registers: ['brp'],
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
    expect(regels[0]?.betrokkene).toMatch(/^.{20,}$/);
  });

  it('zoeken zonder treffer laat niets na', async () => {
    await kcc.post('/api/klanten/zoek', { bsn: '123456782' });
    await kcc.post('/api/klanten/zoek', { bsn: 'x' });
    expect(await nieuw()).toEqual([]);
  });

  it('klantbeeld en tijdlijn: elk een regel, met dezelfde betrokkene', async () => {
    await klantbeeldVan(kcc, klant);
    await kcc.get(`/api/klanten/${klant}/tijdlijn`);
    const regels = await nieuw();
    expect(regels.map(({ handeling }) => handeling)).toEqual(['klantbeeld', 'tijdlijn']);
    expect(new Set(regels.map(({ betrokkene }) => betrokkene)).size).toBe(1);
    expect(regels[0]?.registers.toSorted()).toEqual(['brp', 'klanten', 'klanttaken', 'sandbox']);
  });

  it('zaak en document: met het voorwerp', async () => {
    const { id } = kies(await klantbeeldVan(kcc, klant), 'Rijbewijs verlengen');
    tot += 1;
    const { documenten } = await zaakVan(kcc, id);
    const document = documenten[0]?.id ?? '';
    expect((await kcc.get(`/api/documenten/${document}/inhoud`)).status).toBe(200);
    expect((await nieuw()).map(({ handeling, voorwerp }) => [handeling, voorwerp])).toEqual([
      ['zaak', id],
      ['document', document],
    ]);
  });

  it('zoeken op zaaknummer: de klant van de zaak, ook als de BRP zwijgt', async () => {
    const zaak = kies(await klantbeeldVan(kcc, klant), 'Rijbewijs verlengen');
    const [gezien] = await nieuw();
    tot += 1;
    proef.klok.verder(1);
    await proef.registerproef.stoor('brp', 'weg');
    const balie = await proef.login('balie');
    const { json } = await balie.post<ZoekAntwoord>('/api/klanten/zoek', { zaaknummer: zaak.zaaknummer });
    expect(json).toMatchObject({ data: [], zaken: [{ id: zaak.id }] });
    expect((await nieuw()).map(({ betrokkene }) => betrokkene)).toEqual([gezien?.betrokkene]);
    // And the zaak that was found opens.
    expect((await balie.get(`/api/zaken/${zaak.id}`)).status).toBe(200);
    await proef.registerproef.herstel();
  });

  it('de werkvoorraad: een regel voor elke klant die erin staat', async () => {
    const behandelaar = await proef.login('behandelaar');
    const filter = encodeURIComponent('{"mijn":true,"open":true}');
    const { json } = await behandelaar.get<unknown[]>(`/api/zaken?filter=${filter}&range=[0,4]`);
    expect(json.length).toBeGreaterThan(0);
    const regels = await nieuw();
    expect(regels.length).toBeGreaterThan(0);
    expect(new Set(regels.map(({ handeling }) => handeling))).toEqual(new Set(['werkvoorraad']));
    expect(new Set(regels.map(({ medewerker }) => medewerker))).toEqual(new Set(['behandelaar']));
  });

  it('en nergens staat een BSN, en de keten klopt', async () => {
    const { rows } = (await proef.store.db.execute(
      sql`SELECT verwerkingen::text AS regel FROM verwerkingen`,
    )) as {
      rows: { regel: string }[];
    };
    expect(rows.length).toBeGreaterThan(5);
    for (const { regel } of rows) expect(regel).not.toContain(BSN_VERHULST);
    expect(await controleer(proef.store.db)).toEqual([]);
  });
});

describe('kan er niet worden gelogd, dan gaat er niets open', () => {
  it.each([
    ['zoeken op BSN', () => kcc.post('/api/klanten/zoek', { bsn: BSN_VERHULST })],
    ['klantbeeld', () => kcc.get(`/api/klanten/${klant}/klantbeeld`)],
    ['tijdlijn', () => kcc.get(`/api/klanten/${klant}/tijdlijn`)],
    ['gesprek met een klant', () => kcc.post('/api/gesprekken', { kanaal: 'telefoon', klant })],
    ['zaak', async () => kcc.get(`/api/zaken/${await eenZaak()}`)],
    ['werkvoorraad', async () => (await proef.login('behandelaar')).get('/api/zaken?range=[0,4]')],
  ])('%s', async (_naam, doe) => {
    await eenZaak();
    await proef.store.db.execute(sql`ALTER TABLE verwerkingen RENAME TO verwerkingen_weg`);
    try {
      const antwoord = await doe();
      verwachtFout(antwoord, 503, 'logboek_onbereikbaar');
    } finally {
      await proef.store.db.execute(sql`ALTER TABLE verwerkingen_weg RENAME TO verwerkingen`);
    }
  });

  let gevonden: string | undefined;
  async function eenZaak(): Promise<string> {
    gevonden ??= kies(await klantbeeldVan(kcc, klant), 'Rijbewijs verlengen').id;
    return gevonden;
  }
});
