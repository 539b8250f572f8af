import simpleRest from 'ra-data-simple-rest';
import type { DataProvider, RaRecord } from 'react-admin';
import type { ZodType } from 'zod';
import { onleesbaar } from './fout.ts';
import { roep, vraag, type Opties, type Schema } from './http.ts';

const zaak = () => import('../../shared/contracts/zaak.ts');
const bezorging = () => import('../../shared/contracts/bezorging.ts');
const klant = () => import('../../shared/contracts/klant.ts');

/** Per resource the contract's shape of a row and of one record. */
const vormen: Record<string, { rij: Schema<RaRecord>; een: Schema<RaRecord> }> = {
  zaken: { rij: async () => (await zaak()).ZaakKort, een: async () => (await zaak()).ZaakDetail },
  bezorging: {
    rij: async () => (await bezorging()).Bezorgrij,
    een: async () => (await bezorging()).Bezorgrij,
  },
};

const lees = <T>(vorm: ZodType<T>, waarde: unknown): T => {
  const gelezen = vorm.safeParse(waarde);
  if (!gelezen.success) throw onleesbaar(200);
  return gelezen.data;
};

const METHODEN = ['GET', 'POST', 'PUT', 'DELETE'] as const;

/** react-admin's http client over our own: same headers, same errors. */
async function httpClient(url: string, opties: RequestInit = {}) {
  const methode = METHODEN.find((naam) => naam === (opties.method ?? 'GET')) ?? 'GET';
  const vraagopties: Opties = { methode, signal: opties.signal ?? undefined };
  if (typeof opties.body === 'string') vraagopties.inhoud = JSON.parse(opties.body) as unknown;
  const antwoord = await roep(url, vraagopties);
  const body = await antwoord.text();
  const json: unknown = body === '' ? null : JSON.parse(body);
  return { status: antwoord.status, headers: antwoord.headers, body, json };
}

const rest = simpleRest('/api', httpClient);

/**
 * ra-data-simple-rest, with two differences: what it answers is parsed by the contract, and klanten are searched by
 * POST, because a filter would put a BSN into the URL.
 */
export const dataProvider: DataProvider = {
  ...rest,
  getList: async (resource, params) => {
    if (resource === 'klanten') {
      const antwoord = await vraag('/api/klanten/zoek', async () => (await klant()).ZoekAntwoord, {
        methode: 'POST',
        inhoud: params.filter,
        signal: params.signal,
      });
      return { data: antwoord.data as never[], total: antwoord.data.length };
    }
    const lijst = await rest.getList(resource, params);
    const vorm = await vormen[resource]?.rij();
    return vorm ? { ...lijst, data: lijst.data.map((rij) => lees(vorm, rij)) as never[] } : lijst;
  },
  getOne: async (resource, params) => {
    const antwoord = await rest.getOne(resource, params);
    const vorm = await vormen[resource]?.een();
    return vorm ? { data: lees(vorm, antwoord.data) as never } : antwoord;
  },
  // The server's filters know no list of ids: each record is asked for under its own rights.
  getMany: async (resource, params) => ({
    data: await Promise.all(
      params.ids.map(async (id) => (await dataProvider.getOne(resource, { id })).data as never),
    ),
  }),
};
