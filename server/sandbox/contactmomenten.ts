/** Contactmomenten 1.0 and Klanten 1.0 as Open Klant 1.0: the older style, over the contacts of Klantinteracties. */
import { Router } from 'express';
import { contactmomenten } from './contactmomenten/contactmoment.ts';
import { kijkRouter } from './contactmomenten/kijk.ts';
import { klanten } from './contactmomenten/klant.ts';
import { klantcontactmomenten, objectcontactmomenten } from './contactmomenten/koppelingen.ts';
import type { Kern } from './kern.ts';

export function contactmomentenApi(kern: Kern): Router {
  const router = Router();
  for (const kijk of [contactmomenten, klantcontactmomenten, objectcontactmomenten])
    router.use(kijkRouter(kern, kijk));
  return router;
}

export const klantenApi = (kern: Kern): Router => kijkRouter(kern, klanten);
