import { BronFout } from '../ports.ts';

/** A register that refused expand is asked again after this long (ms): it may have been upgraded. */
const ONTHOUD_MS = 60 * 60_000;

/**
 * Runs a read with expand where the register may know it, else without. A 400 or 403 may have another cause (no right
 * at all): only when the plain read then succeeds is the refusal remembered.
 */
export function maakExpand(kan: 'auto' | boolean, nu: () => number = Date.now) {
  let geweigerdTot = 0;
  return async <T>(
    lees: (metExpand: boolean) => Promise<T>,
  ): Promise<{ waarde: T; uitgevouwen: boolean }> => {
    if (kan === false || (kan === 'auto' && nu() < geweigerdTot))
      return { waarde: await lees(false), uitgevouwen: false };
    try {
      return { waarde: await lees(true), uitgevouwen: true };
    } catch (fout) {
      const misschien = fout instanceof BronFout && (fout.status === 400 || fout.status === 403);
      if (kan === true || !misschien) throw fout;
      const waarde = await lees(false);
      geweigerdTot = nu() + ONTHOUD_MS;
      return { waarde, uitgevouwen: false };
    }
  };
}
