import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What stands between: true where it takes the call, which then goes on with `verder` or not at all. */
type Wachter = (vraag: IncomingMessage, antwoord: ServerResponse, verder: () => void) => boolean;

export interface Tussen {
  basis: string;
  sluit(): void;
}

/** A proxy before the registers, through which a test watches calls, holds them or answers them itself. */
export async function startTussen(doel: string, wachter: Wachter): Promise<Tussen> {
  const { hostname, port } = new URL(doel);
  const server: Server = createServer((vraag, antwoord) => {
    const verder = (): void => {
      const daarheen = request(
        { hostname, port, path: vraag.url, method: vraag.method, headers: vraag.headers },
        (gekregen) => {
          antwoord.writeHead(gekregen.statusCode ?? 502, gekregen.headers);
          gekregen.pipe(antwoord);
        },
      );
      daarheen.on('error', () => antwoord.destroy());
      vraag.pipe(daarheen);
    };
    if (!wachter(vraag, antwoord, verder)) verder();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    basis: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    sluit: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
