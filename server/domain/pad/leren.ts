/** Shares of the closed zaken by which a step is what it is. */
const HOOFDSTAP_VANAF = 0.8;
const UITGANG_TOT = 0.5;
const UITGANG_NAAR_EIND = 0.9;
const UITGANG_SLAAT_OVER = 0.5;
const ORDE_VANAF = 0.9;

type Reeks = readonly string[];

/**
 * Main steps in their order, and exits, of closed zaken (each statustype once a reeks). An exit is rare, ends the zaak
 * at once, and the main steps after it are skipped. Null where the zaken do not agree on one order.
 */
export function leer(
  reeksen: readonly Reeks[],
  eind: ReadonlySet<string>,
): { stappen: string[]; uitgangen: string[] } | null {
  const uitgangen = vindUitgangen(reeksen, eind);
  const gewoon = reeksen.filter((reeks) => !reeks.some((uuid) => uitgangen.includes(uuid)));
  const stappen = opOrde(hoofdstappen(gewoon), gewoon);
  if (stappen === null || stappen.length === 0) return null;
  return { stappen, uitgangen };
}

function aandeel(deel: number, geheel: number): number {
  return geheel === 0 ? 0 : deel / geheel;
}

function hoofdstappen(reeksen: readonly Reeks[]): string[] {
  const alle = new Set(reeksen.flat());
  return [...alle].filter(
    (uuid) =>
      aandeel(reeksen.filter((reeks) => reeks.includes(uuid)).length, reeksen.length) >= HOOFDSTAP_VANAF,
  );
}

function vindUitgangen(reeksen: readonly Reeks[], eind: ReadonlySet<string>): string[] {
  const kandidaten = [...new Set(reeksen.flat())].filter((uuid) => {
    if (eind.has(uuid)) return false;
    const met = reeksen.filter((reeks) => reeks.includes(uuid));
    const naarEind = met.filter((reeks) => reeks.slice(reeks.indexOf(uuid) + 1).every((na) => eind.has(na)));
    return (
      aandeel(met.length, reeksen.length) < UITGANG_TOT &&
      aandeel(naarEind.length, met.length) >= UITGANG_NAAR_EIND
    );
  });
  const gewoon = reeksen.filter((reeks) => !reeks.some((uuid) => kandidaten.includes(uuid)));
  const hoofd = hoofdstappen(gewoon).filter((uuid) => !eind.has(uuid));
  return kandidaten.filter((uuid) => {
    const met = reeksen.filter((reeks) => reeks.includes(uuid));
    const slaatOver = met.filter((reeks) => hoofd.some((stap) => !reeks.includes(stap)));
    return aandeel(slaatOver.length, met.length) >= UITGANG_SLAAT_OVER;
  });
}

/** The one order on which nine of ten zaken agree for every pair, or null. */
function opOrde(stappen: readonly string[], reeksen: readonly Reeks[]): string[] | null {
  const voorgangers = new Map(stappen.map((uuid) => [uuid, 0]));
  for (const [i, a] of stappen.entries()) {
    for (const b of stappen.slice(i + 1)) {
      const beide = reeksen.filter((reeks) => reeks.includes(a) && reeks.includes(b));
      const eersteA = beide.filter((reeks) => reeks.indexOf(a) < reeks.indexOf(b)).length;
      const deelA = aandeel(eersteA, beide.length);
      if (deelA < ORDE_VANAF && deelA > 1 - ORDE_VANAF) return null;
      const later = deelA >= ORDE_VANAF ? b : a;
      voorgangers.set(later, (voorgangers.get(later) ?? 0) + 1);
    }
  }
  // Every pair is decided; the order is one only where no two steps have as many before them (no cycle).
  if (new Set(voorgangers.values()).size !== stappen.length) return null;
  return stappen.toSorted((a, b) => (voorgangers.get(a) ?? 0) - (voorgangers.get(b) ?? 0));
}
