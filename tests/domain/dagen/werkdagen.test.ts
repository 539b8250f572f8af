import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../../../server/domain/dagen.ts';
import {
  addWerkdagen,
  eerstePaasdag,
  eindeWettelijkeTermijn,
  feestdagen,
  isWerkdag,
} from '../../../server/domain/dagen/werkdagen.ts';

describe('feestdagen van art. 3 Algemene termijnenwet', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Pasen %i valt op %s', (jaar, verwacht) => {
    expect(eerstePaasdag(jaar)).toBe(verwacht);
  });

  it('noemt die van 2026 alle elf', () => {
    expect(feestdagen(2026)).toEqual([
      '2026-01-01',
      '2026-04-03', // Goede Vrijdag
      '2026-04-05',
      '2026-04-06',
      '2026-04-27',
      '2026-05-05',
      '2026-05-14', // Hemelvaartsdag
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('viert Koningsdag op zaterdag als 27 april een zondag is', () => {
    expect(feestdagen(2025)).toContain('2025-04-26');
    expect(feestdagen(2025)).not.toContain('2025-04-27');
  });
});

describe('het einde van een wettelijke termijn', () => {
  it.each([
    ['zaterdag loopt door tot maandag', '2026-10-10', '2026-11-21', null, '2026-11-23'],
    ['zondag loopt door tot maandag', '2026-10-11', '2026-11-22', null, '2026-11-23'],
    ['een werkdag blijft', '2026-11-17', '2026-12-29', null, '2026-12-29'],
    ['Goede Vrijdag loopt door tot na Pasen', '2026-03-01', '2026-04-03', null, '2026-04-07'],
    ['eerste kerstdag loopt door tot na het weekend', '2026-11-13', '2026-12-25', null, '2026-12-28'],
    ['5 mei loopt door', '2026-04-01', '2026-05-05', null, '2026-05-06'],
    ['12 weken valt er nog onder', '2026-08-29', '2026-11-21', 'P12W', '2026-11-23'],
    ['13 weken niet meer', '2026-08-22', '2026-11-21', 'P13W', '2026-11-21'],
    ['90 dagen nog wel', '2026-08-23', '2026-11-21', 'P90D', '2026-11-23'],
    ['91 dagen niet meer', '2026-08-22', '2026-11-21', 'P91D', '2026-11-21'],
    ['3 maanden nog wel', '2026-08-21', '2026-11-21', 'P3M', '2026-11-23'],
    ['4 maanden niet meer', '2026-07-21', '2026-11-21', 'P4M', '2026-11-21'],
  ])('%s', (_naam, start, einde, duur, verwacht) => {
    expect(eindeWettelijkeTermijn(start, einde, duur)).toBe(verwacht);
  });

  it('is bij een korte termijn altijd een werkdag, nooit eerder en hoogstens vijf dagen later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 84 }), (n, lengte) => {
        const start = addDays('2000-01-01', n);
        const einde = addDays(start, lengte);
        const verlengd = eindeWettelijkeTermijn(start, einde);
        expect(isWerkdag(verlengd)).toBe(true);
        expect(verlengd >= einde && verlengd <= addDays(einde, 5)).toBe(true);
      }),
    );
  });
});

describe('werkdagen', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-17', 2, '2026-11-19'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-04-02', 2, '2026-04-08'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s + %i werkdagen = %s', (dag, aantal, verwacht) => {
    expect(addWerkdagen(dag, aantal)).toBe(verwacht);
  });

  it('is nooit een zaterdag of zondag', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 60 }), (n, aantal) => {
        expect([0, 6]).not.toContain(weekday(addWerkdagen(addDays('2000-01-01', n), aantal)));
      }),
    );
  });
});
