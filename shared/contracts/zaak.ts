import { z } from 'zod';
import { ContactmomentKort } from './contactmoment.ts';
import { Bronmelding } from './bron.ts';
import { Bezorging, Dag, Doelgroep, Handeling, Niveau, Tijdstip, Vertrouwelijkheid } from './waarden.ts';

/** `<register>~<uuid>`; nothing in it tells whose zaak it is. */
export const ZaakId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'Dit is geen geldig zaak-id.');

export const Substatus = z.object({
  id: z.string(),
  omschrijving: z.string(),
  doelgroep: Doelgroep,
  tijdstip: Tijdstip,
});
export type Substatus = z.infer<typeof Substatus>;

export const Stap = z.object({
  id: z.string().describe('uuid of the statustype'),
  volgnummer: z.number().int().describe('place in this list, from 1'),
  naam: z.string(),
  uitleg: z.string().nullable().describe('statustekst for the citizen'),
  toestand: z.enum(['gedaan', 'nu', 'straks', 'overgeslagen']),
  datum: Dag.nullable().describe('when the status was set'),
  tijdstip: Tijdstip.nullable(),
  toelichting: z.string().nullable(),
  norm: z.number().int().optional().describe('days this step may take'),
  verwachtOp: Dag.optional(),
  substatussen: z.array(Substatus),
});
export type Stap = z.infer<typeof Stap>;

/** `totaal` is null where no pad is known: then nothing to come is shown and there is no "stap n van m". */
export const Voortgang = z.object({
  totaal: z.number().int().nullable(),
  huidige: z.number().int().nullable().describe('volgnummer of the step that is "nu"'),
  pad: z.enum(['ingesteld', 'geleerd', 'volgnummer', 'onbekend']),
  stappen: z.array(Stap),
});
export type Voortgang = z.infer<typeof Voortgang>;

export const Antwoord = z.object({
  nl: z.string().describe('two to five short B1 sentences'),
  en: z.string(),
  zinnen: z.object({ nl: z.array(z.string()), en: z.array(z.string()) }),
  actie: z.object({ moet: z.string().nullable(), voor: Dag.nullable() }),
});
export type Antwoord = z.infer<typeof Antwoord>;

export const Termijn = z.object({
  norm: Dag.nullable().describe('streefdatum: the promise'),
  wettelijk: Dag.nullable().describe('verwachte einddatum: the wettelijke term'),
  berekend: z.boolean().describe('the register gave no date: startdatum + doorlooptijd'),
  verstrekenDagen: z.number().int(),
  resterendeDagen: z
    .number()
    .int()
    .nullable()
    .describe('negative when too late; counts to `wettelijk`, else `norm`'),
  toestand: z.enum(['op_tijd', 'let_op', 'te_laat', 'opgeschort', 'afgerond', 'onbekend']),
});
export type Termijn = z.infer<typeof Termijn>;

export const Ketenpartner = z.object({
  naam: z.string(),
  telefoon: z.string().nullable(),
  website: z.string().nullable(),
});

/** A zaak in a list or klantbeeld, from level `status` upwards. */
export const ZaakKort = z.object({
  id: ZaakId,
  register: z.string(),
  ookIn: z
    .array(z.object({ id: ZaakId, register: z.string() }))
    .describe('the same zaak in other registers (identificatie and bronorganisatie agree); this one leads'),
  niveau: Niveau.exclude(['niets', 'bestaan']),
  zaaknummer: z.string(),
  omschrijving: z.string(),
  zaaktype: z.object({ id: z.string(), omschrijving: z.string() }),
  afdeling: z.string(),
  startdatum: Dag,
  verwachteEinddatum: Dag.nullable(),
  streefdatum: Dag.nullable(),
  einddatum: Dag.nullable(),
  status: z.object({ naam: z.string(), datum: Dag }).nullable(),
  resultaat: z.string().nullable(),
  voortgang: Voortgang,
  termijn: Termijn,
  antwoord: Antwoord.nullable(),
  ketenpartner: Ketenpartner.nullable().describe('another organisation handles it; `antwoord` says so'),
  isKlacht: z.boolean(),
  hoofdzaak: ZaakId.nullable(),
  deelzaken: z.array(ZaakId).describe('only those that this medewerker may see'),
  magDoen: z.array(Handeling),
});
export type ZaakKort = z.infer<typeof ZaakKort>;

/** Level `bestaan`: that there is something, whose it is, how to reach them; not even the zaaktype's name. */
export const ZaakBestaan = z.object({ groep: z.string(), afdeling: z.string(), bereikbaar: z.string() });
export type ZaakBestaan = z.infer<typeof ZaakBestaan>;

export const Betrokkene = z.object({
  rol: z.string(),
  rolGeneriek: z.string(),
  soort: z.string(),
  naam: z.string(),
});
export type Betrokkene = z.infer<typeof Betrokkene>;

export const Document = z.object({
  id: z.string().describe('`<register>~<uuid>`, for GET /api/documenten/:id/inhoud'),
  titel: z.string(),
  datum: Dag.nullable(),
  formaat: z.string(),
  bestandsnaam: z.string(),
  omvang: z.number().int().nullable().describe('bytes'),
  vertrouwelijkheid: Vertrouwelijkheid,
});
export type Document = z.infer<typeof Document>;

