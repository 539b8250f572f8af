/** Open Zaak's convenience endpoints (experimental): one transaction each, a status always with it. */
import { Router } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import { stuur } from '../http/antwoord.ts';
import { ongeldig, ongeldigVeld } from '../http/fout.ts';
import { lichaamVan } from '../http/lichaam.ts';
import type { Kern } from '../kern.ts';
import { keur } from '../keur.ts';
import { rijOf404 } from '../register.ts';
import { legVast } from '../schrijven.ts';
import { padVan } from '../typen.ts';
import type { JsonObject } from '../typen.ts';
import { bereidResultaatVoor } from './resultaat.ts';
import { bereidStatusVoor, statusInvoer } from './status.ts';
import { opschortingInvoer, verlengingInvoer, zaakWijziging } from './zaak-invoer.ts';
import type { ZaakWijziging } from './zaak-invoer.ts';
import { gewijzigdeZaak } from './zaak-schrijven.ts';
import { zaken } from './zaak.ts';

const los = z.record(z.string(), z.json());
const melding = { resource: zaken, naam: 'zaak', kanaal: 'zaken', actie: 'partial_update' } as const;

export function handelingen(kern: Kern): Router {
  const router = Router();

  /** Changes the zaak and sets a status that may not close it. */
  const metStatus = (pad: string, lees: (zaak: JsonObject) => ZaakWijziging): void => {
    router.post(`/${pad}/:uuid`, async (req, res) => {
      const voor = rijOf404(req, kern.opslag, 'zaken/zaken');
      const lichaam = keur(z.object({ zaak: los, status: los }), lichaamVan(req));
      const gewijzigd = gewijzigdeZaak(
        kern,
        voor,
        onder('zaak', () => lees(lichaam.zaak)),
      );
      const status = onder('status', () =>
        bereidStatusVoor(kern, gewijzigd, keur(statusInvoer, lichaam.status)),
      );
      if (status.eind) {
        const reden = 'Het is niet toegestaan om een zaak te sluiten via deze endpoint';
        throw ongeldigVeld('status.nonFieldErrors', 'eindstatus-not-allowed', reden);
      }
      const getoond = await legVast(req, kern, status);
      stuur(req, res, { zaak: await meldZaak(req, voor.uuid), status: getoond });
    });
  };
  metStatus('zaak_opschorten', (zaak) => keur(z.object({ opschorting: opschortingInvoer }), zaak));
  metStatus('zaak_verlengen', (zaak) => keur(z.object({ verlenging: verlengingInvoer }), zaak));

  router.post('/zaak_afsluiten/:uuid', async (req, res) => {
    const voor = rijOf404(req, kern.opslag, 'zaken/zaken');
    const lichaam = keur(z.object({ zaak: los.default({}), resultaat: los, status: los }), lichaamVan(req));
    const gewijzigd = gewijzigdeZaak(
      kern,
      voor,
      onder('zaak', () => keur(zaakWijziging, lichaam.zaak)),
    );
    const resultaat = onder('resultaat', () => bereidResultaatVoor(kern, voor, lichaam.resultaat));
    const invoer = onder('status', () => keur(statusInvoer, lichaam.status));
    // The end status looks for the resultaat: shown to it in memory, written with it in one line.
    const tabel = kern.opslag.tabel('zaken/resultaten');
    tabel.zet(resultaat.na);
    let status;
    try {
      status = onder('status', () => bereidStatusVoor(kern, gewijzigd, invoer));
      if (!status.eind) {
        const reden = 'De status moet een eindstatus zijn voor deze actie.';
        throw ongeldigVeld('status.nonFieldErrors', 'eindstatus-required', reden);
      }
    } finally {
      tabel.verwijder(resultaat.na.uuid);
    }
    const rij = { tabel: 'zaken/resultaten', rij: resultaat.na } as const;
    const getoond = await legVast(req, kern, { ...status, ook: [rij, ...(status.ook ?? [])] });
    stuur(req, res, {
      zaak: await meldZaak(req, voor.uuid),
      resultaat: resultaat.resource.toon(resultaat.na, kern.opslag),
      status: getoond,
    });
  });

  /** Audit line and notificatie of the zaak itself, which the status' transaction has changed already. */
  const meldZaak = (req: Request, uuid: string): Promise<JsonObject> => {
    const na = kern.opslag.achter('zaken/zaken', padVan('zaken/zaken', uuid));
    return na ? legVast(req, kern, { ...melding, na }) : Promise.resolve({});
  };
  return router;
}

/** Refusals of a part carry its name before theirs. */
function onder<T>(deel: string, doe: () => T): T {
  try {
    return doe();
  } catch (fout) {
    if (!(fout instanceof Error) || !('delen' in fout)) throw fout;
    const { invalidParams = [] } = fout.delen as { invalidParams?: Parameters<typeof ongeldig> };
    throw ongeldig(...invalidParams.map((p) => ({ ...p, name: `${deel}.${p.name}` })));
  }
}
