import type { Logger } from 'pino';
import PgBoss from 'pg-boss';
import type { Store } from '../store/store.ts';

export interface Taak {
  /** Letters, digits and hyphens. */
  naam: string;
  /** Five fields, in Europe/Amsterdam. */
  cron: string;
  /** Once at the start of a process as well, without holding the start up. */
  bijStart?: boolean;
  doe: (signal: AbortSignal) => Promise<void>;
}

export interface Planner {
  /** Has a task run soon, whatever its schedule; nothing changes when it waits already. */
  nu(naam: string): Promise<void>;
  stop(): Promise<void>;
}

const SCHEMA = 'planner';
const STOP_MS = 5000;

/**
 * Runs tasks by the clock, each by one process at a time, however many there are. pg-boss keeps the schedule and the
 * locks in tables of its own beside ours; it works on PGlite and on PostgreSQL through the same connection.
 */
export async function startPlanner(opties: {
  store: Store;
  log: Logger;
  taken: readonly Taak[];
  /** How often each task looks whether it is its turn. */
  kijkSeconden?: number;
}): Promise<Planner> {
  const { store, log, taken } = opties;
  const einde = new AbortController();
  const boss = new PgBoss({
    db: { executeSql: (text, values) => store.executeSql(text, values) },
    schema: SCHEMA,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 7,
  });
  boss.on('error', (err) => {
    log.error({ err }, 'planner');
  });
  await boss.start();

  // A schedule of an older version would go on making jobs that nobody takes.
  for (const { name } of await boss.getSchedules())
    if (!taken.some((taak) => taak.naam === name)) await boss.unschedule(name);

  for (const taak of taken) {
    // stately: at most one that waits and one that runs.
    await boss.createQueue(taak.naam, {
      name: taak.naam,
      policy: 'stately',
      retryLimit: 2,
      retryBackoff: true,
      expireInHours: 1,
    });
    await boss.work(taak.naam, { pollingIntervalSeconds: opties.kijkSeconden ?? 5 }, async () => {
      const begin = performance.now();
      const mislukt = await taak.doe(einde.signal).then(
        () => false,
        (err: unknown) => {
          log.error({ err, taak: taak.naam }, 'taak mislukt');
          return true;
        },
      );
      // pg-boss keeps what is thrown: the name only, because an error may quote what was sent.
      if (mislukt) throw new Error(`taak ${taak.naam} is mislukt`);
      log.debug({ taak: taak.naam, duurMs: Math.round(performance.now() - begin) }, 'taak gedaan');
    });
    await boss.schedule(taak.naam, taak.cron, {}, { tz: 'Europe/Amsterdam' });
    if (taak.bijStart === true) await boss.send(taak.naam, {});
  }

  return {
    nu: async (naam) => {
      await boss.send(naam, {});
    },
    stop: async () => {
      einde.abort();
      await boss.stop({ graceful: true, wait: true, timeout: STOP_MS });
    },
  };
}
