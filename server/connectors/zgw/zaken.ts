import type { Vraag } from '../http.ts';
import { binnenTermijn } from '../http/termijn.ts';
import { leesPagina } from '../http/pagina.ts';
import type { Zaakregister } from '../ports.ts';
import { leesEigen, leesRijen } from '../upstream.ts';
import { maakAanvulling } from './aanvullen.ts';
import { CRS, type Zgw } from './basis.ts';
import { maakExpand } from './expand.ts';
import { substatusVan, zaakVan } from './mapping.ts';
import { SubstatusBron, ZaakBron } from './schema.ts';
import { maakPlek } from './plek.ts';
import { maakZoeken, vraagNaar } from './zoeken.ts';

type Zakenkant = Pick<
  Zaakregister,
  | 'zoekOpPersoon'
  | 'zoekOpBedrijf'
  | 'zoekOpZaaknummer'
  | 'zoekOpPlek'
  | 'openZaken'
  | 'geslotenZaken'
  | 'zaak'
  | 'rollen'
  | 'statussen'
  | 'substatussen'
  | 'resultaat'
>;

/** Zaken of a page of the round that are completed at once where expand does not: nobody waits, and others do. */
const NAAST_ELKAAR = 4;

/** Reads of the Zaken API. */
export function maakZaken(zgw: Zgw): Zakenkant {
  const { id, kan, zaken: basis, eigenschappen: vrijgegeven } = zgw.config;
  const expand = maakExpand(kan.expand);
  const aanvulling = maakAanvulling(zgw);
  const uitvouwen = ['rollen', 'status', 'resultaat', ...(vrijgegeven.length > 0 ? ['eigenschappen'] : [])];

  return {
    ...maakZoeken(zgw, { aanvulling, expand, uitvouwen }),
    ...maakPlek(zgw, { aanvulling, expand, uitvouwen }),
    async openZaken(volgende, ruim) {
      // The index is to hold what is there now; and a cached answer would be measured as a quick one.
      const aanroep = { ...ruim, vers: true };
      const grootte = zgw.blad.nu();
      const eerste = (met: boolean): Vraag => ({
        basis,
        pad: '/zaken',
        koppen: CRS,
        // The oldest first: what is made meanwhile lands on a page that is still to come.
        query: {
          einddatum__isnull: 'true',
          ordering: 'registratiedatum',
          ...(met ? { expand: uitvouwen.join(',') } : {}),
          ...(met && grootte !== null ? { pageSize: String(grootte) } : {}),
        },
      });
      const pagina = async (met: boolean) => {
        const vraag = volgende === null ? eerste(met) : { basis, pad: volgende, koppen: CRS };
        const begin = performance.now();
        const blad = await leesPagina(id, zgw.http, vraag, aanroep);
        if (volgende === null ? met : vraag.pad.includes('expand='))
          zgw.blad.gemeten(performance.now() - begin, blad.rijen.length);
        const lijst = await aanvulling.alsLijst(blad.rijen, aanroep, NAAST_ELKAAR);
        return { ...lijst, volgende: blad.volgende?.pad ?? null };
      };
      // The link to a next page carries its expand already.
      return volgende === null ? expand.meet(pagina, ({ rijen }) => rijen.length) : pagina(false);
    },
    async geslotenZaken(zaaktype, hoogstens, aanroep) {
      const filter = {
        zaaktype: zgw.url('catalogi', `/zaaktypen/${zaaktype}`),
        einddatum__isnull: false,
      };
      const uuids: string[] = [];
      let nu: Vraag | null = vraagNaar(zgw, filter, [], '-einddatum');
      while (nu !== null && uuids.length < hoogstens) {
        const blad: Awaited<ReturnType<typeof leesPagina>> = await leesPagina(id, zgw.http, nu, aanroep);
        uuids.push(...leesRijen(ZaakBron, blad.rijen).rijen.map((z) => z.url));
        nu = blad.volgende;
      }
      return uuids.slice(0, hoogstens);
    },
    async zaak(uuid, ruim) {
      const aanroep = binnenTermijn(ruim);
      const json = await expand.detail((met) =>
        zgw.http.lees(
          {
            basis,
            pad: `/zaken/${uuid}`,
            koppen: CRS,
            ...(met ? { query: { expand: uitvouwen.join(',') } } : {}),
          },
          aanroep,
        ),
      );
      const zaak = zaakVan(id, leesEigen(id, ZaakBron, uuid, json), vrijgegeven);
      const [vol, eigenschappen] = await Promise.all([
        aanvulling.vulAan(zaak, aanroep),
        zaak.eigenschappen ?? aanvulling.eigenschappen(uuid, aanroep),
      ]);
      return { ...vol, eigenschappen };
    },
    rollen: aanvulling.rollen,
    statussen: aanvulling.statussen,
    resultaat: aanvulling.resultaat,
    async substatussen(zaak, aanroep) {
      if (!kan.substatussen) return [];
      return (await aanvulling.bijZaak('/substatussen', SubstatusBron, zaak, aanroep))
        .map(substatusVan)
        .sort((a, b) => Date.parse(a.tijdstip) - Date.parse(b.tijdstip));
    },
  };
}
