import type { RequestHandler } from 'express';
import { isEigenHerkomst } from '../live/herkomst.ts';
import { fout } from '../fouten.ts';

const VEILIG = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Webhooks have a secret of their own and come from another machine. */
const WEBHOOKS = new Set(['/api/notificaties', '/api/telefonie/oproepen']);

/**
 * An unsafe call must carry our header and come from our own origin: PUBLIC_URL, or the Host where that is not set.
 * A browser sets Origin itself and no other site can add the header without a preflight, which we never answer.
 */
export function eisEigenHerkomst(publicUrl: string | undefined): RequestHandler {
  return (req, _res, next) => {
    if (VEILIG.has(req.method) || WEBHOOKS.has(req.path)) {
      next();
      return;
    }
    if (req.get('X-Requested-With') !== 'console' || !isEigenHerkomst(req, publicUrl)) {
      throw fout('verkeerde_herkomst');
    }
    next();
  };
}
