import { binnenTermijn } from '../http/termijn.ts';
import { BronFout, type Aanroep, type Lijst, type Zaak, type Zaakregister } from '../ports.ts';
import { lees, leesEigen, leesRijen, ofWeg } from '../upstream.ts';
import type { z } from 'zod';
import type { Zgw } from './basis.ts';
import { eigenschappenVan, resultaatVan, rolVan, statusVan, zaakVan } from './mapping.ts';
import { EigenschapBron, ResultaatBron, RolBron, StatusBron, ZaakBron } from './schema.ts';

export interface Aanvulling extends Pick<Zaakregister, 'rollen' | 'statussen' | 'resultaat'> {
  /** All that a resource of the Zaken API has of one zaak; a record that cannot be read makes all of it unreadable. */
  bijZaak<S extends z.ZodType<{ zaak: string }>>(
    pad: string,
    schema: S,
    zaak: string,
    aanroep: Aanroep,
  ): Promise<z.output<S>[]>;
  vulAan(zaak: Zaak, aanroep: Aanroep): Promise<Zaak>;
  /** One broken zaak is counted, the others stay. `naastElkaar`: zaken completed at once; absent: all, someone waits. */
  alsLijst(rijen: unknown[], aanroep: Aanroep, naastElkaar?: number): Promise<Lijst<Zaak>>;
  /** The released ones; null where they could not be read, which hides no zaak. */
  eigenschappen(zaak: string, aanroep: Aanroep): Promise<Zaak['eigenschappen']>;
}

/** The parts of a zaak, read apart where expand did not give them. */
export function maakAanvulling(zgw: Zgw): Aanvulling {
  const { id, zaken: basis, eigenschappen: vrijgegeven } = zgw.config;

  const bijZaak: Aanvulling['bijZaak'] = async (pad, schema, zaak, aanroep) => {
    const vraag = { basis, pad, query: { zaak: zgw.url('zaken', `/zaken/${zaak}`) } };
    const rijen = lees(id, schema.array(), await zgw.alles(vraag, binnenTermijn(aanroep)));
    // A register that does not know the filter gives everybody's.
    return rijen.filter((rij) => rij.zaak === zaak);
  };
  const rollen: Aanvulling['rollen'] = async (zaak, aanroep) =>
    (await bijZaak('/rollen', RolBron, zaak, aanroep)).map(rolVan);
  const resultaat: Aanvulling['resultaat'] = async (uuid, aanroep) =>
    resultaatVan(
      leesEigen(id, ResultaatBron, uuid, await zgw.http.lees({ basis, pad: `/resultaten/${uuid}` }, aanroep)),
    );

  async function vulAan(zaak: Zaak, aanroep: Aanroep): Promise<Zaak> {
    const leesStatus = async (uuid: string) =>
      statusVan(
        leesEigen(id, StatusBron, uuid, await zgw.http.lees({ basis, pad: `/statussen/${uuid}` }, aanroep)),
      );
    // A status or resultaat that is gone leaves the zaak: what it was is then not known, and not said.
    const [eigenRollen, statusNu, resultaatNu] = await Promise.all([
      zaak.rollen ?? rollen(zaak.uuid, aanroep),
      zaak.statusNu ?? (zaak.status === null ? null : ofWeg(leesStatus(zaak.status))),
      zaak.resultaatNu ?? (zaak.resultaat === null ? null : ofWeg(resultaat(zaak.resultaat, aanroep))),
    ]);
    return { ...zaak, rollen: eigenRollen, statusNu, resultaatNu };
  }

  return {
    bijZaak,
    rollen,
    resultaat,
    vulAan,
    async statussen(zaak, aanroep) {
      return (await bijZaak('/statussen', StatusBron, zaak, aanroep))
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
