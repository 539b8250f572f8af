import type { Request } from 'express';
import type { z } from 'zod';
import { fout, type SvzFout } from '../fouten.ts';

/** Zod's issues as fields. Zod's own English texts never reach a user: what has no text of ours gets the general one. */
function vanZod(oorzaak: z.ZodError): SvzFout {
  const fouten = oorzaak.issues.flatMap((issue) => {
    const melding = MELDINGEN[issue.code] ?? 'Dit klopt niet.';
    const eigen = issue.message !== '' && !ENGELS.test(issue.message) ? issue.message : melding;
    return [{ pad: issue.path.map(String).join('.'), code: issue.code, melding: eigen }];
  });
  const eerste = fouten[0];
  return fout('ongeldige_invoer', {
    cause: oorzaak,
    fouten,
    ...(eerste !== undefined && eerste.melding !== 'Dit klopt niet.' ? { detail: eerste.melding } : {}),
  });
}
const ENGELS = /^(Invalid|Too (big|small)|Unrecognized|Expected)/;
const MELDINGEN: Record<string, string> = {
  invalid_type: 'Dit veld is verplicht of heeft het verkeerde soort waarde.',
  too_big: 'Dit is te lang of te groot.',
  too_small: 'Dit is te kort of te klein.',
  invalid_value: 'Kies een van de toegestane waarden.',
  unrecognized_keys: 'Er is een veld te veel. Haal het weg.',
  invalid_union: 'Stuur precies een van de toegestane vormen.',
};

/**
 * What came from outside, as the contract says. Only here is a ZodError the sender's mistake: one that is thrown deeper
 * in is ours, and is reported. @throws ongeldige_invoer
 */
export function ontleed<S extends z.ZodType>(schema: S, invoer: unknown): z.infer<S> {
  const gelezen = schema.safeParse(invoer);
  if (!gelezen.success) throw vanZod(gelezen.error);
  return gelezen.data;
}

/**
 * A NUL is in no text that someone types, and PostgreSQL refuses it: it would be a fault of ours instead of a mistake of
 * the caller. A list of what is still to be seen, because a body may be nested deeper than the stack.
 */
function zonderNul<T>(waarde: T): T {
  const rest: unknown[] = [waarde];
  while (rest.length > 0) {
    const deel = rest.pop();
    if (typeof deel === 'string' && deel.includes('\0'))
      throw fout('ongeldige_invoer', { detail: 'Er staat een teken in dat niet mag. Typ de tekst opnieuw.' });
    if (typeof deel === 'object' && deel !== null) for (const onder of Object.values(deel)) rest.push(onder);
  }
  return waarde;
}

/** Parses a JSON body; only `application/json` is read, so that a form of another site is no body of ours. */
export function leesBody<S extends z.ZodType>(req: Request, schema: S): z.infer<S> {
  if (req.is('application/json') === false) throw fout('verkeerd_formaat');
  return ontleed(schema, zonderNul<unknown>(req.body ?? {}));
}

/** Parses the query. A key that is given twice becomes an array in Express and is refused by the schema. */
export function leesQuery<S extends z.ZodType>(req: Request, schema: S): z.infer<S> {
  return zonderNul(ontleed(schema, { ...req.query }));
}

/** A path parameter that has no valid form cannot exist: 404, as for one that does not. */
export function leesParam<S extends z.ZodType>(req: Request, naam: string, schema: S): z.infer<S> {
  const gelezen = schema.safeParse(req.params[naam]);
  if (!gelezen.success) throw fout('niet_gevonden');
  return gelezen.data;
}
