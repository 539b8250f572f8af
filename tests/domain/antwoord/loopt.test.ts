import { describe, expect, it } from 'vitest';
import { bouwStatussen, bouwStatustypen, bouwSubstatus } from '../bouw.ts';
import {
  GELUID,
  GEVRAAGD,
  INKOMENSTOESLAG,
  LOOPT,
  NIETS,
  STAND,
  STUUR,
  zegEn,
  zegNl,
  type Geval,
} from './gevallen.ts';

const tot = (uiterlijkeEinddatumAfdoening: string, einddatumGepland: string | null = null) => ({
  uiterlijkeEinddatumAfdoening,
  einddatumGepland,
});
const BESLUIT = 'De volgende stap is: besluit.';
const LAAT = 'U zou het uiterlijk 5 november horen, onze excuses dat dat niet lukte.';
const BESLUIT_KOMT = 'Hierna hoort u wat wij besluiten.';
const geluid = {
  zaaktype: { omschrijving: 'Subsidie geluidsanering', statustypen: GELUID },
  statussen: bouwStatussen(['Geregistreerd', '2026-09-14'], ['In behandeling', '2026-09-28']),
};
const GELUID_GEVRAAGD = 'Wij kregen op 10 september uw aanvraag: subsidie geluidsanering.';
const GELUID_STAND = 'Uw aanvraag is sinds 28 september bij stap 2 van 4: in behandeling.';
const nieuws = (omschrijving: string, anders = {}) =>
  bouwSubstatus({ status: 'status-2', omschrijving, ...anders });

