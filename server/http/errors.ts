import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Fout } from '../../shared/contracts/fout.ts';
import { fout, SvzFout, type FoutCode } from '../fouten.ts';

/** body-parser and express name their refusals; everything that is not here is ours to repair and becomes `onverwacht`. */
const VAN_EXPRESS: Record<string, FoutCode> = {
  'entity.parse.failed': 'geen_json',
  'entity.too.large': 'te_groot',
  'encoding.unsupported': 'verkeerd_formaat',
  'charset.unsupported': 'verkeerd_formaat',
  'request.size.invalid': 'geen_json',
  'request.aborted': 'geen_json',
};

function alsSvzFout(oorzaak: unknown): SvzFout {
  if (oorzaak instanceof SvzFout) return oorzaak;
  const soort =
    typeof oorzaak === 'object' && oorzaak !== null && 'type' in oorzaak ? String(oorzaak.type) : '';
  if (oorzaak instanceof URIError)
    return fout('ongeldige_invoer', { detail: 'Het adres klopt niet.', cause: oorzaak });
  const code = VAN_EXPRESS[soort] ?? (isVanDeVrager(oorzaak) ? 'ongeldige_invoer' : 'onverwacht');
  return fout(code, { cause: oorzaak });
}

/** What the parsers refuse without a name of its own, as a body that says gzip and is not, carries a 4xx status. */
function isVanDeVrager(oorzaak: unknown): boolean {
  if (!(oorzaak instanceof Error) || !('status' in oorzaak)) return false;
  return typeof oorzaak.status === 'number' && oorzaak.status >= 400 && oorzaak.status < 500;
}

function stuurFout(res: Response, probleem: SvzFout): void {
  const lichaam: Fout = {
    type: `urn:stand-van-zaken:fout:${probleem.code}`,
    title: probleem.titel,
    status: probleem.status,
    code: probleem.code,
    detail: probleem.detail,
    fouten: [...probleem.fouten],
  };
  res.status(probleem.status).type('application/problem+json').send(JSON.stringify(lichaam));
}

/** The one place that renders an error. What we did not foresee is logged with its stack and told as `onverwacht`. */
export function foutafhandeling(log: Logger): ErrorRequestHandler {
  return (oorzaak: unknown, req, res, next) => {
    const probleem = alsSvzFout(oorzaak);
    if (probleem.code === 'onverwacht') log.error({ err: oorzaak, traceId: req.traceId }, 'onverwachte fout');
    if (res.headersSent) {
      next(oorzaak);
      return;
    }
    stuurFout(res, probleem);
  };
}

export const onbekendAdres: RequestHandler = () => {
  throw fout('niet_gevonden', { detail: 'Dit adres bestaat niet.' });
};
