import type { Vraag } from '../http.ts';
import { binnenTermijn } from '../http/termijn.ts';
import { leesPagina } from '../http/pagina.ts';
import { BronFout, type Aanroep, type Lijst, type Rol, type Zaak, type Zaakregister } from '../ports.ts';
import { lees, leesRijen } from '../upstream.ts';
import { CRS, CRS_SCHRIJF, type Zgw } from './basis.ts';
import { maakExpand } from './expand.ts';
import type { Bedrijfsfilter } from './kan.ts';
import { resultaatVan, rolVan, statusVan, substatusVan, zaakVan } from './mapping.ts';
import { ResultaatBron, RolBron, StatusBron, SubstatusBron, ZaakBron } from './schema.ts';

type Filter = Record<string, string | boolean>;
type Zakenkant = Pick<
  Zaakregister,
  | 'zoekOpPersoon'
  | 'zoekOpBedrijf'
  | 'zoekOpZaaknummer'
  | 'openZaken'
  | 'geslotenZaken'
  | 'zaak'
  | 'rollen'
  | 'statussen'
  | 'substatussen'
  | 'resultaat'
>;

const EXPAND = ['rollen', 'status', 'resultaat'];
const ROL = 'rol__betrokkeneIdentificatie__';

/** Reads of the Zaken API. Over 150 lines because search, its fallback without expand and the parts are one story. */
export function maakZaken(zgw: Zgw): Zakenkant {
  const { id, kan, zaken: basis } = zgw.config;
  const metExpand = maakExpand(kan.expand);

  const zaakUrl = (uuid: string) => zgw.url('zaken', `/zaken/${uuid}`);
  const bijZaak = (pad: string, zaak: string, aanroep: Aanroep) =>
    zgw.alles({ basis, pad, query: { zaak: zaakUrl(zaak) } }, binnenTermijn(aanroep));

  const rollen: Zakenkant['rollen'] = async (zaak, aanroep) =>
    lees(id, RolBron.array(), await bijZaak('/rollen', zaak, aanroep)).map(rolVan);
  const statussen: Zakenkant['statussen'] = async (zaak, aanroep) =>
    lees(id, StatusBron.array(), await bijZaak('/statussen', zaak, aanroep))
      .map(statusVan)
      .sort((a, b) => Date.parse(a.datumStatusGezet) - Date.parse(b.datumStatusGezet));
  const resultaat: Zakenkant['resultaat'] = async (uuid, aanroep) =>
    resultaatVan(
      lees(id, ResultaatBron, await zgw.http.lees({ basis, pad: `/resultaten/${uuid}` }, aanroep)),
    );

  /** What expand would have given, read apart. */
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

  async function alsLijst(rijen: unknown[], aanroep: Aanroep): Promise<Lijst<Zaak>> {
    const gelezen = leesRijen(ZaakBron, rijen);
    const aangevuld = await Promise.allSettled(gelezen.rijen.map((b) => vulAan(zaakVan(id, b), aanroep)));
    const uit: Lijst<Zaak> = { rijen: [], onleesbaar: gelezen.onleesbaar };
    for (const a of aangevuld) {
      if (a.status === 'fulfilled') uit.rijen.push(a.value);
      else if (a.reason instanceof BronFout && a.reason.soort === 'onleesbaar') uit.onleesbaar += 1;
      else throw a.reason;
    }
    return uit;
  }

  /** A search: by `_zoek` where the product has it, so that nothing of it stands in a URL. */
  function vraagNaar(filter: Filter, expand: boolean, ordening: string | null): Vraag {
    if (!kan.zoek) {
      const query = Object.fromEntries(Object.entries(filter).map(([k, v]) => [k, String(v)]));
      if (expand) query['expand'] = EXPAND.join(',');
      if (ordening !== null) query['ordering'] = ordening;
      return { basis, pad: '/zaken', query, koppen: CRS };
    }
    const vorm = (waarden: string[]) => (kan.zoekvorm === 'lijst' ? waarden : waarden.join(','));
    return {
      basis,
      pad: '/zaken/_zoek',
      methode: 'POST',
      koppen: CRS_SCHRIJF,
      lichaam: {
        ...filter,
        ...(expand ? { expand: vorm(EXPAND) } : {}),
        ...(ordening === null ? {} : { ordering: vorm([ordening]) }),
      },
    };
  }

  /** `past` is checked again here: Open Zaak answers an unknown key of a `_zoek` body with all zaken. */
  async function zoek(filter: Filter, past: (zaak: Zaak) => boolean, aanroep: Aanroep): Promise<Lijst<Zaak>> {
    const { waarde } = await metExpand((expand) => zgw.alles(vraagNaar(filter, expand, null), aanroep));
    const lijst = await alsLijst(waarde, aanroep);
    return { ...lijst, rijen: lijst.rijen.filter(past) };
  }

  const metRol = (past: (i: Rol['identificatie']) => boolean) => (zaak: Zaak) =>
    zaak.rollen?.some((rol) => past(rol.identificatie)) ?? false;

  function bedrijfsfilters(bedrijf: Parameters<Zakenkant['zoekOpBedrijf']>[0]): Filter[] {
    const { kvkNummer, rsin, vestigingsnummers } = bedrijf;
    const een = (veld: string, waarde: string | null): Filter[] =>
      waarde === null ? [] : [{ [ROL + veld]: waarde }];
    const maak: Record<Bedrijfsfilter, () => Filter[]> = {
      'nnp-kvk': () => een('nietNatuurlijkPersoon__kvkNummer', kvkNummer),
      'nnp-rsin': () => een('nietNatuurlijkPersoon__innNnpId', rsin),
      'nnp-innkvk': () => een('nietNatuurlijkPersoon__innNnpId', kvkNummer),
      'vestiging-kvk': () => een('vestiging__kvkNummer', kvkNummer),
      'vestiging-nummer': () => vestigingsnummers.flatMap((n) => een('vestiging__vestigingsNummer', n)),
    };
    return kan.bedrijf.flatMap((f) => maak[f]());
  }

  return {
    async zoekOpPersoon(bsn, aanroep) {
      if (!kan.zoek) throw new BronFout(id, 'niet_ondersteund', { code: 'zoek' });
      const eigen = metRol((i) => i.bsn === bsn);
      return zoek({ [`${ROL}natuurlijkPersoon__inpBsn`]: bsn }, eigen, binnenTermijn(aanroep));
    },
    async zoekOpBedrijf(bedrijf, ruim) {
      const aanroep = binnenTermijn(ruim);
      const filters = bedrijfsfilters(bedrijf);
      const { kvkNummer, rsin, vestigingsnummers } = bedrijf;
      const nummers = new Set([kvkNummer, rsin, ...vestigingsnummers].filter((n) => n !== null));
      const eigen = metRol((i) =>
        [i.kvkNummer, i.rsin, i.vestigingsNummer].some((n) => n !== undefined && nummers.has(n)),
      );
      const lijsten = await Promise.allSettled(filters.map((f) => zoek(f, eigen, aanroep)));
      const gelukt = lijsten.filter((l) => l.status === 'fulfilled').map((l) => l.value);
      for (const l of lijsten) {
        // A product that does not know one of the filters refuses it with 400; another one then tells.
        const onbekendFilter =
          l.status === 'rejected' && l.reason instanceof BronFout && l.reason.status === 400;
        if (l.status === 'rejected' && !(onbekendFilter && gelukt.length > 0)) throw l.reason;
      }
      const uniek = new Map(gelukt.flatMap((l) => l.rijen).map((z) => [z.uuid, z]));
      return { rijen: [...uniek.values()], onleesbaar: Math.max(0, ...gelukt.map((l) => l.onleesbaar)) };
    },
    zoekOpZaaknummer: (zaaknummer, aanroep) =>
      zoek(
        { identificatie: zaaknummer },
        (zaak) => zaak.identificatie === zaaknummer,
        binnenTermijn(aanroep),
      ),
    async openZaken(volgende, aanroep) {
      const eerste = (expand: boolean): Vraag => ({
        basis,
        pad: '/zaken',
        koppen: CRS,
        // The oldest first: what is made meanwhile lands on a page that is still to come.
        query: {
          einddatum__isnull: 'true',
          ordering: 'registratiedatum',
          ...(expand ? { expand: EXPAND.join(',') } : {}),
        },
      });
      const { waarde } = await metExpand((expand) =>
        leesPagina(
          id,
          zgw.http,
          volgende === null ? eerste(expand) : { basis, pad: volgende, koppen: CRS },
          aanroep,
        ),
      );
      return { ...(await alsLijst(waarde.rijen, aanroep)), volgende: waarde.volgende?.pad ?? null };
    },
    async geslotenZaken(zaaktype, hoogstens, aanroep) {
      const filter = {
        zaaktype: zgw.url('catalogi', `/zaaktypen/${zaaktype}`),
        einddatum__isnull: false,
      };
      const uuids: string[] = [];
      let nu: Vraag | null = vraagNaar(filter, false, '-einddatum');
      while (nu !== null && uuids.length < hoogstens) {
        const blad: Awaited<ReturnType<typeof leesPagina>> = await leesPagina(id, zgw.http, nu, aanroep);
        uuids.push(...leesRijen(ZaakBron, blad.rijen).rijen.map((z) => z.url));
        nu = blad.volgende;
      }
      return uuids.slice(0, hoogstens);
    },
    async zaak(uuid, ruim) {
      const aanroep = binnenTermijn(ruim);
      const { waarde } = await metExpand((expand) =>
        zgw.http.lees(
          {
            basis,
            pad: `/zaken/${uuid}`,
            koppen: CRS,
            ...(expand ? { query: { expand: EXPAND.join(',') } } : {}),
          },
          aanroep,
        ),
      );
      return vulAan(zaakVan(id, lees(id, ZaakBron, waarde)), aanroep);
    },
    rollen,
    statussen,
    resultaat,
    async substatussen(zaak, aanroep) {
      if (!kan.substatussen) return [];
      return lees(id, SubstatusBron.array(), await bijZaak('/substatussen', zaak, aanroep))
        .map(substatusVan)
        .sort((a, b) => Date.parse(a.tijdstip) - Date.parse(b.tijdstip));
    },
  };
}
