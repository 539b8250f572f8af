import { z } from 'zod';

const heelGetal = (standaard: number, min = 0) => z.coerce.number().int().min(min).default(standaard);

const omgeving = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(8010),
  SANDBOX_BURGERS: heelGetal(300, 1),
  /** Milliseconds that every answer waits, to imitate a register across a network. */
  SANDBOX_LATENCY_MS: heelGetal(0),
  SANDBOX_SEED: heelGetal(1),
  /** Path of a published catalogus to use instead of the made one. */
  SANDBOX_CATALOGUS: z.string().min(1).optional(),
  /** Seconds between batches of notificaties; 0 = at once. Open Notificaties uses 20. */
  SANDBOX_NRC_BATCH: z.coerce.number().min(0).default(0),
  SANDBOX_DIR: z.string().min(1).default('./data/sandbox'),
  /** `1`: forget what the folder holds and begin again. */
  SANDBOX_OPNIEUW: z.enum(['0', '1']).default('0'),
  /** Set by a parent process: the sandbox ends when its stdin or IPC channel does. */
  SANDBOX_OUDER: z.string().optional(),
  NODE_ENV: z.string().optional(),
  HOST: z.string().optional(),
});

export interface SandboxConfig {
  port: number;
  burgers: number;
  bedrijven: number;
  seed: number;
  latencyMs: number;
  nrcBatchSeconden: number;
  catalogus: string | undefined;
  dir: string;
  opnieuw: boolean;
  heeftOuder: boolean;
}

/** A setting that forbids the start; its message is the one line that the user sees. */
export class ConfigFout extends Error {}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** Parses the environment once. Throws `ConfigFout` with one line that names the setting. */
export function leesConfig(env: NodeJS.ProcessEnv): SandboxConfig {
  const gelezen = omgeving.safeParse(env);
  if (!gelezen.success) {
    const eerste = gelezen.error.issues[0];
    throw new ConfigFout(`${eerste?.path.join('.') ?? 'instelling'}: ${eerste?.message ?? 'ongeldig'}`);
  }
  const e = gelezen.data;
  if (e.NODE_ENV === 'production')
    throw new ConfigFout('NODE_ENV=production: de sandbox is alleen voor demo en test');
  if (e.HOST !== undefined && !LOOPBACK.has(e.HOST)) {
    throw new ConfigFout(`HOST=${e.HOST}: de sandbox luistert alleen op 127.0.0.1`);
  }
  return {
    port: e.SANDBOX_PORT,
    burgers: e.SANDBOX_BURGERS,
    bedrijven: bedrijvenBij(e.SANDBOX_BURGERS),
    seed: e.SANDBOX_SEED,
    latencyMs: e.SANDBOX_LATENCY_MS,
    nrcBatchSeconden: e.SANDBOX_NRC_BATCH,
    catalogus: e.SANDBOX_CATALOGUS,
    dir: e.SANDBOX_DIR,
    opnieuw: e.SANDBOX_OPNIEUW === '1',
    heeftOuder: e.SANDBOX_OUDER !== undefined,
  };
}

/** 40 companies to 300 citizens, at least 2. */
const bedrijvenBij = (burgers: number): number => Math.max(2, Math.round((burgers * 40) / 300));
