import { z } from 'zod';
import { Tijdstip } from './waarden.ts';
import { ZaakId } from './zaak.ts';

export const Bezorgsoort = z.enum(['contactmoment', 'substatus', 'status']);
export const Bezorgtoestand = z.enum(['wacht', 'geweigerd']);

/** A write that is not at its register: whose, since when and why. Never what is in it, nor of which klant. */
export const Bezorgrij = z.object({
  id: z.string(),
  soort: Bezorgsoort,
  toestand: Bezorgtoestand,
  register: z.object({ id: z.string(), naam: z.string() }),
  sinds: Tijdstip,
  pogingen: z.number().int(),
  volgendePoging: Tijdstip.nullable().describe('null: refused, its author is at turn'),
  bezig: z.boolean().describe('is being delivered at this moment'),
  achter: z.boolean().describe('waits behind an earlier one of the same zaak or klant'),
  reden: z.string().nullable().describe('why the last try failed; of a refusal the field and its code'),
  medewerker: z.object({ id: z.string(), naam: z.string() }),
  zaak: ZaakId.nullable(),
});
export type Bezorgrij = z.infer<typeof Bezorgrij>;

export const Registerstand = z.object({
  id: z.string(),
  naam: z.string(),
  wacht: z.number().int(),
  geweigerd: z.number().int(),
  oudste: Tijdstip.nullable().describe('since when the oldest one waits'),
  verbindingen: z
    .array(
      z.object({
        adres: z.string(),
        breker: z.enum(['dicht', 'open', 'proef']),
        antwoordOp: Tijdstip.nullable(),
        geenAntwoordOp: Tijdstip.nullable(),
      }),
    )
    .describe('as this process knows it since it started'),
  zaakindexOp: Tijdstip.nullable().describe(
    'when its zaken were last read for the index; zaakregisters only',
  ),
});
export type Registerstand = z.infer<typeof Registerstand>;

/** The work beside the requests. */
export const Bezorgstand = z.object({
  registers: z.array(Registerstand),
  notificaties: z.object({
    wacht: z.number().int(),
    opgegeven: z.number().int(),
    oudste: Tijdstip.nullable(),
  }),
  taken: z.array(
    z.object({
      naam: z.string(),
      geluktOp: Tijdstip.nullable(),
      misluktOp: Tijdstip.nullable(),
      reden: z.string().nullable(),
    }),
  ),
});
export type Bezorgstand = z.infer<typeof Bezorgstand>;

/** Everything that waits for one register is tried now. */
export const RegisterNu = z.strictObject({ register: z.string().max(40) });
/** How many are tried now; those that are being delivered already do not count. */
export const OpnieuwGeprobeerd = z.object({ aantal: z.number().int() });
