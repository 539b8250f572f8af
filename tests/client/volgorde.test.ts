import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordenVast } from '../../client/ui/useVasteVolgorde.ts';

const geen = new Set<string>();

describe('rijen die leven', () => {
  it('blijven in hun volgorde staan als de server anders ordent', () => {
    expect(ordenVast(['a', 'b', 'c'], ['c', 'a', 'b'], geen)).toEqual({
      getoond: ['a', 'b', 'c'],
      wacht: [],
    });
  });

  it('laten een nieuwe die ertussen komt wachten', () => {
    expect(ordenVast(['a', 'b'], ['nieuw', 'a', 'tussen', 'b'], geen)).toEqual({
      getoond: ['a', 'b'],
      wacht: ['nieuw', 'tussen'],
    });
  });

  it('tonen een eigen nieuwe meteen bovenaan', () => {
    expect(ordenVast(['a'], ['eigen', 'ander', 'a'], new Set(['eigen']))).toEqual({
      getoond: ['eigen', 'a'],
      wacht: ['ander'],
    });
  });

  it('groeien naar onderen met de volgende bladzijde', () => {
    expect(ordenVast(['a', 'b'], ['a', 'b', 'c', 'd'], geen)).toEqual({
      getoond: ['a', 'b', 'c', 'd'],
      wacht: [],
    });
  });

  it('verdwijnen als ze weg zijn', () => {
    expect(ordenVast(['a', 'b'], ['b'], geen)).toEqual({ getoond: ['b'], wacht: [] });
  });

  it('tonen alles als er nog niets stond', () => {
    expect(ordenVast([], ['a', 'b'], geen)).toEqual({ getoond: ['a', 'b'], wacht: [] });
  });

  it('verliezen en verdubbelen nooit een rij, en verplaatsen er geen', () => {
    const ids = fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f', 'g'));
    fc.assert(
      fc.property(ids, ids, ids, (vast, nu, meteen) => {
        const { getoond, wacht } = ordenVast(vast, nu, new Set(meteen));
        expect([...getoond, ...wacht].toSorted()).toEqual(nu.toSorted());
        expect(getoond.filter((id) => vast.includes(id))).toEqual(vast.filter((id) => nu.includes(id)));
      }),
    );
  });
});
