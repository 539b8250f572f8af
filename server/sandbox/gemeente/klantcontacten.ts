/** The contacts of everybody over two years, most of them about a zaak, with the terugbelverzoeken they led to. */
import { maakActoren } from './actoren.ts';
import { schrijfContact, type Contact, type Schrijver } from './contact.ts';
import { dagVan, type Tijdstip } from './datum.ts';
import { KANALEN, LOS, OVER_ZAAK } from './gesprekken.ts';
import { medewerkersVan } from './organisatie.ts';
import { maakPartij, type Partij } from './partijen.ts';
import type { Betrokkene } from './plan.ts';
import type { Prng } from './prng.ts';
import { kantoortijd } from './verloop.ts';
import type { Burger, Wereld } from './wereld.ts';
import { DAG_MS } from './zaakplan.ts';
import type { GeschrevenZaak } from './stukken.ts';
import type { Gemeente } from '../typen.ts';

const RESULTATEN = [
  { resultaat: 'beantwoord', gewicht: 80 },
  { resultaat: 'gedeeltelijk', gewicht: 8 },
  { resultaat: 'doorverwezen', gewicht: 5 },
  { resultaat: 'niet_beantwoord', gewicht: 3 },
  { resultaat: 'terugbelverzoek', gewicht: 4 },
] as const;

/** Everything by which a klant is found again: a person by BSN, a company by KVK number. */
function nummerVan(wie: Betrokkene): string {
  return wie.soort === 'persoon' ? wie.bsn : wie.kvkNummer;
}

/** The zaken of a klant who asked for them: those one calls about. */
export function zakenPerKlant(zaken: readonly GeschrevenZaak[]): Map<string, GeschrevenZaak[]> {
  const perKlant = new Map<string, GeschrevenZaak[]>();
  for (const zaak of zaken) {
    const { initiator } = zaak.plan;
    if (initiator === null || zaak.plan.zaaktype.intern) continue;
    const lijst = perKlant.get(nummerVan(initiator));
    if (lijst === undefined) perKlant.set(nummerVan(initiator), [zaak]);
    else lijst.push(zaak);
  }
  return perKlant;
}

function terugbellen(prng: Prng, contact: Contact, nu: Tijdstip): Contact['terugbellen'] {
  const zaak = contact.zaken[0];
  const oud = nu - contact.tijdstip > 8 * DAG_MS;
  const gedaan = contact.tijdstip + prng.heel(4, 80) * 3_600_000;
  return {
    afdeling: zaak?.plan.zaaktype.afdeling ?? 'Burgerzaken',
    handeling: `Terugbellen over ${zaak?.plan.zaaktype.naam.toLowerCase() ?? 'een algemene vraag'}`,
    toelichting: 'Het liefst in de middag. Weet dat het even kan duren.',
    // Old ones are done but for a few that were forgotten; young ones as it happens.
    afgehandeld: gedaan < nu && prng.kans(oud ? 0.97 : 0.5) ? gedaan : null,
  };
}

/** When one calls about a zaak: from its start until some weeks after its end. */
function momentBijZaak(prng: Prng, zaak: GeschrevenZaak, nu: Tijdstip): Tijdstip {
  const { plan } = zaak;
  const einde = plan.resultaat === null ? nu : (plan.statussen.at(-1)?.tijdstip ?? nu) + 20 * DAG_MS;
  return plan.ingediend + prng.volgende() * (Math.min(einde, nu) - plan.ingediend);
}

