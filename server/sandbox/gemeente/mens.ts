/** Someone who lives here, before BRP, partij and rol each take what they need. */
import type { Adres } from './adressen.ts';
import { leeftijdOp, type Dagnr } from './datum.ts';
import type { Burger } from './wereld.ts';

export type Geslacht = 'M' | 'V' | 'O';
/** How much of the birth date is known. */
export type Bekendheid = 'dag' | 'maand' | 'jaar' | 'niets';

export interface Mens {
  bsn: string;
  voornamen: string;
  voorvoegsel: string;
  achternaam: string;
  geslacht: Geslacht;
  geboren: Dagnr;
  bekend: Bekendheid;
  /** Null = not in the Netherlands any more, or nobody knows where. */
  adres: Adres | null;
  /** Lines of a foreign address. */
  buitenland: { regel1: string; regel2: string; land: { code: string; omschrijving: string } } | null;
  herkomst: Herkomst;
  overleden: Dagnr | null;
  geheimhouding: boolean;
  inOnderzoek: boolean;
  partner: Mens | null;
  getrouwd: Dagnr | null;
  ouders: Mens[];
  kinderen: Mens[];
}

/** Country of birth and nationality: landelijke tabellen 34 and 32. */
export interface Herkomst {
  land: { code: string; omschrijving: string };
  plaats: string;
  nationaliteit: { code: string; omschrijving: string };
  eu: boolean;
  gewicht: number;
}

export const NEDERLAND: Herkomst = {
  land: { code: '6030', omschrijving: 'Nederland' },
  plaats: 'Oeverdam',
  nationaliteit: { code: '0001', omschrijving: 'Nederlandse' },
  eu: true,
  gewicht: 80,
};
const elders = (
  land: string,
  naam: string,
  plaats: string,
  nationaliteit: string,
  omschrijving: string,
  eu = false,
): Herkomst => ({
  land: { code: land, omschrijving: naam },
  plaats,
  nationaliteit: { code: nationaliteit, omschrijving },
  eu,
  gewicht: 2,
});
export const HERKOMSTEN: readonly Herkomst[] = [
  NEDERLAND,
  { ...NEDERLAND, plaats: 'Haarlem', gewicht: 6 },
  elders('6043', 'Turkije', 'Kayseri', '0339', 'Turkse'),
  elders('5022', 'Marokko', 'Nador', '0150', 'Marokkaanse'),
  elders('7028', 'Polen', 'Gdansk', '0067', 'Poolse', true),
  elders('6029', 'Duitsland', 'Emden', '0055', 'Duitse', true),
  elders('5007', 'Suriname', 'Paramaribo', '0001', 'Nederlandse'),
  elders('7009', 'Syrië', 'Homs', '0338', 'Syrische'),
];

export function voorlettersVan(mens: Mens): string {
  return mens.voornamen
    .split(' ')
    .map((naam) => `${naam.slice(0, 1)}.`)
    .join('');
}

/** "van der Meer": as one says it. */
export function achternaamVan(mens: Mens): string {
  return mens.voorvoegsel === '' ? mens.achternaam : `${mens.voorvoegsel} ${mens.achternaam}`;
}

/** What zaken and contacts know of someone. */
export function burgerVan(mens: Mens, vandaag: Dagnr, datum: (dag: Dagnr) => string): Burger {
  return {
    wie: {
      soort: 'persoon',
      bsn: mens.bsn,
      voornamen: mens.voornamen,
      voorletters: voorlettersVan(mens),
      voorvoegsel: mens.voorvoegsel,
      achternaam: mens.achternaam,
      geslacht: mens.geslacht === 'M' ? 'm' : mens.geslacht === 'V' ? 'v' : 'o',
      geboortedatum: mens.bekend === 'dag' ? datum(mens.geboren) : '',
      adres: mens.adres,
    },
    geboren: mens.geboren,
    adres: mens.adres,
    kanAanvragen: mens.adres !== null && mens.overleden === null && leeftijdOp(mens.geboren, vandaag) >= 18,
    geheimhouding: mens.geheimhouding,
    overleden: mens.overleden,
  };
}
