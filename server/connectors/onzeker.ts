import { BronFout } from './ports.ts';

/** The code of a write of which nobody knows whether it was done. */
export const ONZEKER = 'onzeker';

/** Broken off after the call was sent. */
const AFGEBROKEN = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/**
 * Marks a write that may still be under way at its register: no answer in time, a connection that broke, a gateway that
 * gave up (502, 504). Who asks at once whether it is there may hear no, a moment before it is.
 */
export async function metOnzekerheid<T>(schrijven: Promise<T>): Promise<T> {
  try {
    return await schrijven;
  } catch (fout) {
    if (!(fout instanceof BronFout)) throw fout;
    const { bron, soort, status, code } = fout;
    const gateway = status === 502 || status === 504;
    if (soort !== 'te_traag' && !gateway && !AFGEBROKEN.has(code ?? '')) throw fout;
    throw new BronFout(bron, soort, { ...(status === null ? {} : { status }), code: ONZEKER, cause: fout });
  }
}
