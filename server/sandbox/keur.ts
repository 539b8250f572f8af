/** Bodies: a zod schema, refused in the words and codes of Django REST framework. */
import { z } from 'zod';
import { ongeldig } from './http/fout.ts';
import type { InvalidParam } from './http/fout.ts';
import { isDag, isUrl } from './filters.ts';
import type { JsonObject } from './typen.ts';

type Issue = z.core.$ZodIssue;

/** Parses a body; keys that the schema does not know are dropped, as DRF does. Throws 400 with `invalidParams`. */
export function keur<T>(schema: z.ZodType<T>, lichaam: JsonObject): T {
  const gelezen = schema.safeParse(lichaam, { reportInput: true });
  if (gelezen.success) return gelezen.data;
  throw ongeldig(...gelezen.error.issues.map(alsParam));
}

function alsParam(issue: Issue): InvalidParam {
  const name = issue.path.join('.') || 'nonFieldErrors';
  return { name, ...codeEnReden(issue) };
}

function codeEnReden(issue: Issue): { code: string; reason: string } {
  const waarde = issue.input;
  if (waarde === undefined) return { code: 'required', reason: 'Dit veld is verplicht.' };
  if (waarde === null) return { code: 'null', reason: 'Dit veld mag niet leeg zijn.' };
  if (waarde === '') return { code: 'blank', reason: 'Dit veld mag niet leeg zijn.' };
  switch (issue.code) {
    case 'too_big':
      return {
        code: 'max_length',
        reason: `Dit veld mag niet meer dan ${issue.maximum} karakters bevatten.`,
      };
    case 'too_small':
      return {
        code: 'min_length',
        reason: `Zorg ervoor dat dit veld minimaal ${issue.minimum} karakters bevat.`,
      };
    case 'invalid_value':
      return { code: 'invalid_choice', reason: `"${woord(waarde)}" is een ongeldige keuze.` };
    case 'custom': {
      const code: unknown = issue.params?.['code'];
      return { code: typeof code === 'string' ? code : 'invalid', reason: issue.message };
    }
    default:
      return { code: 'invalid', reason: issue.message === '' ? 'Ongeldige waarde.' : issue.message };
  }
}

const woord = (waarde: unknown): string => (typeof waarde === 'string' ? waarde : JSON.stringify(waarde));

/** A required text; `''` is refused as `blank`. */
export const tekst = (max: number) => z.string().min(1).max(max);
/** An optional text, `''` by default. */
export const vrijeTekst = (max: number) => z.string().max(max).default('');

export const datum = z.string().refine(isDag, {
  message: 'Date heeft het verkeerde formaat, gebruik 1 van deze formaten: YYYY-MM-DD.',
});

const DATUMTIJD = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
export const datumtijd = z.string().refine((w) => DATUMTIJD.test(w) && !Number.isNaN(Date.parse(w)), {
  message:
    'Datetime heeft een ongeldig formaat, gebruik 1 van de volgende formaten: ' +
    'YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].',
});

/** A URL of any host (ours have become paths). */
export const url = z
  .string()
  .max(1000)
  .refine(isUrl, { message: 'Voer een geldige URL in.', params: { code: 'bad-url' } });
