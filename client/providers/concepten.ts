import type { Resultaat, Vraagtype } from '../../shared/contracts/waarden.ts';
import { maakOpslag, useOpslag } from './opslag.ts';

/**
 * What is typed and chosen in a gesprek. In memory, so that it stays while one navigates, while there is no
 * connection and after a session that ended; the server's copy follows (bewaard).
 */
export interface Concept {
  notitie: string;
  alleenIntern: boolean;
  onderwerp: string | null;
  vraagtype: Vraagtype | null;
  /** A prefilled vraagtype does not count: the figures rest on what the medewerker confirmed. */
  bevestigd: boolean;
  resultaat: Resultaat | null;
  /** Opened by hand, in order. */
  bekeken: readonly string[];
  /** Shown open by itself: the proposal where nothing was opened by hand. */
  eerste: string | null;
  uitgevinkt: readonly string[];
  /** Taken off by hand: not joined again by itself. */
  nietKoppelen: string | null;
  toestand: 'bewaard' | 'bezig' | 'wacht';
  bewaardOp: string | null;
  /** Where this gesprek was: it comes back there. */
  plek: string;
  scroll: number;
}

const leeg: Concept = {
  notitie: '',
  alleenIntern: false,
  onderwerp: null,
  vraagtype: null,
  bevestigd: false,
  resultaat: null,
  bekeken: [],
  eerste: null,
  uitgevinkt: [],
  nietKoppelen: null,
  toestand: 'bewaard',
  bewaardOp: null,
  plek: '/',
  scroll: 0,
};

const concepten = maakOpslag<Readonly<Record<string, Concept>>>({});
/** Names of zaken as they were on the screen, for the list "die u bekeek". */
export const zaaknamen = maakOpslag<Readonly<Record<string, string>>>({});

export const conceptVan = (id: string): Concept => concepten.lees()[id] ?? leeg;
export const useConcept = (id: string): Concept => useOpslag(concepten)[id] ?? leeg;
export const heeftConcept = (id: string): boolean => id in concepten.lees();
export const wijzigConcept = (id: string, deel: Partial<Concept>): void =>
  concepten.zet((oud) => ({ ...oud, [id]: { ...(oud[id] ?? leeg), ...deel } }));
export const vergeetConcept = (id: string): void =>
  concepten.zet((oud) => Object.fromEntries(Object.entries(oud).filter(([sleutel]) => sleutel !== id)));

/** The zaken that the contactmoment is about: opened by hand, else the one that stood open; minus what was unticked. */
export const gekozenZaken = (concept: Concept): string[] =>
  (concept.bekeken.length > 0
    ? [...concept.bekeken]
    : concept.eerste === null
      ? []
      : [concept.eerste]
  ).filter((id) => !concept.uitgevinkt.includes(id));

/** All zaken to choose from: what stood open and what was opened by hand. */
export const teKiezenZaken = (concept: Concept): string[] => [
  ...new Set([...(concept.eerste === null ? [] : [concept.eerste]), ...concept.bekeken]),
];

export function bekijk(id: string, zaak: { id: string; naam: string }, zelf: boolean): void {
  zaaknamen.zet((oud) => (oud[zaak.id] === zaak.naam ? oud : { ...oud, [zaak.id]: zaak.naam }));
  const oud = conceptVan(id);
  if (zelf && !oud.bekeken.includes(zaak.id)) wijzigConcept(id, { bekeken: [...oud.bekeken, zaak.id] });
  if (!zelf && oud.eerste === null) wijzigConcept(id, { eerste: zaak.id });
}

/** Ticking one that only stood open makes it a chosen one. */
export function vink(id: string, zaak: string, aan: boolean): void {
  const oud = conceptVan(id);
  const uit = oud.uitgevinkt.filter((een) => een !== zaak);
  const bekeken = aan && !oud.bekeken.includes(zaak) ? [...oud.bekeken, zaak] : oud.bekeken;
  wijzigConcept(id, { bekeken, uitgevinkt: aan ? uit : [...uit, zaak] });
}
