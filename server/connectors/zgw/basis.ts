import { maakCache, type Antwoordcache } from '../cache.ts';
import { maakHttp, type Http, type HttpOpties, type Vraag } from '../http.ts';
import type { Basis } from '../http/adres.ts';
import { leesAlles } from '../http/pagina.ts';
import type { Aanroep } from '../ports.ts';
import { maakZgwToken } from './jwt.ts';
import type { ZgwKunnen } from './kan.ts';

export interface ZgwConfig {
  id: string;
  naam: string;
  zaken: Basis;
  catalogi: Basis;
  documenten: Basis | null;
  besluiten: Basis | null;
  clientId: string;
  secret: string;
  kan: ZgwKunnen;
  tls?: HttpOpties['tls'];
  termijnMs?: number | undefined;
  herhaalNaMs?: number | undefined;
}

/** What the parts of one zaakregister share. */
export interface Zgw {
  config: ZgwConfig;
  http: Http;
  cache: Antwoordcache;
  /** The URL by which the register itself names a resource. */
  url(api: 'zaken' | 'catalogi' | 'documenten', pad: string): string;
  alles(vraag: Vraag, aanroep: Aanroep): Promise<unknown[]>;
}

/** Required on zaken and `_zoek`, harmless elsewhere (zgw-facts section 3). */
export const CRS = { 'accept-crs': 'EPSG:4326' };
export const CRS_SCHRIJF = { ...CRS, 'content-crs': 'EPSG:4326' };

export function maakZgw(config: ZgwConfig): Zgw {
  const token = maakZgwToken(config.clientId, config.secret);
  const cache = maakCache();
  const http = maakHttp({
    bron: config.id,
    cache,
    tls: config.tls,
    termijnMs: config.termijnMs,
    herhaalNaMs: config.herhaalNaMs,
    koppen: async (aanroep) => ({
      authorization: await token(aanroep),
      ...(config.kan.apiVersie === null ? {} : { 'api-version': config.kan.apiVersie }),
    }),
  });
  return {
    config,
    http,
    cache,
    url: (api, pad) => (config[api] ?? config.zaken).publiek + pad,
    alles: (vraag, aanroep) => leesAlles(config.id, http, vraag, aanroep),
  };
}
