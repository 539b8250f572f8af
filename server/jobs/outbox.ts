import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import * as outbox from '../store/outbox.ts';
import type { Outboxrij } from '../store/outbox.ts';
import type { Sleutels } from '../store/sleutels.ts';
import type { Store } from '../store/store.ts';
import { allen, startLus, uitstel, type Werker } from './lus.ts';

const PAUZE_MS = 1000;
const HOOGSTENS = 10;
/** Longer than one delivery may take: a row is taken over only from a process that is gone. */
const LEASE_MS = 60_000;
const DUUR_MS = 30_000;

export interface OutboxOpties {
  store: Store;
  sleutels: Sleutels;
  clock: Clock;
  log: Logger;
  /** Delivers one row and marks it as delivered; asks the register first what is there already. Throws when it could not. */
  bezorg: (rij: Outboxrij, signal: AbortSignal) => Promise<void>;
  /**
   * What a failure means: the register refuses it for good, or may take it later, but not before so many ms. `reden` is
   * shown to the author.
   */
  oordeel: (
    oorzaak: unknown,
    rij: Outboxrij,
  ) => {
    soort: 'weigering' | 'later';
    reden: string;
    fouten?: Outboxrij['fouten'];
    nietVoorMs?: number;
  };
  /** A refusal became a task of its author. */
  bijWeigering?: (rij: Outboxrij, reden: string) => Promise<void>;
  ritme?: { pauzeMs?: number; toeval?: () => number };
}

/** Delivers what waits in the outbox, in order per volgordeSleutel, until it is at its register or refused. */
export function startOutbox(opties: OutboxOpties): Werker {
  return startLus({
    naam: 'outbox',
    log: opties.log,
    pauzeMs: opties.ritme?.pauzeMs ?? PAUZE_MS,
    ronde: (signal) => outboxRonde(opties, signal),
  });
}

/** One round: what is due now. True when something was taken, so that there may be more. */
export async function outboxRonde(opties: OutboxOpties, signal: AbortSignal): Promise<boolean> {
  const { store, sleutels, clock } = opties;
  const rijen = await outbox.neem(store.db, sleutels, {
    nu: clock.nu(),
    leaseMs: LEASE_MS,
    hoogstens: HOOGSTENS,
  });
  // Never two of one volgordeSleutel: those taken together may go out together.
  await allen(rijen.map((rij) => bezorgEen(opties, rij, signal)));
  return rijen.length > 0;
}

async function bezorgEen(opties: OutboxOpties, rij: Outboxrij, signal: AbortSignal): Promise<void> {
  const { store, clock, log } = opties;
  try {
    await opties.bezorg(rij, AbortSignal.any([signal, AbortSignal.timeout(DUUR_MS)]));
  } catch (err) {
    const { soort, reden, fouten, nietVoorMs = 0 } = opties.oordeel(err, rij);
    const over = { id: rij.id, soort: rij.soort, register: rij.register, pogingen: rij.pogingen };
    if (soort === 'weigering') {
      log.warn({ ...over, err }, 'register weigert een bericht');
      if (await outbox.geweigerd(store.db, rij, reden, clock.nu(), fouten))
        await opties.bijWeigering?.(rij, reden);
      return;
    }
    log.info({ ...over, err }, 'bericht nog niet bezorgd');
    const na = Math.max(nietVoorMs, uitstel(rij.pogingen, opties.ritme?.toeval));
    const later = new Date(clock.nu().getTime() + na);
    await outbox.opnieuw(store.db, rij, later, reden);
  }
}
