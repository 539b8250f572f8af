/** Which persons a BRP question finds. Text is compared without regard to case. */
import type { Vraag } from './brp-vraag.ts';
import type { Json, JsonObject } from './typen.ts';

type Proef = (persoon: JsonObject) => boolean;

function opPad(bron: JsonObject, ...stappen: string[]): Json | undefined {
  let waarde: Json | undefined = bron;
  for (const stap of stappen) {
    if (typeof waarde !== 'object' || waarde === null || Array.isArray(waarde)) return undefined;
    waarde = waarde[stap];
  }
  return waarde;
}

const klein = (waarde: Json | undefined): string => (typeof waarde === 'string' ? waarde.toLowerCase() : '');
const zonderDiakrieten = (tekst: string): string => tekst.normalize('NFD').replace(/\p{Mn}/gu, '');

/** Equal, or like a pattern with one `*` at an end; a name with diacritics is also found without them. */
function past(gezocht: Json, waarde: Json | undefined): boolean {
  const naald = klein(gezocht);
  const vormen = [klein(waarde), zonderDiakrieten(klein(waarde))];
  if (naald.endsWith('*')) return vormen.some((vorm) => vorm.startsWith(naald.slice(0, -1)));
  if (naald.startsWith('*')) return vormen.some((vorm) => vorm.endsWith(naald.slice(1)));
  return vormen.includes(naald);
}

const zonderSpatie = (waarde: Json | undefined): string => klein(waarde).replaceAll(' ', '');

const verblijfadres = (persoon: JsonObject, veld: string): Json | undefined =>
  opPad(persoon, 'verblijfplaats', 'verblijfadres', veld);

const PROEVEN: Record<string, (waarde: Json) => Proef> = {
  burgerservicenummer: (waarde) => {
    const nummers = new Set(Array.isArray(waarde) ? waarde : []);
    return (p) => nummers.has(p['burgerservicenummer'] ?? null);
  },
  geslachtsnaam: (waarde) => (p) => past(waarde, opPad(p, 'naam', 'geslachtsnaam')),
  voornamen: (waarde) => (p) => past(waarde, opPad(p, 'naam', 'voornamen')),
  voorvoegsel: (waarde) => (p) => klein(opPad(p, 'naam', 'voorvoegsel')) === klein(waarde),
  geslacht: (waarde) => (p) => klein(opPad(p, 'geslacht', 'code')) === klein(waarde),
  // An incomplete date of birth has no `datum` and is not found by one.
  geboortedatum: (waarde) => (p) => opPad(p, 'geboorte', 'datum', 'datum') === waarde,
  gemeenteVanInschrijving: (waarde) => (p) => opPad(p, 'gemeenteVanInschrijving', 'code') === waarde,
  postcode: (waarde) => (p) => zonderSpatie(verblijfadres(p, 'postcode')) === zonderSpatie(waarde),
  huisnummer: (waarde) => (p) => verblijfadres(p, 'huisnummer') === waarde,
  huisletter: (waarde) => (p) => klein(verblijfadres(p, 'huisletter')) === klein(waarde),
  huisnummertoevoeging: (waarde) => (p) => klein(verblijfadres(p, 'huisnummertoevoeging')) === klein(waarde),
  straat: (waarde) => (p) =>
    ['korteStraatnaam', 'officieleStraatnaam'].some((veld) => past(waarde, verblijfadres(p, veld))),
  nummeraanduidingIdentificatie: (waarde) => (p) =>
    opPad(p, 'verblijfplaats', 'nummeraanduidingIdentificatie') === waarde,
  adresseerbaarObjectIdentificatie: (waarde) => (p) =>
    opPad(p, 'verblijfplaats', 'adresseerbaarObjectIdentificatie') === waarde,
};

/** Lists that were closed by mistake (`F`) or wiped (`W`) are not found; of the dead (`O`) only on request. */
function vindbaar({ type, parameters }: Vraag): Proef {
  if (type === 'RaadpleegMetBurgerservicenummer') return () => true;
  const metOverledenen = parameters['inclusiefOverledenPersonen'] === true;
  return (persoon) => {
    const reden = opPad(persoon, 'opschortingBijhouding', 'reden', 'code');
    return reden !== 'F' && reden !== 'W' && (reden !== 'O' || metOverledenen);
  };
}

export function zoekPersonen(personen: readonly JsonObject[], vraag: Vraag): JsonObject[] {
  const proeven = Object.entries(vraag.parameters).flatMap(([naam, waarde]) => {
    const proef = PROEVEN[naam];
    return proef && waarde !== null ? [proef(waarde)] : [];
  });
  proeven.push(vindbaar(vraag));
  return personen.filter((persoon) => proeven.every((proef) => proef(persoon)));
}
