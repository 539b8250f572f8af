import type { BewaardeGebeurtenis } from '../store/gebeurtenissen.ts';
import type { Gebeurtenis } from '../../shared/contracts/gebeurtenis.ts';

/** `mijn` is another room for everyone: inside it carries the id of the medewerker, on the wire it does not. */
export const intern = (onderwerp: string, medewerker: string): string =>
  onderwerp === 'mijn' ? `mijn:${medewerker}` : onderwerp;

export const kamer = (onderwerp: string, profiel: string): string => `${onderwerp}\n${profiel}`;

/** As the contract has it: what only we need to know is left behind. */
export function opDeLijn(gebeurtenis: BewaardeGebeurtenis): Gebeurtenis {
  const { volgnummer, soort, onderwerp, id, tijdstip, door } = gebeurtenis;
  return {
    volgnummer,
    soort,
    onderwerp: onderwerp.startsWith('mijn:') ? 'mijn' : onderwerp,
    ...(id === undefined ? {} : { id }),
    tijdstip,
    ...(door === undefined ? {} : { door }),
  };
}

/** Which rechtenprofielen follow an onderwerp in this process, and how many consoles of each. */
export class Abonnementen {
  readonly #telling = new Map<string, Map<string, number>>();

  erbij(onderwerp: string, profiel: string): void {
    const profielen = this.#telling.get(onderwerp) ?? new Map<string, number>();
    this.#telling.set(onderwerp, profielen);
    profielen.set(profiel, (profielen.get(profiel) ?? 0) + 1);
  }

  eraf(onderwerp: string, profiel: string): void {
    const profielen = this.#telling.get(onderwerp);
    const over = (profielen?.get(profiel) ?? 0) - 1;
    if (over > 0) profielen?.set(profiel, over);
    else profielen?.delete(profiel);
    if (profielen?.size === 0) this.#telling.delete(onderwerp);
  }

  /** What is followed of one kind, without its name: ids of klanten, zaken … */
  van(soort: string): string[] {
    const begin = `${soort}:`;
    return [...this.#telling.keys()]
      .filter((onderwerp) => onderwerp.startsWith(begin))
      .map((onderwerp) => onderwerp.slice(begin.length));
  }

  profielen(onderwerp: string): string[] {
    return [...(this.#telling.get(onderwerp)?.keys() ?? [])];
  }
}
