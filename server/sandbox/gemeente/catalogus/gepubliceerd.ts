import type { Prng } from '../prng.ts';
import type { Gemeente } from '../../typen.ts';
import type { Zaaktype } from '../zaaktype.ts';
export function leesCatalogus(_g: Gemeente, _p: Prng, _c: unknown): Zaaktype[] {
  return [];
}
