import { createHash } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { absoluut, basisVan } from './adres.ts';
import { Fout, methodeNietToegestaan, nietAanvaardbaar, nietGevonden, serverFout } from './fout.ts';
import type { Json } from '../typen.ts';

/** The ZGW-like APIs speak JSON alone; who accepts only `application/problem+json` is refused as well. */
export const spreektJson: RequestHandler = (req, _res, next) => {
  const download = req.path.endsWith('/download');
  if (!download && !req.accepts('application/json')) {
    throw nietAanvaardbaar('Kan niet voldoen aan de opgegeven Accept header.');
  }
  next();
};

/** Sends JSON with our paths as URLs on the caller's host. */
export function stuur(req: Request, res: Response, lichaam: Json, status = 200): void {
  res.status(status).json(absoluut(lichaam, basisVan(req)));
}

/** A detail with a strong ETag (MD5 of `kaal`, as `vng_api_common.caching`); 304 on a matching If-None-Match. */
export function stuurMetEtag(req: Request, res: Response, lichaam: Json, kaal: Json = lichaam): void {
  const etag = `"${createHash('md5').update(JSON.stringify(kaal)).digest('hex')}"`;
  res.set('ETag', etag);
  const gezien = (req.get('if-none-match') ?? '').split(',').map((deel) => deel.trim().replace(/^W\//, ''));
  if (gezien.includes(etag) || gezien.includes('*')) {
    res.status(304).end();
    return;
  }
  stuur(req, res, lichaam);
}

/** Closes a router: what no route took is 404, or 405 where the path is known for another method. */
export const geenRoute: RequestHandler = () => {
  throw nietGevonden();
};

export const andereMethode: RequestHandler = (req) => {
  throw methodeNietToegestaan(req.method);
};

/** Last error handler of the ZGW-like APIs. What is no `Fout` is our own mistake: 500, told on stderr. */
export const foutAntwoord: ErrorRequestHandler = (fout: unknown, req, res, next) => {
  if (res.headersSent) {
    next(fout);
    return;
  }
  const bekend = fout instanceof Fout ? fout : serverFout();
  if (!(fout instanceof Fout))
    process.stderr.write(`sandbox: ${fout instanceof Error ? (fout.stack ?? '') : 'fout'}\n`);
  res.status(bekend.status).type('application/problem+json');
  res.send(JSON.stringify(bekend.lichaam(basisVan(req))));
};
