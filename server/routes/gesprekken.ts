import { Router } from 'express';
import { z } from 'zod';
import { GesprekAfronding, GesprekWijziging, NieuwGesprek } from '../../shared/contracts/gesprek.ts';
import { eisSleutel } from '../http/idempotentie.ts';
import { stuurLijst } from '../http/lijst.ts';
import { leesBody, leesParam } from '../http/validate.ts';
import { wie } from '../http/wie.ts';
import type { Deps } from '../services/deps.ts';
import * as gesprekken from '../services/gesprekken.ts';

const Id = z.uuid();

export function gesprekRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    const rijen = await gesprekken.lijst(deps, wie(req));
    stuurLijst(res, 'gesprekken', rijen, 0, rijen.length);
  });
  router.get('/:id', async (req, res) => {
    res.json(await gesprekken.lees(deps, wie(req), leesParam(req, 'id', Id)));
  });
  router.post('/', async (req, res) => {
    res.status(201).json(await gesprekken.start(deps, wie(req), leesBody(req, NieuwGesprek)));
  });
  router.put('/:id', async (req, res) => {
    res.json(
      await gesprekken.wijzig(deps, wie(req), leesParam(req, 'id', Id), leesBody(req, GesprekWijziging)),
    );
  });
  router.delete('/:id', async (req, res) => {
    const id = leesParam(req, 'id', Id);
    await gesprekken.verwijder(deps, wie(req), id);
    res.json({ id });
  });
  router.post('/:id/afronden', async (req, res) => {
    const id = leesParam(req, 'id', Id);
    const afronding = leesBody(req, GesprekAfronding);
    eisSleutel(req);
    res.status(201).json(await gesprekken.rondAf(deps, wie(req), id, afronding));
  });
  return router;
}
