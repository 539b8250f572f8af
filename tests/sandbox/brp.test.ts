import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERSOON, PERSOON_BEPERKT, keurVeld, snijPersoon } from '../../server/sandbox/brp-velden.ts';
import { legeGemeente } from '../../server/sandbox/typen.ts';
import type { Gemeente, JsonObject } from '../../server/sandbox/typen.ts';
import { startProef } from './kleine-gemeente.ts';
import type { Proef, RoepOpties } from './kleine-gemeente.ts';

const dag = (datum: string): JsonObject => ({ type: 'Datum', datum, langFormaat: datum });
const man = { code: 'M', omschrijving: 'man' };

function persoon(burgerservicenummer: string, geslachtsnaam: string, meer: JsonObject = {}): JsonObject {
  return {
    burgerservicenummer,
    leeftijd: 43,
    geslacht: man,
    naam: {
      voornamen: 'Jan Peter',
      voorletters: 'J.P.',
      geslachtsnaam,
      volledigeNaam: `Jan Peter ${geslachtsnaam}`,
      aanduidingNaamgebruik: { code: 'E', omschrijving: 'eigen geslachtsnaam' },
    },
    geboorte: { datum: dag('1983-05-26'), plaats: { code: '0855', omschrijving: 'Tilburg' } },
    gemeenteVanInschrijving: { code: '0855', omschrijving: 'Tilburg' },
    verblijfplaats: {
      type: 'Adres',
      datumVan: dag('2015-08-08'),
      functieAdres: { code: 'W', omschrijving: 'woonadres' },
      adresseerbaarObjectIdentificatie: '0855010000000001',
      nummeraanduidingIdentificatie: '0855200000000001',
      verblijfadres: {
        officieleStraatnaam: 'Heuvelring',
        korteStraatnaam: 'Heuvelring',
        huisnummer: 2,
        huisletter: 'A',
        postcode: '5038CJ',
        woonplaats: 'Tilburg',
      },
    },
    adressering: { adresregel1: 'Heuvelring 2A', adresregel2: '5038 CJ  TILBURG', aanhef: 'Geachte heer' },
    ...meer,
  };
}

const overleden = { opschortingBijhouding: { reden: { code: 'O', omschrijving: 'overlijden' } } };
const elders = (postcode: string, huisnummer: number, straat: string, object: string): JsonObject => ({
  verblijfplaats: {
    type: 'Adres',
    adresseerbaarObjectIdentificatie: object,
    nummeraanduidingIdentificatie: object,
    verblijfadres: { korteStraatnaam: straat, huisnummer, postcode },
  },
});
const VOL = '0855010000000031';

function gemeente(): Gemeente {
  const elf = Array.from({ length: 11 }, (_, i) =>
    persoon(`90000${1000 + i}`, 'Drukker', elders('5038ZZ', 1, 'Volle Laan', VOL)),
  );
  const eenentwintig = Array.from({ length: 20 }, (_, i) =>
    persoon(`91000${1000 + i}`, `Buur${i}`, elders('5038ZZ', 1, 'Volle Laan', VOL)),
  );
  return {
    ...legeGemeente(),
    personen: [
      persoon('999993653', 'Kaster', {
        geheimhoudingPersoonsgegevens: true,
        partners: [
          { burgerservicenummer: '999992971', naam: { voornamen: 'Robert' }, soortVerbintenis: man },
        ],
        kinderen: [],
        inOnderzoek: {
          burgerservicenummer: true,
          gemeenteVanInschrijving: true,
          datumIngangOnderzoekPersoon: dag('2020-01-01'),
          datumIngangOnderzoekGemeente: dag('2021-01-01'),
        },
      }),
      persoon('999990627', 'Käster', {
        naam: { voornamen: 'Zoë', voorvoegsel: 'van der', geslachtsnaam: 'Käster' },
        geslacht: { code: 'V', omschrijving: 'vrouw' },
      }),
      persoon('999990639', 'Kaster', overleden),
      persoon('999990640', 'Buitenhuis', {
        geboorte: { datum: { type: 'JaarDatum', jaar: 1968, langFormaat: '1968' } },
        verblijfplaats: {
          type: 'VerblijfplaatsBuitenland',
          datumVan: dag('1986-08-01'),
          verblijfadres: { regel1: '53 Rue de Tilsitt', land: { code: '5002', omschrijving: 'Frankrijk' } },
        },
        adressering: { adresregel1: '53 Rue de Tilsitt', land: { code: '5002' }, aanhef: 'Geachte heer' },
        gezag: [{ type: 'Voogdij', minderjarige: { burgerservicenummer: '999990641' } }],
      }),
      ...elf,
      ...eenentwintig,
    ],
  };
}

