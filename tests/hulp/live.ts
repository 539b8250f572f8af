import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import type { Gebeurtenis, VolgAntwoord } from '../../shared/contracts/gebeurtenis.ts';
import type { Medewerker } from '../../shared/contracts/medewerker.ts';
import { maakBus, type Bus } from '../../server/bus.ts';
import { vasteKlok } from '../../server/clock.ts';
import { maakHub, type Hub, type HubOpties } from '../../server/live/hub.ts';
import * as gebeurtenissen from '../../server/store/gebeurtenissen.ts';
import type { BewaardeGebeurtenis, NieuweGebeurtenis } from '../../server/store/gebeurtenissen.ts';
import * as sessies from '../../server/store/sessies.ts';
import type { Store } from '../../server/store/store.ts';
import { stilLog } from './log.ts';

const BEGIN = '2026-11-21T10:00:00Z';
const TOT = new Date('2026-11-21T18:00:00Z');

/** Who the cookie `sid=<medewerker>` says; `sid=` alone is nobody. */
const sidVan = (verzoek: IncomingMessage): string =>
  /sid=([\w-]*)/.exec(verzoek.headers.cookie ?? '')?.[1] ?? '';

export interface Console {
  socket: Socket;
  gekregen: Gebeurtenis[];
  volg(onderwerp: string, sinds?: number): Promise<VolgAntwoord>;
  vraag(naam: 'volg' | 'laat', bericht: unknown): Promise<VolgAntwoord>;
  /** Resolves when something fulfilling `wat` was received, now or later. */
  tot(wat: (gebeurtenis: Gebeurtenis) => boolean): Promise<Gebeurtenis>;
}

export interface LiveProef {
  url: string;
  hub: Hub;
  bus: Bus;
  clock: ReturnType<typeof vasteKlok>;
  /** Opens a console of this medewerker; the promise fails where the server refuses. */
  verbind(medewerker: string, kop?: Record<string, string>): Promise<Console>;
  /** Writes events and publishes them, as a service does. */
  meld(...nieuw: (Partial<NieuweGebeurtenis> & { onderwerp: string })[]): Promise<BewaardeGebeurtenis[]>;
  sluit(): Promise<void>;
}

const medewerker = (id: string): Medewerker => ({ id, naam: id, rollen: ['kcc'], afdelingen: [] });

/** A hub on a free port of the loopback, with sessions by a cookie that names the medewerker. */
export async function maakLive(store: Store, deel: Partial<HubOpties> = {}): Promise<LiveProef> {
  const server: Server = createServer();
  const bus = maakBus();
  const clock = vasteKlok(BEGIN);
  const hub = await maakHub({
    server,
    store,
    bus,
    clock,
    log: stilLog(),
    config: { publicUrl: undefined, redisUrl: undefined, live: { onderwerpen: 5, berichten: 50 } },
    sessie: (_verzoek, _antwoord, verder) => {
      verder();
    },
    wie: (verzoek) => {
      const sid = sidVan(verzoek);
      return sid === '' ? null : { medewerker: medewerker(sid), sid };
    },
    magVolgen: async () => ({ ok: true, profiel: 'alle' }),
    magZien: () => true,
    ritme: { samenvoegenMs: 5, rondeMs: 20 },
    ...deel,
  });
  await new Promise<void>((klaar) => {
    server.listen(0, '127.0.0.1', klaar);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const open: Socket[] = [];

  return {
    url,
    hub,
    bus,
    clock,
    verbind: async (wie, kop = {}) => {
      if (wie !== '')
        await sessies.bewaar(store.db, { sid: wie, medewerker: wie, inhoud: {}, verlooptOp: TOT });
      const socket = io(url, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        extraHeaders: { Origin: url, Cookie: `sid=${wie}`, ...kop },
      });
      open.push(socket);
      const gekregen: Gebeurtenis[] = [];
      const wachters = new Set<() => void>();
      socket.on('gebeurtenis', (gebeurtenis: Gebeurtenis) => {
        gekregen.push(gebeurtenis);
        for (const wachter of wachters) wachter();
      });
      await new Promise<void>((goed, fout) => {
        socket.once('connect', goed);
        socket.once('connect_error', fout);
      });
      const vraag = (naam: string, bericht: unknown) =>
        socket.timeout(5000).emitWithAck(naam, bericht) as Promise<VolgAntwoord>;
      return {
        socket,
        gekregen,
        vraag,
        volg: (onderwerp, sinds) => vraag('volg', sinds === undefined ? { onderwerp } : { onderwerp, sinds }),
        tot: (wat) =>
          new Promise((klaar) => {
            const kijk = (): void => {
              const gevonden = gekregen.find(wat);
              if (gevonden === undefined) return;
              wachters.delete(kijk);
              klaar(gevonden);
            };
            wachters.add(kijk);
            kijk();
          }),
      };
    },
    meld: async (...nieuw) => {
      const geschreven = await store.tx((t) =>
        gebeurtenissen.schrijf(
          t,
          nieuw.map((een) => ({
            soort: 'zaak.status',
            tijdstip: BEGIN.replace('Z', '.000Z'),
            bron: null,
            niveau: 'status',
            ...een,
          })),
        ),
      );
      await hub.publiceer(geschreven);
      return geschreven;
    },
    sluit: async () => {
      for (const socket of open) socket.disconnect();
      await hub.sluit();
      server.closeAllConnections();
      await new Promise<void>((klaar) => {
        server.close(() => {
          klaar();
        });
      });
    },
  };
}
