import { maakCache, type Antwoordcache } from '../cache.ts';
import type { Basis } from '../http/adres.ts';
import { binnen, uuidUit } from '../http/adres.ts';
import { leesAlles } from '../http/pagina.ts';
import { maakHttp, type Http, type HttpOpties, type Vraag } from '../http.ts';
import { metOnzekerheid } from '../onzeker.ts';
import { BronFout, type Aanroep } from '../ports.ts';
import { maakZgwToken } from '../zgw/jwt.ts';

/** By which URL the zaakregisters name a zaak; this style links by URL where our ids are uuids. */
export interface Zaakadressen {
  /** One for each register in which it might be. */
  mogelijk(zaak: string): string[];
  /** Of the register that has it; null where none does. */
  vind(zaak: string, aanroep: Aanroep): Promise<Zaakadres | null>;
}

export interface Zaakadres {
  url: string;
  /** Has the zaakregister make the link, from its side. */
  koppel(contactmoment: string, aanroep: Aanroep): Promise<unknown>;
}

export interface ContactmomentenConfig {
  id: string;
  naam: string;
  contactmomenten: Basis;
  klanten: Basis;
  clientId: string;
  secret: string;
  product: 'openklant1' | 'esuite';
  /** RSIN of the municipality; without it nothing can be written. */
  bronorganisatie: string | null;
  /** Whether a contact can be found again by the reference in its onderwerpLinks. */
  terugvinden: boolean;
  zaken: Zaakadressen;
  tls?: HttpOpties['tls'];
  termijnMs?: number | undefined;
  herhaalNaMs?: number | undefined;
  boek?: HttpOpties['boek'];
}

type Api = 'contactmomenten' | 'klanten';

/** What the parts share: one client for both APIs. */
export interface Contactmomenten {
  config: ContactmomentenConfig;
  http: Http;
  cache: Antwoordcache;
  /** The URL by which the register itself names a resource. */
  url(soort: 'contactmoment' | 'klant', uuid: string): string;
  /** uuid of a resource of this API; null for a URL of elsewhere. */
  uuidVan(api: Api, url: string): string | null;
  vraag(api: Api, pad: string, query?: Record<string, string>): Vraag;
  een(api: Api, pad: string, aanroep: Aanroep): Promise<unknown>;
  alles(api: Api, pad: string, query: Record<string, string>, aanroep: Aanroep): Promise<unknown[]>;
  /** POST; drops the cached answers that name one of `raakt`. */
  post(api: Api, pad: string, lichaam: unknown, raakt: readonly string[], aanroep: Aanroep): Promise<unknown>;
  /** The RSIN, or a BronFout `niet_ondersteund`. */
  bronorganisatie(): string;
}

/** The adapter before e-Suite refuses a token without an end, or with one more than an hour away. */
const GELDIG_S = 50 * 60;

export function maakContactmomenten(config: ContactmomentenConfig): Contactmomenten {
  const { id } = config;
  const token = maakZgwToken(config.clientId, config.secret, GELDIG_S);
  const cache = maakCache();
  const http = maakHttp({
    bron: id,
    cache,
    // e-Suite applies the rights of the medewerker in the token: what one may see, another may not.
    deler: ({ medewerker }) => (config.product === 'esuite' ? (medewerker?.id ?? 'console') : ''),
    tls: config.tls,
    termijnMs: config.termijnMs,
    herhaalNaMs: config.herhaalNaMs,
    boek: config.boek,
    koppen: async (aanroep) => ({ authorization: await token(aanroep) }),
  });
  const vraag: Contactmomenten['vraag'] = (api, pad, query) => ({
    basis: config[api],
    pad,
    ...(query === undefined ? {} : { query }),
  });
  return {
    config,
    http,
    cache,
    vraag,
    url: (soort, uuid) =>
      soort === 'klant'
        ? `${config.klanten.publiek}/klanten/${uuid}`
        : `${config.contactmomenten.publiek}/contactmomenten/${uuid}`,
    uuidVan: (api, url) => (binnen(config[api], url) === null ? null : uuidUit(url)),
    een: (api, pad, aanroep) => http.lees(vraag(api, pad), aanroep),
    alles: (api, pad, query, aanroep) => leesAlles(id, http, vraag(api, pad, query), aanroep),
    post: async (api, pad, lichaam, raakt, aanroep) => {
      try {
        return await metOnzekerheid(http.schrijf({ ...vraag(api, pad), methode: 'POST', lichaam }, aanroep));
      } finally {
        for (const uuid of raakt) cache.vergeet(uuid);
      }
    },
    bronorganisatie: () => {
      if (config.bronorganisatie !== null) return config.bronorganisatie;
      throw new BronFout(id, 'niet_ondersteund', { code: 'bronorganisatie_ontbreekt' });
    },
  };
}
