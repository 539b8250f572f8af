import { packRules } from '@casl/ability/extra';
import { Router } from 'express';
import type { Me } from '../../shared/contracts/medewerker.ts';
import { wie } from '../http/wie.ts';

export function meRoutes(gemeente: string): Router {
  const router = Router();
  router.get('/', (req, res) => {
    const { medewerker, beleid } = wie(req);
    const ik: Me = { medewerker, regels: packRules(beleid.regels), gemeente };
    res.json(ik);
  });
  return router;
}
