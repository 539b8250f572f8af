import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { keuze, tijdstip, verplichteVerwijzing } from '../filters.ts';
import { ongeldigGeheel, ongeldigVeld } from '../http/fout.ts';
import { lichaamVan } from '../http/lichaam.ts';
import type { Kern } from '../kern.ts';
import { datumtijd, keur, tekst, url } from '../keur.ts';
import { volledig } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { legVast, stuurGemaakt } from '../schrijven.ts';
import { alsUtc, vergelijkMoment } from '../tijd.ts';
import { padVan, tekstVan } from '../typen.ts';
import type { Rij } from '../typen.ts';
import { eisNietInToekomst, eisZaak, geenObject } from './gemeenschappelijk.ts';
import { statussenVan } from './status.ts';

const DOELGROEP = ['betrokkenen', 'intern'] as const;
const moment = (rij: Rij): string => tekstVan(rij['tijdstip']);

/** Experimental in Open Zaak: no change, no delete, no pageSize, no ETag, newest first. */
export const substatussen: Resource = {
  tabel: 'zaken/substatussen',
  paginering: 'page',
  etag: false,
  filters: {
    zaak: verplichteVerwijzing('zaak'),
    status: verplichteVerwijzing('status'),
    doelgroep: keuze('doelgroep', DOELGROEP),
    tijdstip__gt: tijdstip('tijdstip', 'gt'),
    tijdstip__gte: tijdstip('tijdstip', 'gte'),
    tijdstip__lt: tijdstip('tijdstip', 'lt'),
    tijdstip__lte: tijdstip('tijdstip', 'lte'),
  },
  volgorde: (a, b) => vergelijkMoment(moment(b), moment(a)),
  toon: (rij) => ({
    ...volledig('zaken/substatussen', rij, {
      zaak: '',
      status: null,
      omschrijving: '',
      doelgroep: 'betrokkenen',
    }),
    tijdstip: alsUtc(moment(rij)),
  }),
};

const invoer = z.object({
  status: url.nullish(),
  omschrijving: tekst(200),
  tijdstip: datumtijd.optional(),
  // Left out it is for the citizen to see; blank is allowed and stays blank.
  doelgroep: z.enum([...DOELGROEP, '']).default('betrokkenen'),
});

const GEEN_STATUS =
  'No status was provided and the case has no associated status. ' +
  'A substatus can only be created if there is at least one status.';

export function substatusSchrijven(kern: Kern): Router {
  const router = Router();
  router.post('/substatussen', async (req, res) => {
    const { opslag } = kern;
    const lichaam = lichaamVan(req);
    const zaakPad = padVan('zaken/zaken', eisZaak(opslag, lichaam).uuid);
    const gekeurd = keur(invoer, lichaam);
    const status = kiesStatus(kern, zaakPad, gekeurd.status ?? undefined);
    if (gekeurd.tijdstip !== undefined) eisNietInToekomst('tijdstip', gekeurd.tijdstip, kern.klok());
    const na: Rij = {
      uuid: randomUUID(),
      zaak: zaakPad,
      status,
      omschrijving: gekeurd.omschrijving,
      tijdstip: alsUtc(gekeurd.tijdstip ?? kern.klok().toISOString()),
      doelgroep: gekeurd.doelgroep,
    };
    const wat = {
      resource: substatussen,
      naam: 'substatus',
      kanaal: 'zaken',
      hoofd: zaakPad,
      actie: 'create',
      na,
    } as const;
    stuurGemaakt(req, res, await legVast(req, kern, wat));
  });
  return router;
}

function kiesStatus(kern: Kern, zaakPad: string, gevraagd: string | undefined): string {
  if (gevraagd === undefined) {
    const laatste = statussenVan(kern.opslag, zaakPad)[0];
    if (!laatste) throw ongeldigVeld('status', 'invalid', GEEN_STATUS);
    return padVan('zaken/statussen', laatste.uuid);
  }
  const status = kern.opslag.achter('zaken/statussen', gevraagd);
  if (!status) throw geenObject('status');
  if (status['zaak'] !== zaakPad) {
    throw ongeldigGeheel('zaak-status-mismatch', 'De opgegeven `status` hoort niet bij de opgegeven `zaak`.');
  }
  return gevraagd;
}
