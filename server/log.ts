import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { z } from 'zod';
import type { Config } from './config.ts';

/** A number as long as a BSN, KVK, RSIN or telephone number that stands by itself; not a part of a uuid or a zaaknummer. */
const NUMMER = /(?<![\w.:-])\d{8,10}(?![\w:-])/g;

/** An error may quote what was sent (drizzle lists the parameters of a statement): only what we know to be harmless goes on. */
const Fout = z.object({
  name: z.string().catch('Error'),
  message: z.string().catch(''),
  code: z.union([z.string(), z.number()]).optional().catch(undefined),
  stack: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
});

function alsRegel(oorzaak: unknown, diepte = 0): unknown {
  const gelezen = Fout.safeParse(oorzaak);
  if (!gelezen.success) return { naam: typeof oorzaak };
  const { name, message, code, stack, cause } = gelezen.data;
  const vraag = message.startsWith('Failed query');
  return {
    naam: name,
    ...(code === undefined ? {} : { code }),
    melding: vraag ? 'de database weigert een opdracht' : message,
    // Without its first lines, which repeat the message.
    plaats: stack
      ?.split('\n')
      .filter((regel) => regel.startsWith('    at '))
      .slice(0, 8)
      .map((regel) => regel.trim()),
    ...(cause === undefined || diepte > 2 ? {} : { oorzaak: alsRegel(cause, diepte + 1) }),
  };
}

/** Path without its query, in which a search may stand. */
function padVan(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}

const Verzoek = z.object({ method: z.string(), url: z.string() });

/**
 * One JSON object a line on stdout. No bodies, headers, cookies or query strings, and no number of a person: what
 * stands under a name that can hold one is left out, and a loose number of 8 to 10 digits is made unreadable anywhere.
 */
export function maakLog(config: Pick<Config, 'logLevel'>, stroom?: DestinationStream): Logger {
  const velden = [
    'bsn',
    'nummer',
    'kvkNummer',
    'rsin',
    'telefoonnummer',
    'emailadres',
    'secret',
    'token',
    'apiKey',
    'authorization',
    'cookie',
    'body',
    'headers',
  ];
  const opties = {
    level: config.logLevel,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: velden.flatMap((veld) => [veld, `*.${veld}`, `*.*.${veld}`]), remove: true },
    serializers: {
      err: (oorzaak: unknown) => alsRegel(oorzaak),
      req: (verzoek: unknown) => {
        const gelezen = Verzoek.safeParse(verzoek);
        return gelezen.success ? { methode: gelezen.data.method, pad: padVan(gelezen.data.url) } : {};
      },
      res: (antwoord: unknown) => {
        const gelezen = z.object({ statusCode: z.number() }).safeParse(antwoord);
        return gelezen.success ? { status: gelezen.data.statusCode } : {};
      },
    },
    hooks: { streamWrite: (regel: string) => regel.replaceAll(NUMMER, '[nummer]') },
  };
  return stroom === undefined ? pino(opties) : pino(opties, stroom);
}
