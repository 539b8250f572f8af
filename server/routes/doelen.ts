import { Router } from 'express';
import { wie } from '../http/wie.ts';
import type { Deps } from '../services/deps.ts';
import { mijnDoelen } from '../services/doelbinding.ts';

/** The purposes from which the medewerker chooses when nothing opened a klant; nobody types one. */
export function doelRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    res.json(await mijnDoelen(deps, wie(req)));
  });
  return router;
}
