import { z } from 'zod';
import { Tijdstip } from './waarden.ts';

export const GebeurtenisSoort = z.enum([
  'zaak.nieuw',
  'zaak.gewijzigd',
  'zaak.status',
  'zaak.substatus',
  'zaak.resultaat',
  'zaak.document',
  'contactmoment.nieuw',
  'terugbelverzoek.nieuw',
  'terugbelverzoek.gewijzigd',
  'klacht.gewijzigd',
  'bron.aangevuld',
  'aanwezigheid',
  'oproep',
  'kpi',
  'sessie.einde',
]);
export type GebeurtenisSoort = z.infer<typeof GebeurtenisSoort>;

/** What a console may follow: `klant:<id>`, `zaak:<id>`, `afdeling:<id>`, `mijn`, `kpi`. */
const Onderwerp = z
  .string()
  .regex(
    /^(klant:[\w-]{1,64}|zaak:[a-z0-9-]{1,40}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|afdeling:[^\p{C}]{1,80}|mijn|kpi)$/u,
  );

/** Ids only, never personal data: the reader refetches under its own rights. One onderwerp each. */
export const Gebeurtenis = z.object({
  volgnummer: z.number().int(),
  soort: GebeurtenisSoort,
  onderwerp: Onderwerp,
  id: z.string().optional(),
  tijdstip: Tijdstip,
  door: z.string().optional().describe('id of the medewerker, for marking own changes'),
});
export type Gebeurtenis = z.infer<typeof Gebeurtenis>;

export const Volg = z.strictObject({
  onderwerp: Onderwerp,
  sinds: z.number().int().nonnegative().optional(),
});
export type Volg = z.infer<typeof Volg>;

/** `opnieuw_laden`: what was missed is too long ago to replay. */
export const VolgAntwoord = z.object({
  ok: z.boolean(),
  volgnummer: z.number().int(),
  code: z.string().optional(),
});
export type VolgAntwoord = z.infer<typeof VolgAntwoord>;
