import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { legeGemeente } from '../../server/sandbox/typen.ts';
import type { Bedrijf, Gemeente, JsonObject } from '../../server/sandbox/typen.ts';
import { startProef } from './kleine-gemeente.ts';
import type { Proef } from './kleine-gemeente.ts';

const adres = (huisnummer: number): JsonObject => ({
  binnenlandsAdres: {
    type: 'bezoekadres',
    straatnaam: 'Heuvelring',
    huisnummer,
    postcode: '5038CJ',
    plaats: 'Tilburg',
  },
});

function bakkerij(): Bedrijf {
  const kvkNummer = '68750110';
  const rsin = '857587973';
  const hoofd = { vestigingsnummer: '000037178598', kvkNummer, eersteHandelsnaam: 'Bakkerij De Korenaar' };
  return {
    kvkNummer,
    rsin,
    basisprofiel: {
      kvkNummer,
      naam: 'Bakkerij De Korenaar B.V.',
      indNonMailing: 'Ja',
      _embedded: {
        hoofdvestiging: {
          ...hoofd,
          adressen: [{ type: 'bezoekadres', plaats: 'Tilburg', geoData: { gpsLatitude: 51.5 } }],
        },
        eigenaar: { rsin, rechtsvorm: 'BeslotenVennootschap' },
      },
    },
    zoekresultaten: [
      { kvkNummer, rsin, naam: 'Bakkerij De Korenaar B.V.', type: 'rechtspersoon', actief: 'Ja' },
      { ...hoofd, naam: 'Bakkerij De Korenaar', type: 'hoofdvestiging', actief: 'Ja', adres: adres(1) },
      {
        kvkNummer,
        vestigingsnummer: '000037178601',
        naam: 'De Korenaar Noord',
        type: 'nevenvestiging',
        actief: 'Ja',
        adres: adres(12),
      },
    ],
  };
}

function eenmanszaak(i: number): Bedrijf {
  const kvkNummer = String(90_000_000 + i);
  return {
    kvkNummer,
    basisprofiel: { kvkNummer, naam: `Klusser ${i}` },
    zoekresultaten: [
      {
        kvkNummer,
        vestigingsnummer: String(i).padStart(12, '0'),
        naam: `Klusser ${i}`,
        type: 'hoofdvestiging',
        actief: i === 0 ? 'Nee' : 'Ja',
        adres: adres(100 + i),
      },
    ],
  };
}

const gemeente = (): Gemeente => ({
  ...legeGemeente(),
  bedrijven: [bakkerij(), ...Array.from({ length: 25 }, (_, i) => eenmanszaak(i))],
});

let proef: Proef;
beforeAll(async () => {
  proef = await startProef({ gemeente });
});
afterAll(() => proef.sluit());

const roep = (pad: string, kop: Record<string, string | undefined> = {}) =>
  proef.roep(pad.startsWith('http') ? pad : `/kvk${pad}`, { kop: { apikey: 'sandbox-key', ...kop } });
const zoek = async (vraag: string): Promise<JsonObject> => {
  const { status, lichaam } = await roep(`/v2/zoeken?${vraag}`);
  expect(status).toBe(200);
  return lichaam;
};
const namen = async (vraag: string): Promise<unknown[]> =>
  ((await zoek(vraag))['resultaten'] as JsonObject[]).map((item) => item['naam']);

describe('weigeringen', () => {
  it.each([
    ['/v2/zoeken?naam=bakkerij', 401, undefined],
    ['/v1/basisprofielen/68750110', 401, 'fout'],
  ])('weigert %s zonder goede sleutel met %i', async (pad, verwacht, apikey) => {
    const { status, lichaam } = await roep(pad, { apikey });
    expect([status, (lichaam['fout'] as unknown[]).length]).toEqual([verwacht, 1]);
  });
  it.each([
    ['/v2/zoeken?naam=bestaatniet', 404, 'IPD5200'],
    ['/v2/zoeken?naam=klusser&pagina=4', 404, 'IPD5200'],
    ['/v2/zoeken?kvkNummer=1234', 400, 'IPD0004'],
    ['/v2/zoeken?vestigingsnummer=1', 400, 'IPD0006'],
    ['/v2/zoeken?rsin=1', 400, 'IPD0010'],
    ['/v2/zoeken?handelsnaam=x', 400, 'IPD1999'],
    ['/v2/zoeken', 400, 'IPD1998'],
    ['/v2/zoeken?type=rechtspersoon', 400, 'IPD1998'],
    ['/v2/zoeken?naam=', 400, 'IPD1998'],
    ['/v2/zoeken?postcode=5038CJ', 400, 'IPD1998'],
    ['/v2/zoeken?postcode=5038%20CJ&huisnummer=1', 400, 'IPD1998'],
    ['/v2/zoeken?huisnummer=1', 400, 'IPD1998'],
    ['/v2/zoeken?naam=k&huisletter=a', 400, 'IPD1998'],
    ['/v2/zoeken?naam=k&type=bv', 400, 'IPD5203'],
    ['/v2/zoeken?naam=k&pagina=0', 400, 'IPD1998'],
    ['/v2/zoeken?naam=k&pagina=1001', 400, 'IPD1998'],
    ['/v2/zoeken?naam=k&resultatenPerPagina=101', 400, 'IPD1998'],
    ['/v1/basisprofielen/123', 400, 'IPD0004'],
    ['/v1/basisprofielen/12345678', 404, 'IPD0005'],
    ['/v1/basisprofielen/68750110?foo=1', 400, 'IPD1999'],
    ['/v1/basisprofielen/68750110?geoData=ja', 400, 'IPD1998'],
    ['/v1/basisprofielen/68750110/vestigingen?geoData=true', 400, 'IPD1999'],
    ['/v1/basisprofielen/90000001/eigenaar', 404, 'IPD0005'],
    ['/v1/vestigingsprofielen/000037178598', 404, 'IPD0001'],
  ])('weigert %s met %i', async (pad, verwacht, code) => {
    const { status, lichaam } = await roep(pad);
    expect(status).toBe(verwacht);
    expect(lichaam).toEqual({ fout: [{ code, omschrijving: expect.any(String) as unknown }] });
  });
});

