/** `expand` as Open Zaak: dotted paths, the expanded objects under `_expand` next to the URL fields. */
import { ongeldigVeld } from './http/fout.ts';
import type { Kern } from './kern.ts';
import type { Json, JsonObject } from './typen.ts';

/** Nested by first step; a key that has no value is left out. Undefined: this resource knows no expand. */
export type ExpandBoom = { [stap: string]: ExpandBoom };

/** Reads a comma-separated value. Throws 400 where it names what the resource cannot expand. */
export function expandPaden(
  mag: readonly string[] | undefined,
  waarde: string | undefined,
): ExpandBoom | undefined {
  if (!mag) return undefined;
  const boom: ExpandBoom = {};
  const paden = (waarde ?? '').split(',').filter((deel) => deel !== '');
  for (const pad of paden) {
    if (!mag.includes(pad)) {
      const reden = `Selecteer een geldige keuze. ${pad} is geen beschikbare keuze.`;
      throw ongeldigVeld('expand', 'invalid_choice', reden);
    }
    // A child whose parent was not named too is not expanded.
    const stappen = pad.split('.');
    if (!stappen.every((_, i) => paden.includes(stappen.slice(0, i + 1).join('.')))) continue;
    let tak = boom;
    for (const stap of stappen) tak = tak[stap] ??= {};
  }
  return boom;
}

/** Adds `_expand` (empty where nothing was asked, as Open Zaak does on the root). */
export function breidUit(getoond: JsonObject, boom: ExpandBoom | undefined, kern: Kern): JsonObject {
  return boom ? { ...getoond, _expand: takken(getoond, boom, kern) } : getoond;
}

function takken(getoond: JsonObject, boom: ExpandBoom, kern: Kern): JsonObject {
  const uit: JsonObject = {};
  for (const [stap, tak] of Object.entries(boom)) {
    const verwijzing = getoond[stap];
    if (Array.isArray(verwijzing)) {
      const delen = verwijzing.flatMap((deel) => een(deel, tak, kern) ?? []);
      if (delen.length > 0) uit[stap] = delen;
    } else {
      const deel = een(verwijzing, tak, kern);
      if (deel) uit[stap] = deel;
    }
  }
  return uit;
}

function een(verwijzing: Json | undefined, boom: ExpandBoom, kern: Kern): JsonObject | undefined {
  const getoond = typeof verwijzing === 'string' ? kern.toonPad(verwijzing) : undefined;
  if (!getoond) return undefined;
  const onder = takken(getoond, boom, kern);
  return Object.keys(onder).length > 0 ? { ...getoond, _expand: onder } : getoond;
}
