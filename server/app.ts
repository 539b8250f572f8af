import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { Medewerker } from '../shared/contracts/medewerker.ts';
import { maakBus } from './bus.ts';
import type { Clock } from './clock.ts';
import { kortBewaard } from './bewaard.ts';
import type { Config } from './config.ts';
import type { Registers } from './connectors/ports.ts';
import { clientRoutes } from './http/client.ts';
import { eisEigenHerkomst } from './http/csrf.ts';
import { foutafhandeling, onbekendAdres } from './http/errors.ts';
import { merkVerzoek, nietBewaren, veiligheidskoppen } from './http/headers.ts';
import { limiet } from './http/limiet.ts';
import { sessie } from './http/session.ts';
import { eisMedewerker } from './http/wie.ts';
import { startInbox } from './jobs/inbox.ts';
import { startLus } from './jobs/lus.ts';
import { startOutbox } from './jobs/outbox.ts';
import { maakWerk } from './jobs/werk.ts';
import { maakHub } from './live/hub.ts';
import { STANDAARD_MATRIX } from './policies/matrix.ts';
import { authRoutes } from './routes/auth.ts';
import { bezorgingRoutes } from './routes/bezorging.ts';
import { contactmomentRoutes } from './routes/contactmomenten.ts';
import { documentRoutes } from './routes/documenten.ts';
import { doelRoutes } from './routes/doelen.ts';
import { gesprekRoutes } from './routes/gesprekken.ts';
import { gezondheidRoutes, metriekRoutes } from './routes/gezondheid.ts';
import { klantRoutes } from './routes/klanten.ts';
import { meRoutes } from './routes/me.ts';
import { notificatieRoutes } from './routes/notificaties.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { taakRoutes } from './routes/taken.ts';
import { verwerkingRoutes } from './routes/verwerkingen.ts';
import { werkvoorraadRoutes, zaakRoutes } from './routes/zaken.ts';
import { bezorg, oordeel } from './services/bezorging.ts';
import { maakBronstand } from './services/bronstand.ts';
import type { Deps } from './services/deps.ts';
import { storeAntwoordt } from './services/gezondheid.ts';
import { stemKlantAf } from './services/klantronde.ts';
import { verwerk } from './services/notificaties.ts';
import { maakMetingen } from './services/metingen.ts';
import * as onderhoud from './services/onderhoud.ts';
import { meldTaak } from './services/meldingen.ts';
import { magVolgen, magZien, vergeetWatGebeurde } from './services/volgen.ts';
import * as matrix from './store/matrix.ts';
import type { Sleutels } from './store/sleutels.ts';
import type { Store } from './store/store.ts';

/** Rights that a beheerder changed hold within this time in every process, and at once in the one that changed them. */
const MATRIX_MS = 2_000;

/** How often it is looked whose turn it is of the klanten that are followed. */
const KLANTRONDE_MS = 60_000;

export interface Onderdelen {
  config: Config;
  store: Store;
  sleutels: Sleutels;
  sessieGeheim: string;
  registers: Registers;
  /** What the Notificaties API sends as `Authorization`. */
  callbackToken: string;
  clock: Clock;
  log: Logger;
}

export interface Toepassing {
  express: Express;
  server: Server;
  deps: Deps;
  /** Subscribes, fills the index, learns paden; in the background, so that the console opens at once. */
  begin(): void;
  sluit(): Promise<void>;
}

