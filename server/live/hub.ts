import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import { z } from 'zod';
import { Volg, type Gebeurtenis, type VolgAntwoord } from '../../shared/contracts/gebeurtenis.ts';
import type { Medewerker } from '../../shared/contracts/medewerker.ts';
import type { Bus } from '../bus.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import * as gebeurtenissen from '../store/gebeurtenissen.ts';
import type { BewaardeGebeurtenis } from '../store/gebeurtenissen.ts';
import * as sessies from '../store/sessies.ts';
import type { Store } from '../store/store.ts';
import { Abonnementen, intern, kamer, opDeLijn } from './abonnementen.ts';
import { gemist } from './gemist.ts';
import { isEigenHerkomst } from './herkomst.ts';
import { verbindRedis } from './redis.ts';
import { Samenvoeger } from './samenvoegen.ts';
import type { LiveServer, LiveSocket } from './socket.ts';
import { Uitzender } from './uitzender.ts';

/** Within this time sessions that ended elsewhere, and events that nobody told of, are noticed: the contract allows 5 s. */
const RONDE_MS = 4000;
const SAMENVOEGEN_MS = 250;
const MINUUT_MS = 60_000;

type MagVolgen =
  | {
      ok: true;
      /** Who has the same profiel may see the same of this onderwerp. */
      profiel: string;
      /** The right ends by itself: ask again then. */
      tot?: Date;
    }
  | { ok: false; code: string };

export interface HubOpties {
  server: HttpServer;
  store: Store;
  bus: Bus;
  clock: Clock;
  log: Logger;
  config: Pick<Config, 'publicUrl' | 'redisUrl' | 'live'>;
  /** express-session, the same as the HTTP routes have. */
  sessie: (verzoek: IncomingMessage, antwoord: ServerResponse, verder: (fout?: unknown) => void) => void;
  /** Who is behind a request that went through `sessie`; null where nobody is logged in. */
  wie: (verzoek: IncomingMessage) => { medewerker: Medewerker; sid: string } | null;
  magVolgen: (medewerker: Medewerker, onderwerp: string) => Promise<MagVolgen>;
  /** Whether those of this profiel may hear of this event at all. */
  magZien: (profiel: string, gebeurtenis: BewaardeGebeurtenis) => boolean | Promise<boolean>;
  /** Called in every process before events are sent: drops what they touch from its caches. */
  vooraf?: (nieuw: readonly BewaardeGebeurtenis[]) => unknown;
  /** Other times than the contract's, for tests. */
  ritme?: { samenvoegenMs?: number; rondeMs?: number };
}

export interface Hub {
  /** Sends committed events to the consoles of every process that follow them and may see them. */
  publiceer(nieuw: readonly BewaardeGebeurtenis[]): Promise<void>;
  /** Closes the live connections of a session, or of all sessions of a medewerker, after telling them. */
  beeindig(wie: { medewerker: string; sid?: string | undefined }): void;
  /** Ids of the klanten that a console of this process follows now. */
  klanten(): string[];
  /** Consoles connected to this process. */
  aantal(): number;
  sluit(): Promise<void>;
}

const Laat = z.strictObject({ onderwerp: Volg.shape.onderwerp });

