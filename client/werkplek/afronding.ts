import type { GesprekAfronding } from '../../shared/contracts/gesprek.ts';
import type { Resultaat, Vraagtype } from '../../shared/contracts/waarden.ts';
import { gekozenZaken, type Concept } from '../providers/concepten.ts';

export const vraagtypen: readonly (readonly [Vraagtype, string])[] = [
  ['voortgang', 'Voortgang'],
  ['informatie', 'Informatie'],
  ['aanvraag', 'Aanvraag'],
  ['klacht', 'Klacht'],
  ['overig', 'Overig'],
];

/** `terugbelverzoek` comes with the screen that makes one: a result without it would promise what nobody does. */
export const resultaten: readonly (readonly [Resultaat, string])[] = [
  ['beantwoord', 'Antwoord gegeven'],
  ['gedeeltelijk', 'Gedeeltelijk'],
  ['niet_beantwoord', 'Niet beantwoord'],
  ['doorverwezen', 'Doorverwezen'],
];

/** Someone who looked at a zaak was most likely asked how it stands. A proposal: it counts once confirmed. */
export const voorstel = (concept: Concept): Vraagtype | null =>
  concept.vraagtype ?? (gekozenZaken(concept).length > 0 ? 'voortgang' : null);

const ONDERWERP_MAX = 200;

export function onderwerpVoorstel(concept: Concept, namen: Readonly<Record<string, string>>): string {
  const vraagtype = vraagtypen.find(([code]) => code === voorstel(concept))?.[1] ?? '';
  const zaken = gekozenZaken(concept).flatMap((id) => namen[id] ?? []);
  return [vraagtype, zaken.join(', ')]
    .filter((deel) => deel !== '')
    .join(': ')
    .slice(0, ONDERWERP_MAX);
}

/** The body, or what is missing, in the order of the form. */
export function maakAfronding(
  concept: Concept,
  namen: Readonly<Record<string, string>>,
):
  | { soort: 'klaar'; inhoud: GesprekAfronding }
  | { soort: 'mist'; veld: 'vraagtype' | 'onderwerp'; melding: string } {
  const vraagtype = voorstel(concept);
  if (vraagtype === null || !concept.bevestigd) {
    return { soort: 'mist', veld: 'vraagtype', melding: 'Kies waar het over ging.' };
  }
  const onderwerp = (concept.onderwerp ?? onderwerpVoorstel(concept, namen)).trim();
  if (onderwerp === '') return { soort: 'mist', veld: 'onderwerp', melding: 'Vul in waar het over ging.' };
  const notitie = concept.notitie.trim();
  return {
    soort: 'klaar',
    inhoud: {
      vraagtype,
      onderwerp,
      inhoud: concept.alleenIntern ? '' : notitie,
      ...(concept.alleenIntern && notitie !== '' ? { notitieIntern: notitie } : {}),
      vertrouwelijk: false,
      taal: 'nld',
      zaken: gekozenZaken(concept),
      resultaat: concept.resultaat ?? 'beantwoord',
    },
  };
}
