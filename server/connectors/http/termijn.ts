import { BronFout, type Aanroep } from '../ports.ts';

/** One source, all its rounds: milliseconds (design, figures). */
export const TERMIJN_MS = 4000;

/** The promise, or a BronFout `te_traag` as soon as the signal says so; the promise itself goes on for others. */
export async function wachtMet<T>(
  bron: string,
  belofte: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (signal === undefined) return belofte;
  let klaar = (): void => undefined;
  const afgebroken = new Promise<never>((_, weiger) => {
    const stop = (): void => {
      weiger(new BronFout(bron, 'te_traag'));
    };
    if (signal.aborted) stop();
    else {
      signal.addEventListener('abort', stop, { once: true });
      klaar = () => {
        signal.removeEventListener('abort', stop);
      };
    }
  });
  try {
    return await Promise.race([belofte, afgebroken]);
  } finally {
    klaar();
  }
}

/** The same call, bound to one deadline for all rounds that a method makes at this source. */
export function binnenTermijn(aanroep: Aanroep, ms: number = TERMIJN_MS): Aanroep {
  const eigen = AbortSignal.timeout(ms);
  return { ...aanroep, signal: aanroep.signal ? AbortSignal.any([aanroep.signal, eigen]) : eigen };
}

/** A deadline that is taken down with its work: AbortSignal.timeout lives on until it fires. */
export async function metKlok<T>(ms: number, werk: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const klok = setTimeout(() => {
    stop.abort();
  }, ms);
  try {
    return await werk(stop.signal);
  } finally {
    clearTimeout(klok);
  }
}
