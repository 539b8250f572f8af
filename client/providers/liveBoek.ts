import type { Gebeurtenis } from '../../shared/contracts/gebeurtenis.ts';

/** Doubles come from replays, and those reach back no further than this many events per onderwerp. */
const ONTHOUDEN = 1000;

interface Blad {
  gezien: Set<number>;
  hoogste: number | undefined;
  wacht: Gebeurtenis[] | null;
}

/**
 * What this console has seen, per onderwerp. The server joins first and replays after, so until `volg` is
 * acknowledged a newer event may come before an older one: those are held and handed over by volgnummer.
 */
export class LiveBoek {
  readonly #bladen = new Map<string, Blad>();

  #blad(onderwerp: string): Blad {
    const blad = this.#bladen.get(onderwerp) ?? { gezien: new Set(), hoogste: undefined, wacht: null };
    this.#bladen.set(onderwerp, blad);
    return blad;
  }

  /** A `volg` is on its way: hold what comes, and answer from where the server must replay. */
  begin(onderwerp: string): number | undefined {
    const blad = this.#blad(onderwerp);
    blad.wacht ??= [];
    return blad.hoogste;
  }

  /** @returns the events that are new, in order; empty while the onderwerp is being (re)joined */
  ontvang(gebeurtenis: Gebeurtenis): Gebeurtenis[] {
    const blad = this.#blad(gebeurtenis.onderwerp);
    if (blad.gezien.has(gebeurtenis.volgnummer)) return [];
    blad.gezien.add(gebeurtenis.volgnummer);
    if (blad.gezien.size > ONTHOUDEN) blad.gezien.delete(Math.min(...blad.gezien));
    if (blad.wacht) {
      blad.wacht.push(gebeurtenis);
      return [];
    }
    blad.hoogste = Math.max(blad.hoogste ?? 0, gebeurtenis.volgnummer);
    return [gebeurtenis];
  }

  /** The server joined us, up to `volgnummer`. @returns what was held, by volgnummer */
  bevestig(onderwerp: string, volgnummer: number): Gebeurtenis[] {
    const blad = this.#blad(onderwerp);
    const gehouden = (blad.wacht ?? []).toSorted((a, b) => a.volgnummer - b.volgnummer);
    blad.wacht = null;
    blad.hoogste = Math.max(blad.hoogste ?? 0, volgnummer, gehouden.at(-1)?.volgnummer ?? 0);
    return gehouden;
  }

  vergeet(onderwerp: string): void {
    this.#bladen.delete(onderwerp);
  }
}
