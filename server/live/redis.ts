import { createAdapter } from '@socket.io/redis-adapter';
import type { Logger } from 'pino';
import { createClient } from 'redis';
import type { DefaultEventsMap, Server } from 'socket.io';
import { z } from 'zod';
import { Gebeurtenis } from '../../shared/contracts/gebeurtenis.ts';
import { Niveau } from '../../shared/contracts/waarden.ts';
import type { BewaardeGebeurtenis } from '../store/gebeurtenissen.ts';

/** What processes tell each other; every process then judges rights and sends to its own consoles. */
const Bericht = z.discriminatedUnion('soort', [
  z.object({
    soort: z.literal('gebeurtenissen'),
    nieuw: z.array(
      Gebeurtenis.extend({
        // Inside, `mijn` carries the medewerker.
        onderwerp: z.string(),
        niveau: Niveau,
        zaken: z.array(z.string()).optional(),
      }),
    ),
  }),
  z.object({
    soort: z.literal('einde'),
    wie: z.object({ medewerker: z.string(), sid: z.string().optional() }),
  }),
]);

interface Verbinding {
  stuurGebeurtenissen(nieuw: readonly BewaardeGebeurtenis[]): void;
  stuurEinde(wie: { medewerker: string; sid?: string | undefined }): void;
  sluit(): Promise<void>;
}

/** Joins this process to the others by Redis; null where no REDIS_URL is set and it stands alone. */
export async function verbindRedis<A extends DefaultEventsMap, B extends DefaultEventsMap, D>(
  url: string | undefined,
  io: Server<A, B, DefaultEventsMap, D>,
  log: Logger,
  bij: {
    gebeurtenissen: (nieuw: readonly BewaardeGebeurtenis[]) => Promise<void>;
    einde: (wie: { medewerker: string; sid?: string | undefined }) => void;
    /** Connected again: what others told meanwhile was not heard. */
    terug: () => Promise<void>;
  },
): Promise<Verbinding | null> {
  if (url === undefined) return null;
  const pub = createClient({ url });
  const sub = pub.duplicate();
  for (const client of [pub, sub])
    client.on('error', (err: unknown) => log.warn({ err }, 'redis niet bereikbaar'));
  sub.on('ready', () => void bij.terug());
  await Promise.all([pub.connect(), sub.connect()]);
  io.adapter(createAdapter(pub, sub));
  io.on('svz', (ruw: unknown) => {
    const gelezen = Bericht.safeParse(ruw);
    if (!gelezen.success) log.warn('onleesbaar bericht van een ander proces');
    else if (gelezen.data.soort === 'einde') bij.einde(gelezen.data.wie);
    else void bij.gebeurtenissen(gelezen.data.nieuw);
  });
  const stuur = (bericht: z.infer<typeof Bericht>): void => {
    io.serverSideEmit('svz', bericht);
  };
  return {
    stuurGebeurtenissen: (nieuw) => {
      stuur({ soort: 'gebeurtenissen', nieuw: [...nieuw] });
    },
    stuurEinde: (wie) => {
      stuur({ soort: 'einde', wie });
    },
    sluit: async () => {
      await Promise.all([pub.close(), sub.close()]);
    },
  };
}
