/** A collection of the 1.0 style: another look at the rows of Klantinteracties, so that both styles tell the same. */
import { Router } from 'express';
import type { Request, Response } from 'express';
import { uuidVan } from '../http/adres.ts';
import { andereMethode, stuur } from '../http/antwoord.ts';
import { nietGevonden, ongeldigVeld } from '../http/fout.ts';
import { lichaamVan } from '../http/lichaam.ts';
import { pagina } from '../http/pagina.ts';
import { parametersVan, weigerOnbekend } from '../http/parameters.ts';
import type { Kern } from '../kern.ts';
import type { Opslag, OpslagWijziging } from '../opslag.ts';
import { stuurGemaakt } from '../schrijven.ts';
import type { JsonObject, Rij } from '../typen.ts';

export interface Kijk {
  /** Path segment of the collection. */
  naam: string;
  /** Rows for these parameters, in order. */
  kies: (parameters: ReadonlyMap<string, string>, opslag: Opslag) => Rij[];
  parameters: readonly string[];
  /** Parameters of a detail. */
  detail?: readonly string[];
  rij: (uuid: string, opslag: Opslag) => Rij | undefined;
  toon: (rij: Rij, opslag: Opslag, expand: string) => JsonObject;
  /** What a body makes; the last change is the row itself. Throws 400. */
  maak: (lichaam: JsonObject, opslag: Opslag, nu: Date) => { rij: Rij; alles: OpslagWijziging[] };
}

/** The uuid in a path of ours, or 400 `bad-url` as the products say of a URL that leads nowhere. */
export function eisVerwijzing(
  veld: string,
  waarde: string,
  prefix: string,
  bestaat: (uuid: string) => boolean,
): string {
  const uuid = uuidVan(waarde);
  if (waarde === `${prefix}/${uuid}` && bestaat(uuid)) return uuid;
  throw ongeldigVeld(veld, 'bad-url', 'The URL did not respond with a valid resource.');
}

export function kijkRouter(kern: Kern, kijk: Kijk): Router {
  const { opslag } = kern;
  const router = Router();
  router.get(`/${kijk.naam}`, (req, res) => {
    const parameters = parametersVan(req);
    weigerOnbekend(parameters, (naam) => naam === 'page' || kijk.parameters.includes(naam));
    const { results, ...rest } = pagina(req, kijk.kies(parameters, opslag), 'page');
    const expand = parameters.get('expand') ?? '';
    stuur(req, res, { ...rest, results: results.map((rij) => kijk.toon(rij, opslag, expand)) });
  });
  router.get(`/${kijk.naam}/:uuid`, (req, res) => {
    const parameters = parametersVan(req);
    weigerOnbekend(parameters, (naam) => (kijk.detail ?? []).includes(naam));
    const rij = kijk.rij(uuidVan(req.path).toLowerCase(), opslag);
    if (rij === undefined) throw nietGevonden();
    stuur(req, res, kijk.toon(rij, opslag, parameters.get('expand') ?? ''));
  });
  router.post(`/${kijk.naam}`, async (req: Request, res: Response) => {
    const { rij, alles } = kijk.maak(lichaamVan(req), opslag, kern.klok());
    await opslag.leg(alles);
    stuurGemaakt(req, res, kijk.toon(rij, opslag, ''));
  });
  router.all([`/${kijk.naam}`, `/${kijk.naam}/:uuid`], andereMethode);
  return router;
}
