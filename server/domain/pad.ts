import type { Statustype } from '../connectors/ports.ts';
import { isStoringNaam, isUitgangNaam, noemtBeginTeLaat, varianten } from './pad/namen.ts';
import { leer } from './pad/leren.ts';

/**
 * What is known of the course of a zaaktype: uuids of statustypen. `stappen` are the steps in order, `uitgangen` the
 * ways out before the end (Ingetrokken), `verborgen` what is shown once it was set but never foretold nor missed; one
 * that is in `stappen` too (a step that many zaken do without) has its place there, of any other the place is unknown.
 */
export interface Pad {
  bron: 'ingesteld' | 'geleerd' | 'volgnummer' | 'onbekend';
  stappen: string[];
  uitgangen: string[];
  verborgen: string[];
}

/** Closed zaken from which a pad may be learned. */
const MINSTENS = 30;

/** Statustype uuids of one zaak, in the order in which they were set. */
export type Reeks = readonly string[];

/** The pad told by at least 30 closed zaken, or null where they are too few or do not agree on an order. */
export function leerPad(reeksen: readonly Reeks[], statustypen: readonly Statustype[]): Pad | null {
  const bekend = new Set(statustypen.map((type) => type.uuid));
  const eind = eindstatussen(statustypen);
  const schoon = reeksen
    .map((reeks) => eersteLoop(reeks, eind).filter((uuid) => bekend.has(uuid)))
    .filter((reeks) => reeks.length > 0);
  if (schoon.length < MINSTENS) return null;
  const geleerd = leer(schoon, eind);
  if (geleerd === null) return null;
  const { hoofdstappen, stappen, uitgangen } = geleerd;
  const verborgen = [...bekend].filter((uuid) => !hoofdstappen.includes(uuid) && !uitgangen.includes(uuid));
  return { bron: 'geleerd', stappen, uitgangen, verborgen };
}

function eindstatussen(statustypen: readonly Statustype[]): ReadonlySet<string> {
  return new Set(statustypen.filter((type) => type.isEindstatus).map((type) => type.uuid));
}

/** Each step the first time, up to the end: what a reopened zaak does after it tells nothing of the usual order. */
function eersteLoop(reeks: Reeks, eind: ReadonlySet<string>): string[] {
  const einde = reeks.findIndex((uuid) => eind.has(uuid));
  return [...new Set(einde < 0 ? reeks : reeks.slice(0, einde + 1))];
}

const opNummer = (statustypen: readonly Statustype[]): Statustype[] =>
  statustypen.toSorted((a, b) => a.volgnummer - b.volgnummer);

/** Whether the numbering cannot be the order of events: some zaak went the other way, or the names say so themselves. */
export function spreektVolgnummerTegen(
  reeksen: readonly Reeks[],
  statustypen: readonly Statustype[],
): boolean {
  const nummer = new Map(statustypen.map((type) => [type.uuid, type.volgnummer]));
  const eind = eindstatussen(statustypen);
  const terug = reeksen.some((reeks) => {
    const nummers = eersteLoop(reeks, eind).flatMap((uuid) => nummer.get(uuid) ?? []);
    return nummers.some((n, plaats) => plaats > 0 && n < (nummers[plaats - 1] ?? n));
  });
  return (
    terug ||
    nummer.size !== new Set(nummer.values()).size ||
    noemtBeginTeLaat(opNummer(statustypen).map((type) => type.omschrijving))
  );
}

export interface Padvraag {
  ingesteld: Pad | null;
  geleerd: Pad | null;
  statustypen: readonly Statustype[];
  /** Of this zaak and of sibling zaken, open or closed. */
  reeksen: readonly Reeks[];
}

/** The pad to tell by: set by the beheerder, else learned, else volgnummer where nothing contradicts it, else none. */
export function kiesPad({ ingesteld, geleerd, statustypen, reeksen }: Padvraag): Pad {
  if (ingesteld !== null && ingesteld.stappen.length > 0) return { ...ingesteld, bron: 'ingesteld' };
  if (geleerd !== null && geleerd.stappen.length > 0) return { ...geleerd, bron: 'geleerd' };
  if (statustypen.length === 0 || spreektVolgnummerTegen(reeksen, statustypen)) return onbekendPad();
  const uitgangen = statustypen.filter((type) => !type.isEindstatus && isUitgangNaam(type.omschrijving));
  const storingen = statustypen.filter((type) => !type.isEindstatus && isStoringNaam(type.omschrijving));
  const stappen = opNummer(statustypen).filter((type) => ![...uitgangen, ...storingen].includes(type));
  const alternatieven = varianten(stappen.map((type) => type.omschrijving));
  const verborgen = [...storingen, ...stappen.filter((type) => alternatieven.has(type.omschrijving))];
  return {
    bron: 'volgnummer',
    stappen: stappen.map((type) => type.uuid),
    uitgangen: uitgangen.map((type) => type.uuid),
    verborgen: verborgen.map((type) => type.uuid),
  };
}

/** The honest gap: no "stap n van m", nothing to come. */
function onbekendPad(): Pad {
  return { bron: 'onbekend', stappen: [], uitgangen: [], verborgen: [] };
}
