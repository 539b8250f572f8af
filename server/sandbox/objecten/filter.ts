/** `data_attr` of the Objecten API: `key__operator__value`, the key nested by double underscores. */
import { ongeldigVeld } from '../http/fout.ts';
import type { Json, JsonObject } from '../typen.ts';

type Proef = (data: JsonObject) => boolean;

const getal = (waarde: Json | undefined): number | undefined => {
  const gelezen =
    typeof waarde === 'number' ? waarde : typeof waarde === 'string' ? Number(waarde) : Number.NaN;
  return waarde === '' || Number.isNaN(gelezen) ? undefined : gelezen;
};

/** Numbers as numbers, dates as texts; undefined where the two cannot be compared. */
function vergelijk(a: Json | undefined, b: string): number | undefined {
  const [x, y] = [getal(a), getal(b)];
  if (x !== undefined && y !== undefined) return x - y;
  return typeof a === 'string' ? (a < b ? -1 : a > b ? 1 : 0) : undefined;
}

const gelijk = (a: Json | undefined, b: string): boolean =>
  a !== undefined && a !== null && typeof a !== 'object' && String(a) === b;
const grens = (past: (verschil: number) => boolean) => (a: Json | undefined, b: string) => {
  const verschil = vergelijk(a, b);
  return verschil !== undefined && past(verschil);
};

const OPERATOREN: Record<string, (gevonden: Json | undefined, gezocht: string) => boolean> = {
  exact: gelijk,
  in: (a, b) => b.split('|').some((deel) => gelijk(a, deel)),
  icontains: (a, b) => typeof a === 'string' && a.toLowerCase().includes(b.toLowerCase()),
  gt: grens((v) => v > 0),
  gte: grens((v) => v >= 0),
  lt: grens((v) => v < 0),
  lte: grens((v) => v <= 0),
};

function waardeOp(data: JsonObject, sleutel: readonly string[]): Json | undefined {
  let nu: Json | undefined = data;
  for (const stap of sleutel) {
    if (nu === null || typeof nu !== 'object' || Array.isArray(nu)) return undefined;
    nu = nu[stap];
  }
  return nu;
}

/** Reads one expression; throws 400 in the words of the product. @param veld data_attr or data_attrs */
export function leesUitdrukking(veld: string, uitdrukking: string): Proef {
  const delen = uitdrukking.split('__');
  const waarde = delen.pop();
  const operator = delen.pop();
  if (waarde === undefined || operator === undefined || delen.length === 0)
    throw ongeldigVeld(
      veld,
      'invalid-data-attrs-query',
      `Filter expression '${uitdrukking}' doesn't have the shape 'key__operator__value'`,
    );
  const proef = OPERATOREN[operator];
  if (proef === undefined)
    throw ongeldigVeld(veld, 'invalid-data-attrs-query', `Comparison operator \`${operator}\` is unknown`);
  return (data) => proef(waardeOp(data, delen), waarde);
}

/** `data_icontains`: any text value, at any depth. */
export function bevatTekst(naald: string): Proef {
  const zoek = naald.toLowerCase();
  const raak = (waarde: Json): boolean => {
    if (typeof waarde === 'string') return waarde.toLowerCase().includes(zoek);
    if (waarde === null || typeof waarde !== 'object') return false;
    return (Array.isArray(waarde) ? waarde : Object.values(waarde)).some(raak);
  };
  return raak;
}
