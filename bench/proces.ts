import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

/** A program of the bench in a process of its own, asked over IPC. It ends with us: its channel closes. */
export interface Kind {
  vraag<T>(doe: string, vorm: z.ZodType<T>): Promise<T>;
  stop(): Promise<void>;
}

const Bericht = z.object({ doe: z.string(), uit: z.unknown() });

export async function start(bestand: string, env: Record<string, string>): Promise<Kind> {
  const kind = fork(join(import.meta.dirname, bestand), [], {
    env: { ...process.env, ...env },
    execArgv: ['--expose-gc', '--max-semi-space-size=16'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gestopt = once(kind, 'exit');
  const wachters = new Map<string, (uit: unknown) => void>();
  kind.on('message', (ruw) => {
    const { doe, uit } = Bericht.parse(ruw);
    wachters.get(doe)?.(uit);
  });
  const vraag = async <T>(doe: string, vorm: z.ZodType<T>): Promise<T> => {
    const uit = new Promise<unknown>((klaar) => wachters.set(doe, klaar));
    kind.send(doe);
    const weg = gestopt.then(() => {
      throw new Error(`${bestand} is gestopt tijdens ${doe}`);
    });
    return vorm.parse(await Promise.race([uit, weg]));
  };
  return {
    vraag,
    stop: async () => {
      kind.kill('SIGTERM');
      await gestopt;
    },
  };
}

/** The other side: answers each question by its name, one at a time; ends with its parent. */
export function antwoord(taken: Record<string, () => unknown>, bijEinde: () => Promise<void>): void {
  process.on('message', (doe: string) => {
    void Promise.resolve(taken[doe]?.()).then((uit) => process.send?.({ doe, uit }));
  });
  const einde = (): void => {
    void bijEinde().finally(() => process.exit(0));
  };
  process.once('SIGTERM', einde);
  process.once('disconnect', einde);
}

/** Bytes in use after everything that can go has gone. */
export function geheugen(): number {
  for (let keer = 0; keer < 3; keer += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