let proef: Proef;
beforeAll(async () => {
  proef = await startProef({ gemeente });
});
afterAll(() => proef.sluit());

const SLEUTEL = { 'x-api-key': 'sandbox-key' };
const roep = (opties: RoepOpties) =>
  proef.roep('/brp/personen', { method: 'POST', ...opties, kop: { ...SLEUTEL, ...opties.kop } });
const vraag = async (json: JsonObject): Promise<JsonObject[]> => {
  const { status, lichaam } = await roep({ json });
  expect([status, lichaam['type']]).toEqual([200, json['type']]);
  return lichaam['personen'] as JsonObject[];
};
const bsns = async (json: JsonObject): Promise<unknown[]> =>
  (await vraag({ ...json, fields: ['burgerservicenummer'] })).map((p) => p['burgerservicenummer']);

const OP_NAAM = { type: 'ZoekMetGeslachtsnaamEnGeboortedatum', geboortedatum: '1983-05-26' };
const OP_BSN = { type: 'RaadpleegMetBurgerservicenummer', burgerservicenummer: ['999993653'] };
const OP_POSTCODE = { type: 'ZoekMetPostcodeEnHuisnummer', postcode: '5038CJ', huisnummer: 2 };
const fields = ['burgerservicenummer'];

describe('wie mag er in', () => {
  it('weigert zonder of met een verkeerde sleutel met 401', async () => {
    for (const sleutel of [undefined, 'fout']) {
      const { status, lichaam } = await roep({ json: OP_BSN, kop: { 'x-api-key': sleutel } });
      expect([status, lichaam['code']]).toEqual([401, 'authentication']);
    }
  });
  it('weigert GET met 405 en noemt POST', async () => {
    const { status, kop, lichaam } = await roep({ method: 'GET' });
    expect([status, kop.get('allow'), lichaam['status']]).toEqual([405, 'POST', 405]);
  });
  it('weigert een ander pad met 404 in de eigen vorm', async () => {
    const { status, lichaam } = await proef.roep('/brp/gezinnen', { kop: SLEUTEL });
    expect([status, lichaam['instance']]).toEqual([404, '/brp/gezinnen']);
  });
  it.each([
    ['content-type', 'application/xml', 415, 'unsupportedMediaType'],
    ['content-type', 'application/json; charset=cp1252', 415, 'unsupportedMediaType'],
    ['content-type', '*/*', 415, 'unsupportedMediaType'],
    ['accept', 'application/xml', 406, 'notAcceptable'],
  ])('weigert %s %s met %i', async (naam, waarde, verwacht, code) => {
    const { status, lichaam } = await roep({ json: { ...OP_BSN, fields }, kop: { [naam]: waarde } });
    expect([status, lichaam['code']]).toEqual([verwacht, code]);
  });
  it.each([
    ['content-type', 'application/json; charset=UTF-8'],
    ['accept', '*/*;charset=utf-8'],
    ['accept', 'application/json, text/plain, */*'],
  ])('aanvaardt %s %s', async (naam, waarde) => {
    const { status } = await roep({ json: { ...OP_BSN, fields }, kop: { [naam]: waarde } });
    expect(status).toBe(200);
  });
  it.each(['{"type":', '[]', '"tekst"', 'null'])('weigert het lichaam %s met 400', async (body) => {
    const { status, kop } = await roep({ body, kop: { 'content-type': 'application/json' } });
    expect([status, kop.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
  });
});

describe('een foute vraag', () => {
  const P = (naam: string, code: string, reason: string) => ({ name: naam, code, reason });
  const verplicht = (naam: string) => P(naam, 'required', 'Parameter is verplicht.');
  const patroon = (naam: string, p: string) => P(naam, 'pattern', `Waarde voldoet niet aan patroon ${p}.`);
  const NAAM = String.raw`^[a-zA-Z0-9À-ž \.\-\']{1,200}$|^[a-zA-Z0-9À-ž \.\-\']{3,199}\*{1}$`;
  const VELD = String.raw`^[a-zA-Z0-9\._]{1,200}$`;
  const gevallen: [string, JsonObject, ReturnType<typeof P>[]][] = [
    ['zonder type', {}, [verplicht('type')]],
    ['van een onbekend type', { type: 'zoek' }, [P('type', 'value', 'Waarde is geen geldig zoek type.')]],
    ['zonder fields', OP_BSN, [verplicht('fields')]],
    [
      'met lege fields',
      { ...OP_BSN, fields: [] },
      [P('fields', 'minItems', 'Array bevat minder dan 1 items.')],
    ],
    [
      'met fields als tekst',
      { ...OP_BSN, fields: 'naam' },
      [P('fields', 'array', 'Parameter is geen array.')],
    ],
    [
      'met 131 fields',
      { ...OP_BSN, fields: Array<string>(131).fill('naam') },
      [P('fields', 'maxItems', 'Array bevat meer dan 130 items.')],
    ],
    ['met een vreemd teken in fields', { ...OP_BSN, fields: ['a*nummer'] }, [patroon('fields[0]', VELD)]],
    [
      'met een onbekend veld',
      { ...OP_BSN, fields: ['naam', 'anummer'] },
      [P('fields[1]', 'fields', 'Parameter bevat een niet bestaande veldnaam.')],
    ],
    [
      'met een veld dat vanzelf komt',
      { ...OP_BSN, fields: ['geheimhoudingPersoonsgegevens'] },
      [P('fields[0]', 'fields', 'Parameter bevat een niet toegestane veldnaam.')],
    ],
    [
      'op nul nummers',
      { ...OP_BSN, burgerservicenummer: [], fields },
      [P('burgerservicenummer', 'minItems', 'Array bevat minder dan 1 items.')],
    ],
    [
      'op een nummer van 8 cijfers',
      { ...OP_BSN, burgerservicenummer: ['99999365'], fields },
      [patroon('burgerservicenummer[0]', '^[0-9]{9}$')],
    ],
    [
      'op naam zonder naam en datum',
      { type: OP_NAAM.type, geslachtsnaam: '', fields },
      [verplicht('geboortedatum'), verplicht('geslachtsnaam')],
    ],
    [
      'op een datum als 19830526',
      { ...OP_NAAM, geslachtsnaam: 'Os', geboortedatum: '19830526', fields },
      [P('geboortedatum', 'date', 'Waarde is geen geldige datum.')],
    ],
    [
      'met de wildcard na 2 letters',
      { ...OP_NAAM, geslachtsnaam: 'ab*', fields },
      [patroon('geslachtsnaam', NAAM)],
    ],
    [
      'met de wildcard vooraan',
      { ...OP_NAAM, geslachtsnaam: '*sen', fields },
      [patroon('geslachtsnaam', NAAM)],
    ],
    [
      'op een huisnummer als tekst',
      { ...OP_POSTCODE, huisnummer: '2e', fields },
      [P('huisnummer', 'integer', 'Waarde is geen geldig getal.')],
    ],
    [
      'op huisnummer 0',
      { ...OP_POSTCODE, huisnummer: 0, fields },
      [P('huisnummer', 'minimum', 'Waarde is lager dan minimum 1.')],
    ],
    [
      'met een tekst waar ja of nee hoort',
      { ...OP_POSTCODE, inclusiefOverledenPersonen: '', fields },
      [P('inclusiefOverledenPersonen', 'boolean', 'Waarde is geen boolean.')],
    ],
    [
      'met een parameter van een ander type',
      { ...OP_BSN, voornamen: 'Jan', fields },
      [P('voornamen', 'unknownParam', 'Parameter is niet verwacht.')],
    ],
    [
      'met alles tegelijk fout',
      { ...OP_POSTCODE, postcode: '0628HJ', huisnummer: 'twee', fields: [] },
      [
        patroon('postcode', '^[1-9]{1}[0-9]{3}[ ]?[A-Za-z]{2}$'),
        P('huisnummer', 'integer', 'Waarde is geen geldig getal.'),
        P('fields', 'minItems', 'Array bevat minder dan 1 items.'),
      ],
    ],
  ];
  it.each(gevallen)('wordt geweigerd: %s', async (_naam, json, invalidParams) => {
    const { status, lichaam } = await roep({ json });
    expect(status).toBe(400);
    expect(lichaam).toEqual({
      invalidParams,
      type: 'https://datatracker.ietf.org/doc/html/rfc7231#section-6.5.1',
      title: 'Een of meerdere parameters zijn niet correct.',
      status: 400,
      detail: `De foutieve parameter(s) zijn: ${invalidParams.map((p) => p.name).join(', ')}.`,
      instance: '/brp/personen',
      code: 'paramsValidation',
    });
  });
});

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
