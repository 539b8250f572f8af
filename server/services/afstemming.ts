import { setTimeout as wacht } from 'node:timers/promises';
import type { Zaakregister } from '../connectors/ports.ts';
import { addDays, dayOf } from '../domain/dagen.ts';
import * as zaakindex from '../store/zaakindex.ts';
import type { Deps } from './deps.ts';
import { DOEL_BEHANDELING } from './doelbinding.ts';
import { meldKernen, type Wijziging } from './meldingen.ts';
import { stemAf, type Verschil } from './zaakindex.ts';

/** Zaken told in one go, and the time (ms) before the next: consoles that follow many of them refetch in between. */
const BATCH = 100;
const PAUZE_MS = 250;

export interface Afstemming {
  gelezen: number;
  /** Zaken of which consoles were told. */
  verteld: number;
}

/**
 * Finds what was never announced: one round over the open zaken of a register and over those that it no longer has open.
 * No product of which we know can be asked what changed since a moment (`laatstGemuteerd` is in no filter and in no
 * ordering of Open Zaak 1.30, and in no standard), so the index is what is compared with.
 *
 * Told is only what really differs, once a zaak, in batches: also after days without notificaties. Nothing is told of the
 * first fill of an empty index, nor of older zaken that it lacks: nobody can have missed those.
 */
export async function stemRegisterAf(
  deps: Deps,
  register: Zaakregister,
  signal: AbortSignal,
  pauze: (ms: number) => Promise<unknown> = (ms) =>
    wacht(ms, undefined, { signal, ref: false }).catch(() => undefined),
): Promise<Afstemming> {
  const aanroep = { medewerker: null, doel: DOEL_BEHANDELING, traceId: '0'.repeat(32), signal };
  const laatst = await zaakindex.laatstBijgewerkt(deps.store.db, register.id);
  let verteld = 0;
  const wachtrij: Verschil[] = [];

  async function vertel(minstens: number): Promise<void> {
    while (wachtrij.length >= minstens) {
      if (verteld > 0) await pauze(PAUZE_MS);
      const deel = wachtrij.splice(0, BATCH);
      await meldKernen(
        deps,
        deel.map(({ kern, onbekend }) => ({ kern, wijzigingen: [wijziging(onbekend)] })),
      );
      verteld += deel.length;
    }
  }

  if (laatst === null) return { gelezen: await stemAf(deps, register, aanroep), verteld };
  // A day of leave: a zaak is registered on a day, not at a moment.
  const vanaf = addDays(dayOf(laatst), -1);
  try {
    const gelezen = await stemAf(deps, register, aanroep, async (verschillen) => {
      wachtrij.push(
        ...verschillen.filter(({ kern, onbekend }) => !onbekend || kern.zaak.registratiedatum >= vanaf),
      );
      await vertel(BATCH);
    });
    await vertel(1);
    return { gelezen, verteld };
  } catch (oorzaak) {
    // The index has these already: the next round finds no difference.
    await vertel(1);
    throw oorzaak;
  }
}

const wijziging = (onbekend: boolean): Wijziging => ({
  soort: onbekend ? 'zaak.nieuw' : 'zaak.gewijzigd',
  bron: null,
  door: null,
  intern: false,
});
