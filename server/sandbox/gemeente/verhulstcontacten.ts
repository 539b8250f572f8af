/** The contacts of mevrouw Verhulst: three times in a week about her toeslag, a brief, a klacht, a promise to call back. */
import { schrijfContact, type Contact, type Schrijver } from './contact.ts';
import { opDag, weekdag, type Dagnr, type Tijdstip } from './datum.ts';
import { medewerkersVan, type Afdeling } from './organisatie.ts';
import { maakPartij } from './partijen.ts';
import type { Burger, Wereld } from './wereld.ts';
import type { GeschrevenZaak } from './stukken.ts';

interface Verteld extends Pick<Contact, 'kanaal' | 'vraagtype' | 'resultaat' | 'onderwerp' | 'inhoud'> {
  /** Days ago and minutes after midnight. */
  geleden: number;
  minuten: number;
  afdeling: Afdeling;
  zaak?: 'toeslag' | 'klacht' | 'geluid' | 'parkeren' | 'omgeving';
  richting?: 'uitgaand';
  nietBereikt?: true;
  terugbellen?: 'open' | 'gedaan';
  reactie?: string;
  vanBuiten?: true;
}

const ZAAK = {
  toeslag: /inkomenstoeslag/i,
  klacht: /klacht/i,
  geluid: /geluidsanering/i,
  parkeren: /parkeervergunning|parkeerplaats/i,
  omgeving: /^omgevingsvergunning/i,
} as const;

const CONTACTEN: readonly Verteld[] = [
  {
    geleden: 1,
    minuten: 615,
    kanaal: 'telefoon',
    vraagtype: 'voortgang',
    resultaat: 'niet_beantwoord',
    richting: 'uitgaand',
    nietBereikt: true,
    afdeling: 'Inkomen',
    zaak: 'toeslag',
    onderwerp: 'Teruggebeld over de toeslag, niet bereikt',
    inhoud: 'Geen gehoor. Nieuwe poging op de volgende werkdag na 13.00 uur.',
  },
  {
    geleden: 2,
    minuten: 1000,
    kanaal: 'webformulier',
    vraagtype: 'klacht',
    resultaat: 'beantwoord',
    afdeling: 'KCC',
    zaak: 'klacht',
    onderwerp: 'Klacht over de balie',
    inhoud:
      'Ik kwam voor de derde keer vragen naar mijn toeslag. De medewerker kon niets zien en stuurde mij weg. ' +
      'Zo ga je niet met mensen om.',
  },
  {
    geleden: 3,
    minuten: 672,
    kanaal: 'telefoon',
    vraagtype: 'voortgang',
    resultaat: 'terugbelverzoek',
    afdeling: 'KCC',
    zaak: 'toeslag',
    terugbellen: 'open',
    onderwerp: 'Wil gebeld worden over de toeslag',
    inhoud: 'Vraagt waarom het zo lang duurt. Inkomen belt haar terug, het liefst na 13.00 uur.',
  },
  {
    geleden: 3,
    minuten: 600,
    kanaal: 'balie',
    vraagtype: 'voortgang',
    resultaat: 'niet_beantwoord',
    afdeling: 'Burgerzaken',
    zaak: 'toeslag',
    onderwerp: 'Vraag over de toeslag',
    inhoud: 'Wil weten of de toeslag al is toegekend. Kon dit aan de balie niet zien.',
  },
  {
    geleden: 7,
    minuten: 587,
    kanaal: 'telefoon',
    vraagtype: 'voortgang',
    resultaat: 'gedeeltelijk',
    afdeling: 'KCC',
    zaak: 'toeslag',
    onderwerp: 'Wanneer komt de toeslag?',
    inhoud: 'Verteld dat de aanvraag in behandeling is. Kon geen datum noemen.',
  },
  {
    geleden: 9,
    minuten: 782,
    kanaal: 'brief',
    vraagtype: 'aanvraag',
    resultaat: 'beantwoord',
    richting: 'uitgaand',
    afdeling: 'Openbare Ruimte',
    zaak: 'parkeren',
    onderwerp: 'Stuur een kopie van uw kentekenbewijs',
    inhoud: 'Brief gestuurd. De aanvraag staat stil tot de kopie binnen is.',
  },
  {
    geleden: 8,
    minuten: 1265,
    kanaal: 'MijnOmgeving',
    vraagtype: 'voortgang',
    resultaat: null,
    vanBuiten: true,
    afdeling: 'Wonen',
    zaak: 'omgeving',
    onderwerp: 'Vraag over mijn dakkapel',
    inhoud: 'De aannemer wil een datum weten. Wanneer hoor ik of de vergunning er komt?',
  },
  {
    geleden: 22,
    minuten: 1240,
    kanaal: 'MijnOmgeving',
    vraagtype: 'informatie',
    resultaat: null,
    vanBuiten: true,
    afdeling: 'Wonen',
    zaak: 'geluid',
    onderwerp: 'Moet ik thuis zijn bij de meting?',
    inhoud: 'Er komt iemand meten. Moet ik dan de hele dag thuis zijn?',
    reactie: 'Nee. De meting duurt ongeveer een uur. De meter belt een dag van tevoren hoe laat hij komt.',
  },
  {
    geleden: 15,
    minuten: 640,
    kanaal: 'email',
    vraagtype: 'voortgang',
    resultaat: 'beantwoord',
    afdeling: 'Wonen',
    zaak: 'geluid',
    onderwerp: 'Wanneer komt de bouwkundige?',
    inhoud: 'Geantwoord dat de bouwkundige een afspraak maakt zodra het rapport klaar is.',
  },
  {
    geleden: 33,
    minuten: 1130,
    kanaal: 'chat',
    vraagtype: 'informatie',
    resultaat: 'beantwoord',
    afdeling: 'KCC',
    zaak: 'omgeving',
    onderwerp: 'Mag ik al beginnen met de dakkapel?',
    inhoud: 'Nee, eerst het besluit afwachten. Uitgelegd waar dat binnenkomt.',
  },
  {
    geleden: 59,
    minuten: 690,
    kanaal: 'telefoon',
    vraagtype: 'voortgang',
    resultaat: 'beantwoord',
    afdeling: 'KCC',
    zaak: 'geluid',
    onderwerp: 'Is mijn aanvraag binnen?',
    inhoud: 'Ja. Zaaknummer gegeven.',
  },
  {
    geleden: 101,
    minuten: 1010,
    kanaal: 'whatsapp',
    vraagtype: 'informatie',
    resultaat: 'beantwoord',
    afdeling: 'KCC',
    onderwerp: 'Wanneer wordt het papier opgehaald?',
    inhoud: 'De afvalkalender voor de Lindelaan gestuurd.',
  },
  {
    geleden: 174,
    minuten: 560,
    kanaal: 'telefoon',
    vraagtype: 'informatie',
    resultaat: 'terugbelverzoek',
    afdeling: 'KCC',
    terugbellen: 'gedaan',
    onderwerp: 'Hoe lang is mijn rijbewijs nog geldig?',
    inhoud: 'Burgerzaken zoekt het uit en belt terug.',
  },
];

