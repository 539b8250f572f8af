import { z } from 'zod';

/** RFC 9457 problem+json with our `code` and, per field, what is wrong. */
export const Fout = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().describe('B1 Dutch: what happened and what to do'),
  fouten: z.array(z.object({ pad: z.string(), code: z.string(), melding: z.string() })),
});
export type Fout = z.infer<typeof Fout>;
