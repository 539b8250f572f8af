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
/** No basisprofiel of this number; any other 404 is a wrong address or a passing fault, not a company that is gone. */
const GEEN_PROFIEL = ['IPD0005', GEEN_TREFFERS];
/** "Being changed, try again": with whatever status it comes. */
const TIJDELIJK = ['IPD1002', 'IPD1003'];
const PER_BLADZIJDE = 100;

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

  const tijdelijk = (fout: unknown): unknown =>
    fout instanceof BronFout && TIJDELIJK.includes(fout.code ?? '')
      ? new BronFout(id, 'onbereikbaar', { status: fout.status ?? 0, code: fout.code ?? '' })
      : fout;

  async function zoek(query: Record<string, string>, aanroep: Aanroep): Promise<Bedrijf[]> {
    try {
      const vraag = {
        basis,
        pad: '/v2/zoeken',
        query: { ...query, resultatenPerPagina: String(PER_BLADZIJDE) },
      };
      const { resultaten, totaal } = lees(id, ZoekBron, await http.lees(vraag, aanroep));
      // The first hundred of a thousand bakeries would look like all of them.
      if ('naam' in query && totaal > PER_BLADZIJDE)
        throw new BronFout(id, 'te_veel_treffers', { code: 'totaal' });
      const { rijen, onleesbaar } = leesRijen(TrefferBron, resultaten);
      if (rijen.length === 0 && onleesbaar > 0) throw new BronFout(id, 'onleesbaar', { code: 'schema' });
      return bedrijvenVan(rijen);
    } catch (fout) {
      if (fout instanceof BronFout && fout.status === 404 && fout.code === GEEN_TREFFERS) return [];
      throw tijdelijk(fout);
    }
  }

  async function profiel(kvkNummer: string, aanroep: Aanroep) {
    try {
      const antwoord = await http.lees({ basis, pad: `/v1/basisprofielen/${kvkNummer}` }, aanroep);
      const gelezen = lees(id, BasisprofielBron, antwoord);
      if (gelezen.kvkNummer !== kvkNummer) throw new BronFout(id, 'onleesbaar', { code: 'ander_record' });
      return gelezen;
    } catch (fout) {
      const weg = fout instanceof BronFout && fout.status === 404 && GEEN_PROFIEL.includes(fout.code ?? '');
      if (weg) return null;
      throw tijdelijk(fout);
    }
  }

  return {
    id,
    naam: config.naam,
    zoek: (vraag, aanroep) => zoek(vraag, aanroep),
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
