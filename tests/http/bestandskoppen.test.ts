import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { veiligeNaam, veiligeSoort } from '../../server/http/bestandskoppen.ts';

describe('veiligeSoort', () => {
  const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  it.each([
    ['application/pdf', 'application/pdf'],
    ['Application/PDF; version=1.7', 'application/pdf'],
    [WORD, WORD],
    ['message/rfc822', 'message/rfc822'],
    ['', 'application/octet-stream'],
    ['pdf', 'application/octet-stream'],
    ['text/html', 'application/octet-stream'],
    ['application/xhtml+xml', 'application/octet-stream'],
    ['image/svg+xml', 'application/octet-stream'],
    ['text/xml', 'application/octet-stream'],
    ['text/javascript', 'application/octet-stream'],
    ['application/hta', 'application/octet-stream'],
    ['text/plain\r\nSet-Cookie: a=b', 'application/octet-stream'],
  ])('%s wordt %s', (formaat, verwacht) => {
    expect(veiligeSoort(formaat)).toBe(verwacht);
  });
});

describe('veiligeNaam', () => {
  it.each([
    ['besluit.pdf', 'application/pdf', 'besluit.pdf'],
    ['Brief met besluit', 'application/pdf', 'Brief met besluit.pdf'],
    ['../../etc/passwd', 'text/plain', '-..-etc-passwd.txt'],
    ['C:\\tijdelijk\\a.docx', 'application/octet-stream', 'C-tijdelijk-a.docx'],
    ['factuur\u202Efdp.exe', 'application/octet-stream', 'factuurfdp.exe'],
    ['a\r\nSet-Cookie: b.pdf', 'application/pdf', 'aSet-Cookie- b.pdf'],
    ['Zoë Çiğdem "x".pdf', 'application/pdf', 'Zoë Çiğdem -x-.pdf'],
    ['...', 'application/pdf', 'document.pdf'],
  ])('%j als %s wordt %j', (naam, soort, verwacht) => {
    expect(veiligeNaam(naam, soort)).toBe(verwacht);
  });

  it('is nooit leeg, te lang, een map of een onzichtbaar teken', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('application/pdf', 'x/y'),
        (naam, soort) => {
          const veilig = veiligeNaam(naam, soort);
          expect(veilig).not.toMatch(/^\.|[/\\]|\p{C}/u);
          expect(veilig.length).toBeGreaterThan(0);
          expect(veilig.length).toBeLessThan(160);
        },
      ),
    );
  });
});
