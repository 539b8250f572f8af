import { z } from 'zod';
import { bevat, janee as jaNeeFilter, keuze } from '../filters.ts';
import { padVan } from '../typen.ts';
import type { Json, JsonObject } from '../typen.ts';
import { BRON } from './bron.ts';
import type { KlantBron } from './bron.ts';
import { opIdentificator } from './filters.ts';
import { identificator, isObject, tekstIn, toonIdentificator } from './groepen.ts';
import { keurDeel } from './keur.ts';
import { email, janee, tekst, telefoon, vrij } from './velden.ts';

const SOORTEN = ['geautomatiseerde_actor', 'medewerker', 'organisatorische_eenheid'] as const;

const leegOf = <T extends z.ZodType>(schema: T) => z.union([z.literal(''), schema]).optional();

const IDENTIFICATIE: Record<string, { schema: z.ZodObject; leeg: JsonObject }> = {
  medewerker: {
    schema: z.object({ functie: tekst(40), emailadres: leegOf(email), telefoonnummer: telefoon }),
    leeg: { functie: '', emailadres: '', telefoonnummer: '' },
  },
  organisatorische_eenheid: {
    schema: z.object({
      omschrijving: vrij(200),
      emailadres: leegOf(email),
      faxnummer: vrij(20),
      telefoonnummer: leegOf(telefoon),
    }),
    leeg: { omschrijving: '', emailadres: '', faxnummer: '', telefoonnummer: '' },
  },
  geautomatiseerde_actor: {
    schema: z.object({ functie: tekst(40), omschrijving: vrij(200) }),
    leeg: { functie: '', omschrijving: '' },
  },
};

function toonIdentificatie(soort: Json | undefined, bron: Json | undefined): JsonObject | null {
  const leeg = IDENTIFICATIE[tekstIn(soort)]?.leeg;
  if (!leeg || !isObject(bron)) return null;
  return Object.fromEntries(Object.entries(leeg).map(([naam, waarde]) => [naam, bron[naam] ?? waarde]));
}

export const actoren: KlantBron = {
  ...BRON,
  tabel: 'klantinteracties/actoren',
  naam: 'actor',
  filters: {
    ...opIdentificator('actoridentificator'),
    naam: bevat('naam'),
    soortActor: keuze('soortActor', SOORTEN),
    indicatieActief: jaNeeFilter((rij) => rij['indicatieActief'] !== false),
  },
  schema: () =>
    z.object({
      naam: tekst(200),
      soortActor: z.enum(SOORTEN),
      indicatieActief: janee.optional(),
      actoridentificator: identificator,
      actorIdentificatie: z.json().optional(),
    }),
  leeg: () => ({ indicatieActief: true }),
  werk: (rij, { oud }, { soortActor, actorIdentificatie }) => {
    const schema = IDENTIFICATIE[tekstIn(soortActor)]?.schema;
    const identificatie =
      schema && actorIdentificatie !== undefined
        ? keurDeel('actorIdentificatie', schema, actorIdentificatie)
        : (oud?.['actorIdentificatie'] ?? null);
    return { rij: { ...rij, actorIdentificatie: identificatie }, ook: [] };
  },
  toon: (rij) => ({
    uuid: rij.uuid,
    url: padVan('klantinteracties/actoren', rij.uuid),
    naam: rij['naam'] ?? '',
    soortActor: rij['soortActor'] ?? 'medewerker',
    indicatieActief: rij['indicatieActief'] ?? true,
    actoridentificator: toonIdentificator(rij['actoridentificator']),
    actorIdentificatie: toonIdentificatie(rij['soortActor'], rij['actorIdentificatie']),
  }),
};
