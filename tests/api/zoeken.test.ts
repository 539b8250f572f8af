import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZoekAntwoord } from '../../shared/contracts/klant.ts';
import { VERPLEEGHUIS } from '../../server/sandbox/gemeente/personen.ts';
import { BSN_VERHULST, startConsole, type Client, type ConsoleProef } from '../hulp/console.ts';
import { klantbeeldVan, verwachtFout, zoekVerhulst } from '../hulp/klant.ts';

const ZOEK = '/api/klanten/zoek';
let proef: ConsoleProef;
let kcc: Client;
beforeAll(async () => {
  proef = await startConsole({ metIndex: false });
  kcc = await proef.login('kcc');
});
afterAll(() => proef.sluit());

const zoek = async (vraag: object): Promise<ZoekAntwoord> => {
  const { status, json, tekst } = await kcc.post<unknown>(ZOEK, vraag);
  expect(status, tekst).toBe(200);
  return ZoekAntwoord.parse(json);
};

describe('zoekt een klant', () => {
  it('op BSN, en geeft alleen een ondoorzichtig id terug', async () => {
    const { data, gelezenAls } = await zoek({ bsn: BSN_VERHULST });
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ soort: 'persoon', naam: expect.stringContaining('Verhulst') as string });
    expect(JSON.stringify(data)).not.toContain(BSN_VERHULST);
    expect(gelezenAls).toBe('BSN');
  });

  it('op achternaam met geboortedatum, en op postcode met huisnummer', async () => {
    const [persoon] = (await zoek({ bsn: BSN_VERHULST })).data;
    const opNaam = await zoek({ achternaam: 'Verhulst', geboortedatum: persoon?.geboortedatum });
    expect(opNaam.data.map(({ id }) => id)).toContain(persoon?.id);
    const [, huisnummer, postcode] = /(\d+)\D*,?\s+(\d{4} ?[A-Z]{2})/.exec(persoon?.adres ?? '') ?? [];
    const opAdres = await zoek({ postcode, huisnummer });
    expect(opAdres.data.map(({ id }) => id)).toContain(persoon?.id);
  });

  it('op zaaknummer: de zaak en de klant van wie zij is', async () => {
    const id = await zoekVerhulst(kcc);
    const [zaak] = (await klantbeeldVan(kcc, id)).zaken;
    const { data, zaken } = await zoek({ zaaknummer: zaak?.zaaknummer });
    expect(zaken.map((een) => een.id)).toEqual([zaak?.id]);
    expect(data.map((een) => een.id)).toEqual([id]);
  });

  it('op KVK-nummer en op handelsnaam', async () => {
    const bedrijf = proef.registerproef.sandbox.opslag.bedrijven[0];
    const { data } = await zoek({ kvkNummer: bedrijf?.kvkNummer });
    expect(data).toHaveLength(1);
    expect(data[0]?.soort).toBe('bedrijf');
    const opNaam = await zoek({ handelsnaam: data[0]?.naam });
    expect(opNaam.data.map(({ id }) => id)).toContain(data[0]?.id);
  });

  it('en vindt niets bij een BSN dat klopt maar niet bestaat', async () => {
    expect(await zoek({ bsn: '123456782' })).toMatchObject({ data: [], zaken: [] });
  });

  it('en vindt niets bij een zaaknummer dat niet bestaat', async () => {
    expect(await zoek({ zaaknummer: 'ZAAK-1999-0000001' })).toMatchObject({ data: [], zaken: [] });
  });
});

