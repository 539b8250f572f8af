/** Zaken that are there whatever the seed, beside those of mevrouw Verhulst. */
import { maakAdres } from './adressen.ts';
import type { Betrokkene, ZaakPlan } from './plan.ts';
import type { Prng } from './prng.ts';
import { zichtbaarVoorKcc } from './situaties.ts';
import type { Burger, Wereld } from './wereld.ts';
import { DAG_MS, indienmoment, planZaak } from './zaakplan.ts';
import { duurVan, HISTORIE } from './zaken.ts';
import { BEKEND_BEDRIJF } from './bedrijven.ts';

/** One inwoner with more zaken than fit a page of the register's list. */
export function planVeelzaken(prng: Prng, wereld: Wereld, burgers: ReadonlyMap<string, Burger>): ZaakPlan[] {
  const wie = burgers.get('999901126')?.wie;
  if (wie === undefined) return [];
  const soorten = wereld.zaaktypen.filter((z) => z.gewicht > 0 && z.klant !== 'bedrijf');
  return Array.from({ length: 110 }, () => {
    const zaaktype = prng.gewogen(soorten);
    const ingediend = indienmoment(prng, wereld.vandaag - prng.heel(1, HISTORIE));
    return planZaak(prng, {
      zaaktype,
      ingediend,
      duur: duurVan(prng, zaaktype),
      initiator: wie,
      nu: wereld.nu,
    });
  });
}

/** Ours by code, else any that an inwoner can see. */
function zaaktypeVoor(wereld: Wereld, code: string): Wereld['zaaktypen'][number] | undefined {
  return (
    wereld.zaaktypen.find((z) => z.code === code) ??
    wereld.zaaktypen.find((z) => zichtbaarVoorKcc(z) && z.stappen.length > 2 && z.termijn >= 28)
  );
}

function lopend(
  prng: Prng,
  wereld: Wereld,
  code: string,
  initiator: Betrokkene | null,
  geleden: number,
): ZaakPlan[] {
  const zaaktype = zaaktypeVoor(wereld, code);
  if (zaaktype === undefined) return [];
  return [
    planZaak(prng, {
      zaaktype,
      ingediend: indienmoment(prng, wereld.vandaag - geleden),
      duur: 3 * geleden * DAG_MS,
      initiator,
      nu: wereld.nu,
    }),
  ];
}

/** What the deceased asked for in the last months, closed before. */
function vanOverledene(prng: Prng, wereld: Wereld, burgers: ReadonlyMap<string, Burger>): ZaakPlan[] {
  const overledene = burgers.get('999901023');
  const zaaktype = zaaktypeVoor(wereld, 'SD-WMO');
  if (overledene === undefined || zaaktype === undefined || overledene.overleden === null) return [];
  const ingediend = indienmoment(prng, overledene.overleden - 70);
  if (ingediend + 60 * DAG_MS > wereld.nu) return [];
  return [
    planZaak(prng, { zaaktype, ingediend, duur: 45 * DAG_MS, initiator: overledene.wie, nu: wereld.nu }),
  ];
}

/** The melding of nobody lies where anyone can look for it, and came by a form. */
const opDeHavenkade = (plan: ZaakPlan): ZaakPlan =>
  plan.zaaktype.plek
    ? {
        ...plan,
        adres: { ...maakAdres('Havenkade', 12, '1235HK'), punt: [5.1083, 52.0187] },
        omschrijving: 'Lantaarn kapot, Havenkade 12',
        kenmerk: 'OF-H4V12',
      }
    : plan;

/** Handled by the organisation that levies the taxes for Oeverdam; the settings of the bundled registers name it. */
const bijPartner = (plan: ZaakPlan): ZaakPlan => ({
  ...plan,
  omschrijving: 'Bezwaar WOZ-waarde',
  behandelaar: null,
  afdelingsrol: false,
  ketenpartner: {
    naam: 'Belastingsamenwerking Rivierstreek',
    rsin: '123456782',
    adres: maakAdres('Oeverweg', 2, '1236OW'),
  },
});

/** Of the bedrijf with two vestigingen (one zaak each, one of the whole), one by authority of another, one of nobody. */
export function planVasteZaken(prng: Prng, wereld: Wereld, burgers: ReadonlyMap<string, Burger>): ZaakPlan[] {
  const bedrijf = wereld.bedrijven.find(({ wie }) => wie.kvkNummer === BEKEND_BEDRIJF.kvkNummer)?.wie;
  const gemachtigde = burgers.get('999901084')?.wie;
  const machtiginggever = burgers.get('999901096')?.wie;
  if (bedrijf === undefined || gemachtigde === undefined || machtiginggever === undefined) {
    throw new Error('De vaste klanten ontbreken');
  }
  const [hoofd, neven] = BEKEND_BEDRIJF.vestigingsnummers;
  return [
    ...lopend(prng, wereld, 'OR-EVENEMENT', bedrijf, 20),
    ...lopend(prng, wereld, 'OR-PARKEREN', { ...bedrijf, vestigingsnummer: hoofd }, 12),
    ...lopend(prng, wereld, 'OR-TERRAS', { ...bedrijf, vestigingsnummer: neven }, 30),
    ...lopend(prng, wereld, 'BZ-UITTREKSEL', gemachtigde, 6).map((plan) => ({ ...plan, machtiginggever })),
    ...lopend(prng, wereld, 'OR-MELDING', null, 5).map(opDeHavenkade),
    // From abroad one proves to be alive.
    ...lopend(prng, wereld, 'BZ-UITTREKSEL', burgers.get('999901059')?.wie ?? null, 3),
    ...vanOverledene(prng, wereld, burgers),
    ...lopend(prng, wereld, 'WO-WOZ', burgers.get('999901072')?.wie ?? null, 25).map(bijPartner),
  ];
}
