import type { Logger } from 'pino';

export interface Werker {
  /** Something came in: look now instead of after the pause. */
  wek(): void;
  /** Ends after what is being done; nothing new is taken. */
  stop(): Promise<void>;
}

/** Runs rounds one after another: at once while there is more, else after a pause or when woken. */
export function startLus(opties: {
  naam: string;
  log: Logger;
  pauzeMs: number;
  /** True: there may be more, go on. A round that throws is reported and tried again after the pause. */
  ronde: (signal: AbortSignal) => Promise<boolean>;
}): Werker {
  const einde = new AbortController();
  // A wake-up during a round counts for the next one.
  let gewekt = false;
  let wekker: (() => void) | null = null;

  const wacht = () =>
    new Promise<void>((verder) => {
      const klaar = (): void => {
        clearTimeout(klok);
        wekker = null;
        verder();
      };
      const klok = setTimeout(klaar, opties.pauzeMs);
      wekker = klaar;
      if (gewekt || einde.signal.aborted) klaar();
    });

  async function loop(): Promise<void> {
    while (!einde.signal.aborted) {
      gewekt = false;
      let meer = false;
      try {
        meer = await opties.ronde(einde.signal);
      } catch (err) {
        opties.log.error({ err, taak: opties.naam }, 'ronde mislukt');
      }
      if (!meer) await wacht();
    }
  }
  const loopt = loop();

  return {
    wek: () => {
      gewekt = true;
      wekker?.();
    },
    stop: async () => {
      einde.abort();
      wekker?.();
      await loopt;
    },
  };
}

/** Waits for all, also when one fails: a round that ended leaves nothing running. */
export async function allen(lopend: Promise<void>[]): Promise<void> {
  const mislukt = (await Promise.allSettled(lopend)).find((een) => een.status === 'rejected');
  if (mislukt !== undefined) throw new Error('een deel van de ronde is mislukt', { cause: mislukt.reason });
}

const EERSTE_MS = 1000;
const LANGSTE_MS = 5 * 60_000;

/**
 * How long to wait after so many failed attempts: doubling from 1 s to 5 minutes, half of it by chance, so that what
 * failed together does not come back together.
 */
export function uitstel(pogingen: number, toeval: () => number = Math.random): number {
  const vol = Math.min(LANGSTE_MS, EERSTE_MS * 2 ** Math.min(20, Math.max(0, pogingen - 1)));
  return Math.round(vol / 2 + (toeval() * vol) / 2);
}
