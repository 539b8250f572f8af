import { Router } from 'express';
import { z } from 'zod';
import { lijstVraag } from '../../shared/contracts/lijst.ts';
import { NieuweStatus, NieuweSubstatus, ZaakId } from '../../shared/contracts/zaak.ts';
import { magSleutel } from '../http/idempotentie.ts';
import { stuurLijst } from '../http/lijst.ts';
import { leesBody, leesParam, leesQuery } from '../http/validate.ts';
import { wie } from '../http/wie.ts';
import type { Deps } from '../services/deps.ts';
import * as statussen from '../services/statussen.ts';
import * as substatussen from '../services/substatussen.ts';
import * as zaken from '../services/zaken.ts';

const FILTER = {
  open: z.boolean().optional(),
  afdeling: z.string().max(80).optional(),
  zaaktype: z.string().max(100).optional(),
  groep: z.enum(['te_laat', 'deze_week', 'later']).optional(),
  zaaknummer: z.string().max(40).optional(),
  /** Only of the medewerker's own afdelingen. */
  mijn: z.boolean().optional(),
};
const Vraag = lijstVraag(['urgentie', 'startdatum', 'verwachteEinddatum', 'zaaknummer'], FILTER);
const Telvraag = lijstVraag(['urgentie'], FILTER).pick({ filter: true });

export function zaakRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    const { sort = ['urgentie', 'ASC'] as const, range, filter = {} } = leesQuery(req, Vraag);
    const { rijen, totaal } = await zaken.lijst(deps, wie(req), { sort, range, filter });
    stuurLijst(res, 'zaken', rijen, range[0], totaal);
  });
  router.get('/:id', async (req, res) => {
    res.json(await zaken.lees(deps, wie(req), leesParam(req, 'id', ZaakId)));
  });
  router.post('/:id/statussen', async (req, res) => {
    const id = leesParam(req, 'id', ZaakId);
    const nieuw = leesBody(req, NieuweStatus);
    res.status(201).json(await statussen.zet(deps, wie(req), id, nieuw, magSleutel(req)));
  });
  router.post('/:id/substatussen', async (req, res) => {
    const id = leesParam(req, 'id', ZaakId);
    const nieuw = leesBody(req, NieuweSubstatus);
    res.status(201).json(await substatussen.zet(deps, wie(req), id, nieuw, magSleutel(req)));
  });
  return router;
}

export function werkvoorraadRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/tellingen', async (req, res) => {
    const { filter = {} } = leesQuery(req, Telvraag);
    res.json(await zaken.tellingen(deps, wie(req), filter));
  });
  return router;
}
