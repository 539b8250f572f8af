/** Besluiten API 1.1.0 as Open Zaak 1.30. */
import { Router } from 'express';
import { besluiten, besluitinformatieobjecten } from './besluiten/besluit.ts';
import { besluitSchrijven } from './besluiten/schrijven.ts';
import type { Kern } from './kern.ts';
import { andereMethoden, leesRouter } from './register.ts';
import { audittrail } from './zaken/onderdelen.ts';

export function besluitenApi(kern: Kern): Router {
  kern.ken(besluiten, besluitinformatieobjecten);
  const router = Router();
  router.use(besluitSchrijven(kern), audittrail(kern, 'besluiten', 'besluiten/besluiten'));
  router.use(leesRouter(kern, besluiten), leesRouter(kern, besluitinformatieobjecten));
  router.use(andereMethoden(besluiten, besluitinformatieobjecten));
  return router;
}
