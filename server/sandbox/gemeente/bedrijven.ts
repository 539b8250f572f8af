/** Companies of Oeverdam as KVK Zoeken 2 and Basisprofiel 1.5 answer them. */
import { maakAdres, willekeurigAdres, type Adres } from './adressen.ts';
import { datum, type Dagnr } from './datum.ts';
import { rsinReeks } from './nummers.ts';
import type { Prng } from './prng.ts';
import type { Onderneming } from './wereld.ts';
import type { Bedrijf, JsonObject } from '../typen.ts';

interface Soort {
  namen: readonly string[];
  sbi: string;
  omschrijving: string;
}

const SOORTEN: readonly Soort[] = [
  {
    namen: ['Bakkerij', 'Brood & Banket'],
    sbi: '10711',
    omschrijving: 'Vervaardiging van brood en vers banketbakkerswerk',
  },
  { namen: ['Café', 'Eetcafé', 'Grand Café'], sbi: '56300', omschrijving: 'Cafés' },
  {
    namen: ['Bouwbedrijf', 'Aannemersbedrijf'],
    sbi: '41200',
    omschrijving: 'Algemene burgerlijke en utiliteitsbouw',
  },
  { namen: ['Kapsalon', 'Haarstudio'], sbi: '96021', omschrijving: 'Haarverzorging' },
  {
    namen: ['Fietsenwinkel', 'Rijwielhandel'],
    sbi: '47641',
    omschrijving: 'Winkels in fietsen en bromfietsen',
  },
  {
    namen: ['Evenementenbureau', 'Festivalbureau'],
    sbi: '82300',
    omschrijving: 'Organiseren van congressen en beurzen',
  },
  {
    namen: ['Adviesbureau', 'Ingenieursbureau'],
    sbi: '71120',
    omschrijving: 'Ingenieurs en overig technisch ontwerp en advies',
  },
];
const EIGEN = [
  'Oeverzicht',
  'De Sluis',
  'Van Dijk',
  'Yılmaz',
  'De Kade',
  'Bos',
  'Het Anker',
  'Benali',
  'De Molen',
  'Visser',
];

interface Vestiging {
  nummer: string;
  naam: string;
  adres: Adres;
  hoofd: boolean;
}

interface Gegevens {
  kvkNummer: string;
  /** Absent for an eenmanszaak. */
  rsin: string | undefined;
  naam: string;
  statutaireNaam: string;
  rechtsvorm: string;
  soort: Soort;
  sinds: Dagnr;
  personen: number;
  vestigingen: Vestiging[];
  /** Who works at home may have the address shielded: KVK then tells that there is one, and no more. */
  afgeschermd: boolean;
}

const kvkDatum = (dag: Dagnr): string => datum(dag).replaceAll('-', '');

function bezoekadres(adres: Adres, afgeschermd: boolean): JsonObject {
  if (afgeschermd) return { type: 'bezoekadres', indAfgeschermd: 'Ja' };
  return {
    type: 'bezoekadres',
    indAfgeschermd: 'Nee',
    volledigAdres: `${adres.straat} ${adres.huisnummer} ${adres.postcode}${adres.plaats}`,
    straatnaam: adres.straat,
    huisnummer: adres.huisnummer,
    ...(adres.huisletter === undefined ? {} : { huisletter: adres.huisletter }),
    ...(adres.toevoeging === undefined ? {} : { huisnummerToevoeging: adres.toevoeging }),
    postcode: adres.postcode,
    plaats: adres.plaats,
    land: 'Nederland',
  };
}

function sbi(soort: Soort): JsonObject[] {
  return [{ sbiCode: soort.sbi, sbiOmschrijving: soort.omschrijving, indHoofdactiviteit: 'Ja' }];
}

function hoofdvestiging(g: Gegevens, vestiging: Vestiging): JsonObject {
  return {
    vestigingsnummer: vestiging.nummer,
    kvkNummer: g.kvkNummer,
    ...(g.rsin === undefined ? {} : { rsin: g.rsin }),
    indNonMailing: 'Nee',
    formeleRegistratiedatum: kvkDatum(g.sinds),
    materieleRegistratie: { datumAanvang: kvkDatum(g.sinds) },
    statutaireNaam: g.statutaireNaam,
    eersteHandelsnaam: vestiging.naam,
    indHoofdvestiging: 'Ja',
    indCommercieleVestiging: 'Ja',
    voltijdWerkzamePersonen: g.personen,
    totaalWerkzamePersonen: g.personen,
    deeltijdWerkzamePersonen: 0,
    handelsnamen: [{ naam: vestiging.naam, volgorde: 0 }],
    adressen: [bezoekadres(vestiging.adres, g.afgeschermd)],
    websites: [],
    sbiActiviteiten: sbi(g.soort),
  };
}

