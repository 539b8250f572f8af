import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bereikbaarheidVan } from '../../../server/connectors/medewerkers/bereikbaar.ts';
import { leesTijden } from '../../../server/connectors/medewerkers/tijden.ts';
import type { Afdeling, Collega } from '../../../server/connectors/ports.ts';

const WONEN: Afdeling = {
  ...{ id: 'wonen', naam: 'Wonen', telefoon: null, email: null },
  openingstijden: leesTijden('ma-vr 09:00-17:00'),
};
const collega = (id: string, meer: Partial<Collega> = {}): Collega => ({
  ...{ id, naam: `Naam ${id}`, functie: null, telefoon: null, email: null, vervanger: null, afwezig: null },
  ...{ afdelingen: ['Wonen'], groepen: [], werktijden: leesTijden('ma-wo 09:00-17:00') },
  ...meer,
});
/** A Tuesday in November: UTC+1. */
const DINSDAG_1030 = new Date('2026-11-24T09:30:00Z');
const stand = (collegas: Collega[], nu = DINSDAG_1030, afdeling = WONEN) => {
  const [uit] = bereikbaarheidVan([afdeling], collegas, nu);
  return {
    open: uit?.open,
    openTot: uit?.openTot,
    collegas: uit?.collegas.map((c) => [c.bereikbaar, c.vervanger?.id ?? null]),
  };
};

describe('wie er nu bereikbaar is', () => {
  it('is wie werkt terwijl de afdeling open is', () => {
    expect(stand([collega('a')])).toEqual({ open: true, openTot: '17:00', collegas: [[true, null]] });
  });

  it('is niemand als de afdeling dicht is, ook op de minuut af en in de zomertijd', () => {
    const dicht = { open: false, openTot: null, collegas: [[false, null]] };
    expect(stand([collega('a')], new Date('2026-11-24T07:59:59Z'))).toEqual(dicht);
    expect(stand([collega('a')], new Date('2026-11-24T16:00:00Z'))).toEqual(dicht);
    expect(stand([collega('a')], new Date('2026-07-21T15:00:00Z'))).toEqual(dicht);
    expect(stand([collega('a')], new Date('2026-07-21T14:59:59Z'))).toMatchObject({ open: true });
    expect(stand([collega('a')], new Date('2026-11-22T10:00:00Z'))).toEqual(dicht);
  });

  it('is onbekend waar het register geen tijden geeft', () => {
    expect(stand([collega('a', { werktijden: null })]).collegas).toEqual([[null, null]]);
    expect(stand([collega('a')], DINSDAG_1030, { ...WONEN, openingstijden: null })).toMatchObject({
      open: null,
      openTot: null,
    });
  });

  it('is de vervanger van wie afwezig is, of diens vervanger', () => {
    const weg = { van: '2026-11-24', tot: '2026-11-24' };
    const a = collega('a', { afwezig: weg, vervanger: 'Naam b' });
    const b = collega('b', { afwezig: { van: '2026-11-01', tot: null }, vervanger: 'C' });
    const c = collega('c');
    expect(stand([a, b, c]).collegas).toEqual([
      [false, 'c'],
      [false, 'c'],
      [true, null],
    ]);
    expect(stand([a, b, c], new Date('2026-11-25T09:30:00Z')).collegas?.[0]).toEqual([true, null]);
  });

  it('is niemand als vervangers in een kring wijzen, ontbreken of twee keer zo heten', () => {
    const afwezig = { van: '2026-11-01', tot: null };
    const kring = [collega('a', { afwezig, vervanger: 'b' }), collega('b', { afwezig, vervanger: 'a' })];
    expect(stand(kring).collegas).toEqual([
      [false, null],
      [false, null],
    ]);
    expect(stand([collega('a', { afwezig, vervanger: 'weg' })]).collegas).toEqual([[false, null]]);
    const dubbel = [
      collega('a', { afwezig, vervanger: 'J. Bos' }),
      collega('b', { naam: 'J. Bos' }),
      collega('c', { naam: 'J. Bos' }),
    ];
    expect(stand(dubbel).collegas?.[0]).toEqual([false, null]);
  });
});

describe('tijden', () => {
  it.each<[string, ReturnType<typeof leesTijden>]>([
    ['', []],
    [
      'ma 09:00-12:00 13:00-17:00',
      [
        { dag: 1, van: '09:00', tot: '12:00' },
        { dag: 1, van: '13:00', tot: '17:00' },
      ],
    ],
    ['ma, do 9:00-12:00', null],
    [
      'ma, do 09.00 – 24:00',
      [
        { dag: 1, van: '09:00', tot: '24:00' },
        { dag: 4, van: '09:00', tot: '24:00' },
      ],
    ],
    ['vr-ma 09:00-12:00', null],
    ['ma 12:00-09:00', null],
    ['09:00-12:00', null],
    ['ma', null],
    ['op afspraak', null],
  ])('"%s" wordt gelezen of niet', (tekst, tijden) => {
    expect(leesTijden(tekst)).toEqual(tijden);
  });

  it('maken van geen enkele tekst een tijd die niet bestaat', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ma', 'di-vr', 'zo', '09:00-17:00', '12:30-24:00', '8-9', ',')),
        (delen) => {
          for (const { dag, van, tot } of leesTijden(delen.join(' ')) ?? []) {
            expect(dag >= 1 && dag <= 7 && van < tot && tot <= '24:00').toBe(true);
          }
        },
      ),
    );
  });
});
