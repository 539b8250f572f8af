import type { Request } from 'express';
import type { z } from 'zod';
import { fout } from '../fouten.ts';

/** Parses a JSON body; only `application/json` is read, so that a form of another site is no body of ours. */
export function leesBody<S extends z.ZodType>(req: Request, schema: S): z.infer<S> {
  if (req.is('application/json') === false) throw fout('verkeerd_formaat');
  return schema.parse(req.body ?? {}) as z.infer<S>;
}

/** Parses the query. A key that is given twice becomes an array in Express and is refused by the schema. */
export function leesQuery<S extends z.ZodType>(req: Request, schema: S): z.infer<S> {
  return schema.parse({ ...req.query }) as z.infer<S>;
}

/** A path parameter that has no valid form cannot exist: 404, as for one that does not. */
export function leesParam<S extends z.ZodType>(req: Request, naam: string, schema: S): z.infer<S> {
  const gelezen = schema.safeParse(req.params[naam]);
  if (!gelezen.success) throw fout('niet_gevonden');
  return gelezen.data as z.infer<S>;
}
