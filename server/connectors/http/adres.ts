/**
 * A configured base of a register: where we call it, and under which URL it names itself (the two differ behind a
 * proxy that does not pass the Host header on). Only what lies under one of these two is ever fetched.
 */
export interface Basis {
  readonly url: string;
  readonly publiek: string;
}

/** Normalises `https://host/zaken/api/v1/` to the form without a slash at its end; throws on anything else than http(s). */
export function maakBasis(url: string, publiek: string = url): Basis {
  return { url: schoon(url), publiek: schoon(publiek) };
}

function schoon(tekst: string): string {
  const url = new URL(tekst);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new TypeError('geen http(s)-adres');
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '')
    throw new TypeError('een basisadres heeft geen vraag, anker of inloggegevens');
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** The part of an absolute URL after the base, query included (`/zaken/<uuid>`), or null where it is not ours. */
export function binnen(basis: Basis, url: string): string | null {
  const doel = URL.parse(url);
  if (doel === null || doel.username !== '' || doel.password !== '') return null;
  // An encoded slash or dot lets a server walk out of the prefix that we checked.
  if (/%2f|%5c|%2e/i.test(doel.pathname)) return null;
  const heel = doel.origin + doel.pathname;
  for (const voor of [basis.url, basis.publiek])
    if (heel === voor || heel.startsWith(`${voor}/`)) return heel.slice(voor.length) + doel.search;
  return null;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The uuid that ends the path of a resource's URL; null where there is none. */
export function uuidUit(url: string): string | null {
  const laatste = url
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .split('/')
    .at(-1);
  return laatste !== undefined && UUID.test(laatste) ? laatste.toLowerCase() : null;
}

/** `{soort, uuid}` of a URL under one of the bases, `soort` by the table (path segment → name); else null (SSRF). */
export function herkenIn(
  bases: readonly Basis[],
  soorten: Readonly<Record<string, string>>,
  url: string,
): { soort: string; uuid: string } | null {
  for (const basis of bases) {
    const rest = binnen(basis, url);
    const [, segment, uuid, ...meer] = rest?.replace(/\?.*$/, '').split('/') ?? [];
    const soort = segment === undefined ? undefined : soorten[segment];
    if (soort !== undefined && uuid !== undefined && UUID.test(uuid) && meer.length === 0)
      return { soort, uuid: uuid.toLowerCase() };
  }
  return null;
}
