import { z } from 'zod';

/** Thrown at start, with one line that names the setting and says what to do. */
export class InstellingFout extends Error {}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

const getal = (van: number, tot: number, anders: number) =>
  z.coerce
    .number(`moet een getal zijn`)
    .int('moet een heel getal zijn')
    .min(van, `moet ten minste ${van} zijn`)
    .max(tot, `mag ten hoogste ${tot} zijn`)
    .default(anders);
const adres = (protocollen: string[]) =>
  z.string().refine((tekst) => protocollen.includes(URL.parse(tekst)?.protocol ?? ''), {
    error: `moet een adres zijn dat begint met ${protocollen.map((p) => `${p}//`).join(' of ')}`,
  });
const tekst = z.string().trim().min(1);

/** The environment as it stands; an empty value counts as absent. All settings are in docs/INSTELLINGEN.md. */
const Omgeving = z.object({
  NODE_ENV: z.string().optional(),
  PORT: getal(0, 65_535, 3000),
  HOST: tekst.default('127.0.0.1'),
  DATABASE_URL: adres(['postgres:', 'postgresql:']).optional(),
  DATA_DIR: tekst.default('./data'),
  REDIS_URL: adres(['redis:', 'rediss:']).optional(),
  AUTH: z.enum(['demo', 'entra', 'oidc'], 'moet demo, entra of oidc zijn').default('demo'),
  ENTRA_TENANT_ID: tekst.optional(),
  ENTRA_CLIENT_ID: tekst.optional(),
  ENTRA_CLIENT_SECRET: tekst.optional(),
  OIDC_ISSUER: adres(['https:', 'http:']).optional(),
  OIDC_CLIENT_ID: tekst.optional(),
  OIDC_CLIENT_SECRET: tekst.optional(),
  SESSION_SECRET: z.string().min(32, 'moet ten minste 32 tekens hebben').optional(),
  ENCRYPTION_KEY: tekst.optional(),
  SESSION_MINUTES: getal(1, 1440, 480),
  REGISTERS: tekst.optional(),
  PUBLIC_URL: adres(['https:', 'http:'])
    .transform((url) => new URL(url).origin)
    .optional(),
  /** Default: the gemeente of the bundled registers. */
  GEMEENTE: tekst.max(100).default('Gemeente Oeverdam'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'is geen bekend niveau')
    .default('info'),
  SANDBOX_PORT: getal(0, 65_535, 8010),
  SANDBOX_BURGERS: getal(1, 100_000, 300),
  SANDBOX_LATENCY_MS: getal(0, 60_000, 0),
  SANDBOX_SEED: getal(0, 2_147_483_647, 1),
  SANDBOX_CATALOGUS: tekst.optional(),
  SANDBOX_NRC_BATCH: getal(0, 600, 0),
  RATE_LIMIT_API: getal(1, 1_000_000, 6000),
  RATE_LIMIT_SEARCH: getal(1, 1_000_000, 300),
  RATE_LIMIT_LOGIN: getal(1, 1_000_000, 300),
  RATE_LIMIT_WEBHOOK: getal(1, 1_000_000, 6000),
  LIVE_MAX_TOPICS: getal(1, 10_000, 200),
  LIVE_MAX_MESSAGES: getal(1, 1_000_000, 120),
});

export interface Config {
  productie: boolean;
  port: number;
  host: string;
  databaseUrl: string | undefined;
  dataDir: string;
  redisUrl: string | undefined;
  auth:
    | { soort: 'demo' }
    | { soort: 'entra'; tenantId: string; clientId: string; clientSecret: string }
    | { soort: 'oidc'; issuer: string; clientId: string; clientSecret: string };
  /** Absent in demo: then made once in `dataDir` (store/sleutels.ts). */
  sessionSecret: string | undefined;
  encryptionKey: string | undefined;
  sessieMinuten: number;
  /** Path of the REGISTERS file; absent: the bundled registers. */
  registers: string | undefined;
  publicUrl: string | undefined;
  gemeente: string;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  sandbox: { port: number };
  /** Requests a minute: per medewerker, or per address where nobody is logged in. */
  limieten: { api: number; zoeken: number; inloggen: number; webhook: number };
  /** Per socket: onderwerpen at once, and messages a minute. */
  live: { onderwerpen: number; berichten: number };
}

