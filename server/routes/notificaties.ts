import { createHash, timingSafeEqual } from 'node:crypto';
import express, { Router } from 'express';
import { z } from 'zod';
import { fout } from '../fouten.ts';
import { leesBody } from '../http/validate.ts';
import type { Deps } from '../services/deps.ts';
import { ontvang } from '../services/notificaties.ts';

/** The consumer webhook of the Notificaties API 1.0; extra keys are ignored, kenmerken are never kept. */
const Notificatie = z.object({
  kanaal: z.string().min(1).max(50),
  hoofdObject: z.url().max(1000),
  resource: z.string().min(1).max(100),
  resourceUrl: z.url().max(1000),
  actie: z.string().min(1).max(100),
  // OneGround sends no zone and means UTC (docs/STANDAARDEN.md, Notificaties).
  aanmaakdatum: z.union([
    z.iso.datetime({ offset: true }),
    z.iso.datetime({ local: true }).transform((tijd) => `${tijd}Z`),
  ]),
});

const vingerafdruk = (tekst: string): Buffer => createHash('sha256').update(tekst).digest();

/** 204 only after the row is committed: the register repeats what got no 2xx. */
export function notificatieRoutes(deps: Deps, verwacht: string): Router {
  const goed = vingerafdruk(verwacht);
  const router = Router();
  // Who may not call is not read at all.
  router.post('/', (req, _res, next) => {
    if (!timingSafeEqual(vingerafdruk(req.get('Authorization') ?? ''), goed)) throw fout('webhook_geweigerd');
    next();
  });
  router.post('/', express.json({ limit: '64kb' }), async (req, res) => {
    await ontvang(deps, leesBody(req, Notificatie));
    res.status(204).end();
  });
  return router;
}
