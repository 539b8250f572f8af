import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZaakKort } from '../../shared/contracts/zaak.ts';
import { startConsole, type Client, type ConsoleProef } from '../hulp/console.ts';
import { verwachtFout, zoekVerhulst } from '../hulp/klant.ts';

let proef: ConsoleProef;
let behandelaar: Client;
let kcc: Client;
let klant: string;
beforeAll(async () => {
  proef = await startConsole();
  [behandelaar, kcc] = await Promise.all([proef.login('behandelaar'), proef.login('kcc')]);
  klant = await zoekVerhulst(kcc);
});
afterAll(() => proef.sluit());

const zaken = (vraag: Record<string, string>) =>
  behandelaar.get<unknown[]>(`/api/zaken?${new URLSearchParams(vraag).toString()}`);

describe('een lijst', () => {
  it('geeft de dringendste eerst, met hoeveel er zijn', async () => {
    const { status, json, koppen } = await zaken({
      sort: '["urgentie","ASC"]',
      range: '[0,4]',
      filter: '{"open":true,"mijn":true}',
    });
    expect(status).toBe(200);
    const rijen = json.map((rij) => ZaakKort.parse(rij));
    expect(rijen).toHaveLength(5);
    expect(rijen.every(({ afdeling, einddatum }) => afdeling === 'Wonen' && einddatum === null)).toBe(true);
    expect(koppen.get('content-range')).toMatch(/^zaken 0-4\/\d+$/);
    const totaal = Number(koppen.get('content-range')?.split('/')[1]);
    const filter = encodeURIComponent('{"open":true,"mijn":true}');
    const telling = await behandelaar.get<{ totaal: number }>(`/api/werkvoorraad/tellingen?filter=${filter}`);
    expect(telling.json.totaal).toBe(totaal);
  });

  it('geeft nooit meer dan 100 rijen, hoe wijd er ook gevraagd wordt', async () => {
    const { json, koppen } = await zaken({ range: '[0,999999999]' });
    expect(json).toHaveLength(100);
    expect(koppen.get('content-range')).toMatch(/^zaken 0-99\/[1-9]\d\d$/);
  });

  it('is leeg voorbij het einde', async () => {
    const { status, json, koppen } = await zaken({ range: '[100000,100024]' });
    expect([status, json]).toEqual([200, []]);
    expect(koppen.get('content-range')).toMatch(/^zaken \*\/\d+$/);
  });

  it.each([
    [{ range: '[0,' }],
    [{ range: '[5,2]' }],
    [{ range: '[-1,5]' }],
    [{ range: '[0,1.5]' }],
    [{ range: '["0","5"]' }],
    [{ range: '[0,1e400]' }],
    [{ range: 'null' }],
    [{ range: '' }],
    [{ sort: '["urgentie"' }],
    [{ sort: '["onbekend","ASC"]' }],
    [{ sort: '["urgentie","OMHOOG"]' }],
    [{ sort: '["zaaknummer; DROP TABLE zaakindex","ASC"]' }],
    [{ filter: '{open:true}' }],
    [{ filter: '[]' }],
    [{ filter: '"x"' }],
    [{ filter: 'null' }],
    [{ filter: '{"onbekend":1}' }],
    [{ filter: '{"open":"ja"}' }],
    [{ filter: '{"__proto__":{"open":true}}' }],
    [{ filter: '{"constructor":{"prototype":{}}}' }],
    [{ filter: `{"afdeling":"${'x'.repeat(5000)}"}` }],
    [{ onbekend: '1' }],
    [{ __proto__x: '1' }],
  ] as [Record<string, string>][])('weigert %j', async (vraag) => {
    verwachtFout(await zaken(vraag), 400, 'ongeldige_invoer');
  });

  it.each([
    '/api/zaken?range=[0,1]&range=[0,2]',
    '/api/zaken?filter={}&filter={}',
    '/api/zaken?sort[]=urgentie',
    '/api/zaken?__proto__=1',
    '/api/zaken?filter=%E0%A4%A',
    '/api/werkvoorraad/tellingen?filter={',
    '/api/werkvoorraad/tellingen?range=[0,1]',
  ])('weigert %s', async (pad) => {
    verwachtFout(await behandelaar.get(pad), 400);
  });

  it('van contactmomenten vraagt om een klant', async () => {
    verwachtFout(await kcc.get('/api/contactmomenten'), 400);
    const filter = encodeURIComponent(JSON.stringify({ klant }));
    const { json, koppen } = await kcc.get<unknown[]>(`/api/contactmomenten?filter=${filter}&range=[0,2]`);
    expect(json).toHaveLength(3);
    expect(koppen.get('content-range')).toMatch(/^contactmomenten 0-2\/\d+$/);
  });

  it('van het logboek weigert een onleesbare dag', async () => {
    const privacy = await proef.login('privacy');
    verwachtFout(
      await privacy.get(`/api/verwerkingen?filter=${encodeURIComponent('{"van":"gisteren"}')}`),
      400,
    );
  });
});

describe('een onbekend adres of id: 404', () => {
  const uuid = '00000000-0000-4000-8000-000000000000';
  it.each([
    `/api/zaken/sandbox~${uuid}`,
    `/api/zaken/ander~${uuid}`,
    `/api/zaken/${uuid}`,
    '/api/zaken/x',
    '/api/zaken/sandbox~..%2F..%2Fetc',
    '/api/zaken/%2e%2e%2f',
    '/api/zaken/__proto__',
    `/api/zaken/sandbox~${uuid}%00`,
    `/api/zaken/sandbox~------------------------------------`,
    `/api/klanten/${uuid}/klantbeeld`,
    '/api/klanten/__proto__/klantbeeld',
    '/api/klanten/999993653/klantbeeld',
    '/api/klanten/x/tijdlijn',
    `/api/documenten/sandbox~${uuid}/inhoud`,
    '/api/documenten/x/inhoud',
    `/api/gesprekken/${uuid}`,
    '/api/gesprekken/x',
    '/api/bestaatniet',
    '/auth/bestaatniet',
    '/api',
  ])('%s', async (pad) => {
    verwachtFout(await kcc.get(pad, { 'x-doel': 'klantcontact' }), 404, 'niet_gevonden');
  });

  it('een adres met kapotte codering: 400', async () => {
    verwachtFout(await kcc.get('/api/zaken/%E0%A4%A'), 400);
  });

  it('een onbekend id om te wijzigen of te verwijderen', async () => {
    verwachtFout(await kcc.delete(`/api/taken/${uuid}`), 404);
    verwachtFout(await kcc.delete(`/api/gesprekken/${uuid}`), 404);
    verwachtFout(await kcc.put(`/api/gesprekken/${uuid}`, { notitie: 'x' }), 404);
    const substatus = { omschrijving: 'x', doelgroep: 'intern' };
    verwachtFout(await behandelaar.post(`/api/zaken/sandbox~${uuid}/substatussen`, substatus), 404);
  });
});
