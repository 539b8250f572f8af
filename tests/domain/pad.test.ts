import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kiesPad, leerPad, spreektVolgnummerTegen } from '../../server/domain/pad.ts';
import { bouwStatustypen } from './bouw.ts';

const keer = (aantal: number, ...reeks: string[]): string[][] =>
  Array.from({ length: aantal }, () => [...reeks]);

/** The order of 51 of 68 zaaktypen of a real catalogus: by alphabet, not as it happens. */
const ALFABET = bouwStatustypen([
  'Geaccepteerd',
  'In behandeling genomen',
  'Ingetrokken',
  'Ontvangen',
  'Afgehandeld',
]);
const GOED = bouwStatustypen(['Ontvangen', 'In behandeling', 'Besluit', 'Afgehandeld']);

describe('een pad leren uit gesloten zaken', () => {
  it('vindt de volgorde en de uitgang die het volgnummer verbergt', () => {
    const reeksen = [
      ...keer(28, 'Ontvangen', 'Geaccepteerd', 'In behandeling genomen', 'Afgehandeld'),
      ...keer(3, 'Ontvangen', 'Ingetrokken', 'Afgehandeld'),
      ...keer(2, 'Ontvangen', 'Geaccepteerd', 'Ingetrokken', 'Afgehandeld'),
    ];
    expect(leerPad(reeksen, ALFABET)).toEqual({
      bron: 'geleerd',
      stappen: ['Ontvangen', 'Geaccepteerd', 'In behandeling genomen', 'Afgehandeld'],
      uitgangen: ['Ingetrokken'],
      verborgen: [],
    });
  });

  it('leert niets van 29 zaken', () => {
    expect(leerPad(keer(29, 'Ontvangen', 'Afgehandeld'), GOED)).toBeNull();
    expect(leerPad(keer(30, 'Ontvangen', 'Afgehandeld'), GOED)).not.toBeNull();
  });

  it('telt zaken zonder bekende status niet mee', () => {
    expect(leerPad([...keer(29, 'Ontvangen', 'Afgehandeld'), [], ['weg']], GOED)).toBeNull();
  });

  it('leert niets als de zaken het niet eens zijn', () => {
    const reeksen = [
      ...keer(20, 'Ontvangen', 'In behandeling', 'Afgehandeld'),
      ...keer(15, 'In behandeling', 'Ontvangen', 'Afgehandeld'),
    ];
    expect(leerPad(reeksen, GOED)).toBeNull();
  });

  it('geeft een stap die velen overslaan haar plaats, maar voorspelt haar niet', () => {
    const reeksen = [
      ...keer(12, 'Ontvangen', 'In behandeling', 'Besluit', 'Afgehandeld'),
      ...keer(20, 'Ontvangen', 'In behandeling', 'Afgehandeld'),
    ];
    expect(leerPad(reeksen, GOED)).toEqual({
      bron: 'geleerd',
      stappen: ['Ontvangen', 'In behandeling', 'Besluit', 'Afgehandeld'],
      uitgangen: [],
      verborgen: ['Besluit'],
    });
  });

  it('houdt een late stap die niets overslaat niet voor een uitgang', () => {
    const reeksen = [
      ...keer(25, 'Ontvangen', 'In behandeling', 'Afgehandeld'),
      ...keer(10, 'Ontvangen', 'In behandeling', 'Besluit', 'Afgehandeld'),
    ];
    expect(leerPad(reeksen, GOED)?.uitgangen).toEqual([]);
  });

  it('verbergt een stap die overal kan komen, zonder plaats', () => {
    const reeksen = [
      ...keer(26, 'Ontvangen', 'In behandeling', 'Afgehandeld'),
      ...keer(3, 'Besluit', 'Ontvangen', 'In behandeling', 'Afgehandeld'),
      ...keer(3, 'Ontvangen', 'In behandeling', 'Besluit', 'Afgehandeld'),
    ];
    expect(leerPad(reeksen, GOED)).toMatchObject({
      stappen: ['Ontvangen', 'In behandeling', 'Afgehandeld'],
      verborgen: ['Besluit'],
    });
  });

  it('telt bij een heropende zaak de eerste keer', () => {
    const reeksen = keer(30, 'Ontvangen', 'In behandeling', 'Afgehandeld', 'In behandeling', 'Afgehandeld');
    expect(leerPad(reeksen, GOED)?.stappen).toEqual(['Ontvangen', 'In behandeling', 'Afgehandeld']);
  });

  it('leert wat de zaken zeggen, in welke volgorde de catalogus ook nummert', () => {
    const volgorde = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(volgorde, { minLength: 5 }),
        fc.array(fc.subarray(volgorde.slice(0, 4), { minLength: 3 }), { minLength: 5, maxLength: 5 }),
        (genummerd, met) => {
          const typen = bouwStatustypen(genummerd).map((type) => ({
            ...type,
            isEindstatus: type.uuid === 'e',
          }));
          const reeksen = [...keer(45, ...volgorde), ...met.map((deel) => [...deel, 'e'])];
          expect(leerPad(reeksen, typen)?.stappen).toEqual(volgorde);
        },
      ),
    );
  });
});

