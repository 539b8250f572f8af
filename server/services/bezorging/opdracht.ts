import { z } from 'zod';
import { NieuwContactmoment } from '../../../shared/contracts/contactmoment.ts';

const medewerker = z.object({ id: z.string(), naam: z.string() });
/** Of every opdracht: who wrote it. */
export const Schrijver = z.object({ medewerker });

/** What the outbox keeps of a contactmoment until the register has it; encrypted there. */
export const ContactmomentOpdracht = NieuwContactmoment.extend({
  referentienummer: z.string(),
  klantNaam: z.string().nullable(),
  medewerker,
});
export type ContactmomentOpdracht = z.infer<typeof ContactmomentOpdracht>;

/** A status to be set. `datumStatusGezet` is fixed at acceptance and recognises a repeat. */
export const StatusOpdracht = z.object({
  zaak: z.string(),
  register: z.string(),
  statustype: z.string(),
  toelichting: z.string().nullable(),
  resultaattype: z.string().nullable(),
  datumStatusGezet: z.string(),
  /** The status (uuid) that its author knew, null for none; absent: the register could not be asked then. */
  gezien: z.string().nullable().optional(),
  medewerker,
});
export type StatusOpdracht = z.infer<typeof StatusOpdracht>;

/**
 * A substatus to be set. `status` and `tijdstip` are fixed at acceptance: a repeat is the same substatus, and it belongs
 * to the status under which it was written, whatever comes after. No status: nobody could say which that was, and at
 * delivery it is the one that the zaak had at `tijdstip`.
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

/** Of every write on a zaak: which. */
export const Zaakopdracht = StatusOpdracht.pick({ zaak: true, register: true });
