import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import * as inbox from '../store/inbox.ts';
import type { Inboxrij, Notificatie } from '../store/inbox.ts';
import type { Store } from '../store/store.ts';
import { allen, startLus, uitstel, type Werker } from './lus.ts';

const PAUZE_MS = 1000;
const HOOGSTENS = 100;
const LEASE_MS = 60_000;
const DUUR_MS = 30_000;
/** About an hour of trying; after that the reconciliation finds what it was about. */
const POGINGEN = 20;

export interface InboxOpties {
  store: Store;
  clock: Clock;
  log: Logger;
  /** Handles all notificaties of one hoofdObject at once: the state is re-read from its register, once for all. */
  verwerk: (
    onderwerp: { kanaal: string; hoofdObject: string },
    notificaties: readonly Notificatie[],
    signal: AbortSignal,
  ) => Promise<void>;
  ritme?: { pauzeMs?: number; toeval?: () => number };
}

/** Drains the notificaties that came in; `wek` it when one was committed. */
export function startInbox(opties: InboxOpties): Werker {
  return startLus({
    naam: 'inbox',
    log: opties.log,
    pauzeMs: opties.ritme?.pauzeMs ?? PAUZE_MS,
    ronde: (signal) => inboxRonde(opties, signal),
  });
}

/** One round: what is due now. True when something was taken. */
export async function inboxRonde(opties: InboxOpties, signal: AbortSignal): Promise<boolean> {
  const rijen = await inbox.neem(opties.store.db, {
    nu: opties.clock.nu(),
    leaseMs: LEASE_MS,
    hoogstens: HOOGSTENS,
  });
  const groepen = Map.groupBy(rijen, (rij) => `${rij.kanaal}\n${rij.hoofdObject}`);
  await allen([...groepen.values()].map((groep) => verwerkGroep(opties, groep, signal)));
  return rijen.length > 0;
}

async function verwerkGroep(opties: InboxOpties, groep: Inboxrij[], signal: AbortSignal): Promise<void> {
  const { store, clock, log } = opties;
  const [eerste] = groep;
  if (eerste === undefined) return;
  const { kanaal, hoofdObject } = eerste;
  try {
    await opties.verwerk(
      { kanaal, hoofdObject },
      groep,
      AbortSignal.any([signal, AbortSignal.timeout(DUUR_MS)]),
    );
    await inbox.klaar(store.db, groep);
  } catch (err) {
    const pogingen = Math.max(...groep.map((rij) => rij.pogingen));
    const op = pogingen >= POGINGEN;
    log[op ? 'error' : 'warn'](
      { err, kanaal, pogingen },
      op ? 'notificatie opgegeven' : 'notificatie mislukt',
    );
    const later = op ? null : new Date(clock.nu().getTime() + uitstel(pogingen, opties.ritme?.toeval));
    await inbox.mislukt(store.db, groep, later, err instanceof Error ? err.name : 'onbekend');
  }
}
