import { binnenTermijn } from '../http/termijn.ts';
import { BronFout, type Aanroep, type Lijst, type Zaak, type Zaakregister } from '../ports.ts';
import { lees, leesRijen } from '../upstream.ts';
import type { Zgw } from './basis.ts';
import { eigenschappenVan, resultaatVan, rolVan, statusVan, zaakVan } from './mapping.ts';
import { EigenschapBron, ResultaatBron, RolBron, StatusBron, ZaakBron } from './schema.ts';

export interface Aanvulling extends Pick<Zaakregister, 'rollen' | 'statussen' | 'resultaat'> {
  /** All that a resource of the Zaken API has of one zaak. */
  bijZaak(pad: string, zaak: string, aanroep: Aanroep): Promise<unknown[]>;
  vulAan(zaak: Zaak, aanroep: Aanroep): Promise<Zaak>;
  /** One broken zaak is counted, the others stay. `naastElkaar`: zaken completed at once; absent: all, someone waits. */
  alsLijst(rijen: unknown[], aanroep: Aanroep, naastElkaar?: number): Promise<Lijst<Zaak>>;
  /** The released ones; null where they could not be read, which hides no zaak. */
  eigenschappen(zaak: string, aanroep: Aanroep): Promise<Zaak['eigenschappen']>;
}

/** The parts of a zaak, read apart where expand did not give them. */
export function maakAanvulling(zgw: Zgw): Aanvulling {
  const { id, zaken: basis, eigenschappen: vrijgegeven } = zgw.config;

  const bijZaak: Aanvulling['bijZaak'] = (pad, zaak, aanroep) =>
    zgw.alles({ basis, pad, query: { zaak: zgw.url('zaken', `/zaken/${zaak}`) } }, binnenTermijn(aanroep));
  const rollen: Aanvulling['rollen'] = async (zaak, aanroep) =>
    lees(id, RolBron.array(), await bijZaak('/rollen', zaak, aanroep)).map(rolVan);
  const resultaat: Aanvulling['resultaat'] = async (uuid, aanroep) =>
    resultaatVan(
      lees(id, ResultaatBron, await zgw.http.lees({ basis, pad: `/resultaten/${uuid}` }, aanroep)),
    );

  async function vulAan(zaak: Zaak, aanroep: Aanroep): Promise<Zaak> {
    const leesStatus = async (uuid: string) =>
      statusVan(lees(id, StatusBron, await zgw.http.lees({ basis, pad: `/statussen/${uuid}` }, aanroep)));
    const [eigenRollen, statusNu, resultaatNu] = await Promise.all([
      zaak.rollen ?? rollen(zaak.uuid, aanroep),
      zaak.statusNu ?? (zaak.status === null ? null : leesStatus(zaak.status)),
      zaak.resultaatNu ?? (zaak.resultaat === null ? null : resultaat(zaak.resultaat, aanroep)),
    ]);
    return { ...zaak, rollen: eigenRollen, statusNu, resultaatNu };
  }

  return {
    bijZaak,
    rollen,
    resultaat,
    vulAan,
    async statussen(zaak, aanroep) {
      return lees(id, StatusBron.array(), await bijZaak('/statussen', zaak, aanroep))
        .map(statusVan)
        .sort((a, b) => Date.parse(a.datumStatusGezet) - Date.parse(b.datumStatusGezet));
    },
    async alsLijst(rijen, aanroep, naastElkaar = Infinity) {
      const gelezen = leesRijen(ZaakBron, rijen);
      const uit: Lijst<Zaak> = { rijen: [], onleesbaar: gelezen.onleesbaar };
      const stap = Math.min(naastElkaar, Math.max(1, gelezen.rijen.length));
      for (let van = 0; van < gelezen.rijen.length; van += stap) {
        const aangevuld = await Promise.allSettled(
          gelezen.rijen.slice(van, van + stap).map((b) => vulAan(zaakVan(id, b, vrijgegeven), aanroep)),
        );
        for (const a of aangevuld) {
          if (a.status === 'fulfilled') uit.rijen.push(a.value);
          else if (a.reason instanceof BronFout && a.reason.soort === 'onleesbaar') uit.onleesbaar += 1;
          else throw a.reason;
        }
      }
      return uit;
    },
    async eigenschappen(zaak, aanroep) {
      try {
        const rijen = await zgw.alles({ basis, pad: `/zaken/${zaak}/zaakeigenschappen` }, aanroep);
        return eigenschappenVan(leesRijen(EigenschapBron, rijen).rijen, vrijgegeven);
      } catch (fout) {
        if (fout instanceof BronFout) return null;
        throw fout;
      }
    },
  };
}
