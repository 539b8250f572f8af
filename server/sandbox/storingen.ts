/** Faults on demand and a count of calls: for tests, benches and demonstrations. Paths under `/_sandbox`. */
import { setTimeout as wacht } from 'node:timers/promises';
import { Router, json } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { basisVan } from './http/adres.ts';
import { serverFout } from './http/fout.ts';
import { API_NAMEN, API_PREFIX } from './typen.ts';
import type { ApiNaam } from './typen.ts';

const SOORTEN = ['500', 'hang', 'drup', 'ongeldig', 'weg'] as const;
type Soort = (typeof SOORTEN)[number];

const opdracht = z.object({
  api: z.enum(API_NAMEN as [ApiNaam, ...ApiNaam[]]),
  soort: z.enum(SOORTEN),
  seconden: z.number().min(0).max(86_400),
});

/** Milliseconds between two bytes of a `drup`. */
const DRUP_MS = 250;

export interface Storingen {
  /** Counts, delays and disturbs; stands before the APIs. */
  tussen: RequestHandler;
  beheer: Router;
}

export function maakStoringen(latencyMs: number, stand: () => object): Storingen {
  const tellingen = new Map<ApiNaam, number>();
  const actief = new Map<ApiNaam, { soort: Soort; tot: number }>();

  const tussen: RequestHandler = async (req, res, next) => {
    const api = API_NAMEN.find(
      (naam) => req.path === API_PREFIX[naam] || req.path.startsWith(`${API_PREFIX[naam]}/`),
    );
    if (api === undefined) {
      next();
      return;
    }
    tellingen.set(api, (tellingen.get(api) ?? 0) + 1);
    if (latencyMs > 0) await wacht(latencyMs);
    const storing = actief.get(api);
    if (storing && storing.tot > Date.now()) verstoor(req, res, storing.soort, storing.tot);
    else next();
  };

  const beheer = Router();
  beheer.get('/gezond', (_req, res) => void res.json({ status: 'ok', ...stand() }));
  beheer.get('/tellingen', (_req, res) => {
    res.json(Object.fromEntries(API_NAMEN.map((naam) => [naam, tellingen.get(naam) ?? 0])));
  });
  beheer.delete('/tellingen', (_req, res) => {
    tellingen.clear();
    res.status(204).end();
  });
  beheer.post('/storingen', json(), (req, res) => {
    const gelezen = opdracht.safeParse(req.body);
    if (!gelezen.success) {
      res.status(400).json({ fouten: gelezen.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`) });
      return;
    }
    const { api, soort, seconden } = gelezen.data;
    actief.set(api, { soort, tot: Date.now() + seconden * 1000 });
    res.status(201).json(gelezen.data);
  });
  beheer.delete('/storingen', (_req, res) => {
    actief.clear();
    res.status(204).end();
  });
  return { tussen, beheer };
}

function verstoor(req: Request, res: Response, soort: Soort, tot: number): void {
  switch (soort) {
    case '500':
      res
        .status(500)
        .type('application/problem+json')
        .send(JSON.stringify(serverFout().lichaam(basisVan(req))));
      return;
    case 'ongeldig':
      res.status(200).type('application/json').send('{"count": 1, "results": [{"url": ');
      return;
    case 'weg':
      req.socket.destroy();
      return;
    case 'hang':
      eindigMet(req, res, tot, undefined);
      return;
    case 'drup':
      res.status(200).type('application/json').write('{');
      eindigMet(
        req,
        res,
        tot,
        setInterval(() => res.write(' '), DRUP_MS),
      );
      return;
  }
}

/** Holds the connection until the fault is over or the client goes, then cuts it. */
function eindigMet(req: Request, res: Response, tot: number, drup: NodeJS.Timeout | undefined): void {
  const einde = setTimeout(() => req.socket.destroy(), Math.max(0, tot - Date.now()));
  res.on('close', () => {
    clearTimeout(einde);
    clearInterval(drup);
  });
}
