import { Router } from 'express';
import { z } from 'zod';
import { OPNIEUW, type Opnieuw } from '../../shared/contracts/taak.ts';
import { stuurLijst } from '../http/lijst.ts';
import { leesBody, leesParam } from '../http/validate.ts';
import { wie } from '../http/wie.ts';
import type { Deps } from '../services/deps.ts';
import * as taken from '../services/taken.ts';

export function taakRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    const rijen = await taken.lijst(deps, wie(req));
    stuurLijst(res, 'taken', rijen, 0, rijen.length);
  });
  router.post('/:id/opnieuw', async (req, res) => {
    const id = leesParam(req, 'id', z.uuid());
    const soort = await taken.soortVan(deps, wie(req), id);
    const nieuw = { soort, inhoud: leesBody(req, OPNIEUW[soort]) } as Opnieuw;
    res.status(201).json(await taken.opnieuw(deps, wie(req), id, nieuw));
  });
  router.delete('/:id', async (req, res) => {
    const id = leesParam(req, 'id', z.uuid());
    await taken.verwijder(deps, wie(req), id);
    res.json({ id });
  });
  return router;
}
