import {
  BrokenCircuitError,
  BulkheadRejectedError,
  CircuitState,
  ConsecutiveBreaker,
  TaskCancelledError,
  bulkhead,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { BronFout, type Verbinding } from '../ports.ts';
import type { Meting, Verbindingsboek } from './verbindingen.ts';

/** Calls to one register at the same time. */
export const GELIJKTIJDIG = 40;
const WACHTRIJ = 2000;
const FOUTEN_OP_RIJ = 5;
const OPEN_MS = 5000;

type Uitkomst<T> = { waarde: T } | { fout: unknown };

/** Only a source that is away or hangs counts; a refusal (4xx, 429 too) or an unreadable answer is an answer. */
const telt = (fout: unknown): boolean => fout instanceof BronFout && isStil(fout);

/**
 * One bulkhead a register, one breaker a base: a register's documents that are down leave its zaken alone.
 * The bulkhead stands outside, so that what waits in it fails at once when the breaker opens.
 */
export function maakBescherming(
  bron: string,
  boek?: Verbindingsboek,
): <T>(basis: string, werk: () => Promise<T>) => Promise<T> {
  const schot = bulkhead(GELIJKTIJDIG, WACHTRIJ);
  function maakBreker(basis: string) {
    const breker = circuitBreaker(handleWhen(telt), {
      halfOpenAfter: OPEN_MS,
      breaker: new ConsecutiveBreaker(FOUTEN_OP_RIJ),
    });
    return { breker, meting: boek?.open(bron, basis, () => standVan(breker.state)) };
  }
  const brekers = new Map<string, ReturnType<typeof maakBreker>>();
  return async <T>(basis: string, werk: () => Promise<T>): Promise<T> => {
    let eigen = brekers.get(basis);
    if (eigen === undefined) brekers.set(basis, (eigen = maakBreker(basis)));
    const { breker: gekozen, meting } = eigen;
    try {
      const uitkomst = await schot.execute(() =>
        gekozen.execute(async (): Promise<Uitkomst<T>> => {
          try {
            const waarde = await werk();
            meting?.noteer('antwoord');
            return { waarde };
          } catch (fout) {
            noteer(meting, fout);
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

/** A refusal is an answer too; what went wrong on our side says nothing about the register. */
function noteer(meting: Meting | undefined, fout: unknown): void {
  if (fout instanceof BronFout) meting?.noteer(isStil(fout) ? 'geen_antwoord' : 'antwoord');
}

const isStil = ({ soort, status }: BronFout): boolean =>
  soort === 'te_traag' || (soort === 'onbereikbaar' && (status === null || status >= 500));

const STANDEN: Record<CircuitState, Verbinding['breker']> = {
  [CircuitState.Closed]: 'dicht',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
  [CircuitState.HalfOpen]: 'proef',
};
const standVan = (staat: CircuitState): Verbinding['breker'] => STANDEN[staat];
