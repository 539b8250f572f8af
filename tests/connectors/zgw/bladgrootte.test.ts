import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maakBladgrootte } from '../../../server/connectors/zgw/bladgrootte.ts';

describe('zaken per bladzijde', () => {
  it('bepaalt het register waar het niet anders kan', () => {
    const blad = maakBladgrootte(null);
    blad.gemeten(10, 100);
    expect(blad.nu()).toBeNull();
  });

  it.each([
    ['nog niets gemeten', [], 25],
    ['8 ms per zaak', [[800, 100]], 50],
    ['60 ms per zaak: niet minder dan tien', [[6000, 100]], 10],
    ['vlot: niet meer dan mag', [[50, 100]], 200],
    [
      'twee metingen tellen half om half: 4 en 12 ms',
      [
        [400, 100],
        [1200, 100],
      ],
      50,
    ],
    ['een blad met weinig zaken zegt niets', [[9000, 9]], 25],
  ] as const)('%s', (_naam, metingen, verwacht) => {
    const blad = maakBladgrootte(200);
    for (const [ms, zaken] of metingen) blad.gemeten(ms, zaken);
    expect(blad.nu()).toBe(verwacht);
  });

  it('blijft tussen tien en het hoogste, wat er ook is gemeten', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.nat(500))), (metingen) => {
        const blad = maakBladgrootte(200);
        for (const [ms, zaken] of metingen) blad.gemeten(ms, zaken);
        expect(blad.nu()).toBeGreaterThanOrEqual(10);
        expect(blad.nu()).toBeLessThanOrEqual(200);
      }),
    );
  });
});
