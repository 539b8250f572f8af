import type { ZoekVraag } from '../../shared/contracts/klant.ts';
import { voldoetAanElfproef } from '../../shared/elfproef.ts';

export type Gelezen =
  | { soort: 'vraag'; vraag: ZoekVraag; gelezenAls: string }
  | { soort: 'fout'; melding: string; gelezenAls: string | null };

const MAANDEN = ['jan', 'feb', 'maart', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const POSTCODE = /^([1-9]\d{3})\s?([a-z]{2})(?:[\s,]+(\d{1,5})\s*-?\s*([a-z])?(?:[\s-]+([a-z0-9]{1,4}))?)?$/i;
const ZAAKNUMMER = /^(?=.*\d)[a-z0-9]+(?:[-_/.][a-z0-9]+)+$/i;
const DATUM =
  /(?<!\d)(?:(?<j>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})|(?<d2>\d{1,2})[-/. ](?<m2>\d{1,2}|[a-z]{3,9})[-/. ](?<j2>\d{4}|\d{2})|(?<d3>\d{2})(?<m3>\d{2})(?<j3>\d{4}))(?!\d)/iu;

const vraag = (inhoud: ZoekVraag, gelezenAls: string): Gelezen => ({
  soort: 'vraag',
  vraag: inhoud,
  gelezenAls,
});
const fout = (melding: string, gelezenAls: string | null = null): Gelezen => ({
  soort: 'fout',
  melding,
  gelezenAls,
});

function maand(tekst: string): number {
  if (/^\d+$/.test(tekst)) return Number(tekst);
  const klein = tekst.toLowerCase().replace('mrt', 'maart');
  return MAANDEN.findIndex((naam) => klein.startsWith(naam) || klein.startsWith(naam.slice(0, 3))) + 1;
}

/** Two digits are this century when that is not in the future. */
const jaar = (tekst: string, nu: Date): number => {
  const getal = Number(tekst);
  if (tekst.length === 4) return getal;
  return 2000 + getal > nu.getFullYear() ? 1900 + getal : 2000 + getal;
};

function leesDatum(groepen: Record<string, string | undefined>, nu: Date): string | null {
  const j = jaar(groepen['j'] ?? groepen['j2'] ?? groepen['j3'] ?? '', nu);
  const m = maand(groepen['m'] ?? groepen['m2'] ?? groepen['m3'] ?? '');
  const d = Number(groepen['d'] ?? groepen['d2'] ?? groepen['d3']);
  const datum = new Date(Date.UTC(j, m - 1, d));
  const echt = datum.getUTCFullYear() === j && datum.getUTCMonth() === m - 1 && datum.getUTCDate() === d;
  return echt && datum <= nu ? datum.toISOString().slice(0, 10) : null;
}

function leesNaam(tekst: string, nu: Date): Gelezen | null {
  const treffer = DATUM.exec(tekst);
  if (treffer === null) return null;
  const als = 'naam en geboortedatum';
  const naam = `${tekst.slice(0, treffer.index)} ${tekst.slice(treffer.index + treffer[0].length)}`
    .replace(/^[\s,]+|[\s,]+$/g, '')
    .replace(/\s+/g, ' ');
  const geboortedatum = leesDatum(treffer.groups ?? {}, nu);
  if (geboortedatum === null) return fout('Deze datum bestaat niet. Controleer de geboortedatum.', als);
  if (!/\p{L}/u.test(naam)) return fout('Zet de achternaam erbij, bijvoorbeeld: verhulst 12-3-1984.', als);
  const [achternaam = naam, voornamen] = naam.split(/\s*,\s*/, 2);
  return vraag({ achternaam, geboortedatum, ...(voornamen ? { voornamen } : {}) }, als);
}

function leesCijfers(tekst: string): Gelezen | null {
  const cijfers = tekst.replace(/[\s.]/g, '');
  if (/^(?:0\d{9}|(?:\+|00)31\d{9})$/.test(cijfers.replaceAll('-', ''))) {
    return vraag({ telefoonnummer: cijfers.replaceAll('-', '') }, 'telefoonnummer');
  }
  if (!/^\d+$/.test(cijfers)) return null;
  if (cijfers.length === 9) {
    return voldoetAanElfproef(cijfers)
      ? vraag({ bsn: cijfers }, 'BSN')
      : fout('Dit BSN klopt niet. Controleer de cijfers.', 'BSN');
  }
  if (cijfers.length === 8) return vraag({ kvkNummer: cijfers }, 'KVK-nummer');
  return fout('Een BSN heeft 9 cijfers, een KVK-nummer 8. Controleer de cijfers.');
}

function leesPostcode(tekst: string): Gelezen | null {
  const treffer = POSTCODE.exec(tekst);
  if (treffer === null) return null;
  const [, cijfers = '', letters = '', nummer, letter, toevoeging] = treffer;
  const als = 'postcode en huisnummer';
  if (nummer === undefined) return fout('Zet het huisnummer erbij, bijvoorbeeld: 1234 AB 18.', als);
  if (Number(nummer) === 0) return fout('Een huisnummer begint bij 1.', als);
  return vraag(
    {
      postcode: `${cijfers}${letters.toUpperCase()}`,
      huisnummer: Number(nummer),
      ...(letter ? { huisletter: letter.toUpperCase() } : {}),
      ...(toevoeging ? { huisnummertoevoeging: toevoeging } : {}),
    },
    als,
  );
}

/**
 * What the one search field means: BSN (11-proef), telephone, KVK number, postcode with house number, e-mail,
 * name with date of birth, zaaknummer; else the name of a company. Nothing is sent where it cannot be right.
 */
export function leesZoekvraag(invoer: string, nu = new Date()): Gelezen {
  const tekst = invoer.trim().replace(/\s+/g, ' ');
  if (tekst === '')
    return fout('Vul een naam met geboortedatum, BSN, postcode met huisnummer of zaaknummer in.');
  const gelezen = leesCijfers(tekst) ?? leesPostcode(tekst);
  if (gelezen) return gelezen;
  if (tekst.includes('@')) {
    return /^\S+@\S+\.\S+$/.test(tekst)
      ? vraag({ emailadres: tekst }, 'e-mailadres')
      : fout('Dit is geen e-mailadres.', 'e-mailadres');
  }
  if (tekst.includes(' ')) {
    const naam = leesNaam(tekst, nu);
    if (naam) return naam;
  }
  if (ZAAKNUMMER.test(tekst)) return vraag({ zaaknummer: tekst.toUpperCase() }, 'zaaknummer');
  if (Array.from(tekst).length < 2) return fout('Vul ten minste 2 letters in.');
  return vraag({ handelsnaam: tekst }, 'naam van een bedrijf');
}
