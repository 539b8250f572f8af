import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adresregel, plaatsnaam } from '../../server/connectors/adres.ts';

it.each([
  ['OEVERDAM', 'Oeverdam'],
  ["'S-GRAVENHAGE", "'s-Gravenhage"],
  ["'T HARDE", "'t Harde"],
  ['DEN HAAG', 'Den Haag'],
  ['BERGEN OP ZOOM', 'Bergen op Zoom'],
  ['CAPELLE AAN DEN IJSSEL', 'Capelle aan den IJssel'],
  ['IJMUIDEN', 'IJmuiden'],
  ['OUDE-TONGE', 'Oude-Tonge'],
  ['Súdwest-Fryslân', 'Súdwest-Fryslân'],
])('schrijft de plaats %s als %s', (naam, netjes) => expect(plaatsnaam(naam)).toBe(netjes));

it.each([
  ['1234 AB  OEVERDAM', '1234 AB Oeverdam'],
  ['1234AB Oeverdam', '1234 AB Oeverdam'],
  ['1234AB', '1234 AB'],
  ['Lindelaan  18', 'Lindelaan 18'],
  ['03710 Calpe', '03710 Calpe'],
  ['SW1A 2AA LONDON', 'SW1A 2AA LONDON'],
])('schrijft de regel %s als %s', (regel, netjes) => expect(adresregel(regel)).toBe(netjes));

it('verandert van een adresregel alleen hoofdletters en spaties, en doet het maar een keer', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{3} ?[A-Z]{2} {1,2}[A-Z' -]{1,20}$/), (regel) => {
      const netjes = adresregel(regel);
      expect(netjes.toUpperCase().replaceAll(' ', '')).toBe(regel.replaceAll(' ', ''));
      expect(adresregel(netjes)).toBe(netjes);
    }),
  );
});
