import type { Dispatcher } from 'undici';
import type { Bestand, Deel } from '../ports.ts';
import { kop } from './lichaam.ts';

/** How a part of a file is asked for (RFC 9110, 14.2). */
export const deelkop = (deel: Deel | null): Record<string, string> =>
  deel === null ? {} : { range: `bytes=${deel.van}-${deel.tot - 1}` };

/**
 * A 200 or 206 as a file that is still coming; null where it is not what was asked: another part, or bytes that were
 * packed although we asked for none of that.
 */
export function bestandVan(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  deel: Deel | null,
): Bestand | null {
  if (!['', 'identity'].includes(kop(headers, 'content-encoding').toLowerCase())) return null;
  const sterk = /^"[^"]*"$/.test(kop(headers, 'etag'));
  const rest = {
    inhoud: body,
    soort: kop(headers, 'content-type') || 'application/octet-stream',
    etag: sterk ? kop(headers, 'etag') : null,
  };
  if (statusCode === 200) {
    const lengte = kop(headers, 'content-length');
    return { ...rest, vanaf: 0, omvang: lengte === '' ? null : Number(lengte) };
  }
  const [, van, geheel] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(kop(headers, 'content-range')) ?? [];
  if (deel === null || van === undefined || Number(van) !== deel.van) return null;
  return { ...rest, vanaf: deel.van, omvang: geheel === '*' ? null : Number(geheel) };
}
