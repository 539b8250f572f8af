import { z } from 'zod';
import { BronFout, type Aanroep } from '../ports.ts';
import type { Http, Vraag } from '../http.ts';
import { binnen } from './adres.ts';

const MAX_PAGINAS = 50;

/** A page of any ZGW or Open Klant list; a bare array (zaakinformatieobjecten) is one page. */
const Pagina = z.union([
  z.object({ results: z.array(z.unknown()), next: z.string().nullish() }),
  z.array(z.unknown()).transform((results) => ({ results, next: null })),
]);

/** One page; `volgende` is the question for the next, null on the last. A link to elsewhere is refused. */
export async function leesPagina(
  bron: string,
  http: Http,
  vraag: Vraag,
  aanroep: Aanroep,
): Promise<{ rijen: unknown[]; volgende: Vraag | null }> {
  const gelezen = Pagina.safeParse(await http.lees(vraag, aanroep));
  if (!gelezen.success) throw new BronFout(bron, 'onleesbaar', { code: 'geen_pagina' });
  const { results, next } = gelezen.data;
  if (next === undefined || next === null || next === '') return { rijen: results, volgende: null };
  const pad = binnen(vraag.basis, next);
  const eigenPad = vraag.pad.replace(/\?.*$/, '');
  if (pad?.replace(/\?.*$/, '') !== eigenPad)
    throw new BronFout(bron, 'onleesbaar', { code: 'vreemde_verwijzing' });
  // The link carries the whole query already.
  return { rijen: results, volgende: { ...vraag, query: {}, pad } };
}

/** All pages after each other; a BronFout `onleesbaar` on a loop or beyond 50 pages, never a silently short list. */
export async function leesAlles(
  bron: string,
  http: Http,
  vraag: Vraag,
  aanroep: Aanroep,
  /** Looks at the first page when there are more of them; what it throws ends the reading. */
  keur?: (rijen: unknown[]) => Promise<void>,
): Promise<unknown[]> {
  const gezien = new Set<string>();
  const rijen: unknown[] = [];
  for (let nu: Vraag | null = vraag; nu !== null;) {
    if (gezien.has(nu.pad)) throw new BronFout(bron, 'onleesbaar', { code: 'lus_in_paginas' });
    if (gezien.size >= MAX_PAGINAS) throw new BronFout(bron, 'onleesbaar', { code: 'te_veel_paginas' });
    gezien.add(nu.pad);
    const blad: Awaited<ReturnType<typeof leesPagina>> = await leesPagina(bron, http, nu, aanroep);
    if (rijen.length === 0 && blad.volgende !== null) await keur?.(blad.rijen);
    rijen.push(...blad.rijen);
    nu = blad.volgende;
  }
  return rijen;
}
