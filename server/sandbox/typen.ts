/**
 * What the bundled registers hold: rows in the shape in which the upstream APIs answer them, without hosts.
 *
 * - A reference to another resource is an absolute path ("/zaken/api/v1/zaken/<uuid>"); the serializer puts
 *   the scheme and `Host` of the request before it. `url` is never stored.
 * - What can be told from other rows is never stored, the serializer adds it: of a zaak `status`, `resultaat`,
 *   `rollen`, `deelzaken`, `eigenschappen`, `zaakinformatieobjecten`, `zaakobjecten`; of a zaaktype the lists of
 *   its parts; of a statustype `isEindstatus`; of a status `indicatieLaatstGezetteStatus`; of a document `inhoud`,
 *   `bestandsomvang`; of klantinteracties the reverse lists.
 * - A key that is left out gets the empty value of the description (`''`, `null`, `[]`).
 */
export type Json = string | number | boolean | null | Json[] | { [sleutel: string]: Json };
export type JsonObject = { [sleutel: string]: Json };

/** A row; days are `YYYY-MM-DD`, instants ISO 8601 in UTC (`…Z`), durations ISO 8601 (`P56D`). */
export type Rij = { uuid: string } & JsonObject;

export const API_PREFIX = {
  zaken: '/zaken/api/v1',
  catalogi: '/catalogi/api/v1',
  documenten: '/documenten/api/v1',
  besluiten: '/besluiten/api/v1',
  klantinteracties: '/klantinteracties/api/v1',
  notificaties: '/notificaties/api/v1',
  brp: '/brp',
  kvk: '/kvk',
  objecten: '/objecten/api/v2',
  contactmomenten: '/contactmomenten/api/v1',
  klanten: '/klanten/api/v1',
} as const;
export type ApiNaam = keyof typeof API_PREFIX;
export const API_NAMEN = Object.keys(API_PREFIX) as ApiNaam[];

/** `<api>/<resource>`; the resource is the path segment of the API, but for the two of notificaties and zaakeigenschappen. */
export const TABELNAMEN = [
  'zaken/zaken',
  'zaken/statussen',
  'zaken/substatussen',
  'zaken/rollen',
  'zaken/resultaten',
  'zaken/zaakinformatieobjecten',
  'zaken/zaakeigenschappen',
  'zaken/zaakobjecten',
  'catalogi/catalogussen',
  'catalogi/zaaktypen',
  'catalogi/statustypen',
  'catalogi/resultaattypen',
  'catalogi/roltypen',
  'catalogi/informatieobjecttypen',
  'catalogi/zaaktype-informatieobjecttypen',
  'catalogi/eigenschappen',
  'catalogi/besluittypen',
  'documenten/enkelvoudiginformatieobjecten',
  'documenten/objectinformatieobjecten',
  'besluiten/besluiten',
  'besluiten/besluitinformatieobjecten',
  'klantinteracties/partijen',
  'klantinteracties/partij-identificatoren',
  'klantinteracties/klantcontacten',
  'klantinteracties/betrokkenen',
  'klantinteracties/onderwerpobjecten',
  'klantinteracties/actoren',
  'klantinteracties/actorklantcontacten',
  'klantinteracties/internetaken',
  'klantinteracties/digitaleadressen',
  'notificaties/abonnementen',
  'notificaties/kanalen',
] as const;
export type TabelNaam = (typeof TABELNAMEN)[number];

/** One company of the handelsregister. */
export interface Bedrijf {
  kvkNummer: string;
  /** RSIN of the rechtspersoon; absent for an eenmanszaak. */
  rsin?: string;
  /** Answer of `GET /v1/basisprofielen/{kvkNummer}`, without `links`. */
  basisprofiel: JsonObject;
  /** Items of `resultaten` of `GET /v2/zoeken` (one for the rechtspersoon, one a vestiging), without `links`. */
  zoekresultaten: JsonObject[];
}

export interface Gemeente {
  tabellen: Record<TabelNaam, Rij[]>;
  /** Persons with every group of the BRP Personen 2.7 answer (`Persoon`, not cut to any `fields`). */
  personen: JsonObject[];
  bedrijven: Bedrijf[];
}

/** What the generator (`server/sandbox/gemeente/index.ts`, `maakGemeente`) is given; the same in, the same out. */
export interface GemeenteOpdracht {
  seed: number;
  burgers: number;
  bedrijven: number;
  /** "Today" of the made world; everything is dated relative to it. */
  peildatum: Date;
  /** A published catalogus: `{origin, basePath, resources: {zaaktypen[], …}}`, parsed JSON, not yet validated. */
  catalogus?: unknown;
}
export type MaakGemeente = (opdracht: GemeenteOpdracht) => Gemeente;

const SEGMENT: Partial<Record<TabelNaam, string>> = {
  'notificaties/abonnementen': 'abonnement',
  'notificaties/kanalen': 'kanaal',
};

/** Path of a collection: `/zaken/api/v1/rollen`. Zaakeigenschappen are nested: see `padVan`. */
export function padVanTabel(tabel: TabelNaam): string {
  const [api, resource] = tabel.split('/') as [ApiNaam, string];
  return `${API_PREFIX[api]}/${SEGMENT[tabel] ?? resource}`;
}

/** Path of one row; for a zaakeigenschap give its zaak (`/zaken/api/v1/zaken/<uuid>`), under which it lives. */
export function padVan(tabel: TabelNaam, uuid: string, zaak?: string): string {
  if (tabel === 'zaken/zaakeigenschappen' && zaak !== undefined) return `${zaak}/zaakeigenschappen/${uuid}`;
  return `${padVanTabel(tabel)}/${uuid}`;
}

/** A value where it is a text, else `''`. */
const PYTHON: Record<string, string> = { string: 'str', number: 'int', boolean: 'bool' };
/** What the products, in their refusals, call the type of a value. */
export const pythonSoort = (waarde: unknown): string =>
  Array.isArray(waarde) ? 'list' : (PYTHON[typeof waarde] ?? 'dict');

export const tekstVan = (waarde: Json | undefined): string => (typeof waarde === 'string' ? waarde : '');

export function legeGemeente(): Gemeente {
  const tabellen = Object.fromEntries(TABELNAMEN.map((naam) => [naam, [] as Rij[]])) as Record<
    TabelNaam,
    Rij[]
  >;
  return { tabellen, personen: [], bedrijven: [] };
}
