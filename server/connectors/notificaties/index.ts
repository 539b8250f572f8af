import { z } from 'zod';
import type { Basis } from '../http/adres.ts';
import { maakHttp, type HttpOpties } from '../http.ts';
import { BronFout, type Aanroep, type Notificatieregister } from '../ports.ts';
import { lees, leesRijen, lijstVan, uuidVanUrl } from '../upstream.ts';
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

const Rijen = z.array(z.unknown());
const Kanaal = z.object({ naam: z.string() });
const VanWie = z.object({ callbackUrl: z.string() });
const Abonnement = z.object({
  url: uuidVanUrl,
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
  /** Another process may have been first. */
  async function haalWeg(uuid: string, aanroep: Aanroep): Promise<void> {
    try {
      await http.schrijf({ basis, pad: `/abonnement/${uuid}`, methode: 'DELETE' }, aanroep);
    } catch (oorzaak) {
      if (!(oorzaak instanceof BronFout && oorzaak.soort === 'niet_gevonden')) throw oorzaak;
    }
  }
  return {
    id,
    naam: config.naam,
    async zorgVoorAbonnement(aanroep, opnieuw = false) {
      const [kanaalrijen, rijen] = await Promise.all([
        http.lees({ basis, pad: '/kanaal' }, aanroep),
        http.lees({ basis, pad: '/abonnement' }, aanroep),
      ]);
      const bestaand = new Set(leesRijen(Kanaal, lees(id, Rijen, kanaalrijen)).rijen.map((k) => k.naam));
      const gewenst = config.kanalen.filter((naam) => bestaand.has(naam));
      // An abonnement on nothing would look like one that works.
      if (gewenst.length === 0) throw new BronFout(id, 'niet_ondersteund', { code: 'kanalen' });
      const lichaam = {
        callbackUrl: config.callbackUrl,
        auth: config.callbackToken,
        kanalen: gewenst.map((naam) => ({ naam, filters: {} })),
      };
      // Those of others may look as they like; one of ours that cannot be read is no reason to make a second.
      const onze = lees(id, Rijen, rijen).filter(
        (rij) => VanWie.safeParse(rij).data?.callbackUrl === config.callbackUrl,
      );
      const eigen = lees(id, Abonnement.array(), onze);
      const [eerste] = eigen;
      const nieuw = opnieuw || eerste === undefined;
      if (nieuw) await http.schrijf({ basis, pad: '/abonnement', methode: 'POST', lichaam }, aanroep);
      // Two abonnementen with one callback would bring everything twice, for ever.
      for (const { url } of nieuw ? eigen : eigen.slice(1)) await haalWeg(url, aanroep);
      if (nieuw) return eerste === undefined ? 'gemaakt' : 'hersteld';
      // Always written: what the register holds as our Authorization cannot be read back, so nobody sees that it is wrong.
      await http.schrijf({ basis, pad: `/abonnement/${eerste.url}`, methode: 'PUT', lichaam }, aanroep);
      const klopt =
        eigen.length === 1 &&
        eerste.kanalen.length === gewenst.length &&
        eerste.kanalen.every((k) => gewenst.includes(k.naam) && Object.keys(k.filters ?? {}).length === 0);
      return klopt ? 'stond_al' : 'hersteld';
    },
    sluit: () => http.sluit(),
  };
}
