import { useSyncExternalStore } from 'react';

/** State outside React, in memory only: it outlives pages and a log-out, and nothing of it reaches a browser store. */
export interface Opslag<T> {
  lees: () => T;
  zet: (maak: (oud: T) => T) => void;
  volg: (luisteraar: () => void) => () => void;
}

export function maakOpslag<T>(begin: T): Opslag<T> {
  let waarde = begin;
  const luisteraars = new Set<() => void>();
  return {
    lees: () => waarde,
    zet: (maak) => {
      const nieuw = maak(waarde);
      if (Object.is(nieuw, waarde)) return;
      waarde = nieuw;
      for (const luisteraar of luisteraars) luisteraar();
    },
    volg: (luisteraar) => {
      luisteraars.add(luisteraar);
      return () => luisteraars.delete(luisteraar);
    },
  };
}

export const useOpslag = <T>(opslag: Opslag<T>): T => useSyncExternalStore(opslag.volg, opslag.lees);
