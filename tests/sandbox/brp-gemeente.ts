/** Persons for the BRP tests: namesakes, someone deceased, someone abroad, and a house that is too full. */
import { afterAll, beforeAll, expect } from 'vitest';
import { legeGemeente } from '../../server/sandbox/typen.ts';
import type { Gemeente, JsonObject } from '../../server/sandbox/typen.ts';
import { startProef } from './kleine-gemeente.ts';
import type { Proef, RoepOpties } from './kleine-gemeente.ts';

export const dag = (datum: string): JsonObject => ({ type: 'Datum', datum, langFormaat: datum });
export const man = { code: 'M', omschrijving: 'man' };

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

export const overleden = { opschortingBijhouding: { reden: { code: 'O', omschrijving: 'overlijden' } } };
const elders = (postcode: string, huisnummer: number, straat: string, object: string): JsonObject => ({
  verblijfplaats: {
    type: 'Adres',
    adresseerbaarObjectIdentificatie: object,
    nummeraanduidingIdentificatie: object,
    verblijfadres: { korteStraatnaam: straat, huisnummer, postcode },
  },
});
export const VOL = '0855010000000031';

export function gemeente(): Gemeente {
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

const SLEUTEL = { 'x-api-key': 'sandbox-key' };

/** One sandbox with these persons for a file. */
export function brpProef() {
  let proef: Proef | undefined;
  beforeAll(async () => {
    proef = await startProef({ gemeente });
  });
  afterAll(() => proef?.sluit());
  const op = (pad: string, opties: RoepOpties) => {
    if (!proef) throw new Error('de proef loopt niet');
    return proef.roep(pad, { ...opties, kop: { ...SLEUTEL, ...opties.kop } });
  };
  const roep = (opties: RoepOpties) => op('/brp/personen', { method: 'POST', ...opties });
  const vraag = async (json: JsonObject): Promise<JsonObject[]> => {
    const { status, lichaam } = await roep({ json });
    expect([status, lichaam['type']]).toEqual([200, json['type']]);
    return lichaam['personen'] as JsonObject[];
  };
  const bsns = async (json: JsonObject): Promise<unknown[]> =>
    (await vraag({ ...json, fields: ['burgerservicenummer'] })).map((p) => p['burgerservicenummer']);
  return { op, roep, vraag, bsns };
}

export const OP_NAAM = { type: 'ZoekMetGeslachtsnaamEnGeboortedatum', geboortedatum: '1983-05-26' };
export const OP_BSN = { type: 'RaadpleegMetBurgerservicenummer', burgerservicenummer: ['999993653'] };
export const OP_POSTCODE = { type: 'ZoekMetPostcodeEnHuisnummer', postcode: '5038CJ', huisnummer: 2 };
export const fields = ['burgerservicenummer'];
