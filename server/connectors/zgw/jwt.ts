import { SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Aanroep } from '../ports.ts';

/** One token serves a medewerker this long (ms); registers accept it for an hour. */
const HERGEBRUIK_MS = 3 * 60_000;
/** Registers know no leeway for a clock that runs behind ours (Open Zaak: JWT_LEEWAY 0). */
const TERUG_S = 30;

/**
 * Authorization header of the ZGW standard: HS256, the medewerker in user_id and user_representation, which end up
 * in the register's own audit trail. Without a medewerker (jobs) the application speaks for itself.
 */
export function maakZgwToken(
  clientId: string,
  secret: string,
  /** Seconds after which the token says itself that it ended; the standard asks for no such claim. */
  geldigS?: number,
): (aanroep: Aanroep) => Promise<string> {
  const sleutel = new TextEncoder().encode(secret);
  const bewaard = new LRUCache<string, Promise<string>>({ max: 2000, ttl: HERGEBRUIK_MS });
  return ({ medewerker }) => {
    const wie = JSON.stringify([medewerker?.id, medewerker?.naam]);
    let token = bewaard.get(wie);
    if (token === undefined) {
      const uitgegeven = Math.floor(Date.now() / 1000) - TERUG_S;
      const jwt = new SignJWT({
        client_id: clientId,
        user_id: medewerker?.id ?? '',
        user_representation: medewerker?.naam ?? '',
      })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(clientId)
        .setIssuedAt(uitgegeven);
      if (geldigS !== undefined) jwt.setExpirationTime(uitgegeven + geldigS);
      token = jwt.sign(sleutel).then((getekend) => `Bearer ${getekend}`);
      bewaard.set(wie, token);
    }
    return token;
  };
}
