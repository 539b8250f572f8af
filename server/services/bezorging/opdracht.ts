import { z } from 'zod';
import { NieuwContactmoment } from '../../../shared/contracts/contactmoment.ts';

/** What the outbox keeps of a contactmoment until the register has it; encrypted there. */
export const ContactmomentOpdracht = NieuwContactmoment.extend({
  referentienummer: z.string(),
  klantNaam: z.string().nullable(),
  medewerker: z.object({ id: z.string(), naam: z.string() }),
});
export type ContactmomentOpdracht = z.infer<typeof ContactmomentOpdracht>;

const medewerker = z.object({ id: z.string(), naam: z.string() });

/** A status to be set. `datumStatusGezet` is fixed at acceptance and recognises a repeat. */
export const StatusOpdracht = z.object({
  zaak: z.string(),
  register: z.string(),
  statustype: z.string(),
  toelichting: z.string().nullable(),
  resultaattype: z.string().nullable(),
  datumStatusGezet: z.string(),
  medewerker,
});
export type StatusOpdracht = z.infer<typeof StatusOpdracht>;

/**
 * A substatus to be set. `status` and `tijdstip` are fixed at acceptance: a repeat is the same substatus. No status:
 * the register could not be asked, and it is set on the status that the zaak has at delivery.
 */
export const SubstatusOpdracht = z.object({
  zaak: z.string(),
  register: z.string(),
  status: z.string().nullable(),
  omschrijving: z.string(),
  doelgroep: z.enum(['betrokkenen', 'intern']),
  tijdstip: z.string(),
  medewerker,
});
export type SubstatusOpdracht = z.infer<typeof SubstatusOpdracht>;
