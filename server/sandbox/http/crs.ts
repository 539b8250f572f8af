import type { RequestHandler } from 'express';
import { crsOntbreekt, nietAanvaardbaar } from './fout.ts';

const CRS = 'EPSG:4326';

/**
 * `vng_api_common.geo.GeoMixin`: zaken (list, detail, `_zoek`) want `Accept-Crs`, bodies `Content-Crs` as well;
 * 412 where it is missing, 406 where it is another. DELETE wants none.
 */
export const crs: RequestHandler = (req, res, next) => {
  res.set('Content-Crs', CRS);
  if (['POST', 'PUT', 'PATCH'].includes(req.method)) eis('Content-Crs', req.get('content-crs'));
  if (req.method !== 'DELETE') eis('Accept-Crs', req.get('accept-crs'));
  next();
};

function eis(kop: string, waarde: string | undefined): void {
  if (waarde === undefined) throw crsOntbreekt(kop);
  if (waarde !== CRS) throw nietAanvaardbaar(`CRS '${waarde}' is niet ondersteund`);
}
