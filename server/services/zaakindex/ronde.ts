import type { Aanroep, Zaakregister } from '../../connectors/ports.ts';
import * as zaakindex from '../../store/zaakindex.ts';
import type { Deps } from '../deps.ts';
import {
  bewaarEnVergelijk,
  gelijk,
  indexrij,
  VAN_DE_CATALOGUS,
  werkBij,
  type Verschil,
} from '../zaakindex.ts';
import { leesKernen, ligtAanDeze, uuidVan, zaakId } from '../zaaklezing.ts';

/** Zaken that are no longer open, read side by side; and rows looked through at once to find them. */
const NAAST_ELKAAR = 8;
const BLAD = 1000;

export interface Rondeopties {
  /** When the round began, and the page it was at: where one that was broken off goes on. */
  begonnenOp?: Date;
  volgende?: string | null;
  /** Hears page by page what was not as the index had it. */
  bijVerschil?: (verschillen: readonly Verschil[]) => Promise<void>;
  /** After every page and every handful of single zaken: how many were read, and which page comes next. */
  naStuk?: (gelezen: number, volgende: string | null) => Promise<void>;
}

/**
 * One round over all open zaken of a register; what it no longer names is read one by one, by a round that saw all pages
 * itself. A zaak that cannot be read by itself holds nothing up. In memory at once: one page, and the ids that were seen
 * (about 10 MB for 100,000). Returns how many were read.
 */
export async function stemAf(
  deps: Deps,
  register: Zaakregister,
  aanroep: Aanroep,
  { begonnenOp = deps.clock.nu(), volgende: vanaf = null, bijVerschil, naStuk }: Rondeopties = {},
): Promise<number> {
  const afgebroken = (): boolean => aanroep.signal?.aborted ?? false;
  const gezien = new Set<string>();
  let volgende = vanaf;
  let gelezen = 0;
  let gebroken = 0;
  do {
    if (afgebroken()) return gelezen;
    // Before the page is read: a change that comes while it is under way is newer.
    const nu = deps.clock.nu();
    const bladzijde: Awaited<ReturnType<Zaakregister['openZaken']>> = await register.openZaken(
      volgende,
      aanroep,
    );
    const { rijen: leesbaar, onleesbaar } = await leesKernen(register, bladzijde, aanroep);
    gebroken += onleesbaar;
    const verschillen = await bewaarEnVergelijk(deps, leesbaar, nu);
    for (const { zaak } of leesbaar) gezien.add(zaakId(register.id, zaak.uuid));
    await bijVerschil?.(verschillen);
    gelezen += leesbaar.length;
    volgende = bladzijde.volgende;
    await naStuk?.(bladzijde.rijen.length, volgende);
  } while (volgende !== null);
  if (vanaf === null)
    for await (const ids of nietGezien(deps, register, gezien, begonnenOp)) {
      if (afgebroken()) return gelezen;
      await bijVerschil?.(await herlees(deps, register, ids, aanroep));
      await naStuk?.(ids.length, null);
    }
  if (gebroken > 0)
    deps.log.warn(
      { register: register.id, aantal: gebroken },
      'zaken die niet te lezen zijn, staan niet in de werkvoorraad',
    );
  return gelezen;
}

/** Ids of the zaken that the index has open and that the round did not meet, a handful at a time. */
async function* nietGezien(
  deps: Deps,
  register: Zaakregister,
  gezien: ReadonlySet<string>,
  begonnenOp: Date,
): AsyncGenerator<string[]> {
  let na = '';
  for (;;) {
    const rijen = await zaakindex.openVan(deps.store.db, { register: register.id, na, hoogstens: BLAD });
    const weg = rijen
      .filter(({ id, bijgewerktOp }) => !gezien.has(id) && bijgewerktOp < begonnenOp)
      .map(({ id }) => id);
    for (let van = 0; van < weg.length; van += NAAST_ELKAAR) yield weg.slice(van, van + NAAST_ELKAAR);
    if (rijen.length < BLAD) return;
    na = rijen.at(-1)?.id ?? na;
  }
}

/** Reads known zaken anew, one by one, and tells which of them changed. */
async function herlees(
  deps: Deps,
  register: Zaakregister,
  ids: readonly string[],
  aanroep: Aanroep,
): Promise<Verschil[]> {
  const eerder = new Map((await zaakindex.lees(deps.store.db, ids)).map((rij) => [rij.id, rij]));
  const kernen = await Promise.all(ids.map((id) => ofNiets(werkBij(deps, register, uuidVan(id), aanroep))));
  const nu = deps.clock.nu();
  return kernen.flatMap((kern) => {
    const oud = kern === null ? undefined : eerder.get(zaakId(register.id, kern.zaak.uuid));
    if (kern === null || oud === undefined) return [];
    const rij = indexrij(kern, deps.clock.vandaag(), nu);
    return gelijk(oud, rij, VAN_DE_CATALOGUS) ? [] : [{ kern, onbekend: false }];
  });
}

/** Null for a zaak that cannot be read by itself; a register that does not answer ends the round. */
async function ofNiets<T>(lezing: Promise<T>): Promise<T | null> {
  try {
    return await lezing;
  } catch (oorzaak) {
    if (ligtAanDeze(oorzaak)) return null;
    throw oorzaak;
  }
}
