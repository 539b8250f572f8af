import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leesZoekvraag } from '../../client/werkplek/zoekvraag.ts';
import { ZoekVraag } from '../../shared/contracts/klant.ts';
import { voldoetAanElfproef } from '../../shared/elfproef.ts';

const nu = new Date('2026-11-21T12:00:00Z');
const NAAM_HIER = 'naam en voornaam in onze gemeente';
const STRAAT = 'straat en huisnummer';
const ADRES_NAAM = 'postcode, huisnummer en naam';
const MELDING = 'melding bij een adres';
const PLEK = 'melding bij een plek';

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
    ['zaak-2026-0003988', { zaaknummer: 'zaak-2026-0003988' }, 'zaaknummer'],
    ['06 12 34 56 78', { telefoonnummer: '0612345678' }, 'telefoonnummer'],
    ['+31 6 12345678', { telefoonnummer: '+31612345678' }, 'telefoonnummer'],
    ['12345678', { kvkNummer: '12345678' }, 'KVK-nummer'],
    ['a@b.nl', { emailadres: 'a@b.nl' }, 'e-mailadres'],
    ['Bakkerij Jansen', { handelsnaam: 'Bakkerij Jansen' }, 'naam van een bedrijf'],
    ['ver* 12-3-1984', { achternaam: 'ver*', geboortedatum: '1984-03-12' }, 'naam en geboortedatum'],
    [
      'verhulst, a* 12-3-1984',
      { achternaam: 'verhulst', voornamen: 'a*', geboortedatum: '1984-03-12' },
      'naam en geboortedatum',
    ],
    ['verhulst, anouk', { achternaam: 'verhulst', voornamen: 'anouk' }, NAAM_HIER],
    ['van ’t Hof , Gerard', { achternaam: "van 't Hof", voornamen: 'Gerard' }, NAAM_HIER],
    ['heuvelstraat 18', { straat: 'heuvelstraat', huisnummer: 18 }, STRAAT],
    ['Heuvelstraat 18a', { straat: 'Heuvelstraat', huisnummer: 18, huisletter: 'A' }, STRAAT],
    [
      'Heuvelstraat 18 a 2',
      { straat: 'Heuvelstraat', huisnummer: 18, huisletter: 'A', huisnummertoevoeging: '2' },
      STRAAT,
    ],
    ['Heuvelstraat 18-bis', { straat: 'Heuvelstraat', huisnummer: 18, huisnummertoevoeging: 'bis' }, STRAAT],
    ['1e Dwarsstraat 5', { straat: '1e Dwarsstraat', huisnummer: 5 }, STRAAT],
    ['heuvels* 18', { straat: 'heuvels*', huisnummer: 18 }, STRAAT],
    ['*heuvelstraat 18', { straat: '*heuvelstraat', huisnummer: 18 }, STRAAT],
    ['1234 AB 18, jansen', { postcode: '1234AB', huisnummer: 18, achternaam: 'jansen' }, ADRES_NAAM],
    [
      '1234 AB 18 a, jansen 1-2-1950',
      {
        postcode: '1234AB',
        huisnummer: 18,
        huisletter: 'A',
        achternaam: 'jansen',
        geboortedatum: '1950-02-01',
      },
      ADRES_NAAM,
    ],
    ['1234 AB 18, 1-2-1950', { postcode: '1234AB', huisnummer: 18, geboortedatum: '1950-02-01' }, ADRES_NAAM],
    ['0999200012345678', { nummeraanduidingIdentificatie: '0999200012345678' }, 'BAG-nummer'],
    ['0999 0100 1234 5678', { adresseerbaarObjectIdentificatie: '0999010012345678' }, 'BAG-nummer'],
    ['0999 0300 1234 5678', { adresseerbaarObjectIdentificatie: '0999030012345678' }, 'BAG-nummer'],
    ['RSIN 123456782', { rsin: '123456782' }, 'RSIN'],
    ['000012345678', { vestigingsnummer: '000012345678' }, 'vestigingsnummer'],
    ['(0182) 12 34 56', { telefoonnummer: '0182123456' }, 'telefoonnummer'],
    ['+31 (0)6-12345678', { telefoonnummer: '+310612345678' }, 'telefoonnummer'],
    ['0032 470 12 34 56', { telefoonnummer: '0032470123456' }, 'telefoonnummer'],
    ['of-d3ks9', { zaaknummer: 'of-d3ks9' }, 'zaaknummer'],
    ['"studio 54"', { handelsnaam: 'studio 54' }, 'naam van een bedrijf'],
    ['“Bakkers, de”', { handelsnaam: 'Bakkers, de' }, 'naam van een bedrijf'],
    ['melding havenkade 12', { meldingAdres: { straat: 'havenkade', huisnummer: 12 } }, MELDING],
    ['Melding bij Havenkade', { meldingAdres: { straat: 'Havenkade' } }, MELDING],
    [
      'melding op de havenkade 12b sinds 1-11-2026',
      { meldingAdres: { straat: 'havenkade', huisnummer: 12, huisletter: 'B', van: '2026-11-01' } },
      MELDING,
    ],
    ['52.0123, 5.1234', { meldingPunt: { breedtegraad: 52.0123, lengtegraad: 5.1234 } }, PLEK],
    ['5,1234 52,0123', { meldingPunt: { breedtegraad: 52.0123, lengtegraad: 5.1234 } }, PLEK],
    [
      'melding 52.0123 5.1234 vanaf 1-11-2026',
      { meldingPunt: { breedtegraad: 52.0123, lengtegraad: 5.1234, van: '2026-11-01' } },
      PLEK,
    ],
    ['melding Z/24.aB', { zaaknummer: 'Z/24.aB' }, 'zaaknummer'],
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
    ['ve* 12-3-1984', 'Zet ten minste 3 letters voor de *, bijvoorbeeld: ver*.'],
    ['van der v* 12-3-1984', 'Zet ten minste 3 letters voor de *, bijvoorbeeld: ver*.'],
    ['verhulst, a*', 'Zet ten minste 3 letters voor de *, bijvoorbeeld: ver*.'],
    ['v*hulst, anouk', 'Een * mag alleen aan het eind, bijvoorbeeld: ver*.'],
    ['heuv* 18', 'Zet ten minste 7 letters bij de *, bijvoorbeeld: heuvels* 18.'],
    ['heuvel*straat 18', 'Een * mag alleen aan het begin of eind, bijvoorbeeld: heuvels* 18.'],
    ['heuvelstraat 0', 'Een huisnummer begint bij 1.'],
    ['Nguyễn, An', "Een naam heeft alleen letters, cijfers, spaties en de tekens . - '."],
    ['0999100012345678', 'Dit BAG-nummer is niet van een adres of een woning. Controleer de cijfers.'],
    ['rsin 123456789', 'Dit RSIN klopt niet. Controleer de cijfers.'],
    ['melding havenkade 12 sinds 1-1-2030', 'Deze datum bestaat niet of is nog niet geweest.'],
    ['1234 AB 18, ja*', 'Zet ten minste 3 letters voor de *, bijvoorbeeld: ver*.'],
  ])('%s', (tekst, melding) => {
    expect(leesZoekvraag(tekst, nu)).toMatchObject({ soort: 'fout', melding });
  });
});

it('stuurt alleen wat de server als een van zijn zoekvormen aanneemt', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'grapheme' }),
        fc.stringMatching(/^[0-9a-z .,*-]{0,20}$/),
        fc.stringMatching(/^melding [0-9a-z .,-]{0,30}$/),
        fc.stringMatching(/^[a-zé' ]{1,12}[*]?(, [a-z]{1,3}[*]?)?( [0-9]{1,3}[a-z]?)?$/),
      ),
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
