/** Plans the zaken of the person whom every tour, test and demo begins with. */
import { BSN_VERHULST } from './bekend.ts';
import { dagVan, opDag, weekdag, type Tijdstip } from './datum.ts';
import { medewerkersVan } from './organisatie.ts';
import type { Betrokkene, GezetteStatus, GezetteSubstatus, ZaakPlan } from './plan.ts';
import type { Prng } from './prng.ts';
import { situaties, zichtbaarVoorKcc, type Situatie } from './situaties.ts';
import type { Burger, Wereld } from './wereld.ts';
import { DAG_MS } from './zaakplan.ts';
import type { Resultaat, Zaaktype } from './zaaktype.ts';

/** Her neighbour, who asks for what she is only belanghebbende in. */
const BSN_BUUR = '999901084';

/** Ours by code, else by name, else any that kcc may see and nobody told of yet. */
function zoekZaaktype(
  wereld: Wereld,
  situatie: Situatie,
  gebruikt: ReadonlySet<Zaaktype>,
): Zaaktype | undefined {
  const eigen = wereld.zaaktypen.find((z) => z.code === situatie.code);
  if (eigen !== undefined) return eigen;
  const zichtbaar = wereld.zaaktypen.filter(
    (z) => zichtbaarVoorKcc(z) && z.stappen.length > situatie.stappen.length && !gebruikt.has(z),
  );
  const zelfde = zichtbaar.find((z) => situatie.patroon.test(z.naam));
  return zelfde ?? (situatie.precies === true ? undefined : zichtbaar.find((z) => z.termijn >= 28));
}

/** In office hours on the working day at or before `deel` of the time since `ingediend`, after `vorige`. */
function moment(ingediend: Tijdstip, nu: Tijdstip, deel: number, vorige: Tijdstip): Tijdstip {
  const dag = dagVan(ingediend + deel * (nu - ingediend));
  const w = weekdag(dag);
  const tijdstip = opDag(w === 6 ? dag - 1 : w === 0 ? dag - 2 : dag, 570 + Math.round(deel * 300), 12);
  const later = Math.max(tijdstip, vorige + 420_000);
  // So soon after coming in that office hours do not fit: then minutes after the one before.
  return later < nu ? later : Math.min(vorige + 60_000, nu - 1000);
}

function zetStappen(
  situatie: Situatie,
  zaaktype: Zaaktype,
  ingediend: Tijdstip,
  nu: Tijdstip,
): GezetteStatus[] {
  const gezet: GezetteStatus[] = [];
  const eind = zaaktype.stappen.at(-1);
  const stappen = situatie.stappen.flatMap((deel, i) => {
    const stap = zaaktype.stappen[i];
    return stap === undefined || stap === eind ? [] : [{ stap, deel }];
  });
  if (situatie.eind !== undefined && eind !== undefined) stappen.push({ stap: eind, deel: situatie.eind });
  let vorige = ingediend;
  for (const { stap, deel } of stappen) {
    const tijdstip = deel === 0 ? ingediend + 60_000 : moment(ingediend, nu, deel, vorige);
    gezet.push({ stap, tijdstip });
    vorige = tijdstip;
  }
  return gezet;
}

function zetSubs(
  situatie: Situatie,
  vanOns: boolean,
  statussen: readonly GezetteStatus[],
  ingediend: Tijdstip,
  nu: Tijdstip,
): GezetteSubstatus[] {
  let vorige = ingediend;
  return (situatie.sub ?? []).flatMap(({ bij, deel, tekst, elders, intern }) => {
    const status = statussen[bij];
    if (status === undefined) return [];
    const na = Math.max(vorige, status.tijdstip);
    const voor = statussen[bij + 1]?.tijdstip ?? nu;
    const gewenst = moment(ingediend, nu, deel, na);
    vorige = gewenst < voor ? gewenst : Math.round((na + voor) / 2000) * 1000;
    return [
      {
        bij,
        omschrijving: vanOns ? tekst : (elders ?? tekst),
        doelgroep: intern === true ? ('intern' as const) : ('betrokkenen' as const),
        tijdstip: vorige,
      },
    ];
  });
}

function resultaatVan(situatie: Situatie, zaaktype: Zaaktype): Resultaat | null {
  if (situatie.eind === undefined) return null;
  const gewoon = zaaktype.resultaten.filter((r) => r.uitgang !== true);
  return (
    gewoon.find((r) => r.naam === situatie.resultaat) ??
    gewoon.find((r) => (r.besluit === true) === (situatie.besluit !== undefined)) ??
    gewoon[0] ??
    null
  );
}

