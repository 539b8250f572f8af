import { z } from 'zod';
import { Tijdstip } from './waarden.ts';

/** How one register answered; every screen shows which sources it rests on. */
export const BronStatus = z.enum(['ok', 'verouderd', 'traag', 'fout', 'verboden']);
export type BronStatus = z.infer<typeof BronStatus>;

export const Bronmelding = z.object({
  bron: z.string().describe('register id'),
  naam: z.string().describe('what the screen calls it'),
  status: BronStatus,
  duurMs: z.number().nonnegative(),
  opgehaaldOp: Tijdstip.nullable().describe('when the shown data was read; null when there is none'),
  melding: z.string().optional().describe('B1 Dutch: what is missing and what to do'),
});
export type Bronmelding = z.infer<typeof Bronmelding>;
