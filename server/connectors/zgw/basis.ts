import { maakCache, type Antwoordcache } from '../cache.ts';
import { maakHttp, type Http, type HttpOpties, type Vraag } from '../http.ts';
import type { Basis } from '../http/adres.ts';
import { leesAlles } from '../http/pagina.ts';
import type { Aanroep, Organisaties } from '../ports.ts';
import { maakBladgrootte, type Bladgrootte } from './bladgrootte.ts';
import { maakZgwToken } from './jwt.ts';
import { maakOauth, type Aanmelding } from './oauth.ts';
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
  /** null: the ZGW JWT, made of clientId and secret. */
  oauth: { tokenUrl: string; scope: string | null; gebruikerkop: string | null } | null;
  /** Names of the eigenschappen that the beheerder released. */
  eigenschappen: readonly string[];
  organisaties: Organisaties;
  kan: ZgwKunnen;
  tls?: HttpOpties['tls'];
  termijnMs?: number | undefined;
  herhaalNaMs?: number | undefined;
  boek?: HttpOpties['boek'];
}

/** What the parts of one zaakregister share. */
export interface Zgw {
  config: ZgwConfig;
  http: Http;
  cache: Antwoordcache;
  blad: Bladgrootte;
  /** The URL by which the register itself names a resource. */
  url(api: 'zaken' | 'catalogi' | 'documenten', pad: string): string;
  alles(
    vraag: Vraag,
    aanroep: Aanroep,
    keur?: (eerstePagina: unknown[]) => Promise<void>,
  ): Promise<unknown[]>;
  sluit(): Promise<void>;
}

const APIS = ['zaken', 'catalogi', 'documenten', 'besluiten'] as const;

/** Required on zaken and `_zoek`, harmless elsewhere (docs/STANDAARDEN.md, inloggen en koppen). */
export const CRS = { 'accept-crs': 'EPSG:4326' };
export const CRS_SCHRIJF = { ...CRS, 'content-crs': 'EPSG:4326' };

export function maakZgw(config: ZgwConfig): Zgw {
  const aanmelding = maakAanmelding(config);
  const cache = maakCache();
  const http = maakHttp({
    bron: config.id,
    cache,
    tls: config.tls,
    termijnMs: config.termijnMs,
    herhaalNaMs: config.herhaalNaMs,
    boek: config.boek,
    koppen: async (aanroep, { basis }) => {
      const versie = APIS.find((api) => config[api] === basis);
      const gevraagd = versie === undefined ? undefined : config.kan.apiVersie[versie];
      return {
        ...(await aanmelding.koppen(aanroep)),
        ...(gevraagd === undefined ? {} : { 'api-version': gevraagd }),
      };
    },
    geweigerd: (koppen) => aanmelding.geweigerd(koppen),
  });
  return {
    config,
    http,
    cache,
    blad: maakBladgrootte(config.kan.paginaGrootte),
    url: (api, pad) => (config[api] ?? config.zaken).publiek + pad,
    alles: (vraag, aanroep, keur) => leesAlles(config.id, http, vraag, aanroep, keur),
    async sluit() {
      await Promise.all([http.sluit(), aanmelding.sluit()]);
    },
  };
}

function maakAanmelding(config: ZgwConfig): Aanmelding {
  const { id: bron, clientId, secret, oauth, tls, termijnMs, herhaalNaMs, boek } = config;
  if (oauth !== null)
    return maakOauth({ bron, clientId, secret, ...oauth, tls, termijnMs, herhaalNaMs, boek });
  const token = maakZgwToken(clientId, secret);
  return {
    koppen: async (aanroep) => ({ authorization: await token(aanroep) }),
    // Made by ourselves a moment ago: a second one would be refused as well.
    geweigerd: () => false,
    sluit: () => Promise.resolve(),
  };
}
