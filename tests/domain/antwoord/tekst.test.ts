import { describe, expect, it } from 'vitest';
import { benoem, naamInZin, resultaatInZin, zinsdeel } from '../../../server/domain/antwoord/tekst.ts';

describe('een naam uit een catalogus midden in een zin', () => {
  it.each([
    ['Ontvangen', 'ontvangen'],
    ['  In   behandeling ', 'in behandeling'],
    ['ONTVANGEN', 'ontvangen'],
    ['WMO AANVRAAG', 'WMO aanvraag'],
    ['WMO voorziening rolstoel', 'WMO voorziening rolstoel'],
    ['Wmo-aanvraag', 'Wmo-aanvraag'],
    ['BBZ-uitkering', 'BBZ-uitkering'],
    ['Jeugd en Gezin aanvraag', 'Jeugd en Gezin aanvraag'],
    ['B0123 Aanvraag rijbewijs', 'aanvraag rijbewijs'],
    ['Omgevingsvergunning - LP00000013', 'omgevingsvergunning'],
    ['Reïntegratie - B0922', 'reïntegratie'],
    ['Test 1617786676', 'test'],
    ['1. Ontvangen', 'ontvangen'],
    ['02) In behandeling', 'in behandeling'],
    ['2 weken ter inzage', '2 weken ter inzage'],
    ['Klaar!', 'klaar'],
    ['Ingediend, niet compleet', 'ingediend, niet compleet'],
    ['', null],
    ['...', null],
    ['null', null],
    [null, null],
  ])('"%s" wordt "%s"', (naam, verwacht) => {
    expect(naamInZin(naam)).toBe(verwacht);
  });
});

describe('een vrije tekst als deel van een zin', () => {
  it.each([
    ['Wij missen uw loonstrook. Stuur die op.', 'Wij missen uw loonstrook; stuur die op'],
    ['Regel een\r\nRegel twee', 'Regel een Regel twee'],
    ['Zie "brief" van 3 mei', "Zie 'brief' van 3 mei"],
    ['Artikel 4:15 lid 1 sub a. van de Awb', 'Artikel 4:15 lid 1 sub a. van de Awb'],
    ['Let op! Bel ons?', 'Let op; bel ons'],
    ['-', null],
    [' . ', null],
    [undefined, null],
  ])('"%s" wordt "%s"', (tekst, verwacht) => {
    expect(zinsdeel(tekst)).toBe(verwacht);
  });
});

describe('wat er gevraagd is', () => {
  it.each([
    ['Klacht', 'klacht', null, false],
    ['Klacht over de balie', 'klacht', 'klacht over de balie', true],
    ['WOZ-bezwaar', 'bezwaar', 'WOZ-bezwaar', true],
    ['Sloopmelding', 'melding', 'sloopmelding', true],
    ['Aanvraag rijbewijs', 'aanvraag', 'rijbewijs', false],
    ['Bijstand aanvraag', 'aanvraag', 'bijstand', false],
    ['Melding openbare ruimte', 'melding', 'openbare ruimte', false],
    ['Subsidie geluidsanering', 'aanvraag', 'subsidie geluidsanering', false],
  ])('%s', (omschrijving, woord, naam, voluit) => {
    expect(benoem(omschrijving, woord)).toEqual({ naam, voluit });
  });
});

describe('een resultaat dat op twintig tekens is afgekapt', () => {
  it.each([
    ['Buiten behandeling g', 'buiten behandeling gesteld'],
    ['Voorziening afgeweze', 'voorziening afgewezen'],
    ['Voorziening toegeken', 'voorziening toegekend'],
    ['Niet meldingsplichti', 'niet meldingsplichtig'],
    ['Geleverd voor 5 jaar', 'geleverd voor 5 jaar'],
    ['Onbekend', null],
    [null, null],
  ])('"%s" wordt "%s"', (naam, verwacht) => {
    expect(resultaatInZin(naam)).toBe(verwacht);
  });
});
