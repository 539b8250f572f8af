import { z } from 'zod';
import { NieuwContactmoment } from './contactmoment.ts';
import { Fout } from './fout.ts';
import { Tijdstip } from './waarden.ts';
import { NieuweStatus, NieuweSubstatus, ZaakId } from './zaak.ts';

const gedeeld = z.object({
  id: z.string(),
  reden: z.string().describe('B1 Dutch'),
  fouten: Fout.shape.fouten.describe('where the register named a field: its `pad` is a key of `invoer`'),
  zaak: ZaakId.nullable(),
  klant: z.string().nullable(),
  tijdstip: Tijdstip.describe('when it was written'),
});

/**
 * A write that a register refused after its author had gone on: it comes back with everything that was typed. `invoer`
 * is the body as it was sent; corrected, it is the body of `POST /api/taken/:id/opnieuw`.
 */
export const Taak = z.discriminatedUnion('soort', [
  gedeeld.extend({
    soort: z.literal('contactmoment'),
    invoer: NieuwContactmoment,
    inRegister: z
      .boolean()
      .describe('the contact itself arrived, only a zaak could not be linked: then only `zaken` may change'),
  }),
  gedeeld.extend({ soort: z.literal('substatus'), invoer: NieuweSubstatus.omit({ gezien: true }) }),
  gedeeld.extend({ soort: z.literal('status'), invoer: NieuweStatus.omit({ gezien: true }) }),
]);
export type Taak = z.infer<typeof Taak>;

/** The corrected write of each kind of taak. */
export const OPNIEUW = {
  contactmoment: NieuwContactmoment,
  substatus: NieuweSubstatus,
  status: NieuweStatus,
} as const;
export type Opnieuw = {
  [Soort in keyof typeof OPNIEUW]: { soort: Soort; inhoud: z.infer<(typeof OPNIEUW)[Soort]> };
}[keyof typeof OPNIEUW];
