/** Numbers with a check digit. Source of the 11-proef: Logisch Ontwerp BRP, element 01.20; RSIN has the same. */

/** The ninth digit that makes eight digits pass the 11-proef, or undefined where none does. */
function controlecijfer(acht: string): number | undefined {
  let som = 0;
  for (let i = 0; i < 8; i++) som += (9 - i) * (acht.charCodeAt(i) - 48);
  const rest = som % 11;
  return rest === 10 ? undefined : rest;
}

/**
 * A row of BSNs, each once: first those beginning with 9999 (the range of RvIG for tests, some 9,090 numbers), and
 * when these are used up on with 9998, 9997 …, which no living person has either.
 */
export function* bsnReeks(bezet: ReadonlySet<string>, begin: number): Generator<string, never> {
  for (let groep = 9999; ; groep--) {
    for (let i = 0; i < 10_000; i++) {
      // 7919 shares no factor with 10,000, so every number comes once and neighbours do not look alike.
      const acht = `${groep}${String((begin + i * 7919) % 10_000).padStart(4, '0')}`;
      const cijfer = controlecijfer(acht);
      const bsn = `${acht}${cijfer ?? ''}`;
      if (cijfer !== undefined && !bezet.has(bsn)) yield bsn;
    }
  }
}

/** RSINs that pass the 11-proef, each once, beginning with 8 as those that the Belastingdienst gives out. */
export function* rsinReeks(): Generator<string, never> {
  for (let i = 0; ; i++) {
    const acht = `8${String((5_800_137 + i * 11_113) % 10_000_000).padStart(7, '0')}`;
    const cijfer = controlecijfer(acht);
    if (cijfer !== undefined) yield `${acht}${cijfer}`;
  }
}

/** RSIN of the gemeente Oeverdam: bronorganisatie of all that it registers. Invented, passes the 11-proef. */
export const RSIN_OEVERDAM = '111222333';
/** The code is not in use in landelijke tabel 33. */
export const GEMEENTE = { code: '0999', naam: 'Oeverdam' } as const;
