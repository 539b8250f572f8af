import { Agent, createServer, request, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A call as it went by, to be counted and to be made again by itself. */
export interface Verzoek {
  methode: string;
  pad: string;
  koppen: IncomingHttpHeaders;
  lichaam: Buffer;
}

export interface Tussen {
  basis: string;
  verzoeken: Verzoek[];
  sluit(): void;
}

/** A proxy before the registers: every figure and every floor goes through it. */
export async function startTussen(doel: string): Promise<Tussen> {
  const { hostname, port } = new URL(doel);
  const agent = new Agent({ keepAlive: true, maxSockets: 500 });
  const verzoeken: Verzoek[] = [];
  const server = createServer((vraag, antwoord) => {
    const stukken: Buffer[] = [];
    const { method: methode = 'GET', url: pad = '/', headers: koppen } = vraag;
    const verder = request(
      { hostname, port, agent, path: pad, method: methode, headers: koppen },
      (gekregen) => {
        antwoord.writeHead(gekregen.statusCode ?? 502, gekregen.headers);
        gekregen.pipe(antwoord);
      },
    );
    // A source that is cut off is cut off for the console too.
    verder.on('error', () => antwoord.destroy());
    antwoord.on('close', () => {
      if (!antwoord.writableFinished) verder.destroy();
    });
    vraag.on('data', (stuk: Buffer) => stukken.push(stuk));
    vraag.on('end', () => verzoeken.push({ methode, pad, koppen, lichaam: Buffer.concat(stukken) }));
    vraag.pipe(verder);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: eigen } = server.address() as AddressInfo;
  return {
    basis: `http://127.0.0.1:${eigen}`,
    verzoeken,
    sluit: () => {
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}

/** How long this call takes by itself, in ms: median of three. */
export async function opZichzelf(basis: string, { methode, pad, koppen, lichaam }: Verzoek): Promise<number> {
  const tijden: number[] = [];
  for (let keer = 0; keer < 3; keer += 1) {
    const begin = performance.now();
    const antwoord = await fetch(basis + pad, {
      method: methode,
      headers: Object.entries(koppen).filter(
        (kop): kop is [string, string] =>
          typeof kop[1] === 'string' &&
          !['host', 'connection', 'content-length', 'transfer-encoding'].includes(kop[0]),
      ),
      ...(lichaam.length === 0 ? {} : { body: lichaam.toString() }),
    });
    await antwoord.arrayBuffer();
    tijden.push(performance.now() - begin);
  }
  return tijden.sort((a, b) => a - b)[1] ?? 0;
}
