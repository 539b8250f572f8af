import { describe, expect, it } from 'vitest';
import { AFDELING_ONBEKEND, afdelingVan } from '../../server/domain/afdeling.ts';
import { bouwRol, bouwZaaktype } from './bouw.ts';

const eenheid = (naam: string | null, omschrijvingGeneriek: 'behandelaar' | 'adviseur' | 'initiator') =>
  bouwRol({
    soort: 'organisatorische_eenheid',
    omschrijvingGeneriek,
    naam,
    identificatie: { eenheid: 'AFD-7' },
  });

describe('de afdeling van een zaak', () => {
  it('is de eenheid die behandelt, ook als een adviseur eerder staat', () => {
    const rollen = [eenheid('Milieu', 'adviseur'), eenheid('Wonen', 'behandelaar')];
    expect(afdelingVan(rollen, bouwZaaktype({ verantwoordelijke: 'Inkomen' }))).toBe('Wonen');
  });

  it('heet naar de code waar de eenheid geen naam heeft', () => {
    expect(afdelingVan([eenheid(null, 'behandelaar')], null)).toBe('AFD-7');
  });

  it('is niet de afdeling die zelf aanvroeg', () => {
    expect(afdelingVan([eenheid('Wonen', 'initiator')], bouwZaaktype({ verantwoordelijke: 'Inkomen' }))).toBe(
      'Inkomen',
    );
  });

  it('is anders de verantwoordelijke van het zaaktype', () => {
    expect(afdelingVan([bouwRol()], bouwZaaktype({ verantwoordelijke: ' Burgerzaken ' }))).toBe(
      'Burgerzaken',
    );
  });

  it.each(['000000000', '', null])('gelooft %s niet als verantwoordelijke', (rsin) => {
    expect(afdelingVan([], bouwZaaktype({ verantwoordelijke: rsin }))).toBe(AFDELING_ONBEKEND);
  });

  it('is onbekend als het zaaktype weg is', () => {
    expect(afdelingVan([], null)).toBe('onbekend');
  });
});
