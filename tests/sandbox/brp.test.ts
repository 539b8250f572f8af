import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERSOON, PERSOON_BEPERKT, keurVeld, snijPersoon } from '../../server/sandbox/brp-velden.ts';
import type { JsonObject } from '../../server/sandbox/typen.ts';
import {
  brpProef,
  dag,
  fields,
  gemeente,
  man,
  OP_BSN,
  OP_NAAM,
  OP_POSTCODE,
  overleden,
  VOL,
} from './brp-gemeente.ts';

const { roep, vraag, bsns } = brpProef();

describe('zoeken', () => {
  it('geeft bij een onbekend nummer een lege lijst', async () => {
    expect(await bsns({ ...OP_BSN, burgerservicenummer: ['000000024'] })).toEqual([]);
  });
  it('raadpleegt ook wie overleden is', async () => {
    const [gevonden] = await vraag({ ...OP_BSN, burgerservicenummer: ['999990639'], fields });
    expect(gevonden).toEqual({ burgerservicenummer: '999990639', ...overleden });
  });
  it.each([
    ['Kaster', ['999993653', '999990627']],
    ['KÄSTER', ['999990627']],
    ['kas*', ['999993653', '999990627']],
    ['Kast', []],
  ])('vindt op geslachtsnaam %s', async (geslachtsnaam, verwacht) => {
    expect(await bsns({ ...OP_NAAM, geslachtsnaam })).toEqual(verwacht);
  });
  it.each([
    [{ inclusiefOverledenPersonen: true }, ['999993653', '999990627', '999990639']],
    [{ voornamen: 'jan*' }, ['999993653']],
    [{ voorvoegsel: 'Van der' }, ['999990627']],
    [{ geslacht: 'v' }, ['999990627']],
    [{ gemeenteVanInschrijving: '0518' }, []],
  ] as [JsonObject, string[]][])('scherpt aan met %o', async (meer, verwacht) => {
    expect(await bsns({ ...OP_NAAM, geslachtsnaam: 'kaster', ...meer })).toEqual(verwacht);
  });
  it('vindt een onvolledige geboortedatum niet op een hele', async () => {
    expect(await bsns({ ...OP_NAAM, geslachtsnaam: 'Buitenhuis', geboortedatum: '1968-01-01' })).toEqual([]);
  });
  const THUIS = ['999993653', '999990627'];
  const STRAAT = {
    type: 'ZoekMetStraatHuisnummerEnGemeenteVanInschrijving',
    huisnummer: 2,
    gemeenteVanInschrijving: '0855',
  };
  it.each([
    [OP_POSTCODE, THUIS],
    [{ ...OP_POSTCODE, postcode: '5038 cj', huisletter: 'a' }, THUIS],
    [{ ...OP_POSTCODE, huisletter: 'B' }, []],
    [{ ...OP_POSTCODE, geslachtsnaam: 'Käster', geboortedatum: '1983-05-26' }, ['999990627']],
    [{ ...STRAAT, straat: 'heuvelring' }, THUIS],
    [{ ...STRAAT, straat: 'Heuvelr*' }, THUIS],
    [{ ...STRAAT, straat: '*uvelring' }, THUIS],
    [
      { type: 'ZoekMetNummeraanduidingIdentificatie', nummeraanduidingIdentificatie: '0855200000000001' },
      THUIS,
    ],
    [
      {
        type: 'ZoekMetAdresseerbaarObjectIdentificatie',
        adresseerbaarObjectIdentificatie: '0855010000000001',
      },
      THUIS,
    ],
    [
      {
        type: 'ZoekMetNaamEnGemeenteVanInschrijving',
        geslachtsnaam: 'käster',
        voornamen: 'zoë',
        gemeenteVanInschrijving: '0855',
      },
      ['999990627'],
    ],
  ] as [JsonObject, string[]][])('vindt met %o', async (json, verwacht) => {
    expect(await bsns(json)).toEqual(verwacht);
  });
  it.each([
    [{ ...OP_NAAM, geslachtsnaam: 'Drukker' }, 10],
    [{ ...OP_POSTCODE, postcode: '5038ZZ', huisnummer: 1 }, 30],
    [{ type: 'ZoekMetAdresseerbaarObjectIdentificatie', adresseerbaarObjectIdentificatie: VOL }, 30],
  ] as [JsonObject, number][])('weigert te veel treffers van %o', async (json, maximum) => {
    const { status, lichaam } = await roep({ json: { ...json, fields } });
    expect([status, lichaam['code'], lichaam['title']]).toEqual([
      400,
      'tooManyResults',
      'Teveel zoekresultaten.',
    ]);
    expect(lichaam['detail']).toBe(
      `Meer dan maximum van ${maximum} zoekresultaten gevonden. Verfijn de zoekopdracht.`,
    );
  });
});

