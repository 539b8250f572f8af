/** KVK Zoeken 2.0: the parameters of `GET /v2/zoeken`, and which registrations they find. */
import {
  invoerOnjuist,
  kvkNummerOnjuist,
  parametersOnbekend,
  rsinOnjuist,
  typeOnjuist,
  vestigingsnummerOnjuist,
} from './kvk-fout.ts';
import type { KvkFout } from './kvk-fout.ts';
import type { Bedrijf, Json, JsonObject } from './typen.ts';

/** Never more than this many hits are paged through. */
const MAX_RESULTATEN = 1000;

type Proef = (item: JsonObject) => boolean;

interface Parameter {
  patroon?: RegExp;
  onjuist?: (waarde: string) => KvkFout;
  /** Absent where the parameter selects nothing by itself. */
  proef?: (waarde: string) => Proef;
}

const TYPEN = ['hoofdvestiging', 'nevenvestiging', 'rechtspersoon'];

const klein = (waarde: Json | undefined): string => (typeof waarde === 'string' ? waarde.toLowerCase() : '');
const gelijk =
  (veld: string) =>
  (waarde: string): Proef =>
  (item) =>
    item[veld] === waarde;

/** A registration's address in the Netherlands. */
function adresVan(item: JsonObject): JsonObject {
  const adres = item['adres'];
  if (typeof adres !== 'object' || adres === null || Array.isArray(adres)) return {};
  const binnenland = adres['binnenlandsAdres'];
  return typeof binnenland === 'object' && binnenland !== null && !Array.isArray(binnenland)
    ? binnenland
    : {};
}

const inAdres =
  (veld: string) =>
  (waarde: string): Proef =>
  (item) => {
    const gevonden = adresVan(item)[veld];
    return typeof gevonden === 'number'
      ? gevonden === Number(waarde)
      : klein(gevonden) === waarde.toLowerCase();
  };

/** Every word of the question begins a word of the name. */
const opNaam = (waarde: string): Proef => {
  const gezocht = woorden(waarde);
  return (item) => {
    const naam = woorden(klein(item['naam']));
    return gezocht.every((woord) => naam.some((deel) => deel.startsWith(woord)));
  };
};
const woorden = (tekst: string): string[] =>
  tekst
    .toLowerCase()
    .split(/[^\p{L}\p{N}&]+/u)
    .filter(Boolean);

const getal = { patroon: /^\d{1,5}$/ };

const PARAMETERS: Record<string, Parameter> = {
  kvkNummer: { patroon: /^\d{8}$/, onjuist: kvkNummerOnjuist, proef: gelijk('kvkNummer') },
  rsin: { patroon: /^\d{9}$/, onjuist: rsinOnjuist, proef: gelijk('rsin') },
  vestigingsnummer: {
    patroon: /^\d{12}$/,
    onjuist: vestigingsnummerOnjuist,
    proef: gelijk('vestigingsnummer'),
  },
  naam: { proef: opNaam },
  straatnaam: { proef: inAdres('straatnaam') },
  plaats: { proef: inAdres('plaats') },
  postcode: { patroon: /^\d{4}[a-z]{2}$/i, proef: inAdres('postcode') },
  huisnummer: { ...getal, proef: inAdres('huisnummer') },
  huisletter: { patroon: /^[a-z]$/i, proef: inAdres('huisletter') },
  postbusnummer: { ...getal, proef: inAdres('postbusnummer') },
  type: {},
  inclusiefInactieveRegistraties: { patroon: /^(true|false)$/ },
  pagina: { patroon: /^([1-9]\d{0,2}|1000)$/ },
  resultatenPerPagina: { patroon: /^([1-9]\d?|100)$/ },
};

/** Narrow a search but do not make one. */
const GEEN_ZOEKTERM = ['type', 'inclusiefInactieveRegistraties', 'pagina', 'resultatenPerPagina'];

export interface KvkVraag {
  pagina: number;
  perPagina: number;
  metInactieve: boolean;
  proeven: Proef[];
}

/** Reads the query. Throws `KvkFout` 400. */
export function leesKvkVraag(vraag: URLSearchParams): KvkVraag {
  const onbekend = [...vraag.keys()].filter((naam) => !Object.hasOwn(PARAMETERS, naam));
  if (onbekend.length > 0) throw parametersOnbekend(onbekend);
  const proeven: Proef[] = [];
  for (const [naam, { patroon, onjuist, proef }] of Object.entries(PARAMETERS)) {
    const waarde = vraag.get(naam);
    if (waarde === null) continue;
    if (waarde === '' || patroon?.test(waarde) === false) {
      throw onjuist?.(waarde) ?? invoerOnjuist(`De waarde van ${naam} is niet valide.`);
    }
    if (proef) proeven.push(proef(waarde));
  }
  eisSamenhang(vraag);
  const typen = vraag.getAll('type').flatMap((waarde) => waarde.split(','));
  if (typen.some((type) => !TYPEN.includes(type))) throw typeOnjuist();
  if (typen.length > 0) proeven.push((item) => typen.includes(klein(item['type'])));
  return {
    pagina: Number(vraag.get('pagina') ?? 1),
    perPagina: Number(vraag.get('resultatenPerPagina') ?? 10),
    metInactieve: vraag.get('inclusiefInactieveRegistraties') === 'true',
    proeven,
  };
}

function eisSamenhang(vraag: URLSearchParams): void {
  const heeft = (naam: string): boolean => vraag.has(naam);
  if (heeft('postcode') && !heeft('huisnummer') && !heeft('postbusnummer')) {
    throw invoerOnjuist('Postcode mag alleen in combinatie met huisnummer of postbusnummer.');
  }
  for (const nummer of ['huisnummer', 'postbusnummer']) {
    if (heeft(nummer) && !heeft('postcode'))
      throw invoerOnjuist(`${nummer} mag alleen in combinatie met postcode.`);
  }
  if (heeft('huisletter') && !heeft('huisnummer')) {
    throw invoerOnjuist('huisletter mag alleen in combinatie met huisnummer.');
  }
  if (![...vraag.keys()].some((naam) => !GEEN_ZOEKTERM.includes(naam))) {
    throw invoerOnjuist('Geef minstens één zoekparameter op.');
  }
}

/** The registrations that a question finds, at most a thousand. */
export function zoekRegistraties(
  bedrijven: readonly Bedrijf[],
  { proeven, metInactieve }: KvkVraag,
): JsonObject[] {
  return bedrijven
    .flatMap((bedrijf) => bedrijf.zoekresultaten)
    .filter((item) => (metInactieve || item['actief'] !== 'Nee') && proeven.every((proef) => proef(item)))
    .slice(0, MAX_RESULTATEN);
}
