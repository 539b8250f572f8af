/** Just enough geometry for `zaakgeometrie`: what Open Zaak takes for one, and points in an area (degrees, longitude first). */
import { z } from 'zod';
import { ongeldigVeld, serverFout } from '../http/fout.ts';
import { pythonSoort } from '../typen.ts';
import type { Json } from '../typen.ts';

const plek = z.tuple([z.number(), z.number()]).rest(z.number());
type Plek = z.infer<typeof plek>;

const vorm = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: plek }),
  z.object({ type: z.enum(['MultiPoint', 'LineString']), coordinates: z.array(plek).min(1) }),
  z.object({
    type: z.enum(['MultiLineString', 'Polygon']),
    coordinates: z.array(z.array(plek).min(1)).min(1),
  }),
  z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(z.array(plek).min(1)).min(1)).min(1),
  }),
]);
type Vorm = z.infer<typeof vorm>;

const OMZETTEN = 'Unable to convert to python object: ';
export const GEEN_GEOMETRIE = `${OMZETTEN}Invalid geometry pointer returned from "OGR_G_CreateGeometryFromJson".`;

export const isGeometrie = (waarde: unknown): boolean => vorm.safeParse(waarde).success;

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

const zelfde = (a: Plek | undefined, b: Plek | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

const vlakken = (gebied: Vorm): Plek[][][] =>
  gebied.type === 'Polygon' ? [gebied.coordinates] : gebied.type === 'MultiPolygon' ? gebied.coordinates : [];

function bevat(gebied: Vorm, plaats: Plek): boolean {
  if (gebied.type === 'Point') return zelfde(gebied.coordinates, plaats);
  if (gebied.type === 'MultiPoint') return gebied.coordinates.some((een) => zelfde(een, plaats));
  return vlakken(gebied).some((ringen) => inRingen(plaats, ringen));
}

/** Test of `{within: <GeoJSON>}` on the geometry of a zaak, of which points are known only. Refuses as Open Zaak does. */
export function maakGebied(gezocht: Json): (geometrie: Json | undefined) => boolean {
  const weiger = (naam: string, code: string, reden: string) =>
    ongeldigVeld(`zaakgeometrie${naam}`, code, reden);
  if (gezocht === null) throw weiger('', 'null', 'Dit veld mag niet leeg zijn.');
  if (typeof gezocht !== 'object' || Array.isArray(gezocht)) {
    const reden = `Ongeldige data. Verwacht een dictionary, kreeg een ${pythonSoort(gezocht)}.`;
    throw weiger('.nonFieldErrors', 'invalid', reden);
  }
  const { within } = gezocht;
  // The real one falls over an area without `within`.
  if (within === undefined) throw serverFout();
  if (within === null) throw weiger('.within', 'null', 'Dit veld mag niet leeg zijn.');
  const gelezen = vorm.safeParse(within);
  if (!gelezen.success) throw weiger('.within', 'invalid', waaromGeen(within));
  const gebied = gelezen.data;
  if (!vlakken(gebied).every((ringen) => ringen.every((ring) => zelfde(ring[0], ring.at(-1))))) {
    const reden = 'Invalid format: string or unicode input unrecognized as GeoJSON, WKT EWKT or HEXEWKB.';
    throw weiger('.within', 'invalid', reden);
  }
  return (geometrie) => {
    const plaats = vorm.safeParse(geometrie);
    return plaats.success && plaats.data.type === 'Point' && bevat(gebied, plaats.data.coordinates);
  };
}

function waaromGeen(within: Json): string {
  if (typeof within === 'string') return `${OMZETTEN}String input unrecognized as WKT EWKT, and HEXEWKB.`;
  if (typeof within === 'object' && !Array.isArray(within)) return GEEN_GEOMETRIE;
  return `${OMZETTEN}Improper geometry input type: <class '${pythonSoort(within)}'>`;
}
