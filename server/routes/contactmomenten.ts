import { Router } from 'express';
import { NieuwContactmoment } from '../../shared/contracts/contactmoment.ts';
import { lijstVraag } from '../../shared/contracts/lijst.ts';
import { eisSleutel } from '../http/idempotentie.ts';
import { stuurLijst } from '../http/lijst.ts';
import { leesBody, leesQuery } from '../http/validate.ts';
import { wie } from '../http/wie.ts';
import * as contactmomenten from '../services/contactmomenten.ts';
import type { Deps } from '../services/deps.ts';
import { klantbeeld } from '../services/klantbeeld.ts';
import { KlantId } from './klanten.ts';

const Vraag = lijstVraag(['gestartOp'], { klant: KlantId }).required({ filter: true });

export function contactmomentRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    const { filter, range } = leesQuery(req, Vraag);
    const { contactmomenten: alle } = await klantbeeld(deps, wie(req), filter.klant);
    stuurLijst(res, 'contactmomenten', alle.slice(range[0], range[1] + 1), range[0], alle.length);
  });
  router.post('/', async (req, res) => {
    const nieuw = leesBody(req, NieuwContactmoment);
    res.status(201).json(await contactmomenten.registreer(deps, wie(req), eisSleutel(req), nieuw));
  });
  return router;
}
