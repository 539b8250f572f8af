import { BronFout } from '../ports.ts';

/** A register that refused expand is asked again after this long (ms): it may have been upgraded. */
const ONTHOUD_MS = 60 * 60_000;
/** What was measured holds this long (ms). */
const METING_MS = 24 * ONTHOUD_MS;
/** A shorter page tells nothing. */
const MINSTENS = 10;
/** Separate reads load the register more: only where they are clearly quicker are they worth it. */
const DUIDELIJK = 1.25;

type Plek = 'lijst' | 'detail';
type Lezer<T> = (metExpand: boolean) => Promise<T>;

/**
 * Runs reads with expand where the register knows it, else without. A 400 or 403 may have another cause (no right at
 * all): only when the plain read then succeeds is the refusal remembered, for lists and single zaken apart.
 */
export function maakExpand(
  kan: 'auto' | 'detail' | boolean,
  /** ms, running on */
  klok: () => number = () => performance.now(),
) {
  const geweigerdTot = { lijst: -Infinity, detail: -Infinity };
  let losTot = -Infinity;
  let gemetenTot = -Infinity;

  function uit(plek: Plek): boolean {
    if (typeof kan === 'boolean') return !kan;
    if (plek === 'lijst' && (kan === 'detail' || klok() < losTot)) return true;
    return klok() < geweigerdTot[plek];
  }

  async function lees<T>(plek: Plek, lezer: Lezer<T>): Promise<{ waarde: T; uitgevouwen: boolean }> {
    if (uit(plek)) return { waarde: await lezer(false), uitgevouwen: false };
    try {
      return { waarde: await lezer(true), uitgevouwen: true };
    } catch (fout) {
      const misschien = fout instanceof BronFout && (fout.status === 400 || fout.status === 403);
      if (kan === true || !misschien) throw fout;
      const waarde = await lezer(false);
      geweigerdTot[plek] = klok() + ONTHOUD_MS;
      return { waarde, uitgevouwen: false };
    }
  }

  return {
    detail: async <T>(lezer: Lezer<T>): Promise<T> => (await lees('detail', lezer)).waarde,
    lijst: async <T>(lezer: Lezer<T>): Promise<T> => (await lees('lijst', lezer)).waarde,
    /**
     * Reads a page for the work in the background; with `auto` once a day in both ways, to learn which one is the
     * quicker. Nobody waits at a screen for it, and what users ask meanwhile is asked with expand.
     */
    async meet<T>(lezer: Lezer<T>, aantal: (waarde: T) => number): Promise<T> {
      const meten = kan === 'auto' && klok() >= gemetenTot;
      const begin = klok();
      const { waarde, uitgevouwen } = await lees('lijst', lezer);
      const tussen = klok();
      if (!meten || !uitgevouwen || aantal(waarde) < MINSTENS) return waarde;
      gemetenTot = tussen + METING_MS;
      try {
        await lezer(false);
      } catch (fout) {
        // The page itself was read: only the comparison is missing, and tried again with the next one.
        if (!(fout instanceof BronFout)) throw fout;
        gemetenTot = -Infinity;
        return waarde;
      }
      if ((klok() - tussen) * DUIDELIJK < tussen - begin) losTot = klok() + METING_MS;
      return waarde;
    },
  };
}
export type Expand = ReturnType<typeof maakExpand>;
