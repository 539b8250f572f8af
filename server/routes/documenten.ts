import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { z } from 'zod';
import { fout } from '../fouten.ts';
import { zetBestandskoppen } from '../http/bestandskoppen.ts';
import { leesParam } from '../http/validate.ts';
import { wie } from '../http/wie.ts';
import type { Deps } from '../services/deps.ts';
import * as documenten from '../services/documenten.ts';

const DocumentId = z.string().regex(/^[a-z0-9-]{1,40}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
/** A caller who takes no byte for this long (ms) has left, and may go on later where it stopped. */
const STIL_MS = 120_000;

export function documentRoutes(deps: Deps): Router {
  const router = Router();
  // HEAD comes here too.
  router.get('/:id/inhoud', async (req, res) => {
    const weg = new AbortController();
    res.on('close', () => weg.abort());
    const { document, etag, omvang, deel, inhoud } = await documenten.open(
      deps,
      wie(req),
      leesParam(req, 'id', DocumentId),
      {
        bereik: req.get('range') ?? null,
        mits: req.get('if-range') ?? null,
        zonderInhoud: req.method === 'HEAD',
        signal: weg.signal,
      },
    );
    res.set('Accept-Ranges', etag === null ? 'none' : 'bytes');
    if (deel === 'buiten') {
      res.set('Content-Range', `bytes */${String(omvang)}`);
      throw fout('buiten_bestand');
    }
    zetBestandskoppen(res, document);
    if (etag !== null) res.set('ETag', etag);
    if (deel !== null) {
      res.status(206).set('Content-Range', `bytes ${deel.van}-${deel.tot - 1}/${String(omvang)}`);
      res.set('Content-Length', String(deel.tot - deel.van));
    } else if (omvang !== null) res.set('Content-Length', String(omvang));
    if (inhoud === null) {
      res.end();
      return;
    }
    res.setTimeout(STIL_MS, () => res.destroy());
    try {
      await pipeline(inhoud, res);
    } catch (oorzaak) {
      // The connection is gone by now, so that nobody takes what came for the whole file.
      if (!documenten.isAfgebroken(deps, wie(req), oorzaak)) throw oorzaak;
    }
  });
  return router;
}
