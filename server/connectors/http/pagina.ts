import { z } from 'zod';
import { BronFout, type Aanroep } from '../ports.ts';
import type { Http, Vraag } from '../http.ts';
import { binnen } from './adres.ts';

const MAX_PAGINAS = 50;
/** Pages asked for ahead of the one that is read. */
const VOORUIT = 10;

const Aantal = z.number().int().nonnegative().nullish().catch(null);
/** A page of any ZGW or Open Klant list; a bare array (zaakinformatieobjecten) is one page. */
const Pagina = z.union([
  z.object({ results: z.array(z.unknown()), next: z.string().nullish(), count: Aantal }),
  z.array(z.unknown()).transform((results) => ({ results, next: null, count: null })),
]);

interface Blad {
  rijen: unknown[];
  /** The question for the next page, null on the last. */
  volgende: Vraag | null;
  /** Rows of all pages together, where the register says so. */
  aantal: number | null;
}

/** One page. A link to elsewhere is refused. */
export async function leesPagina(bron: string, http: Http, vraag: Vraag, aanroep: Aanroep): Promise<Blad> {
  const gelezen = Pagina.safeParse(await http.lees(vraag, aanroep));
  if (!gelezen.success) throw new BronFout(bron, 'onleesbaar', { code: 'geen_pagina' });
  const { results, next, count: aantal = null } = gelezen.data;
  if (next === undefined || next === null || next === '') return { rijen: results, volgende: null, aantal };
  const pad = binnen(vraag.basis, next);
  const eigenPad = vraag.pad.replace(/\?.*$/, '');
  if (pad?.replace(/\?.*$/, '') !== eigenPad)
    throw new BronFout(bron, 'onleesbaar', { code: 'vreemde_verwijzing' });
  // The link carries the whole query already.
  return { rijen: results, volgende: { ...vraag, query: {}, pad }, aantal };
}

/**
 * All pages; a BronFout `onleesbaar` on a loop or beyond 50 pages, never a silently short list. The links are followed
 * one by one, as the standard says, but what they will be is asked for ahead: a page that was guessed wrongly is not used.
 */
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
  const gevraagd = new Map<string, Promise<Blad>>();
  const lees = (een: Vraag): Promise<Blad> => {
    const belofte = gevraagd.get(een.pad) ?? leesPagina(bron, http, een, aanroep);
    gevraagd.set(een.pad, belofte);
    // Only a page that the links lead to may fail us.
    belofte.catch(() => undefined);
    return belofte;
  };
  let komende: Vraag[] = [];
  for (let nu: Vraag | null = vraag; nu !== null;) {
    if (gezien.has(nu.pad)) throw new BronFout(bron, 'onleesbaar', { code: 'lus_in_paginas' });
    if (gezien.size >= MAX_PAGINAS) throw new BronFout(bron, 'onleesbaar', { code: 'te_veel_paginas' });
    const eerste = gezien.size === 0;
    gezien.add(nu.pad);
    for (const verder of komende.slice(0, VOORUIT)) void lees(verder);
    const blad: Blad = await (eerste ? leesPagina(bron, http, nu, aanroep) : lees(nu));
    if (eerste && blad.volgende !== null) {
      await keur?.(blad.rijen);
      komende = naDeEerste(bron, blad, blad.volgende);
    } else komende = komende.slice(1);
    rijen.push(...blad.rijen);
    nu = blad.volgende;
  }
  return rijen;
}

/** Pages 2 and on as their links will be, where the first one tells how many there are. */
function naDeEerste(bron: string, { rijen, aantal }: Blad, tweede: Vraag): Vraag[] {
  const [pad = '', query = ''] = tweede.pad.split('?');
  const vraag = new URLSearchParams(query);
  if (aantal === null || rijen.length === 0 || vraag.get('page') !== '2') return [];
  const bladen = Math.ceil(aantal / rijen.length);
  if (bladen > MAX_PAGINAS) throw new BronFout(bron, 'onleesbaar', { code: 'te_veel_paginas' });
  return Array.from({ length: bladen - 1 }, (_, plek) => {
    // In place, not set anew: the order of the query is the register's.
    const opPagina = query.replace(/(^|&)page=2(?=&|$)/, `$1page=${String(plek + 2)}`);
    return { ...tweede, pad: `${pad}?${opPagina}` };
  });
}
