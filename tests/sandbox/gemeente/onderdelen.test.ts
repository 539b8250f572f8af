import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dagnr,
  dagVan,
  datum,
  iso,
  leeftijdOp,
  opDag,
  voluit,
  werkdag,
} from '../../../server/sandbox/gemeente/datum.ts';
import { bsnReeks, rsinReeks } from '../../../server/sandbox/gemeente/nummers.ts';
import { Prng } from '../../../server/sandbox/gemeente/prng.ts';
import { elfproef } from './regels.ts';

describe('Nederlandse tijd', () => {
  it.each([
    // Winter is an hour ahead of UTC, summer two; the clock changes on 29 March and 25 October 2026.
    ['2026-01-15', 600, '2026-01-15T09:00:00.000Z'],
    ['2026-07-15', 600, '2026-07-15T08:00:00.000Z'],
    ['2026-03-29', 60, '2026-03-29T00:00:00.000Z'],
    ['2026-03-29', 240, '2026-03-29T02:00:00.000Z'],
    ['2026-10-25', 240, '2026-10-25T03:00:00.000Z'],
  ])('zet %s, %i minuten na middernacht op %s', (dag, minuten, verwacht) => {
    expect(iso(opDag(dagnr(dag), minuten))).toBe(verwacht);
  });

  it('geeft van elk moment de dag die op de Nederlandse kalender staat', () => {
    const kalender = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (moment) => {
          expect(datum(dagVan(moment.getTime()))).toBe(kalender.format(moment));
        },
      ),
    );
  });

  it('schuift een weekend naar maandag, telt leeftijd en schrijft een dag voluit', () => {
    expect(datum(werkdag(dagnr('2026-11-21')))).toBe('2026-11-23');
    expect(datum(werkdag(dagnr('2026-11-20')))).toBe('2026-11-20');
    expect(leeftijdOp(dagnr('1984-03-12'), dagnr('2026-03-11'))).toBe(41);
    expect(leeftijdOp(dagnr('1984-03-12'), dagnr('2026-03-12'))).toBe(42);
    expect(voluit(dagnr('1984-03-12'))).toBe('12 maart 1984');
  });
});

describe('nummers', () => {
  it('geeft BSNs die kloppen, elk één keer, uit de testreeks zolang die strekt', () => {
    const bezet = new Set(['999993653']);
    const reeks = bsnReeks(bezet, 1234);
    const bsns = Array.from({ length: 10_000 }, () => reeks.next().value);
    expect(bsns.every(elfproef)).toBe(true);
    expect(new Set(bsns).size).toBe(10_000);
    expect(bsns).not.toContain('999993653');
    expect(bsns.slice(0, 9000).every((bsn) => bsn.startsWith('9999'))).toBe(true);
    expect(bsns.every((bsn) => /^999[89]/.test(bsn))).toBe(true);
  });

  it('geeft RSINs die kloppen', () => {
    const reeks = rsinReeks();
    const rsins = Array.from({ length: 1000 }, () => reeks.next().value);
    expect(rsins.every(elfproef)).toBe(true);
    expect(new Set(rsins).size).toBe(1000);
  });
});

describe('toeval uit een zaad', () => {
  it('blijft binnen de grenzen en herhaalt zich', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (zaad, van, breedte) => {
        const een = new Prng(zaad);
        const ander = new Prng(zaad);
        for (let i = 0; i < 20; i++) {
          const getal = een.heel(van, van + breedte);
          expect(getal).toBe(ander.heel(van, van + breedte));
          expect(getal).toBeGreaterThanOrEqual(van);
          expect(getal).toBeLessThanOrEqual(van + breedte);
        }
      }),
    );
  });

  it('maakt uuids van versie 4, en kiest niet uit niets', () => {
    const prng = new Prng('uuid');
    const uuids = Array.from({ length: 1000 }, () => prng.uuid());
    expect(new Set(uuids).size).toBe(1000);
    for (const uuid of uuids) {
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(() => prng.kies([])).toThrow(RangeError);
  });

  it('houdt zich bij wegen aan de gewichten', () => {
    const prng = new Prng('wegen');
    const telling = { veel: 0, weinig: 0 };
    const lijst = [
      { naam: 'veel' as const, gewicht: 9 },
      { naam: 'weinig' as const, gewicht: 1 },
    ];
    for (let i = 0; i < 5000; i++) telling[prng.gewogen(lijst).naam]++;
    // Expected 500 of 5,000, standard deviation 21.
    expect(telling.weinig).toBeGreaterThan(400);
    expect(telling.weinig).toBeLessThan(600);
  });
});
