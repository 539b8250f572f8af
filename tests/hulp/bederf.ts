import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A call on its way to a register. */
interface Oproep {
  methode: string;
  /** Path and query, as on the wire. */
  url: string;
  lichaam: string;
}

export interface Bederf {
  /** Answers by itself, in the place of the register; false lets the call through. */
  antwoord?: (oproep: Oproep, res: ServerResponse) => boolean;
  /** Another body for a JSON answer of the register. */
  json?: (oproep: Oproep, inhoud: unknown) => unknown;
}

export interface Bederver {
  basis: string;
  /** In force from now on. */
  bederf: Bederf;
  sluit(): Promise<void>;
}

async function tekstVan(stroom: IncomingMessage): Promise<string> {
  return Buffer.concat((await stroom.toArray()) as Buffer[]).toString();
}

/**
 * Stands before a register and spoils what it answers. The Host header goes through unchanged, so that the register names
 * its own URLs by this address and later calls pass here too.
 */
export async function startBederver(doel: string): Promise<Bederver> {
  const { hostname, port } = new URL(doel);
  const server = createServer((vraag, res) => {
    res.on('error', () => undefined);
    void (async () => {
      const oproep = { methode: vraag.method ?? '', url: vraag.url ?? '', lichaam: await tekstVan(vraag) };
      if (bederver.bederf.antwoord?.(oproep, res) === true) return;
      const door = request({
        hostname,
        port,
        path: oproep.url,
        method: oproep.methode,
        headers: vraag.headers,
      });
      door.on('error', () => res.destroy());
      door.end(oproep.lichaam);
      const [gekregen] = (await once(door, 'response')) as [IncomingMessage];
      const { 'content-length': _lengte, ...koppen } = gekregen.headers;
      const wijzig = bederver.bederf.json;
      if (wijzig === undefined || !/json/.test(koppen['content-type'] ?? '')) {
        res.writeHead(gekregen.statusCode ?? 502, gekregen.headers);
        gekregen.pipe(res);
        return;
      }
      const tekst = await tekstVan(gekregen);
      const inhoud = tekst === '' ? tekst : JSON.stringify(wijzig(oproep, JSON.parse(tekst)));
      res.writeHead(gekregen.statusCode ?? 502, koppen).end(inhoud);
    })().catch(() => res.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bederver: Bederver = {
    basis: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bederf: {},
    sluit: async () => {
      server.closeAllConnections();
      await new Promise((klaar) => server.close(klaar));
    },
  };
  return bederver;
}

type Plek = readonly (string | number)[];

/** Every place in a JSON value, itself not included; deeper ones after what holds them. */
export function plekkenIn(waarde: unknown, hier: Plek = []): Plek[] {
  if (typeof waarde !== 'object' || waarde === null) return [];
  const sleutels = Array.isArray(waarde) ? waarde.map((_, i) => i) : Object.keys(waarde);
  return sleutels.flatMap((sleutel) => {
    const plek = [...hier, sleutel];
    return [plek, ...plekkenIn((waarde as Record<string | number, unknown>)[sleutel], plek)];
  });
}

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
const WEG = Symbol('weg');

/** What real systems, proxies and mistakes make of one value. */
export const GREPEN: Record<string, (waarde: unknown) => unknown> = {
  null: () => null,
  leeg: () => '',
  weg: () => WEG,
  getal: () => 5,
  waar: () => true,
  lijst: () => [],
  object: () => ({}),
  'lijst met niets': () => [null, 5, 'x', {}],
  groot: () => 'x'.repeat(50_000),
  'onbekende waarde': () => 'iets_nieuws',
  'ander uuid': (waarde) =>
    typeof waarde === 'string' ? waarde.replace(UUID, '99999999-9999-4999-8999-999999999999') : 'x',
  'datum zonder zone': () => '2026-02-03T04:05:06',
  'dag die niet bestaat': () => '2026-02-30',
  duur: () => 'P110Y',
  'ander adres': () => 'http://169.254.169.254/latest/meta-data/99999999-9999-4999-8999-999999999999',
};

/** A copy with one place spoiled. */
export function metGreep(waarde: unknown, plek: Plek, greep: string): unknown {
  const [eerste, ...rest] = plek;
  if (eerste === undefined) return GREPEN[greep]?.(waarde);
  const kopie = (Array.isArray(waarde) ? [...(waarde as unknown[])] : { ...(waarde as object) }) as Record<
    string | number,
    unknown
  >;
  const nieuw = metGreep(kopie[eerste], rest, greep);
  kopie[eerste] = nieuw;
  if (nieuw !== WEG) return kopie;
  if (Array.isArray(kopie)) return kopie.filter((deel) => deel !== WEG);
  return Object.fromEntries(Object.entries(kopie).filter(([, deel]) => deel !== WEG));
}
