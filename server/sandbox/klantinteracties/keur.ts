/** Bodies of Klantinteracties: zod schemas, refused in the words and codes of Open Klant's serializers. */
import type { Request } from 'express';
import type { z } from 'zod';
import { Fout } from '../http/fout.ts';
import type { InvalidParam } from '../http/fout.ts';
import { lichaamVan } from '../http/lichaam.ts';
import { pythonSoort } from '../typen.ts';
import type { Json, JsonObject } from '../typen.ts';
import { ongeldig, ongeldigVeld } from './fout.ts';

type Issue = z.core.$ZodIssue;

/**
 * Parses a body; keys that the schema does not know are dropped. Schemas hold no defaults: what was not sent keeps
 * its value on PUT and PATCH. Throws 400 with a line for every wrong field.
 */
export function keur(schema: z.ZodObject, lichaam: JsonObject): JsonObject {
  const gelezen = schema.safeParse(lichaam, { reportInput: true });
  if (gelezen.success) return zonderUndefined(gelezen.data);
  throw ongeldig(...gelezen.error.issues.map(alsParam));
}

// JSON in, JSON out: no schema here makes anything else of it.
const zonderUndefined = (data: Record<string, unknown>): JsonObject =>
  Object.fromEntries(Object.entries(data).filter(([, waarde]) => waarde !== undefined)) as JsonObject;

function alsParam(issue: Issue): InvalidParam {
  const pad = issue.path.map(String);
  // What is no object, or no list of them, is refused by the nested serializer itself.
  const genest = issue.code === 'invalid_type' && (issue.expected === 'object' || issue.expected === 'array');
  const delen = genest && (issue.input ?? null) !== null ? [...pad, 'nonFieldErrors'] : pad;
  return { name: delen.join('.') || 'nonFieldErrors', ...codeEnReden(issue) };
}

const LEEG = 'Dit veld mag niet leeg zijn.';

function codeEnReden(issue: Issue): { code: string; reason: string } {
  const waarde = issue.input;
  if (waarde === undefined) return { code: 'required', reason: 'Dit veld is vereist.' };
  if (waarde === null) return { code: 'null', reason: LEEG };
  switch (issue.code) {
    case 'too_big':
      return typeof waarde === 'number'
        ? {
            code: 'max_value',
            reason: `Zorg ervoor dat deze waarde kleiner is dan of gelijk is aan ${issue.maximum}.`,
          }
        : {
            code: 'max_length',
            reason: `Zorg ervoor dat dit veld niet meer dan ${issue.maximum} karakters bevat.`,
          };
    case 'too_small':
      if (typeof waarde === 'number') {
        return {
          code: 'min_value',
          reason: `Zorg ervoor dat deze waarde groter is dan of gelijk is aan ${issue.minimum}.`,
        };
      }
      return issue.minimum === 1
        ? { code: 'blank', reason: LEEG }
        : {
            code: 'min_length',
            reason: `Zorg ervoor dat dit veld minimaal ${issue.minimum} karakters bevat.`,
          };
    case 'invalid_value':
      return waarde === ''
        ? { code: 'invalid_choice', reason: '"" is een ongeldige keuze.' }
        : { code: 'invalid_choice', reason: `"${woord(waarde)}" is een ongeldige keuze.` };
    case 'custom': {
      const code: unknown = issue.params?.['code'];
      return { code: typeof code === 'string' ? code : 'invalid', reason: issue.message };
    }
    case 'invalid_type':
      return typeFout(issue.expected, waarde);
    default:
      return { code: 'invalid', reason: issue.message };
  }
}

const geenDictionary = (waarde: unknown): string =>
  `Ongeldige data. Verwacht een dictionary, kreeg een ${pythonSoort(waarde)}.`;

function typeFout(verwacht: string, waarde: unknown): { code: string; reason: string } {
  switch (verwacht) {
    case 'object':
      return { code: 'invalid', reason: geenDictionary(waarde) };
    case 'record':
      return {
        code: 'not_a_dict',
        reason: `Verwachtte een dictionary van items, maar kreeg type "${pythonSoort(waarde)}".`,
      };
    case 'array':
      return {
        code: 'not_a_list',
        reason: `Verwachtte een lijst met items, maar kreeg type "${pythonSoort(waarde)}".`,
      };
    case 'boolean':
      return { code: 'invalid', reason: 'Must be a valid boolean.' };
    case 'number':
    case 'int':
      return { code: 'invalid', reason: 'Een geldig getal is vereist.' };
    default:
      return { code: 'invalid', reason: 'Not a valid string.' };
  }
}

const woord = (waarde: unknown): string => (typeof waarde === 'string' ? waarde : JSON.stringify(waarde));

/** Runs a check and puts `voor` before the names of what it refuses: `klantcontact.taal`. */
export function onder<T>(voor: string, doe: () => T): T {
  try {
    return doe();
  } catch (fout) {
    if (!(fout instanceof Fout) || !fout.delen.invalidParams) throw fout;
    throw ongeldig(...fout.delen.invalidParams.map((param) => ({ ...param, name: `${voor}.${param.name}` })));
  }
}

/** The body; a list is refused as a serializer refuses it, not as bad JSON. */
export function lees(req: Request): JsonObject {
  if (Array.isArray(req.body)) throw ongeldigVeld('nonFieldErrors', geenDictionary(req.body));
  return lichaamVan(req);
}

/**
 * A part whose form depends on another field of the same body; the product looks at it after the rest was found
 * good, and only where that field was sent too. Throws 400 with names under `naam`.
 */
export function keurDeel(naam: string, schema: z.ZodObject, waarde: Json): JsonObject {
  if (waarde === null) throw ongeldigVeld(naam, LEEG, 'null');
  if (typeof waarde !== 'object' || Array.isArray(waarde)) {
    throw ongeldigVeld(`${naam}.nonFieldErrors`, geenDictionary(waarde));
  }
  return onder(naam, () => keur(schema, waarde));
}
