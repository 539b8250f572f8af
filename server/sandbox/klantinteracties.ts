/** Klantinteracties API 0.9 as Open Klant 2.18: what a console reads and writes of partijen and klantcontacten. */
import { Router } from 'express';
import type { ErrorRequestHandler } from 'express';
import { andereMethode } from './http/antwoord.ts';
import type { Kern } from './kern.ts';
import { actoren } from './klantinteracties/actoren.ts';
import { actorklantcontacten } from './klantinteracties/actorklantcontacten.ts';
import { betrokkenen } from './klantinteracties/betrokkenen.ts';
import { bronRouter } from './klantinteracties/bron.ts';
import { digitaleadressen } from './klantinteracties/digitaleadressen.ts';
import { inEigenWoorden } from './klantinteracties/fout.ts';
import { internetaken } from './klantinteracties/internetaken.ts';
import { klantcontacten } from './klantinteracties/klantcontacten.ts';
import { maakKlantcontactRouter } from './klantinteracties/maak-klantcontact.ts';
import { cascadeRouter, onderwerpobjecten } from './klantinteracties/onderwerpobjecten.ts';
import { partijIdentificatoren } from './klantinteracties/partij-identificatoren.ts';
import { partijen } from './klantinteracties/partijen.ts';
import { andereMethoden } from './register.ts';

const BRONNEN = [
  partijen,
  partijIdentificatoren,
  klantcontacten,
  betrokkenen,
  onderwerpobjecten,
  actoren,
  actorklantcontacten,
  internetaken,
  digitaleadressen,
];

const anders: ErrorRequestHandler = (fout: unknown, _req, _res, next) => {
  next(inEigenWoorden(fout));
};

export function klantinteractiesApi(kern: Kern): Router {
  kern.ken(...BRONNEN);
  const router = Router();
  router.use(cascadeRouter(kern));
  for (const bron of BRONNEN) router.use(bronRouter(kern, bron));
  router.use(maakKlantcontactRouter(kern));
  router.use(andereMethoden(...BRONNEN));
  router.all('/maak-klantcontact', andereMethode);
  router.use(anders);
  return router;
}
