/**
 * The zaken of mevrouw Verhulst (BSN 999993653), one for each state that a medewerker meets. Told as parts of the time
 * that has passed, so that the same story runs on a catalogus of others, where `patroon` finds the zaaktype.
 */
import type { Wereld } from './wereld.ts';
import type { Zaaktype } from './zaaktype.ts';
import { dagEnMaand } from './datum.ts';

interface Tussenstap {
  bij: number;
  deel: number;
  tekst: string;
  /** What is said instead where the catalogus is not ours; by default the same. */
  elders?: string;
  intern?: true;
}

export interface Situatie {
  /** Zaaktype of Oeverdam, or else the first whose name fits. */
  code: string;
  patroon: RegExp;
  omschrijving: string;
  /** Days since it came in; depends on the term where it is about the term. */
  geleden: (termijn: number) => number;
  /** When the steps but the last were set: 0 = at once, 1 = now. */
  stappen: readonly number[];
  /** When it ended, likewise. */
  eind?: number;
  resultaat?: string;
  /** A decision was taken, and its letter left or not yet. */
  besluit?: 'verzonden' | 'niet verzonden';
  sub?: readonly Tussenstap[];
  opschorting?: string;
  verlenging?: string;
  vertrouwelijk?: string;
  /** The person is only belanghebbende; someone else asked. */
  belanghebbende?: true;
  deelzaken?: readonly Situatie[];
  /** Codes of zaken of hers that this one names as relevant. */
  relevant?: Readonly<Record<string, 'vervolg' | 'onderwerp' | 'bijdrage' | 'overig'>>;
  /** Only where the catalogus has such a zaaktype: never told of another one. */
  precies?: true;
}

