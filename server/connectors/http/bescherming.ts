import {
  BrokenCircuitError,
  BulkheadRejectedError,
  ConsecutiveBreaker,
  TaskCancelledError,
  bulkhead,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { BronFout } from '../ports.ts';

/** Calls to one register at the same time. */
export const GELIJKTIJDIG = 40;
const WACHTRIJ = 2000;
const FOUTEN_OP_RIJ = 5;
const OPEN_MS = 5000;

type Uitkomst<T> = { waarde: T } | { fout: unknown };

/** Only a source that is away or hangs counts; a refusal (4xx, 429 too) or an unreadable answer is an answer. */
function telt(fout: unknown): boolean {
  if (!(fout instanceof BronFout)) return false;
  return fout.soort === 'te_traag' || (fout.soort === 'onbereikbaar' && (fout.status ?? 500) >= 500);
}

/**
 * One bulkhead a register, one breaker a base: a register's documents that are down leave its zaken alone.
 * The bulkhead stands outside, so that what waits in it fails at once when the breaker opens.
 */
export function maakBescherming(bron: string): <T>(basis: string, werk: () => Promise<T>) => Promise<T> {
  const schot = bulkhead(GELIJKTIJDIG, WACHTRIJ);
  const maakBreker = () =>
    circuitBreaker(handleWhen(telt), {
      halfOpenAfter: OPEN_MS,
      breaker: new ConsecutiveBreaker(FOUTEN_OP_RIJ),
    });
  const brekers = new Map<string, ReturnType<typeof maakBreker>>();
  return async <T>(basis: string, werk: () => Promise<T>): Promise<T> => {
    let breker = brekers.get(basis);
    if (breker === undefined) brekers.set(basis, (breker = maakBreker()));
    const gekozen = breker;
    try {
      const uitkomst = await schot.execute(() =>
        gekozen.execute(async (): Promise<Uitkomst<T>> => {
          try {
            return { waarde: await werk() };
          } catch (fout) {
            if (telt(fout)) throw fout;
            return { fout };
          }
        }),
      );
      if ('fout' in uitkomst) throw uitkomst.fout;
      return uitkomst.waarde;
    } catch (fout) {
      if (fout instanceof BrokenCircuitError)
        throw new BronFout(bron, 'onbereikbaar', { code: 'breker_open' });
      if (fout instanceof BulkheadRejectedError)
        throw new BronFout(bron, 'onbereikbaar', { code: 'te_druk' });
      if (fout instanceof TaskCancelledError) throw new BronFout(bron, 'te_traag');
      throw fout;
    }
  };
}
