/** Filtering and ordering of one resource. */
import { Fout, ongeldig } from './http/fout.ts';
import type { InvalidParam } from './http/fout.ts';
import type { Opslag } from './opslag.ts';
import type { Resource } from './resource.ts';
import type { Json, Rij } from './typen.ts';

/** Rows that all parameters let through, in order. Throws 400 with every wrong filter. */
export function selecteer(resource: Resource, parameters: Map<string, string>, opslag: Opslag): Rij[] {
  const tabel = opslag.tabel(resource.tabel);
  const proeven: ((rij: Rij) => boolean)[] = [];
  const fouten: InvalidParam[] = [];
  let kandidaten: Rij[] | undefined;
  for (const [naam, waarde] of new Map([...Object.entries(resource.standaard ?? {}), ...parameters])) {
    const filter = resource.filters[naam];
    if (!filter || (waarde === '' && filter.weigertLeeg !== true)) continue;
    try {
      proeven.push(filter.maak(waarde, naam, opslag));
    } catch (fout) {
      if (!(fout instanceof Fout)) throw fout;
      fouten.push(...(fout.delen.invalidParams ?? []));
    }
    if (filter.index !== undefined && tabel.heeftIndex(filter.index))
      kandidaten ??= tabel.op(filter.index, waarde);
  }
  if (fouten.length > 0) throw ongeldig(...fouten);
  const samen = resource.samen?.(parameters, opslag);
  if (samen) kandidaten = [...samen].flatMap((uuid) => tabel.get(uuid) ?? []);
  const over = (kandidaten ?? tabel.alle()).filter((rij) => proeven.every((proef) => proef(rij)));
  return sorteer(resource, over, parameters.get('ordering'));
}

function sorteer(resource: Resource, rijen: Rij[], ordering: string | undefined): Rij[] {
  if (ordering === undefined || ordering === '' || !resource.ordering) {
    return resource.volgorde ? rijen.sort(resource.volgorde) : rijen.reverse();
  }
  const sleutels = ordering
    .split(',')
    .map((deel) => ({ veld: deel.replace(/^-/, ''), af: deel.startsWith('-') }));
  for (const { veld, af } of sleutels) {
    if (resource.ordering.includes(veld)) continue;
    const keuze = `${af ? '-' : ''}${veld}`;
    const reason = `Selecteer een geldige keuze. ${keuze} is geen beschikbare keuze.`;
    throw ongeldig({ name: 'ordering', code: 'invalid_choice', reason });
  }
  return rijen.sort((a, b) => {
    for (const { veld, af } of sleutels) {
      const verschil = vergelijkLeegGroot(a[veld], b[veld]);
      if (verschil !== 0) return af ? -verschil : verschil;
    }
    return 0;
  });
}

const sorteerbaar = (waarde: Json | undefined): string | null => (typeof waarde === 'string' ? waarde : null);

/** PostgreSQL holds null for the greatest value. */
function vergelijkLeegGroot(a: Json | undefined, b: Json | undefined): number {
  const [x, y] = [sorteerbaar(a), sorteerbaar(b)];
  if (x === y) return 0;
  if (x === null) return 1;
  if (y === null) return -1;
  return x < y ? -1 : 1;
}
