import { Router } from 'express';
import { z } from 'zod';
import { stuurLijst } from '../http/lijst.ts';
import { leesParam } from '../http/validate.ts';
import { wie } from '../http/wie.ts';
import type { Deps } from '../services/deps.ts';
import * as taken from '../services/taken.ts';

export function taakRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    const rijen = await taken.lijst(deps, wie(req));
    stuurLijst(res, 'taken', rijen, 0, rijen.length);
  });
  router.delete('/:id', async (req, res) => {
    const id = leesParam(req, 'id', z.uuid());
    await taken.verwijder(deps, wie(req), id);
    res.json({ id });
  });
  return router;
}
