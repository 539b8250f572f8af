import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';

const GEEN_NONCE = '<meta property="csp-nonce" content="" />';
const WEB = /^\/(?!api\/|auth\/|health\/|metrics|socket\.io)/;

/**
 * The built client. Every address that is not ours to answer gives its one page, with this request's nonce for the
 * styles that emotion writes; its hashed files may be kept for a year.
 */
export function clientRoutes(map: string): Router {
  const router = Router();
  const pagina = join(map, 'index.html');
  router.use(
    '/assets',
    express.static(join(map, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  router.use(express.static(map, { index: false, maxAge: '1h' }));
  router.get(WEB, (_req, res, next) => {
    if (!existsSync(pagina)) {
      next();
      return;
    }
    const html = readFileSync(pagina, 'utf8').replace(
      GEEN_NONCE,
      GEEN_NONCE.replace('""', `"${String(res.locals['nonce'])}"`),
    );
    res.set('Cache-Control', 'no-store').type('html').send(html);
  });
  return router;
}
