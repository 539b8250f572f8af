/** List and detail of a resource over HTTP. */
import { Router } from 'express';
import type { Request, Response } from 'express';
import { breidUit, expandPaden } from './expand.ts';
import { andereMethode, stuur, stuurMetEtag } from './http/antwoord.ts';
import { isUuid } from './filters.ts';
import { nietGevonden, serverFout } from './http/fout.ts';
import { pagina, pagineringParameters } from './http/pagina.ts';
import { parametersVan, weigerOnbekend } from './http/parameters.ts';
import type { Kern } from './kern.ts';
import type { Opslag } from './opslag.ts';
import type { Resource } from './resource.ts';
import { selecteer } from './selectie.ts';
import { padVanTabel } from './typen.ts';
import type { JsonObject, Rij, TabelNaam } from './typen.ts';

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

function stuurDetail(req: Request, res: Response, kern: Kern, resource: Resource, rij: Rij): void {
  const parameters = parametersVan(req);
  weigerOnbekend(parameters, (naam) => naam in resource.filters || detailParameters(resource).includes(naam));
  const kaal = resource.toon(rij, kern.opslag);
  const gevraagd = parameters.get('expand');
  const uitgebreid = gevraagd ? breidUit(kaal, expandPaden(resource.expand, gevraagd), kern) : kaal;
  const { _expand: takken = {}, ...zonder } = uitgebreid;
  // Without a single hit most details have no `_expand`; a list always has.
  const toont = resource.altijdExpand === true || Object.keys(takken ?? {}).length > 0;
  const getoond = toont ? { ...zonder, _expand: takken } : zonder;
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
    // Open Zaak fails on what is no uuid, where it should say that there is no such thing.
    if (resource.etag && !isUuid(req.params.uuid)) throw serverFout();
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
