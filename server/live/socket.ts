import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { Gebeurtenis } from '../../shared/contracts/gebeurtenis.ts';
import type { Medewerker } from '../../shared/contracts/medewerker.ts';

interface SocketData {
  medewerker: Medewerker;
  sid: string;
  /** onderwerp as on the wire → rechtenprofiel of the room it is in. */
  volgt: Map<string, string>;
  /** onderwerp → when the right to follow it ends, or has ended. */
  tot: Map<string, Date>;
  venster: { begin: number; berichten: number };
}
interface NaarServer {
  volg: (bericht: unknown, ack?: unknown) => void;
  laat: (bericht: unknown, ack?: unknown) => void;
}
interface NaarClient {
  gebeurtenis: (gebeurtenis: Gebeurtenis) => void;
}
export type LiveServer = Server<NaarServer, NaarClient, DefaultEventsMap, SocketData>;
export type LiveSocket = Socket<NaarServer, NaarClient, DefaultEventsMap, SocketData>;