const ZaakVerwijzing = z.object({
  id: ZaakId,
  zaaknummer: z.string(),
  omschrijving: z.string(),
  status: z.string().nullable(),
  einddatum: Dag.nullable(),
});

/** Who can be reached at this moment; null is unknown, and is told as unknown. */
export const Team = z.object({
  afdeling: z.string(),
  telefoon: z.string().nullable(),
  email: z.string().nullable(),
  open: z.boolean().nullable(),
  openTot: z.string().nullable().describe('`HH:MM`, where it is open'),
  feestdag: z.boolean(),
  collegas: z
    .array(
      z.object({
        naam: z.string(),
        functie: z.string().nullable(),
        telefoon: z.string().nullable(),
        behandelaar: z.boolean().describe('has this zaak in hand; from level `inhoud`'),
        bereikbaar: z.boolean().nullable(),
        vervanger: z.object({ naam: z.string(), telefoon: z.string().nullable() }).nullable(),
      }),
    )
    .describe('the behandelaars, then some who can be reached now'),
});
export type Team = z.infer<typeof Team>;

const BesluitKort = z.object({
  datum: Dag.nullable(),
  verzonden: Dag.nullable(),
  bezwaarTot: Dag.nullable(),
});

export const ZaakDetail = ZaakKort.extend({
  registratiedatum: Dag,
  toelichting: z.string().nullable(),
  opschorting: z.object({ reden: z.string(), sinds: Dag.nullable(), tot: Dag.nullable() }).nullable(),
  eerderOpgeschort: z.boolean().describe('stood still before, and goes on now'),
  verlenging: z.object({ reden: z.string(), duur: z.string() }).nullable(),
  rolVanKlant: z.string().nullable().describe('omschrijvingGeneriek, when read for a klant'),
  klant: z.object({ id: z.string(), naam: z.string() }).nullable(),
  besluit: BesluitKort.omit({ datum: true }).nullable().describe('the first of `besluiten`'),
  besluiten: z.array(BesluitKort).describe('newest first; days only, never what was decided'),
  betrokkenen: z.array(Betrokkene),
  documenten: z.array(Document),
  kenmerken: z.array(z.object({ kenmerk: z.string(), bron: z.string() })),
  eigenschappen: z
    .array(z.object({ naam: z.string(), waarde: z.string() }))
    .describe('those that the beheerder released, from level `inhoud`, as the register spells them'),
  hoofdzaak: ZaakVerwijzing.nullable(),
  deelzaken: z.array(ZaakVerwijzing),
  andereZaken: z
    .array(ZaakVerwijzing.extend({ aardRelatie: z.string() }))
    .describe('relevante andere zaken; aardRelatie as ZGW: vervolg, onderwerp, bijdrage, overig'),
  team: Team.nullable().describe('behandelend team; null where it is not known'),
  contactmomenten: z.array(ContactmomentKort),
  klachten: z.array(ZaakId),
  statusNu: z.string().nullable().describe('uuid of the status it has now: what a write tells as `gezien`'),
  heeftResultaat: z.boolean().describe('also where the resultaat may not be told yet'),
  statustypen: z
    .array(z.object({ id: z.string(), naam: z.string(), eindstatus: z.boolean(), voorgesteld: z.boolean() }))
    .describe(
      'what may be set; `voorgesteld` only where the pad knows the next step. Empty without the right.',
    ),
  resultaattypen: z.array(z.object({ id: z.string(), naam: z.string() })),
  bronnen: z.array(Bronmelding),
});
export type ZaakDetail = z.infer<typeof ZaakDetail>;

/**
 * The status (uuid) that the author saw, null for none; absent: not said. Another one meanwhile is 409 `conflict`, and
 * nothing changes: none of the registers has an If-Match.
 */
const gezien = z.uuid().nullable().optional();

export const NieuweStatus = z.strictObject({
  gezien,
  statustype: z.uuid('Kies een status.'),
  toelichting: z.string().trim().max(1000, 'Een toelichting heeft ten hoogste 1.000 tekens.').optional(),
  resultaattype: z.uuid('Kies een resultaat.').optional(),
});
export type NieuweStatus = z.infer<typeof NieuweStatus>;

export const NieuweSubstatus = z.strictObject({
  gezien,
  omschrijving: z
    .string()
    .trim()
    // Not of spaces without width only: the inwoner would read an empty step.
    .regex(/[\p{L}\p{N}]/u, 'Schrijf een tekst.')
    .max(200, 'Een substatus heeft ten hoogste 200 tekens. Maak de tekst korter.'),
  doelgroep: z.enum(Doelgroep.options, 'Kies voor wie de tekst is: betrokkenen of intern.'),
});
export type NieuweSubstatus = z.infer<typeof NieuweSubstatus>;

/** What a status or substatus gives: `wacht` = kept here, the register gets it as soon as it answers. */
export const ZaakGeschreven = z.object({ id: z.string(), bezorging: Bezorging });
export type ZaakGeschreven = z.infer<typeof ZaakGeschreven>;
