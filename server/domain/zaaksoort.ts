import type { Zaaktype } from '../connectors/ports.ts';

/**
 * What kind of thing a zaaktype is, told from its omschrijving (and, where that says nothing, its trefwoorden), because
 * no field of the Catalogi API says it. Careful: where in doubt it is not a klacht, bezwaar or beschikking.
 */
type Soortbron = Pick<Zaaktype, 'omschrijving' | 'trefwoorden'>;

/** Complaints about surroundings are meldingen, not klachten of Awb hoofdstuk 9. */
const OMGEVING = /milieu|overlast|geluid|stank|openbare ruimte|afval|ongedierte/i;
const KLACHT = /(?<![\p{L}])klacht/iu;
const BEZWAAR = /bezwar|bezwaar/i;
/** A "verklaring van geen bezwaar" is a permission. */
const GEEN_BEZWAAR = /geen bezwaar/i;
const MELDING = /melding(?:en)?(?![\p{L}])|(?<![\p{L}])melden|meldpunt/iu;
const AANGIFTE = /aangifte/i;
const AANVRAAG = /aanvraag|verzoek|vergunning|subsidie|toeslag/i;

/** What the municipality does of its own accord: nobody applied for it. */
const AMBTSHALVE =
  /onderzoek|controle|signaal|boete|verhaal|terugvordering|derdenbeslag|(?<![\p{L}])test(?![\p{L}])|actie(?![\p{L}])|gemeentewege|advies/iu;

/** Products on which the municipality decides by beschikking (Awb 1:3), with the decision terms of Awb 4:13 or a law. */
const BESCHIKKING =
  /vergunn|ontheffing|subsidie|toeslag|toelage|uitkering|bijstand|(?<![\p{L}])(?:wmo|ioaw|ioaz|bbz|woo)(?![\p{L}])|voorziening|tegemoetkoming|minimaregeling|kwijtschelding|parkeer(?:plaats|kaart)|leerlingenvervoer|jeugdhulp|schuldhulp|schulddienst|urgentieverklaring|beschut werk|geen bezwaar|beschikking/iu;
const GEEN_BESCHIKKING = /vooroverleg|klacht|melding|beëindiging|beëndiging|intake|informatie/i;

export function isBezwaar(zaaktype: Soortbron): boolean {
  const naam = zaaktype.omschrijving;
  return BEZWAAR.test(naam) && !GEEN_BEZWAAR.test(naam);
}

/** A klacht about conduct (Awb hoofdstuk 9); not a bezwaar, not a melding. */
export function isKlacht(zaaktype: Soortbron): boolean {
  const naam = zaaktype.omschrijving;
  if (BEZWAAR.test(naam) || OMGEVING.test(naam) || MELDING.test(naam)) return false;
  if (KLACHT.test(naam)) return true;
  const zegtIetsAnders = AANVRAAG.test(naam) || AANGIFTE.test(naam) || BESCHIKKING.test(naam);
  return (
    !zegtIetsAnders && zaaktype.trefwoorden.some((woord) => /^klacht(en)?(behandeling)?$/i.test(woord.trim()))
  );
}

export function isBeschikkingOfBezwaar(zaaktype: Soortbron): boolean {
  const naam = zaaktype.omschrijving;
  if (isBezwaar(zaaktype)) return true;
  return BESCHIKKING.test(naam) && !GEEN_BESCHIKKING.test(naam) && !AMBTSHALVE.test(naam);
}

/** The word for what the citizen did, for use after "uw". */
export type Zaakwoord = 'klacht' | 'bezwaar' | 'melding' | 'aangifte' | 'aanvraag' | 'zaak';

/** `zaak` where nobody asked for it (an onderzoek), or nothing is known. */
export function zaakwoord(zaaktype: Zaaktype | null): Zaakwoord {
  if (zaaktype === null) return 'zaak';
  const naam = zaaktype.omschrijving;
  if (isBezwaar(zaaktype)) return 'bezwaar';
  if (isKlacht(zaaktype)) return 'klacht';
  if (MELDING.test(naam)) return 'melding';
  if (AANGIFTE.test(naam)) return 'aangifte';
  return AMBTSHALVE.test(naam) ? 'zaak' : 'aanvraag';
}
