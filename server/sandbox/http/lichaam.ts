import type { IncomingMessage } from 'node:http';
import express from 'express';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { basisVan, relatief } from './adres.ts';
import { geenJson, mediaTypeOnbekend, teGroot } from './fout.ts';
import type { Json, JsonObject } from '../typen.ts';

/** Largest body; Open Zaak is commonly deployed behind a 4 GB limit, a KCC console sends no such thing. */
const MAX_LICHAAM = '20mb';

/** A chunked body is not read: WSGI goes by Content-Length, so the Django products see an empty one. */
const wordtGelezen = (vraag: IncomingMessage): boolean =>
  ['POST', 'PUT', 'PATCH', 'DELETE'].includes(vraag.method ?? '') &&
  vraag.headers['transfer-encoding'] === undefined;

const alleenJson: RequestHandler = (req, _res, next) => {
  const type = (req.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (Number(req.get('content-length') ?? 0) > 0 && type !== 'application/json') {
    throw mediaTypeOnbekend(req.get('content-type') ?? '');
  }
  next();
};

/** JSON bodies only (415 otherwise), to be had by `lichaamVan`. */
export const jsonLichaam: readonly RequestHandler[] = [
  alleenJson,
  express.json({ limit: MAX_LICHAAM, strict: false, type: wordtGelezen }),
];

/** Translates what `express.json` throws into the products' words. */
export const lichaamFouten: ErrorRequestHandler = (fout: unknown, _req, _res, next) => {
  const soort = typeof fout === 'object' && fout !== null && 'type' in fout ? fout.type : undefined;
  if (soort === 'entity.parse.failed') next(geenJson('Expecting value: line 1 column 1 (char 0)'));
  else if (soort === 'entity.too.large') next(teGroot());
  else next(fout);
};

const isObject = (waarde: Json): waarde is JsonObject =>
  waarde !== null && typeof waarde === 'object' && !Array.isArray(waarde);

/** The parsed body with our own URLs as paths. Throws 400 where it is no object. */
export function lichaamVan(req: Request): JsonObject {
  const rauw = (req.body ?? {}) as Json;
  if (!isObject(rauw)) {
    const soort = Array.isArray(rauw) ? 'list' : rauw === null ? 'NoneType' : typeof rauw;
    throw geenJson(`verwacht een object, kreeg ${soort}`);
  }
  return relatief(rauw, basisVan(req)) as JsonObject;
}
