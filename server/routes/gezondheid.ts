import { Router } from 'express';
import type { Registry } from 'prom-client';
import { fout } from '../fouten.ts';

/** live: the process answers. ready: the store answers and the first attempt to subscribe was made. */
export function gezondheidRoutes(gereed: () => Promise<boolean>): Router {
  const router = Router();
  router.get('/live', (_req, res) => {
    res.json({ status: 'ok' });
  });
  router.get('/ready', async (_req, res) => {
    if (!(await gereed())) throw fout('niet_gereed');
    res.json({ status: 'ok' });
  });
  return router;
}

/** `meet` brings the figures of the console itself up to date, before they are told. */
export function metriekRoutes(register: Registry, meet: () => Promise<void>): Router {
  const router = Router();
  router.get('/', async (_req, res) => {
    await meet();
    res.type(register.contentType).send(await register.metrics());
  });
  return router;
}
