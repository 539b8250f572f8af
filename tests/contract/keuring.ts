import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { alsTekst, APIS, isObject, type ApiNaam, type Json, type Object_ } from './beschrijvingen.ts';
import { componentenVan, zetOm, type Kant } from './omzetting.ts';

/** One call and its answer, as on the wire; bodies parsed where they are JSON. */
export interface Uitwisseling {
  methode: string;
  pad: string;
  query: [string, string][];
  koppen: Record<string, string>;
  lichaam: Json | undefined;
  status: number;
  antwoordsoort: string;
  antwoord: Json | undefined;
}

export interface Oordeel {
  /** `GET /zaken/api/v1/zaken/{uuid}`; null where no description knows the call. */
  operatie: string | null;
  fouten: string[];
}

/** Judges exchanges against the descriptions: parameters, headers and body of the request, status and body of the answer. */
export function maakKeuring(docs: ReadonlyMap<ApiNaam, Object_>): (u: Uitwisseling) => Oordeel {
  const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  for (const formaat of ['int32', 'int64', 'double', 'byte', 'binary']) ajv.addFormat(formaat, true);
  for (const [api, doc] of docs)
    for (const kant of ['vraag', 'antwoord'] as const) ajv.addSchema(componentenVan(api, kant, doc));

  const bewaard = new Map<string, ValidateFunction>();
  function toets(api: ApiNaam, kant: Kant, schema: Json, waarde: unknown, dicht: boolean): string[] {
    const sleutel = `${api} ${kant} ${dicht} ${JSON.stringify(schema)}`;
    let functie = bewaard.get(sleutel);
    if (functie === undefined) {
      const om = zetOm(api, kant, docs.get(api) ?? {})(schema);
      // A key that the description does not have is a mistake too, ours or the sandbox's.
      functie = ajv.compile(
        dicht && isObject(om) && !api.startsWith('kvk-')
          ? { allOf: [om], unevaluatedProperties: false }
          : (om as Object_),
      );
      bewaard.set(sleutel, functie);
    }
    if (functie(waarde)) return [];
    // What fails below makes all that holds it fail too, and its keys count as unknown: the cause is enough.
    const gevolgen = new Set(['unevaluatedProperties', 'if', 'anyOf', 'oneOf', 'allOf']);
    const alle = functie.errors ?? [];
    const oorzaken = alle.filter((f) => !gevolgen.has(f.keyword));
    return (oorzaken.length > 0 ? oorzaken : alle).slice(0, 8).map((f) => {
      const extra = 'unevaluatedProperty' in f.params ? ` (${String(f.params['unevaluatedProperty'])})` : '';
      return `${kant} ${f.instancePath || '/'} ${f.message ?? ''}${extra}`;
    });
  }

  const volg = (doc: Object_, knoop: Json | undefined): Object_ => {
    if (!isObject(knoop)) return {};
    const ref = knoop['$ref'];
    if (typeof ref !== 'string') return knoop;
    let nu: Json | undefined = doc;
    for (const deel of ref.replace('#/', '').split('/'))
      nu = isObject(nu) ? nu[deel.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
    return volg(doc, nu);
  };

  function vind(u: Uitwisseling) {
    for (const [api, [voor]] of Object.entries(APIS) as [ApiNaam, (typeof APIS)[ApiNaam]][]) {
      const doc = docs.get(api);
      if (!doc || !u.pad.startsWith(`${voor}/`) || !isObject(doc['paths'])) continue;
      const rest = u.pad.slice(voor.length);
      const passend = Object.keys(doc['paths'])
        .filter((p) => new RegExp(`^${p.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(rest))
        .sort((a, b) => a.split('{').length - b.split('{').length)[0];
      const pad = passend === undefined ? {} : volg(doc, doc['paths'][passend]);
      const operatie = pad[u.methode.toLowerCase()];
      if (passend !== undefined && isObject(operatie))
        return { api, doc, operatie, pad, naam: voor + passend };
    }
    return null;
  }

  /** Text of a query or header as the value that its schema speaks of. */
  function waardeVan(schema: Json | undefined, tekst: string): unknown {
    const soort = isObject(schema) ? schema['type'] : undefined;
    if (soort === 'array') return tekst.split(',');
    if (soort === 'integer' || soort === 'number') return tekst.trim() === '' ? tekst : Number(tekst);
    if (soort === 'boolean') return tekst === 'true' ? true : tekst === 'false' ? false : tekst;
    return tekst;
  }

  function keurVraag(
    u: Uitwisseling,
    { api, doc, operatie, pad }: NonNullable<ReturnType<typeof vind>>,
  ): string[] {
    const fouten: string[] = [];
    const lijst = (knoop: Json | undefined) => (Array.isArray(knoop) ? knoop : []).map((p) => volg(doc, p));
    const parameters = [...lijst(pad['parameters']), ...lijst(operatie['parameters'])];
    const vragen = parameters.filter((p) => p['in'] === 'query');
    for (const [sleutel, tekst] of u.query) {
      const bekend = vragen.find((p) => p['name'] === sleutel);
      if (!bekend) fouten.push(`vraag: de parameter ${sleutel} bestaat niet`);
      else
        fouten.push(
          ...toets(api, 'vraag', bekend['schema'] ?? {}, waardeVan(bekend['schema'], tekst), false).map(
            (f) => `${sleutel}: ${f}`,
          ),
        );
    }
    for (const p of parameters) {
      const naam = alsTekst(p['name']);
      const kop = u.koppen[naam.toLowerCase()];
      if (p['in'] === 'query' && p['required'] === true && !u.query.some(([k]) => k === naam))
        fouten.push(`vraag: de parameter ${naam} ontbreekt`);
      if (p['in'] === 'header' && p['required'] === true && kop === undefined)
        fouten.push(`vraag: de kop ${naam} ontbreekt`);
      if (p['in'] === 'header' && kop !== undefined)
        fouten.push(...toets(api, 'vraag', p['schema'] ?? {}, kop, false).map((f) => `${naam}: ${f}`));
    }
    const body = volg(doc, operatie['requestBody']);
    const soorten = isObject(body['content']) ? body['content'] : {};
    if (u.lichaam === undefined) {
      if (body['required'] === true) fouten.push('vraag: het lichaam ontbreekt');
      return fouten;
    }
    const soort = u.koppen['content-type'] ?? '';
    const media = soorten[soort] ?? soorten[soort.replace(/;.*/, '')];
    if (!isObject(media)) fouten.push(`vraag: een lichaam van soort "${soort}" bestaat niet`);
    else fouten.push(...toets(api, 'vraag', media['schema'] ?? {}, u.lichaam, true));
    return fouten;
  }

  function keurAntwoord(
    u: Uitwisseling,
    { api, doc, operatie }: NonNullable<ReturnType<typeof vind>>,
  ): string[] {
    const antwoorden = isObject(operatie['responses']) ? operatie['responses'] : {};
    const beschreven = antwoorden[String(u.status)] ?? antwoorden['default'];
    // Klantinteracties describes no refusals at all.
    const zonderFouten = Object.keys(antwoorden).every((s) => s.startsWith('2'));
    if (beschreven === undefined)
      return u.status >= 400 && zonderFouten ? [] : [`antwoord: status ${u.status} bestaat niet`];
    const antwoord = volg(doc, beschreven);
    const soorten = isObject(antwoord['content']) ? antwoord['content'] : {};
    if (Object.keys(soorten).length === 0)
      return u.antwoord === undefined ? [] : ['antwoord: hier hoort geen lichaam'];
    const kaal = u.antwoordsoort.replace(/;.*/, '').trim();
    const isJson = (s: string) => /[/+]json\b/.test(s);
    // Open Zaak describes problem+json and sends json.
    const sleutel =
      Object.keys(soorten).find((s) => s.replace(/;.*/, '') === kaal) ??
      (u.status >= 400 && isJson(kaal) ? Object.keys(soorten).find(isJson) : undefined);
    const media = sleutel === undefined ? undefined : soorten[sleutel];
    if (!isObject(media)) return [`antwoord: soort "${u.antwoordsoort}" bestaat niet`];
    return isJson(kaal) ? toets(api, 'antwoord', media['schema'] ?? {}, u.antwoord, true) : [];
  }

  return (u) => {
    const gevonden = vind(u);
    if (!gevonden) return { operatie: null, fouten: [`${u.methode} ${u.pad} staat in geen beschrijving`] };
    return {
      operatie: `${u.methode} ${gevonden.naam}`,
      fouten: [...keurVraag(u, gevonden), ...keurAntwoord(u, gevonden)],
    };
  };
}
