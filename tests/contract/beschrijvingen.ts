import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** The official descriptions: where they are, which answers for which address, and what of them we mend. */

const STANDAARD_DIR = '../shared/openapi';
const gezet = process.env['OPENAPI_DIR'];
export const OPENAPI_DIR = resolve(gezet !== undefined && gezet !== '' ? gezet : STANDAARD_DIR);
export const AANWEZIG = existsSync(OPENAPI_DIR);
/** The folder was named, so its absence is a mistake and no reason to skip. */
export const GEEIST = gezet !== undefined && gezet !== '';

export type Json = null | boolean | number | string | Json[] | { [sleutel: string]: Json };
export type Object_ = { [sleutel: string]: Json };

/** By name: the path prefix at the bundled registers, and the start of the file's name (its version follows). */
export const APIS = {
  zaken: ['/zaken/api/v1', 'zaken-'],
  catalogi: ['/catalogi/api/v1', 'catalogi-'],
  documenten: ['/documenten/api/v1', 'documenten-'],
  besluiten: ['/besluiten/api/v1', 'besluiten-'],
  klantinteracties: ['/klantinteracties/api/v1', 'klantinteracties-'],
  notificaties: ['/notificaties/api/v1', 'notificaties-1.0.0-opennotificaties'],
  objecten: ['/objecten/api/v2', 'objecten-'],
  brp: ['/brp', 'brp-personen-bevragen-'],
  'kvk-zoeken': ['/kvk/v2', 'kvk-zoeken-'],
  'kvk-basisprofiel': ['/kvk/v1', 'kvk-basisprofiel-'],
  /** Ours: what the Notificaties API calls. */
  webhook: ['/api', 'notificaties-consumer-webhook-'],
} as const;
export type ApiNaam = keyof typeof APIS;

export const isObject = (waarde: Json | undefined): waarde is Object_ =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

export const alsTekst = (waarde: Json | undefined): string => (typeof waarde === 'string' ? waarde : '');

/** Filters that take a URL but are typed `integer` in Open Zaak's files (a fault of its generator). */
const URL_FILTERS = new Set([
  'zaak',
  'status',
  'gerelateerdAan',
  'catalogus',
  'zaaktype',
  'informatieobjecttype',
  'informatieobject',
  'besluit',
]);

/** Our overlay: remote references become "anything", URL filters text, and Accept-Crs required where the product demands it. */
function herstel(knoop: Json): Json {
  if (Array.isArray(knoop)) return knoop.map(herstel);
  if (!isObject(knoop)) return knoop;
  const ref = knoop['$ref'];
  if (typeof ref === 'string' && /^https?:/.test(ref)) return {};
  const kind = Object.fromEntries(Object.entries(knoop).map(([k, v]) => [k, herstel(v)]));
  const naam = typeof kind['name'] === 'string' ? kind['name'] : '';
  if (
    kind['in'] === 'query' &&
    URL_FILTERS.has(naam) &&
    isObject(kind['schema']) &&
    kind['schema']['type'] === 'integer'
  )
    return { ...kind, schema: { type: 'string', format: 'uri' } };
  if (kind['in'] === 'header' && naam === 'Accept-Crs') return { ...kind, required: true };
  return kind;
}

/**
 * What the products really answer where their description says otherwise, seen at Open Zaak 1.30.0, Open Klant 2.18.0 and Objects API:
 * null, or '' inside a group of fields that is empty as a whole.
 */
const WERKELIJK: [api: ApiNaam, component: RegExp, eigenschap: RegExp, ook: null | ''][] = [
  ['catalogi', /^(Zaak|Status|Resultaat)Type$/, /^eindeObject$/, null],
  ['catalogi', /^Bron(Catalogus|Zaaktype)$/, /^/, ''],
  ['klantinteracties', /^MaakKlantcontact$/, /^(betrokkene|onderwerpobject)$/, null],
  ['klantinteracties', /^actor_identificatie_/, /^actorIdentificatie$/, null],
  ['objecten', /^(History|Object)Record$/, /^correctedBy$/, null],
  // Open Klant's kenmerken are texts that may be empty (interneNotitie); read in its source, not seen on the wire.
  ['webhook', /^Notificatie$/, /^kenmerken$/, ''],
];

function metWerkelijk(api: ApiNaam, doc: Object_): Object_ {
  const componenten = isObject(doc['components']) ? doc['components'] : {};
  const schemas = isObject(componenten['schemas']) ? { ...componenten['schemas'] } : {};
  for (const [naam, schema] of Object.entries(schemas)) {
    const regels = WERKELIJK.filter(([a, component]) => a === api && component.test(naam));
    if (regels.length === 0 || !isObject(schema) || !isObject(schema['properties'])) continue;
    const properties = { ...schema['properties'] };
    for (const [k, v] of Object.entries(properties)) {
      const regel = regels.find(([, , eigenschap]) => eigenschap.test(k));
      const { readOnly = false, ...rest } = isObject(v) ? v : {};
      // `readOnly` must stay on the outside: a request leaves the key out by it.
      const elk = rest['additionalProperties'];
      if (regel && isObject(elk))
        properties[k] = { ...rest, additionalProperties: { anyOf: [elk, { enum: [regel[3]] }] } };
      else if (regel) properties[k] = { readOnly, anyOf: [rest, { enum: [regel[3]] }] };
    }
    schemas[naam] = { ...schema, properties };
  }
  return { ...doc, components: { ...componenten, schemas } };
}

/** Every description by name, mended. `bestanden` is the content of the folder. */
export function leesBeschrijvingen(bestanden: readonly string[]): Map<ApiNaam, Object_> {
  return new Map(
    (Object.entries(APIS) as [ApiNaam, (typeof APIS)[ApiNaam]][]).map(([naam, [, begin]]) => {
      const bestand = bestanden.find((b) => b.startsWith(begin) && b.endsWith('.yaml'));
      if (bestand === undefined) throw new Error(`${OPENAPI_DIR} heeft geen ${begin}*.yaml`);
      const doc = herstel(
        parse(readFileSync(join(OPENAPI_DIR, bestand), 'utf8'), { maxAliasCount: -1 }) as Json,
      );
      if (!isObject(doc)) throw new Error(`${bestand} is geen beschrijving`);
      return [naam, metWerkelijk(naam, doc)];
    }),
  );
}
