/** Bodies of Klantinteracties: zod schemas, refused in the words and codes of Open Klant's serializers. */
import { z } from 'zod';
import { isDag, isUrl } from '../filters.ts';
import { Fout } from '../http/fout.ts';
import type { InvalidParam } from '../http/fout.ts';
import type { Opslag } from '../opslag.ts';
import type { JsonObject, TabelNaam } from '../typen.ts';
import { ongeldig } from './fout.ts';

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
  const geenObject =
    issue.code === 'invalid_type' && issue.expected === 'object' && (issue.input ?? null) !== null;
  const delen = geenObject ? [...pad, 'nonFieldErrors'] : pad;
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
        ? { code: 'max_value', reason: `Waarde moet kleiner of gelijk zijn aan ${issue.maximum}.` }
        : {
            code: 'max_length',
            reason: `Zorg ervoor dat dit veld niet meer dan ${issue.maximum} karakters bevat.`,
          };
    case 'too_small':
      if (typeof waarde === 'number') {
        return { code: 'min_value', reason: `Waarde moet groter of gelijk zijn aan ${issue.minimum}.` };
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

const PYTHON: Record<string, string> = { string: 'str', number: 'int', boolean: 'bool' };
const soortVan = (waarde: unknown): string =>
  Array.isArray(waarde) ? 'list' : (PYTHON[typeof waarde] ?? 'dict');

function typeFout(verwacht: string, waarde: unknown): { code: string; reason: string } {
  switch (verwacht) {
    case 'object':
      return {
        code: 'invalid',
        reason: `Ongeldige data. Verwacht een dictionary, kreeg een ${soortVan(waarde)}.`,
      };
    case 'record':
      return {
        code: 'not_a_dict',
        reason: `Verwachtte een dictionary van items, maar kreeg type "${soortVan(waarde)}".`,
      };
    case 'array':
      return {
        code: 'not_a_list',
        reason: `Verwachtte een lijst met items, maar kreeg type "${soortVan(waarde)}".`,
      };
    case 'boolean':
      return { code: 'invalid', reason: 'Moet een geldige booleaanse waarde zijn.' };
    case 'number':
    case 'int':
      return { code: 'invalid', reason: 'Een geldig getal is vereist.' };
    default:
      return { code: 'invalid', reason: 'Geen geldige tekst.' };
  }
}

const woord = (waarde: unknown): string => (typeof waarde === 'string' ? waarde : JSON.stringify(waarde));

/** A required text. */
export const tekst = (max: number) => z.string().trim().min(1).max(max);
/** A text that may be empty or left out. */
export const vrij = (max: number) => z.string().trim().max(max).optional();
export const janee = z.boolean();

/** Digits, unique where given: `nummer` and `referentienummer`. */
export const volgnummer = z
  .string()
  .trim()
  .max(10)
  .refine((w) => w === '' || /^-?\d+$/.test(w), 'Voer een geldig geheel getal in.')
  .nullish();

export const datum = z
  .string()
  .refine(isDag, 'Datum heeft het verkeerde formaat, gebruik 1 van deze formaten: YYYY-MM-DD.');

// A day alone is its midnight.
const DATUMTIJD = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
export const datumtijd = z
  .string()
  .refine(
    (w) => DATUMTIJD.test(w) && !Number.isNaN(Date.parse(w)),
    'Datetime heeft een ongeldig formaat, gebruik 1 van de volgende formaten: ' +
      'YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].',
  );

/** A URL or nothing; ours have become paths. */
export const urlOfLeeg = z
  .string()
  .max(200)
  .refine((w) => w === '' || isUrl(w), 'Voer een geldige URL in.')
  .optional();

export const email = z
  .string()
  .max(254)
  .refine((w) => isEmail(w), 'Voer een geldig e-mailadres in.');
export const isEmail = (waarde: string): boolean => z.email().safeParse(waarde).success;

const TELEFOON = /^(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})$/;
const GEEN_TELEFOON = ['0800', '0900', '1400', '140'];

/** What is wrong with a phone number, if anything. */
export function telefoonFout(nummer: string): string | undefined {
  const ongeldigNummer = 'Het opgegeven telefoonnummer is ongeldig';
  if (GEEN_TELEFOON.some((begin) => nummer.startsWith(begin))) {
    const waarom = 'telefoonnummers beginnend met 0800, 0900, 1400 of 140xx zijn niet toegestaan';
    return `${ongeldigNummer}, ${waarom}.`;
  }
  return TELEFOON.test(nummer) ? undefined : `${ongeldigNummer}.`;
}

export const telefoon = z
  .string()
  .max(20)
  .superRefine((nummer, ctx) => {
    const message = telefoonFout(nummer);
    if (message !== undefined) ctx.addIssue({ code: 'custom', message, input: nummer });
  });

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isUuid = (waarde: string): boolean => UUID.test(waarde);

/** `{uuid}` of a row that exists; a `url` beside it is ignored, as by the product. */
export const verwijzing = (opslag: Opslag, tabel: TabelNaam, naam: string) =>
  z.object({
    uuid: z.string().superRefine((uuid, ctx) => {
      const message = !isUuid(uuid)
        ? 'Must be a valid UUID.'
        : opslag.tabel(tabel).get(uuid)
          ? undefined
          : `${naam} object bestaat niet.`;
      if (message !== undefined) ctx.addIssue({ code: 'custom', message, input: uuid });
    }),
  });

/** Runs a check and puts `voor` before the names of what it refuses: `klantcontact.taal`. */
export function onder<T>(voor: string, doe: () => T): T {
  try {
    return doe();
  } catch (fout) {
    if (!(fout instanceof Fout) || !fout.delen.invalidParams) throw fout;
    throw ongeldig(...fout.delen.invalidParams.map((param) => ({ ...param, name: `${voor}.${param.name}` })));
  }
}