describe('spreekt iets het volgnummer tegen', () => {
  it.each([
    ['een zaak die andersom ging', [['In behandeling', 'Ontvangen']], GOED, true],
    ['een zaak die een stap oversloeg', [['Ontvangen', 'Besluit']], GOED, false],
    ['een zaak die terugging naar een eerdere stap', [['Ontvangen', 'Besluit', 'Ontvangen']], GOED, false],
    ['een heropende zaak', [['Ontvangen', 'Afgehandeld', 'In behandeling']], GOED, false],
    ['een status waarvan het type weg is', [['Besluit', 'weg', 'Afgehandeld']], GOED, false],
    ['geen enkele zaak', [], GOED, false],
    ['"Ontvangen" na "In behandeling genomen" in de catalogus zelf', [], ALFABET, true],
    [
      'tweemaal hetzelfde nummer',
      [],
      bouwStatustypen(['Ontvangen', 'Besluit'], { Besluit: { volgnummer: 1 } }),
      true,
    ],
    [
      'inkomenstoeslag',
      [],
      bouwStatustypen([
        'Ingediend, niet compleet',
        'Ingediend, compleet',
        'In behandeling',
        'Toegekend, nog uit te betalen',
        'Toegekend en uitbetaald',
      ]),
      false,
    ],
    [
      'subsidie geluidsanering',
      [],
      bouwStatustypen(['Geregistreerd', 'In behandeling', 'Geaccepteerd', 'Afgehandeld']),
      false,
    ],
  ] as const)('%s', (_naam, reeksen, typen, verwacht) => {
    expect(spreektVolgnummerTegen(reeksen, typen)).toBe(verwacht);
  });
});

describe('het pad kiezen', () => {
  const ingesteld = { bron: 'ingesteld' as const, stappen: ['Besluit'], uitgangen: [], verborgen: [] };
  const geleerd = { bron: 'geleerd' as const, stappen: ['Ontvangen'], uitgangen: [], verborgen: [] };
  const leeg = { stappen: [], uitgangen: [], verborgen: [] };

  it.each([
    ['ingesteld', { ingesteld, geleerd, reeksen: [] }],
    ['geleerd', { ingesteld: null, geleerd, reeksen: [] }],
    ['geleerd', { ingesteld: { ...ingesteld, ...leeg }, geleerd, reeksen: [] }],
    ['volgnummer', { ingesteld: null, geleerd: null, reeksen: [['Ontvangen', 'Besluit']] }],
    ['volgnummer', { ingesteld: null, geleerd: { ...geleerd, ...leeg }, reeksen: [] }],
    ['onbekend', { ingesteld: null, geleerd: null, reeksen: [['Besluit', 'Ontvangen']] }],
    ['geleerd', { ingesteld: null, geleerd, reeksen: [['Besluit', 'Ontvangen']] }],
  ] as const)('is %s', (bron, vraag) => {
    expect(kiesPad({ ...vraag, statustypen: GOED }).bron).toBe(bron);
  });

  it('is onbekend zonder statustypen', () => {
    expect(kiesPad({ ingesteld: null, geleerd: null, statustypen: [], reeksen: [] })).toEqual({
      bron: 'onbekend',
      ...leeg,
    });
  });

  it('voorspelt op volgnummer geen uitgang, storing of een van twee alternatieven', () => {
    const statustypen = bouwStatustypen([
      'Aangevraagd',
      'Gereed om af te halen op locatie Sneek',
      'Gereed om af te halen op locatie Bolsward',
      'Ingetrokken',
      'Fout',
      'Afgehandeld',
    ]);
    expect(kiesPad({ ingesteld: null, geleerd: null, statustypen, reeksen: [] })).toEqual({
      bron: 'volgnummer',
      stappen: [
        'Aangevraagd',
        'Gereed om af te halen op locatie Sneek',
        'Gereed om af te halen op locatie Bolsward',
        'Afgehandeld',
      ],
      uitgangen: ['Ingetrokken'],
      verborgen: [
        'Fout',
        'Gereed om af te halen op locatie Sneek',
        'Gereed om af te halen op locatie Bolsward',
      ],
    });
  });
});
