import { z } from 'zod';
import { NieuwContactmoment } from './contactmoment.ts';
import { Kanaal, Tijdstip, Verificatie } from './waarden.ts';
import { ZaakId } from './zaak.ts';

const notitie = z.string().max(4000, 'Een notitie heeft ten hoogste 4.000 tekens.');

export const NieuwGesprek = z.strictObject({
  kanaal: Kanaal,
  klant: z.string().max(64).nullable().optional(),
  verificatie: Verificatie.default('geen'),
  namens: z.string().trim().max(200).nullable().optional(),
  notitie: notitie.default(''),
});
export type NieuwGesprek = z.infer<typeof NieuwGesprek>;

export const GesprekWijziging = z.strictObject({
  kanaal: Kanaal.optional(),
  klant: z.string().max(64).nullable().optional(),
  verificatie: Verificatie.optional(),
  namens: z.string().trim().max(200).nullable().optional(),
  notitie: notitie.optional(),
  bekekenZaken: z.array(ZaakId).max(20).optional(),
});
export type GesprekWijziging = z.infer<typeof GesprekWijziging>;

export const Gesprek = z.object({
  id: z.string(),
  kanaal: Kanaal,
  klant: z.string().nullable(),
  klantNaam: z.string().nullable(),
  verificatie: Verificatie,
  namens: z.string().nullable(),
  notitie: z.string(),
  bekekenZaken: z.array(z.string()),
  gestartOp: Tijdstip,
  bewaardOp: Tijdstip,
});
export type Gesprek = z.infer<typeof Gesprek>;

/** Afronden: what the gesprek does not know by itself. Kanaal, klant and times come from the stored gesprek. */
export const GesprekAfronding = NieuwContactmoment.pick({
  vraagtype: true,
  onderwerp: true,
  inhoud: true,
  notitieIntern: true,
  vertrouwelijk: true,
  taal: true,
  zaken: true,
  resultaat: true,
});
export type GesprekAfronding = z.infer<typeof GesprekAfronding>;