export function situaties(wereld: Wereld): readonly Situatie[] {
  return [
    {
      code: 'IN-TOESLAG',
      patroon: /inkomenstoeslag/i,
      omschrijving: 'Individuele inkomenstoeslag',
      geleden: (termijn) => termijn + 14,
      stappen: [0, 0.2, 0.3],
      sub: [
        { bij: 2, deel: 0.37, tekst: 'Uw inkomen over 3 jaar opgevraagd' },
        { bij: 2, deel: 0.76, tekst: 'Gegevens over uw uitkering ontvangen' },
        { bij: 2, deel: 0.86, tekst: 'Wacht op kwaliteitscontrole', intern: true },
      ],
    },
    {
      code: 'JZ-KLACHT',
      patroon: /klacht/i,
      precies: true,
      omschrijving: 'Klacht over de balie',
      relevant: { 'IN-TOESLAG': 'onderwerp' },
      geleden: () => 2,
      stappen: [0, 0.4],
      sub: [{ bij: 0, deel: 0.01, tekst: 'Ontvangst bevestigd per e-mail' }],
    },
    {
      code: 'WO-GELUID',
      patroon: /geluid/i,
      omschrijving: 'Isolatie tegen geluid, Lindelaan 18',
      geleden: (termijn) => Math.round(termijn * 0.725),
      stappen: [0, 0.21],
      sub: [
        { bij: 0, deel: 0.02, tekst: 'Bevestiging gestuurd per e-mail' },
        {
          bij: 1,
          deel: 0.42,
          tekst: 'Afspraak met u gemaakt voor de meting',
          elders: 'Afspraak met u gemaakt',
        },
        { bij: 1, deel: 0.85, tekst: 'Budget van dit jaar bijna op, aanvraag met voorrang', intern: true },
      ],
      deelzaken: [
        {
          code: 'WO-METING',
          patroon: /^geluidsmeting$/i,
          precies: true,
          omschrijving: 'Geluidsmeting',
          geleden: () => 40,
          stappen: [0, 0.2],
          eind: 0.55,
        },
        {
          code: 'WO-OPNAME',
          patroon: /^bouwkundige opname$/i,
          precies: true,
          omschrijving: 'Bouwkundige opname',
          geleden: () => 14,
          stappen: [0, 0.5],
          sub: [{ bij: 1, deel: 0.6, tekst: `Opname op ${dagEnMaand(wereld.vandaag + 5)}` }],
        },
      ],
    },
    {
      code: 'OR-PARKEREN',
      patroon: /gehandicaptenparkeerplaats$/i,
      omschrijving: 'Parkeervergunning bewoner',
      geleden: (termijn) => Math.round(termijn * 0.4),
      stappen: [0, 0.35],
      sub: [
        {
          bij: 1,
          deel: 0.6,
          tekst: 'Brief gestuurd: stuur een kopie van uw kentekenbewijs',
          elders: 'Brief gestuurd: stuur de gegevens die wij missen',
        },
      ],
      opschorting: 'Wij wachten op een kopie van uw kentekenbewijs.',
    },
    {
      code: 'WO-WOZ',
      patroon: /^omgevingsvergunning - /i,
      omschrijving: 'Bezwaar WOZ-waarde Lindelaan 18',
      geleden: (termijn) => termijn + 5,
      stappen: [0, 0.2],
      sub: [
        {
          bij: 1,
          deel: 0.5,
          tekst: 'De taxateur vergelijkt uw woning met andere woningen.',
          elders: 'Wij hebben advies gevraagd over uw aanvraag.',
        },
      ],
      verlenging: 'Er zijn veel aanvragen. Wij hebben meer tijd nodig.',
    },
    {
      code: 'WO-OMGEVING',
      patroon: /^omgevingsvergunning$/i,
      omschrijving: 'Dakkapel Lindelaan 18',
      relevant: { 'WO-GELUID': 'bijdrage' },
      geleden: (termijn) => termijn - 4,
      stappen: [0, 0.1, 0.3],
      sub: [{ bij: 2, deel: 0.7, tekst: 'Het advies van welstand is binnen.' }],
      deelzaken: [
        {
          code: 'WO-WELSTAND',
          patroon: /sloopmelding/i,
          precies: true,
          omschrijving: 'Advies welstand',
          geleden: () => 36,
          stappen: [0, 0.1],
          eind: 0.5,
        },
      ],
    },
    {
      code: 'OR-MELDING',
      patroon: /verhuizing/i,
      omschrijving: 'Losse stoeptegel, Lindelaan',
      geleden: () => 4,
      stappen: [0],
    },
    {
      code: 'SD-WMO',
      patroon: /kinderopvang/i,
      omschrijving: 'Hulp bij het huishouden',
      geleden: (termijn) => Math.round(termijn * 0.3),
      stappen: [0, 0.4],
      sub: [
        {
          bij: 1,
          deel: 0.6,
          tekst: 'Afspraak gemaakt voor een gesprek bij u thuis',
          elders: 'Afspraak gemaakt voor een gesprek',
        },
      ],
    },
    {
      code: 'SD-PARKEERKAART',
      patroon: /gehandicaptenparkeerkaart$/i,
      omschrijving: 'Gehandicaptenparkeerkaart passagier',
      geleden: (termijn) => Math.round(termijn * 0.35),
      stappen: [0, 0.4],
      sub: [
        {
          bij: 1,
          deel: 0.5,
          tekst: `Wij missen een pasfoto. Stuur die op vóór ${dagEnMaand(wereld.vandaag + 12)}.`,
        },
      ],
    },
    {
      code: 'BZ-UITTREKSEL',
      patroon: /reisdocument/i,
      omschrijving: 'Uittreksel BRP',
      geleden: () => 1,
      stappen: [],
    },
    {
      code: 'IN-BIJSTAND',
      patroon: /bijzondere bijstand aanvraag/i,
      omschrijving: 'Bijzondere bijstand, wasmachine',
      geleden: () => 60,
      stappen: [0, 0.1, 0.3],
      eind: 0.65,
      resultaat: 'Toegekend',
      besluit: 'verzonden',
    },
    {
      code: 'OR-PARKEREN',
      patroon: /minimaregeling/i,
      omschrijving: 'Bezoekersvergunning',
      geleden: () => 16,
      stappen: [0, 0.4],
      eind: 0.93,
      resultaat: 'Verleend',
      besluit: 'niet verzonden',
    },
    {
      code: 'BZ-RIJBEWIJS',
      patroon: /rijbewijs/i,
      omschrijving: 'Rijbewijs verlengen',
      geleden: () => 178,
      stappen: [0, 0.01, 0.03],
      eind: 0.05,
      resultaat: 'Uitgereikt',
    },
    {
      code: 'BZ-REISDOCUMENT',
      patroon: /collectieve/i,
      omschrijving: 'Paspoort',
      geleden: () => 420,
      stappen: [0, 0.005, 0.01],
      eind: 0.02,
      resultaat: 'Uitgereikt',
    },
    {
      code: 'BZ-VERHUIZING',
      patroon: /studietoeslag/i,
      omschrijving: 'Verhuizing binnen Oeverdam',
      geleden: () => 610,
      stappen: [0, 0.005],
      eind: 0.01,
      resultaat: 'Verwerkt',
    },
    {
      code: 'WO-WOZ',
      patroon: /evenement/i,
      omschrijving: 'Bezwaar WOZ-waarde vorig jaar',
      geleden: () => 520,
      stappen: [0, 0.05],
      eind: 0.25,
      resultaat: 'Ongegrond',
      besluit: 'verzonden',
    },
    {
      code: 'IN-BIJSTAND',
      patroon: /bijstand aanvraag/i,
      omschrijving: 'Bijzondere bijstand, verhuizing',
      geleden: () => 25,
      stappen: [0, 0.2],
      vertrouwelijk: 'geheim',
    },
    {
      code: 'WO-OMGEVING',
      patroon: /vooroverleg/i,
      omschrijving: 'Uitbouw Lindelaan 20',
      geleden: () => 30,
      stappen: [0, 0.2],
      belanghebbende: true,
    },
  ];
}

/** Zaaktypen that kcc sees at least at `status` by default: not internal ones, not schuldhulp, not jeugd. */
export function zichtbaarVoorKcc(zaaktype: Zaaktype): boolean {
  return (
    !zaaktype.intern &&
    !/schuld|jeugd/i.test(zaaktype.naam) &&
    zaaktype.vertrouwelijk !== 'geheim' &&
    zaaktype.vertrouwelijk !== 'zeer_geheim'
  );
}