function alsBedrijf(g: Gegevens): Bedrijf {
  const hoofd = g.vestigingen.find((v) => v.hoofd) as Vestiging;
  const zoekadres = (adres: Adres): JsonObject => ({
    binnenlandsAdres: {
      type: 'bezoekadres',
      straatnaam: adres.straat,
      huisnummer: adres.huisnummer,
      ...(adres.huisletter === undefined ? {} : { huisletter: adres.huisletter }),
      postcode: adres.postcode,
      plaats: adres.plaats,
    },
  });
  return {
    kvkNummer: g.kvkNummer,
    ...(g.rsin === undefined ? {} : { rsin: g.rsin }),
    basisprofiel: {
      kvkNummer: g.kvkNummer,
      indNonMailing: 'Nee',
      naam: g.naam,
      formeleRegistratiedatum: kvkDatum(g.sinds),
      materieleRegistratie: { datumAanvang: kvkDatum(g.sinds) },
      totaalWerkzamePersonen: g.personen,
      statutaireNaam: g.statutaireNaam,
      handelsnamen: g.vestigingen.map((v, volgorde) => ({ naam: v.naam, volgorde })),
      sbiActiviteiten: sbi(g.soort),
      _embedded: {
        hoofdvestiging: hoofdvestiging(g, hoofd),
        eigenaar: {
          ...(g.rsin === undefined ? {} : { rsin: g.rsin }),
          rechtsvorm: g.rechtsvorm,
          uitgebreideRechtsvorm: g.rechtsvorm,
          adressen: [bezoekadres(hoofd.adres, g.afgeschermd)],
          websites: [],
        },
      },
    },
    zoekresultaten: [
      ...(g.rsin === undefined
        ? []
        : [
            {
              kvkNummer: g.kvkNummer,
              rsin: g.rsin,
              naam: g.statutaireNaam,
              adres: zoekadres(hoofd.adres),
              type: 'rechtspersoon',
              actief: 'Ja',
            },
          ]),
      ...g.vestigingen.map((v) => ({
        kvkNummer: g.kvkNummer,
        vestigingsnummer: v.nummer,
        naam: v.naam,
        ...(g.afgeschermd && v.hoofd ? {} : { adres: zoekadres(v.adres) }),
        type: v.hoofd ? 'hoofdvestiging' : 'nevenvestiging',
        actief: 'Ja',
      })),
    ],
  };
}

/** The bedrijf with two vestigingen that is always there. */
export const BEKEND_BEDRIJF = {
  kvkNummer: '90001234',
  naam: 'Adviesbureau Stil & Zn.',
  vestigingsnummers: ['000090001234', '000090001235'],
} as const;

export interface Bedrijven {
  register: Bedrijf[];
  ondernemingen: Onderneming[];
}

/** `aantal` companies, at least the named one. */
export function maakBedrijven(prng: Prng, vandaag: Dagnr, aantal: number): Bedrijven {
  const rsins = rsinReeks();
  const eerste: Gegevens = {
    kvkNummer: BEKEND_BEDRIJF.kvkNummer,
    rsin: rsins.next().value,
    naam: BEKEND_BEDRIJF.naam,
    statutaireNaam: 'Adviesbureau Stil & Zn. B.V.',
    rechtsvorm: 'BeslotenVennootschap',
    soort: SOORTEN[6] as Soort,
    sinds: vandaag - 6000,
    personen: 12,
    afgeschermd: false,
    vestigingen: [
      {
        nummer: BEKEND_BEDRIJF.vestigingsnummers[0],
        naam: BEKEND_BEDRIJF.naam,
        adres: maakAdres('Havenkade', 12, '1235HK'),
        hoofd: true,
      },
      {
        nummer: BEKEND_BEDRIJF.vestigingsnummers[1],
        naam: 'Stil & Zn. Meetdienst',
        adres: maakAdres('Nijverheidsweg', 3, '1237NW'),
        hoofd: false,
      },
    ],
  };
  const anderen = Array.from({ length: Math.max(0, aantal - 1) }, (_, i): Gegevens => {
    const soort = prng.kies(SOORTEN);
    const naam = `${prng.kies(soort.namen)} ${prng.kies(EIGEN)}${i >= EIGEN.length ? ` ${i}` : ''}`;
    const bv = prng.kans(0.6);
    const kvkNummer = String(90_002_000 + i * 13);
    const tweede = prng.kans(0.15);
    return {
      kvkNummer,
      rsin: bv ? rsins.next().value : undefined,
      naam,
      statutaireNaam: bv ? `${naam} B.V.` : naam,
      rechtsvorm: bv ? 'BeslotenVennootschap' : 'Eenmanszaak',
      soort,
      sinds: vandaag - prng.heel(400, 9000),
      personen: prng.heel(1, 25),
      afgeschermd: !bv && i % 4 === 2,
      vestigingen: (tweede ? [true, false] : [true]).map((hoofd, nr) => ({
        nummer: `0000${Number(kvkNummer) + nr}`,
        naam: hoofd ? naam : `${naam} filiaal`,
        adres: willekeurigAdres(prng),
        hoofd,
      })),
    };
  });
  const alle = [eerste, ...anderen];
  return {
    register: alle.map(alsBedrijf),
    ondernemingen: alle.map((g) => ({
      naam: g.naam,
      wie: {
        soort: 'bedrijf',
        // Some registers know a bedrijf by RSIN, an eenmanszaak only by its KVK number.
        rsin: g.rsin ?? '',
        kvkNummer: g.kvkNummer,
        vestigingsnummer: '',
        naam: g.statutaireNaam,
        adres: (g.vestigingen[0] as Vestiging).adres,
      },
    })),
  };
}
