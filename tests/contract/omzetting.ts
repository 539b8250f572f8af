import { alsTekst, isObject, type Json, type Object_ } from './beschrijvingen.ts';

/**
 * OpenAPI 3.0 schemas as JSON Schema 2020-12: `nullable`, `readOnly` and `writeOnly` (a request needs and knows no
 * read-only keys, an answer no write-only ones), and `discriminator`, which says which of the alternatives counts.
 */
export type Kant = 'vraag' | 'antwoord';

const POLY = '--gekozen';
const naamUit = (ref: string): string => ref.split('/').at(-1) ?? '';

interface Keuze {
  eigenschap: string;
  takken: [waarde: string, naam: string][];
}

function keuzeVan(schema: Json | undefined): Keuze | null {
  if (!isObject(schema) || !isObject(schema['discriminator'])) return null;
  const { propertyName, mapping } = schema['discriminator'];
  if (typeof propertyName !== 'string') return null;
  if (isObject(mapping)) {
    const takken = Object.entries(mapping).map(([k, v]): [string, string] => [k, naamUit(alsTekst(v))]);
    return { eigenschap: propertyName, takken };
  }
  // Without a mapping the value is the name of the alternative (OpenAPI 3.0, discriminator): GeoJSON.
  const namen = (Array.isArray(schema['oneOf']) ? schema['oneOf'] : []).flatMap((deel) =>
    isObject(deel) && typeof deel['$ref'] === 'string' ? [naamUit(deel['$ref'])] : [],
  );
  return namen.length === 0
    ? null
    : { eigenschap: propertyName, takken: namen.map((naam): [string, string] => [naam, naam]) };
}

/** `$id` of the converted components of one side. */
const idVan = (api: string, kant: Kant): string => `svz://${api}/${kant}`;

export function zetOm(api: string, kant: Kant, doc: Object_): (schema: Json, binnen?: string) => Json {
  const componenten =
    isObject(doc['components']) && isObject(doc['components']['schemas']) ? doc['components']['schemas'] : {};
  // KVK's files are copies that others adjusted: its real answers hold keys (`links`) that they lack.
  const open = api.startsWith('kvk-');
  const weglaten = kant === 'vraag' ? 'readOnly' : 'writeOnly';

  /** A base that its own alternatives build on (BRP): they need the base, all others the alternative that is meant. */
  const isBasis = (naam: string): boolean => {
    const schema = componenten[naam];
    return keuzeVan(schema) !== null && isObject(schema) && schema['oneOf'] === undefined;
  };
  const tak = (naam: string, binnen: string): boolean =>
    keuzeVan(componenten[naam])?.takken.some(([, t]) => t === binnen) ?? false;

  const verwijs = (naam: string): Object_ => ({ $ref: `${idVan(api, kant)}#/components/schemas/${naam}` });
  const gekozen = (keuze: Keuze, binnen: string): Object_ => ({
    type: 'object',
    required: [keuze.eigenschap],
    properties: { [keuze.eigenschap]: { enum: keuze.takken.map(([waarde]) => waarde) } },
    allOf: keuze.takken.map(([waarde, naam]) => ({
      if: { properties: { [keuze.eigenschap]: { const: waarde } }, required: [keuze.eigenschap] },
      then: naam === binnen ? {} : verwijs(naam),
    })),
  });

  /** A key that the description does not have is a mistake too, at every depth. */
  const dicht = (schema: Json): Json =>
    !open && isObject(schema) && ['$ref', 'allOf', 'oneOf', 'anyOf'].some((k) => k in schema)
      ? { allOf: [schema], unevaluatedProperties: false }
      : schema;

  function om(schema: Json, binnen = ''): Json {
    if (Array.isArray(schema)) return schema.map((s) => om(s, binnen));
    if (!isObject(schema)) return schema;
    if (typeof schema['$ref'] === 'string') {
      const naam = naamUit(schema['$ref']);
      return verwijs(isBasis(naam) && !tak(naam, binnen) ? naam + POLY : naam);
    }
    const keuze = keuzeVan(schema);
    if (keuze && schema['oneOf'] !== undefined) return gekozen(keuze, binnen);
    const { nullable, discriminator: _d, properties, required, example: _e, examples: _es, ...rest } = schema;
    const uit: Object_ = {};
    for (const [sleutel, waarde] of Object.entries(rest))
      uit[sleutel] = ['items', 'allOf', 'oneOf', 'anyOf', 'not', 'additionalProperties'].includes(sleutel)
        ? sleutel === 'items'
          ? dicht(om(waarde, binnen))
          : om(waarde, binnen)
        : waarde;
    if (isObject(properties)) {
      const alle = Object.entries(properties);
      const weg = new Set(alle.filter(([, v]) => isObject(v) && v[weglaten] === true).map(([k]) => k));
      const verplicht = new Set(Array.isArray(required) ? required : []);
      /** Django's empty value stands for none, whatever format the description gives (seen at Open Zaak and Open Klant). */
      const ofLeeg = (k: string, v: Json): Json =>
        kant === 'antwoord' && !verplicht.has(k) && isObject(v) && v['type'] === 'string'
          ? { anyOf: [v, { const: '' }] }
          : v;
      uit['properties'] = Object.fromEntries(
        alle.filter(([k]) => !weg.has(k)).map(([k, v]) => [k, dicht(ofLeeg(k, om(v, binnen)))]),
      );
      if (Array.isArray(required)) uit['required'] = required.filter((k) => !weg.has(alsTekst(k)));
    } else if (required !== undefined) uit['required'] = required;
    return nullable === true ? { anyOf: [uit, { type: 'null' }] } : uit;
  }
  return om;
}

/** All components of one side, with a `--gekozen` variant of each base. */
export function componentenVan(api: string, kant: Kant, doc: Object_): Object_ {
  const om = zetOm(api, kant, doc);
  const schemas =
    isObject(doc['components']) && isObject(doc['components']['schemas']) ? doc['components']['schemas'] : {};
  const uit: Object_ = {};
  for (const [naam, schema] of Object.entries(schemas)) {
    uit[naam] = om(schema, naam);
    const keuze = keuzeVan(schema);
    if (keuze && isObject(schema) && schema['oneOf'] === undefined)
      uit[naam + POLY] = om({ oneOf: [], discriminator: schema['discriminator'] ?? null }, '');
  }
  return { $id: idVan(api, kant), components: { schemas: uit } };
}
