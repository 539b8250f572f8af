import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { maakToepassing, type Toepassing } from '../../server/app.ts';
import type { Clock } from '../../server/clock.ts';
import { leesConfig } from '../../server/config.ts';
import type { Registers } from '../../server/connectors/ports.ts';
import { dayOf } from '../../server/domain/dagen.ts';
import { standaardRegisters } from '../../server/connectors/registers-standaard.ts';
import { maakRegisters, type RegistersDeps } from '../../server/connectors/registers.ts';
import { maakSandbox, type Sandbox, type SandboxOpties } from '../../server/sandbox/app.ts';
import { maakGemeente } from '../../server/sandbox/gemeente/index.ts';
import type { Sleutels } from '../../server/store/sleutels.ts';
import { stemAf } from '../../server/services/zaakindex/ronde.ts';
import type { Gebeurtenis, VolgAntwoord } from '../../shared/contracts/gebeurtenis.ts';
import { stilLog } from './log.ts';
import { testSleutels } from './sleutels.ts';
import { maakStore, type TestStore } from './store.ts';

export const BSN_VERHULST = '999993653';
export const CALLBACK_TOKEN = 'Bearer proef-van-de-webhook';
const AANROEP = { medewerker: null, doel: 'behandeling', traceId: '0'.repeat(32) };

/** The time of now, moved on by a test; the bundled registers keep the real one, because JWTs are checked against it. */
interface ProefKlok extends Clock {
  verder(ms: number): void;
}
function proefKlok(): ProefKlok {
  let voor = 0;
  const nu = () => new Date(Date.now() + voor);
  return {
    nu,
    vandaag: () => dayOf(nu()),
    verder: (ms) => {
      voor += ms;
    },
  };
}

export interface Registerproef {
  sandbox: Sandbox;
  basis: string;
  stoor(api: string, soort: string): Promise<void>;
  herstel(): Promise<void>;
  tellingen(): Promise<Record<string, number>>;
  nulTellingen(): Promise<void>;
  sluit(): Promise<void>;
}

/** The bundled registers in-process; small, and the same gemeente every time. */
export async function startRegisterproef(opties: Partial<SandboxOpties> = {}): Promise<Registerproef> {
  const sandbox = await maakSandbox({
    gemeente: maakGemeente,
    burgers: 20,
    bedrijven: 3,
    nrcHerhaalSeconden: [],
    ...opties,
  });
  const basis = `http://127.0.0.1:${await sandbox.listen(0)}`;
  const vraag = async (methode: string, pad: string, inhoud?: object): Promise<Response> => {
    const antwoord = await fetch(`${basis}/_sandbox${pad}`, {
      method: methode,
      ...(inhoud === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(inhoud) }),
    });
    if (!antwoord.ok) throw new Error(`sandbox: ${String(antwoord.status)} ${await antwoord.text()}`);
    return antwoord;
  };
  return {
    sandbox,
    basis,
    stoor: async (api, soort) => {
      await vraag('POST', '/storingen', { api, soort, seconden: 600 });
    },
    herstel: async () => {
      await vraag('DELETE', '/storingen');
    },
    tellingen: async () => (await (await vraag('GET', '/tellingen')).json()) as Record<string, number>,
    nulTellingen: async () => {
      await vraag('DELETE', '/tellingen');
    },
    sluit: () => sandbox.close(),
  };
}

export interface Antwoord<T> {
  status: number;
  koppen: Headers;
  tekst: string;
  /** The parsed body; the tests say what they expect in it. */
  json: T;
}
export type Koppen = Record<string, string | undefined>;

/** A browser with its cookie: sends what our client sends, unless `koppen` says otherwise (undefined leaves one out). */
export class Client {
  readonly basis: string;
  cookie: string;
  constructor(basis: string, cookie = '') {
    this.basis = basis;
    this.cookie = cookie;
  }

  async roep<T>(
    methode: string,
    pad: string,
    { ruw, koppen = {} }: { ruw?: string | undefined; koppen?: Koppen } = {},
  ): Promise<Antwoord<T>> {
    const alle: Koppen = {
      cookie: this.cookie,
      'x-requested-with': 'console',
      origin: this.basis,
      ...(ruw === undefined ? {} : { 'content-type': 'application/json' }),
      ...koppen,
    };
    const antwoord = await fetch(this.basis + pad, {
      method: methode,
      headers: Object.entries(alle).filter((kop): kop is [string, string] => kop[1] !== undefined),
      redirect: 'manual',
      ...(ruw === undefined ? {} : { body: ruw }),
    });
    const gezet = antwoord.headers.get('set-cookie')?.split(';')[0];
    if (gezet !== undefined) this.cookie = gezet;
    const tekst = await antwoord.text();
    const isJson = (antwoord.headers.get('content-type') ?? '').includes('json');
    return {
      status: antwoord.status,
      koppen: antwoord.headers,
      tekst,
      json: (isJson && tekst !== '' ? JSON.parse(tekst) : undefined) as T,
    };
  }
  get = <T>(pad: string, koppen: Koppen = {}) => this.roep<T>('GET', pad, { koppen });
  post = <T>(pad: string, inhoud?: unknown, koppen: Koppen = {}) =>
    this.roep<T>('POST', pad, {
      ...(inhoud === undefined ? {} : { ruw: JSON.stringify(inhoud) }),
      koppen,
    });
  put = <T>(pad: string, inhoud: unknown) => this.roep<T>('PUT', pad, { ruw: JSON.stringify(inhoud) });
  delete = <T>(pad: string) => this.roep<T>('DELETE', pad);
}

