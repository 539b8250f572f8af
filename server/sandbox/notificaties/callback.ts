/** Outgoing calls to a subscriber. */
import { z } from 'zod';
import { ongeldigGeheel, ongeldigVeld, serverFout } from '../http/fout.ts';

/** Milliseconds that a subscriber gets to answer; Open Notificaties' default. */
const TERMIJN_MS = 10_000;

const PROEF = {
  kanaal: 'test',
  hoofdObject: 'http://some.hoofdobject.nl/',
  resource: 'some_resource',
  resourceUrl: 'http://some.resource.nl/',
  actie: 'create',
  aanmaakdatum: '2019-01-01T12:00:00Z',
  kenmerken: {},
};

/** Posts a body; gives the status. Rejects where nobody answers. */
export async function stuurNaar(url: string, auth: string | undefined, lichaam: unknown): Promise<number> {
  const antwoord = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(auth === undefined ? {} : { authorization: auth }) },
    body: JSON.stringify(lichaam),
    redirect: 'manual',
    signal: AbortSignal.timeout(TERMIJN_MS),
  });
  await antwoord.body?.cancel();
  return antwoord.status;
}

const webAdres = z.url({ protocol: /^https?$/ }).max(200);

/**
 * As Open Notificaties: a call without credentials must get 401 or 403, one with them 2xx. Where nobody answers the
 * real one fails with 500, and so do we: subscribe after listening.
 */
export async function beproefCallback(url: string, auth: string | undefined): Promise<void> {
  if (!webAdres.safeParse(url).success)
    throw ongeldigVeld('callbackUrl', 'invalid', 'Voer een geldige URL in.');
  const zonder = await bel(url, undefined);
  if (zonder !== 401 && zonder !== 403) {
    const reden = 'De opgegeven callback URL is niet beveiligd met autorisatie.';
    throw ongeldigVeld('callbackUrl', 'no-auth-on-callback-url', reden);
  }
  const met = await bel(url, auth);
  if (met < 200 || met > 209) {
    throw ongeldigGeheel(
      'invalid-callback-url',
      'De opgegeven callback URL kan geen notificaties ontvangen.',
    );
  }
}

async function bel(url: string, auth: string | undefined): Promise<number> {
  try {
    return await stuurNaar(url, auth, PROEF);
  } catch {
    process.stderr.write('sandbox: de callback van een abonnement antwoordt niet\n');
    throw serverFout();
  }
}