/** The environment, parsed once. Throws InstellingFout naming the first setting that is wrong or missing. */
export function leesConfig(env: Record<string, string | undefined>): Config {
  const gezet = Object.fromEntries(Object.entries(env).filter(([, waarde]) => waarde?.trim() !== ''));
  const gelezen = Omgeving.safeParse(gezet);
  if (!gelezen.success) {
    const eerste = gelezen.error.issues[0];
    throw new InstellingFout(`${String(eerste?.path[0])} ${eerste?.message ?? 'is ongeldig'}.`);
  }
  const o = gelezen.data;
  const productie = o.NODE_ENV === 'production';
  const eis = (naam: keyof typeof o, waarom: string): string => {
    const waarde = o[naam];
    if (typeof waarde !== 'string') throw new InstellingFout(`${naam} ontbreekt: ${waarom}.`);
    return waarde;
  };

  const alleenHier =
    o.AUTH === 'demo'
      ? 'AUTH=demo'
      : o.REGISTERS === undefined
        ? 'De meegeleverde registers (geen REGISTERS)'
        : null;
  if (alleenHier !== null) {
    if (productie)
      throw new InstellingFout(
        `NODE_ENV is production. ${alleenHier} mag daar niet: kies een echte aansluiting.`,
      );
    if (!LOOPBACK.has(o.HOST))
      throw new InstellingFout(
        `HOST is ${o.HOST}. ${alleenHier} mag alleen op 127.0.0.1: kies een echte aansluiting.`,
      );
  }
  const zonder = `verplicht bij AUTH=${o.AUTH}`;
  if (o.AUTH !== 'demo') {
    eis('SESSION_SECRET', zonder);
    eis('ENCRYPTION_KEY', zonder);
    eis('PUBLIC_URL', zonder);
  }

  return {
    productie,
    port: o.PORT,
    host: o.HOST,
    databaseUrl: o.DATABASE_URL,
    dataDir: o.DATA_DIR,
    redisUrl: o.REDIS_URL,
    auth:
      o.AUTH === 'demo'
        ? { soort: 'demo' }
        : o.AUTH === 'entra'
          ? {
              soort: 'entra',
              tenantId: eis('ENTRA_TENANT_ID', zonder),
              clientId: eis('ENTRA_CLIENT_ID', zonder),
              clientSecret: eis('ENTRA_CLIENT_SECRET', zonder),
            }
          : {
              soort: 'oidc',
              issuer: eis('OIDC_ISSUER', zonder),
              clientId: eis('OIDC_CLIENT_ID', zonder),
              clientSecret: eis('OIDC_CLIENT_SECRET', zonder),
            },
    sessionSecret: o.SESSION_SECRET,
    encryptionKey: o.ENCRYPTION_KEY,
    sessieMinuten: o.SESSION_MINUTES,
    registers: o.REGISTERS,
    publicUrl: o.PUBLIC_URL,
    gemeente: o.GEMEENTE,
    logLevel: o.LOG_LEVEL,
    sandbox: { port: o.SANDBOX_PORT },
    limieten: {
      api: o.RATE_LIMIT_API,
      zoeken: o.RATE_LIMIT_SEARCH,
      inloggen: o.RATE_LIMIT_LOGIN,
      webhook: o.RATE_LIMIT_WEBHOOK,
    },
    live: { onderwerpen: o.LIVE_MAX_TOPICS, berichten: o.LIVE_MAX_MESSAGES },
  };
}
