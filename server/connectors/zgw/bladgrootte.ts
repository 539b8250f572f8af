/** A page with expand should take about this long (ms): well within the deadline, and still worth its call. */
const DOEL_MS = 400;
/** As long as nothing was measured. */
const ONBEKEND = 25;
const MINSTENS = 10;

export interface Bladgrootte {
  /** Zaken a page; null where the register sets its own size. */
  nu(): number | null;
  /** A page with expand of so many zaken took so long (ms). */
  gemeten(ms: number, zaken: number): void;
}

/**
 * How many zaken to ask for at a time. Expand costs a register time for every zaak (Open Zaak: measured 6 to 60 ms), so
 * one large page may pass the deadline where small ones, asked side by side, do not. Learned from the work in the
 * background, where nobody waits.
 */
export function maakBladgrootte(hoogstens: number | null): Bladgrootte {
  let msPerZaak: number | null = null;
  return {
    nu() {
      if (hoogstens === null) return null;
      const past = msPerZaak === null ? ONBEKEND : Math.floor(DOEL_MS / msPerZaak);
      return Math.min(hoogstens, Math.max(MINSTENS, past));
    },
    gemeten(ms, zaken) {
      if (zaken < MINSTENS) return;
      const nu = Math.max(ms, 1) / zaken;
      // Half the last one and half what was known: one slow page is no slow register.
      msPerZaak = msPerZaak === null ? nu : (msPerZaak + nu) / 2;
    },
  };
}
