import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** A fresh nonce and trace id for every request, before anything else reads them. */
export const merkVerzoek: RequestHandler = (req, res, next) => {
  req.traceId = randomBytes(16).toString('hex');
  res.locals['nonce'] = randomBytes(16).toString('base64');
  next();
};

const nonce = (_req: unknown, res: unknown): string =>
  `'nonce-${(res as { locals: { nonce: string } }).locals.nonce}'`;

/** The live connection of this very host. A Host that is no host would end our policy early: then nothing is added. */
const live = (req: unknown): string => {
  const { host = '' } = (req as { headers: { host?: string } }).headers;
  return /^[\w.:[\]-]{1,255}$/.test(host) ? `ws://${host}` : "'self'";
};

/** Everything from our own host; styles by nonce, because emotion writes them while running. */
export function veiligheidskoppen(veiligeVerbinding: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce],
        styleSrcElem: ["'self'", nonce],
        // MUI positions popovers by style attributes; these cannot load or run anything.
        styleSrcAttr: ["'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", live],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(veiligeVerbinding ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    hsts: veiligeVerbinding,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

/** Answers about persons are never kept by a browser or a proxy. */
export const nietBewaren: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};
