import type { Vraag } from '../http.ts';
import { binnenTermijn } from '../http/termijn.ts';
import { BronFout, type Aanroep, type Lijst, type Rol, type Zaak, type Zaakregister } from '../ports.ts';
import type { Aanvulling } from './aanvullen.ts';
import { CRS, CRS_SCHRIJF, type Zgw } from './basis.ts';
import type { Expand } from './expand.ts';
import type { Bedrijfsfilter } from './kan.ts';

/** Parameters of the list in a `_zoek`; what is no text or boolean there exists in a `_zoek` only. */
export type Filter = Record<string, unknown>;
type Zoekkant = Pick<Zaakregister, 'zoekOpPersoon' | 'zoekOpBedrijf' | 'zoekOpZaaknummer'>;

const ROL = 'rol__betrokkeneIdentificatie__';
/** A filter that the register did not know is tried again after this long (ms). */
const ONTHOUD_MS = 60 * 60_000;
const GENEGEERD = 'filter_genegeerd';

/** A search: by `_zoek` where the product has it, so that nothing of it stands in a URL. */
export function vraagNaar(
  { blad, config: { kan, zaken: basis } }: Zgw,
  filter: Filter,
  expand: readonly string[],
  ordening: string | null = null,
): Vraag {
  const aantal = expand.length > 0 ? blad.nu() : kan.paginaGrootte;
  const grootte: Record<string, string> = aantal === null ? {} : { pageSize: String(aantal) };
  if (!kan.zoek) {
    const query: Record<string, string> = {
      ...Object.fromEntries(Object.entries(filter).map(([k, v]) => [k, String(v)])),
      ...grootte,
    };
    if (expand.length > 0) query['expand'] = expand.join(',');
    if (ordening !== null) query['ordering'] = ordening;
    return { basis, pad: '/zaken', query, koppen: CRS };
  }
  const vorm = (waarden: readonly string[]) => (kan.zoekvorm === 'lijst' ? waarden : waarden.join(','));
  return {
    basis,
    pad: '/zaken/_zoek',
    query: grootte,
    methode: 'POST',
    koppen: CRS_SCHRIJF,
    lichaam: {
      ...filter,
      ...(expand.length > 0 ? { expand: vorm(expand) } : {}),
      ...(ordening === null ? {} : { ordering: vorm([ordening]) }),
    },
  };
}

