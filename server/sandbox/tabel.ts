import type { IndexSleutels } from './indexen.ts';
import type { Rij } from './typen.ts';

/** Rows of one resource in memory, in order of arrival, with indexes that are built at first use. */
export class Tabel {
  readonly #rijen = new Map<string, Rij>();
  readonly #sleutels: Record<string, IndexSleutels>;
  readonly #indexen = new Map<string, Map<string, Set<string>>>();

  constructor(rijen: Iterable<Rij>, sleutels: Record<string, IndexSleutels> = {}) {
    this.#sleutels = sleutels;
    for (const rij of rijen) this.#rijen.set(rij.uuid, rij);
  }

  get aantal(): number {
    return this.#rijen.size;
  }

  get(uuid: string): Rij | undefined {
    return this.#rijen.get(uuid);
  }

  /** All rows, oldest first. */
  alle(): Rij[] {
    return [...this.#rijen.values()];
  }

  /** Rows under a key of a declared index, oldest first. */
  op(index: string, sleutel: string): Rij[] {
    const uuids = this.#index(index).get(sleutel) ?? [];
    return [...uuids].flatMap((uuid) => this.#rijen.get(uuid) ?? []);
  }

  heeftIndex(index: string): boolean {
    return index in this.#sleutels;
  }

  zet(rij: Rij): void {
    const oud = this.#rijen.get(rij.uuid);
    this.#rijen.set(rij.uuid, rij);
    this.#herindex(rij.uuid, oud, rij);
  }

  verwijder(uuid: string): void {
    const oud = this.#rijen.get(uuid);
    this.#rijen.delete(uuid);
    this.#herindex(uuid, oud, undefined);
  }

  #herindex(uuid: string, oud: Rij | undefined, nieuw: Rij | undefined): void {
    for (const [naam, index] of this.#indexen) {
      const sleutels = this.#sleutels[naam];
      if (!sleutels) continue;
      const erna = new Set(nieuw ? sleutels(nieuw) : []);
      for (const sleutel of oud ? sleutels(oud) : [])
        if (!erna.has(sleutel)) index.get(sleutel)?.delete(uuid);
      for (const sleutel of erna) zetBij(index, sleutel, uuid);
    }
  }

  #index(naam: string): Map<string, Set<string>> {
    const klaar = this.#indexen.get(naam);
    if (klaar) return klaar;
    const sleutels = this.#sleutels[naam];
    if (!sleutels) throw new Error(`geen index ${naam}`);
    const index = new Map<string, Set<string>>();
    for (const rij of this.#rijen.values())
      for (const sleutel of sleutels(rij)) zetBij(index, sleutel, rij.uuid);
    this.#indexen.set(naam, index);
    return index;
  }
}

function zetBij(index: Map<string, Set<string>>, sleutel: string, uuid: string): void {
  const verzameling = index.get(sleutel);
  if (verzameling) verzameling.add(uuid);
  else index.set(sleutel, new Set([uuid]));
}
