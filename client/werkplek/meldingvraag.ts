import { fout, vraag, type Gelezen } from './gelezen.ts';
import { DATUM, leesDatum } from './zoekdatum.ts';

const MELDING = /^melding(?:en)?(?:\s+(?:bij|op|aan|in|van)(?:\s+(?:de|het))?)?\s+(.+)$/iu;
const GETAL = String.raw`-?\d{1,3}[.,]\d+`;
/** As a map gives it when one copies a point: "52.0123, 5.1234". */
const PUNT = new RegExp(String.raw`^(${GETAL})\s*(?:[,;]\s*|\s+)(${GETAL})$`);
const ADRES =
  /^(?<straat>(?=.*\p{L}{3})[\p{L}\d .'-]+?)(?:\s+(?<nummer>\d{1,5})\s*-?\s*(?<letter>[a-z])?)?$/iu;

/** In the Netherlands one number cannot be the other: whichever comes first, the larger is the breedtegraad. */
function leesPunt(tekst: string): { breedtegraad: number; lengtegraad: number } | null {
  const [een, twee] = (PUNT.exec(tekst) ?? []).slice(1).map((deel) => Number(deel.replace(',', '.')));
  if (een === undefined || twee === undefined) return null;
  const [lengtegraad, breedtegraad] = een < twee ? [een, twee] : [twee, een];
  return breedtegraad >= 50 && breedtegraad <= 54 && lengtegraad >= 3 && lengtegraad <= 8
    ? { breedtegraad, lengtegraad }
    : null;
}

/**
 * A melding at a place: "melding havenkade 12", "melding havenkade sinds 1-11-2026", or a bare point. `rest`: what comes
 * behind the word is no place (a zaaknummer), and to be read by itself. Null: it is no such question.
 */
export function leesMelding(tekst: string, nu: Date): Gelezen | { soort: 'rest'; tekst: string } | null {
  const [bijPlek, bijAdres] = ['melding bij een plek', 'melding bij een adres'];
  const kaal = leesPunt(tekst);
  if (kaal !== null) return vraag({ meldingPunt: kaal }, bijPlek);
  const waar = MELDING.exec(tekst)?.[1];
  if (waar === undefined) return null;
  const datum = DATUM.exec(waar);
  const van = datum === null ? undefined : leesDatum(datum.groups ?? {}, nu);
  if (van === null) return fout('Deze datum bestaat niet of is nog niet geweest.', bijAdres);
  const plek = (datum === null ? waar : waar.replace(datum[0], ' '))
    .replace(/\s+/g, ' ')
    .replace(/[\s,]*(?:(?<![^\s,])(?:sinds|vanaf|na))?[\s,]*$/i, '');
  const sinds = van === undefined ? {} : { van };
  const punt = leesPunt(plek);
  if (punt !== null) return vraag({ meldingPunt: { ...punt, ...sinds } }, bijPlek);
  const { straat, nummer, letter } = ADRES.exec(plek)?.groups ?? {};
  // A zaaknummer has no spaces: "melding ZAAK-2026-0000001".
  if (straat === undefined || (/\d/.test(straat) && !straat.includes(' ')))
    return { soort: 'rest', tekst: waar };
  if (straat.length > 60 || Number(nummer) === 0)
    return fout('Schrijf straat en huisnummer, bijvoorbeeld: melding havenkade 12.', bijAdres);
  return vraag(
    {
      meldingAdres: {
        straat,
        ...(nummer === undefined ? {} : { huisnummer: Number(nummer) }),
        ...(letter ? { huisletter: letter.toUpperCase() } : {}),
        ...sinds,
      },
    },
    bijAdres,
  );
}
