import { BronFout, type Aanroep } from '../ports.ts';

/** One source, all its rounds: milliseconds (docs/registers.md). */
export const TERMIJN_MS = 4000;
/** A read that nobody waits for any more goes on for this many deadlines: its answer comes late, but it comes. */
export const LAAT = 3;

/**
 * The promise, or a BronFout `te_traag` as soon as the signal says so or `ms` have passed; the promise itself goes on for
 * others.
 */
export async function wachtMet<T>(
  bron: string,
  belofte: Promise<T>,
  signal: AbortSignal | undefined,
  ms?: number,
): Promise<T> {
  if (signal === undefined && ms === undefined) return belofte;
  let klaar = (): void => undefined;
  const afgebroken = new Promise<never>((_, weiger) => {
    const stop = (): void => {
      weiger(new BronFout(bron, 'te_traag'));
    };
    if (signal?.aborted === true) {
      stop();
      return;
    }
    const klok = ms === undefined ? undefined : setTimeout(stop, ms);
    signal?.addEventListener('abort', stop, { once: true });
    klaar = () => {
      clearTimeout(klok);
      signal?.removeEventListener('abort', stop);
    };
  });
  try {
    return await Promise.race([belofte, afgebroken]);
  } finally {
    klaar();
  }
}

/** The same call, bound to one deadline for all rounds that a method makes at this source. */
export function binnenTermijn(aanroep: Aanroep): Aanroep {
  const eigen = AbortSignal.timeout(aanroep.geduldMs ?? TERMIJN_MS);
  return { ...aanroep, signal: aanroep.signal ? AbortSignal.any([aanroep.signal, eigen]) : eigen };
}

/** A deadline that is taken down with its work: AbortSignal.timeout lives on until it fires. */
export async function metKlok<T>(
  ms: number,
  werk: (signal: AbortSignal, breekAf: () => void) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const klok = setTimeout(() => {
    stop.abort();
  }, ms);
  try {
    return await werk(stop.signal, () => stop.abort());
  } finally {
    clearTimeout(klok);
  }
}
