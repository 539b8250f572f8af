import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { z } from 'zod';
import { leesParam } from '../http/validate.ts';
import { wie } from '../http/wie.ts';
import type { Deps } from '../services/deps.ts';
import * as documenten from '../services/documenten.ts';

const DocumentId = z.string().regex(/^[a-z0-9-]{1,40}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
/** What a browser may show by itself; all else is saved, so that no document runs as a page of ours. */
const TOONBAAR = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/plain']);

export function documentRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/:id/inhoud', async (req, res) => {
    const { document, bestand } = await documenten.open(deps, wie(req), leesParam(req, 'id', DocumentId));
    const soort = document.formaat === '' ? bestand.soort : document.formaat;
    res.status(200);
    res.attachment(document.bestandsnaam === '' ? document.titel : document.bestandsnaam);
    if (TOONBAAR.has(soort))
      res.set('Content-Disposition', String(res.get('Content-Disposition')).replace('attachment', 'inline'));
    res.type(TOONBAAR.has(soort) ? soort : 'application/octet-stream');
    res.set('Content-Security-Policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'");
    if (bestand.omvang !== null) res.set('Content-Length', String(bestand.omvang));
    await pipeline(bestand.inhoud, res);
  });
  return router;
}
