import { meervoud } from './datum.ts';

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