describe('wat er in een antwoord staat', () => {
  const kaster = async (...velden: string[]): Promise<JsonObject | undefined> =>
    (await vraag({ ...OP_BSN, fields: velden }))[0];
  const buiten = async (...velden: string[]): Promise<JsonObject | undefined> =>
    (await vraag({ ...OP_BSN, burgerservicenummer: ['999990640'], fields: velden }))[0];

  it('alleen wat gevraagd is, en geheimhouding vanzelf', async () => {
    expect(await kaster('naam.geslachtsnaam')).toEqual({
      naam: { geslachtsnaam: 'Kaster' },
      geheimhoudingPersoonsgegevens: true,
    });
  });
  it('een datum en een waardetabel heel, ook als een deel gevraagd is', async () => {
    expect(await kaster('geboorte.datum.jaar', 'geslacht.code')).toMatchObject({
      geboorte: { datum: dag('1983-05-26') },
      geslacht: man,
    });
  });
  it('van een verblijfplaats altijd het type', async () => {
    expect((await kaster('verblijfplaats.datumVan'))?.['verblijfplaats']).toEqual({
      type: 'Adres',
      datumVan: dag('2015-08-08'),
    });
  });
  it('in onderzoek alleen bij wat gevraagd is, met de datum die daarbij hoort', async () => {
    expect((await kaster('burgerservicenummer'))?.['inOnderzoek']).toEqual({
      burgerservicenummer: true,
      datumIngangOnderzoekPersoon: dag('2020-01-01'),
    });
    expect(await kaster('leeftijd')).not.toHaveProperty('inOnderzoek');
  });
  it('van partners het gevraagde veld, van geen kinderen niets', async () => {
    expect(await kaster('partners.burgerservicenummer', 'kinderen')).toEqual({
      partners: [{ burgerservicenummer: '999992971' }],
      geheimhoudingPersoonsgegevens: true,
    });
  });
  it('een onvolledige datum als JaarDatum', async () => {
    expect((await buiten('geboorte'))?.['geboorte']).toEqual({
      datum: { type: 'JaarDatum', jaar: 1968, langFormaat: '1968' },
    });
  });
  it('een adres in het buitenland niet onder de alias voor het binnenland', async () => {
    expect(await buiten('verblijfplaatsBinnenland', 'adresseringBinnenland.adresregel1')).toEqual({});
    expect((await buiten('verblijfplaats.verblijfadres'))?.['verblijfplaats']).toEqual({
      type: 'VerblijfplaatsBuitenland',
      verblijfadres: { regel1: '53 Rue de Tilsitt', land: { code: '5002', omschrijving: 'Frankrijk' } },
    });
    expect((await kaster('adresseringBinnenland'))?.['adressering']).toHaveProperty('adresregel2');
  });
  it('gezag alleen heel', async () => {
    expect((await buiten('gezag'))?.['gezag']).toHaveLength(1);
    const { status } = await roep({ json: { ...OP_BSN, fields: ['gezag.type'] } });
    expect(status).toBe(400);
  });
  it('bij zoeken de beperkte persoon', async () => {
    const [gevonden] = await vraag({
      ...OP_NAAM,
      geslachtsnaam: 'Kaster',
      voornamen: 'Jan*',
      fields: ['naam'],
    });
    expect(gevonden?.['naam']).toEqual({
      voornamen: 'Jan Peter',
      voorletters: 'J.P.',
      geslachtsnaam: 'Kaster',
      volledigeNaam: 'Jan Peter Kaster',
    });
    expect(keurVeld('aNummer', PERSOON_BEPERKT)).toBe('onbekend');
  });
  it('nooit meer dan de wortels die gevraagd zijn', () => {
    const wortels = Object.keys(PERSOON).filter((naam) => !naam.endsWith('Binnenland'));
    const altijd = ['geheimhoudingPersoonsgegevens', 'opschortingBijhouding', 'inOnderzoek'];
    fc.assert(
      fc.property(
        fc.subarray(wortels, { minLength: 1 }),
        fc.constantFrom(...gemeente().personen),
        (velden, p) => {
          const over = Object.keys(snijPersoon(p, velden, PERSOON)).filter((naam) => !altijd.includes(naam));
          expect(velden).toEqual(expect.arrayContaining(over));
        },
      ),
    );
  });
});
