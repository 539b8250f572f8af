/**
 * Makes names and free texts of a register fit to stand inside a sentence. Registers hold "B0123 Aanvraag  X ",
 * "ONTVANGEN", "1. Ontvangen", "Buiten behandeling g" (cut at 20 characters) and texts of several sentences.
 */
const NIETSZEGGEND = /^(?:null|undefined|n\.?v\.?t|geen|onbekend|[-_.?/\s]*)$/i;
const AFKORTINGEN = new Set('WMO WOZ BBZ IOAW IOAZ RDW BRP KVK APV WOO BSN BAG KCC OZB VOG KVK'.split(' '));

/** A free text as part of one sentence: no line breaks, no stop at its end or within; null where it says nothing. */
export function zinsdeel(tekst: string | null | undefined): string | null {
  const schoon = (tekst ?? '')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/["“”„]/g, "'")
    .trim()
    .replace(/[\s.!?;:,]+$/u, '')
    .replace(/(?:[.?!…]+)\s+(?=['(]?\p{Lu})(['(]?)(\p{L}+)/gu, (_heel, haak: string, woord: string) => {
      return `; ${haak}${klein(woord)}`;
    })
    .replace(/[!?…]+/g, '');
  return NIETSZEGGEND.test(schoon) ? null : schoon;
}

/** A name out of a catalogue, without the codes around it, as it stands in the middle of a sentence. */
export function naamInZin(naam: string | null | undefined): string | null {
  const kaal = (naam ?? '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .replace(/^[A-Z]{1,3}-?\d{2,}[\s:.-]+/, '')
    .replace(/^\d+\s*[.):-]+\s*/, '')
    .replace(/\s*[-–:(]\s*[A-Z]{1,3}\d{3,}\)?$/, '')
    .replace(/\s+\d{6,}$/, '');
  const heel = zinsdeel(kaal);
  return heel === null ? null : klein(uitKapitalen(heel));
}

/** Lower first letter, but for an abbreviation ("WMO", "Wmo-aanvraag") or a name of two ("Jeugd en Gezin"). */
export function klein(tekst: string): string {
  return /^\p{Lu}[\p{Lu}\d]|^(?:Wmo|Woo|Awb|Bbz|Ioaw|Ioaz)(?![\p{L}])|^\p{Lu}\p{L}+ (?:en|&) \p{Lu}/u.test(
    tekst,
  )
    ? tekst
    : tekst.charAt(0).toLowerCase() + tekst.slice(1);
}

export function groot(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}

/** "IN BEHANDELING" shouts; a single short word in capitals is an abbreviation. */
function uitKapitalen(tekst: string): string {
  if (!/\p{Lu}/u.test(tekst) || /\p{Ll}/u.test(tekst)) return tekst;
  return tekst
    .split(' ')
    .map((woord) => (AFKORTINGEN.has(woord) ? woord : woord.toLowerCase()))
    .join(' ');
}

/**
 * How a zaaktype is called after "uw": "klacht over de balie" and "WOZ-bezwaar" by themselves (`voluit`), "Aanvraag
 * rijbewijs" as "aanvraag: rijbewijs". Null where the name adds nothing to the word.
 */
export function benoem(
  omschrijving: string | undefined,
  woord: string,
): { naam: string | null; voluit: boolean } {
  const naam = naamInZin(omschrijving);
  const laag = naam?.toLowerCase();
  if (naam === null || laag === undefined || laag === woord) return { naam: null, voluit: false };
  const metVoorzetsel = new RegExp(`^${woord} (?:over|tegen|voor|van|tot|om|op|in|bij) `).test(laag);
  if (metVoorzetsel || (!naam.includes(' ') && laag.endsWith(woord))) return { naam, voluit: true };
  return { naam: klein(naam.replace(new RegExp(`^${woord} | ${woord}$`, 'i'), '')), voluit: false };
}

const AFGEKAPT: readonly (readonly [RegExp, string])[] = [
  [/behandeling g\w*$/i, 'behandeling gesteld'],
  [/afgeweze$/i, 'afgewezen'],
  [/toegeken$/i, 'toegekend'],
  [/meldingsplichti$/i, 'meldingsplichtig'],
];

/** The name of a resultaattype, mended where the twenty characters of older catalogi cut it. */
export function resultaatInZin(naam: string | null): string | null {
  const kaal = naamInZin(naam);
  if (kaal === null) return null;
  return AFGEKAPT.reduce((tekst, [einde, heel]) => tekst.replace(einde, heel), kaal);
}
