/** The registers' memory: the generated base plus what was written to it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { JOURNAAL, bewaarAnker, eisGelijk, leesAnker, vergeet, vingerafdrukVan } from './anker.ts';
import type { AnkerWens } from './anker.ts';
import { uuidVan } from './http/adres.ts';
import { INDEXEN } from './indexen.ts';
import type { IndexSleutels } from './indexen.ts';
import { Journaal } from './journaal.ts';
import type { Wijziging } from './journaal.ts';
import { neemSlot } from './slot.ts';
import type { Slot } from './slot.ts';
import { Tabel } from './tabel.ts';
import { TABELNAMEN } from './typen.ts';
import type { Bedrijf, Gemeente, Json, JsonObject, Rij, TabelNaam } from './typen.ts';

/** Tables that the generator knows nothing of; they are filled by writes alone. */
const EIGEN_TABELLEN = {
  'zaken/audittrail': {
    hoofdObject: (rij: Rij) => [typeof rij['hoofdObject'] === 'string' ? rij['hoofdObject'] : ''],
  },
} as const satisfies Record<string, Record<string, IndexSleutels>>;
export type OpslagTabel = TabelNaam | keyof typeof EIGEN_TABELLEN;

export type OpslagWijziging = Wijziging & { tabel: OpslagTabel };

export interface OpslagOpties {
  /** Folder of anchor and journal; absent: nothing outlives the process. */
  dir?: string;
  opnieuw?: boolean | undefined;
  wens: AnkerWens;
  klok: () => Date;
  maak: (peildatum: Date) => Gemeente;
}

export class Opslag {
  readonly peildatum: Date;
  readonly personen: readonly JsonObject[];
  readonly bedrijven: readonly Bedrijf[];
  readonly #tabellen: Map<string, Tabel>;
  #journaal: Journaal | undefined;
  #slot: Slot | undefined;

  private constructor(gemeente: Gemeente, peildatum: Date) {
    this.peildatum = peildatum;
    this.personen = gemeente.personen;
    this.bedrijven = gemeente.bedrijven;
    this.#tabellen = new Map([
      ...TABELNAMEN.map((naam) => [naam, new Tabel(gemeente.tabellen[naam], INDEXEN[naam])] as const),
      ...Object.entries(EIGEN_TABELLEN).map(([naam, index]) => [naam, new Tabel([], index)] as const),
    ]);
  }

  /** Makes or restores the world. Throws `ConfigFout` where the folder belongs to another one. */
  static async open({ dir, opnieuw, wens, klok, maak }: OpslagOpties): Promise<Opslag> {
    if (dir === undefined) {
      const nu = klok();
      return new Opslag(maak(nu), nu);
    }
    await mkdir(dir, { recursive: true });
    const slot = await neemSlot(dir);
    try {
      return await Opslag.#herstel(dir, slot, { opnieuw, wens, klok, maak });
    } catch (fout) {
      await slot.laatLos();
      throw fout;
    }
  }

  static async #herstel(
    dir: string,
    slot: Slot,
    { opnieuw, wens, klok, maak }: Omit<OpslagOpties, 'dir'>,
  ): Promise<Opslag> {
    if (opnieuw === true) await vergeet(dir);
    const bewaard = await leesAnker(dir);
    if (bewaard) eisGelijk(dir, bewaard, wens);
    const peildatum = bewaard ? new Date(bewaard.peildatum) : klok();
    const gemeente = maak(peildatum);
    const vingerafdruk = vingerafdrukVan(gemeente);
    if (bewaard) eisGelijk(dir, bewaard, { vingerafdruk });
    else await bewaarAnker(dir, { ...wens, peildatum: peildatum.toISOString(), vingerafdruk });
    const opslag = new Opslag(gemeente, peildatum);
    opslag.#slot = slot;
    opslag.#journaal = await Journaal.open(join(dir, JOURNAAL), (wijzigingen) => opslag.#speel(wijzigingen));
    return opslag;
  }

  tabel(naam: OpslagTabel): Tabel {
    const tabel = this.#tabellen.get(naam);
    if (!tabel) throw new Error(`geen tabel ${naam}`);
    return tabel;
  }

  /** The row to which a stored reference (a path) points. */
  achter(naam: OpslagTabel, verwijzing: Json | undefined): Rij | undefined {
    return this.tabel(naam).get(uuidVan(verwijzing));
  }

  /**
   * Applies a transaction in memory at once and resolves when it is on disk: check and apply in one synchronous
   * stretch, and answer only after the promise. `daarna` sees the rows as applied and adds to the same transaction.
   */
  leg(wijzigingen: OpslagWijziging[], daarna?: () => OpslagWijziging[]): Promise<void> {
    this.#speel(wijzigingen);
    const vervolg = daarna?.() ?? [];
    this.#speel(vervolg);
    return this.#journaal?.schrijf([...wijzigingen, ...vervolg]) ?? Promise.resolve();
  }

  async sluit(): Promise<void> {
    await this.#journaal?.sluit();
    await this.#slot?.laatLos();
  }

  #speel(wijzigingen: Wijziging[]): void {
    for (const wijziging of wijzigingen) {
      const tabel = this.#tabellen.get(wijziging.tabel);
      if (!tabel) throw new Error(`journaal: geen tabel ${wijziging.tabel}`);
      if ('rij' in wijziging) tabel.zet(wijziging.rij);
      else tabel.verwijder(wijziging.weg);
    }
  }
}