function plan(
  prng: Prng,
  wereld: Wereld,
  situatie: Situatie,
  zaaktype: Zaaktype,
  rollen: { initiator: Betrokkene; belanghebbenden: Betrokkene[]; hoofdzaak: ZaakPlan | null },
): ZaakPlan {
  const { nu, vandaag } = wereld;
  const ingediend = opDag(vandaag - Math.max(1, situatie.geleden(zaaktype.termijn)), prng.heel(560, 1100), 5);
  const statussen = zetStappen(situatie, zaaktype, ingediend, nu);
  const eind = situatie.eind === undefined ? null : (statussen.at(-1)?.tijdstip ?? null);
  const tot = eind ?? nu;
  const adres = rollen.initiator.adres;
  const vanOns = zaaktype.code === situatie.code;
  const wacht = vanOns ? situatie.opschorting : situatie.opschorting && 'Wij wachten op gegevens van u.';
  return {
    zaaktype,
    omschrijving: vanOns ? situatie.omschrijving : zaaktype.naam.slice(0, 80),
    toelichting: '',
    ingediend,
    initiator: rollen.initiator,
    belanghebbenden: rollen.belanghebbenden,
    medeInitiators: [],
    machtiginggever: null,
    behandelaar: medewerkersVan(zaaktype.afdeling)[0] ?? null,
    afdelingsrol: true,
    kanaal: 'webformulier',
    vertrouwelijk: situatie.vertrouwelijk ?? zaaktype.vertrouwelijk,
    statussen,
    substatussen: zetSubs(situatie, vanOns, statussen, ingediend, nu),
    resultaat: resultaatVan(situatie, zaaktype),
    besluit:
      situatie.besluit === undefined || eind === null || zaaktype.besluittype === null
        ? null
        : {
            datum: dagVan(eind),
            verzonden: situatie.besluit === 'verzonden' ? dagVan(eind) : null,
            toelichting: `Besluit op ${zaaktype.naam}`,
          },
    opschorting: wacht === undefined ? null : { reden: wacht, loopt: true },
    verlenging: situatie.verlenging === undefined ? null : { reden: situatie.verlenging, dagen: 42 },
    documenten: zaaktype.documenten.flatMap((soort) => {
      if (soort.moment >= 1) return eind === null ? [] : [{ soort, tijdstip: eind }];
      const tijdstip = ingediend + Math.round((soort.moment * zaaktype.termijn * DAG_MS) / 1000) * 1000;
      return tijdstip < tot ? [{ soort, tijdstip }] : [];
    }),
    zonderTermijn: false,
    adres: zaaktype.plek ? adres : null,
    hoofdzaak: rollen.hoofdzaak,
  };
}

export function planVerhulst(prng: Prng, wereld: Wereld, burgers: ReadonlyMap<string, Burger>): ZaakPlan[] {
  const verhulst = burgers.get(BSN_VERHULST)?.wie;
  const buur = burgers.get(BSN_BUUR)?.wie;
  if (verhulst === undefined || buur === undefined) return [];
  const gebruikt = new Set<Zaaktype>();
  const alle = situaties(wereld);
  const eerste = new Map<string, ZaakPlan>();
  const plannen = alle.flatMap((situatie) => {
    const zaaktype = zoekZaaktype(wereld, situatie, gebruikt);
    if (zaaktype === undefined) return [];
    gebruikt.add(zaaktype);
    const zelf = situatie.belanghebbende !== true;
    const hoofd = plan(prng, wereld, situatie, zaaktype, {
      initiator: zelf ? verhulst : buur,
      belanghebbenden: zelf ? [] : [verhulst],
      hoofdzaak: null,
    });
    if (!eerste.has(situatie.code)) eerste.set(situatie.code, hoofd);
    const delen = (situatie.deelzaken ?? []).flatMap((deel) => {
      const deeltype = zoekZaaktype(wereld, deel, gebruikt);
      const rollen = { initiator: verhulst, belanghebbenden: [], hoofdzaak: hoofd };
      return deeltype === undefined ? [] : [plan(prng, wereld, deel, deeltype, rollen)];
    });
    return [hoofd, ...delen];
  });
  for (const { code, relevant } of alle) {
    const van = eerste.get(code);
    if (van === undefined || relevant === undefined) continue;
    van.anderen = Object.entries(relevant).flatMap(([ander, aardRelatie]) => {
      const naar = eerste.get(ander);
      return naar === undefined ? [] : [{ plan: naar, aardRelatie }];
    });
  }
  return plannen;
}