describe('weigert een zoekvraag met wat er mis is', () => {
  const gevallen: [string, unknown, string][] = [
    ['een BSN dat de 11-proef niet doorstaat', { bsn: '123456789' }, 'ongeldige_invoer'],
    ['een BSN als getal', { bsn: 999993653 }, 'ongeldige_invoer'],
    ['een leeg lichaam', {}, 'lege_zoekvraag'],
    ['alleen lege velden', { bsn: '', zaaknummer: '' }, 'lege_zoekvraag'],
    ['twee vormen tegelijk', { bsn: BSN_VERHULST, zaaknummer: 'Z-1' }, 'ongeldige_invoer'],
    ['een veld te veel', { bsn: BSN_VERHULST, alles: true }, 'ongeldige_invoer'],
    ['een onbekende vorm', { polis: '12' }, 'lege_zoekvraag'],
    ['een achternaam zonder geboortedatum', { achternaam: 'Verhulst' }, 'ongeldige_invoer'],
    ['een dag die niet bestaat', { achternaam: 'Jansen', geboortedatum: '2021-02-30' }, 'ongeldige_invoer'],
    ['een postcode die geen postcode is', { postcode: '12AB', huisnummer: 3 }, 'ongeldige_invoer'],
    ['een huisnummer van tekst', { postcode: '1234 AB', huisnummer: 'x' }, 'ongeldige_invoer'],
    ['een KVK-nummer van 7 cijfers', { kvkNummer: '1234567' }, 'ongeldige_invoer'],
    ['een lijst', [], 'ongeldige_invoer'],
    [
      'een sleutel __proto__',
      JSON.parse(`{"__proto__":{"bsn":"${BSN_VERHULST}"}}`) as unknown,
      'lege_zoekvraag',
    ],
  ];
  it.each(gevallen)('%s', async (_naam, vraag, code) => {
    verwachtFout(await kcc.post(ZOEK, vraag), 400, code);
  });

  it('noemt het veld dat niet klopt', async () => {
    const fout = verwachtFout(await kcc.post(ZOEK, { bsn: '123456789' }), 400);
    expect(fout.detail).toBe('Dit BSN klopt niet. Controleer de cijfers.');
    expect(fout.fouten.map(({ pad }) => pad)).toEqual(['bsn']);
  });

  it('te veel treffers in de BRP', async () => {
    const { postcode, huisnummer } = VERPLEEGHUIS;
    const fout = verwachtFout(await kcc.post(ZOEK, { postcode, huisnummer }), 400, 'te_veel_treffers');
    expect(fout.detail).toContain('Vul meer in');
  });

  it.each([
    ['HTML onder application/json', '<p>hallo</p>', 'application/json', 400, 'geen_json'],
    ['HTML', '<p>hallo</p>', 'text/html', 415, 'verkeerd_formaat'],
    ['een formulier', `bsn=${BSN_VERHULST}`, 'application/x-www-form-urlencoded', 415, 'verkeerd_formaat'],
    ['JSON als tekst', `{"bsn":"${BSN_VERHULST}"}`, 'text/plain', 415, 'verkeerd_formaat'],
    ['een halve JSON', `{"bsn":"${BSN_VERHULST}"`, 'application/json', 400, 'geen_json'],
    ['een losse tekst', `"${BSN_VERHULST}"`, 'application/json', 400, 'geen_json'],
    ['een onbekende tekenset', '{}', 'application/json; charset=klingon', 415, 'verkeerd_formaat'],
    ['200 kB', JSON.stringify({ zaaknummer: 'x'.repeat(200_000) }), 'application/json', 413, 'te_groot'],
  ])('%s', async (_naam, ruw, soort, status, code) => {
    verwachtFout(await kcc.roep('POST', ZOEK, { ruw, koppen: { 'content-type': soort } }), status, code);
  });

  it('een ingepakt lichaam dat geen gzip is', async () => {
    const antwoord = await kcc.roep('POST', ZOEK, { ruw: '{}', koppen: { 'content-encoding': 'gzip' } });
    verwachtFout(antwoord, 400);
  });

  it('wie niet mag zoeken', async () => {
    for (const rol of ['klachten', 'beheerder', 'privacy'])
      verwachtFout(await (await proef.login(rol)).post(ZOEK, { bsn: BSN_VERHULST }), 403, 'geen_recht');
    verwachtFout(await proef.anoniem().post(ZOEK, { bsn: BSN_VERHULST }), 401, 'niet_ingelogd');
  });
});
