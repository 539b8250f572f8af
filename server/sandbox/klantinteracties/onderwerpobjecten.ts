import { Router } from 'express';
import { z } from 'zod';
import { stuur } from '../http/antwoord.ts';
import { parametersVan } from '../http/parameters.ts';
import type { Kern } from '../kern.ts';
import { rijOf404 } from '../register.ts';
import { padVan } from '../typen.ts';
import { BRON } from './bron.ts';
import type { KlantBron } from './bron.ts';
import { opEigenVerwijzing, opIdentificator } from './filters.ts';
import { identificator, toonIdentificator, toonVerwijzing, uuidIn, wijstNaar } from './groepen.ts';
import type { OpslagWijziging } from './groepen.ts';
import { verwijzing } from './velden.ts';
import { verwijder } from './verwijder.ts';

const TABEL = 'klantinteracties/onderwerpobjecten';
const CONTACTEN = 'klantinteracties/klantcontacten';

export const onderwerpobjecten: KlantBron = {
  ...BRON,
  tabel: TABEL,
  naam: 'onderwerpobject',
  filters: {
    ...opIdentificator('onderwerpobjectidentificator'),
    ...opEigenVerwijzing('klantcontact'),
    ...opEigenVerwijzing('wasKlantcontact'),
  },
  schema: (opslag) =>
    z.object({
      klantcontact: verwijzing(opslag, CONTACTEN, 'Klantcontact').nullish(),
      wasKlantcontact: verwijzing(opslag, CONTACTEN, 'Klantcontact').nullish(),
      onderwerpobjectidentificator: identificator,
    }),
  leeg: () => ({}),
  toon: (rij) => ({
    uuid: rij.uuid,
    url: padVan(TABEL, rij.uuid),
    klantcontact: toonVerwijzing(CONTACTEN, rij['klantcontact']),
    wasKlantcontact: toonVerwijzing(CONTACTEN, rij['wasKlantcontact']),
    onderwerpobjectidentificator: toonIdentificator(rij['onderwerpobjectidentificator']),
  }),
};

/**
 * `DELETE /onderwerpobjecten/{uuid}?cascade=true`: its klantcontacten go too, but for those that are about another
 * object as well; these are answered under `behouden`.
 */
export function cascadeRouter({ opslag }: Kern): Router {
  const router = Router();
  router.delete('/onderwerpobjecten/:uuid', async (req, res, next) => {
    if (parametersVan(req).get('cascade')?.toLowerCase() !== 'true') {
      next();
      return;
    }
    const rij = rijOf404(req, opslag, TABEL);
    const contacten = [...new Set([uuidIn(rij['klantcontact']), uuidIn(rij['wasKlantcontact'])])].filter(
      Boolean,
    );
    const ookAnders = (contact: string): boolean =>
      ['klantcontact', 'wasKlantcontact'].some((veld) =>
        wijstNaar(opslag, TABEL, veld, contact).some(({ uuid }) => uuid !== rij.uuid),
      );
    const behouden = contacten.filter(ookAnders);
    const weg = contacten.filter((contact) => !behouden.includes(contact));
    // Addresses that only a betrokkene of a lost contact had given go with it.
    const adressen = weg
      .flatMap((contact) => wijstNaar(opslag, 'klantinteracties/betrokkenen', 'hadKlantcontact', contact))
      .flatMap(({ uuid }) =>
        wijstNaar(opslag, 'klantinteracties/digitaleadressen', 'verstrektDoorBetrokkene', uuid),
      )
      .filter((adres) => uuidIn(adres['verstrektDoorPartij']) === '');
    const wijzigingen: OpslagWijziging[] = [
      ...weg.flatMap((contact) => verwijder(opslag, CONTACTEN, contact)),
      ...adressen.flatMap(({ uuid }) => verwijder(opslag, 'klantinteracties/digitaleadressen', uuid)),
      { tabel: TABEL, weg: rij.uuid },
    ];
    await opslag.leg(wijzigingen);
    stuur(req, res, { behouden: behouden.map((contact) => padVan(CONTACTEN, contact)) });
  });
  return router;
}
