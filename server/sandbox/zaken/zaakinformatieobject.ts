import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { verplichteVerwijzing, verwijzing } from '../filters.ts';
import { ongeldigGeheel } from '../http/fout.ts';
import { lichaamVan } from '../http/lichaam.ts';
import type { Kern } from '../kern.ts';
import { datumtijd, keur, url, vrijeTekst } from '../keur.ts';
import { rijOf404 } from '../register.ts';
import { volledig } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { legVast, stuurGemaakt } from '../schrijven.ts';
import { alsUtc } from '../tijd.ts';
import { padVan, tekstVan } from '../typen.ts';
import type { Rij } from '../typen.ts';
import { eisTeArchiveren, eisZaak, ONBEKENDE_DIENST, slechteUrl } from './gemeenschappelijk.ts';

const LEEG = {
  informatieobject: '',
  zaak: '',
  aardRelatieWeergave: 'Hoort bij, omgekeerd: kent',
  titel: '',
  beschrijving: '',
  registratiedatum: '2020-01-01T00:00:00Z',
  vernietigingsdatum: null,
  status: null,
};

/** A bare array, newest first. */
export const zaakinformatieobjecten: Resource = {
  tabel: 'zaken/zaakinformatieobjecten',
  paginering: 'geen',
  etag: true,
  filters: { zaak: verplichteVerwijzing('zaak'), informatieobject: verwijzing('informatieobject') },
  toon: (rij) => {
    const getoond = volledig('zaken/zaakinformatieobjecten', rij, LEEG);
    return { ...getoond, registratiedatum: alsUtc(tekstVan(getoond['registratiedatum'])) };
  },
};

const invoer = z.object({
  informatieobject: url.refine((verwijzing) => verwijzing.startsWith('/'), ONBEKENDE_DIENST),
  titel: vrijeTekst(200),
  beschrijving: z.string().default(''),
  vernietigingsdatum: datumtijd.nullable().default(null),
  status: url.nullable().default(null),
});

export function zaakinformatieobjectSchrijven(kern: Kern): Router {
  const { opslag } = kern;
  const router = Router();
  const melding = {
    resource: zaakinformatieobjecten,
    naam: 'zaakinformatieobject',
    kanaal: 'zaken',
  } as const;
  router.post('/zaakinformatieobjecten', async (req, res) => {
    const lichaam = lichaamVan(req);
    const zaak = eisZaak(opslag, lichaam);
    const zaakPad = padVan('zaken/zaken', zaak.uuid);
    const zio = keur(invoer, lichaam);
    const document = opslag.achter('documenten/enkelvoudiginformatieobjecten', zio.informatieobject);
    if (!document) throw slechteUrl('informatieobject', zio.informatieobject);
    const bestaand = opslag.tabel('zaken/zaakinformatieobjecten').op('zaak', zaakPad);
    if (bestaand.some((ander) => ander['informatieobject'] === zio.informatieobject)) {
      throw ongeldigGeheel('unique', 'De velden zaak, informatieobject moeten een unieke set zijn.');
    }
    const typen = opslag
      .tabel('catalogi/zaaktype-informatieobjecttypen')
      .op('zaaktype', tekstVan(zaak['zaaktype']));
    if (!typen.some((type) => type['informatieobjecttype'] === document['informatieobjecttype'])) {
      throw ongeldigGeheel(
        'missing-zaaktype-informatieobjecttype-relation',
        'Het informatieobjecttype hoort niet bij het zaaktype van de zaak.',
      );
    }
    eisTeArchiveren(zaak);
    const registratiedatum = alsUtc(kern.klok().toISOString());
    const na: Rij = { uuid: randomUUID(), zaak: zaakPad, ...zio, registratiedatum };
    const relatie = {
      uuid: randomUUID(),
      informatieobject: zio.informatieobject,
      object: zaakPad,
      objectType: 'zaak',
    };
    const ook = [{ tabel: 'documenten/objectinformatieobjecten', rij: relatie }] as const;
    stuurGemaakt(
      req,
      res,
      await legVast(req, kern, { ...melding, hoofd: zaakPad, actie: 'create', na, ook }),
    );
  });
  router.delete('/zaakinformatieobjecten/:uuid', async (req, res) => {
    const voor = rijOf404(req, opslag, 'zaken/zaakinformatieobjecten');
    const hoofd = tekstVan(voor['zaak']);
    const ook = opslag
      .tabel('documenten/objectinformatieobjecten')
      .op('object', hoofd)
      .filter((relatie) => relatie['informatieobject'] === voor['informatieobject'])
      .map((relatie) => ({ tabel: 'documenten/objectinformatieobjecten', weg: relatie.uuid }) as const);
    // Open Zaak announces the making of a ZIO only.
    await legVast(req, kern, { ...melding, hoofd, actie: 'destroy', voor, ook, stil: true });
    res.status(204).end();
  });
  return router;
}
