import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execFileSync } from 'node:child_process';

/** Console and registers as a municipality runs them: two programs, each of which may be gone at any moment. */
const POORT = Number(process.env['FAULTS_PORT'] ?? '') || 13_150;
export const CONSOLE_URL = `http://127.0.0.1:${POORT}`;
export const REGISTERS_URL = `http://127.0.0.1:${POORT + 1}`;

export interface Proces {
  /** Resolves once it said that it listens; throws where it ended before that without being killed. */
  gestart: Promise<void>;
  /** kill -9. */
  doodt(): Promise<void>;
  stop(): Promise<void>;
  /** MB of memory that the system has given it. */
  rss(): number;
  /** Why it ended by itself; null while it runs or where we ended it. */
  gevallen(): string | null;
}

function start(script: string, env: Record<string, string>, teken: RegExp): Proces {
  const kind: ChildProcess = spawn(process.execPath, [resolve(script)], {
    env: { ...process.env, NODE_ENV: '', DATABASE_URL: '', REDIS_URL: '', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const voorbij = once(kind, 'exit');
  let staart = '';
  let onsWerk = false;
  let gevallen: string | null = null;
  const bewaar = (deel: Buffer): void => {
    staart = (staart + deel.toString()).slice(-4000);
  };
  kind.stderr?.on('data', bewaar);
  const gestart = new Promise<void>((klaar, mislukt) => {
    kind.stdout?.on('data', (deel: Buffer) => {
      bewaar(deel);
      if (teken.test(staart)) klaar();
    });
    void voorbij.then(() => {
      if (!onsWerk) gevallen = `${script} is gestopt: ${staart}`;
      if (onsWerk) klaar();
      else mislukt(new Error(gevallen ?? ''));
    });
  });
  gestart.catch(() => undefined);
  const eindig = async (signaal: NodeJS.Signals): Promise<void> => {
    onsWerk = true;
    kind.kill(signaal);
    await voorbij;
  };
  return {
    gestart,
    doodt: () => eindig('SIGKILL'),
    stop: () => eindig('SIGTERM'),
    rss: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(kind.pid)]).toString()) / 1024,
    gevallen: () => gevallen,
  };
}

export interface Opstelling {
  map: string;
  console(): Proces;
  registers(): Proces;
  ruimOp(): void;
}

/** Where both keep what they know; `databaseUrl` where the console's store is PostgreSQL. */
export function maakOpstelling(databaseUrl?: string): Opstelling {
  const map = mkdtempSync(join(tmpdir(), 'svz-faults-'));
  const registers = join(map, 'registers.json');
  writeFileSync(registers, JSON.stringify(registersBestand()));
  const gedeeld = { NODE_COMPILE_CACHE: join(map, 'code') };
  return {
    map,
    console: () =>
      start(
        'server/index.ts',
        {
          ...gedeeld,
          PORT: String(POORT),
          DATA_DIR: join(map, 'data'),
          REGISTERS: registers,
          ...Object.fromEntries(
            ['RATE_LIMIT_API', 'RATE_LIMIT_SEARCH', 'RATE_LIMIT_LOGIN', 'RATE_LIMIT_WEBHOOK'].map((naam) => [
              naam,
              '1000000',
            ]),
          ),
          ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
        },
        /Stand van Zaken staat op/,
      ),
    registers: () =>
      start(
        'server/sandbox/index.ts',
        {
          ...gedeeld,
          SANDBOX_PORT: String(POORT + 1),
          SANDBOX_DIR: join(map, 'sandbox'),
          SANDBOX_BURGERS: '20',
          // So that a kill can fall between the register's answer and our own note of it.
          SANDBOX_LATENCY_MS: '15',
        },
        /luisteren op/,
      ),
    ruimOp: () => {
      rmSync(map, { recursive: true, force: true });
    },
  };
}

/** What a beheerder would write for the bundled registers (docs/registers.md). */
function registersBestand(): object {
  const api = (naam: string) => `${REGISTERS_URL}/${naam}/api/v1`;
  const zgw = { clientId: 'console', secret: 'sandbox-secret-of-at-least-32-characters' };
  return {
    zaakregisters: [
      {
        ...{ id: 'sandbox', naam: 'Zaken', zaken: api('zaken'), catalogi: api('catalogi') },
        ...{ documenten: api('documenten'), besluiten: api('besluiten'), ...zgw },
      },
    ],
    klantregister: { id: 'klanten', klantinteracties: api('klantinteracties'), token: 'sandbox-token' },
    personen: { id: 'brp', url: `${REGISTERS_URL}/brp`, apiKey: 'sandbox-key' },
    notificaties: {
      ...{ id: 'notificaties', url: api('notificaties'), ...zgw },
      ...{ callbackUrl: `${CONSOLE_URL}/api/notificaties`, callbackToken: 'Bearer faults' },
    },
  };
}
