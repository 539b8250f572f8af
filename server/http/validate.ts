import type { Request } from 'express';
import type { z } from 'zod';
import { fout } from '../fouten.ts';

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
  return schema.parse(zonderNul<unknown>(req.body ?? {}));
}

/** Parses the query. A key that is given twice becomes an array in Express and is refused by the schema. */
export function leesQuery<S extends z.ZodType>(req: Request, schema: S): z.infer<S> {
  return zonderNul(schema.parse({ ...req.query }));
}

/** A path parameter that has no valid form cannot exist: 404, as for one that does not. */
export function leesParam<S extends z.ZodType>(req: Request, naam: string, schema: S): z.infer<S> {
  const gelezen = schema.safeParse(req.params[naam]);
  if (!gelezen.success) throw fout('niet_gevonden');
  return gelezen.data;
}