function bedenk(
  prng: Prng,
  wereld: Wereld,
  partij: Partij | null,
  zaken: readonly GeschrevenZaak[],
): Contact | null {
  const zaak = zaken.length > 0 && prng.kans(0.65) ? prng.kies(zaken) : null;
  const stof = prng.gewogen(zaak === null ? LOS : OVER_ZAAK);
  const rond = zaak === null ? wereld.nu - prng.heel(1, 730) * DAG_MS : momentBijZaak(prng, zaak, wereld.nu);
  const tijdstip = kantoortijd(prng, rond, zaak?.plan.ingediend ?? 0);
  if (tijdstip >= wereld.nu - DAG_MS / 24) return null;
  const { kanaal } = prng.gewogen(KANALEN);
  const { resultaat } = prng.gewogen(RESULTATEN);
  const contact: Contact = {
    partij,
    kanaal,
    vraagtype: stof.vraagtype,
    resultaat,
    richting: kanaal !== 'webformulier' && kanaal !== 'chat' && prng.kans(0.06) ? 'uitgaand' : 'inkomend',
    onderwerp: stof.onderwerp.replace('{zaak}', zaak?.plan.zaaktype.naam.toLowerCase() ?? ''),
    inhoud: stof.inhoud,
    tijdstip,
    medewerker: prng.kies(medewerkersVan(kanaal === 'balie' ? 'Burgerzaken' : 'KCC')),
    zaken: zaak === null ? [] : [zaak],
    ...(prng.kans(0.01) ? { vertrouwelijk: true } : {}),
  };
  if (resultaat !== 'terugbelverzoek') return contact;
  const belofte = terugbellen(prng, contact, wereld.nu);
  return belofte === undefined ? contact : { ...contact, terugbellen: belofte };
}

/** Someone who did not get an answer calls again within the week. */
function nogEens(prng: Prng, contact: Contact, nu: Tijdstip): Contact | null {
  if (contact.resultaat === 'beantwoord' || !prng.kans(0.5)) return null;
  const tijdstip = kantoortijd(prng, contact.tijdstip + prng.heel(1, 5) * DAG_MS, contact.tijdstip);
  if (tijdstip >= nu - DAG_MS / 24) return null;
  const tweede: Contact = { ...contact };
  delete tweede.terugbellen;
  return { ...tweede, resultaat: 'beantwoord', kanaal: 'telefoon', richting: 'inkomend', tijdstip };
}

/** Makes every partij and actor and about `aantal` contacts; gives what the told stories go on with. */
export function maakKlantcontacten(
  gemeente: Gemeente,
  prng: Prng,
  wereld: Wereld,
  zaken: readonly GeschrevenZaak[],
  aantal: number,
): Schrijver {
  const schrijver: Schrijver = { gemeente, prng, actoren: maakActoren(gemeente, prng), nummer: 0 };
  const perKlant = zakenPerKlant(zaken);
  const klanten: (Burger['wie'] | Wereld['bedrijven'][number]['wie'])[] = [
    ...wereld.burgers.map(({ wie }) => wie),
    ...wereld.bedrijven.map(({ wie }) => wie),
  ];
  const geheim = new Set(wereld.burgers.filter((b) => b.geheimhouding).map((b) => b.wie.bsn));
  const partijen = klanten.map((wie, i) =>
    maakPartij(gemeente, prng, wie, i + 1, {
      geheimhouding: wie.soort === 'persoon' && geheim.has(wie.bsn),
    }),
  );
  const contacten: Contact[] = [];
  while (contacten.length < aantal && partijen.length > 0) {
    // A few never say who they are.
    const partij = prng.kans(0.04) ? null : prng.kies(partijen);
    const eigen = partij === null ? [] : (perKlant.get(nummerVan(partij.wie)) ?? []);
    const contact = bedenk(prng, wereld, partij, eigen);
    if (contact === null) continue;
    contacten.push(contact);
    const tweede = nogEens(prng, contact, wereld.nu);
    if (tweede !== null) contacten.push(tweede);
  }
  // Registers number what comes in, in the order in which it does.
  contacten.sort((a, b) => dagVan(a.tijdstip) - dagVan(b.tijdstip) || a.tijdstip - b.tijdstip);
  for (const contact of contacten) schrijfContact(schrijver, contact);
  return schrijver;
}
