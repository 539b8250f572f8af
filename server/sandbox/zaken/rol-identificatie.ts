/** The `betrokkeneIdentificatie` of each `betrokkeneType`: its keys, maxima and empty values. */
import { z } from 'zod';
import { vrijeTekst } from '../keur.ts';
import type { Json, JsonObject } from '../typen.ts';
import { isBsn } from '../elfproef.ts';

const los = z.record(z.string(), z.json()).nullable().default(null);
const adressen = { verblijfsadres: los, subVerblijfBuitenland: los };

const bsn = vrijeTekst(9).refine((waarde) => waarde === '' || isBsn(waarde), {
  message: 'Onjuist BSN nummer',
});

export const IDENTIFICATIE = {
  natuurlijk_persoon: z.object({
    inpBsn: bsn,
    anpIdentificatie: vrijeTekst(17),
    inpA_nummer: vrijeTekst(10),
    geslachtsnaam: vrijeTekst(200),
    voorvoegselGeslachtsnaam: vrijeTekst(80),
    voorletters: vrijeTekst(20),
    voornamen: vrijeTekst(200),
    geslachtsaanduiding: z.enum(['m', 'v', 'o', '']).default(''),
    geboortedatum: vrijeTekst(18),
    ...adressen,
  }),
  niet_natuurlijk_persoon: z.object({
    innNnpId: vrijeTekst(9),
    annIdentificatie: vrijeTekst(17),
    kvkNummer: vrijeTekst(8),
    vestigingsNummer: vrijeTekst(24),
    statutaireNaam: vrijeTekst(500),
    innRechtsvorm: vrijeTekst(100),
    bezoekadres: vrijeTekst(1000),
    ...adressen,
  }),
  vestiging: z.object({
    vestigingsNummer: vrijeTekst(24),
    handelsnaam: z.array(z.string().max(625)).default([]),
    ...adressen,
    kvkNummer: vrijeTekst(8),
  }),
  organisatorische_eenheid: z.object({
    identificatie: vrijeTekst(255),
    naam: vrijeTekst(255),
    isGehuisvestIn: vrijeTekst(255),
  }),
  medewerker: z.object({
    identificatie: vrijeTekst(128),
    achternaam: vrijeTekst(200),
    voorletters: vrijeTekst(20),
    voorvoegselAchternaam: vrijeTekst(10),
  }),
} as const;

export type BetrokkeneType = keyof typeof IDENTIFICATIE;
export const BETROKKENE_TYPEN = Object.keys(IDENTIFICATIE) as BetrokkeneType[];

const LEEG: Record<BetrokkeneType, JsonObject> = {
  natuurlijk_persoon: IDENTIFICATIE.natuurlijk_persoon.parse({}),
  niet_natuurlijk_persoon: IDENTIFICATIE.niet_natuurlijk_persoon.parse({}),
  vestiging: IDENTIFICATIE.vestiging.parse({}),
  organisatorische_eenheid: IDENTIFICATIE.organisatorische_eenheid.parse({}),
  medewerker: IDENTIFICATIE.medewerker.parse({}),
};

/** All keys of the type; null where the rol points to a betrokkene by URL. */
export function toonIdentificatie(type: Json | undefined, waarde: Json | undefined): JsonObject | null {
  if (waarde === null || typeof waarde !== 'object' || Array.isArray(waarde)) return null;
  const leeg = BETROKKENE_TYPEN.find((naam) => naam === type);
  return { ...(leeg ? LEEG[leeg] : {}), ...waarde };
}