function zaakVan(zaken: readonly GeschrevenZaak[], soort: keyof typeof ZAAK): GeschrevenZaak | undefined {
  return zaken.find(
    (z) => z.plan.hoofdzaak === null && ZAAK[soort].test(z.plan.zaaktype.naam) && z.plan.resultaat === null,
  );
}

/** Contacts of the KCC fall on working days: a weekend day becomes the Friday before. */
function moment(vandaag: Dagnr, verteld: Verteld): Tijdstip {
  const dag = vandaag - verteld.geleden;
  const w = verteld.kanaal === 'webformulier' || verteld.vanBuiten === true ? 1 : weekdag(dag);
  return opDag(w === 6 ? dag - 1 : w === 0 ? dag - 2 : dag, verteld.minuten, 21);
}

export function vertelVerhulst(
  schrijver: Schrijver,
  wereld: Wereld,
  verhulst: Burger,
  zaken: readonly GeschrevenZaak[],
): void {
  const partij = maakPartij(schrijver.gemeente, schrijver.prng, verhulst.wie, 0, {
    telefoon: '0612345678',
    email: 'anouk.verhulst@example.com',
    taal: 'nld',
    notitie: 'Wil het liefst gebeld worden na 13.00 uur.',
  });
  for (const verteld of [...CONTACTEN].reverse()) {
    const medewerker = medewerkersVan(verteld.afdeling)[0];
    if (medewerker === undefined) throw new Error(`Niemand bij ${verteld.afdeling}`);
    const zaak = verteld.zaak === undefined ? undefined : zaakVan(zaken, verteld.zaak);
    // Where the catalogus has no such zaaktype, the story about it was not there to tell either, but for the klacht.
    if (verteld.zaak !== undefined && verteld.zaak !== 'klacht' && zaak === undefined) continue;
    const tijdstip = Math.max(moment(wereld.vandaag, verteld), zaak?.plan.ingediend ?? 0);
    const contact: Contact = {
      partij,
      kanaal: verteld.kanaal,
      vraagtype: verteld.vraagtype,
      resultaat: verteld.resultaat,
      richting: verteld.richting ?? 'inkomend',
      onderwerp: verteld.onderwerp,
      inhoud: verteld.inhoud,
      tijdstip,
      medewerker,
      ...(verteld.reactie === undefined ? {} : { reactie: verteld.reactie }),
      ...(verteld.vanBuiten === undefined ? {} : { vanBuiten: verteld.vanBuiten }),
      zaken: zaak === undefined ? [] : [zaak],
      ...(verteld.nietBereikt === true ? { nietBereikt: true } : {}),
    };
    schrijfContact(schrijver, {
      ...contact,
      ...(verteld.terugbellen === undefined
        ? {}
        : {
            terugbellen: {
              afdeling: zaak?.plan.zaaktype.afdeling ?? 'Burgerzaken',
              handeling: `Bel mevrouw Verhulst terug: ${verteld.onderwerp.toLowerCase()}`,
              toelichting: 'Beloofd: binnen 3 dagen, na 13.00 uur. Telefoon 06 12 34 56 78.',
              afgehandeld: verteld.terugbellen === 'open' ? null : tijdstip + 5_400_000,
            },
          }),
    });
  }
}
