import { setTimeout as wacht } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Store } from '../store/store.ts';
import { startPlanner, type Planner, type Taak } from './planner.ts';

/** After a start at which a register did not answer: again sooner than its schedule says. */
const OPNIEUW_MS = 15_000;

export interface Werk {
  /** Runs every task once, one after another, and from then on by the clock; does not wait for any of it. */
  begin(): void;
  /** Whether the first task was tried: the console may be used, even where its register was down. */
  gereed(): boolean;
  stop(): Promise<void>;
}

/**
 * What runs beside the requests. A task that fails at the start is tried again until it succeeds once. The clock does not
 * wait for that: a register that stays away, or a first fill of hours, must not hold up what the others need every hour.
 */
export function maakWerk(opties: {
  store: Store;
  log: Logger;
  taken: readonly Taak[];
  /** Other than the pause before a task is tried again (ms), for tests. */
  opnieuwMs?: number;
}): Werk {
  const { store, log, taken, opnieuwMs = OPNIEUW_MS } = opties;
  const einde = new AbortController();
  const { signal } = einde;
  const gestopt = (): boolean => signal.aborted;
  let geprobeerd = false;
  let planner: Planner | null = null;
  let loopt: Promise<unknown> = Promise.resolve();

  async function eersteRonde(over: readonly Taak[]): Promise<void> {
    const mislukt: Taak[] = [];
    for (const taak of over) {
      if (gestopt()) return;
      if (!(await gelukt(taak))) mislukt.push(taak);
    }
    if (mislukt.length === 0) return;
    await wacht(opnieuwMs, undefined, { signal, ref: false }).catch(() => undefined);
    await eersteRonde(mislukt);
  }

  async function gelukt(taak: Taak): Promise<boolean> {
    return taak.doe(signal).then(
      () => true,
      (err: unknown) => {
        log.warn({ taak: taak.naam, err }, 'taak mislukt, wordt herhaald');
        return false;
      },
    );
  }

  async function plan(): Promise<void> {
    try {
      if (!gestopt()) planner = await startPlanner({ store, log, taken });
    } catch (err) {
      log.error({ err }, 'planner niet gestart');
    }
  }

  return {
    begin: () => {
      loopt = (async () => {
        const [eerste, ...rest] = taken;
        const lukt = eerste === undefined || (await gelukt(eerste));
        geprobeerd = true;
        await Promise.all([plan(), eersteRonde(lukt ? rest : [...rest, eerste])]);
      })();
    },
    gereed: () => geprobeerd,
    stop: async () => {
      einde.abort();
      await loopt;
      await planner?.stop();
    },
  };
}
