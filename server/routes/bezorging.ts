import { Router } from 'express';
import { z } from 'zod';
import { Bezorgsoort, Bezorgtoestand, RegisterNu } from '../../shared/contracts/bezorging.ts';
import { lijstVraag } from '../../shared/contracts/lijst.ts';
import { stuurLijst } from '../http/lijst.ts';
import { leesBody, leesParam, leesQuery } from '../http/validate.ts';
import { wie } from '../http/wie.ts';
import * as beheer from '../services/bezorging/beheer.ts';
import type { Deps } from '../services/deps.ts';

const Vraag = lijstVraag(['sinds', 'volgendePoging', 'pogingen', 'register'], {
  toestand: Bezorgtoestand.optional(),
  soort: Bezorgsoort.optional(),
  register: z.string().max(40).optional(),
});

export function bezorgingRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    const { sort = ['sinds', 'ASC'] as const, range, filter = {} } = leesQuery(req, Vraag);
    const { rijen, totaal } = await beheer.lijst(deps, wie(req), { sort, range, filter });
    stuurLijst(res, 'bezorging', rijen, range[0], totaal);
  });
  router.get('/stand', async (req, res) => {
    res.json(await beheer.stand(deps, wie(req)));
  });
  router.post('/nu', async (req, res) => {
    res.json(await beheer.probeerAllesNu(deps, wie(req), leesBody(req, RegisterNu).register));
  });
  router.post('/:id/nu', async (req, res) => {
    res.json(await beheer.probeerNu(deps, wie(req), leesParam(req, 'id', z.uuid())));
  });
  return router;
}
