/**
 * Who calls. ZGW: a self-signed HS256 JWT, refused with 403 and the codes of `vng_api_common.authorizations`
 * (valid for an hour after `iat`, no leeway; an `iat` to come is taken). Klantinteracties: a static token, refused with 401.
 */
import { decodeJwt, errors, jwtVerify } from 'jose';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { nietAangemeld, tokenOngeldig, verboden } from './fout.ts';

/** Fixed, and told in docs/SANDBOX.md; the sandbox refuses to run anywhere but on loopback. */
export const SANDBOX_CLIENT_ID = 'console';
export const SANDBOX_SECRET = 'sandbox-secret-of-at-least-32-characters';
const SANDBOX_TOKEN = 'sandbox-token';
export const SANDBOX_SLEUTEL = 'sandbox-key';

const JWT_GELDIG_SECONDEN = 3600;
const sleutel = new TextEncoder().encode(SANDBOX_SECRET);

export interface Beller {
  clientId: string;
  gebruikersId: string;
  gebruikersWeergave: string;
}

const tekst = (waarde: unknown): string => (typeof waarde === 'string' ? waarde : '');

/** Checks a compact JWT against the clock; throws the product's 403. */
async function controleerJwt(jwt: string, nu: Date): Promise<Beller> {
  let ongezien: Record<string, unknown>;
  try {
    ongezien = decodeJwt(jwt);
  } catch {
    throw verboden(
      'jwt-decode-error',
      'Het JWT kon niet gedecodeerd worden. Mogelijks heb je een copy-paste fout gemaakt',
    );
  }
  if (ongezien['client_id'] === undefined) {
    throw verboden('missing-client-identifier', 'Client identifier is niet aanwezig in JWT');
  }
  if (ongezien['client_id'] !== SANDBOX_CLIENT_ID) {
    throw verboden('invalid-client-identifier', 'Client identifier bestaat niet');
  }
  try {
    await jwtVerify(jwt, sleutel, { algorithms: ['HS256'], currentDate: nu });
  } catch (fout) {
    if (fout instanceof errors.JWSSignatureVerificationFailed) {
      throw verboden('invalid-jwt-signature', 'Client credentials zijn niet geldig');
    }
    throw verboden(jwtCode(fout), 'JWT is niet valide');
  }
  const iat = ongezien['iat'] ?? undefined;
  if (iat === undefined) throw verboden('jwt-missing-iat-claim', 'Missing required iat claim');
  const uitgegeven = Number(iat);
  if (Number.isNaN(uitgegeven))
    throw verboden('permission_denied', 'De iat claim moet een geheel getal zijn.');
  if (nu.getTime() / 1000 - uitgegeven >= JWT_GELDIG_SECONDEN) {
    throw verboden('jwt-expired', 'De JWT die gebruikt is voor dit verzoek is verlopen');
  }
  return {
    clientId: SANDBOX_CLIENT_ID,
    gebruikersId: tekst(ongezien['user_id']),
    gebruikersWeergave: tekst(ongezien['user_representation']),
  };
}

/** `jwt-` and the class of PyJWT's exception, in lower case. */
function jwtCode(fout: unknown): string {
  if (fout instanceof errors.JWTExpired) return 'jwt-expiredsignatureerror';
  if (fout instanceof errors.JOSEAlgNotAllowed) return 'jwt-invalidalgorithmerror';
  if (fout instanceof errors.JWTClaimValidationFailed && fout.claim === 'nbf')
    return 'jwt-immaturesignatureerror';
  return 'jwt-invalidtokenerror';
}

const BELLERS = new WeakMap<Request, Beller>();

/** The caller of a request that passed `zgwAanmelding`. */
export function bellerVan(req: Request): Beller {
  return BELLERS.get(req) ?? { clientId: '', gebruikersId: '', gebruikersWeergave: '' };
}

export function zgwAanmelding(klok: () => Date): RequestHandler {
  return async (req: Request, _res: Response, next: NextFunction) => {
    const kop = req.get('authorization') ?? '';
    if (!kop.startsWith('Bearer ')) throw verboden();
    BELLERS.set(req, await controleerJwt(kop.slice('Bearer '.length), klok()));
    next();
  };
}

export function tokenAanmelding(): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const [soort, token] = (req.get('authorization') ?? '').split(' ');
    res.set('WWW-Authenticate', 'Token');
    if (soort?.toLowerCase() !== 'token' || token === undefined) throw nietAangemeld();
    if (token !== SANDBOX_TOKEN) throw tokenOngeldig();
    res.removeHeader('WWW-Authenticate');
    next();
  };
}