/** A console's live connection, with everything that it was sent. */
export interface Luisteraar {
  socket: Socket;
  gehoord: Gebeurtenis[];
  volg(onderwerp: string, sinds?: number): Promise<VolgAntwoord>;
  /** Resolves with the first event that fits, also one that came before. */
  wacht(past: (een: Gebeurtenis) => boolean): Promise<Gebeurtenis>;
  sluit(): void;
}

export interface ConsoleProef {
  basis: string;
  registerproef: Registerproef;
  toepassing: Toepassing;
  store: TestStore;
  klok: ProefKlok;
  anoniem(): Client;
  login(gebruiker: string): Promise<Client>;
  luister(client: Client): Promise<Luisteraar>;
  /** Stops the console and what was started for it; a shared store or register stays. */
  sluit(): Promise<void>;
}

export interface ConsoleOpties {
  /** Shared with other consoles of the file; absent: an own one. */
  registerproef?: Registerproef;
  store?: TestStore;
  registersDeps?: RegistersDeps;
  /** Replaces single registers, for faults that no network makes. */
  wijzigRegisters?: (registers: Registers) => Registers;
  env?: Record<string, string>;
  /** Of another console on the same store: klanten have the same ids in both. */
  sleutels?: Sleutels;
  /** Fill the zaakindex (default). */
  metIndex?: boolean;
  /** Subscribe at the Notificaties API. */
  metAbonnement?: boolean;
}

async function vrijePoort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((klaar) => server.close(klaar));
  return port;
}

const RUIM = '1000000';

/** The whole console in-process, over real HTTP, on its own database and the bundled registers. */
export async function startConsole(opties: ConsoleOpties = {}): Promise<ConsoleProef> {
  const registerproef = opties.registerproef ?? (await startRegisterproef());
  const store = opties.store ?? (await maakStore());
  const poort = await vrijePoort();
  const basis = `http://127.0.0.1:${poort}`;
  const klok = proefKlok();
  const registers = maakRegisters(
    standaardRegisters(registerproef.basis, `${basis}/api/notificaties`, CALLBACK_TOKEN),
    { herhaalNaMs: 1, ...opties.registersDeps },
  );
  const toepassing = await maakToepassing({
    config: leesConfig({
      RATE_LIMIT_API: RUIM,
      RATE_LIMIT_SEARCH: RUIM,
      RATE_LIMIT_LOGIN: RUIM,
      RATE_LIMIT_WEBHOOK: RUIM,
      ...opties.env,
    }),
    store,
    sleutels: opties.sleutels ?? testSleutels(),
    sessieGeheim: 'een-geheim-van-de-proef-van-32-tekens',
    registers: opties.wijzigRegisters?.(registers) ?? registers,
    callbackToken: CALLBACK_TOKEN,
    clock: klok,
    log: stilLog(),
  });
  toepassing.server.listen(poort, '127.0.0.1');
  await once(toepassing.server, 'listening');
  if (opties.metIndex !== false)
    for (const register of registers.zaken) await stemAf(toepassing.deps, register, AANROEP);
  if (opties.metAbonnement === true) await registers.notificaties?.zorgVoorAbonnement(AANROEP);

  const anoniem = () => new Client(basis);
  return {
    basis,
    registerproef,
    toepassing,
    store,
    klok,
    anoniem,
    login: async (gebruiker) => {
      const client = anoniem();
      const { status, tekst } = await client.post('/auth/demo', { gebruiker });
      if (status !== 204) throw new Error(`inloggen als ${gebruiker}: ${String(status)} ${tekst}`);
      return client;
    },
    luister: (client) => luister(basis, client),
    sluit: async () => {
      await toepassing.sluit();
      await registers.sluit();
      if (opties.registerproef === undefined) await registerproef.sluit();
      if (opties.store === undefined) await store.close();
    },
  };
}

async function luister(basis: string, client: Client): Promise<Luisteraar> {
  const socket = io(basis, {
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { cookie: client.cookie, origin: basis },
  });
  const gehoord: Gebeurtenis[] = [];
  let naslag: (() => void)[] = [];
  socket.on('gebeurtenis', (een: Gebeurtenis) => {
    gehoord.push(een);
    const wachters = naslag;
    naslag = [];
    for (const kijk of wachters) kijk();
  });
  await new Promise<void>((klaar, mis) => {
    socket.once('connect', klaar);
    socket.once('connect_error', mis);
  });
  return {
    socket,
    gehoord,
    volg: (onderwerp, sinds) =>
      socket.emitWithAck('volg', {
        onderwerp,
        ...(sinds === undefined ? {} : { sinds }),
      }) as Promise<VolgAntwoord>,
    wacht: async (past) => {
      for (;;) {
        const gevonden = gehoord.find(past);
        if (gevonden !== undefined) return gevonden;
        await new Promise<void>((verder) => naslag.push(verder));
      }
    },
    sluit: () => socket.disconnect(),
  };
}

/** Asks again until it holds; the test's own time limit ends what never does. */
export async function totdat(geldt: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await geldt())) await new Promise((verder) => setTimeout(verder, 20));
}
