import type { BewaardeGebeurtenis } from '../store/gebeurtenissen.ts';

/** More different changes than this at once: the list is read anew whatever they are, so one event tells it. */
const VEEL = 20;

/**
 * A list or dashboard is read anew as a whole, so what comes together for one room goes out together: once for every
 * record, the last state of it, in order of volgnummer.
 */
export class Samenvoeger {
  readonly #wacht = new Map<string, Map<string, BewaardeGebeurtenis>>();
  readonly #stuur: (kamer: string, gebeurtenis: BewaardeGebeurtenis) => void;
  readonly #ms: number;
  #klok: NodeJS.Timeout | null = null;

  constructor(ms: number, stuur: (kamer: string, gebeurtenis: BewaardeGebeurtenis) => void) {
    this.#ms = ms;
    this.#stuur = stuur;
  }

  erbij(kamer: string, gebeurtenis: BewaardeGebeurtenis): void {
    const inKamer = this.#wacht.get(kamer) ?? new Map<string, BewaardeGebeurtenis>();
    this.#wacht.set(kamer, inKamer);
    const sleutel = gebeurtenis.soort === 'kpi' ? 'kpi' : `${gebeurtenis.soort}\n${gebeurtenis.id ?? ''}`;
    inKamer.delete(sleutel);
    inKamer.set(sleutel, gebeurtenis);
    this.#klok ??= setTimeout(() => {
      this.leeg();
    }, this.#ms);
  }

  /** Sends all that waits. */
  leeg(): void {
    if (this.#klok !== null) clearTimeout(this.#klok);
    this.#klok = null;
    for (const [kamer, inKamer] of this.#wacht) {
      const alle = [...inKamer.values()];
      const laatste = alle.at(-1);
      if (alle.length > VEEL && laatste !== undefined) {
        const { id: _welke, door: _wie, ...rest } = laatste;
        this.#stuur(kamer, { ...rest, soort: 'zaak.gewijzigd' });
      } else for (const een of alle) this.#stuur(kamer, een);
    }
    this.#wacht.clear();
  }
}
