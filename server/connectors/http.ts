import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';
import { Agent, errors, request, type Dispatcher } from 'undici';
import type { Antwoordcache } from './cache.ts';
import type { Basis } from './http/adres.ts';
import { GELIJKTIJDIG, maakBescherming } from './http/bescherming.ts';
import { bronFoutVan } from './http/foutbody.ts';
import { isJson, leesJson, leesLichaam } from './http/lichaam.ts';
import { LAAT, metKlok, TERMIJN_MS, wachtMet } from './http/termijn.ts';
import { bestandVan, deelkop } from './http/bestand.ts';
import type { Verbindingsboek } from './http/verbindingen.ts';
import { BronFout, type Aanroep, type Bestand, type Deel } from './ports.ts';

export interface Vraag {
  basis: Basis;
  /** After the base, starting with a slash: `/zaken/<uuid>`. */
  pad: string;
  query?: Readonly<Record<string, string>>;
  methode?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  lichaam?: unknown;
  /** In the place of `lichaam`: sent as `application/x-www-form-urlencoded` (a token endpoint). */
  formulier?: Readonly<Record<string, string>>;
  koppen?: Readonly<Record<string, string>>;
}

export interface HttpOpties {
  bron: string;
  /** Credentials and fixed headers; called for every request. */
  koppen(aanroep: Aanroep, vraag: Vraag): Promise<Record<string, string>>;
  /** These headers got a 401 or 403: true where new ones may do. The register did nothing, so a write may repeat too. */
  geweigerd?: ((koppen: Readonly<Record<string, string>>) => boolean) | undefined;
  cache: Antwoordcache | null;
  /** Who may share an answer: '' for all, else a medewerker and purpose. */
  deler?(aanroep: Aanroep): string;
  /** PEM: the CA of a chain outside the usual trust stores, a client certificate. */
  tls?: { ca?: string | undefined; cert?: string | undefined; key?: string | undefined } | undefined;
  termijnMs?: number | undefined;
  /** Keeps how the register behaved, for operations. */
  boek?: Verbindingsboek | undefined;
  /** Wait before the one repeat of a read, in ms: this much plus up to as much again. */
  herhaalNaMs?: number | undefined;
}

/** A read under way: its end, how it is ended sooner, and who hears that its deadline has passed. */
interface Vlucht {
  signal: AbortSignal;
  breekAf: () => void;
  bijLaat: () => void;
}

/** The one way to an upstream. Every method throws BronFout and nothing else; no value of a person is in it. */
export interface Http {
  /** A read (a POST that searches too): cached, shared while in flight, repeated once. */
  lees(vraag: Vraag, aanroep: Aanroep): Promise<unknown>;
  /** A write: once. `undefined` for an answer without a body. */
  schrijf(vraag: Vraag, aanroep: Aanroep): Promise<unknown>;
  /** A file or a part of it, not buffered; the caller's signal ends it. */
  stroom(vraag: Vraag, aanroep: Aanroep, deel?: Deel | null): Promise<Bestand>;
  sluit(): Promise<void>;
}

/** Reads of one register that may go on past their deadline at the same time. */
const LAAT_HOOGSTENS = 20;

function traceparent(traceId: string): Record<string, string> {
  const id = traceId.replaceAll('-', '').toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(id)) return {};
  return { traceparent: `00-${id}-${randomBytes(8).toString('hex')}-01` };
}

function adresVan(vraag: Vraag): string {
  const query = new URLSearchParams(vraag.query).toString();
  return vraag.basis.url + vraag.pad + (query === '' ? '' : (vraag.pad.includes('?') ? '&' : '?') + query);
}

function lichaamVan({ formulier, lichaam }: Vraag): [soort: string, lichaam: Buffer | null] {
  if (formulier !== undefined)
    return ['application/x-www-form-urlencoded', Buffer.from(new URLSearchParams(formulier).toString())];
  return ['application/json', lichaam === undefined ? null : Buffer.from(JSON.stringify(lichaam))];
}

/** Of an undici error only its code is kept: its text may name the address that was called. */
function netwerkfout(bron: string, fout: unknown, signal: AbortSignal): BronFout {
  if (fout instanceof BronFout) return fout;
  const code = fout instanceof Error && 'code' in fout ? String(fout.code) : 'onbekend';
  if (signal.aborted || /TIMEOUT|ABORTED|ETIMEDOUT/.test(code))
    return new BronFout(bron, 'te_traag', { code });
  if (fout instanceof errors.HTTPParserError || /HEADERS_OVERFLOW/.test(code))
    return new BronFout(bron, 'onleesbaar', { code });
  return new BronFout(bron, 'onbereikbaar', { code });
}

