/** Fields of Klantinteracties as zod schemas, with the lengths and forms of Open Klant's models. */
import { z } from 'zod';
import { isDag, isUrl, isUuid } from '../filters.ts';
import type { Opslag } from '../opslag.ts';
import type { TabelNaam } from '../typen.ts';

/** A number counts as its digits. */
const alsTekst = <T extends z.ZodType>(schema: T) =>
  z.preprocess((waarde) => (typeof waarde === 'number' ? String(waarde) : waarde), schema);

/** A required text. */
export const tekst = (max: number) => alsTekst(z.string().trim().min(1).max(max));
/** A text that may be empty or left out. */
export const vrij = (max: number) => alsTekst(z.string().trim().max(max)).optional();
export const janee = z.boolean();

/** Words of the application's own; a value of 255 characters at most. */
export const metadata = z.record(z.string(), alsTekst(z.string().max(255))).optional();

/** Digits, unique where given: `nummer` and `referentienummer`. */
export const volgnummer = alsTekst(
  z
    .string()
    .trim()
    .max(10)
    .refine((w) => w === '' || /^-?\d+$/.test(w), 'Voer een geldig geheel getal in.'),
).nullish();

export const datum = z
  .string()
  .refine(isDag, 'Date heeft het verkeerde formaat, gebruik 1 van deze formaten: YYYY-MM-DD.');

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
