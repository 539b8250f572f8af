import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { verplichteVerwijzing, verwijzing } from '../filters.ts';
import { ongeldigVeld } from '../http/fout.ts';
import { lichaamVan } from '../http/lichaam.ts';
import { stuur } from '../http/antwoord.ts';
import type { Kern } from '../kern.ts';
import { keur, url, vrijeTekst } from '../keur.ts';
import { rijOf404 } from '../register.ts';
import { volledig } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { legVast, stuurGemaakt } from '../schrijven.ts';
import type { Schrijven } from '../schrijven.ts';
import { padVan, tekstVan } from '../typen.ts';
import type { JsonObject, Rij } from '../typen.ts';
import { eisTeArchiveren, eisTypeVanZaak, eisZaak } from './gemeenschappelijk.ts';

export const resultaten: Resource = {
  tabel: 'zaken/resultaten',
  paginering: 'pageSize',
  etag: true,
  filters: { zaak: verplichteVerwijzing('zaak'), resultaattype: verwijzing('resultaattype') },
  toon: (rij) => volledig('zaken/resultaten', rij, { zaak: '', resultaattype: '', toelichting: '' }),
};

const resultaatInvoer = z.object({ resultaattype: url, toelichting: vrijeTekst(1000) });

/** One resultaat a zaak, of its own zaaktype. */
export function bereidResultaatVoor(kern: Kern, zaak: Rij, lichaam: JsonObject): Schrijven & { na: Rij } {
  const invoer = keur(resultaatInvoer, lichaam);
  const zaakPad = padVan('zaken/zaken', zaak.uuid);
  eisTypeVanZaak(kern.opslag, 'resultaattype', 'catalogi/resultaattypen', invoer.resultaattype, zaak);
  if (kern.opslag.tabel('zaken/resultaten').op('zaak', zaakPad).length > 0) {
    throw ongeldigVeld('zaak', 'unique', 'Er bestaat al een resultaat met eenzelfde zaak.');
  }
  eisTeArchiveren(zaak);
  const na = { uuid: randomUUID(), zaak: zaakPad, ...invoer };
  return { resource: resultaten, naam: 'resultaat', kanaal: 'zaken', hoofd: zaakPad, actie: 'create', na };
}

export function resultaatSchrijven(kern: Kern): Router {
  const router = Router();
  router.post('/resultaten', async (req, res) => {
    const lichaam = lichaamVan(req);
    const zaak = eisZaak(kern.opslag, lichaam);
    stuurGemaakt(req, res, await legVast(req, kern, bereidResultaatVoor(kern, zaak, lichaam)));
  });
  router.put('/resultaten/:uuid', async (req, res) => {
    const voor = rijOf404(req, kern.opslag, 'zaken/resultaten');
    const na = { ...voor, ...keur(resultaatInvoer, lichaamVan(req)) };
    stuur(req, res, await legVast(req, kern, { ...melding(voor), actie: 'update', voor, na }));
  });
  router.patch('/resultaten/:uuid', async (req, res) => {
    const voor = rijOf404(req, kern.opslag, 'zaken/resultaten');
    const na = { ...voor, ...keur(resultaatInvoer, { ...voor, ...lichaamVan(req) }) };
    stuur(req, res, await legVast(req, kern, { ...melding(voor), actie: 'partial_update', voor, na }));
  });
  router.delete('/resultaten/:uuid', async (req, res) => {
    const voor = rijOf404(req, kern.opslag, 'zaken/resultaten');
    await legVast(req, kern, { ...melding(voor), actie: 'destroy', voor });
    res.status(204).end();
  });
  return router;
}

const melding = (rij: Rij) =>
  ({ resource: resultaten, naam: 'resultaat', kanaal: 'zaken', hoofd: tekstVan(rij['zaak']) }) as const;
