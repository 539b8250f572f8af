import { describe, expect, it } from 'vitest';
import { redenVanVerbod } from '../../server/services/weigering.ts';

describe('een register dat de console niet toelaat', () => {
  it.each([
    ['jwt-expired', 'klok'],
    ['jwt-immaturesignatureerror', 'klok'],
    ['invalid-jwt-signature', 'secret'],
    ['invalid-client-identifier', 'client-id'],
    ['missing-client-identifier', 'client-id'],
    ['jwt-decode-error', 'token'],
    ['jwt-missing-iat-claim', 'token'],
    ['not_authenticated', 'token'],
    ['authentication_failed', 'token'],
    ['permission_denied', 'autorisatie'],
  ])('met %s: beheer leest dat het aan %s ligt', (code, woord) => {
    const reden = redenVanVerbod(code);
    expect(reden).toContain(woord);
    expect(reden).toContain('Meld dit bij beheer');
    expect(reden).not.toContain(code);
  });

  it('met een code die niemand kent, of geen: niets van die code staat in de tekst', () => {
    expect(redenVanVerbod('<b>999993653</b>')).toBe(redenVanVerbod(null));
    expect(redenVanVerbod('constructor')).toBe(redenVanVerbod(null));
  });
});