describe('zoeken', () => {
  it.each([
    ['kvkNummer=68750110', 3],
    ['rsin=857587973', 1],
    ['vestigingsnummer=000037178601', 1],
    ['naam=korenaar%20bakk', 2],
    ['kvkNummer=68750110&type=nevenvestiging', 1],
    ['kvkNummer=68750110&type=hoofdvestiging&type=nevenvestiging', 2],
    ['postcode=5038cj&huisnummer=12', 1],
    ['straatnaam=heuvelring&plaats=tilburg&naam=noord', 1],
  ])('vindt met %s', async (vraag, totaal) => {
    expect((await zoek(vraag))['totaal']).toBe(totaal);
  });
  it('laat uitgeschreven bedrijven weg, tenzij gevraagd; dan staat erbij wie actief is', async () => {
    const zonder = await zoek('kvkNummer=90000001');
    expect((zonder['resultaten'] as JsonObject[])[0]).not.toHaveProperty('actief');
    expect((await roep('/v2/zoeken?kvkNummer=90000000')).status).toBe(404);
    const met = await zoek('kvkNummer=90000000&inclusiefInactieveRegistraties=true');
    expect((met['resultaten'] as JsonObject[])[0]).toMatchObject({ actief: 'Nee' });
  });
  it('bladert langs volgende en vorige, elk bedrijf eens', async () => {
    const gezien: unknown[] = [];
    let url: unknown = `${proef.basis}/kvk/v2/zoeken?naam=klusser`;
    const terug: unknown[] = [];
    while (typeof url === 'string') {
      const { lichaam } = await roep(url);
      gezien.push(...(lichaam['resultaten'] as JsonObject[]).map((item) => item['kvkNummer']));
      terug.push(lichaam['vorige']);
      url = lichaam['volgende'];
    }
    expect([gezien.length, new Set(gezien).size]).toEqual([24, 24]);
    expect(terug).toEqual([
      undefined,
      `${proef.basis}/kvk/v2/zoeken?naam=klusser&pagina=1&resultatenPerPagina=10`,
      `${proef.basis}/kvk/v2/zoeken?naam=klusser&pagina=2&resultatenPerPagina=10`,
    ]);
  });
  it('verwijst naar het basisprofiel op de host van de vrager', async () => {
    const { lichaam } = await roep('/v2/zoeken?rsin=857587973');
    const [item] = lichaam['resultaten'] as { links: { rel: string; href: string }[] }[];
    expect(item?.links).toEqual([
      { rel: 'basisprofiel', href: `${proef.basis}/kvk/v1/basisprofielen/68750110` },
    ]);
    expect((await roep(item?.links[0]?.href ?? '')).lichaam['kvkNummer']).toBe('68750110');
  });
  it('vindt op het begin van woorden, niet middenin', async () => {
    expect(await namen('naam=koren')).toHaveLength(3);
    expect((await roep('/v2/zoeken?naam=orenaar')).status).toBe(404);
  });
});

describe('basisprofiel', () => {
  it('geeft hoofdvestiging en eigenaar ingebed, zonder coördinaten', async () => {
    const { status, lichaam } = await roep('/v1/basisprofielen/68750110');
    expect(status).toBe(200);
    expect(lichaam).toMatchObject({
      kvkNummer: '68750110',
      _embedded: { eigenaar: { rsin: '857587973' }, hoofdvestiging: { vestigingsnummer: '000037178598' } },
    });
    expect(JSON.stringify(lichaam)).not.toContain('geoData');
  });
  it('geeft coördinaten als daarom gevraagd wordt', async () => {
    const { lichaam } = await roep('/v1/basisprofielen/68750110/hoofdvestiging?geoData=true');
    expect(JSON.stringify(lichaam)).toContain('gpsLatitude');
  });
  it('geeft de eigenaar en de vestigingen apart', async () => {
    const eigenaar = await roep('/v1/basisprofielen/68750110/eigenaar');
    expect(eigenaar.lichaam['rechtsvorm']).toBe('BeslotenVennootschap');
    const { lichaam } = await roep('/v1/basisprofielen/68750110/vestigingen');
    expect(lichaam).toMatchObject({
      totaalAantalVestigingen: 2,
      vestigingen: [
        {
          vestigingsnummer: '000037178598',
          indHoofdvestiging: 'Ja',
          volledigAdres: 'Heuvelring 1 5038CJ Tilburg',
        },
        { vestigingsnummer: '000037178601', indHoofdvestiging: 'Nee' },
      ],
    });
  });
});
