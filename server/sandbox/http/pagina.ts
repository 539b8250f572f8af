import type { Request } from 'express';
import { basisVan } from './adres.ts';
import { nietGevonden } from './fout.ts';

/** `pageSize`: 100 by default, 500 at most; `page`: always 100; `geen`: a bare array. */
export type Paginering = 'pageSize' | 'page' | 'geen';

const STANDAARD = 100;
const MAXIMUM = 500;

export const pagineringParameters = (paginering: Paginering): string[] =>
  paginering === 'geen' ? [] : paginering === 'page' ? ['page'] : ['page', 'pageSize'];

export interface Pagina<T> {
  count: number;
  next: string | null;
  previous: string | null;
  results: T[];
}

/** Cuts one page (DRF's PageNumberPagination); 404 "Ongeldige pagina." where `page` is none of them. */
export function pagina<T>(req: Request, alle: readonly T[], paginering: 'pageSize' | 'page'): Pagina<T> {
  const url = new URL(req.originalUrl, basisVan(req));
  const vraag = url.searchParams;
  const grootte = paginering === 'pageSize' ? leesGrootte(vraag.get('pageSize')) : STANDAARD;
  const laatste = Math.max(1, Math.ceil(alle.length / grootte));
  const gevraagd = vraag.getAll('page').at(-1) || '1';
  const nummer = gevraagd === 'last' ? laatste : /^\d+$/.test(gevraagd) ? Number(gevraagd) : 0;
  if (nummer < 1 || nummer > laatste) throw nietGevonden('Ongeldige pagina.');
  return {
    count: alle.length,
    next: nummer < laatste ? opPagina(url, nummer + 1) : null,
    previous: nummer > 1 ? opPagina(url, nummer - 1) : null,
    results: alle.slice((nummer - 1) * grootte, nummer * grootte),
  };
}

function leesGrootte(waarde: string | null): number {
  const getal = waarde !== null && /^\d+$/.test(waarde) ? Number(waarde) : 0;
  return getal < 1 ? STANDAARD : Math.min(getal, MAXIMUM);
}

/** DRF sorts the query and leaves `page` out of the link to the first page. */
function opPagina(url: URL, nummer: number): string {
  const doel = new URL(url);
  doel.searchParams.delete('page');
  if (nummer > 1) doel.searchParams.set('page', String(nummer));
  doel.searchParams.sort();
  return doel.href;
}
