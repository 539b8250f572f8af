import type { Deel } from '../connectors/ports.ts';

/**
 * The part of a file that a `Range` asks for (RFC 9110, 14.1.2): the part; `buiten` where the file has none of it; null
 * where the whole is to be sent, because nothing was asked, or something that need not be honoured: another unit, more
 * than one part, what is no range at all.
 * @param kop the header's value
 * @param omvang bytes of the file
 */
export function leesBereik(kop: string | null, omvang: number): Deel | 'buiten' | null {
  const [, begin, einde] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(kop ?? '') ?? [];
  if (begin === undefined || einde === undefined || (begin === '' && einde === '')) return null;
  if (begin === '') {
    const laatste = Math.min(Number(einde), omvang);
    return laatste === 0 ? 'buiten' : { van: omvang - laatste, tot: omvang };
  }
  const van = Number(begin);
  const tot = einde === '' ? omvang : Math.min(Number(einde) + 1, omvang);
  if (einde !== '' && Number(einde) < van) return null;
  return van >= omvang ? 'buiten' : { van, tot };
}

/** Whether a `Range` leaves out the first byte: what goes on with a download, or looks further in it. */
export const isVervolg = (kop: string | null): boolean => /^bytes=[ \t]*(?:-|0*[1-9])/i.test(kop ?? '');
