import type { Response } from 'express';

/** What a browser may show by itself; all else is saved, so that no document runs as a page of ours. */
const TOONBAAR = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/plain']);
/** What a browser or the desktop could run where it forgets that it was saved: told as bytes only. */
const UITVOERBAAR = /html|xml|svg|script|flash|shockwave|x-msdownload|x-sh\b|hta\b/;
const EXTENSIES: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'message/rfc822': 'eml',
  'application/vnd.ms-outlook': 'msg',
};

/** A media type that may be told; `application/octet-stream` for what is none, or could run. */
export function veiligeSoort(formaat: string): string {
  const soort = (formaat.split(';')[0] ?? '').trim().toLowerCase();
  const klopt = /^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/.test(soort);
  const kantoor = soort.startsWith('application/vnd.openxmlformats-officedocument.');
  return klopt && (kantoor || !UITVOERBAAR.test(soort)) ? soort : 'application/octet-stream';
}

/**
 * A name to save under: no folder, no sign that is not seen or turns the reading direction (`exe.fdp` for `pdf.exe`),
 * and an extension where the register gave none.
 */
export function veiligeNaam(naam: string, soort: string): string {
  const kaal = naam
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\:*?"<>|]+/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 150);
  const vol = kaal === '' ? 'document' : kaal;
  const extensie = EXTENSIES[soort];
  return extensie === undefined || /\.[a-z0-9]{2,5}$/i.test(vol) ? vol : `${vol}.${extensie}`;
}

/** Type, name (RFC 6266) and what a browser may do with it. */
export function zetBestandskoppen(
  res: Response,
  { formaat, bestandsnaam, titel }: { formaat: string; bestandsnaam: string; titel: string },
): void {
  const soort = veiligeSoort(formaat);
  res.attachment(veiligeNaam(bestandsnaam === '' ? titel : bestandsnaam, soort));
  if (TOONBAAR.has(soort))
    res.set('Content-Disposition', String(res.get('Content-Disposition')).replace('attachment', 'inline'));
  res.type(soort);
  res.set('X-Content-Type-Options', 'nosniff');
  res.set('Content-Security-Policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'");
}
