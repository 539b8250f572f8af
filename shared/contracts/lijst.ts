import { z } from 'zod';

/** The most rows one answer holds; a wider range is clamped. */
const MAX_RIJEN = 100;
const json = <T extends z.ZodType>(naam: string, schema: T) =>
  z
    .string()
    .max(4000)
    .transform((tekst, ctx): unknown => {
      try {
        return JSON.parse(tekst);
      } catch {
        ctx.addIssue({ code: 'custom', message: `${naam} is geen geldige JSON.` });
        return z.NEVER;
      }
    })
    .pipe(schema);

const Range = z
  .tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])
  .refine(([van, tot]) => tot >= van, 'Het einde van range ligt voor het begin.')
  .transform(([van, tot]): [number, number] => [van, Math.min(tot, van + MAX_RIJEN - 1)]);

/** Query of a list as react-admin's simple REST sends it: three JSON texts. */
export const lijstVraag = <V extends string, F extends z.ZodRawShape>(
  velden: readonly [V, ...V[]],
  filter: F,
) =>
  z.strictObject({
    sort: json('sort', z.tuple([z.enum(velden), z.enum(['ASC', 'DESC'])])).optional(),
    range: json('range', Range).default([0, 24]),
    filter: json('filter', z.strictObject(filter)).optional(),
  });
