/**
 * What BRP Personen bevragen 2.7 takes as a name or street: Latin letters and one `*` for what is not known, at the end
 * (of a street also at the begin). Shared, so that the field and the server say the same. A text is what is wrong, null
 * is right.
 */
const NAAM = /^[a-zA-Z0-9À-ž .'-]+$/;

/** Whole names of fewer letters are fine; before a `*` the last word counts, because a voorvoegsel is asked apart. */
function jokerFout(tekst: string, minstens: number, wat: string, voorbeeld: string): string | null {
  if (!NAAM.test(tekst.replaceAll('*', '')))
    return `${wat} heeft alleen letters, cijfers, spaties en de tekens . - '.`;
  const [voor = '', ...rest] = tekst.split('*');
  if (rest.length === 0) return null;
  if (rest.length > 1 || rest[0] !== '') return `Een * mag alleen aan het eind, bijvoorbeeld: ${voorbeeld}.`;
  return (voor.split(' ').at(-1) ?? '').length < minstens
    ? `Zet ten minste ${String(minstens)} letters voor de *, bijvoorbeeld: ${voorbeeld}.`
    : null;
}

export const naamFout = (tekst: string): string | null => jokerFout(tekst, 3, 'Een naam', 'ver*');

/** Also of given names beside a date of birth: there one letter is enough (`a*`). */
export const voornamenFout = (tekst: string): string | null => jokerFout(tekst, 1, 'Een voornaam', 'ann*');

const STRAAT_MINSTENS = 7;

export function straatFout(tekst: string): string | null {
  if (!NAAM.test(tekst.replaceAll('*', '')))
    return "Een straat heeft alleen letters, cijfers, spaties en de tekens . - '.";
  const plek = tekst.indexOf('*');
  if (plek < 0) return null;
  const eind = plek === tekst.length - 1;
  if (tekst.lastIndexOf('*') !== plek || (!eind && plek !== 0))
    return 'Een * mag alleen aan het begin of eind, bijvoorbeeld: heuvels* 18.';
  return tekst.length - 1 < STRAAT_MINSTENS
    ? 'Zet ten minste 7 letters bij de *, bijvoorbeeld: heuvels* 18.'
    : null;
}

/** What a telephone or a text editor makes of an apostrophe. */
export const gewoneTekens = (tekst: string): string => tekst.trim().replace(/[’‘`]/g, "'");
