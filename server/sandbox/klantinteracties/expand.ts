/**
 * `expand` as Open Klant's ExpandJSONRenderer: `_expand` beside the references, in a list always, in a detail only
 * where something was asked; what is empty stays, as `[]` or null. It shows each row once in an answer: a partij
 * that took part in two listed klantcontacten stands in the first, and is null in the second.
 */
import { expandPaden } from '../expand.ts';
import type { ExpandBoom } from '../expand.ts';
import type { Kern } from '../kern.ts';
import type { Json, JsonObject } from '../typen.ts';
import { isObject } from './groepen.ts';

/** Reads `expand` (comma-separated and repeatable). A path without its parent gives nothing. Throws 400. */
export function leesExpand(mag: readonly string[] | undefined, waarden: string[]): ExpandBoom {
  const gevraagd = waarden.join(',').split(',');
  expandPaden(mag, gevraagd.join(','));
  const boom: ExpandBoom = {};
  for (const pad of gevraagd.filter((deel) => deel !== '').sort()) {
    const stappen = pad.split('.');
    const laatste = stappen.pop() ?? '';
    const tak = stappen.reduce<ExpandBoom | undefined>((onder, stap) => onder?.[stap], boom);
    if (tak) tak[laatste] ??= {};
  }
  return boom;
}

/** Gives an expander for one answer. */
export function maakUitbreider(boom: ExpandBoom, kern: Kern): (getoond: JsonObject) => JsonObject {
  const gezien = new Set<string>();

  const toon = (verwijzing: Json | undefined, onder: ExpandBoom): JsonObject | null => {
    const pad = isObject(verwijzing) ? verwijzing['url'] : undefined;
    if (typeof pad !== 'string' || gezien.has(pad)) return null;
    gezien.add(pad);
    const getoond = kern.toonPad(pad);
    if (!getoond) return null;
    return Object.keys(onder).length > 0 ? { ...getoond, _expand: takken(getoond, onder) } : getoond;
  };

  const takken = (getoond: JsonObject, tak: ExpandBoom): JsonObject =>
    Object.fromEntries(
      Object.entries(tak).map(([stap, onder]) => {
        const waarde = getoond[stap];
        return [
          stap,
          Array.isArray(waarde) ? waarde.flatMap((deel) => toon(deel, onder) ?? []) : toon(waarde, onder),
        ];
      }),
    );

  return (getoond) => takken(getoond, boom);
}
