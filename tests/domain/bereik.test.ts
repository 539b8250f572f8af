import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVervolg, leesBereik } from '../../server/domain/bereik.ts';

describe('leesBereik', () => {
  it.each([
    [null, null],
    ['bytes=0-', { van: 0, tot: 1000 }],
    ['bytes=0-0', { van: 0, tot: 1 }],
    ['bytes=0-499', { van: 0, tot: 500 }],
    ['bytes=500-999', { van: 500, tot: 1000 }],
    ['bytes=500-5000', { van: 500, tot: 1000 }],
    ['bytes=-500', { van: 500, tot: 1000 }],
    ['bytes=-5000', { van: 0, tot: 1000 }],
    ['Bytes=9-9', { van: 9, tot: 10 }],
    ['bytes=1000-', 'buiten'],
    ['bytes=-0', 'buiten'],
    // Not honoured: the whole is sent.
    ['bytes=0-9,20-29', null],
    ['regels=0-9', null],
    ['bytes=9-3', null],
    ['bytes=-', null],
    ['bytes=a-b', null],
    ['bytes=1e3-', null],
  ])('%s van 1000 bytes', (kop, verwacht) => {
    expect(leesBereik(kop, 1000)).toEqual(verwacht);
  });

  it('van een leeg bestand is er geen deel', () => {
    expect(leesBereik('bytes=0-', 0)).toBe('buiten');
    expect(leesBereik('bytes=-5', 0)).toBe('buiten');
  });

  it('geeft nooit een leeg deel, en nooit iets buiten het bestand', () => {
    const kop = fc.oneof(
      fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `bytes=${a}-${b}`),
      fc.nat().map((a) => `bytes=${a}-`),
      fc.nat().map((a) => `bytes=-${a}`),
      fc.string(),
    );
    fc.assert(
      fc.property(kop, fc.nat(), (tekst, omvang) => {
        const deel = leesBereik(tekst, omvang);
        if (deel === null || deel === 'buiten') return;
        expect(deel.van).toBeGreaterThanOrEqual(0);
        expect(deel.van).toBeLessThan(deel.tot);
        expect(deel.tot).toBeLessThanOrEqual(omvang);
      }),
    );
  });
});

it.each([
  [null, false],
  ['bytes=0-', false],
  ['bytes=00-5', false],
  ['bytes=0-99,200-', false],
  ['bytes=1-', true],
  ['bytes=100-200', true],
  ['bytes=-5', true],
])('%s is een vervolg: %s', (kop, verwacht) => {
  expect(isVervolg(kop)).toBe(verwacht);
});
