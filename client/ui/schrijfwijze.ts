import { dagLang, meervoud } from './datum.ts';

/** How values of registers are written for people: telephone, contact wish, duration, file format. */

/** Area codes of three figures (Nummerplan telefoon- en ISDN-diensten); all other ones have four. */
const KORT_NETNUMMER = /^0(?:1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|8[2-8])/;
const INFONUMMER = /^0(?:800|90\d)/;

const paren = (cijfers: string): string => cijfers.replace(/\d{2}(?=\d)/g, '$& ');

/** `0612345678` → `06 12 34 56 78`; a number that is not Dutch, or not complete, stays as it is. */
export function telefoonTekst(nummer: string): string {
  const kaal = nummer.replace(/[\s().-]/g, '');
  const land = /^(?:\+|00)31(\d{9})$/.exec(kaal)?.[1];
  const cijfers = land === undefined ? kaal : `0${land}`;
  if (!/^0[1-9]\d{8}$/.test(cijfers) || INFONUMMER.test(cijfers)) return nummer;
  const net = cijfers.startsWith('06') ? 2 : KORT_NETNUMMER.test(cijfers) ? 3 : 4;
  const abonnee = cijfers.slice(net);
  const rest = net === 3 ? `${abonnee.slice(0, 3)} ${paren(abonnee.slice(3))}` : paren(abonnee);
  return land === undefined ? `${cijfers.slice(0, net)} ${rest}` : `+31 ${cijfers.slice(1, net)} ${rest}`;
}

/** `soortDigitaalAdres` of Klantinteracties, as what one does. */
const WENSEN: Readonly<Record<string, string>> = {
  telefoonnummer: 'Bellen',
  telefoon: 'Bellen',
  email: 'E-mail',
  overig: 'Anders',
};

export const metHoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1);
export const voorkeurTekst = (voorkeur: string): string => WENSEN[voorkeur] ?? metHoofdletter(voorkeur);

const talen = new Intl.DisplayNames('nl', { type: 'language', fallback: 'none' });
/** Bibliographic codes of ISO 639-2 for which browsers know the other one only. */
const BIBLIOGRAFISCH: Readonly<Record<string, string>> = { dut: 'nld', fre: 'fra', ger: 'deu', chi: 'zho' };

/** `eng` → `Engels`; what is no code of a language stays. */
export function taalTekst(code: string): string {
  const klein = code.trim().toLowerCase();
  if (!/^[a-z]{2,3}$/.test(klein)) return code;
  return talen.of(BIBLIOGRAFISCH[klein] ?? klein) ?? code;
}

/** How one wants to hear: kanaal, then taal. */
export const wensTekst = (voorkeur: string | undefined, taal: string | undefined): string =>
  [
    voorkeur === undefined ? '' : voorkeurTekst(voorkeur),
    taal === undefined ? '' : `in het ${taalTekst(taal)}`,
  ]
    .filter((deel) => deel !== '')
    .join(', ');

const geld = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });

/**
 * The value of an eigenschap as one says it: a day (`20261204`, `2026-12-04`) in words, an amount in euros where its name
 * says that it is one. All else stays as the register spells it.
 */
export function eigenschapTekst({ naam, waarde }: { naam: string; waarde: string }): string {
  const [, jaar, maand, dag] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(waarde) ?? [];
  const isDag = waarde.includes('-') || /datum|dag$/i.test(naam);
  if (isDag && jaar !== undefined && maand !== undefined && dag !== undefined) {
    const heel = `${jaar}-${maand}-${dag}`;
    const bestaat = new Date(`${heel}T12:00:00Z`);
    return Number.isNaN(bestaat.getTime()) || bestaat.getUTCDate() !== Number(dag) ? waarde : dagLang(heel);
  }
  const isGeld = /bedrag|kosten|leges|prijs/i.test(naam) && /^-?\d{1,12}(?:[.,]\d{1,2})?$/.test(waarde);
  return isGeld ? geld.format(Number(waarde.replace(',', '.'))) : waarde;
}

/** `aardRelatie` of ZGW, as the beginning of a line that ends with the other zaak. */
const RELATIES: Readonly<Record<string, string>> = {
  vervolg: 'Deze zaak volgt op',
  onderwerp: 'Deze zaak gaat over',
  bijdrage: 'Deze zaak is nodig voor',
};
export const relatieTekst = (aard: string): string => RELATIES[aard] ?? 'Deze zaak hoort bij';

/** `beperkt_openbaar` → `beperkt openbaar`. */
export const aanduidingTekst = (aanduiding: string): string => aanduiding.replaceAll('_', ' ');

const DUUR = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;
const EENHEDEN = [
  ['jaar', 'jaar'],
  ['maand', 'maanden'],
  ['week', 'weken'],
  ['dag', 'dagen'],
] as const;

/** `P4W` → `4 weken`; null where it is no duration in whole days. */
export function duurTekst(duur: string): string | null {
  const deel = DUUR.exec(duur);
  if (deel === null) return null;
  const woorden = EENHEDEN.flatMap(([een, meer], plek) => {
    const aantal = Number(deel[plek + 1] ?? 0);
    return aantal === 0 ? [] : [meervoud(aantal, een, meer)];
  });
  return woorden.length === 0 ? null : woorden.join(' en ');
}

const FORMATEN: Readonly<Record<string, string>> = {
  'application/msword': 'Word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'image/jpeg': 'jpg',
  'message/rfc822': 'e-mail',
  'text/plain': 'tekst',
  'application/octet-stream': 'bestand',
};

/** `application/pdf` → `pdf`; what is no media type stays. */
export const formaatTekst = (formaat: string): string =>
  FORMATEN[formaat] ?? /^[a-z]+\/(?:x-)?([a-z0-9]{2,5})$/.exec(formaat)?.[1] ?? formaat;
