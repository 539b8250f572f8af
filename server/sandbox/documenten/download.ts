import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Rij } from '../typen.ts';
import { inhoudVan } from './inhoud.ts';

/**
 * The bytes as Open Zaak gives them: its nginx sends the file (X-Accel-Redirect), so without the API's own headers, with
 * a strong ETag, and the part that a Range of one part asks for. More parts at once it does not get from us: those get the whole, as a server may.
 */
export function stuurBestand(req: Request, res: Response, document: Rij): void {
  const inhoud = inhoudVan(document);
  const etag = `"${createHash('md5').update(inhoud).digest('hex')}"`;
  res.removeHeader('API-version');
  res.type('application/octet-stream').set({ ETag: etag, 'Accept-Ranges': 'bytes' });
  if (req.get('if-none-match') === etag) {
    res.status(304).end();
    return;
  }
  const mits = req.get('if-range');
  const bereik = mits === undefined || mits === etag ? req.range(inhoud.length) : undefined;
  if (bereik === -1) {
    res.status(416).set('Content-Range', `bytes */${inhoud.length}`).end();
    return;
  }
  const deel =
    Array.isArray(bereik) && bereik.type === 'bytes' && bereik.length === 1 ? bereik[0] : undefined;
  if (deel === undefined) {
    res.set('Content-Length', String(inhoud.length)).end(inhoud);
    return;
  }
  res.status(206).set('Content-Range', `bytes ${deel.start}-${deel.end}/${inhoud.length}`);
  res.set('Content-Length', String(deel.end - deel.start + 1)).end(inhoud.subarray(deel.start, deel.end + 1));
}
