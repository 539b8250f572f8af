import { createServer, request } from 'node:http';
import type { Json } from './beschrijvingen.ts';
import type { Uitwisseling } from './keuring.ts';

export interface Luisteraar {
  url: string;
  gehoord: Uitwisseling[];
  sluit(): Promise<void>;
}

const alsJson = (soort: string, tekst: string): Json | undefined =>
  /[/+]json\b/.test(soort) && tekst !== '' ? (JSON.parse(tekst) as Json) : undefined;

/**
 * Stands between the connectors and a register and keeps every call with its answer. The Host header goes through
 * unchanged, so the register names its own URLs by our address and later calls pass here too.
 */
export async function maakLuisteraar(poort: number): Promise<Luisteraar> {
  const gehoord: Uitwisseling[] = [];
  const server = createServer((vraag, uit) => {
    void vraag.toArray().then((delen: Buffer[]) => {
      const lichaam = Buffer.concat(delen);
      const door = request(
        { host: '127.0.0.1', port: poort, path: vraag.url, method: vraag.method, headers: vraag.headers },
        (antwoord) => {
          void antwoord.toArray().then((stukken: Buffer[]) => {
            const inhoud = Buffer.concat(stukken);
            const url = new URL(vraag.url ?? '/', 'http://hier');
            const koppen = Object.fromEntries(
              Object.entries(vraag.headers).map(([k, v]) => [k, Array.isArray(v) ? v.join(',') : (v ?? '')]),
            );
            const soort = antwoord.headers['content-type'] ?? '';
            gehoord.push({
              methode: vraag.method ?? '',
              pad: url.pathname,
              query: [...url.searchParams],
              koppen,
              lichaam: alsJson(koppen['content-type'] ?? '', lichaam.toString()),
              status: antwoord.statusCode ?? 0,
              antwoordsoort: soort,
              antwoord: alsJson(soort, inhoud.toString()),
            });
            uit.writeHead(antwoord.statusCode ?? 500, antwoord.headers).end(inhoud);
          });
        },
      );
      door.on('error', () => uit.writeHead(502).end());
      door.end(lichaam);
    });
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const adres = server.address();
  return {
    url: `http://127.0.0.1:${typeof adres === 'object' && adres ? adres.port : 0}`,
    gehoord,
    async sluit() {
      server.closeAllConnections();
      await new Promise((klaar) => server.close(klaar));
    },
  };
}
