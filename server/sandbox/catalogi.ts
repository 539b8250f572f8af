/** Catalogi API 1.3.1 as Open Zaak 1.30, reading only: the sandbox's zaaktypen are fixed. */
import { Router } from 'express';
import { besluittypen } from './catalogi/besluittypen.ts';
import { catalogussen } from './catalogi/catalogussen.ts';
import { eigenschappen } from './catalogi/eigenschappen.ts';
import { informatieobjecttypen, zaaktypeInformatieobjecttypen } from './catalogi/informatieobjecttypen.ts';
import { resultaattypen } from './catalogi/resultaattypen.ts';
import { roltypen } from './catalogi/roltypen.ts';
import { statustypen } from './catalogi/statustypen.ts';
import { zaaktypen } from './catalogi/zaaktypen.ts';
import type { Kern } from './kern.ts';
import { andereMethoden, leesRouter } from './register.ts';

const RESOURCES = [
  catalogussen,
  zaaktypen,
  statustypen,
  resultaattypen,
  roltypen,
  informatieobjecttypen,
  zaaktypeInformatieobjecttypen,
  eigenschappen,
  besluittypen,
];

export function catalogiApi(kern: Kern): Router {
  kern.ken(...RESOURCES);
  const router = Router();
  for (const resource of RESOURCES) router.use(leesRouter(kern, resource));
  router.use(andereMethoden(...RESOURCES));
  return router;
}
