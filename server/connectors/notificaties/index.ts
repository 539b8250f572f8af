import { z } from 'zod';
import type { Basis } from '../http/adres.ts';
import { maakHttp, type HttpOpties } from '../http.ts';
import { BronFout, type Notificatieregister } from '../ports.ts';
import { lees, lijstVan, uuidVanUrl } from '../upstream.ts';
import { maakZgwToken } from '../zgw/jwt.ts';

export interface NotificatiesConfig {
  id: string;
  naam: string;
  basis: Basis;
  clientId: string;
  secret: string;
  /** Where the register delivers; at most 200 characters in Open Notificaties. */
  callbackUrl: string;
  /** The whole Authorization header that it will send. */
  callbackToken: string;
  /** Wanted; those that the register does not know are left out. */
  kanalen: readonly string[];
  tls?: HttpOpties['tls'];
  termijnMs?: number | undefined;
  herhaalNaMs?: number | undefined;
  boek?: HttpOpties['boek'];
}

export const KANALEN = [
  'zaken',
  'documenten',
  'besluiten',
  'zaaktypen',
  'klantcontacten',
  'internetaken',
  'partijen',
];

const Kanaal = z.object({ naam: z.string() });
const Abonnement = z.object({
  url: uuidVanUrl,
  callbackUrl: z.string(),
  kanalen: lijstVan(z.object({ naam: z.string(), filters: z.record(z.string(), z.unknown()).nullish() })),
});

/** Notificaties API 1.0: one abonnement of this console, found by its callbackUrl. */
export function maakNotificatieregister(
  config: NotificatiesConfig,
): Notificatieregister & { sluit(): Promise<void> } {
  const { id, basis } = config;
  const token = maakZgwToken(config.clientId, config.secret);
  const http = maakHttp({
    bron: id,
    cache: null,
    tls: config.tls,
    // The register tests the callback (Open Notificaties twice) before it answers.
    termijnMs: config.termijnMs ?? 15_000,
    herhaalNaMs: config.herhaalNaMs,
    boek: config.boek,
    koppen: async (aanroep) => ({ authorization: await token(aanroep) }),
  });
  /** What a register holds as our Authorization cannot be read back: written once a process, a new token replaces an old one. */
  let geschreven = false;
  return {
    id,
    naam: config.naam,
    async zorgVoorAbonnement(aanroep) {
      const [kanaalrijen, rijen] = await Promise.all([
        http.lees({ basis, pad: '/kanaal' }, aanroep),
        http.lees({ basis, pad: '/abonnement' }, aanroep),
      ]);
      const bestaand = new Set(lees(id, Kanaal.array(), kanaalrijen).map((k) => k.naam));
      const gewenst = config.kanalen.filter((naam) => bestaand.has(naam));
      // An abonnement on nothing would look like one that works.
      if (gewenst.length === 0) throw new BronFout(id, 'niet_ondersteund', { code: 'kanalen' });
      const lichaam = {
        callbackUrl: config.callbackUrl,
        auth: config.callbackToken,
        kanalen: gewenst.map((naam) => ({ naam, filters: {} })),
      };
      const [eigen, ...dubbel] = lees(id, Abonnement.array(), rijen).filter(
        (a) => a.callbackUrl === config.callbackUrl,
      );
      if (eigen === undefined) {
        await http.schrijf({ basis, pad: '/abonnement', methode: 'POST', lichaam }, aanroep);
        geschreven = true;
        return 'gemaakt';
      }
      const klopt =
        eigen.kanalen.length === gewenst.length &&
        eigen.kanalen.every((k) => gewenst.includes(k.naam) && Object.keys(k.filters ?? {}).length === 0);
      // Two abonnementen with one callback would bring everything twice, for ever.
      for (const ander of dubbel)
        await http.schrijf({ basis, pad: `/abonnement/${ander.url}`, methode: 'DELETE' }, aanroep);
      if (!klopt || !geschreven)
        await http.schrijf({ basis, pad: `/abonnement/${eigen.url}`, methode: 'PUT', lichaam }, aanroep);
      geschreven = true;
      return klopt && dubbel.length === 0 ? 'stond_al' : 'hersteld';
    },
    sluit: () => http.sluit(),
  };
}
