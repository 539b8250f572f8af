import { Router } from 'express';
import { z } from 'zod';
import { lijstVraag } from '../../shared/contracts/lijst.ts';
import { Tijdstip } from '../../shared/contracts/waarden.ts';
import { stuurLijst } from '../http/lijst.ts';
import { leesQuery } from '../http/validate.ts';
import { wie } from '../http/wie.ts';
import type { Deps } from '../services/deps.ts';
import * as verwerkingen from '../services/verwerkingen.ts';

const Vraag = lijstVraag(['tijdstip'], {
  medewerker: z.string().max(100).optional(),
  handeling: z.string().max(50).optional(),
  traceId: z.string().max(32).optional(),
  van: Tijdstip.optional(),
  tot: Tijdstip.optional(),
});

export function verwerkingRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    const { filter = {}, range } = leesQuery(req, Vraag);
    const { van, tot, ...rest } = filter;
    const { rijen, totaal } = await verwerkingen.lijst(deps, wie(req), {
      filter: {
        ...rest,
        van: van === undefined ? undefined : new Date(van),
        tot: tot === undefined ? undefined : new Date(tot),
      },
      range,
    });
    stuurLijst(res, 'verwerkingen', rijen, range[0], totaal);
  });
  return router;
}
