import type { Basis } from '../http/adres.ts';
import { herkenIn } from '../http/adres.ts';
import { binnenTermijn } from '../http/termijn.ts';
import { BronFout, type Aanroep, type Lijst, type Zaakdocument, type Zaakregister } from '../ports.ts';
import { lees, leesEigen, leesRijen } from '../upstream.ts';
import type { Zgw } from './basis.ts';
import { besluitVan, documentVan } from './mapping.ts';
import { BesluitBron, BesluitzaakBron, DocumentBron, DocumentzaakBron, ZaakdocumentBron } from './schema.ts';

type Documentkant = Pick<
  Zaakregister,
  'documenten' | 'document' | 'zakenVanDocument' | 'bestand' | 'besluiten' | 'zaakVanBesluit'
>;

const EIO = 'enkelvoudiginformatieobjecten';

/** Documents and besluiten of a zaak; an API that is not configured is `niet_ondersteund` or an empty list. */
export function maakDocumenten(zgw: Zgw): Documentkant {
  const { id, zaken, documenten, besluiten } = zgw.config;

  function documentbasis(): Basis {
    if (documenten === null) throw new BronFout(id, 'niet_ondersteund', { code: 'documenten' });
    return documenten;
  }

  const leesDocument = async (uuid: string, aanroep: Aanroep) =>
    leesEigen(
      id,
      DocumentBron,
      uuid,
      await zgw.http.lees({ basis: documentbasis(), pad: `/${EIO}/${uuid}` }, aanroep),
    );

  return {
    async documenten(zaak, ruim) {
      if (documenten === null) return { rijen: [], onleesbaar: 0 };
      const aanroep = binnenTermijn(ruim);
      const koppelingen = leesRijen(
        ZaakdocumentBron,
        await zgw.alles(
          {
            basis: zaken,
            pad: '/zaakinformatieobjecten',
            query: { zaak: zgw.url('zaken', `/zaken/${zaak}`) },
          },
          aanroep,
        ),
      );
      // Checked again, here and below: a register that does not know the filter gives everybody's.
      const eigen = koppelingen.rijen.filter((rij) => rij.zaak === zaak);
      const gelezen = await Promise.allSettled(
        eigen.map(async ({ informatieobject, registratiedatum }): Promise<Zaakdocument> => {
          const doel = herkenIn([documenten], { [EIO]: EIO }, informatieobject);
          if (doel === null) throw new BronFout(id, 'onleesbaar', { code: 'vreemde_verwijzing' });
          const bron = await leesDocument(doel.uuid, aanroep);
          return documentVan(bron, registratiedatum ?? bron.beginRegistratie);
        }),
      );
      const uit: Lijst<Zaakdocument> = { rijen: [], onleesbaar: koppelingen.onleesbaar };
      for (const g of gelezen) {
        if (g.status === 'fulfilled') uit.rijen.push(g.value);
        else if (
          g.reason instanceof BronFout &&
          ['onleesbaar', 'niet_gevonden', 'verboden'].includes(g.reason.soort)
        )
          uit.onleesbaar += 1;
        else throw g.reason;
      }
      return uit;
    },
    document: async (uuid, aanroep) => documentVan(await leesDocument(uuid, aanroep)),
    async zakenVanDocument(uuid, aanroep) {
      const informatieobject = documentbasis().publiek + `/${EIO}/${uuid}`;
      const rijen = await zgw.alles(
        { basis: zaken, pad: '/zaakinformatieobjecten', query: { informatieobject } },
        aanroep,
      );
      return leesRijen(DocumentzaakBron, rijen)
        .rijen.filter((rij) => rij.informatieobject === uuid.toLowerCase())
        .flatMap(({ zaak }) => herkenIn([zaken], { zaken: 'zaak' }, zaak)?.uuid ?? []);
    },
    bestand: async ({ uuid, versie }, deel, aanroep) =>
      zgw.http.stroom(
        {
          basis: documentbasis(),
          pad: `/${EIO}/${uuid}/download`,
          // Else a part that is fetched later could be of a newer file.
          ...(versie === null ? {} : { query: { versie: String(versie) } }),
        },
        aanroep,
        deel,
      ),
    async besluiten(zaak, aanroep) {
      if (besluiten === null) return [];
      const query = { zaak: zgw.url('zaken', `/zaken/${zaak}`) };
      const rijen = await zgw.alles({ basis: besluiten, pad: '/besluiten', query }, binnenTermijn(aanroep));
      return lees(id, BesluitBron.array(), rijen)
        .filter((b) => b.zaak === zaak)
        .map((b) => besluitVan(b, zaak));
    },
    async zaakVanBesluit(besluit, aanroep) {
      if (besluiten === null) return null;
      try {
        const json = await zgw.http.lees({ basis: besluiten, pad: `/besluiten/${besluit}` }, aanroep);
        const { zaak } = lees(id, BesluitzaakBron, json);
        return zaak === null ? null : (herkenIn([zaken], { zaken: 'zaak' }, zaak)?.uuid ?? null);
      } catch (oorzaak) {
        if (oorzaak instanceof BronFout && oorzaak.soort === 'niet_gevonden') return null;
        throw oorzaak;
      }
    },
  };
}
