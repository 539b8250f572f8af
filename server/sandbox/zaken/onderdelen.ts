/** What is read under a zaak: its audit trail and its besluiten. Bare arrays. */
import { Router } from 'express';
import { stuur } from '../http/antwoord.ts';
import { nietGevonden } from '../http/fout.ts';
import type { Kern } from '../kern.ts';
import { rijOf404 } from '../register.ts';
import { padVan } from '../typen.ts';

/** Audit lines of one main object, oldest first. */
export function audittrail(
  kern: Kern,
  pad: string,
  tabel: 'zaken/zaken' | 'documenten/enkelvoudiginformatieobjecten' | 'besluiten/besluiten',
): Router {
  const router = Router();
  router.get(`/${pad}/:uuid/audittrail`, (req, res) => {
    const hoofd = padVan(tabel, rijOf404(req, kern.opslag, tabel).uuid);
    stuur(req, res, kern.opslag.tabel('zaken/audittrail').op('hoofdObject', hoofd));
  });
  router.get(`/${pad}/:uuid/audittrail/:regel`, (req, res) => {
    const hoofd = padVan(tabel, rijOf404(req, kern.opslag, tabel).uuid);
    const regel = kern.opslag.tabel('zaken/audittrail').get(req.params['regel']);
    if (regel?.['hoofdObject'] !== hoofd) throw nietGevonden();
    stuur(req, res, regel);
  });
  return router;
}

export function zaakbesluiten(kern: Kern): Router {
  const router = Router();
  router.get('/zaken/:uuid/besluiten', (req, res) => {
    const zaak = padVan('zaken/zaken', rijOf404(req, kern.opslag, 'zaken/zaken').uuid);
    const besluiten = kern.opslag.tabel('besluiten/besluiten').op('zaak', zaak).reverse();
    stuur(
      req,
      res,
      besluiten.map(({ uuid }) => ({
        url: `${zaak}/besluiten/${uuid}`,
        uuid,
        besluit: padVan('besluiten/besluiten', uuid),
      })),
    );
  });
  return router;
}
