import { maakCache } from '../cache.ts';
import type { Basis } from '../http/adres.ts';
import { binnenTermijn } from '../http/termijn.ts';
import { maakHttp, type HttpOpties } from '../http.ts';
import { BronFout, type Aanroep, type Bedrijf, type Bedrijvenregister } from '../ports.ts';
import { lees, leesRijen } from '../upstream.ts';
import { bedrijvenVan, metProfiel } from './mapping.ts';
import { BasisprofielBron, TrefferBron, ZoekBron } from './schema.ts';

export interface BedrijvenConfig {
  id: string;
  naam: string;
  basis: Basis;
  apiKey: string;
  /** KVK's chain ends in a private root of the State: `ca` is usually needed. */
  tls?: HttpOpties['tls'];
  termijnMs?: number | undefined;
  herhaalNaMs?: number | undefined;
  boek?: HttpOpties['boek'];
}

/** KVK answers "nothing found" with 404 and this code. */
const GEEN_TREFFERS = 'IPD5200';

/** KVK Zoeken v2 and Basisprofiel v1. */
export function maakBedrijvenregister(
  config: BedrijvenConfig,
): Bedrijvenregister & { sluit(): Promise<void> } {
  const { id, basis } = config;
  const http = maakHttp({
    bron: id,
    cache: maakCache(),
    tls: config.tls,
    termijnMs: config.termijnMs,
    herhaalNaMs: config.herhaalNaMs,
    boek: config.boek,
    koppen: async () => ({ apikey: config.apiKey }),
  });

  async function zoek(query: Record<string, string>, aanroep: Aanroep): Promise<Bedrijf[]> {
    try {
      const vraag = { basis, pad: '/v2/zoeken', query: { ...query, resultatenPerPagina: '100' } };
      const { resultaten } = lees(id, ZoekBron, await http.lees(vraag, aanroep));
      const { rijen, onleesbaar } = leesRijen(TrefferBron, resultaten);
      if (rijen.length === 0 && onleesbaar > 0) throw new BronFout(id, 'onleesbaar', { code: 'schema' });
      return bedrijvenVan(rijen);
    } catch (fout) {
      if (fout instanceof BronFout && fout.status === 404 && fout.code === GEEN_TREFFERS) return [];
      throw fout;
    }
  }

  async function profiel(kvkNummer: string, aanroep: Aanroep) {
    try {
      const antwoord = await http.lees({ basis, pad: `/v1/basisprofielen/${kvkNummer}` }, aanroep);
      return lees(id, BasisprofielBron, antwoord);
    } catch (fout) {
      if (fout instanceof BronFout && fout.soort === 'niet_gevonden') return null;
      throw fout;
    }
  }

  return {
    id,
    naam: config.naam,
    zoek: (vraag, aanroep) =>
      zoek('naam' in vraag ? { naam: vraag.naam } : { kvkNummer: vraag.kvkNummer }, aanroep),
    async bedrijf(kvkNummer, ruim) {
      const aanroep = binnenTermijn(ruim);
      const [gevonden, basisprofiel] = await Promise.all([
        zoek({ kvkNummer }, aanroep),
        profiel(kvkNummer, aanroep),
      ]);
      const eigen = gevonden.find((b) => b.kvkNummer === kvkNummer) ?? null;
      return basisprofiel === null ? eigen : metProfiel(basisprofiel, eigen);
    },
    sluit: () => http.sluit(),
  };
}
