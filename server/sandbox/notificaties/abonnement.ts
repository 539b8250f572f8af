import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { bellerVan } from '../http/aanmelding.ts';
import { stuur } from '../http/antwoord.ts';
import { ongeldigVeld, verboden } from '../http/fout.ts';
import { lichaamVan } from '../http/lichaam.ts';
import type { Kern } from '../kern.ts';
import { keur, tekst } from '../keur.ts';
import type { Opslag } from '../opslag.ts';
import { rijOf404 } from '../register.ts';
import type { Resource } from '../resource.ts';
import { stuurGemaakt } from '../schrijven.ts';
import { padVan, tekstVan } from '../typen.ts';
import type { Json, JsonObject, Rij } from '../typen.ts';
import { beproefCallback } from './callback.ts';
import { kanaalMetNaam, pastOpKanaal } from './kanaal.ts';

/** `auth` is write-only; a bare array, oldest first. */
export const abonnementen: Resource = {
  tabel: 'notificaties/abonnementen',
  paginering: 'geen',
  etag: false,
  filters: {},
  volgorde: () => 0,
  toon: ({ uuid, callbackUrl = '', kanalen = [], sendCloudevents = false }) => ({
    url: padVan('notificaties/abonnementen', uuid),
    callbackUrl,
    kanalen,
    sendCloudevents,
    cloudeventFilters: [],
  }),
};

const kanaal = z.object({
  naam: tekst(1000),
  filters: z.record(z.string(), z.string().max(1000)).default({}),
});
const invoer = z.object({
  callbackUrl: tekst(200),
  auth: z.string().max(1000),
  kanalen: z.array(kanaal).default([]),
  sendCloudevents: z.boolean().default(false),
});
type Invoer = z.infer<typeof invoer>;

/** The callback is tried before the kanalen are looked at. `auth` as this request sent it. */
async function keurAbonnement(opslag: Opslag, lichaam: JsonObject, auth?: Json): Promise<Invoer> {
  const abonnement = keur(invoer, lichaam);
  await beproefCallback(abonnement.callbackUrl, typeof auth === 'string' ? auth : undefined);
  for (const { naam, filters } of abonnement.kanalen) {
    const bestaand = kanaalMetNaam(opslag, naam);
    if (!bestaand) throw ongeldigVeld('naam', 'kanaal_naam', 'Kanaal met deze naam bestaat niet.');
    const namen = Object.keys(filters);
    if (namen.length > 0 && !pastOpKanaal(bestaand, namen)) {
      const reden = "abonnement filters aren't consistent with kanaal filters";
      throw ongeldigVeld('filters', 'inconsistent-abonnement-filters', reden);
    }
  }
  return abonnement;
}

/** Subscriptions are no resource of a zaak: no audit trail, no notificatie. */
export function abonnementSchrijven(kern: Kern): Router {
  const { opslag } = kern;
  const router = Router();
  const zet = async (rij: Rij): Promise<JsonObject> => {
    await opslag.leg([{ tabel: 'notificaties/abonnementen', rij }]);
    return abonnementen.toon(rij, opslag);
  };
  router.post('/abonnement', async (req, res) => {
    const lichaam = lichaamVan(req);
    const abonnement = await keurAbonnement(opslag, lichaam, lichaam['auth']);
    const { clientId } = bellerVan(req);
    stuurGemaakt(req, res, await zet({ uuid: randomUUID(), ...abonnement, clientId }));
  });
  router.put('/abonnement/:uuid', async (req, res) => {
    const voor = rijOf404(req, opslag, 'notificaties/abonnementen');
    if (tekstVan(voor['clientId']) !== bellerVan(req).clientId) throw verboden();
    const lichaam = lichaamVan(req);
    stuur(req, res, await zet({ ...voor, ...(await keurAbonnement(opslag, lichaam, lichaam['auth'])) }));
  });
  router.patch('/abonnement/:uuid', async (req, res) => {
    const voor = rijOf404(req, opslag, 'notificaties/abonnementen');
    if (tekstVan(voor['clientId']) !== bellerVan(req).clientId) throw verboden();
    const lichaam = lichaamVan(req);
    const abonnement = await keurAbonnement(opslag, { ...voor, ...lichaam }, lichaam['auth']);
    stuur(req, res, await zet({ ...voor, ...abonnement }));
  });
  router.delete('/abonnement/:uuid', async (req, res) => {
    const { uuid, clientId } = rijOf404(req, opslag, 'notificaties/abonnementen');
    if (tekstVan(clientId) !== bellerVan(req).clientId) throw verboden();
    await opslag.leg([{ tabel: 'notificaties/abonnementen', weg: uuid }]);
    res.status(204).end();
  });
  return router;
}