export function maakHttp(opties: HttpOpties): Http {
  const { bron, cache } = opties;
  const termijn = opties.termijnMs ?? TERMIJN_MS;
  const agent = new Agent({
    connections: GELIJKTIJDIG + LAAT_HOOGSTENS,
    connect: { timeout: termijn, ...opties.tls },
    bodyTimeout: 30_000,
    headersTimeout: 30_000,
  });
  const bescherm = maakBescherming(bron, opties.boek);
  const vluchten = new Map<string, Promise<unknown>>();
  /** Reads that go on past their deadline. */
  let laat = 0;
  let vluchtenBij = cache?.stand ?? 0;

  async function stuur(
    vraag: Vraag,
    aanroep: Aanroep,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    const koppen = await opties.koppen(aanroep, vraag);
    const antwoord = await verstuur(vraag, aanroep, koppen, signal);
    const geweigerd = antwoord.statusCode === 401 || antwoord.statusCode === 403;
    if (!geweigerd || opties.geweigerd?.(koppen) !== true) return antwoord;
    await antwoord.body.dump();
    return verstuur(vraag, aanroep, await opties.koppen(aanroep, vraag), signal);
  }

  async function verstuur(
    vraag: Vraag,
    aanroep: Aanroep,
    koppen: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    const [soort, lichaam] = lichaamVan(vraag);
    const antwoord = await request(adresVan(vraag), {
      dispatcher: agent,
      method: vraag.methode ?? 'GET',
      signal,
      body: lichaam,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        ...(lichaam === null ? {} : { 'content-type': soort }),
        ...koppen,
        ...vraag.koppen,
        ...traceparent(aanroep.traceId),
      },
    });
    // Not read to its end on a refusal: without this the connection stays taken.
    antwoord.body.on('error', () => undefined);
    return antwoord;
  }

  async function weiger(antwoord: Dispatcher.ResponseData): Promise<never> {
    const tekst = await leesLichaam(bron, antwoord.body, antwoord.headers);
    const json = isJson(antwoord.headers) ? leesJson(tekst) : undefined;
    throw bronFoutVan(bron, antwoord.statusCode, json, tekst === '');
  }

  async function haal(vraag: Vraag, aanroep: Aanroep, signal: AbortSignal) {
    try {
      const antwoord = await stuur(vraag, aanroep, signal);
      if (antwoord.statusCode < 200 || antwoord.statusCode > 299) return await weiger(antwoord);
      const tekst = await leesLichaam(bron, antwoord.body, antwoord.headers);
      if (tekst === '') return { tekst, json: undefined };
      const json = isJson(antwoord.headers) ? leesJson(tekst) : undefined;
      if (json === undefined)
        throw new BronFout(bron, 'onleesbaar', { status: antwoord.statusCode, code: 'geen_json' });
      return { tekst, json };
    } catch (fout) {
      throw netwerkfout(bron, fout, signal);
    }
  }

  /**
   * One try of a read. At the deadline it has failed as far as the breaker knows and gives its place in the bulkhead
   * back, but is not cut off: what still comes before `signal` is its answer.
   */
  async function probeer(vraag: Vraag, aanroep: Aanroep, { signal, breekAf, bijLaat }: Vlucht) {
    const gaande: { werk?: ReturnType<typeof haal> } = {};
    try {
      return await bescherm(vraag.basis.url, async () => {
        gaande.werk = haal(vraag, aanroep, signal);
        return wachtMet(bron, gaande.werk, undefined, termijn);
      });
    } catch (fout) {
      const { werk } = gaande;
      if (werk === undefined || !(fout instanceof BronFout) || fout.soort !== 'te_traag') throw fout;
      bijLaat();
      // A register that hangs may not keep every connection.
      if (laat >= LAAT_HOOGSTENS) breekAf();
      laat += 1;
      return await werk.finally(() => (laat -= 1));
    }
  }

  async function tweemaal(vraag: Vraag, aanroep: Aanroep, vlucht: Vlucht) {
    const gaande = { teLaat: false };
    const poging = {
      ...vlucht,
      bijLaat: (): void => {
        gaande.teLaat = true;
        vlucht.bijLaat();
      },
    };
    try {
      return await probeer(vraag, aanroep, poging);
    } catch (fout) {
      const nogEens = fout instanceof BronFout && fout.soort === 'onbereikbaar' && fout.status !== 429;
      if (!nogEens || gaande.teLaat || fout.code === 'breker_open' || fout.code === 'te_druk') throw fout;
      const even = opties.herhaalNaMs ?? 50;
      await wacht(even + Math.random() * even);
      return await probeer(vraag, aanroep, poging);
    }
  }

  function sleutelVan(vraag: Vraag, aanroep: Aanroep): string {
    const delen = [opties.deler?.(aanroep) ?? '', vraag.methode ?? 'GET', adresVan(vraag)];
    // Hashed: address and body may hold a person's number, and keys live longer than the call.
    return createHash('sha256')
      .update(JSON.stringify([...delen, vraag.lichaam ?? vraag.formulier ?? null]))
      .digest('base64');
  }

  /** A read that others may join. It has an end of its own: who leaves does not end it for the rest. */
  async function vlieg(
    vraag: Vraag,
    aanroep: Aanroep,
    sleutel: string,
    bijLaat: () => void,
  ): Promise<unknown> {
    const stand = cache?.stand ?? 0;
    const { tekst, json } = await metKlok(termijn * LAAT, async (signal, breekAf) =>
      wachtMet(bron, tweemaal(vraag, aanroep, { signal, breekAf, bijLaat }), signal),
    );
    const gevraagd = adresVan(vraag) + JSON.stringify(vraag.lichaam ?? '');
    cache?.bewaar(sleutel, gevraagd, tekst, json, stand);
    return json;
  }

  return {
    async lees(vraag, aanroep) {
      const sleutel = sleutelVan(vraag, aanroep);
      if (cache && cache.stand !== vluchtenBij) {
        // What was under way when something changed may carry the old state: nobody joins it any more.
        vluchten.clear();
        vluchtenBij = cache.stand;
      }
      if (aanroep.vers !== true) {
        const bewaard = cache?.lees(sleutel);
        if (bewaard) return bewaard.json;
        const lopend = vluchten.get(sleutel);
        if (lopend) return wachtMet(bron, lopend, aanroep.signal, aanroep.geduldMs ?? termijn);
      }
      // A late one is not joined: who asks anew may be quicker, and tells the breaker how the register is now.
      const niemandErbij = (): void => {
        if (vluchten.get(sleutel) === vlucht) vluchten.delete(sleutel);
      };
      const vlucht = vlieg(vraag, aanroep, sleutel, niemandErbij).finally(niemandErbij);
      vluchten.set(sleutel, vlucht);
      // Its waiters get the error; without a waiter left (all gave up) it must not end the process.
      vlucht.catch(() => undefined);
      return wachtMet(bron, vlucht, aanroep.signal, aanroep.geduldMs ?? termijn);
    },
    async schrijf(vraag, aanroep) {
      const { json } = await metKlok(termijn, async (eigen) => {
        const signal = aanroep.signal ? AbortSignal.any([aanroep.signal, eigen]) : eigen;
        const eenmaal = bescherm(vraag.basis.url, () => haal(vraag, aanroep, signal));
        return wachtMet(bron, eenmaal, signal);
      });
      return json;
    },
    async stroom(vraag, aanroep, deel = null) {
      // The deadline is for the head of the answer; the file itself may take longer.
      return metKlok(termijn, async (eigen) => {
        const signal = aanroep.signal ? AbortSignal.any([aanroep.signal, eigen]) : eigen;
        return bescherm(vraag.basis.url, async () => {
          try {
            const koppen = { accept: '*/*', 'accept-encoding': 'identity', ...deelkop(deel) };
            const antwoord = await stuur({ ...vraag, koppen }, aanroep, signal);
            if (antwoord.statusCode === 204 || antwoord.statusCode === 404) {
              // A document without a file; Open Zaak answers 404 here with a body that is no JSON.
              await antwoord.body.dump();
              throw new BronFout(bron, 'niet_gevonden', { status: antwoord.statusCode });
            }
            if (antwoord.statusCode !== 200 && antwoord.statusCode !== 206) return await weiger(antwoord);
            const bestand = bestandVan(antwoord, deel);
            if (bestand !== null) return bestand;
            antwoord.body.destroy();
            throw new BronFout(bron, 'onleesbaar', { status: antwoord.statusCode, code: 'ander_deel' });
          } catch (fout) {
            throw netwerkfout(bron, fout, signal);
          }
        });
      });
    },
    sluit: () => agent.destroy(),
  };
}
