import { z } from 'zod';
import { Bronmelding } from './bron.ts';
import { ContactmomentKort } from './contactmoment.ts';
import { Klant } from './klant.ts';
import { TerugbelverzoekKort } from './terugbelverzoek.ts';
import { Tijdstip } from './waarden.ts';
import { ZaakBestaan, ZaakKort } from './zaak.ts';

export const Klantbeeld = z.object({
  klant: Klant,
  zaken: z.array(ZaakKort).describe('open ones first, most urgent first; deelzaken and klacht-zaken too'),
  besloten: z.array(ZaakBestaan).describe('zaken at level `bestaan`'),
  contactmomenten: z.array(ContactmomentKort).describe('the 20 newest'),
  terugbelverzoeken: z.array(TerugbelverzoekKort),
  klachten: z.array(z.string()).describe('ids into `zaken`'),
  bronnen: z.array(Bronmelding),
  onleesbaar: z
    .array(z.object({ bron: z.string(), soort: z.enum(['zaken', 'contacten']), aantal: z.number().int() }))
    .describe('records that cannot be shown'),
  opgesteldOp: Tijdstip,
});
export type Klantbeeld = z.infer<typeof Klantbeeld>;

export const TijdlijnRegel = z.object({
  id: z.string(),
  soort: z.enum(['contactmoment', 'status', 'substatus', 'document', 'besluit', 'terugbelverzoek', 'zaak']),
  tijdstip: Tijdstip,
  titel: z.string(),
  tekst: z.string().nullable(),
  zaak: z.string().nullable(),
  intern: z.boolean(),
});
export type TijdlijnRegel = z.infer<typeof TijdlijnRegel>;
