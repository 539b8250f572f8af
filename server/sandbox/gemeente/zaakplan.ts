/** Plans one zaak of any zaaktype: the shared hand of the random ones and of those told by name. */
import { adresregel, willekeurigAdres, type Adres } from './adressen.ts';
import { dagVan, opDag, UUR, type Tijdstip } from './datum.ts';
import { medewerkersVan } from './organisatie.ts';
import type { Betrokkene, GezetteStatus, ZaakPlan } from './plan.ts';
import type { Prng } from './prng.ts';
import { kiesStappen, zetStatussen, zetSubstatussen } from './verloop.ts';
import type { Stap, Zaaktype } from './zaaktype.ts';

export const DAG_MS = 24 * UUR;
const KANALEN = [
  { naam: 'webformulier', gewicht: 6 },
  { naam: 'balie', gewicht: 2 },
  { naam: 'brief', gewicht: 1 },
  { naam: 'telefoon', gewicht: 1 },
] as const;

export interface ZaakWens {
  zaaktype: Zaaktype;
  /** When it came in. */
  ingediend: Tijdstip;
  /** How long it takes from then to the end, ms. */
  duur: number;
  initiator: Betrokkene | null;
  nu: Tijdstip;
  /** Leave by this exit. */
  uitgang?: Stap | null;
  /** Take just these steps. */
  stappen?: readonly Stap[];
  hoofdzaak?: ZaakPlan;
}

function titel(prng: Prng, zaaktype: Zaaktype, adres: Adres | null): string {
  return prng
    .kies(zaaktype.titels)
    .replace('{adres}', adres === null ? '' : adresregel(adres))
    .replace(/[,\s]+$/, '');
}

function documenten(prng: Prng, wens: ZaakWens, einde: Tijdstip | null): ZaakPlan['documenten'] {
  return wens.zaaktype.documenten.flatMap((soort) => {
    const tijdstip =
      soort.moment >= 1
        ? einde
        : wens.ingediend + Math.round((soort.moment * wens.duur) / 1000) * 1000 + 30_000;
    return tijdstip === null || tijdstip >= wens.nu || prng.kans(0.25) ? [] : [{ soort, tijdstip }];
  });
}

/** A zaak whose steps run as `wens` says, as far as they are before now. */
export function planZaak(prng: Prng, wens: ZaakWens): ZaakPlan {
  const { zaaktype, nu, ingediend } = wens;
  const uitgang = wens.uitgang ?? null;
  const stappen = wens.stappen ?? kiesStappen(prng, zaaktype, uitgang);
  const statussen = zetStatussen(prng, stappen, ingediend, wens.duur, nu);
  const eind = eindstatus(zaaktype, statussen);
  const resultaten = zaaktype.resultaten.filter((r) => (r.uitgang === true) === (uitgang !== null));
  const keuze = resultaten.length > 0 ? resultaten : zaaktype.resultaten;
  const resultaat = eind === null || keuze.length === 0 ? null : prng.gewogen(keuze);
  const thuis = wens.initiator?.adres ?? null;
  const adres = zaaktype.plek ? (thuis ?? willekeurigAdres(prng)) : thuis;
  const teLang =
    wens.duur > 0.8 * zaaktype.termijn * DAG_MS && nu - ingediend > 0.7 * zaaktype.termijn * DAG_MS;
  return {
    zaaktype,
    omschrijving: titel(prng, zaaktype, adres),
    toelichting: '',
    ingediend,
    initiator: wens.initiator,
    belanghebbenden: [],
    medeInitiators: [],
    machtiginggever: null,
    behandelaar: prng.kans(0.85) ? prng.kies(medewerkersVan(zaaktype.afdeling)) : null,
    afdelingsrol: prng.kans(0.8),
    kanaal: prng.gewogen(KANALEN).naam,
    vertrouwelijk: zaaktype.vertrouwelijk,
    statussen,
    substatussen: zetSubstatussen(prng, statussen, eind ?? nu),
    resultaat,
    besluit: resultaat?.besluit === true && eind !== null ? besluit(prng, zaaktype, eind, nu) : null,
    opschorting:
      zaaktype.opschorting.length > 0 && statussen.length > 0 && prng.kans(0.07)
        ? { reden: prng.kies(zaaktype.opschorting), loopt: eind === null }
        : null,
    verlenging:
      zaaktype.verlenging !== null && teLang && prng.kans(0.5)
        ? { reden: prng.kies(zaaktype.verlenging.redenen), dagen: zaaktype.verlenging.dagen }
        : null,
    documenten: documenten(prng, wens, eind),
    zonderTermijn: prng.kans(0.04),
    adres: zaaktype.plek ? adres : null,
    hoofdzaak: wens.hoofdzaak ?? null,
  };
}

/** When the end status was set, or null. */
function eindstatus(zaaktype: Zaaktype, statussen: readonly GezetteStatus[]): Tijdstip | null {
  const laatste = statussen.at(-1);
  return laatste !== undefined && laatste.stap === zaaktype.stappen.at(-1) ? laatste.tijdstip : null;
}

/** Most letters leave within two days; what would leave after today has not been sent. */
function besluit(prng: Prng, zaaktype: Zaaktype, genomen: Tijdstip, nu: Tijdstip): ZaakPlan['besluit'] {
  if (zaaktype.besluittype === null) return null;
  const datum = dagVan(genomen);
  const verzonden = datum + prng.heel(0, 2);
  return {
    datum,
    verzonden: verzonden <= dagVan(nu) ? verzonden : null,
    toelichting: `Besluit op ${zaaktype.naam}`,
  };
}

/** A moment of the day on which people send forms: also in the evening. */
export function indienmoment(prng: Prng, dag: number): Tijdstip {
  return opDag(dag, prng.heel(450, 1350), prng.heel(0, 59));
}
