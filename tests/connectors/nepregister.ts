import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import type { Aanroep } from '../../server/connectors/ports.ts';

/**
 * A register of our own making on a loopback socket, for faults: MSW does not see undici's `request`, which does not go
 * through node:http or fetch, and our own client is never mocked.
 */
export interface Oproep {
  methode: string;
  /** Path and query, as on the wire. */
  url: string;
  pad: string;
  query: URLSearchParams;
  koppen: IncomingHttpHeaders;
  lichaam: unknown;
}

export interface Nepregister {
  url: string;
  oproepen: Oproep[];
  sluit(): Promise<void>;
}

function lichaamVan(soort: string, tekst: string): unknown {
  if (soort.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(tekst));
  return tekst === '' ? undefined : JSON.parse(tekst);
}

type Antwoorder = (oproep: Oproep, res: ServerResponse) => void | Promise<void>;

export async function maakNep(antwoord: Antwoorder, host = '127.0.0.1'): Promise<Nepregister> {
  const oproepen: Oproep[] = [];
  const server = createServer((req, res) => {
    const delen: Buffer[] = [];
    req.on('data', (deel: Buffer) => delen.push(deel));
    req.on('end', () => {
      const tekst = Buffer.concat(delen).toString();
      const url = new URL(req.url ?? '/', 'http://nep');
      const oproep: Oproep = {
        methode: req.method ?? '',
        url: req.url ?? '',
        pad: url.pathname,
        query: url.searchParams,
        koppen: req.headers,
        lichaam: lichaamVan(req.headers['content-type'] ?? '', tekst),
      };
      oproepen.push(oproep);
      void antwoord(oproep, res);
    });
  });
  await new Promise<void>((klaar) => server.listen(0, host, klaar));
  const adres = server.address();
  const poort = typeof adres === 'object' && adres ? adres.port : 0;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${poort}`,
    oproepen,
    async sluit() {
      server.closeAllConnections();
      await new Promise((klaar) => server.close(klaar));
    },
  };
}

export function json(res: ServerResponse, lichaam: unknown, status = 200, soort = 'application/json'): void {
  res.writeHead(status, { 'content-type': soort }).end(JSON.stringify(lichaam));
}

export const pagina = (rijen: unknown[], next: string | null = null) => ({
  count: rijen.length,
  next,
  previous: null,
  results: rijen,
});

export const probleem = (code: string, status: number, invalidParams?: unknown) => ({
  type: 'about:blank',
  code,
  title: 'Fout',
  status,
  detail: 'Fout',
  instance: 'urn:uuid:1',
  ...(invalidParams === undefined ? {} : { invalidParams }),
});

/** Passes the check on nine digits, belongs to nobody. */
export const BSN = '999993653';

export const aanroep = (meer: Partial<Aanroep> = {}): Aanroep => ({
  medewerker: { id: 'kcc', naam: 'Kim de Vries' },
  doel: 'klantcontact',
  traceId: '0af7651916cd43dd8448eb211c80319c',
  ...meer,
});

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** All that an error says of itself, to whoever prints it. */
export function allesVan(fout: unknown): string {
  const delen: string[] = [];
  for (let nu: unknown = fout; nu !== undefined && nu !== null;) {
    delen.push(inspect(nu, { depth: 9, showHidden: true }), JSON.stringify(nu));
    if (!(nu instanceof Error)) break;
    delen.push(nu.message, nu.stack ?? '');
    nu = nu.cause;
  }
  return delen.join('\n');
}
