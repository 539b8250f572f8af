/** One description a resource; list, detail and expand are made from it. */
import { Router } from 'express';
import type { Request, Response } from 'express';
import { breidUit, expandPaden } from './expand.ts';
import type { Filter } from './filters.ts';
import { andereMethode, stuur, stuurMetEtag } from './http/antwoord.ts';
import { Fout, nietGevonden, ongeldig } from './http/fout.ts';
import type { InvalidParam } from './http/fout.ts';
import { pagina, pagineringParameters } from './http/pagina.ts';
import type { Paginering } from './http/pagina.ts';
import { parametersVan, weigerOnbekend } from './http/parameters.ts';
import type { Kern } from './kern.ts';
import type { Opslag } from './opslag.ts';
import { padVan, padVanTabel } from './typen.ts';
import type { Json, JsonObject, Rij, TabelNaam } from './typen.ts';

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
  /** The answer, with paths for URLs and every key of the description. */
  toon: (rij: Rij, opslag: Opslag) => JsonObject;
}

/** Rows that all parameters let through, in order. Throws 400 with every wrong filter. */
export function selecteer(resource: Resource, parameters: Map<string, string>, opslag: Opslag): Rij[] {
  const tabel = opslag.tabel(resource.tabel);
  const proeven: ((rij: Rij) => boolean)[] = [];
  const fouten: InvalidParam[] = [];
  let kandidaten: Rij[] | undefined;
  for (const [naam, waarde] of new Map([...Object.entries(resource.standaard ?? {}), ...parameters])) {
    const filter = resource.filters[naam];
    if (!filter || waarde === '') continue;
    try {
      proeven.push(filter.maak(waarde, naam, opslag));
    } catch (fout) {
      if (!(fout instanceof Fout)) throw fout;
      fouten.push(...(fout.delen.invalidParams ?? []));
    }
    if (filter.index !== undefined && tabel.heeftIndex(filter.index))
      kandidaten ??= tabel.op(filter.index, waarde);
  }
  if (fouten.length > 0) throw ongeldig(...fouten);
  const samen = resource.samen?.(parameters, opslag);
  if (samen) kandidaten = [...samen].flatMap((uuid) => tabel.get(uuid) ?? []);
  const over = (kandidaten ?? tabel.alle()).filter((rij) => proeven.every((proef) => proef(rij)));
  return sorteer(resource, over, parameters.get('ordering'));
}

function sorteer(resource: Resource, rijen: Rij[], ordering: string | undefined): Rij[] {
  if (ordering === undefined || ordering === '' || !resource.ordering) {
    return resource.volgorde ? rijen.sort(resource.volgorde) : rijen.reverse();
  }
  const sleutels = ordering
    .split(',')
    .map((deel) => ({ veld: deel.replace(/^-/, ''), af: deel.startsWith('-') }));
  for (const { veld, af } of sleutels) {
    if (resource.ordering.includes(veld)) continue;
    const keuze = `${af ? '-' : ''}${veld}`;
    const reason = `Selecteer een geldige keuze. ${keuze} is geen beschikbare keuze.`;
    throw ongeldig({ name: 'ordering', code: 'invalid_choice', reason });
  }
  return rijen.sort((a, b) => {
    for (const { veld, af } of sleutels) {
      const verschil = vergelijkLeegGroot(a[veld], b[veld]);
      if (verschil !== 0) return af ? -verschil : verschil;
    }
    return 0;
  });
}

const sorteerbaar = (waarde: Json | undefined): string | null => (typeof waarde === 'string' ? waarde : null);

/** PostgreSQL holds null for the greatest value. */
function vergelijkLeegGroot(a: Json | undefined, b: Json | undefined): number {
  const [x, y] = [sorteerbaar(a), sorteerbaar(b)];
  if (x === y) return 0;
  if (x === null) return 1;
  if (y === null) return -1;
  return x < y ? -1 : 1;
}

/** Names that a detail of this resource knows. */
const detailParameters = (resource: Resource): readonly string[] => [
  ...(resource.detailParameters ?? []),
  ...(resource.expand ? ['expand'] : []),
];

/** Names that a list of this resource knows. */
export function bekendeParameters(resource: Resource): Set<string> {
  return new Set([
    ...Object.keys(resource.filters),
    ...(resource.samenParameters ?? []),
    ...pagineringParameters(resource.paginering),
    ...(resource.ordering ? ['ordering'] : []),
    ...(resource.expand ? ['expand'] : []),
  ]);
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

/** Answers a list from rows that were selected already. */
export function stuurLijst(
  req: Request,
  res: Response,
  kern: Kern,
  resource: Resource,
  rijen: Rij[],
  expand?: string,
): void {
  const paden = expandPaden(resource.expand, expand);
  const toon = (rij: Rij): JsonObject => breidUit(resource.toon(rij, kern.opslag), paden, kern);
  if (resource.paginering === 'geen') {
    stuur(req, res, rijen.map(toon));
    return;
  }
  const { results, ...rest } = pagina(req, rijen, resource.paginering);
  stuur(req, res, { ...rest, results: results.map(toon) });
}

/** The row behind `/:uuid`, or 404. */
export function rijOf404(req: Request, opslag: Opslag, tabel: TabelNaam): Rij {
  const uuid = req.params['uuid'];
  const rij = typeof uuid === 'string' ? opslag.tabel(tabel).get(uuid.toLowerCase()) : undefined;
  if (!rij) throw nietGevonden();
  return rij;
}

export function stuurDetail(req: Request, res: Response, kern: Kern, resource: Resource, rij: Rij): void {
  const parameters = parametersVan(req);
  weigerOnbekend(parameters, (naam) => naam in resource.filters || detailParameters(resource).includes(naam));
  const kaal = resource.toon(rij, kern.opslag);
  const gevraagd = parameters.get('expand');
  const uitgebreid = gevraagd ? breidUit(kaal, expandPaden(resource.expand, gevraagd), kern) : kaal;
  const { _expand: takken, ...zonder } = uitgebreid;
  // Without a single hit a detail has no `_expand`; a list always has.
  const getoond = takken && Object.keys(takken).length > 0 ? uitgebreid : zonder;
  // The ETag is that of the bare resource, also where it is expanded: so does Open Zaak.
  if (resource.etag) stuurMetEtag(req, res, getoond, kaal);
  else stuur(req, res, getoond);
}

/** `GET /` and `GET /:uuid`; HEAD comes with GET. Paths are below the API prefix. */
export function leesRouter(kern: Kern, resource: Resource): Router {
  const router = Router();
  const pad = padVanTabel(resource.tabel).split('/').at(-1) ?? '';
  router.get(`/${pad}`, (req, res) => {
    const parameters = parametersVan(req);
    const bekend = bekendeParameters(resource);
    weigerOnbekend(parameters, (naam) => bekend.has(naam));
    stuurLijst(
      req,
      res,
      kern,
      resource,
      selecteer(resource, parameters, kern.opslag),
      parameters.get('expand'),
    );
  });
  router.get(`/${pad}/:uuid`, (req, res) => {
    stuurDetail(req, res, kern, resource, rijOf404(req, kern.opslag, resource.tabel));
  });
  return router;
}

/** Stands after the routes of an API: a known path under another method is 405, not 404. */
export function andereMethoden(...resources: Resource[]): Router {
  const router = Router();
  for (const { tabel } of resources) {
    const pad = padVanTabel(tabel).split('/').at(-1) ?? '';
    router.all([`/${pad}`, `/${pad}/:uuid`], andereMethode);
  }
  return router;
}
