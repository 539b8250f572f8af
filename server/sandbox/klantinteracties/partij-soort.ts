/** `partijIdentificatie`: what a partij of each kind says of itself. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Opslag } from '../opslag.ts';
import type { Json, JsonObject, Rij } from '../typen.ts';
import { contactnaam, isObject, tekstIn, toonNaam, toonVerwijzing, volledigeNaam } from './groepen.ts';
import { keurDeel } from './keur.ts';
import { verwijzing, vrij } from './velden.ts';

const PARTIJEN = 'klantinteracties/partijen';

const werkgever = (opslag: Opslag) =>
  verwijzing(opslag, PARTIJEN, 'Partij').refine(
    ({ uuid }) => (opslag.tabel(PARTIJEN).get(uuid)?.['soortPartij'] ?? 'organisatie') === 'organisatie',
    { message: "Partij object moet het soort 'organisatie' hebben.", path: ['uuid'] },
  );

const SCHEMA: Record<string, (opslag: Opslag) => z.ZodObject> = {
  persoon: () => z.object({ contactnaam }),
  organisatie: () => z.object({ naam: vrij(200) }),
  contactpersoon: (opslag) => z.object({ werkteVoorPartij: werkgever(opslag).nullish(), contactnaam }),
};

/** The identification of a partij of this kind. Throws 400 with names under `partijIdentificatie`. */
export function eisPartijIdentificatie(opslag: Opslag, soortPartij: Json, gestuurd: Json): JsonObject {
  const soort = tekstIn(soortPartij);
  const gelezen = keurDeel('partijIdentificatie', SCHEMA[soort]?.(opslag) ?? z.object({}), gestuurd);
  return soort === 'contactpersoon' ? { uuid: randomUUID(), ...gelezen } : gelezen;
}

export function toonPartijIdentificatie(rij: Rij): JsonObject | null {
  const bron = rij['partijIdentificatie'];
  if (!isObject(bron)) return null;
  const naam = {
    contactnaam: toonNaam(bron['contactnaam']),
    volledigeNaam: volledigeNaam(bron['contactnaam']),
  };
  switch (rij['soortPartij']) {
    case 'organisatie':
      return { naam: bron['naam'] ?? '' };
    case 'contactpersoon':
      return {
        uuid: bron['uuid'] ?? rij.uuid,
        werkteVoorPartij: toonVerwijzing(PARTIJEN, bron['werkteVoorPartij']),
        ...naam,
      };
    default:
      return naam;
  }
}
