/** What the parts of a zaaktype have in common. */
import { eigen, isDag, verplichteVerwijzing } from '../filters.ts';
import type { Filter } from '../filters.ts';
import { ongeldigVeld } from '../http/fout.ts';
import type { Opslag } from '../opslag.ts';
import { padVan } from '../typen.ts';
import type { JsonObject, Rij, TabelNaam } from '../typen.ts';

export const STATUS_OPTIES = ['alles', 'concept', 'definitief'] as const;

/** Paths of the rows under a key of an index. */
export const padenOp = (opslag: Opslag, tabel: TabelNaam, index: string, sleutel: string): string[] =>
  opslag
    .tabel(tabel)
    .op(index, sleutel)
    .map((rij) => padVan(tabel, rij.uuid));

const isConcept = (rij: Rij | undefined): boolean => rij?.['concept'] === true;

const pastBij = (concept: boolean, waarde: string): boolean =>
  waarde === 'alles' || concept === (waarde === 'concept');

/** `status` of a resource that is a concept itself. */
export const eigenStatus: Filter = eigen(STATUS_OPTIES, (rij, waarde) => pastBij(isConcept(rij), waarde));

/** `status` of a part: that of its zaaktype. */
const zaaktypeStatus: Filter = eigen(STATUS_OPTIES, (rij, waarde, opslag) =>
  pastBij(isConcept(opslag.achter('catalogi/zaaktypen', rij['zaaktype'])), waarde),
);

/** Valid on a day: begun by then and not yet ended. */
export const datumGeldigheid: Filter = {
  maak: (waarde, naam) => {
    if (!isDag(waarde)) throw ongeldigVeld(naam, 'invalid', 'Voer een geldige datum in.');
    return (rij) => {
      const begin = rij['beginGeldigheid'];
      const einde = rij['eindeGeldigheid'] ?? null;
      return typeof begin === 'string' && begin <= waarde && (typeof einde !== 'string' || einde >= waarde);
    };
  },
};

const zaaktypeIdentificatie: Filter = {
  maak: (waarde, _naam, opslag) => (rij) =>
    opslag.achter('catalogi/zaaktypen', rij['zaaktype'])?.['identificatie'] === waarde,
};

/** Filters of statustypen, resultaattypen, roltypen and eigenschappen. */
export const DEEL_FILTERS: Record<string, Filter> = {
  zaaktype: verplichteVerwijzing('zaaktype'),
  status: zaaktypeStatus,
  datumGeldigheid,
  zaaktypeIdentificatie,
};

/** Keys that every part of a zaaktype carries. */
export function deelVelden(rij: Rij, opslag: Opslag): JsonObject {
  const zaaktype = opslag.achter('catalogi/zaaktypen', rij['zaaktype']);
  const { beginGeldigheid = null, eindeGeldigheid = null } = rij;
  return {
    zaaktypeIdentificatie: zaaktype?.['identificatie'] ?? '',
    catalogus: zaaktype?.['catalogus'] ?? '',
    beginGeldigheid,
    eindeGeldigheid,
    ...objectVelden(zaaktype),
  };
}

/** `beginObject` and `eindeObject`: over all versions; one version here, so its own dates. */
export function objectVelden(rij: Rij | undefined): JsonObject {
  return { beginObject: rij?.['beginGeldigheid'] ?? null, eindeObject: rij?.['eindeGeldigheid'] ?? null };
}
