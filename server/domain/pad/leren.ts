/** Shares of the closed zaken by which a step is what it is. */
const HOOFDSTAP_VANAF = 0.8;
const UITGANG_TOT = 0.5;
const UITGANG_NAAR_EIND = 0.9;
const UITGANG_SLAAT_OVER = 0.5;
const ORDE_VANAF = 0.9;
/** Zaken that must have had a rarer step before its place is believed. */
const PLAATS_MINSTENS = 3;

type Reeks = readonly string[];

export interface Geleerd {
  /** In eight of ten zaken that ran their course. */
  hoofdstappen: string[];
  /** The main steps in their order, with the rarer ones that have a fixed place among them. */
  stappen: string[];
  uitgangen: string[];
}

/**
 * The course of closed zaken (each statustype once a reeks). An exit is rare, ends the zaak at once, and the main
 * steps after it are skipped. Null where the zaken do not agree on one order of the main steps.
 */
export function leer(reeksen: readonly Reeks[], eind: ReadonlySet<string>): Geleerd | null {
  const uitgangen = vindUitgangen(reeksen, eind);
  const gewoon = reeksen.filter((reeks) => !reeks.some((uuid) => uitgangen.includes(uuid)));
  const orde = opOrde(hoofdstappenVan(gewoon), gewoon);
  if (orde === null || orde.length === 0) return null;
  return { hoofdstappen: orde, stappen: voegIn(orde, gewoon), uitgangen };
}

function aandeel(deel: number, geheel: number): number {
  return geheel === 0 ? 0 : deel / geheel;
}

function hoofdstappenVan(reeksen: readonly Reeks[]): string[] {
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
  const hoofd = hoofdstappenVan(gewoon).filter((uuid) => !eind.has(uuid));
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

/** Puts every rarer step between the main steps where nine of ten of its zaken had it; without such a place it is left out. */
function voegIn(orde: readonly string[], reeksen: readonly Reeks[]): string[] {
  const na = new Map<number, string[]>();
  for (const uuid of new Set(reeksen.flat())) {
    const met = reeksen.filter((reeks) => reeks.includes(uuid));
    if (orde.includes(uuid) || met.length < PLAATS_MINSTENS) continue;
    const ervoor = orde.map((stap) => {
      const beide = met.filter((reeks) => reeks.includes(stap));
      return aandeel(beide.filter((r) => r.indexOf(stap) < r.indexOf(uuid)).length, beide.length);
    });
    const plaats = ervoor.findIndex((deel) => deel < ORDE_VANAF);
    const eenduidig = ervoor.slice(Math.max(0, plaats)).every((deel) => deel <= 1 - ORDE_VANAF);
    if (plaats >= 0 && eenduidig) na.set(plaats, [...(na.get(plaats) ?? []), uuid]);
  }
  const gemiddeld = (uuid: string): number => {
    const plaatsen = reeksen.map((reeks) => reeks.indexOf(uuid)).filter((plaats) => plaats >= 0);
    return aandeel(
      plaatsen.reduce((som, plaats) => som + plaats, 0),
      plaatsen.length,
    );
  };
  return orde.flatMap((stap, i) => [
    ...(na.get(i) ?? []).toSorted((a, b) => gemiddeld(a) - gemiddeld(b)),
    stap,
  ]);
}
