import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { isEindstatus } from '../catalogi/statustypen.ts';
import { janee, verplichteVerwijzing, verwijzing } from '../filters.ts';
import { lichaamVan } from '../http/lichaam.ts';
import { ongeldigGeheel } from '../http/fout.ts';
import type { Kern } from '../kern.ts';
import { datumtijd, keur, url, vrijeTekst } from '../keur.ts';
import type { Opslag } from '../opslag.ts';
import { volledig } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { legVast, stuurGemaakt } from '../schrijven.ts';
import type { Schrijven } from '../schrijven.ts';
import { alsUtc, vergelijkMoment } from '../tijd.ts';
import { padVan, tekstVan } from '../typen.ts';
import type { Rij } from '../typen.ts';
import { heropen, sluit } from './afsluiting.ts';
import {
  eisNietInToekomst,
  eisTeArchiveren,
  eisTypeVanZaak,
  eisZaak,
  geenObject,
} from './gemeenschappelijk.ts';

const moment = (rij: Rij): string => tekstVan(rij['datumStatusGezet']);

/** Statuses of a zaak, latest first. */
export function statussenVan(opslag: Opslag, zaakPad: string): Rij[] {
  // Of two in one instant the one that came last wins.
  return opslag
    .tabel('zaken/statussen')
    .op('zaak', zaakPad)
    .reverse()
    .sort((a, b) => vergelijkMoment(moment(b), moment(a)));
}

const isLaatste = (rij: Rij, opslag: Opslag): boolean => {
  const zaak = rij['zaak'];
  const laatste = typeof zaak === 'string' ? statussenVan(opslag, zaak)[0] : undefined;
  return laatste !== undefined && vergelijkMoment(moment(laatste), moment(rij)) === 0;
};

const LEEG = { zaak: '', statustype: '', datumStatusGezet: '', statustoelichting: '', gezetdoor: null };

export const statussen: Resource = {
  tabel: 'zaken/statussen',
  paginering: 'pageSize',
  etag: true,
  filters: {
    zaak: verplichteVerwijzing('zaak'),
    statustype: verwijzing('statustype'),
    indicatieLaatstGezetteStatus: janee(isLaatste),
  },
  volgorde: (a, b) => vergelijkMoment(moment(b), moment(a)),
  toon: (rij, opslag) => ({
    ...volledig('zaken/statussen', rij, LEEG),
    datumStatusGezet: alsUtc(moment(rij)),
    indicatieLaatstGezetteStatus: isLaatste(rij, opslag),
    zaakinformatieobjecten: opslag
      .tabel('zaken/zaakinformatieobjecten')
      .op('status', padVan('zaken/statussen', rij.uuid))
      .map((zio) => padVan('zaken/zaakinformatieobjecten', zio.uuid)),
  }),
};

export const statusInvoer = z.object({
  statustype: url,
  datumStatusGezet: datumtijd,
  statustoelichting: vrijeTekst(1000),
  gezetdoor: url.nullable().default(null),
});
export type StatusInvoer = z.infer<typeof statusInvoer>;

/** Checks a new status and gives what is to be written: the status, and what it makes of the zaak. */
export function bereidStatusVoor(
  kern: Kern,
  zaak: Rij,
  invoer: StatusInvoer,
): Schrijven & { na: Rij; eind: boolean } {
  const { opslag } = kern;
  const zaakPad = padVan('zaken/zaken', zaak.uuid);
  const statustype = eisTypeVanZaak(opslag, 'statustype', 'catalogi/statustypen', invoer.statustype, zaak);
  eisNietInToekomst('datumStatusGezet', invoer.datumStatusGezet, kern.klok());
  const gezet = alsUtc(invoer.datumStatusGezet);
  if (statussenVan(opslag, zaakPad).some((ander) => vergelijkMoment(moment(ander), gezet) === 0)) {
    throw ongeldigGeheel('unique', 'De velden zaak, datum_status_gezet moeten een unieke set zijn.');
  }
  if (invoer.gezetdoor !== null) {
    const rol = opslag.achter('zaken/rollen', invoer.gezetdoor);
    if (!rol) throw geenObject('gezetdoor');
    if (rol['zaak'] !== zaakPad)
      throw ongeldigGeheel('zaak-mismatch', "De 'gezetdoor' rol hoort niet bij het zaak.");
  }
  eisTeArchiveren(zaak);
  const eind = isEindstatus(statustype, opslag);
  const zaakNa = eind ? sluit(opslag, zaak, invoer.datumStatusGezet) : heropen(opslag, zaak);
  const na: Rij = { uuid: randomUUID(), zaak: zaakPad, ...invoer, datumStatusGezet: gezet };
  const laatstGemuteerd = alsUtc(kern.klok().toISOString());
  return {
    resource: statussen,
    naam: 'status',
    kanaal: 'zaken',
    hoofd: zaakPad,
    actie: 'create',
    na,
    eind,
    ook: [{ tabel: 'zaken/zaken', rij: { ...zaakNa, laatstGemuteerd } }],
  };
}

export function statusSchrijven(kern: Kern): Router {
  const router = Router();
  router.post('/statussen', async (req, res) => {
    const lichaam = lichaamVan(req);
    const zaak = eisZaak(kern.opslag, lichaam);
    const status = keur(statusInvoer, lichaam);
    stuurGemaakt(req, res, await legVast(req, kern, bereidStatusVoor(kern, zaak, status)));
  });
  return router;
}
