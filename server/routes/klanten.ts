import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { ZoekVraag } from '../../shared/contracts/klant.ts';
import { lijstVraag } from '../../shared/contracts/lijst.ts';
import { fout } from '../fouten.ts';
import { stuurLijst } from '../http/lijst.ts';
import { leesBody, leesParam, leesQuery, ontleed } from '../http/validate.ts';
import { wie } from '../http/wie.ts';
import type { Deps } from '../services/deps.ts';
import { klantbeeld } from '../services/klantbeeld.ts';
import { zoek } from '../services/klanten.ts';
import { tijdlijn } from '../services/tijdlijn.ts';

export const KlantId = z.string().regex(/^[\w-]{8,64}$/);
const TijdlijnVraag = lijstVraag(['tijdstip'], {});

export function klantRoutes(deps: Deps, zoeklimiet: RequestHandler): Router {
  const router = Router();
  router.post('/zoek', zoeklimiet, async (req, res) => {
    res.json(await zoek(deps, wie(req), leesZoekvraag(leesBody(req, z.record(z.string(), z.unknown())))));
  });
  router.get('/:id/klantbeeld', async (req, res) => {
    res.json(await klantbeeld(deps, wie(req), leesParam(req, 'id', KlantId)));
  });
  router.get('/:id/tijdlijn', async (req, res) => {
    const { range } = leesQuery(req, TijdlijnVraag);
    const { rijen, totaal } = await tijdlijn(deps, wie(req), leesParam(req, 'id', KlantId), range);
    stuurLijst(res, 'tijdlijn', rijen, range[0], totaal);
  });
  return router;
}

/**
 * The body has exactly one of the forms of ZoekVraag. A union tells nothing of use when none fits, so the form is chosen
 * by its first key and that one's own message is given.
 */
function leesZoekvraag(inhoud: Record<string, unknown>): ZoekVraag {
  if (Object.values(inhoud).every((waarde) => waarde === '' || waarde == null)) throw fout('lege_zoekvraag');
  const vorm = ZoekVraag.options.find((optie) => (Object.keys(optie.shape)[0] as string) in inhoud);
  if (vorm === undefined) throw fout('lege_zoekvraag');
  return ontleed(vorm, inhoud);
}
