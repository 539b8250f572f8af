import { z } from 'zod';
import { Tijdstip } from './waarden.ts';

/** A write that a register refused after its author had gone on: it comes back with the text and the reason. */
export const Taak = z.object({
  id: z.string(),
  soort: z.enum(['contactmoment', 'substatus', 'status']),
  /** What was written, so that nothing is lost. */
  tekst: z.string(),
  reden: z.string().describe('B1 Dutch'),
  zaak: z.string().nullable(),
  klant: z.string().nullable(),
  tijdstip: Tijdstip,
});
export type Taak = z.infer<typeof Taak>;
