import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { voegSamen } from '../../server/domain/dubbelen.ts';

const zaak = (register: string, identificatie: string, bronorganisatie = '000000000') => ({
  register,
  identificatie,
  bronorganisatie,
});
const samen = (rijen: ReturnType<typeof zaak>[]) => voegSamen(rijen, (rij) => rij);

describe('één zaak in meer registers', () => {
  it('staat er één keer, met het register voorop dat het eerst is genoemd', () => {
    const [a1, b1, a2] = [zaak('a', '1'), zaak('b', '1'), zaak('a', '2')];
    expect(samen([a1, a2, b1])).toEqual([[a1, b1], [a2]]);
  });

  it.each([
    ['een andere bronorganisatie', zaak('b', '1', '111111110')],
    ['een ander nummer', zaak('b', '2')],
    ['hetzelfde register', zaak('a', '1')],
  ])('is het niet bij %s', (_naam, ander) => {
    expect(samen([zaak('a', '1'), ander])).toHaveLength(2);
  });

  it.each([
    ['nummer', zaak('a', ''), zaak('b', '')],
    ['bronorganisatie', zaak('a', '1', ''), zaak('b', '1', '')],
  ])('is het niet zonder %s: dan weet niemand het', (_naam, een, ander) => {
    expect(samen([een, ander])).toHaveLength(2);
  });

  const rijen = fc.array(
    fc.record({
      register: fc.constantFrom('a', 'b', 'c'),
      identificatie: fc.constantFrom('', '1', '2', '3'),
      bronorganisatie: fc.constantFrom('', '000000000', '111111110'),
    }),
    { maxLength: 30 },
  );
  it('verliest en verdubbelt niets, houdt de volgorde en voegt nooit twee van één register samen', () => {
    fc.assert(
      fc.property(rijen, (alle) => {
        const groepen = samen(alle);
        expect(new Set(groepen.flat())).toEqual(new Set(alle));
        expect(groepen.flat()).toHaveLength(alle.length);
        const voorop = groepen.map(([eerste]) => alle.indexOf(eerste as (typeof alle)[number]));
        expect(voorop).toEqual(voorop.toSorted((x, y) => x - y));
        for (const groep of groepen) {
          expect(new Set(groep.map((een) => een.register)).size).toBe(groep.length);
          expect(new Set(groep.map((een) => `${een.bronorganisatie} ${een.identificatie}`)).size).toBe(1);
        }
      }),
    );
  });
});
