import type { Request } from 'express';
import type { Json } from '../typen.ts';

const PAD =
  /^\/(zaken|catalogi|documenten|besluiten|klantinteracties|notificaties|contactmomenten|klanten)\/api\/v1\/|^\/objecten\/api\/v2\/|^\/kvk\/v\d\//;

/** Scheme and host as the client wrote them: the real products build their URLs from it, so a proxy can stand before. */
export function basisVan(req: Request): string {
  const schema = req.get('x-forwarded-proto') === 'https' ? 'https' : 'http';
  return `${schema}://${req.get('host') ?? '127.0.0.1'}`;
}

/** Puts `basis` before every string that is a path of one of our APIs; copies. */
export function absoluut(waarde: Json, basis: string): Json {
  if (typeof waarde === 'string') return waarde.startsWith('/') && PAD.test(waarde) ? basis + waarde : waarde;
  if (waarde === null || typeof waarde !== 'object') return waarde;
  if (Array.isArray(waarde)) return waarde.map((deel) => absoluut(deel, basis));
  const uit: Record<string, Json> = {};
  for (const sleutel in waarde) uit[sleutel] = absoluut(waarde[sleutel] ?? null, basis);
  return uit;
}

/** The reverse: URLs on the request's own host become paths, all else stays; copies. */
export function relatief(waarde: Json, basis: string): Json {
  if (typeof waarde === 'string') {
    if (!waarde.startsWith(`${basis}/`)) return waarde;
    const pad = waarde.slice(basis.length);
    return PAD.test(pad) ? pad : waarde;
  }
  if (waarde === null || typeof waarde !== 'object') return waarde;
  if (Array.isArray(waarde)) return waarde.map((deel) => relatief(deel, basis));
  return Object.fromEntries(
    Object.entries(waarde).map(([sleutel, deel]) => [sleutel, relatief(deel, basis)]),
  );
}

/** Last path segment: the uuid of a reference; `''` where there is none. */
export const uuidVan = (verwijzing: Json | undefined): string =>
  typeof verwijzing === 'string' ? verwijzing.slice(verwijzing.lastIndexOf('/') + 1) : '';
