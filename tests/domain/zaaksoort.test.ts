import { describe, expect, it } from 'vitest';
import { isBeschikkingOfBezwaar, isBezwaar, isKlacht, zaakwoord } from '../../server/domain/zaaksoort.ts';
import { bouwZaaktype } from './bouw.ts';

describe('wat voor zaak het is, gelezen uit de naam van het zaaktype', () => {
  it.each([
    ['Klacht', [], 'klacht', true, false],
    ['Klacht over de dienstverlening', [], 'klacht', true, false],
    ['Klachtbehandeling', [], 'klacht', true, false],
    ['Afhandelen klachten Awb', [], 'klacht', true, false],
    ['Uiting van onvrede', ['klacht'], 'klacht', true, false],
    // A complaint about surroundings is a melding; so is anything that calls itself one.
    ['Milieuklacht', [], 'aanvraag', false, false],
    ['Klacht geluidsoverlast', [], 'aanvraag', false, false],
    ['Melding openbare ruimte', ['klacht', 'lantaarnpaal'], 'melding', false, false],
    ['Sloopmelding', [], 'melding', false, false],
    ['Gebruiksmelding brandveiligheid', [], 'melding', false, false],
    ['WOZ-bezwaar', [], 'bezwaar', false, true],
    ['Bezwaarschrift', [], 'bezwaar', false, true],
    ['Behandelen bezwaren personeel', [], 'bezwaar', false, true],
    ['Bezwaar tegen een klachtbesluit', [], 'bezwaar', false, true],
    ['Verklaring van geen bezwaar', [], 'aanvraag', false, true],
    ['Aangifte verhuizing', [], 'aangifte', false, false],
    ['Omgevingsvergunning', [], 'aanvraag', false, true],
    ['Omgevingsvergunning vooroverleg', [], 'aanvraag', false, false],
    ['Subsidie geluidsanering', ['klacht'], 'aanvraag', false, true],
    ['Bijzondere bijstand aanvraag', [], 'aanvraag', false, true],
    ['Bijstand mutatieonderzoek', [], 'zaak', false, false],
    ['Bijstand bestuurlijke boete oplegging', [], 'zaak', false, false],
    ['Paspoort of identiteitskaart', [], 'aanvraag', false, false],
  ] as const)('%s', (omschrijving, trefwoorden, woord, klacht, beschikking) => {
    const zaaktype = bouwZaaktype({ omschrijving, trefwoorden: [...trefwoorden] });
    expect(zaakwoord(zaaktype)).toBe(woord);
    expect(isKlacht(zaaktype)).toBe(klacht);
    expect(isBeschikkingOfBezwaar(zaaktype)).toBe(beschikking);
    expect(isBezwaar(zaaktype)).toBe(woord === 'bezwaar');
  });

  it('noemt een zaak waarvan het zaaktype weg is gewoon een zaak', () => {
    expect(zaakwoord(null)).toBe('zaak');
  });
});
