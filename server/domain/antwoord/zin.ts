import type { Zaakwoord } from '../zaaksoort.ts';

/** What is said, without language. Days are `YYYY-MM-DD`; names and texts are fit for the middle of a sentence. */
export type Zin =
  /** `voluit`: the name says by itself what was done ("WOZ-bezwaar"), so that "uw" may stand before it. */
  | { soort: 'gevraagd'; woord: Zaakwoord; naam: string | null; voluit: boolean; op: string | null }
  | { soort: 'geen_status'; woord: Zaakwoord }
  /** `naam` null: the step may not, or cannot, be named. */
  | { soort: 'stand'; woord: Zaakwoord; naam: string | null; sinds: string | null; stap: Stapnummer | null }
  | { soort: 'nieuws'; tekst: string; op: string }
  | { soort: 'delen'; woord: Zaakwoord; totaal: number; klaar: number }
  /** `niets` here and below: "u hoeft niets te doen" in the same breath, where there would be too many sentences. */
  | { soort: 'informeel'; niets: boolean }
  | { soort: 'verlengd'; reden: string | null }
  | { soort: 'stil'; tot: string | null; reden: string | null }
  | { soort: 'eerste'; naam: string }
  | { soort: 'hierna'; naam: string }
  | { soort: 'hierna_besluit' }
  | { soort: 'hierna_einde'; woord: Zaakwoord }
  | Hoort
  | { soort: 'oordeel'; uiterlijk: string }
  | { soort: 'streef'; op: string; dagen: number }
  | { soort: 'te_laat'; op: string; grond: 'wettelijk' | 'norm' }
  | { soort: 'geen_datum'; stil: boolean }
  | { soort: 'moet'; moet: string; voor: string | null }
  | { soort: 'niets'; ingebrekestelling: boolean }
  | { soort: 'besluit_genomen'; op: string | null }
  | { soort: 'brief_komt' }
  | { soort: 'brief_gestuurd'; op: string }
  | { soort: 'uitkomst'; naam: string }
  | { soort: 'uitkomst_in_brief' }
  | { soort: 'reageren'; tot: string; middel: 'bezwaar' | 'beroep'; kanNog: boolean }
  | { soort: 'afgerond'; woord: Zaakwoord; op: string | null };

export interface Stapnummer {
  nummer: number;
  totaal: number;
}

export interface Hoort {
  soort: 'hoort';
  uiterlijk: string;
  dagen: number;
  /** The promise, where it lies before `uiterlijk` and has not passed. */
  streef: string | null;
  dichtbij: boolean;
  berekend: boolean;
  niets: boolean;
}
