import type { Prng } from './prng.ts';
import type { Burger, Wereld } from './wereld.ts';
import type { GeschrevenZaak } from './zaakregister.ts';
import type { Gemeente } from '../typen.ts';
export function maakKlantcontacten(
  _g: Gemeente,
  _p: Prng,
  _w: Wereld,
  _z: readonly GeschrevenZaak[],
  _b: readonly Burger[],
  _n: number,
): void {}