/** Searches of the Zaken API. What comes back is checked again: Open Zaak answers an unknown key of a `_zoek` with all zaken. */
export function maakZoeken(
  zgw: Zgw,
  delen: { aanvulling: Aanvulling; expand: Expand; uitvouwen: readonly string[] },
  nu: () => number = Date.now,
): Zoekkant {
  const { id, kan } = zgw.config;
  const { aanvulling, expand, uitvouwen } = delen;
  const onbekend = new Map<string, { fout: BronFout; tot: number }>();

  async function zoek(filter: Filter, past: (zaak: Zaak) => boolean, aanroep: Aanroep): Promise<Lijst<Zaak>> {
    const kies = ({ rijen, onleesbaar }: Lijst<Zaak>) => ({ rijen: rijen.filter(past), onleesbaar });
    return expand.lijst(async (met) => {
      const keur = async (eerste: unknown[]): Promise<void> => {
        const { rijen } = kies(await aanvulling.alsLijst(eerste, aanroep));
        // Page upon page of the zaken of others: the filter did nothing.
        if (rijen.length === 0) throw new BronFout(id, 'niet_ondersteund', { code: GENEGEERD });
      };
      const vraag = vraagNaar(zgw, filter, met ? uitvouwen : []);
      return kies(await aanvulling.alsLijst(await zgw.alles(vraag, aanroep, keur), aanroep));
    });
  }

  /** As `zoek`, by a filter that not every product knows: a refusal is given back and remembered. */
  async function probeer(naam: string, zoeken: () => Promise<Lijst<Zaak>>): Promise<Lijst<Zaak> | BronFout> {
    const eerder = onbekend.get(naam);
    if (eerder !== undefined && nu() < eerder.tot) return eerder.fout;
    try {
      return await zoeken();
    } catch (fout) {
      if (!(fout instanceof BronFout) || (fout.status !== 400 && fout.code !== GENEGEERD)) throw fout;
      onbekend.set(naam, { fout, tot: nu() + ONTHOUD_MS });
      return fout;
    }
  }

  const metRol = (past: (i: Rol['identificatie']) => boolean) => (zaak: Zaak) =>
    zaak.rollen?.some((rol) => past(rol.identificatie)) ?? false;

  return {
    async zoekOpPersoon(bsn, aanroep) {
      if (!kan.zoek) throw new BronFout(id, 'niet_ondersteund', { code: 'zoek' });
      const eigen = metRol((i) => i.bsn === bsn);
      return zoek({ [`${ROL}natuurlijkPersoon__inpBsn`]: bsn }, eigen, binnenTermijn(aanroep));
    },
    async zoekOpBedrijf(bedrijf, ruim) {
      const aanroep = binnenTermijn(ruim);
      const { kvkNummer, rsin, vestigingsnummers } = bedrijf;
      const nummers = new Set([kvkNummer, rsin, ...vestigingsnummers].filter((n) => n !== null));
      const eigen = metRol((i) =>
        [i.kvkNummer, i.rsin, i.vestigingsNummer].some((n) => n !== undefined && nummers.has(n)),
      );
      const lijsten = await Promise.allSettled(
        kan.bedrijf.flatMap((naam) =>
          bedrijfsfilter(naam, bedrijf).map((filter) => probeer(naam, () => zoek(filter, eigen, aanroep))),
        ),
      );
      const gelukt: Lijst<Zaak>[] = [];
      const geweigerd: BronFout[] = [];
      for (const lijst of lijsten) {
        if (lijst.status === 'rejected') throw lijst.reason;
        if (lijst.value instanceof BronFout) geweigerd.push(lijst.value);
        else gelukt.push(lijst.value);
      }
      // One way that works is enough; where none does, nobody knows whether there are zaken.
      if (gelukt.length === 0 && geweigerd[0] !== undefined) throw geweigerd[0];
      return samen(gelukt);
    },
    async zoekOpZaaknummer(zaaknummer, ruim) {
      const aanroep = binnenTermijn(ruim);
      const opNummer = zoek(
        { identificatie: zaaknummer },
        (zaak) => zaak.identificatie === zaaknummer,
        aanroep,
      );
      // Open Zaak refuses `<bron>:<kenmerk>` with a second colon: no answer, and no reason to hold the filter for unknown.
      const bronnen = zaaknummer.includes(':') ? [] : kan.kenmerk;
      const [nummer, ...kenmerken] = await Promise.allSettled([
        opNummer,
        ...bronnen.map((bron) =>
          probeer('kenmerk', () =>
            zoek(
              { kenmerk: `${bron}:${zaaknummer}` },
              (zaak) => zaak.kenmerken.some((een) => een.bron === bron && een.kenmerk === zaaknummer),
              aanroep,
            ),
          ),
        ),
      ]);
      if (nummer.status === 'rejected') throw nummer.reason;
      const gelukt: Lijst<Zaak>[] = [nummer.value];
      for (const kenmerk of kenmerken) {
        if (kenmerk.status === 'fulfilled') {
          if (!(kenmerk.value instanceof BronFout)) gelukt.push(kenmerk.value);
        }
        // A number that was found is that zaak; "not found" may only be said when everything was asked.
        else if (nummer.value.rijen.length === 0) throw kenmerk.reason;
      }
      return samen(gelukt);
    },
  };
}

function samen(lijsten: readonly Lijst<Zaak>[]): Lijst<Zaak> {
  const uniek = new Map(lijsten.flatMap((l) => l.rijen).map((zaak) => [zaak.uuid, zaak]));
  // The same broken zaak comes back in every list.
  return { rijen: [...uniek.values()], onleesbaar: Math.max(0, ...lijsten.map((l) => l.onleesbaar)) };
}

function bedrijfsfilter(
  naam: Bedrijfsfilter,
  { kvkNummer, rsin, vestigingsnummers }: Parameters<Zoekkant['zoekOpBedrijf']>[0],
): Filter[] {
  const een = (veld: string, waarde: string | null): Filter[] =>
    waarde === null ? [] : [{ [ROL + veld]: waarde }];
  const perVestiging = (veld: string) => vestigingsnummers.flatMap((nummer) => een(veld, nummer));
  switch (naam) {
    case 'nnp-kvk':
      return een('nietNatuurlijkPersoon__kvkNummer', kvkNummer);
    case 'nnp-rsin':
      return een('nietNatuurlijkPersoon__innNnpId', rsin);
    case 'nnp-innkvk':
      return een('nietNatuurlijkPersoon__innNnpId', kvkNummer);
    case 'nnp-vestiging':
      return perVestiging('nietNatuurlijkPersoon__vestigingsNummer');
    case 'vestiging-kvk':
      return een('vestiging__kvkNummer', kvkNummer);
    case 'vestiging-nummer':
      return perVestiging('vestiging__vestigingsNummer');
  }
}
