import { z } from 'zod';
import { gewoneTekens, naamFout, straatFout, voornamenFout } from '../brptekst.ts';
import { voldoetAanElfproef } from '../elfproef.ts';
import { telefoonSleutel } from '../telefoon.ts';
import { Bronmelding } from './bron.ts';
import { Dag } from './waarden.ts';
import { ZaakKort } from './zaak.ts';

const Cijfers = (lengte: number, melding: string) =>
  z
    .string()
    .trim()
    .regex(new RegExp(`^\\d{${String(lengte)}}$`), melding);

export const Bsn = z.string().trim().refine(voldoetAanElfproef, 'Dit BSN klopt niet. Controleer de cijfers.');

const BrpTekst = (keur: (tekst: string) => string | null, leeg: string) =>
  z
    .string()
    .overwrite(gewoneTekens)
    .min(1, leeg)
    .max(200)
    .superRefine((tekst, ctx) => {
      const fout = tekst === '' ? null : keur(tekst);
      if (fout !== null) ctx.addIssue({ code: 'custom', message: fout });
    });
const Achternaam = BrpTekst(naamFout, 'Vul een achternaam in.');

const huis = {
  huisnummer: z.coerce
    .number('Een huisnummer is een getal.')
    .int()
    .min(1, 'Een huisnummer begint bij 1.')
    .max(99_999),
  huisletter: z.string().trim().max(1).optional(),
  huisnummertoevoeging: z.string().trim().max(4).optional(),
};

/** Of the Basisregistratie Adressen en Gebouwen. */
const BagId = Cijfers(16, 'Een BAG-nummer heeft 16 cijfers.');

const periode = { van: Dag.optional(), tot: Dag.optional() };
const isPeriode = ({ van, tot }: { van?: string | undefined; tot?: string | undefined }): boolean =>
  van === undefined || tot === undefined || van <= tot;
const OMGEKEERD = { path: ['tot'], error: 'De eerste dag is later dan de laatste.' };

/** At which address something was reported, from and until which day; without a number the whole street. */
const MeldingAdres = z
  .strictObject({
    straat: z.string().overwrite(gewoneTekens).min(3, 'Vul ten minste 3 letters van de straat in.').max(60),
    huisnummer: huis.huisnummer.optional(),
    huisletter: huis.huisletter,
    ...periode,
  })
  .refine(isPeriode, OMGEKEERD);
export type MeldingAdres = z.infer<typeof MeldingAdres>;

/** Around which point (WGS 84, degrees) something was reported. */
const MeldingPunt = z
  .strictObject({
    breedtegraad: z.number('Een breedtegraad is een getal.').min(-85).max(85),
    lengtegraad: z.number('Een lengtegraad is een getal.').min(-180).max(180),
    straal: z.number().int().min(10).max(2_000).optional().describe('metres; 100 where it is not given'),
    ...periode,
  })
  .refine(isPeriode, OMGEKEERD);
export type MeldingPunt = z.infer<typeof MeldingPunt>;

/**
 * One way of searching a klant, or a zaak without one. Strict: exactly one of these bodies, so that nobody searches wider
 * than meant. The first key of each tells which it is.
 */
export const ZoekVraag = z.union([
  z.strictObject({ bsn: Bsn }),
  z.strictObject({
    postcode: z
      .string()
      .trim()
      .regex(/^[1-9]\d{3} ?[A-Za-z]{2}$/, 'Een postcode is 4 cijfers en 2 letters.'),
    ...huis,
    achternaam: Achternaam.optional(),
    geboortedatum: Dag.optional(),
  }),
  z
    .strictObject({
      achternaam: Achternaam,
      geboortedatum: Dag.optional(),
      voornamen: z.string().overwrite(gewoneTekens).max(200).optional(),
    })
    .superRefine(({ geboortedatum, voornamen = '' }, ctx) => {
      // Without a date of birth the given names are asked in the own gemeente, as strictly as the achternaam.
      if (geboortedatum === undefined && voornamen === '')
        ctx.addIssue({
          code: 'custom',
          path: ['geboortedatum'],
          message: 'Vul de geboortedatum of de voornaam erbij in.',
        });
      const fout =
        voornamen === '' ? null : (geboortedatum === undefined ? naamFout : voornamenFout)(voornamen);
      if (fout !== null) ctx.addIssue({ code: 'custom', path: ['voornamen'], message: fout });
    }),
  z.strictObject({ straat: BrpTekst(straatFout, 'Vul een straat in.').max(80), ...huis }),
  z.strictObject({ nummeraanduidingIdentificatie: BagId }),
  z.strictObject({ adresseerbaarObjectIdentificatie: BagId }),
  z.strictObject({ kvkNummer: Cijfers(8, 'Een KVK-nummer heeft 8 cijfers.') }),
  z.strictObject({
    rsin: z.string().trim().refine(voldoetAanElfproef, 'Dit RSIN klopt niet. Controleer de cijfers.'),
  }),
  z.strictObject({ vestigingsnummer: Cijfers(12, 'Een vestigingsnummer heeft 12 cijfers.') }),
  z.strictObject({ handelsnaam: z.string().trim().min(2, 'Vul ten minste 2 letters in.').max(500) }),
  z.strictObject({
    telefoonnummer: z
      .string()
      .trim()
      .max(20)
      .refine((tekst) => telefoonSleutel(tekst) !== null, 'Dit is geen telefoonnummer.'),
  }),
  z.strictObject({ emailadres: z.email('Dit is geen e-mailadres.').max(254) }),
  z.strictObject({ zaaknummer: z.string().trim().min(1, 'Vul een zaaknummer in.').max(40) }),
  z.strictObject({ meldingAdres: MeldingAdres }),
  z.strictObject({ meldingPunt: MeldingPunt }),
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
  overleden: z.boolean().optional(),
  adresAfgeschermd: z
    .boolean()
    .optional()
    .describe('the Handelsregister shields it: there is one, nobody is told'),
});
export type KlantKort = z.infer<typeof KlantKort>;

export const ZoekAntwoord = z.object({
  data: z.array(KlantKort),
  zonderNummer: z
    .array(z.object({ naam: z.string(), geheimhouding: z.boolean().optional() }))
    .optional()
    .describe('known in the klantregister, without a BSN or KVK number by which they could be opened'),
  zaken: z.array(ZaakKort),
  bronnen: z.array(Bronmelding),
  vanaf: Dag.optional().describe('of meldingen: the first day that was searched'),
  gelezenAls: z.string().describe('how the input was read, e.g. "naam en geboortedatum"'),
});
export type ZoekAntwoord = z.infer<typeof ZoekAntwoord>;

export const Klant = KlantKort.extend({
  nummerEinde: z.string().optional().describe('the last 4 digits of the BSN or KVK number'),
  leeftijd: z.number().int().optional(),
  inOnderzoek: z.boolean().optional().describe('data may be wrong: the register is looking into it'),
  emigratie: z.boolean().optional(),
  telefoon: z.string().optional(),
  email: z.string().optional(),
  voorkeur: z.string().optional().describe('kanaal by which the klant wants to hear, as the register has it'),
  voorkeurstaal: z.string().optional().describe('ISO 639-2, three letters'),
  rsin: z.string().optional(),
  vestigingen: z
    .array(
      z.object({
        vestigingsnummer: z.string(),
        naam: z.string(),
        adres: z.string().optional(),
      }),
    )
    .optional(),
});
export type Klant = z.infer<typeof Klant>;
