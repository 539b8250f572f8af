/** Notificaties API 1.0.0 as Open Notificaties 1.16 serves it, without its cloud events. */
import { Router } from 'express';
import type { ErrorRequestHandler } from 'express';
import { z } from 'zod';
import { stuur } from './http/antwoord.ts';
import { lichaamVan } from './http/lichaam.ts';
import type { Kern } from './kern.ts';
import { datumtijd, tekst, url } from './keur.ts';
import { abonnementSchrijven, abonnementen } from './notificaties/abonnement.ts';
import { kanaalMetNaam, kanalen, pastOpKanaal, zorgVoorKanalen } from './notificaties/kanaal.ts';
import { inEigenWoorden } from './klantinteracties/fout.ts';
import { andereMethoden, leesRouter } from './register.ts';
import { basisVan, absoluut } from './http/adres.ts';
import type { Opslag } from './opslag.ts';

const bericht = z.object({
  kanaal: tekst(50),
  hoofdObject: url,
  resource: tekst(100),
  resourceUrl: url,
  actie: z.enum(['create', 'update', 'partial_update', 'destroy']),
  aanmaakdatum: datumtijd,
  kenmerken: z.record(z.string(), z.string().max(1000)).default({}),
});

/** Where Open Notificaties words a reason differently from Open Zaak. */
const REDENEN = {
  required: () => 'Dit veld is vereist.',
  max_length: (reden: string) =>
    `Zorg ervoor dat dit veld niet meer dan ${/\d+/.exec(reden)?.[0] ?? ''} karakters bevat.`,
};

type Bericht = z.infer<typeof bericht>;
/** Here the real one answers with bare lists of messages, not with a problem document. */
type KaleFouten = Record<string, string[]>;

const kaleFouten = (fout: z.ZodError<Bericht>): KaleFouten =>
  Object.fromEntries(fout.issues.map((issue) => [issue.path.join('.'), [issue.message]]));

function weigering(opslag: Opslag, { kanaal: naam, kenmerken }: Bericht): KaleFouten | undefined {
  const kanaal = kanaalMetNaam(opslag, naam);
  if (!kanaal) return { kanaal: ['Kanaal met deze naam bestaat niet.'] };
  if (pastOpKanaal(kanaal, Object.keys(kenmerken))) return undefined;
  return { kenmerken: ['De kenmerken komen niet overeen met de kanaalfilters'] };
}

export function notificatiesApi(kern: Kern): Router {
  const { opslag } = kern;
  zorgVoorKanalen(opslag);
  kern.ken(abonnementen, kanalen);
  const router = Router();
  router.use(abonnementSchrijven(kern), leesRouter(kern, abonnementen), leesRouter(kern, kanalen));
  router.post('/notificaties', (req, res) => {
    const gelezen = bericht.safeParse(absoluut(lichaamVan(req), basisVan(req)));
    const fouten = gelezen.success ? weigering(opslag, gelezen.data) : kaleFouten(gelezen.error);
    if (!gelezen.success || fouten) {
      res.status(400).json(fouten);
      return;
    }
    const notificatie = gelezen.data;
    kern.meld(notificatie);
    stuur(req, res, notificatie, 201);
  });
  router.use(andereMethoden(abonnementen, kanalen));
  // Newer common code than Open Zaak's, as Open Klant: the same refusals under another title.
  const woorden: ErrorRequestHandler = (fout: unknown, _req, _res, next) => {
    next(inEigenWoorden(fout, REDENEN));
  };
  router.use(woorden);
  return router;
}
