import { describe, expect, it } from 'vitest';
import { maakAntwoord } from '../../../server/domain/antwoord.ts';
import { bouwBesluit, bouwStand, bouwStatussen, bouwSubstatus } from '../bouw.ts';
import {
  GEVRAAGD,
  INKOMENSTOESLAG,
  KLACHT,
  LOOPT,
  NIETS,
  STAND,
  zegEn,
  zegNl,
  type Geval,
} from './gevallen.ts';

const AFGEROND = 'Uw aanvraag is op 19 november afgerond.';
const BRIEF_KOMT = 'U krijgt een brief met ons besluit.';
const dicht = { ...LOOPT, zaak: { einddatum: '2026-11-19' } };
const besluit = (anders: Parameters<typeof bouwBesluit>[0]) => ({ besluiten: [bouwBesluit(anders)] });
const VERZONDEN = besluit({
  datum: '2026-11-18',
  verzenddatum: '2026-11-19',
  uiterlijkeReactiedatum: '2026-12-31',
});
const BRIEF = 'Wij stuurden u op 19 november een brief met ons besluit.';
const BEZWAAR = 'U kunt tot en met 31 december bezwaar maken.';

const GEVALLEN: readonly Geval[] = [
  [
    'besluit genomen, nog niet verzonden',
    {
      ...LOOPT,
      zaak: { uiterlijkeEinddatumAfdoening: '2026-11-05' },
      resultaat: 'Toegekend',
      rest: besluit({ datum: '2026-11-18' }),
    },
    [GEVRAAGD, STAND, 'Wij namen op 18 november een besluit.', BRIEF_KOMT, NIETS],
  ],
  [
    'afgerond, de brief gaat er later uit',
    { ...dicht, resultaat: 'Afgewezen', rest: besluit({ datum: '2026-11-18', verzenddatum: '2026-11-25' }) },
    [GEVRAAGD, AFGEROND, 'Wij namen op 18 november een besluit.', BRIEF_KOMT, NIETS],
  ],
  [
    'twee besluiten, een nog niet verzonden',
    {
      ...dicht,
      resultaat: 'Afgewezen',
      rest: {
        besluiten: [bouwBesluit({ verzenddatum: '2026-11-10' }), bouwBesluit({ uuid: 'b2' })],
      },
    },
    [GEVRAAGD, AFGEROND, 'Wij hebben een besluit genomen.', BRIEF_KOMT, NIETS],
  ],
  [
    'afgerond en verzonden: de uitkomst, en tot wanneer bezwaar',
    { ...dicht, resultaat: 'Afgewezen', rest: VERZONDEN },
    [GEVRAAGD, AFGEROND, BRIEF, 'De uitkomst is: afgewezen.', BEZWAAR],
  ],
  [
    'bezwaar kan niet meer',
    { ...dicht, resultaat: 'Afgewezen', rest: VERZONDEN, vandaag: '2027-01-01' },
    [
      'Wij kregen op 10 september 2026 uw aanvraag: individuele inkomenstoeslag.',
      'Uw aanvraag is op 19 november 2026 afgerond.',
      'Wij stuurden u op 19 november 2026 een brief met ons besluit.',
      'De uitkomst is: afgewezen.',
      'U kon tot en met 31 december 2026 bezwaar maken.',
    ],
  ],
  [
    'na een bezwaar naar de rechter',
    { ...dicht, zaaktype: { omschrijving: 'WOZ-bezwaar' }, resultaat: 'Ongegrond', rest: VERZONDEN },
    [
      'Wij kregen op 10 september uw WOZ-bezwaar.',
      'Uw bezwaar is op 19 november afgerond.',
      BRIEF,
      'De uitkomst is: ongegrond.',
      'U kunt tot en met 31 december naar de rechter.',
    ],
  ],
  [
    'open na een verzonden besluit: de stap mag haar naam hebben',
    {
      zaak: { uiterlijkeEinddatumAfdoening: '2027-01-05' },
      zaaktype: { statustypen: INKOMENSTOESLAG },
      statussen: bouwStatussen(
        ['Ingediend, compleet', '2026-10-01'],
        ['In behandeling', '2026-10-05'],
        ['Toegekend, nog uit te betalen', '2026-11-01'],
      ),
      rest: VERZONDEN,
    },
    [
      GEVRAAGD,
      'Uw aanvraag is sinds 1 november bij stap 4 van 5: toegekend, nog uit te betalen.',
      BRIEF,
      BEZWAAR,
      NIETS,
    ],
  ],
  [
    'afgerond met resultaat, zonder besluit',
    { ...dicht, resultaat: 'Toegekend' },
    [GEVRAAGD, AFGEROND, 'De uitkomst is: toegekend.', NIETS],
  ],
  ['afgerond zonder resultaat', dicht, [GEVRAAGD, AFGEROND, NIETS]],
  ['een resultaat dat niets toevoegt', { ...dicht, resultaat: 'Afgehandeld' }, [GEVRAAGD, AFGEROND, NIETS]],
  [
    'een resultaat dat de catalogus afkapte',
    { ...dicht, resultaat: 'Buiten behandeling g' },
    [GEVRAAGD, AFGEROND, 'De uitkomst is: buiten behandeling gesteld.', NIETS],
  ],
  [
    'besluiten niet gelezen: de uitkomst van een beschikking staat in de brief',
    { ...dicht, resultaat: 'Toegekend', rest: { besluiten: null } },
    [GEVRAAGD, AFGEROND, 'De uitkomst staat in onze brief.', NIETS],
  ],
  [
    'besluiten niet gelezen: een rijbewijs kent er geen',
    {
      ...dicht,
      zaaktype: { omschrijving: 'Rijbewijs' },
      resultaat: 'Uitgereikt',
      rest: { besluiten: null },
    },
    ['Wij kregen op 10 september uw aanvraag: rijbewijs.', AFGEROND, 'De uitkomst is: uitgereikt.', NIETS],
  ],
  [
    'een einddatum voor de startdatum wordt niet genoemd',
    { ...LOOPT, zaak: { einddatum: '2026-09-01' } },
    [GEVRAAGD, 'Uw aanvraag is afgerond.', NIETS],
  ],
  [
    'klacht, informeel',
    {
      zaak: { startdatum: '2026-11-17', uiterlijkeEinddatumAfdoening: '2026-12-29' },
      zaaktype: { omschrijving: 'Klacht', statustypen: KLACHT },
      statussen: bouwStatussen(['Ontvangstbevestiging', '2026-11-17'], ['Informeel contact', '2026-11-18']),
    },
    [
      'Wij kregen op 17 november uw klacht.',
      'Uw klacht is sinds 18 november bij stap 2 van 4: informeel contact.',
      'Wij willen uw klacht eerst samen met u oplossen.',
      'Lukt dat niet, dan hoort u uiterlijk 29 december ons oordeel.',
      NIETS,
    ],
  ],
  [
    'klacht, informeel, met nieuws',
    {
      zaak: { startdatum: '2026-11-17', uiterlijkeEinddatumAfdoening: '2026-12-29' },
      zaaktype: { omschrijving: 'Klacht', statustypen: KLACHT },
      statussen: bouwStatussen(['Informeel contact', '2026-11-18']),
      substatussen: [
        bouwSubstatus({ omschrijving: 'Wij hebben u gebeld.', tijdstip: '2026-11-19T12:00:00+01:00' }),
      ],
    },
    [
      'Wij kregen op 17 november uw klacht.',
      'Uw klacht is sinds 18 november bij stap 2 van 4: informeel contact.',
      'Wij willen uw klacht eerst samen met u oplossen, u hoeft niets te doen.',
      'Het nieuws van 19 november: wij hebben u gebeld.',
      'Lukt dat niet, dan hoort u uiterlijk 29 december ons oordeel.',
    ],
  ],
  [
    'klacht, formeel en te laat: geen ingebrekestelling',
    {
      zaak: { startdatum: '2026-09-17', uiterlijkeEinddatumAfdoening: '2026-10-29' },
      zaaktype: { omschrijving: 'Klacht over de balie', statustypen: KLACHT },
      statussen: bouwStatussen(['Formele behandeling', '2026-10-18']),
    },
    [
      'Wij kregen op 17 september uw klacht over de balie.',
      'Uw klacht is sinds 18 oktober bij stap 3 van 4: formele behandeling.',
      'Hierna ronden wij uw klacht af.',
      'U zou het uiterlijk 29 oktober horen, onze excuses dat dat niet lukte.',
      NIETS,
    ],
  ],
  [
    'klacht afgerond: gegrond, zonder bezwaar',
    {
      zaak: { einddatum: '2026-11-19' },
      zaaktype: { omschrijving: 'Klacht', statustypen: KLACHT },
      resultaat: 'Gegrond',
      rest: VERZONDEN,
    },
    [
      'Wij kregen op 10 september uw klacht.',
      'Uw klacht is op 19 november afgerond.',
      BRIEF,
      'De uitkomst is: gegrond.',
      NIETS,
    ],
  ],
];