/** The composition root: the only file that wires everything. */
export async function maakToepassing(onderdelen: Onderdelen): Promise<Toepassing> {
  const { config, store, sleutels, registers, clock, log } = onderdelen;
  const bus = maakBus();
  const deps: Deps = { store, sleutels, registers, bronstand: maakBronstand(clock), clock, bus, log };
  await store.tx((t) => matrix.begin(t, STANDAARD_MATRIX));
  const leesMatrix = kortBewaard(() => matrix.lijst(store.db), MATRIX_MS);
  bus.on('rechten', () => leesMatrix.vergeet());
  const metSessie = sessie(store, clock, {
    geheim: onderdelen.sessieGeheim,
    minuten: config.sessieMinuten,
    veilig: config.publicUrl?.startsWith('https:') === true,
  });
  const gestart = clock.nu();
  const werk = maakWerk({
    store,
    log,
    taken: [
      { naam: 'abonnement', cron: '7 * * * *', doe: () => onderhoud.abonneer(deps) },
      {
        naam: 'zaakindex',
        cron: '37 * * * *',
        doe: (signal: AbortSignal) => onderhoud.werkIndexBij(deps, signal, gestart),
      },
      { naam: 'paden', cron: '11 4 * * *', doe: (signal: AbortSignal) => onderhoud.leerPaden(deps, signal) },
      { naam: 'opruimen', cron: '41 3 * * *', doe: () => onderhoud.ruimOp(deps) },
    ].map((taak) => onderhoud.metStand(deps, taak)),
  });
  const app = maakExpress(onderdelen, deps, metSessie, leesMatrix, () => werk.gereed());
  const server = createServer(app);

  const hub = await maakHub({
    server,
    store,
    bus,
    clock,
    log,
    config,
    sessie: metSessie as unknown as (
      verzoek: IncomingMessage,
      antwoord: ServerResponse,
      verder: (fout?: unknown) => void,
    ) => void,
    wie: wieIsVerbonden,
    magVolgen: async (medewerker, onderwerp) => magVolgen(deps, await leesMatrix(), medewerker, onderwerp),
    magZien: async (profiel, gebeurtenis) => magZien(deps, await leesMatrix(), profiel, gebeurtenis),
    vooraf: (nieuw) => vergeetWatGebeurde(deps, nieuw),
  });
  const outbox = startOutbox({
    store,
    sleutels,
    clock,
    log,
    bezorg: (rij, signal) => bezorg(deps, rij, signal),
    oordeel,
    bijWeigering: (rij) => meldTaak(deps, rij.medewerker),
  });
  const inbox = startInbox({
    store,
    clock,
    log,
    verwerk: (_onderwerp, notificaties) => verwerk(deps, notificaties),
  });
  bus.on('notificatie', () => inbox.wek());
  // One after another, each at its own time: however many are followed, no register notices a round.
  const klantronde = startLus({
    naam: 'klantronde',
    log,
    pauzeMs: KLANTRONDE_MS,
    ronde: async (signal) => {
      for (const klant of hub.klanten()) if (!signal.aborted) await stemKlantAf(deps, klant, signal);
      return false;
    },
  });

  return {
    express: app,
    server,
    deps,
    begin: () => werk.begin(),
    sluit: async () => {
      await Promise.all([werk.stop(), outbox.stop(), inbox.stop(), klantronde.stop()]);
      await hub.sluit();
      server.closeAllConnections();
      await new Promise<void>((klaar) => server.close(() => klaar()));
    },
  };
}

function maakExpress(
  { config, callbackToken, log, store }: Onderdelen,
  deps: Deps,
  metSessie: RequestHandler,
  leesMatrix: () => ReturnType<typeof matrix.lijst>,
  gereed: () => boolean,
): Express {
  const metrieken = new Registry();
  collectDefaultMetrics({ register: metrieken });
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  const veilig = config.publicUrl?.startsWith('https:') === true;
  if (veilig) app.set('trust proxy', 1);
  app.use(merkVerzoek, veiligheidskoppen(veilig));

  app.use(
    '/health',
    gezondheidRoutes(async () => gereed() && (await storeAntwoordt(store))),
  );
  app.use('/metrics', metriekRoutes(metrieken, maakMetingen(metrieken, deps)));
  app.use(['/api', '/auth'], nietBewaren);
  app.use('/api/openapi.json', openapiRoutes('1'));
  app.use(eisEigenHerkomst(config.publicUrl));
  app.use('/api/notificaties', limiet(config.limieten.webhook), notificatieRoutes(deps, callbackToken));

  app.use(['/api', '/auth'], metSessie, express.json({ limit: '128kb' }));
  app.use('/auth', limiet(config.limieten.inloggen), authRoutes(deps.bus, config.auth.soort));
  app.use('/api', eisMedewerker(leesMatrix), limiet(config.limieten.api));
  app.use('/api/me', meRoutes(config.gemeente));
  app.use('/api/klanten', klantRoutes(deps, limiet(config.limieten.zoeken)));
  app.use('/api/zaken', zaakRoutes(deps));
  app.use('/api/werkvoorraad', werkvoorraadRoutes(deps));
  app.use('/api/documenten', documentRoutes(deps));
  app.use('/api/gesprekken', gesprekRoutes(deps));
  app.use('/api/contactmomenten', contactmomentRoutes(deps));
  app.use('/api/doelen', doelRoutes(deps));
  app.use('/api/taken', taakRoutes(deps));
  app.use('/api/bezorging', bezorgingRoutes(deps));
  app.use('/api/verwerkingen', verwerkingRoutes(deps));
  app.use(['/api', '/auth'], onbekendAdres);

  app.use(clientRoutes(join(import.meta.dirname, '..', 'client', 'dist')));
  app.use(onbekendAdres);
  app.use(foutafhandeling(log));
  return app;
}

/** Who is behind a socket's request, after the session was read for it. */
function wieIsVerbonden(verzoek: IncomingMessage): { medewerker: Medewerker; sid: string } | null {
  const { session, sessionID } = verzoek as IncomingMessage & {
    session?: { medewerker?: unknown };
    sessionID?: string;
  };
  const medewerker = Medewerker.safeParse(session?.medewerker);
  return medewerker.success && sessionID !== undefined
    ? { medewerker: medewerker.data, sid: sessionID }
    : null;
}

/** A secret for the callback of this run, where the configuration names none: the subscription is repaired with it. */
export const nieuwCallbackToken = (): string => `Bearer ${randomBytes(32).toString('base64url')}`;
