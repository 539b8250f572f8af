/** The zaken of everybody: some two years of them, and of every zaaktype one in each of its steps. */
import type { Betrokkene, ZaakPlan } from './plan.ts';
import type { Prng } from './prng.ts';
import type { Wereld } from './wereld.ts';
import { DAG_MS, indienmoment, planZaak } from './zaakplan.ts';
import type { Zaaktype } from './zaaktype.ts';

/** Days of history. */
export const HISTORIE = 730;
/** Closed zaken from which a pad is learned (docs/ARCHITECTURE.md, Voortgang: at least 30). */
const GENOEG = 36;

function klantVoor(prng: Prng, wereld: Wereld, zaaktype: Zaaktype): Betrokkene | null {
  const aanvragers = wereld.burgers;
  if (zaaktype.anoniem > 0 && prng.kans(zaaktype.anoniem)) return null;
  const bedrijf =
    wereld.bedrijven.length > 0 &&
    (zaaktype.klant === 'bedrijf' || (zaaktype.klant === 'beide' && prng.kans(0.12)));
  if (bedrijf) return prng.kies(wereld.bedrijven).wie;
  return aanvragers.length === 0 ? null : prng.kies(aanvragers).wie;
}

/** How long it takes, ms: four in five within the term, most others somewhat longer, a few get stuck. */
export function duurVan(prng: Prng, zaaktype: Zaaktype): number {
  const p = prng.volgende();
  const deel =
    p < 0.8 ? 0.25 + 0.75 * prng.volgende() : p < 0.95 ? 1 + 0.6 * prng.volgende() : 2 + 2 * prng.volgende();
  return Math.max(deel * zaaktype.termijn, 0.2) * DAG_MS;
}

function verfraai(prng: Prng, wereld: Wereld, plan: ZaakPlan): ZaakPlan {
  const p = prng.volgende();
  if (p < 0.01) plan.vertrouwelijk = 'geheim';
  else if (p < 0.03) plan.vertrouwelijk = 'confidentieel';
  if (prng.kans(0.07) && wereld.burgers.length > 0) {
    const ander = prng.kies(wereld.burgers).wie;
    if (ander === plan.initiator) return plan;
    if (p < 0.3) plan.medeInitiators.push(ander);
    else plan.belanghebbenden.push(ander);
  }
  return plan;
}

/** Deelzaken run within their hoofdzaak, so that they are closed before it is. */
function deelzaken(prng: Prng, wereld: Wereld, hoofdzaak: ZaakPlan, duur: number): ZaakPlan[] {
  if (duur < 25 * DAG_MS || !prng.kans(0.35)) return [];
  return wereld.zaaktypen
    .filter((zaaktype) => hoofdzaak.zaaktype.deelzaaktypen.includes(zaaktype.code))
    .map((zaaktype) => ({ zaaktype, ingediend: hoofdzaak.ingediend + (0.1 + 0.2 * prng.volgende()) * duur }))
    .filter(({ ingediend }) => ingediend < wereld.nu - DAG_MS)
    .map(({ zaaktype, ingediend }) =>
      planZaak(prng, {
        zaaktype,
        ingediend: Math.round(ingediend / 1000) * 1000,
        duur: (0.2 + 0.25 * prng.volgende()) * duur,
        initiator: hoofdzaak.initiator,
        nu: wereld.nu,
        hoofdzaak,
      }),
    );
}

function willekeurig(prng: Prng, wereld: Wereld, zaaktype: Zaaktype): ZaakPlan[] {
  // More recent ones than a flat spread gives, so that every afdeling has open work to show.
  const ingediend = indienmoment(prng, wereld.vandaag - prng.heel(1, prng.kans(0.25) ? 75 : HISTORIE));
  const duur = duurVan(prng, zaaktype);
  const uitgang = zaaktype.uitgangen.length > 0 && prng.kans(0.06) ? prng.kies(zaaktype.uitgangen) : null;
  const initiator = klantVoor(prng, wereld, zaaktype);
  const plan = verfraai(
    prng,
    wereld,
    planZaak(prng, { zaaktype, ingediend, duur, uitgang, initiator, nu: wereld.nu }),
  );
  return [plan, ...deelzaken(prng, wereld, plan, duur)];
}

/** Of one zaaktype a zaak that stands in each step, one that ended, one that has no status yet. */
function dekking(prng: Prng, wereld: Wereld, zaaktype: Zaaktype): ZaakPlan[] {
  const { stappen, uitgangen } = zaaktype;
  const paden = [
    ...stappen.map((_, i) => stappen.slice(0, i + 1)),
    ...uitgangen.map((uitgang) => [...stappen.slice(0, 1), uitgang]),
    [],
  ];
  return paden.map((pad, i) => {
    const dagen = prng.heel(3, Math.max(4, Math.round(zaaktype.termijn * 0.9)));
    return planZaak(prng, {
      zaaktype,
      ingediend: indienmoment(prng, wereld.vandaag - dagen - i),
      // Every step of the pad lies in the past: weekends can shift the last by two days.
      duur: Math.max(0.1, dagen + i - 3) * DAG_MS,
      stappen: pad,
      initiator: klantVoor(prng, wereld, zaaktype),
      nu: wereld.nu,
    });
  });
}

function afgesloten(prng: Prng, wereld: Wereld, zaaktype: Zaaktype, aantal: number): ZaakPlan[] {
  return Array.from({ length: aantal }, () =>
    planZaak(prng, {
      zaaktype,
      ingediend: indienmoment(prng, wereld.vandaag - prng.heel(zaaktype.termijn + 10, HISTORIE)),
      duur: (0.3 + 0.6 * prng.volgende()) * zaaktype.termijn * DAG_MS,
      initiator: klantVoor(prng, wereld, zaaktype),
      nu: wereld.nu,
    }),
  );
}

/** Some `aantal` zaken; never fewer than the guarantees need. */
export function planZaken(prng: Prng, wereld: Wereld, aantal: number): ZaakPlan[] {
  const geleerd = wereld.zaaktypen.find((z) => z.code === 'IN-BIJSTAND');
  const zeldzaam = wereld.zaaktypen.find((z) => z.code === 'IN-STUDIE');
  const plannen = wereld.zaaktypen.flatMap((zaaktype) => dekking(prng, wereld, zaaktype));
  if (geleerd !== undefined) plannen.push(...afgesloten(prng, wereld, geleerd, GENOEG));
  if (zeldzaam !== undefined) plannen.push(...afgesloten(prng, wereld, zeldzaam, 6));
  const kansrijk = wereld.zaaktypen.filter((z) => z.gewicht > 0);
  while (plannen.length < aantal) plannen.push(...willekeurig(prng, wereld, prng.gewogen(kansrijk)));
  return plannen;
}
