/** Chance that can be repeated: FAULTS_SEED gives back the choices of an earlier run (its timing is the machine's). */
const gezet = process.env['FAULTS_SEED'];
export const SEED = gezet === undefined || gezet === '' ? Date.now() % 2_147_483_647 : Number(gezet);

export interface Toeval {
  /** From 0 up to `tot`, not included. */
  tot(tot: number): number;
  kies<T>(uit: readonly T[]): T;
}

/** mulberry32; every worker has its own, so that the order in which they run changes nobody's choices. */
export function maakToeval(naam: string): Toeval {
  let staat = SEED;
  for (const byte of Buffer.from(naam)) staat = (Math.imul(staat, 31) + byte) >>> 0;
  const volgend = (): number => {
    staat = (staat + 0x6d2b79f5) >>> 0;
    let t = Math.imul(staat ^ (staat >>> 15), staat | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    tot: (tot) => Math.floor(volgend() * tot),
    kies: (uit) => {
      const gekozen = uit[Math.floor(volgend() * uit.length)];
      if (gekozen === undefined) throw new Error('er valt niets te kiezen');
      return gekozen;
    },
  };
}
