import { z } from 'zod';
import { maakCache, type Antwoordcache } from '../cache.ts';
import type { Basis } from '../http/adres.ts';
import { leesAlles } from '../http/pagina.ts';
import { maakHttp, type Http, type HttpOpties } from '../http.ts';
import type { Aanroep, Lijst } from '../ports.ts';
import { leesRijen, uuid } from '../upstream.ts';
import { maakZgwToken } from '../zgw/jwt.ts';

export interface ObjectenConfig {
  id: string;
  naam: string;
  basis: Basis;
  /** Its token, or the ZGW JWT that e-Suite wants of the medewerker. */
  sleutel: { token: string } | { clientId: string; secret: string };
  tls?: HttpOpties['tls'];
  termijnMs?: number | undefined;
  herhaalNaMs?: number | undefined;
  boek?: HttpOpties['boek'];
}

/** What the connectors on an Objecten API share. */
export interface Objecten {
  http: Http;
  cache: Antwoordcache;
  /** All objects of a type as `schema` reads them. */
  vanType<S extends z.ZodType>(type: string, schema: S, aanroep: Aanroep): Promise<Lijst<z.output<S>>>;
  /** The same, for which these expressions hold (`key__operator__value`); they go in the body, never in a URL. */
  zoek<S extends z.ZodType>(
    type: string,
    waar: readonly string[],
    schema: S,
    aanroep: Aanroep,
  ): Promise<Lijst<z.output<S>>>;
}

/** As of Contactmomenten: the adapter before e-Suite wants a token to end within the hour. */
const GELDIG_S = 50 * 60;
const CRS = { 'accept-crs': 'EPSG:4326', 'content-crs': 'EPSG:4326' };
const PAGINA = { pageSize: '100' };

/** Objecten API 2 (Open Object): objects of configured types, with the token of the application. */
export function maakObjecten(config: ObjectenConfig): Objecten {
  const { id, basis, sleutel } = config;
  const jwt = 'token' in sleutel ? null : maakZgwToken(sleutel.clientId, sleutel.secret, GELDIG_S);
  const wie = 'token' in sleutel ? `Token ${sleutel.token}` : '';
  const cache = maakCache();
  const http = maakHttp({
    bron: id,
    cache,
    tls: config.tls,
    termijnMs: config.termijnMs,
    herhaalNaMs: config.herhaalNaMs,
    boek: config.boek,
    koppen: async (aanroep) => ({ authorization: jwt === null ? wie : await jwt(aanroep), ...CRS }),
  });
  return {
    http,
    cache,
    async vanType(type, schema, aanroep) {
      const vraag = { basis, pad: '/objects', query: { type, ...PAGINA } };
      return leesRijen(schema, await leesAlles(id, http, vraag, aanroep));
    },
    async zoek(type, waar, schema, aanroep) {
      const vraag = {
        ...{ basis, pad: '/objects/search', query: PAGINA, methode: 'POST' as const },
        // `data_attr` takes one expression in a body; its older sister takes several, by commas.
        lichaam: { type, data_attrs: waar.join(',') },
      };
      return leesRijen(schema, await leesAlles(id, http, vraag, aanroep));
    },
  };
}

/** An object with `data` of its type. */
export const objectVan = <S extends z.ZodType>(data: S) => z.object({ uuid, record: z.object({ data }) });
