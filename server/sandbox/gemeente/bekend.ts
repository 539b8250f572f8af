/** Persons who are there whatever the seed, each to show one thing. For tests, the README tour and the demo. */
import { maakAdres } from './adressen.ts';
import { dagnr } from './datum.ts';
import { HERKOMSTEN, NEDERLAND, type Mens } from './mens.ts';

export const BSN_VERHULST = '999993653';

export interface BekendePersoon {
  bsn: string;
  naam: string;
  /** Birth date, or '' where it is not wholly known. */
  geboortedatum: string;
  postcode: string;
  huisnummer: number;
  toont: string;
}

type Bijzonder = Partial<Mens> & Pick<Mens, 'bsn' | 'voornamen' | 'achternaam' | 'geslacht'>;

const LINDELAAN = maakAdres('Lindelaan', 18, '1234AB');
const SLUISPAD = maakAdres('Sluispad', 7, '1235SL');

function iemand(geboren: string, toont: string, wie: Bijzonder): { mens: Mens; toont: string } {
  return {
    toont,
    mens: {
      voorvoegsel: '',
      geboren: dagnr(geboren),
      bekend: 'dag',
      adres: null,
      buitenland: null,
      herkomst: NEDERLAND,
      overleden: null,
      geheimhouding: false,
      inOnderzoek: false,
      partner: null,
      getrouwd: null,
      ouders: [],
      kinderen: [],
      ...wie,
    },
  };
}

const turkije = HERKOMSTEN.find((h) => h.land.omschrijving === 'Turkije') ?? NEDERLAND;
const marokko = HERKOMSTEN.find((h) => h.land.omschrijving === 'Marokko') ?? NEDERLAND;

/** Made anew at every call, because families are linked in place. */
export function maakBekenden(): { mens: Mens; toont: string }[] {
  const okkerse = { achternaam: 'Okkerse', adres: SLUISPAD };
  const bekenden = [
    iemand('1984-03-12', 'het hele verhaal: meer dan 12 zaken in elke toestand, contacten, terugbelverzoek', {
      bsn: BSN_VERHULST,
      voornamen: 'Anouk',
      achternaam: 'Verhulst',
      geslacht: 'V',
      adres: LINDELAAN,
    }),
    iemand('1979-06-30', 'geheimhouding van persoonsgegevens', {
      bsn: '999901011',
      voornamen: 'Marijke Johanna',
      voorvoegsel: 'van den',
      achternaam: 'Heuvel',
      geslacht: 'V',
      adres: maakAdres('Reigersbos', 41, '1236RB'),
      geheimhouding: true,
    }),
    iemand('1938-11-02', 'overleden', {
      bsn: '999901023',
      voornamen: 'Hendrik Jan',
      achternaam: 'Bakels',
      geslacht: 'M',
      adres: maakAdres('Kerkstraat', 3, '1235KK'),
      overleden: dagnr('2025-02-08'),
    }),
    iemand('1991-01-17', 'gegevens in onderzoek', {
      bsn: '999901035',
      voornamen: 'Fleur',
      voorvoegsel: 'de',
      achternaam: 'Wit',
      geslacht: 'V',
      adres: maakAdres('Molenweg', 112, '1237MW'),
      inOnderzoek: true,
    }),
    iemand('1967-07-01', 'geboortedatum niet volledig: alleen het jaar', {
      bsn: '999901047',
      voornamen: 'Saïd',
      voorvoegsel: 'el',
      achternaam: 'Amrani',
      geslacht: 'M',
      adres: maakAdres('Spinozaplein', 9, '1234SP'),
      bekend: 'jaar',
      herkomst: marokko,
    }),
    iemand('1958-04-23', 'woont in het buitenland', {
      bsn: '999901059',
      voornamen: 'Cornelia Maria',
      voorvoegsel: 'van der',
      achternaam: 'Linden',
      geslacht: 'V',
      buitenland: {
        regel1: 'Calle Mayor 14',
        regel2: '03710 Calpe',
        land: { code: '6037', omschrijving: 'Spanje' },
      },
    }),
    iemand('1987-09-05', 'diakrieten en een naam van twee delen', {
      bsn: '999901060',
      voornamen: 'Zoë Çiğdem',
      achternaam: 'Öztürk-Müller',
      geslacht: 'V',
      adres: maakAdres('Vermeerstraat', 27, '1235VS'),
      herkomst: turkije,
    }),
    iemand('1975-12-24', 'voorvoegsel met apostrof; bezwaar bij een ketenpartner', {
      bsn: '999901072',
      voornamen: 'Gerard',
      voorvoegsel: "van 't",
      achternaam: 'Hof',
      geslacht: 'M',
      adres: maakAdres('Oude Veerweg', 5, '1236OV'),
    }),
    iemand('1982-05-19', 'een huishouden van vier op een adres', {
      bsn: '999901084',
      voornamen: 'Jan Willem',
      geslacht: 'M',
      ...okkerse,
    }),
    iemand('1983-08-08', 'partner in het huishouden van vier', {
      bsn: '999901096',
      voornamen: 'Sanne',
      voorvoegsel: "in 't",
      achternaam: 'Veld',
      geslacht: 'V',
      adres: SLUISPAD,
    }),
    iemand('2012-02-29', 'kind in het huishouden van vier, beide ouders hebben gezag', {
      bsn: '999901102',
      voornamen: 'Noor',
      geslacht: 'V',
      ...okkerse,
    }),
    iemand('2015-10-11', 'kind in het huishouden van vier, beide ouders hebben gezag', {
      bsn: '999901114',
      voornamen: 'Sem',
      geslacht: 'M',
      ...okkerse,
    }),
    iemand('1971-03-03', 'heel veel zaken: meer dan een bladzijde', {
      bsn: '999901126',
      voornamen: 'Theodorus',
      voorvoegsel: 'van',
      achternaam: 'Leeuwen',
      geslacht: 'M',
      adres: maakAdres('Ambachtsweg', 66, '1237AW'),
    }),
    iemand('1999-11-30', 'geen enkele zaak en geen contact', {
      bsn: '999901138',
      voornamen: 'Loïc',
      achternaam: 'Lefèbvre',
      geslacht: 'M',
      adres: maakAdres('Zonnebloemstraat', 2, '1234ZS'),
    }),
  ];
  const [vader, moeder, ...kinderen] = bekenden.slice(8, 12).map(({ mens }) => mens);
  if (vader !== undefined && moeder !== undefined) {
    for (const [een, ander] of [
      [vader, moeder],
      [moeder, vader],
    ] as const) {
      een.partner = ander;
      een.getrouwd = dagnr('2010-06-18');
      een.kinderen = kinderen;
    }
    for (const kind of kinderen) kind.ouders = [vader, moeder];
  }
  return bekenden;
}

/** Table of the named persons, for tests and documentation. */
export const bekendePersonen: readonly BekendePersoon[] = maakBekenden().map(({ mens, toont }) => ({
  bsn: mens.bsn,
  naam: [mens.voornamen, mens.voorvoegsel, mens.achternaam].filter((deel) => deel !== '').join(' '),
  geboortedatum: mens.bekend === 'dag' ? new Date(mens.geboren * 86_400_000).toISOString().slice(0, 10) : '',
  postcode: mens.adres?.postcode ?? '',
  huisnummer: mens.adres?.huisnummer ?? 0,
  toont,
}));