const GEVALLEN: readonly Geval[] = [
  [
    'nog geen status',
    { zaak: { startdatum: '2026-11-14', ...tot('2027-01-09') } },
    [
      'Wij kregen op 14 november uw aanvraag: individuele inkomenstoeslag.',
      'Er is nog geen stap gezet in uw aanvraag.',
      'De eerste stap is: ontvangen.',
      'U hoort het uiterlijk 9 januari 2027.',
      NIETS,
    ],
  ],
  [
    'geen status, geen pad, geen termijn',
    { zaaktype: { doorlooptijd: null, statustypen: [] } },
    [
      GEVRAAGD,
      'Er is nog geen stap gezet in uw aanvraag.',
      'Wij weten nog niet wanneer het klaar is.',
      NIETS,
    ],
  ],
  [
    'op tijd',
    { ...LOOPT, zaak: tot('2027-01-14') },
    [GEVRAAGD, STAND, BESLUIT, 'U hoort het uiterlijk 14 januari 2027.', NIETS],
  ],
  [
    'op tijd, met een streefdatum',
    { ...LOOPT, zaak: tot('2027-01-14', '2026-12-20') },
    [GEVRAAGD, STAND, BESLUIT, 'U hoort het uiterlijk 14 januari 2027, wij streven naar 20 december.', NIETS],
  ],
  [
    'een streefdatum die voorbij is, wordt niet genoemd',
    { ...LOOPT, zaak: tot('2027-01-14', '2026-11-20') },
    [GEVRAAGD, STAND, BESLUIT, 'U hoort het uiterlijk 14 januari 2027.', NIETS],
  ],
  [
    'alleen een streefdatum',
    { ...LOOPT, zaak: { einddatumGepland: '2026-12-20' }, zaaktype: { doorlooptijd: null } },
    [GEVRAAGD, STAND, BESLUIT, 'Wij willen op 20 december klaar zijn.', NIETS],
  ],
  [
    'een berekende datum',
    { ...LOOPT, zaak: { startdatum: '2026-10-01' } },
    [
      'Wij kregen op 1 oktober uw aanvraag: individuele inkomenstoeslag.',
      STAND,
      BESLUIT,
      'U hoort het naar verwachting uiterlijk 26 november, dat is over 5 dagen.',
      NIETS,
    ],
  ],
  [
    'dichtbij',
    { ...LOOPT, zaak: tot('2026-11-24') },
    [GEVRAAGD, STAND, BESLUIT, 'U hoort het uiterlijk 24 november, dat is over 3 dagen.', NIETS],
  ],
  [
    'morgen',
    { ...LOOPT, zaak: tot('2026-11-22') },
    [GEVRAAGD, STAND, BESLUIT, 'U hoort het uiterlijk morgen, 22 november.', NIETS],
  ],
  [
    'vandaag',
    { ...LOOPT, zaak: tot('2026-11-21') },
    [GEVRAAGD, STAND, BESLUIT, 'U hoort het uiterlijk vandaag.', NIETS],
  ],
  [
    'te laat met een beschikking',
    { ...LOOPT, zaak: tot('2026-11-05') },
    [GEVRAAGD, STAND, BESLUIT, LAAT, 'U hoeft niets te doen, maar u mag ons een ingebrekestelling sturen.'],
  ],
  [
    'te laat met een paspoort: geen ingebrekestelling',
    { ...LOOPT, zaak: tot('2026-11-05'), zaaktype: { omschrijving: 'Paspoort' } },
    ['Wij kregen op 10 september uw aanvraag: paspoort.', STAND, BESLUIT, LAAT, NIETS],
  ],
  [
    'alleen de streefdatum voorbij: geen ingebrekestelling',
    { ...LOOPT, zaak: { einddatumGepland: '2026-11-05' }, zaaktype: { doorlooptijd: null } },
    [
      GEVRAAGD,
      STAND,
      BESLUIT,
      'Wij wilden op 5 november klaar zijn, onze excuses dat dat niet lukte.',
      NIETS,
    ],
  ],
  [
    'een berekende datum voorbij: geen ingebrekestelling',
    { ...LOOPT },
    [GEVRAAGD, STAND, BESLUIT, LAAT, NIETS],
  ],
  [
    'een termijn die op zaterdag eindigde, loopt op zondag nog',
    { ...LOOPT, zaak: { startdatum: '2026-09-26', ...tot('2026-11-21') }, vandaag: '2026-11-22' },
    [
      'Wij kregen op 26 september uw aanvraag: individuele inkomenstoeslag.',
      STAND,
      BESLUIT,
      'U zou het uiterlijk 21 november horen, onze excuses dat dat niet lukte.',
      NIETS,
    ],
  ],
  [
    'verlengd, maar het register verzette de datum niet: geen ingebrekestelling',
    { ...LOOPT, zaak: { ...tot('2026-11-05'), verlenging: { reden: '', duur: 'P6W' } } },
    [GEVRAAGD, STAND, 'Wij hebben meer tijd nodig.', LAAT, NIETS],
  ],
  [
    'opgeschort, niemand weet tot wanneer of om wie',
    { ...LOOPT, zaak: { ...tot('2026-12-05'), opschorting: { reden: 'Wij wachten op het UWV.' } } },
    [
      GEVRAAGD,
      STAND,
      'De behandeling staat nu stil, de reden is: wij wachten op het UWV.',
      BESLUIT,
      'Zolang het stilstaat, kunnen wij geen datum noemen.',
    ],
  ],
  [
    'opgeschort zonder reden',
    { ...LOOPT, zaak: { ...tot('2026-12-05'), opschorting: { reden: '' } } },
    [
      GEVRAAGD,
      STAND,
      'De behandeling staat nu stil.',
      BESLUIT,
      'Zolang het stilstaat, kunnen wij geen datum noemen.',
    ],
  ],
  [
    'opgeschort tot een dag, wachtend op de inwoner',
    {
      ...LOOPT,
      zaak: { ...tot('2026-12-05'), opschorting: { reden: 'Wij wachten op uw loonstrook.' } },
      rest: { opgeschortTot: '2026-11-30' },
    },
    [
      GEVRAAGD,
      STAND,
      'De behandeling staat stil tot 30 november, de reden is: wij wachten op uw loonstrook.',
      'Zolang het stilstaat, kunnen wij geen datum noemen.',
      STUUR,
    ],
  ],
  [
    'opgeschort tot een dag die voorbij is: die wordt niet genoemd',
    {
      ...LOOPT,
      zaak: { ...tot('2026-12-05'), opschorting: { reden: '' } },
      rest: { opgeschortTot: '2026-11-20' },
    },
    [
      GEVRAAGD,
      STAND,
      'De behandeling staat nu stil.',
      BESLUIT,
      'Zolang het stilstaat, kunnen wij geen datum noemen.',
    ],
  ],
  [
    'opgeschort, met nieuws: dat blijft als er te veel te zeggen is',
    {
      ...LOOPT,
      zaak: { ...tot('2026-12-05'), opschorting: { reden: 'Wij wachten op uw loonstrook.' } },
      substatussen: [nieuws('Wij hebben u een brief gestuurd.')],
    },
    [
      GEVRAAGD,
      STAND,
      'De behandeling staat nu stil, de reden is: wij wachten op uw loonstrook.',
      'Het nieuws van 2 november: wij hebben u een brief gestuurd.',
      STUUR,
    ],
  ],
  [
    'verlengd met een reden van twee zinnen',
    {
      ...LOOPT,
      zaaktype: { omschrijving: 'WOZ-bezwaar' },
      zaak: {
        ...tot('2027-01-05'),
        verlenging: { reden: 'Er zijn veel bezwaren. Dat kost meer tijd.', duur: 'P6W' },
      },
    },
    [
      'Wij kregen op 10 september uw WOZ-bezwaar.',
      'Uw bezwaar is sinds 1 oktober bij stap 2 van 4: in behandeling.',
      'De termijn is verlengd: er zijn veel bezwaren; dat kost meer tijd.',
      BESLUIT,
      'U hoort het uiterlijk 5 januari 2027, u hoeft niets te doen.',
    ],
  ],
  [
    'nieuws van vandaag; het interne nieuws erna blijft binnen',
    {
      ...LOOPT,
      zaak: tot('2027-01-14'),
      substatussen: [
        nieuws('Uw aanvraag is berekend. De brief moet nog worden getekend.', {
          tijdstip: '2026-11-21T14:31:00+01:00',
        }),
        nieuws('Tweede rekening gevonden', {
          uuid: 'sub-2',
          doelgroep: 'intern',
          tijdstip: '2026-11-21T15:00:00+01:00',
        }),
      ],
    },
    [
      GEVRAAGD,
      STAND,
      'Het nieuws van vandaag: uw aanvraag is berekend; de brief moet nog worden getekend.',
      BESLUIT,
      'U hoort het uiterlijk 14 januari 2027, u hoeft niets te doen.',
    ],
  ],
  [
    'nieuws van een register waarvan de klok voorloopt: het is niet van morgen',
    {
      ...LOOPT,
      zaak: tot('2027-01-14'),
      substatussen: [nieuws('Uw aanvraag is berekend.', { tijdstip: '2026-11-22T00:05:00+01:00' })],
    },
    [
      GEVRAAGD,
      STAND,
      'Het nieuws van vandaag: uw aanvraag is berekend.',
      BESLUIT,
      'U hoort het uiterlijk 14 januari 2027, u hoeft niets te doen.',
    ],
  ],
  [
    'nieuws dat de uitkomst verraadt, wacht op de brief',
    { ...LOOPT, zaak: tot('2027-01-14'), substatussen: [nieuws('Uw toeslag is toegekend.')] },
    [GEVRAAGD, STAND, BESLUIT, 'U hoort het uiterlijk 14 januari 2027.', NIETS],
  ],
  [
    'wacht op de inwoner door een substatus',
    { ...LOOPT, zaak: tot('2027-01-14'), substatussen: [nieuws('Wij missen uw loonstrook. Stuur die op.')] },
    [
      GEVRAAGD,
      STAND,
      BESLUIT,
      'U hoort het uiterlijk 14 januari 2027.',
      'U moet nog iets doen: wij missen uw loonstrook; stuur die op.',
    ],
  ],
  [
    'wacht op de inwoner door de status, en te laat: geen ingebrekestelling',
    {
      zaak: tot('2026-11-05'),
      zaaktype: { statustypen: INKOMENSTOESLAG },
      statussen: bouwStatussen(['Ingediend, niet compleet', '2026-11-01']),
    },
    [
      GEVRAAGD,
      'Uw aanvraag is sinds 1 november bij stap 1 van 5: ingediend, niet compleet.',
      'De volgende stap is: ingediend, compleet.',
      LAAT,
      STUUR,
    ],
  ],
  [
    'een taak met een datum',
    {
      ...LOOPT,
      zaak: tot('2027-01-14'),
      rest: { actie: { moet: 'Onderteken het formulier.', voor: '2026-12-01' } },
    },
    [
      GEVRAAGD,
      STAND,
      BESLUIT,
      'U hoort het uiterlijk 14 januari 2027.',
      'U moet vóór 1 december nog iets doen: onderteken het formulier.',
    ],
  ],
  [
    'een taak waarvan de datum voorbij is',
    { ...LOOPT, zaak: tot('2027-01-14'), rest: { actie: { moet: 'Betaal', voor: '2026-11-20' } } },
    [
      GEVRAAGD,
      STAND,
      BESLUIT,
      'U hoort het uiterlijk 14 januari 2027.',
      'U moest vóór 20 november iets doen: betaal.',
    ],
  ],
  [
    'klaar om op te halen',
    {
      zaak: tot('2026-12-14'),
      zaaktype: {
        omschrijving: 'Aanvraag rijbewijs',
        statustypen: bouwStatustypen(['Aangevraagd', 'Ligt klaar', 'Uitgereikt'], {
          'Ligt klaar': { statustekst: 'U kunt uw rijbewijs ophalen.' },
        }),
      },
      statussen: bouwStatussen(['Aangevraagd', '2026-11-02'], ['Ligt klaar', '2026-11-10']),
    },
    [
      'Wij kregen op 10 september uw aanvraag: rijbewijs.',
      'Uw aanvraag is sinds 10 november bij stap 2 van 3: ligt klaar.',
      'Hierna ronden wij uw aanvraag af.',
      'U moet nog iets doen: haal het op.',
    ],
  ],
  [
    'de volgende stap is een uitkomst: die wordt niet genoemd',
    { ...geluid, zaak: tot('2026-12-14', '2026-12-07') },
    [
      GELUID_GEVRAAGD,
      GELUID_STAND,
      BESLUIT_KOMT,
      'U hoort het uiterlijk 14 december, wij streven naar 7 december.',
      NIETS,
    ],
  ],
  [
    'hoofdzaak met deelzaken',
    {
      ...geluid,
      zaak: tot('2027-01-14'),
      rest: {
        deelzaken: [
          { omschrijving: 'Geluidsmeting', open: false },
          { omschrijving: 'Bouwkundige opname', open: true },
        ],
      },
    },
    [
      GELUID_GEVRAAGD,
      GELUID_STAND,
      'Uw aanvraag heeft 2 delen, daarvan is er 1 klaar.',
      BESLUIT_KOMT,
      'U hoort het uiterlijk 14 januari 2027, u hoeft niets te doen.',
    ],
  ],
  [
    'ingetrokken, nog niet afgerond',
    {
      zaaktype: { statustypen: bouwStatustypen(['Ontvangen', 'Ingetrokken', 'Besluit', 'Afgehandeld']) },
      statussen: bouwStatussen(['Ontvangen', '2026-09-11'], ['Ingetrokken', '2026-11-11']),
    },
    [
      GEVRAAGD,
      'Uw aanvraag heeft sinds 11 november de status: ingetrokken.',
      'Hierna ronden wij uw aanvraag af.',
      NIETS,
    ],
  ],
  [
    'heropend: geen stapnummer',
    {
      zaak: tot('2027-01-14'),
      statussen: bouwStatussen(
        ['Ontvangen', '2026-09-11'],
        ['Afgehandeld', '2026-09-20'],
        ['In behandeling', '2026-10-20'],
      ),
    },
    [
      GEVRAAGD,
      'Uw aanvraag heeft sinds 20 oktober de status: in behandeling.',
      BESLUIT,
      'U hoort het uiterlijk 14 januari 2027.',
      NIETS,
    ],
  ],
  [
    'zaaktype weg',
    { zaaktype: null, statussen: bouwStatussen(['weg', '2026-11-10']) },
    [
      'Uw zaak is op 10 september gestart.',
      'De laatste stap in uw zaak was op 10 november.',
      'Wij weten nog niet wanneer het klaar is.',
      NIETS,
    ],
  ],
  [
    'lelijke namen',
    {
      zaak: tot('2027-01-14'),
      zaaktype: {
        omschrijving: 'B0123 AANVRAAG  bijzondere_bijstand ',
        statustypen: bouwStatustypen(['1. ONTVANGEN ', '2. IN  BEHANDELING', '3. Klaar!']),
      },
      statussen: bouwStatussen(['1. ONTVANGEN ', '2026-09-11']),
    },
    [
      'Wij kregen op 10 september uw aanvraag: bijzondere bijstand.',
      'Uw aanvraag is sinds 11 september bij stap 1 van 3: ontvangen.',
      'De volgende stap is: in behandeling.',
      'U hoort het uiterlijk 14 januari 2027.',
      NIETS,
    ],
  ],
  [
    'toegekend zonder besluit in het register: de uitkomst staat in de brief',
    {
      zaak: tot('2027-01-05'),
      zaaktype: { statustypen: INKOMENSTOESLAG },
      statussen: bouwStatussen(
        ['Ingediend, compleet', '2026-10-01'],
        ['In behandeling', '2026-10-05'],
        ['Toegekend, nog uit te betalen', '2026-11-01'],
      ),
    },
    [
      GEVRAAGD,
      'Uw aanvraag is sinds 1 november bij stap 4 van 5.',
      'U krijgt een brief met ons besluit.',
      'Hierna ronden wij uw aanvraag af.',
      'U hoort het uiterlijk 5 januari 2027, u hoeft niets te doen.',
    ],
  ],
];

describe('het antwoord over een zaak die loopt', () => {
  it.each(GEVALLEN)('%s', (_naam, vraag, zinnen) => {
    expect(zegNl(vraag)).toEqual(zinnen);
  });

  it('zegt hetzelfde in het Engels, met onbekende namen in het Nederlands', () => {
    expect(zegEn({ ...LOOPT, zaak: tot('2026-11-24') })).toBe(
      'We received your application on 10 September: "individuele inkomenstoeslag". ' +
        'Your application has been at step 2 of 4 since 1 October: being handled. ' +
        'The next step is: "besluit". You will hear by 24 November, that is in 3 days. ' +
        'You do not need to do anything.',
    );
    expect(zegEn({ ...LOOPT, zaak: tot('2026-11-05') })).toMatch(
      /You should have heard by 5 November, .* you may send us a notice of default\.$/,
    );
  });
});
