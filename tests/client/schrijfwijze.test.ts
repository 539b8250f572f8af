import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  duurTekst,
  eigenschapTekst,
  formaatTekst,
  taalTekst,
  telefoonTekst,
  voorkeurTekst,
  wensTekst,
} from '../../client/ui/schrijfwijze.ts';

describe('een telefoonnummer', () => {
  it.each([
    ['0612345678', '06 12 34 56 78'],
    ['06-12345678', '06 12 34 56 78'],
    ['+31612345678', '+31 6 12 34 56 78'],
    ['0031201234567', '+31 20 123 45 67'],
    ['0201234567', '020 123 45 67'],
    ['0881234567', '088 123 45 67'],
    ['0515123456', '0515 12 34 56'],
  ])('%s staat er als %s', (nummer, tekst) => expect(telefoonTekst(nummer)).toBe(tekst));

  it.each(['14 020', '08001234', '0900123456', '+34 911 234 567', 'geheim', ''])(
    '%s blijft zoals het is',
    (nummer) => expect(telefoonTekst(nummer)).toBe(nummer),
  );

  it('houdt elk cijfer', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[1-9]\d{8}$/), (nummer) => {
        expect(telefoonTekst(nummer).replaceAll(' ', '')).toBe(nummer);
      }),
    );
  });
});

it.each([
  ['telefoonnummer', 'Bellen'],
  ['email', 'E-mail'],
  ['sms', 'Sms'],
])('de voorkeur %s heet %s', (code, tekst) => expect(voorkeurTekst(code)).toBe(tekst));

it.each([
  ['P4W', '4 weken'],
  ['P1W', '1 week'],
  ['P42D', '42 dagen'],
  ['P1Y6M', '1 jaar en 6 maanden'],
  ['P0D', null],
  ['PT4H', null],
  ['vier weken', null],
])('de duur %s is %s', (duur, tekst) => expect(duurTekst(duur)).toBe(tekst));

it.each([
  ['application/pdf', 'pdf'],
  ['image/jpeg', 'jpg'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word'],
  ['.docx', '.docx'],
])('het formaat %s heet %s', (formaat, tekst) => expect(formaatTekst(formaat)).toBe(tekst));

it.each([
  ['nld', 'Nederlands'],
  ['dut', 'Nederlands'],
  ['eng', 'Engels'],
  ['POL', 'Pools'],
  ['tlh', 'Klingon'],
  ['zzz', 'zzz'],
  ['Engels', 'Engels'],
])('de taal %s heet %s', (code, tekst) => expect(taalTekst(code)).toBe(tekst));

it.each([
  ['telefoonnummer', 'nld', 'Bellen, in het Nederlands'],
  ['email', undefined, 'E-mail'],
  [undefined, 'eng', 'in het Engels'],
  [undefined, undefined, ''],
])('de wens %s en %s', (kanaal, taal, tekst) => expect(wensTekst(kanaal, taal)).toBe(tekst));

it.each([
  ['bedrag', '432.00', '€ 432,00'],
  ['Bedrag', '1234,5', '€ 1.234,50'],
  ['leges', '40', '€ 40,00'],
  ['bedrag', 'volgt nog', 'volgt nog'],
  ['aantal', '432.00', '432.00'],
  ['betaaldatum', '20261204', '4 december 2026'],
  ['betaaldatum', '2026-12-04', '4 december 2026'],
  ['iets', '2026-12-04', '4 december 2026'],
  ['dossier', '20261204', '20261204'],
  ['betaaldatum', '20260231', '20260231'],
  ['afhaallocatie', 'Stadhuis', 'Stadhuis'],
])('de eigenschap %s met %s is %s', (naam, waarde, tekst) =>
  expect(eigenschapTekst({ naam, waarde }).replaceAll('\u00a0', ' ')).toBe(tekst),
);
