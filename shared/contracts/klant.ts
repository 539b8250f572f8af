import { z } from 'zod';
import { voldoetAanElfproef } from '../elfproef.ts';
import { Bronmelding } from './bron.ts';
import { Dag } from './waarden.ts';
import { ZaakKort } from './zaak.ts';

const Cijfers = (lengte: number, melding: string) =>
  z
    .string()
    .trim()
    .regex(new RegExp(`^\\d{${String(lengte)}}$`), melding);

export const Bsn = z.string().trim().refine(voldoetAanElfproef, 'Dit BSN klopt niet. Controleer de cijfers.');

/** One way of searching a klant. Strict: exactly one of these bodies, so that nobody searches wider than meant. */
export const ZoekVraag = z.union([
  z.strictObject({ bsn: Bsn }),
  z.strictObject({
    achternaam: z.string().trim().min(1, 'Vul een achternaam in.').max(200),
    geboortedatum: Dag,
    voornamen: z.string().trim().max(200).optional(),
  }),
  z.strictObject({
    postcode: z
      .string()
      .trim()
      .regex(/^[1-9]\d{3} ?[A-Za-z]{2}$/, 'Een postcode is 4 cijfers en 2 letters.'),
    huisnummer: z.coerce.number().int().min(1).max(99_999),
    huisletter: z.string().trim().max(1).optional(),
    huisnummertoevoeging: z.string().trim().max(4).optional(),
  }),
  z.strictObject({ kvkNummer: Cijfers(8, 'Een KVK-nummer heeft 8 cijfers.') }),
  z.strictObject({ handelsnaam: z.string().trim().min(2, 'Vul ten minste 2 letters in.').max(500) }),
  z.strictObject({ telefoonnummer: z.string().trim().min(6).max(20) }),
  z.strictObject({ emailadres: z.email('Dit is geen e-mailadres.').max(254) }),
  z.strictObject({ zaaknummer: z.string().trim().min(1, 'Vul een zaaknummer in.').max(40) }),
]);
export type ZoekVraag = z.infer<typeof ZoekVraag>;

/** A hit: `id` is opaque and says nothing about the person. */
export const KlantKort = z.object({
  id: z.string(),
  soort: z.enum(['persoon', 'bedrijf']),
  naam: z.string(),
  geboortedatum: Dag.optional().describe('absent where the register does not know the whole date'),
  geboortedatumTekst: z.string().optional().describe('the date in words, also where it is incomplete'),
  adres: z.string().optional(),
  geheimhouding: z.boolean().optional().describe('binds towards others: confirm nothing to a third party'),
});
export type KlantKort = z.infer<typeof KlantKort>;

export const ZoekAntwoord = z.object({
  data: z.array(KlantKort),
  zaken: z.array(ZaakKort),
  bronnen: z.array(Bronmelding),
  gelezenAls: z.string().describe('how the input was read, e.g. "naam en geboortedatum"'),
});
export type ZoekAntwoord = z.infer<typeof ZoekAntwoord>;

export const Klant = KlantKort.extend({
  nummerEinde: z.string().optional().describe('the last 4 digits of the BSN or KVK number'),
  leeftijd: z.number().int().optional(),
  overleden: z.boolean().optional(),
  inOnderzoek: z.boolean().optional().describe('data may be wrong: the register is looking into it'),
  emigratie: z.boolean().optional(),
  telefoon: z.string().optional(),
  email: z.string().optional(),
  voorkeur: z.string().optional().describe('kanaal by which the klant wants to hear, as the register has it'),
  voorkeurstaal: z.string().optional().describe('ISO 639-2, three letters'),
  vestigingen: z.array(z.object({ naam: z.string(), adres: z.string().optional() })).optional(),
});
export type Klant = z.infer<typeof Klant>;
