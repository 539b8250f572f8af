/** BRP Personen bevragen 2.7: `POST /brp/personen`, key in `X-API-KEY`. */
import { Router, json } from 'express';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import {
  BrpFout,
  alleenPost,
  geenGeldigeJson,
  interneFout,
  mediaTypeNietOndersteund,
  nietGeauthenticeerd,
  nietTeLeveren,
  padOnbekend,
  teVeelResultaten,
} from './brp-fout.ts';
import { snijPersoon } from './brp-velden.ts';
import { ZOEKTYPEN, leesVraag } from './brp-vraag.ts';
import { zoekPersonen } from './brp-zoek.ts';
import { SANDBOX_SLEUTEL } from './http/aanmelding.ts';
import type { Kern } from './kern.ts';
import type { Json, JsonObject } from './typen.ts';

const sleutel: RequestHandler = (req, _res, next) => {
  if (req.get('x-api-key') !== SANDBOX_SLEUTEL) throw nietGeauthenticeerd();
  next();
};

const CHARSET = /^charset="?utf-8"?$/i;

/** Is this media range JSON in UTF-8? @param mag types that count as such */
function isJson(mediaType: string, mag: readonly string[]): boolean {
  const [type = '', ...rest] = mediaType.split(';').map((deel) => deel.trim());
  return (
    mag.includes(type.toLowerCase()) && rest.every((deel) => !/^charset=/i.test(deel) || CHARSET.test(deel))
  );
}

const mediaTypen: RequestHandler = (req, _res, next) => {
  const accept = req.get('accept') ?? '';
  if (accept !== '' && !accept.split(',').some((deel) => isJson(deel.trim(), ['*/*', 'application/json']))) {
    throw nietTeLeveren();
  }
  const type = req.get('content-type') ?? '';
  if (type !== '' && !isJson(type, ['application/json'])) throw mediaTypeNietOndersteund();
  next();
};

/** Reads whatever was sent as JSON; no Content-Type means JSON. */
const lichaam = json({ limit: '1mb', strict: false, type: () => true });

const isObject = (waarde: Json): waarde is JsonObject =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

const antwoordFout: ErrorRequestHandler = (fout: unknown, req, res, next) => {
  if (res.headersSent) {
    next(fout);
    return;
  }
  const bekend = alsBrpFout(fout);
  res.status(bekend.status).type('application/problem+json');
  res.send(JSON.stringify(bekend.lichaam(req.originalUrl.split('?')[0] ?? '')));
};

function alsBrpFout(fout: unknown): BrpFout {
  if (fout instanceof BrpFout) return fout;
  // What `express.json` throws carries the status that it suggests.
  if (typeof fout === 'object' && fout !== null && 'status' in fout && Number(fout.status) < 500) {
    return geenGeldigeJson();
  }
  process.stderr.write(`sandbox: ${fout instanceof Error ? (fout.stack ?? '') : 'fout'}\n`);
  return interneFout();
}

export function brpApi({ opslag }: Kern): Router {
  const router = Router();
  router.use(sleutel);
  router.post('/personen', mediaTypen, lichaam, (req: Request, res) => {
    const gelezen = (req.body ?? {}) as Json;
    if (!isObject(gelezen)) throw geenGeldigeJson();
    const vraag = leesVraag(gelezen);
    const { maximum, velden } = ZOEKTYPEN[vraag.type];
    const gevonden = zoekPersonen(opslag.personen, vraag);
    if (gevonden.length > maximum) throw teVeelResultaten(maximum);
    res.json({ type: vraag.type, personen: gevonden.map((p) => snijPersoon(p, vraag.fields, velden)) });
  });
  router.all('/personen', (_req, res) => {
    res.set('Allow', 'POST');
    throw alleenPost();
  });
  router.use(() => {
    throw padOnbekend();
  });
  router.use(antwoordFout);
  return router;
}
