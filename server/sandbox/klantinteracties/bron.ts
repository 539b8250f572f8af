/** One description a resource of Klantinteracties; its five calls are made from it. */
import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { basisVan } from '../http/adres.ts';
import { stuur } from '../http/antwoord.ts';
import { pagina, pagineringParameters } from '../http/pagina.ts';
import { parametersVan, weigerOnbekend } from '../http/parameters.ts';
import { kenmerkenVan } from '../kenmerken.ts';
import type { Kern, Notificatie } from '../kern.ts';
import type { Opslag } from '../opslag.ts';
import { bekendeParameters, rijOf404 } from '../register.ts';
import { selecteer } from '../selectie.ts';
import type { Resource } from '../resource.ts';
import { stuurGemaakt } from '../schrijven.ts';
import { padVanTabel } from '../typen.ts';
import type { JsonObject, Rij } from '../typen.ts';
import { leesExpand, maakUitbreider } from './expand.ts';
import { tekstIn } from './groepen.ts';
import type { OpslagWijziging } from './groepen.ts';
import { keur, lees } from './keur.ts';
import { verwijder } from './verwijder.ts';

export interface Omgeving {
  opslag: Opslag;
  /** ISO 8601 */
  nu: string;
  /** The row as it was; undefined while it is being made. */
  oud: Rij | undefined;
  partieel: boolean;
}

export interface KlantBron extends Resource {
  /** Name in notificaties. */
  naam: string;
  /** Absent: writes are not announced. */
  kanaal?: string;
  schema: (opslag: Opslag) => z.ZodObject;
  /** Values of a new row for what was not sent. */
  leeg: (nu: string) => JsonObject;
  /**
   * What the schema cannot see: checks across fields and rows (throws 400), and what is written along. Is given the
   * merged row and what was sent; gives the row as it will be and the other changes of the transaction.
   */
  werk?: (rij: Rij, omgeving: Omgeving, gestuurd: JsonObject) => { rij: Rij; ook: OpslagWijziging[] };
}

/** What every resource here shares. */
export const BRON = { paginering: 'pageSize', etag: false } as const;

/** Reads a body into the row and the changes of its transaction; the row comes last. Throws 400. */
export function bereid(
  bron: KlantBron,
  lichaam: JsonObject,
  omgeving: Omgeving,
): { rij: Rij; alles: OpslagWijziging[] } {
  const { opslag, nu, oud, partieel } = omgeving;
  const schema = bron.schema(opslag);
  const gelezen = keur(partieel ? schema.partial() : schema, lichaam);
  const ruw: Rij = { ...(oud ?? { uuid: randomUUID(), ...bron.leeg(nu) }), ...gelezen };
  ruw.uuid = oud?.uuid ?? ruw.uuid;
  const { rij, ook } = bron.werk?.(ruw, omgeving, gelezen) ?? { rij: ruw, ook: [] };
  return { rij, alles: [...ook, { tabel: bron.tabel, rij }] };
}

/** Announces a write of a main object. @param getoond the object as shown */
export function kondigAan(
  req: Request,
  kern: Kern,
  bron: KlantBron,
  actie: Notificatie['actie'],
  getoond: JsonObject,
): void {
  if (bron.kanaal === undefined) return;
  const basis = basisVan(req);
  const url = basis + tekstIn(getoond['url']);
  kern.meld({
    kanaal: bron.kanaal,
    hoofdObject: url,
    resource: bron.naam,
    resourceUrl: url,
    actie,
    aanmaakdatum: kern.klok().toISOString(),
    kenmerken: kenmerkenVan(bron.kanaal, getoond, kern.opslag, basis),
  });
}

const expandVan = (req: Request): string[] =>
  new URL(req.originalUrl, basisVan(req)).searchParams.getAll('expand');

function lijst(kern: Kern, bron: KlantBron): RequestHandler {
  return (req, res) => {
    const parameters = parametersVan(req);
    const bekend = bekendeParameters(bron);
    weigerOnbekend(parameters, (naam) => bekend.has(naam));
    const uitbreider = maakUitbreider(leesExpand(bron.expand, expandVan(req)), kern);
    const { results, ...rest } = pagina(req, selecteer(bron, parameters, kern.opslag), 'pageSize');
    const getoond = results.map((rij) => {
      const kaal = bron.toon(rij, kern.opslag);
      return bron.expand ? { ...kaal, _expand: uitbreider(kaal) } : kaal;
    });
    stuur(req, res, { ...rest, results: getoond });
  };
}

function detail(kern: Kern, bron: KlantBron): RequestHandler {
  // A resource that can be expanded has a filter set of its own for details, in which there is only `expand`.
  const bekend = bron.expand
    ? new Set(['expand', ...pagineringParameters('pageSize')])
    : bekendeParameters(bron);
  return (req, res) => {
    weigerOnbekend(parametersVan(req), (naam) => bekend.has(naam));
    const boom = leesExpand(bron.expand, expandVan(req));
    const kaal = bron.toon(rijOf404(req, kern.opslag, bron.tabel), kern.opslag);
    const gevraagd = Object.keys(boom).length > 0;
    stuur(req, res, gevraagd ? { ...kaal, _expand: maakUitbreider(boom, kern)(kaal) } : kaal);
  };
}

function schrijf(kern: Kern, bron: KlantBron, actie: 'create' | 'update' | 'partial_update'): RequestHandler {
  return async (req: Request, res: Response) => {
    const { opslag } = kern;
    const oud = actie === 'create' ? undefined : rijOf404(req, opslag, bron.tabel);
    const omgeving = { opslag, nu: kern.klok().toISOString(), oud, partieel: actie === 'partial_update' };
    const { rij, alles } = bereid(bron, lees(req), omgeving);
    // Shown before the disk is waited for: another call may change the row meanwhile.
    let getoond: JsonObject = {};
    await opslag.leg(alles, () => {
      getoond = bron.toon(rij, opslag);
      return [];
    });
    kondigAan(req, kern, bron, actie, getoond);
    if (actie === 'create') stuurGemaakt(req, res, getoond);
    else stuur(req, res, getoond);
  };
}

function wis(kern: Kern, bron: KlantBron): RequestHandler {
  return async (req, res) => {
    const { opslag } = kern;
    const rij = rijOf404(req, opslag, bron.tabel);
    const getoond = bron.toon(rij, opslag);
    await opslag.leg(verwijder(opslag, bron.tabel, rij.uuid));
    kondigAan(req, kern, bron, 'destroy', getoond);
    res.status(204).end();
  };
}

export function bronRouter(kern: Kern, bron: KlantBron): Router {
  const router = Router();
  const pad = `/${padVanTabel(bron.tabel).split('/').at(-1) ?? ''}`;
  router
    .route(pad)
    .get(lijst(kern, bron))
    .post(schrijf(kern, bron, 'create'));
  router
    .route(`${pad}/:uuid`)
    .get(detail(kern, bron))
    .put(schrijf(kern, bron, 'update'))
    .patch(schrijf(kern, bron, 'partial_update'))
    .delete(wis(kern, bron));
  return router;
}
