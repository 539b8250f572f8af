import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vergelijkUrgentie, type Dringend } from '../../server/domain/urgentie.ts';

const zaak = (
  toestand: Dringend['termijn']['toestand'],
  resterendeDagen: number | null,
  startdatum = '2026-01-01',
  einddatum: string | null = null,
): Dringend => ({ termijn: { toestand, resterendeDagen }, startdatum, einddatum });

describe('meest urgent eerst', () => {
  it('zet te laat voor let op, op tijd, opgeschort, onbekend en dan de afgeronde', () => {
    const goed = [
      zaak('te_laat', -14),
      zaak('te_laat', -1),
      zaak('let_op', 0),
      zaak('let_op', 5),
      zaak('op_tijd', 6),
      zaak('op_tijd', 40, '2026-01-01'),
      zaak('op_tijd', 40, '2026-02-01'),
      zaak('opgeschort', -20),
      zaak('opgeschort', null),
      zaak('onbekend', null, '2025-01-01'),
      zaak('onbekend', null, '2026-01-01'),
      zaak('afgerond', null, '2024-01-01', '2026-06-03'),
      zaak('afgerond', null, '2026-01-01', '2026-02-03'),
    ];
    expect(goed.toReversed().sort(vergelijkUrgentie)).toEqual(goed);
  });

  it('is een volgorde: omgekeerd gevraagd is omgekeerd geantwoord', () => {
    const een: fc.Arbitrary<Dringend> = fc.record({
      termijn: fc.record({
        toestand: fc.constantFrom(
          ...(['te_laat', 'let_op', 'op_tijd', 'opgeschort', 'onbekend', 'afgerond'] as const),
        ),
        resterendeDagen: fc.option(fc.integer({ min: -50, max: 50 })),
      }),
      startdatum: fc.constantFrom('2026-01-01', '2026-02-01'),
      einddatum: fc.option(fc.constantFrom('2026-03-01', '2026-04-01')),
    });
    fc.assert(
      fc.property(een, een, een, (a, b, c) => {
        expect(Math.sign(vergelijkUrgentie(a, b))).toBe(-Math.sign(vergelijkUrgentie(b, a)) + 0);
        const [x, y, z] = [a, b, c].sort(vergelijkUrgentie);
        expect(vergelijkUrgentie(x!, z!)).toBeLessThanOrEqual(0);
        expect(vergelijkUrgentie(x!, y!)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
