import type { Stap } from '../../../shared/contracts/zaak.ts';
import type { AntwoordStand } from './stand.ts';
import { groot, zinsdeel } from './tekst.ts';

/** What the citizen must do; `substatus` is the text it was read from, so that it is not told twice. */
export interface Actie {
  moet: string;
  voor: string | null;
  substatus: string | null;
}

export const STUUR_GEGEVENS = 'Stuur ons wat nog ontbreekt';
export const HAAL_OP = 'Haal het op';

/** A request: verb first in a sentence, or "u moet"; what we miss is asked for as well. */
const VRAAGT =
  /(?:^|[.;:!?] *)(?:graag |wij vragen u |wilt u |u moet |stuur |lever |geef |kom |maak |betaal |vul |neem |haal |upload |onderteken |breng |laat |bel |reageer )|(?:wij|we) missen (?:nog )?uw /i;
const WACHT_OP_U =
  /wacht(?:en|t)? (?:nog )?op (?:(?:de |een )?(?:aanvrager|indiener|inwoner|klant|burger|bezwaarmaker|melder)(?![\p{L}])|u(?![\p{L}])|uw |(?:een |de )?\p{L}+ van (?:u(?![\p{L}])|uw |de aanvrager))|van (?:u|(?:de )?aanvrager|de inwoner) (?:nodig|gevraagd)|bij u opgevraagd|aanvull\p{L}* (?:(?:gegevens|stukken|informatie|documenten) )?(?:nodig|gevraagd|opgevraagd)|niet compleet|onvolledig|incompleet/iu;
const IS_BINNEN = /ontvangen|binnen(?![\p{L}])|aangevuld/iu;
const KLAAR = /(?:gereed|klaar)(?![\p{L}])/iu;
const OPHALEN = /af\s*te\s*halen|afhalen|ophalen|op te halen|(?:haal|haalt) .*(?:op|af)(?![\p{L}])/iu;

/** The newest public text of a step; interne substatussen are never looked at. */
export function nieuwste(stap: Stap | null): Stap['substatussen'][number] | null {
  return stap?.substatussen.filter((sub) => sub.doelgroep === 'betrokkenen').at(-1) ?? null;
}

export function huidigeStap(stand: AntwoordStand): Stap | null {
  return stand.voortgang.stappen.find((stap) => stap.toestand === 'nu') ?? null;
}

function ligtKlaar(stap: Stap): boolean {
  return KLAAR.test(stap.naam) && OPHALEN.test(`${stap.naam} ${stap.uitleg ?? ''}`);
}

/** From a source that says so, else from the newest public substatus, the step, or the reason of an opschorting. */
export function bepaalActie(stand: AntwoordStand): Actie | null {
  const gegeven = zinsdeel(stand.actie?.moet);
  if (gegeven !== null) return { moet: groot(gegeven), voor: stand.actie?.voor ?? null, substatus: null };
  if (stand.termijn.toestand === 'afgerond') return null;

  const stap = huidigeStap(stand);
  const nieuws = nieuwste(stap);
  const tekst = zinsdeel(nieuws?.omschrijving);
  if (nieuws !== null && tekst !== null) {
    if (VRAAGT.test(`${tekst} `)) return { moet: groot(tekst), voor: null, substatus: nieuws.id };
    if (WACHT_OP_U.test(tekst)) return { moet: STUUR_GEGEVENS, voor: null, substatus: null };
    if (IS_BINNEN.test(tekst)) return null;
  }
  if (stap !== null && ligtKlaar(stap)) return { moet: HAAL_OP, voor: null, substatus: null };
  if (stap !== null && WACHT_OP_U.test(stap.naam)) {
    return { moet: STUUR_GEGEVENS, voor: null, substatus: null };
  }
  const reden = stand.zaak.opschorting?.reden ?? '';
  return WACHT_OP_U.test(reden) ? { moet: STUUR_GEGEVENS, voor: null, substatus: null } : null;
}
