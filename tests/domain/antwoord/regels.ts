import { expect } from 'vitest';
import type { AntwoordStand } from '../../../server/domain/antwoord.ts';
import { maakAntwoord } from '../../../server/domain/antwoord.ts';
import { datumInWoorden } from '../../../server/domain/dagen.ts';

const MAAND = {
  nl: 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december',
  en: 'January|February|March|April|May|June|July|August|September|October|November|December',
};

/** Every day that the stand holds, wherever it stands in it. */
function dagenIn(stand: AntwoordStand): Set<string> {
  const { deelzaken: _namen, ...rest } = stand;
  return new Set([...JSON.stringify(rest).matchAll(/\d{4}-\d{2}-\d{2}/g)].map(([dag]) => dag));
}

/**
 * What must hold of every antwoord, whatever the register gave: two to five whole sentences, no gap where a value was
 * missing, no code, and no date that the stand does not hold. Names and free texts are checked by the callers.
 */
export function verwachtGoedeZinnen(stand: AntwoordStand): void {
  const antwoord = maakAntwoord(stand);
  const dagen = [...dagenIn(stand)];
  for (const taal of ['nl', 'en'] as const) {
    const zinnen = antwoord.zinnen[taal];
    const tekst = antwoord[taal];
    expect(zinnen.length).toBeGreaterThanOrEqual(2);
    expect(zinnen.length).toBeLessThanOrEqual(5);
    expect(tekst).toBe(zinnen.join(' '));
    for (const zin of zinnen) {
      expect(zin).toMatch(/^\p{Lu}.*[\p{L}\p{N})'"][.?]$/u);
      expect(zin).not.toMatch(/[.?!]\s+\p{Lu}/u);
    }
    expect(tekst).not.toMatch(/\s{2}|\bnull\b|undefined|NaN|\[object|,\.|: *\.|:\s*$|""|!|helaas|error/i);
    expect(tekst).not.toMatch(/\b[A-Z]{1,3}\d{3,}|[0-9a-f]{8}-[0-9a-f]{4}/);
    const woorden = dagen.map((dag) => datumInWoorden(dag, taal, stand.vandaag));
    const genoemd = tekst.match(new RegExp(`\\b\\d{1,2} (?:${MAAND[taal]})(?: \\d{4})?`, 'g')) ?? [];
    // A behandelaar may name a day in words of their own.
    const vrij = JSON.stringify(stand);
    for (const datum of genoemd) if (!vrij.includes(datum)) expect(woorden).toContain(datum);
  }
  expect(antwoord.zinnen.nl.some((zin) => /\bu\b|\buw\b/i.test(zin))).toBe(true);
}

/** Words that tell a decision. */
export const UITKOMST = /toegekend|afgewezen|verleend|geweigerd|ongegrond|granted|rejected|refused/i;
