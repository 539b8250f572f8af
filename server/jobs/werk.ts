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

/** What runs beside the requests. A task that fails at the start is tried again until it succeeds once. */
export function maakWerk(opties: { store: Store; log: Logger; taken: readonly Taak[] }): Werk {
  const { store, log, taken } = opties;
  const einde = new AbortController();
  const { signal } = einde;
  const gestopt = (): boolean => signal.aborted;
  let geprobeerd = false;
  let planner: Planner | null = null;
  let loopt: Promise<void> = Promise.resolve();

  async function eersteRonde(): Promise<void> {
    let over = [...taken];
    while (over.length > 0 && !gestopt()) {
      const mislukt: Taak[] = [];
      for (const taak of over) {
        if (gestopt()) return;
        if (!(await gelukt(taak))) mislukt.push(taak);
        geprobeerd = true;
      }
      over = mislukt;
      if (over.length > 0) await wacht(OPNIEUW_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
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

  return {
    begin: () => {
      loopt = (async () => {
        await eersteRonde();
        if (!gestopt()) planner = await startPlanner({ store, log, taken });
      })().catch((err: unknown) => log.error({ err }, 'planner niet gestart'));
    },
    gereed: () => geprobeerd,
    stop: async () => {
      einde.abort();
      await loopt;
      await planner?.stop();
    },
  };
}
