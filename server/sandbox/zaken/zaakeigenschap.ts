import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { stuur, stuurMetEtag } from '../http/antwoord.ts';
import { nietGevonden } from '../http/fout.ts';
import { lichaamVan } from '../http/lichaam.ts';
import type { Kern } from '../kern.ts';
import { keur, url } from '../keur.ts';
import { rijOf404 } from '../register.ts';
import { volledig } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { legVast, stuurGemaakt } from '../schrijven.ts';
import { padVan, tekstVan } from '../typen.ts';
import type { Rij } from '../typen.ts';
import { eisTeArchiveren, eisTypeVanZaak } from './gemeenschappelijk.ts';

export const zaakeigenschappen: Resource = {
  tabel: 'zaken/zaakeigenschappen',
  paginering: 'geen',
  etag: true,
  filters: {},
  toon: (rij) =>
    volledig(
      'zaken/zaakeigenschappen',
      rij,
      { zaak: '', eigenschap: '', naam: '', waarde: '' },
      tekstVan(rij['zaak']),
    ),
};

const invoer = z.object({ eigenschap: url, waarde: z.string().min(1) });

/** Nested under the zaak: `/zaken/{uuid}/zaakeigenschappen`. */
export function zaakeigenschapRouter(kern: Kern): Router {
  const { opslag } = kern;
  const router = Router();
  router.get('/zaken/:uuid/zaakeigenschappen', (req, res) => {
    const zaak = rijOf404(req, opslag, 'zaken/zaken');
    const rijen = opslag
      .tabel('zaken/zaakeigenschappen')
      .op('zaak', padVan('zaken/zaken', zaak.uuid))
      .reverse();
    stuur(
      req,
      res,
      rijen.map((rij) => zaakeigenschappen.toon(rij, opslag)),
    );
  });
  router.get('/zaken/:uuid/zaakeigenschappen/:eigenschap', (req, res) => {
    const zaak = rijOf404(req, opslag, 'zaken/zaken');
    const rij = opslag.tabel('zaken/zaakeigenschappen').get(req.params.eigenschap);
    if (rij?.['zaak'] !== padVan('zaken/zaken', zaak.uuid)) throw nietGevonden();
    stuurMetEtag(req, res, zaakeigenschappen.toon(rij, opslag));
  });
  router.post('/zaken/:uuid/zaakeigenschappen', async (req, res) => {
    const zaak = rijOf404(req, opslag, 'zaken/zaken');
    const hoofd = padVan('zaken/zaken', zaak.uuid);
    const gekeurd = keur(invoer, lichaamVan(req));
    const eigenschap = eisTypeVanZaak(
      opslag,
      'eigenschap',
      'catalogi/eigenschappen',
      gekeurd.eigenschap,
      zaak,
    );
    eisTeArchiveren(zaak);
    const na: Rij = { uuid: randomUUID(), zaak: hoofd, ...gekeurd, naam: eigenschap['naam'] ?? '' };
    const melding = { resource: zaakeigenschappen, naam: 'zaakeigenschap', kanaal: 'zaken' } as const;
    stuurGemaakt(req, res, await legVast(req, kern, { ...melding, hoofd, actie: 'create', na }));
  });
  return router;
}
