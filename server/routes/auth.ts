import { Router } from 'express';
import { DemoLogin } from '../../shared/contracts/medewerker.ts';
import { demoMedewerker } from '../auth/demo.ts';
import type { Bus } from '../bus.ts';
import type { Config } from '../config.ts';
import { fout } from '../fouten.ts';
import { COOKIE } from '../http/session.ts';
import { leesBody } from '../http/validate.ts';

/** Demo login: a name from the list, no password; config.ts refuses it outside a developer's own machine. */
export function authRoutes(bus: Bus, soort: Config['auth']['soort']): Router {
  const router = Router();
  router.post('/demo', (req, res, next) => {
    if (soort !== 'demo') throw fout('niet_gevonden');
    const { gebruiker } = leesBody(req, DemoLogin);
    const medewerker = demoMedewerker(gebruiker);
    if (medewerker === null) {
      throw fout('niet_ingelogd', {
        detail: 'Deze gebruiker bestaat niet. Kies een gebruiker uit de lijst.',
      });
    }
    // A new session id at login, so that one that was planted before is worth nothing.
    req.session.regenerate((oorzaak: unknown) => {
      if (oorzaak != null) {
        next(oorzaak);
        return;
      }
      req.session.medewerker = medewerker;
      req.session.save((mislukt: unknown) => {
        if (mislukt == null) res.status(204).end();
        else next(mislukt);
      });
    });
  });
  router.post('/logout', (req, res, next) => {
    const { sessionID: sid } = req;
    const medewerker = (req.session as { medewerker?: { id: string } }).medewerker?.id;
    req.session.destroy((oorzaak: unknown) => {
      if (oorzaak != null) {
        next(oorzaak);
        return;
      }
      if (medewerker !== undefined) bus.emit('sessie.einde', { medewerker, sid });
      res.clearCookie(COOKIE, { path: '/' }).status(204).end();
    });
  });
  return router;
}
