/** Body of POST, PUT and PATCH on a zaak. */
import { z } from 'zod';
import { isBsn } from '../elfproef.ts';
import { datum, datumtijd, tekst, url, vrijeTekst } from '../keur.ts';
import { isDuur } from '../tijd.ts';
import { VERTROUWELIJKHEID } from '../vertrouwelijkheid.ts';
import { ONBEKENDE_DIENST } from './gemeenschappelijk.ts';
import { GEEN_GEOMETRIE, isGeometrie } from './geometrie.ts';
import { ARCHIEFNOMINATIES, ARCHIEFSTATUSSEN, BETALINGSINDICATIES } from './zaak.ts';

const rsin = z.string().min(1).max(9).refine(isBsn, { message: 'Onjuist RSIN nummer' });
const duur = z.string().refine(isDuur, {
  message: 'Tijdsduur heeft een verkeerd formaat, gebruik 1 van onderstaande formaten: P(n)Y(n)M(n)D.',
});
const geometrie = z.record(z.string(), z.json()).refine(isGeometrie, { message: GEEN_GEOMETRIE });
const legeUrl = z.union([z.literal(''), url]);

export const opschortingInvoer = z.object({ indicatie: z.boolean(), reden: z.string().max(200) }).nullable();
export const verlengingInvoer = z.object({ reden: z.string().max(200), duur }).nullable();

/** What one may change after creation. */
const velden = {
  bronorganisatie: rsin,
  omschrijving: z.string().max(80),
  toelichting: z.string().max(1000),
  registratiedatum: datum,
  verantwoordelijkeOrganisatie: rsin,
  startdatum: datum,
  einddatumGepland: datum.nullable(),
  uiterlijkeEinddatumAfdoening: datum.nullable(),
  publicatiedatum: datum.nullable(),
  laatstGeopend: datumtijd.nullable(),
  communicatiekanaal: legeUrl,
  communicatiekanaalNaam: z.string().max(250),
  productenOfDiensten: z.array(url),
  vertrouwelijkheidaanduiding: z.enum(VERTROUWELIJKHEID),
  betalingsindicatie: z.enum(['', ...BETALINGSINDICATIES]),
  laatsteBetaaldatum: datumtijd.nullable(),
  zaakgeometrie: geometrie.nullable(),
  verlenging: verlengingInvoer,
  opschorting: opschortingInvoer,
  selectielijstklasse: legeUrl,
  hoofdzaak: url.nullable(),
  relevanteAndereZaken: z.array(
    z
      .object({
        url: url.refine((verwijzing) => verwijzing.startsWith('/'), ONBEKENDE_DIENST),
        aardRelatie: z.enum(['vervolg', 'onderwerp', 'bijdrage', 'overig']),
        overigeRelatie: vrijeTekst(100),
        toelichting: vrijeTekst(255),
      })
      .refine(({ aardRelatie, overigeRelatie }) => aardRelatie !== 'overig' || overigeRelatie !== '', {
        path: ['overigeRelatie'],
        message: '`overigeRelatie` is verplicht als de relatie aard overig is.',
        params: { code: 'overigerelatie-required' },
      }),
  ),
  gerelateerdeZaken: z.array(z.object({ url })),
  kenmerken: z.array(z.object({ kenmerk: tekst(40), bron: tekst(40) })),
  archiefnominatie: z.enum(ARCHIEFNOMINATIES).nullable(),
  archiefstatus: z.enum(ARCHIEFSTATUSSEN),
  archiefactiedatum: datum.nullable(),
  opdrachtgevendeOrganisatie: z.union([z.literal(''), rsin]),
  processobjectaard: z.string().max(200),
  startdatumBewaartermijn: datum.nullable(),
  processobject: z
    .object({
      datumkenmerk: tekst(250),
      identificatie: tekst(250),
      objecttype: tekst(250),
      registratie: tekst(250),
    })
    .nullable(),
};

// In the order in which Open Zaak names what is missing.
const { bronorganisatie, ...overige } = velden;
export const zaakWijziging = z
  .object({ bronorganisatie, zaaktype: url, ...overige, identificatie: z.string().max(40) })
  .partial();

const nodig = {
  bronorganisatie: true,
  zaaktype: true,
  verantwoordelijkeOrganisatie: true,
  startdatum: true,
} as const;
export const zaakInvoer = zaakWijziging.required(nodig);
export type ZaakInvoer = z.infer<typeof zaakInvoer>;
export type ZaakWijziging = z.infer<typeof zaakWijziging>;
