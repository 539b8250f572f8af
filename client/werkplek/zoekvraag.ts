import { gewoneTekens, naamFout, straatFout, voornamenFout } from '../../shared/brptekst.ts';
import { voldoetAanElfproef } from '../../shared/elfproef.ts';
import { telefoonSleutel } from '../../shared/telefoon.ts';
import { fout, vraag, type Gelezen } from './gelezen.ts';
import { leesMelding } from './meldingvraag.ts';
import { leesDatum, DATUM } from './zoekdatum.ts';

const POSTCODE =
  /^([1-9]\d{3})\s?([a-z]{2})(?:[\s,]+(\d{1,5})\s*-?\s*([a-z])?(?:[\s-]+([a-z0-9]{1,4}))?)?(?:\s*,\s*(.+))?$/i;
const ZAAKNUMMER = /^(?=.*\d)[a-z0-9]+(?:[-_/.][a-z0-9]+)+$/i;
/** A street ends in a word with a letter in it; "1e Dwarsstraat 5", "*laan 12". */
const STRAAT =
  /^(?<straat>(?=.*\p{L}).+?)\s+(?<nummer>\d{1,5})(?:\s*-?\s*(?<letter>[a-z])(?![a-z0-9]))?(?:[\s-]+(?<toevoeging>[a-z0-9]{1,4}))?$/iu;

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
  const [achternaam = naam, voornamen = ''] = naam.split(/\s*,\s*/, 2);
  const fouten = naamFout(achternaam) ?? (voornamen === '' ? null : voornamenFout(voornamen));
  if (fouten !== null) return fout(fouten, als);
  return vraag({ achternaam, geboortedatum, ...(voornamen === '' ? {} : { voornamen }) }, als);
}

/** "verhulst, anouk": without a date of birth only in the own gemeente (BRP). */
function leesNaamMetVoornaam(tekst: string): Gelezen | null {
  const [achternaam = '', voornamen = '', ...rest] = tekst.split(/\s*,\s*/);
  if (rest.length > 0 || achternaam === '' || voornamen === '' || /\d/.test(tekst)) return null;
  const als = 'naam en voornaam in onze gemeente';
  const fouten = naamFout(achternaam) ?? naamFout(voornamen);
  return fouten === null ? vraag({ achternaam, voornamen }, als) : fout(fouten, als);
}

function leesStraat(tekst: string): Gelezen | null {
  const { straat = '', nummer, letter, toevoeging } = STRAAT.exec(tekst)?.groups ?? {};
  if (nummer === undefined) return null;
  const als = 'straat en huisnummer';
  if (Number(nummer) === 0) return fout('Een huisnummer begint bij 1.', als);
  const mis = straatFout(straat);
  if (mis !== null) return fout(mis, als);
  return vraag(
    {
      straat: straat.trim(),
      huisnummer: Number(nummer),
      ...(letter ? { huisletter: letter.toUpperCase() } : {}),
      ...(toevoeging ? { huisnummertoevoeging: toevoeging } : {}),
    },
    als,
  );
}

/** Figures 5 and 6 of a BAG number tell what it is of: 20 an address, 01 to 03 the house, the ligplaats, the standplaats. */
function leesBag(nummer: string): Gelezen {
  const als = 'BAG-nummer';
  if (/^.{4}20/.test(nummer)) return vraag({ nummeraanduidingIdentificatie: nummer }, als);
  if (/^.{4}0[1-3]/.test(nummer)) return vraag({ adresseerbaarObjectIdentificatie: nummer }, als);
  return fout('Dit BAG-nummer is niet van een adres of een woning. Controleer de cijfers.', als);
}

function leesCijfers(tekst: string): Gelezen | null {
  if (telefoonSleutel(tekst) !== null) {
    return vraag({ telefoonnummer: tekst.replace(/[\s()./-]/g, '') }, 'telefoonnummer');
  }
  const rsin = /^rsin[\s:]*([\d .]+)$/i.exec(tekst)?.[1]?.replace(/[\s.]/g, '');
  if (rsin !== undefined) {
    return voldoetAanElfproef(rsin)
      ? vraag({ rsin }, 'RSIN')
      : fout('Dit RSIN klopt niet. Controleer de cijfers.', 'RSIN');
  }
  const cijfers = tekst.replace(/[\s.]/g, '');
  if (!/^\d+$/.test(cijfers)) return null;
  switch (cijfers.length) {
    case 8:
      return vraag({ kvkNummer: cijfers }, 'KVK-nummer');
    case 9:
      return voldoetAanElfproef(cijfers)
        ? vraag({ bsn: cijfers }, 'BSN')
        : fout('Dit BSN klopt niet. Controleer de cijfers.', 'BSN');
    case 12:
      return vraag({ vestigingsnummer: cijfers }, 'vestigingsnummer');
    case 16:
      return leesBag(cijfers);
    default:
      return fout('Een BSN heeft 9 cijfers, een KVK-nummer 8. Controleer de cijfers.');
  }
}

