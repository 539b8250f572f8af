import { maakCache, type Antwoordcache } from '../cache.ts';
import { leesAlles } from '../http/pagina.ts';
import { maakHttp, type Http, type Vraag } from '../http.ts';
import { metOnzekerheid } from '../onzeker.ts';
import type { Aanroep } from '../ports.ts';
import { lees } from '../upstream.ts';
import type { KlantregisterConfig } from './config.ts';
import { Gemaakt } from './schema.ts';

/** What the parts of the klantregister share. */
export interface Klantinteracties {
  config: KlantregisterConfig;
  http: Http;
  cache: Antwoordcache;
  een(pad: string, aanroep: Aanroep, query?: Vraag['query']): Promise<unknown>;
  alles(pad: string, query: Record<string, string>, aanroep: Aanroep): Promise<unknown[]>;
  /** POST; drops the cached answers that name one of `raakt`. */
  maak(pad: string, lichaam: unknown, raakt: readonly string[], aanroep: Aanroep): Promise<{ uuid: string }>;
  post(pad: string, lichaam: unknown, raakt: readonly string[], aanroep: Aanroep): Promise<unknown>;
}

export function maakKlantinteracties(config: KlantregisterConfig): Klantinteracties {
  const { id, basis } = config;
  const cache = maakCache();
  const http = maakHttp({
    bron: id,
    cache,
    tls: config.tls,
    termijnMs: config.termijnMs,
    herhaalNaMs: config.herhaalNaMs,
    boek: config.boek,
    koppen: async () => ({ authorization: `Token ${config.token}` }),
  });
  const post: Klantinteracties['post'] = async (pad, lichaam, raakt, aanroep) => {
    try {
      return await metOnzekerheid(http.schrijf({ basis, pad, methode: 'POST', lichaam }, aanroep));
    } finally {
      for (const uuid of raakt) cache.vergeet(uuid);
    }
  };
  return {
    config,
    http,
    cache,
    een: (pad, aanroep, query) => http.lees({ basis, pad, ...(query ? { query } : {}) }, aanroep),
    alles: (pad, query, aanroep) => leesAlles(id, http, { basis, pad, query }, aanroep),
    post,
    maak: async (pad, lichaam, raakt, aanroep) => lees(id, Gemaakt, await post(pad, lichaam, raakt, aanroep)),
  };
}