/** The socket.io hub of the contract (docs/CONTRACT.md, Socket). */
export async function maakHub(opties: HubOpties): Promise<Hub> {
  const { store, bus, clock, log, config } = opties;
  const io: LiveServer = new Server(opties.server, {
    path: '/socket.io',
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: 16 * 1024,
    connectTimeout: 10_000,
    allowRequest: (verzoek, antwoord) => {
      const eigen = isEigenHerkomst(verzoek, config.publicUrl);
      antwoord(eigen ? null : 'verkeerde_herkomst', eigen);
    },
  });
  io.engine.use(opties.sessie);

  const abonnementen = new Abonnementen();
  const samenvoeger = new Samenvoeger(opties.ritme?.samenvoegenMs ?? SAMENVOEGEN_MS, (waar, een) => {
    io.local.to(waar).emit('gebeurtenis', opDeLijn(een));
  });
  const uitzender = new Uitzender({
    store,
    log,
    laatste: await gebeurtenissen.laatste(store.db),
    vooraf: opties.vooraf ?? (() => undefined),
    zend: async (een) => {
      const samen = een.onderwerp.startsWith('afdeling:') || een.onderwerp === 'kpi';
      for (const profiel of abonnementen.profielen(een.onderwerp)) {
        if (!(await opties.magZien(profiel, een))) continue;
        const waar = kamer(een.onderwerp, profiel);
        if (samen) samenvoeger.erbij(waar, een);
        else io.local.to(waar).emit('gebeurtenis', opDeLijn(een));
      }
    },
  });

  function verlaat(socket: LiveSocket, onderwerp: string): void {
    const profiel = socket.data.volgt.get(onderwerp);
    if (profiel === undefined) return;
    const binnen = intern(onderwerp, socket.data.medewerker.id);
    socket.data.volgt.delete(onderwerp);
    abonnementen.eraf(binnen, profiel);
    void socket.leave(kamer(binnen, profiel));
  }

  async function treedToe(socket: LiveSocket, onderwerp: string): Promise<MagVolgen> {
    const recht = await opties.magVolgen(socket.data.medewerker, onderwerp);
    // It may have gone while the right was looked up: then nothing may stay behind.
    if (!socket.connected) return { ok: false, code: 'weg' };
    if (recht.ok && recht.tot !== undefined) socket.data.tot.set(onderwerp, recht.tot);
    if (recht.ok && socket.data.volgt.get(onderwerp) === recht.profiel) return recht;
    verlaat(socket, onderwerp);
    if (!recht.ok) return recht;
    const binnen = intern(onderwerp, socket.data.medewerker.id);
    socket.data.volgt.set(onderwerp, recht.profiel);
    abonnementen.erbij(binnen, recht.profiel);
    await socket.join(kamer(binnen, recht.profiel));
    return recht;
  }

  /**
   * A klant is open for a time only. When that is over the console hears no more of him, and is told to read anew, which
   * asks for a reason; opened again it hears of him again.
   */
  async function controleerTermijnen(): Promise<void> {
    for (const socket of sockets())
      for (const [onderwerp, tot] of [...socket.data.tot]) {
        if (tot > clock.nu()) continue;
        const volgde = socket.data.volgt.has(onderwerp);
        const recht = await treedToe(socket, onderwerp);
        // It may have let go while the right was looked up.
        if (!socket.data.tot.has(onderwerp)) verlaat(socket, onderwerp);
        else if (recht.ok !== volgde) stuurZelf(socket, 'bron.aangevuld', onderwerp);
      }
  }

  async function volg(socket: LiveSocket, bericht: unknown): Promise<VolgAntwoord> {
    const weiger = (code: string): VolgAntwoord => ({ ok: false, volgnummer: uitzender.laatste, code });
    const gelezen = Volg.safeParse(bericht);
    if (!gelezen.success) return weiger('ongeldige_invoer');
    const { onderwerp, sinds } = gelezen.data;
    const { volgt, tot } = socket.data;
    if (
      Math.max(volgt.size, tot.size) >= config.live.onderwerpen &&
      !volgt.has(onderwerp) &&
      !tot.has(onderwerp)
    )
      return weiger('te_vaak');
    // Join first, replay after: what happens in between comes twice, never not at all.
    const recht = await treedToe(socket, onderwerp);
    if (!recht.ok) return weiger(recht.code);
    const volgnummer = uitzender.laatste;
    if (sinds === undefined) return { ok: true, volgnummer };
    const rijen = await gemist(store, intern(onderwerp, socket.data.medewerker.id), sinds);
    if (rijen === null) return { ok: true, volgnummer, code: 'opnieuw_laden' };
    for (const rij of rijen)
      if (await opties.magZien(recht.profiel, rij)) socket.emit('gebeurtenis', opDeLijn(rij));
    return { ok: true, volgnummer };
  }

  function laat(socket: LiveSocket, bericht: unknown): VolgAntwoord {
    const gelezen = Laat.safeParse(bericht);
    if (!gelezen.success) return { ok: false, volgnummer: uitzender.laatste, code: 'ongeldige_invoer' };
    socket.data.tot.delete(gelezen.data.onderwerp);
    verlaat(socket, gelezen.data.onderwerp);
    return { ok: true, volgnummer: uitzender.laatste };
  }

  /** Counts a message against the socket's limit and answers; an error of ours is a code for the console, a line for us. */
  function behandel(socket: LiveSocket, ack: unknown, doe: () => VolgAntwoord | Promise<VolgAntwoord>): void {
    const antwoord = (inhoud: VolgAntwoord): void => {
      if (typeof ack === 'function') Reflect.apply(ack, undefined, [inhoud]);
    };
    const nu = performance.now();
    const { venster } = socket.data;
    if (nu - venster.begin > MINUUT_MS) socket.data.venster = { begin: nu, berichten: 1 };
    else venster.berichten += 1;
    if (socket.data.venster.berichten > config.live.berichten) {
      antwoord({ ok: false, volgnummer: uitzender.laatste, code: 'te_vaak' });
      return;
    }
    void (async () => doe())()
      .catch((err: unknown): VolgAntwoord => {
        log.error({ err }, 'volgen mislukt');
        return { ok: false, volgnummer: uitzender.laatste, code: 'onverwacht' };
      })
      .then(antwoord);
  }

  io.use((socket, verder) => {
    const wie = opties.wie(socket.request);
    if (wie === null) {
      verder(new Error('niet_ingelogd'));
      return;
    }
    socket.data = {
      ...wie,
      volgt: new Map(),
      tot: new Map(),
      venster: { begin: performance.now(), berichten: 0 },
    };
    verder();
  });
  io.on('connection', (socket) => {
    socket.on('volg', (bericht, ack) => {
      behandel(socket, ack, () => volg(socket, bericht));
    });
    socket.on('laat', (bericht, ack) => {
      behandel(socket, ack, () => laat(socket, bericht));
    });
    socket.on('disconnect', () => {
      for (const onderwerp of [...socket.data.volgt.keys()]) verlaat(socket, onderwerp);
    });
  });

  const sockets = () => [...io.of('/').sockets.values()];
  /** For this console alone: no event of the store. */
  function stuurZelf(socket: LiveSocket, soort: Gebeurtenis['soort'], onderwerp: string): void {
    const tijdstip = clock.nu().toISOString();
    socket.emit('gebeurtenis', { volgnummer: uitzender.laatste, soort, onderwerp, tijdstip });
  }
  function sluitSocket(socket: LiveSocket): void {
    stuurZelf(socket, 'sessie.einde', 'mijn');
    socket.disconnect(true);
  }
  function beeindigHier(wie: { medewerker: string; sid?: string | undefined }): void {
    for (const socket of sockets())
      if (wie.sid === undefined ? socket.data.medewerker.id === wie.medewerker : socket.data.sid === wie.sid)
        sluitSocket(socket);
  }
  async function controleerSessies(): Promise<void> {
    const open = sockets();
    const sids = [...new Set(open.map((socket) => socket.data.sid))];
    const levend = await sessies.levend(store.db, sids, clock.nu());
    for (const socket of open) if (!levend.has(socket.data.sid)) sluitSocket(socket);
  }
  async function herzie(): Promise<void> {
    for (const socket of sockets())
      for (const onderwerp of [...socket.data.volgt.keys()]) await treedToe(socket, onderwerp);
  }

  const redis = await verbindRedis(config.redisUrl, io, log, {
    gebeurtenissen: (nieuw) => uitzender.publiceer(nieuw),
    einde: beeindigHier,
    terug: () => uitzender.haalIn(),
  });

  const publiceer = async (nieuw: readonly BewaardeGebeurtenis[]): Promise<void> => {
    redis?.stuurGebeurtenissen(nieuw);
    await uitzender.publiceer(nieuw);
  };
  const beeindig = (wie: { medewerker: string; sid?: string | undefined }): void => {
    redis?.stuurEinde(wie);
    beeindigHier(wie);
  };
  const meldFout = (err: unknown): void => log.error({ err }, 'live verbindingen niet nagelopen');
  const bijGebeurtenissen = (nieuw: readonly BewaardeGebeurtenis[]): void => void publiceer(nieuw);
  const bijRechten = (): void => void herzie().catch(meldFout);
  bus.on('gebeurtenissen', bijGebeurtenissen);
  bus.on('sessie.einde', beeindig);
  bus.on('rechten', bijRechten);
  const ronde = setInterval(() => {
    void controleerSessies().then(controleerTermijnen).catch(meldFout);
    void uitzender.haalIn();
  }, opties.ritme?.rondeMs ?? RONDE_MS);
  ronde.unref();

  return {
    publiceer,
    beeindig,
    klanten: () => abonnementen.van('klant'),
    aantal: () => io.of('/').sockets.size,
    sluit: async () => {
      clearInterval(ronde);
      bus.off('gebeurtenissen', bijGebeurtenissen);
      bus.off('sessie.einde', beeindig);
      bus.off('rechten', bijRechten);
      samenvoeger.leeg();
      io.local.disconnectSockets(true);
      io.engine.close();
      await redis?.sluit();
    },
  };
}
