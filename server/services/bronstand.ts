import type { Clock } from '../clock.ts';

/** Since when a source does not answer, as this process has seen it. */
export interface Bronstand {
  /** What a reading of it gave. Returns since when it fails; null where it does not. */
  noteer(bron: string, gelukt: boolean): Date | null;
}

export function maakBronstand(clock: Clock): Bronstand {
  const sinds = new Map<string, Date>();
  return {
    noteer(bron, gelukt) {
      if (gelukt) {
        sinds.delete(bron);
        return null;
      }
      const begin = sinds.get(bron) ?? clock.nu();
      sinds.set(bron, begin);
      return begin;
    },
  };
}
