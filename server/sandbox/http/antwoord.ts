import { createHash } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { absoluut, basisVan } from './adres.ts';
import { Fout, methodeNietToegestaan, nietAanvaardbaar, serverFout } from './fout.ts';
import type { Json } from '../typen.ts';

const GEEN_PAGINA =
  '<!DOCTYPE html>\n<html lang="nl"><head><title>Niet gevonden</title></head><body><h1>Niet gevonden</h1></body></html>\n';

const isDownload = (req: Request): boolean => req.originalUrl.split('?')[0]?.endsWith('/download') ?? false;

/** The ZGW-like APIs speak JSON alone; who accepts only `application/problem+json` is refused as well. */
export const spreektJson: RequestHandler = (req, _res, next) => {
  if (!isDownload(req) && !req.accepts('application/json')) {
    throw nietAanvaardbaar('Kan niet voldoen aan de opgegeven Accept header.');
  }
  next();
};

/** DRF names no charset with its JSON, and gives a refusal the same type as an answer. */
function stuurJson(res: Response, lichaam: Json, status: number): void {
  res.status(status).setHeader('Content-Type', 'application/json');
  res.send(Buffer.from(JSON.stringify(lichaam)));
}

/** Sends JSON with our paths as URLs on the caller's host. */
export function stuur(req: Request, res: Response, lichaam: Json, status = 200): void {
  stuurJson(res, absoluut(lichaam, basisVan(req)), status);
}

/** A detail with a strong ETag (MD5 of `kaal`, as `vng_api_common.caching`); 304 on a matching If-None-Match. */
export function stuurMetEtag(req: Request, res: Response, lichaam: Json, kaal: Json = lichaam): void {
  const etag = `"${createHash('md5').update(JSON.stringify(kaal)).digest('hex')}"`;
  res.set('ETag', etag);
  const gezien = (req.get('if-none-match') ?? '').split(',').map((deel) => deel.trim().replace(/^W\//, ''));
  if (gezien.includes(etag) || gezien.includes('*')) {
    res.removeHeader('API-version');
    res.status(304).end();
    return;
  }
  stuur(req, res, lichaam);
}

/** What no route took: Django answers with a page, not with a refusal of the API. */
export const geenRoute: RequestHandler = (_req, res) => {
  res.removeHeader('API-version');
  res.status(404).type('html').send(GEEN_PAGINA);
};

/** Django's paths end where their name ends; with a slash behind it there is no such page. */
export const geenSlashErachter: RequestHandler = (req, res, next) => {
  if (req.path !== '/' && req.path.endsWith('/')) void geenRoute(req, res, next);
  else next();
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
  if (isDownload(req)) {
    // Django's renderer of downloads has only its own name to say.
    res.status(bekend.status).type('application/octet-stream').send(Buffer.from('application/octet-stream'));
    return;
  }
  stuurJson(res, bekend.lichaam(basisVan(req)), bekend.status);
};
