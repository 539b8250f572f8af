import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERTROUWELIJKHEDEN } from '../../shared/contracts/waarden.ts';
import { binnen, maakBasis, uuidUit } from '../../server/connectors/http/adres.ts';
import {
  dag,
  dagOfNull,
  duur,
  tijdstip,
  uuidVanUrl,
  vertrouwelijkheid,
} from '../../server/connectors/upstream.ts';

describe('een dag', () => {
  it('leest elke bestaande dag terug, ook uit een tijdstip', () => {
    const bestaand = fc.date({
      min: new Date('1800-01-01'),
      max: new Date('2200-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(bestaand, (d) => {
        const iso = d.toISOString();
        expect(dag.parse(iso.slice(0, 10))).toBe(iso.slice(0, 10));
        expect(dag.parse(iso)).toBe(iso.slice(0, 10));
      }),
    );
  });

  it.each(['2026-02-30', '2025-02-29', '30-01-2026', '2026-1-1', '20260101', 'morgen', '2026-01-01Tonzin'])(
    'weigert %s',
    (tekst) => {
      expect(dag.safeParse(tekst).success).toBe(false);
      expect(dagOfNull.safeParse(tekst).success).toBe(false);
    },
  );

  it.each([null, undefined, ''])('leest %j als geen dag', (tekst) => {
    expect(dagOfNull.parse(tekst)).toBeNull();
  });
});

describe('een tijdstip', () => {
  it.each([
    ['2026-01-01T10:00:00Z', '2026-01-01T10:00:00Z'],
    ['2026-01-01T10:00:00.123456Z', '2026-01-01T10:00:00.123456Z'],
    ['2026-01-01T10:00:00+01:00', '2026-01-01T10:00:00+01:00'],
    ['2026-01-01T10:00:00+0100', '2026-01-01T10:00:00+01:00'],
    ['2026-01-01T10:00:00', '2026-01-01T10:00:00Z'],
    ['2026-01-01 10:00:00', '2026-01-01T10:00:00Z'],
    ['2026-01-01', '2026-01-01T00:00:00Z'],
  ])('%s wordt %s', (tekst, verwacht) => {
    expect(tijdstip.parse(tekst)).toBe(verwacht);
  });

  it.each(['', 'gisteren', '2026-02-30T10:00:00Z', '2026-01-01T25:00:00Z', '10:00'])(
    'weigert "%s"',
    (tekst) => {
      expect(tijdstip.safeParse(tekst).success).toBe(false);
    },
  );
});

describe('een duur', () => {
  it.each([
    ['P56D', 'P56D'],
    ['P8W', 'P8W'],
    ['P110Y', 'P110Y'],
    ['P1Y2M3DT4H', 'P1Y2M3DT4H'],
    ['P0D', null],
    ['PT0S', null],
    ['P', null],
    ['', null],
    ['8 weken', null],
    [null, null],
    [56, null],
  ])('%j wordt %j', (van, naar) => {
    expect(duur.parse(van)).toBe(naar);
  });
});

describe('vertrouwelijkheid', () => {
  it('is wat er staat, en anders het hoogste', () => {
    fc.assert(
      fc.property(fc.anything(), (waarde) => {
        const bekend = (VERTROUWELIJKHEDEN as readonly unknown[]).includes(waarde);
        expect(vertrouwelijkheid.parse(waarde)).toBe(bekend ? waarde : 'zeer_geheim');
      }),
    );
    for (const v of VERTROUWELIJKHEDEN) expect(vertrouwelijkheid.parse(v)).toBe(v);
  });
});

describe('een verwijzing', () => {
  it('geeft de uuid van elke URL die erop eindigt', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.webUrl(), (id, url) => {
        const basis = url.replace(/[?#].*$/, '').replace(/\/+$/, '');
        expect(uuidVanUrl.parse(`${basis}/zaken/${id}`)).toBe(id);
        expect(uuidUit(`${basis}/zaken/${id.toUpperCase()}/?page=1`)).toBe(id);
      }),
    );
  });

  it('onder een basis is nooit een andere host of een ander pad', () => {
    const basis = maakBasis('https://oz.nl/zaken/api/v1/', 'https://publiek.nl/zaken/api/v1');
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        const rest = binnen(basis, url);
        if (rest !== null) expect(url).toMatch(/^https:\/\/(oz|publiek)\.nl\/zaken\/api\/v1/);
      }),
    );
    expect(binnen(basis, 'https://publiek.nl/zaken/api/v1/zaken?page=2')).toBe('/zaken?page=2');
    expect(binnen(basis, 'https://oz.nl:443/zaken/api/v1/zaken')).toBe('/zaken');
    expect(binnen(basis, 'https://oz.nl.kwaad.nl/zaken/api/v1/zaken')).toBeNull();
    expect(binnen(basis, 'http://oz.nl/zaken/api/v1/zaken')).toBeNull();
    expect(binnen(basis, 'https://oz.nl/zaken/api/v1/../../geheim')).toBeNull();
  });

  it.each(['ftp://x', 'x', 'https://u:p@x.nl', 'https://x.nl/?a=1', 'https://x.nl/#a'])(
    '"%s" is geen basis',
    (url) => {
      expect(() => maakBasis(url)).toThrow();
    },
  );
});
