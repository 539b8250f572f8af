/** Documenten API 1.4.2 as Open Zaak 1.30: reading, download, making and changing; no large uploads in parts. */
import { Router } from 'express';
import {
  enkelvoudiginformatieobjecten,
  objectinformatieobjecten,
} from './documenten/enkelvoudiginformatieobject.ts';
import { stuurBestand } from './documenten/download.ts';
import { heeftBestand } from './documenten/inhoud.ts';
import { documentSchrijven } from './documenten/schrijven.ts';
import { nietAanvaardbaar, nietGevonden } from './http/fout.ts';
import { parametersVan } from './http/parameters.ts';
import type { Kern } from './kern.ts';
import { andereMethoden, leesRouter, rijOf404 } from './register.ts';
import { audittrail } from './zaken/onderdelen.ts';

export function documentenApi(kern: Kern): Router {
  const resources = [enkelvoudiginformatieobjecten, objectinformatieobjecten];
  kern.ken(...resources);
  const router = Router();
  router.use(documentSchrijven(kern));
  // Open Zaak gives octet-stream whatever the formaat, and a name of its storage instead of the bestandsnaam.
  router.get('/enkelvoudiginformatieobjecten/:uuid/download', (req, res) => {
    if (!req.accepts('application/octet-stream')) {
      throw nietAanvaardbaar('Kan niet voldoen aan de opgegeven Accept header.');
    }
    const document = rijOf404(req, kern.opslag, 'documenten/enkelvoudiginformatieobjecten');
    if (!heeftBestand(document)) {
      res.status(204).end();
      return;
    }
    const versie = parametersVan(req).get('versie') ?? '';
    if (versie !== '' && Number(versie) > Number(document['versie'] ?? 1)) throw nietGevonden();
    res.set('Content-Disposition', `attachment; filename="${document.uuid}.bin"`);
    stuurBestand(req, res, document);
  });
  router.use(audittrail(kern, 'enkelvoudiginformatieobjecten', 'documenten/enkelvoudiginformatieobjecten'));
  for (const resource of resources) router.use(leesRouter(kern, resource));
  router.use(andereMethoden(...resources));
  return router;
}
