import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { telefoonSleutel } from '../../shared/telefoon.ts';

describe('een telefoonnummer heeft één sleutel', () => {
  it.each([
    ['0612345678', '+31612345678'],
    ['06-12 34 56 78', '+31612345678'],
    ['+31612345678', '+31612345678'],
    ['0031 6 1234 5678', '+31612345678'],
    ['+31 (0)6 12345678', '+31612345678'],
    ['(0182) 12 34 56', '+31182123456'],
    ['+32 470 12 34 56', '+32470123456'],
    ['0032470123456', '+32470123456'],
    ['14 0182', null],
    ['061234567', null],
    ['06123456789', null],
    ['+3161234567', null],
    ['+0612345678', null],
    ['12345678', null],
    ['bel 0612345678', null],
    ['', null],
  ])('%s is %s', (tekst, sleutel) => {
    expect(telefoonSleutel(tekst)).toBe(sleutel);
  });

  it('hoe een Nederlands nummer ook is gespeld, en de sleutel is zijn eigen sleutel', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{8}$/),
        fc.constantFrom('0', '+31', '0031', '+31 (0)', '0031 0'),
        fc.array(fc.nat(8), { maxLength: 4 }),
        fc.constantFrom(' ', '-', '.', '/'),
        (nummer, begin, plekken, teken) => {
          const gespeld =
            begin + Array.from(nummer, (cijfer, i) => (plekken.includes(i) ? teken : '') + cijfer).join('');
          const sleutel = telefoonSleutel(gespeld);
          expect(sleutel).toBe(`+31${nummer}`);
          expect(telefoonSleutel(sleutel!)).toBe(sleutel);
        },
      ),
    );
  });
});
