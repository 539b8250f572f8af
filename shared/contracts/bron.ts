import { z } from 'zod';
import { Tijdstip } from './waarden.ts';

/** How one register answered; every screen shows which sources it rests on. */
export const BronStatus = z.enum(['ok', 'verouderd', 'traag', 'fout', 'verboden']);
export type BronStatus = z.infer<typeof BronStatus>;

/** What of the screen rests on a source. */
export const BronSoort = z.enum([
  'zaken',
  'besluiten',
  'documenten',
  'contacten',
  'klant',
  'taken',
  'medewerkers',
]);
export type BronSoort = z.infer<typeof BronSoort>;

export const Bronmelding = z.object({
  bron: z.string().describe('register id'),
  soort: BronSoort,
  naam: z.string().describe('what the screen calls it'),
  status: BronStatus,
  duurMs: z.number().nonnegative(),
  opgehaaldOp: Tijdstip.nullable().describe('when the shown data was read; null when there is none'),
  sinds: Tijdstip.optional().describe('since when it fails, as this console has seen it'),
  melding: z.string().optional().describe('B1 Dutch: what is missing and what to do'),
});
export type Bronmelding = z.infer<typeof Bronmelding>;
