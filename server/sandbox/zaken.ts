/** Zaken API 1.5.1 as Open Zaak 1.30 serves it, with its experimental substatussen. */
import { Router } from 'express';
import { crs } from './http/crs.ts';
import type { Kern } from './kern.ts';
import { andereMethoden, leesRouter } from './register.ts';
import { handelingen } from './zaken/handelingen.ts';
import { audittrail, zaakbesluiten } from './zaken/onderdelen.ts';
import { resultaatSchrijven, resultaten } from './zaken/resultaat.ts';
import { rolSchrijven } from './zaken/rol-schrijven.ts';
import { rollen } from './zaken/rol.ts';
import { statusSchrijven, statussen } from './zaken/status.ts';
import { substatusSchrijven, substatussen } from './zaken/substatus.ts';
import { zaakSchrijven } from './zaken/zaak-schrijven.ts';
import { zaken } from './zaken/zaak.ts';
import { zaakeigenschapRouter, zaakeigenschappen } from './zaken/zaakeigenschap.ts';
import { zaakinformatieobjectSchrijven, zaakinformatieobjecten } from './zaken/zaakinformatieobject.ts';
import { zaakobjecten } from './zaken/zaakobject.ts';
import { zoekRouter } from './zaken/zoek.ts';

const ZONDER_CRS = [statussen, substatussen, rollen, resultaten, zaakinformatieobjecten, zaakobjecten];

export function zakenApi(kern: Kern): Router {
  kern.ken(zaken, zaakeigenschappen, ...ZONDER_CRS);
  const router = Router();
  router.use(audittrail(kern, 'zaken', 'zaken/zaken'), zaakbesluiten(kern), zaakeigenschapRouter(kern));
  // Only zaken themselves have a geometry, and so a CRS.
  router.use('/zaken', crs);
  router.use(zoekRouter(kern), zaakSchrijven(kern), leesRouter(kern, zaken));
  router.use(statusSchrijven(kern), substatusSchrijven(kern), resultaatSchrijven(kern), rolSchrijven(kern));
  router.use(zaakinformatieobjectSchrijven(kern), handelingen(kern));
  for (const resource of ZONDER_CRS) router.use(leesRouter(kern, resource));
  router.use(andereMethoden(zaken, ...ZONDER_CRS));
  return router;
}
