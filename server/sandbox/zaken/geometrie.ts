/** Just enough geometry for `zaakgeometrie.within`: points in a polygon, longitude and latitude in degrees. */
import { z } from 'zod';
import { ongeldigVeld } from '../http/fout.ts';
import type { Json } from '../typen.ts';

const plek = z.tuple([z.number(), z.number()]).rest(z.number());
const punt = z.object({ type: z.literal('Point'), coordinates: plek });
const gebied = z.object({
  within: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(plek).min(4)).min(1) }),
});

type Plek = z.infer<typeof plek>;

/** Even-odd rule over all rings, so that holes count as outside. */
function inRingen([x, y]: Plek, ringen: Plek[][]): boolean {
  let binnen = false;
  for (const ring of ringen) {
    for (const [i, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) binnen = !binnen;
    }
  }
  return binnen;
}

/** Throws 400 where the area is no `{within: Polygon}`; a zaak without a point lies nowhere. */
export function ligtBinnen(geometrie: Json | undefined, gezocht: Json): boolean {
  const polygoon = gebied.safeParse(gezocht);
  if (!polygoon.success) throw ongeldigVeld('zaakgeometrie.within', 'invalid', 'Ongeldige geometrie.');
  const plaats = punt.safeParse(geometrie);
  return plaats.success && inRingen(plaats.data.coordinates, polygoon.data.within.coordinates);
}
