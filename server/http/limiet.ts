import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { fout } from '../fouten.ts';

/** So many requests a minute: per medewerker, or per address where nobody is logged in. */
export function limiet(perMinuut: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinuut,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (req) => req.wie?.medewerker.id ?? ipKeyGenerator(req.ip ?? ''),
    handler: (_req, _res, next) => {
      next(fout('te_vaak'));
    },
  });
}
