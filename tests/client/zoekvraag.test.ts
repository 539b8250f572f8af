import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leesZoekvraag } from '../../client/werkplek/zoekvraag.ts';
import { ZoekVraag } from '../../shared/contracts/klant.ts';
import { voldoetAanElfproef } from '../../shared/elfproef.ts';

const nu = new Date('2026-11-21T12:00:00Z');

describe('het zoekveld leest', () => {
  it.each([
    ['999993653', { bsn: '999993653' }, 'BSN'],
    ['9999.93.653', { bsn: '999993653' }, 'BSN'],
    [' 999 993 653 ', { bsn: '999993653' }, 'BSN'],
    ['verhulst 12-3-1984', { achternaam: 'verhulst', geboortedatum: '1984-03-12' }, 'naam en geboortedatum'],
    ['12-03-1984 verhulst', { achternaam: 'verhulst', geboortedatum: '1984-03-12' }, 'naam en geboortedatum'],
    ['verhulst 1984-03-12', { achternaam: 'verhulst', geboortedatum: '1984-03-12' }, 'naam en geboortedatum'],
    ['verhulst 12031984', { achternaam: 'verhulst', geboortedatum: '1984-03-12' }, 'naam en geboortedatum'],
    [
      'verhulst 12 maart 1984',
      { achternaam: 'verhulst', geboortedatum: '1984-03-12' },
      'naam en geboortedatum',
    ],
    ['verhulst 1 mei 84', { achternaam: 'verhulst', geboortedatum: '1984-05-01' }, 'naam en geboortedatum'],
    [
      'van der Berg 1/1/04',
      { achternaam: 'van der Berg', geboortedatum: '2004-01-01' },
      'naam en geboortedatum',
    ],
    [
      'Verhulst, Anouk 12-3-1984',
      { achternaam: 'Verhulst', voornamen: 'Anouk', geboortedatum: '1984-03-12' },
      'naam en geboortedatum',
    ],
    ['Öztürk 31.12.1999', { achternaam: 'Öztürk', geboortedatum: '1999-12-31' }, 'naam en geboortedatum'],
    ['1234 ab 18', { postcode: '1234AB', huisnummer: 18 }, 'postcode en huisnummer'],
    ['1234AB, 18 a', { postcode: '1234AB', huisnummer: 18, huisletter: 'A' }, 'postcode en huisnummer'],
    ['ZAAK-2026-0003988', { zaaknummer: 'ZAAK-2026-0003988' }, 'zaaknummer'],
    ['zaak-2026-0003988', { zaaknummer: 'ZAAK-2026-0003988' }, 'zaaknummer'],
    ['06 12 34 56 78', { telefoonnummer: '0612345678' }, 'telefoonnummer'],
    ['+31 6 12345678', { telefoonnummer: '+31612345678' }, 'telefoonnummer'],
    ['12345678', { kvkNummer: '12345678' }, 'KVK-nummer'],
    ['a@b.nl', { emailadres: 'a@b.nl' }, 'e-mailadres'],
    ['Bakkerij Jansen', { handelsnaam: 'Bakkerij Jansen' }, 'naam van een bedrijf'],
  ])('%s', (tekst, vraag, gelezenAls) => {
    expect(leesZoekvraag(tekst, nu)).toEqual({ soort: 'vraag', vraag, gelezenAls });
  });
});

describe('het zoekveld weigert, en zegt wat te doen', () => {
  it.each([
    ['', 'Vul een naam met geboortedatum, BSN, postcode met huisnummer of zaaknummer in.'],
    ['   ', 'Vul een naam met geboortedatum, BSN, postcode met huisnummer of zaaknummer in.'],
    ['999993654', 'Dit BSN klopt niet. Controleer de cijfers.'],
    ['000000000', 'Dit BSN klopt niet. Controleer de cijfers.'],
    ['12345', 'Een BSN heeft 9 cijfers, een KVK-nummer 8. Controleer de cijfers.'],
    ['1234 AB', 'Zet het huisnummer erbij, bijvoorbeeld: 1234 AB 18.'],
    ['verhulst 30-2-1984', 'Deze datum bestaat niet. Controleer de geboortedatum.'],
    ['verhulst 1-1-2030', 'Deze datum bestaat niet. Controleer de geboortedatum.'],
    ['a@b', 'Dit is geen e-mailadres.'],
    ['x', 'Vul ten minste 2 letters in.'],
  ])('%s', (tekst, melding) => {
    expect(leesZoekvraag(tekst, nu)).toMatchObject({ soort: 'fout', melding });
  });
});

it('stuurt alleen wat de server als een van zijn zoekvormen aanneemt', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9a-z .-]{0,20}$/)),
      (tekst) => {
        const gelezen = leesZoekvraag(tekst.slice(0, 40), nu);
        if (gelezen.soort === 'vraag' && !('emailadres' in gelezen.vraag)) {
          expect(ZoekVraag.safeParse(gelezen.vraag).success).toBe(true);
        } else if (gelezen.soort === 'fout') expect(gelezen.melding).toMatch(/\.$/);
      },
    ),
  );
});

it('laat van negen cijfers alleen door wat de 11-proef doorstaat', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{9}$/), (cijfers) => {
      expect(leesZoekvraag(cijfers, nu).soort).toBe(voldoetAanElfproef(cijfers) ? 'vraag' : 'fout');
    }),
  );
});
