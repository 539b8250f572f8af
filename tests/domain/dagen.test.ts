import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addDuration,
  datumInWoorden,
  dayOf,
  daysBetween,
  isGeloofwaardigEinde,
  metOffset,
  termijnDagen,
  weekday,
} from '../../server/domain/dagen.ts';

const dag = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

describe('de dag van een tijdstip in Nederland', () => {
  it.each([
    ['2026-01-01T23:30:00Z', '2026-01-02'],
    ['2026-01-01T22:30:00Z', '2026-01-01'],
    ['2026-07-01T21:59:00Z', '2026-07-01'],
    ['2026-07-01T22:01:00Z', '2026-07-02'],
    ['2026-07-01T00:30:00+02:00', '2026-07-01'],
    // The nights in which the clock is moved.
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2026-11-21', '2026-11-21'],
  ])('%s is %s', (tijdstip, verwacht) => {
    expect(dayOf(tijdstip)).toBe(verwacht);
  });

  it('leest ook een Date', () => {
    expect(dayOf(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
  });
});

describe('een ISO 8601-duur bij een dag', () => {
  it.each([
    ['2026-11-21', 'P0D', '2026-11-21'],
    ['2026-11-21', 'P56D', '2027-01-16'],
    ['2026-11-21', 'P8W', '2027-01-16'],
    ['2026-11-21', 'P110Y', '2136-11-21'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2028-01-31', 'P1M', '2028-02-29'],
    ['2028-02-29', 'P1Y', '2029-02-28'],
    ['2026-11-30', 'P1Y3M', '2028-02-29'],
    ['2026-11-21', 'P1Y2M3W4D', '2028-02-15'],
    ['2026-11-21', 'P1DT12H', '2026-11-22'],
    ['2026-11-21', 'PT36H', '2026-11-21'],
  ])('%s + %s = %s', (van, duur, verwacht) => {
    expect(addDuration(van, duur)).toBe(verwacht);
  });

  it.each(['', 'P', '56', 'P-5D', 'P5', 'D5', 'P1M1Y', 'PT', 'P9000Y', 'acht weken'])(
    'leest "%s" niet als duur',
    (duur) => {
      expect(addDuration('2026-11-21', duur)).toBeNull();
    },
  );

  it.each([
    ['P56D', 56],
    ['P8W', 56],
    ['P1D', 1],
    ['P10Y', 3653],
    ['P0D', null],
    ['P110Y', null],
    ['', null],
    [null, null],
  ])('geeft bij %s een termijn van %s dagen', (duur, dagen) => {
    expect(termijnDagen('2026-11-21', duur)).toBe(dagen);
  });

  it('gelooft geen einde op of voor de start, en geen einde na tien jaar', () => {
    expect(isGeloofwaardigEinde('2026-11-21', '2026-11-21')).toBe(false);
    expect(isGeloofwaardigEinde('2026-11-21', '2026-11-20')).toBe(false);
    expect(isGeloofwaardigEinde('2026-11-21', '2026-11-22')).toBe(true);
    expect(isGeloofwaardigEinde('2026-11-21', '2036-11-21')).toBe(true);
    expect(isGeloofwaardigEinde('2026-11-21', '2036-11-22')).toBe(false);
  });
});

describe('tellen', () => {
  it('telt over de nachten van de zomertijd heen hele dagen', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-11-21', '2026-11-05')).toBe(-16);
  });

  it('komt met addDays terug bij daysBetween', () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: -4000, max: 4000 }), (van, aantal) => {
        expect(daysBetween(van, addDays(van, aantal))).toBe(aantal);
        expect(addDuration(van, `P${Math.abs(aantal)}D`)).toBe(addDays(van, Math.abs(aantal)));
        expect(weekday(addDays(van, 7))).toBe(weekday(van));
      }),
    );
  });

  it('wordt met een langere duur nooit eerder', () => {
    fc.assert(
      fc.property(dag, fc.nat(40), fc.nat(40), (van, a, b) => {
        const kort = addDuration(van, `P${Math.min(a, b)}M`) ?? '';
        const lang = addDuration(van, `P${Math.max(a, b)}M`) ?? '';
        expect(kort <= lang).toBe(true);
      }),
    );
  });
});

describe('een datum in woorden', () => {
  it.each([
    ['2026-11-19', 'nl', '19 november'],
    ['2027-01-05', 'nl', '5 januari 2027'],
    ['2025-03-01', 'nl', '1 maart 2025'],
    ['2026-11-19', 'en', '19 November'],
    ['2027-08-31', 'en', '31 August 2027'],
  ] as const)('%s in het %s is "%s"', (een, taal, woorden) => {
    expect(datumInWoorden(een, taal, '2026-11-21')).toBe(woorden);
  });
});

describe('metOffset', () => {
  it.each([
    ['2026-11-21T23:30:00.000Z', '2026-11-22T00:30:00.000+01:00'],
    ['2026-07-01T22:05:09.007Z', '2026-07-02T00:05:09.007+02:00'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25T02:30:00.000+01:00'],
  ])('%s is in Nederland %s', (moment, verwacht) => {
    expect(metOffset(new Date(moment))).toBe(verwacht);
  });

  it('is altijd hetzelfde moment, op de Nederlandse dag', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (moment) => {
          const tekst = metOffset(moment);
          expect(Date.parse(tekst)).toBe(moment.getTime());
          expect(tekst.slice(0, 10)).toBe(dayOf(moment));
        },
      ),
    );
  });
});
