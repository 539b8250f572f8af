import { z } from 'zod';
import { Tijdstip } from './waarden.ts';

export const TerugbelverzoekKort = z.object({
  id: z.string(),
  onderwerp: z.string(),
  gevraagdeHandeling: z.string(),
  toelichting: z.string().nullable(),
  status: z.enum(['te_verwerken', 'verwerkt']),
  toegewezenAan: z.string().nullable(),
  aangemaaktOp: Tijdstip,
  beloofdVoor: Tijdstip.nullable().describe('ours: the register has no field for it'),
  afgehandeldOp: Tijdstip.nullable(),
});
export type TerugbelverzoekKort = z.infer<typeof TerugbelverzoekKort>;
