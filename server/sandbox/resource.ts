/** What a resource is: one description from which list, detail and expand are made. */
import type { Filter } from './filters.ts';
import type { Paginering } from './http/pagina.ts';
import type { Opslag } from './opslag.ts';
import { padVan } from './typen.ts';
import type { JsonObject, Rij, TabelNaam } from './typen.ts';

export interface Resource {
  tabel: TabelNaam;
  paginering: Paginering;
  /** Details carry an ETag. */
  etag: boolean;
  filters: Record<string, Filter>;
  /** Filters that hold together: gives the uuids that satisfy all of them, or undefined where none was sent. */
  samen?: (parameters: Map<string, string>, opslag: Opslag) => Set<string> | undefined;
  /** Parameters that only `samen` reads. */
  samenParameters?: readonly string[];
  /** Applied to a list where the parameter was not sent. */
  standaard?: Record<string, string>;
  /** Order of a list; newest row first where absent. */
  volgorde?: (a: Rij, b: Rij) => number;
  /** Fields by which `ordering` may sort. */
  ordering?: readonly string[];
  /** Parameters of a detail beside `expand`. */
  detailParameters?: readonly string[];
  /** Paths that `expand` may name. */
  expand?: readonly string[];
  /** A detail has `_expand` also where nothing was expanded. */
  altijdExpand?: boolean;
  /** The answer, with paths for URLs and every key of the description. */
  toon: (rij: Rij, opslag: Opslag) => JsonObject;
}

/** A row with `url` in front and the empty value for every key of the description that it lacks. */
export function volledig(tabel: TabelNaam, rij: Rij, leeg: JsonObject, zaak?: string): JsonObject {
  return { url: padVan(tabel, rij.uuid, zaak), ...leeg, ...rij };
}

/** The same without `uuid`, which the Catalogi API does not give. */
export function zonderUuid(getoond: JsonObject): JsonObject {
  const { uuid, ...rest } = getoond;
  return uuid === undefined ? getoond : rest;
}