describe('het antwoord na een besluit, aan het einde, en over een klacht', () => {
  it.each(GEVALLEN)('%s', (_naam, vraag, zinnen) => {
    expect(zegNl(vraag)).toEqual(zinnen);
  });

  it('zegt nooit waarom zo besloten is, ook niet in het Engels', () => {
    const vraag = {
      ...dicht,
      zaak: { ...dicht.zaak, toelichting: 'inkomen te hoog' },
      statussen: LOOPT.statussen.map((status) => ({ ...status, toelichting: 'inkomen te hoog' })),
      resultaat: 'Afgewezen',
      rest: VERZONDEN,
    };
    const { nl, en } = maakAntwoord(bouwStand(vraag));
    expect(`${nl} ${en}`).not.toContain('inkomen te hoog');
    expect(zegEn(vraag)).toContain('The outcome is: rejected. You can object until 31 December.');
  });

  it('geeft de zinnen los en samen, en de actie apart', () => {
    const antwoord = maakAntwoord(
      bouwStand({ ...LOOPT, rest: { actie: { moet: 'Betaal de leges', voor: '2026-12-01' } } }),
    );
    expect(antwoord.nl).toBe(antwoord.zinnen.nl.join(' '));
    expect(antwoord.en).toBe(antwoord.zinnen.en.join(' '));
    expect(antwoord.zinnen.nl.length).toBe(antwoord.zinnen.en.length);
    expect(antwoord.actie).toEqual({ moet: 'Betaal de leges', voor: '2026-12-01' });
    expect(maakAntwoord(bouwStand(LOOPT)).actie).toEqual({ moet: null, voor: null });
  });
});
