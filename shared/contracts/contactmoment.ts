import { z } from 'zod';
import { Bezorging, Kanaal, Resultaat, Richting, Tijdstip, Vraagtype } from './waarden.ts';

export const ContactmomentKort = z.object({
  id: z.string(),
  kanaal: z.string().describe('as the register has it; our own are of the fixed list'),
  richting: Richting,
  vraagtype: Vraagtype.nullable(),
  onderwerp: z.string(),
  inhoud: z
    .string()
    .nullable()
    .describe('visible to the citizen; null below level `inhoud` or when confidential'),
  reactie: z.string().nullable(),
  notitieIntern: z
    .string()
    .nullable()
    .describe('for colleagues only; null where there is none or it may not be read'),
  vertrouwelijk: z.boolean(),
  resultaat: Resultaat.nullable(),
  gestartOp: Tijdstip,
  beeindigdOp: Tijdstip.nullable(),
  medewerker: z.string().nullable(),
  zaken: z.array(z.string()).describe('ids of visible zaken only'),
  bezorging: Bezorging,
});
export type ContactmomentKort = z.infer<typeof ContactmomentKort>;

/** Maxima of Klantinteracties 0.9: onderwerp 200, inhoud 1000, taal 3, referentienummer 10. */
export const NieuwContactmoment = z.strictObject({
  klant: z.string().max(64).optional(),
  kanaal: Kanaal,
  richting: Richting.default('inkomend'),
  vraagtype: Vraagtype,
  onderwerp: z
    .string()
    .trim()
    .regex(/[\p{L}\p{N}]/u, 'Vul in waar het over ging.')
    .max(200, 'Een onderwerp heeft ten hoogste 200 tekens.'),
  inhoud: z.string().trim().max(1000, 'Een notitie heeft ten hoogste 1.000 tekens.'),
  notitieIntern: z
    .string()
    .trim()
    .max(4000, 'Een interne notitie heeft ten hoogste 4.000 tekens.')
    .optional(),
  vertrouwelijk: z.boolean().default(false),
  taal: z
    .string()
    .regex(/^[a-z]{3}$/, 'Een taal is een code van 3 letters.')
    .default('nld'),
  zaken: z.array(z.string().max(80)).max(20),
  resultaat: Resultaat,
  gestartOp: Tijdstip,
  beeindigdOp: Tijdstip,
});
export type NieuwContactmoment = z.infer<typeof NieuwContactmoment>;

/** `id` is ours and survives delivery; `wacht` = saved here, the register gets it as soon as it answers. */
export const ContactmomentGeregistreerd = z.object({ id: z.string(), bezorging: Bezorging });
export type ContactmomentGeregistreerd = z.infer<typeof ContactmomentGeregistreerd>;