function leesPostcode(tekst: string, nu: Date): Gelezen | null {
  const treffer = POSTCODE.exec(tekst);
  if (treffer === null) return null;
  const [, cijfers = '', letters = '', nummer, letter, toevoeging, meer] = treffer;
  const als = meer === undefined ? 'postcode en huisnummer' : 'postcode, huisnummer en naam';
  if (nummer === undefined) return fout('Zet het huisnummer erbij, bijvoorbeeld: 1234 AB 18.', als);
  if (Number(nummer) === 0) return fout('Een huisnummer begint bij 1.', als);
  const wie = meer === undefined ? {} : leesWie(meer, nu);
  if (typeof wie === 'string') return fout(wie, als);
  return vraag(
    {
      postcode: `${cijfers}${letters.toUpperCase()}`,
      huisnummer: Number(nummer),
      ...(letter ? { huisletter: letter.toUpperCase() } : {}),
      ...(toevoeging ? { huisnummertoevoeging: toevoeging } : {}),
      ...wie,
    },
    als,
  );
}

/** Behind an address: a name, a date of birth, or both. */
function leesWie(tekst: string, nu: Date): { achternaam?: string; geboortedatum?: string } | string {
  const treffer = DATUM.exec(tekst);
  const achternaam = (treffer === null ? tekst : tekst.replace(treffer[0], ' '))
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+|[\s,]+$/g, '');
  const geboortedatum = treffer === null ? undefined : leesDatum(treffer.groups ?? {}, nu);
  if (geboortedatum === null) return 'Deze datum bestaat niet. Controleer de geboortedatum.';
  if (achternaam === '') return geboortedatum === undefined ? {} : { geboortedatum };
  return naamFout(achternaam) ?? { achternaam, ...(geboortedatum === undefined ? {} : { geboortedatum }) };
}

/** `null`: it is none of the ways in which a klant or zaak is found by its parts. */
function leesDelen(tekst: string, nu: Date): Gelezen | null {
  if (tekst.includes('@')) {
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(tekst)
      ? vraag({ emailadres: tekst }, 'e-mailadres')
      : fout('Dit is geen e-mailadres.', 'e-mailadres');
  }
  if (ZAAKNUMMER.test(tekst)) return vraag({ zaaknummer: tekst }, 'zaaknummer');
  return (
    (tekst.includes(' ') ? leesNaam(tekst, nu) : null) ?? leesNaamMetVoornaam(tekst) ?? leesStraat(tekst)
  );
}

/**
 * What the one search field means: BSN (11-proef), telephone, KVK number, postcode with house number, e-mail, name with
 * date of birth or given name, street with house number, BAG number, zaaknummer or kenmerk, a melding at a place; else the
 * name of a company. Each text has one reading, and between quotes it is always a company ("studio 54"). Nothing is sent
 * where it cannot be right.
 */
export function leesZoekvraag(invoer: string, nu = new Date()): Gelezen {
  const tekst = gewoneTekens(invoer).replace(/\s+/g, ' ');
  if (tekst === '')
    return fout('Vul een naam met geboortedatum, BSN, postcode met huisnummer of zaaknummer in.');
  const aangehaald = /^["“”„](.*)["“”]$/u.exec(tekst)?.[1]?.trim();
  if (aangehaald !== undefined) return leesHandelsnaam(aangehaald);
  const melding = leesMelding(tekst, nu);
  if (melding?.soort === 'rest') return leesZoekvraag(melding.tekst, nu);
  return (
    melding ?? leesCijfers(tekst) ?? leesPostcode(tekst, nu) ?? leesDelen(tekst, nu) ?? leesHandelsnaam(tekst)
  );
}

function leesHandelsnaam(tekst: string): Gelezen {
  if (Array.from(tekst).length < 2) return fout('Vul ten minste 2 letters in.');
  return vraag({ handelsnaam: tekst }, 'naam van een bedrijf');
}
