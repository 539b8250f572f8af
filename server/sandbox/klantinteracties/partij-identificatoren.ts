import { z } from 'zod';
import { gelijk, keuze } from '../filters.ts';
import type { Opslag } from '../opslag.ts';
import { padVan } from '../typen.ts';
import type { JsonObject, Rij } from '../typen.ts';
import { BRON } from './bron.ts';
import type { KlantBron } from './bron.ts';
import { isObject, toonVerwijzing } from './groepen.ts';
import {
  OBJECTTYPEN,
  REGISTERS,
  SOORTEN,
  eisIdentificator,
  eisUniekeIdentificator,
} from './identificator.ts';
import { verwijzing, vrij } from './velden.ts';

const TABEL = 'klantinteracties/partij-identificatoren';

export const identificatorSchema = (opslag: Opslag) =>
  z.object({
    identificeerdePartij: verwijzing(opslag, 'klantinteracties/partijen', 'Partij').nullish(),
    anderePartijIdentificator: vrij(200),
    partijIdentificator: z.object({
      codeObjecttype: z.enum(OBJECTTYPEN),
      codeSoortObjectId: z.enum(SOORTEN),
      objectId: z.string().trim().max(200),
      codeRegister: z.enum(REGISTERS),
    }),
    subIdentificatorVan: verwijzing(opslag, TABEL, 'PartijIdentificator').nullish(),
  });

export function toonPartijIdentificator(rij: Rij): JsonObject {
  const groep = isObject(rij['partijIdentificator']) ? rij['partijIdentificator'] : {};
  return {
    uuid: rij.uuid,
    url: padVan(TABEL, rij.uuid),
    identificeerdePartij: toonVerwijzing('klantinteracties/partijen', rij['identificeerdePartij']),
    anderePartijIdentificator: rij['anderePartijIdentificator'] ?? '',
    partijIdentificator: {
      codeObjecttype: groep['codeObjecttype'] ?? '',
      codeSoortObjectId: groep['codeSoortObjectId'] ?? '',
      objectId: groep['objectId'] ?? '',
      codeRegister: groep['codeRegister'] ?? '',
    },
    subIdentificatorVan: toonVerwijzing(TABEL, rij['subIdentificatorVan']),
  };
}

export const partijIdentificatoren: KlantBron = {
  ...BRON,
  tabel: TABEL,
  naam: 'partijidentificator',
  filters: {
    anderePartijIdentificator: gelijk('anderePartijIdentificator'),
    partijIdentificatorCodeObjecttype: keuze('partijIdentificator.codeObjecttype', OBJECTTYPEN),
    partijIdentificatorCodeRegister: keuze('partijIdentificator.codeRegister', REGISTERS),
    partijIdentificatorCodeSoortObjectId: keuze('partijIdentificator.codeSoortObjectId', SOORTEN),
    partijIdentificatorObjectId: gelijk('partijIdentificator.objectId'),
  },
  schema: identificatorSchema,
  leeg: () => ({}),
  werk: (rij, { opslag, oud }) => {
    eisIdentificator(opslag, rij, oud);
    eisUniekeIdentificator(opslag, rij, new Set(), []);
    return { rij, ook: [] };
  },
  toon: toonPartijIdentificator,
};
