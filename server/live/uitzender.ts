import type { Logger } from 'pino';
import * as gebeurtenissen from '../store/gebeurtenissen.ts';
import type { BewaardeGebeurtenis } from '../store/gebeurtenissen.ts';
import type { Store } from '../store/store.ts';

const HOOGSTENS = 500;

/**
 * Sends every event once and in order of volgnummer, whatever the order in which services (or another process) tell of
 * them: a number that is not the next is a sign to read what lies between, which by commit order is there to be read.
 * So a console that remembers the highest number it saw can never have missed a lower one.
 */
export class Uitzender {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #zend: (gebeurtenis: BewaardeGebeurtenis) => Promise<void>;
  readonly #vooraf: (gebeurtenissen: readonly BewaardeGebeurtenis[]) => unknown;
  #laatste: number;
  #rij: Promise<void> = Promise.resolve();

  constructor(opties: {
    store: Store;
    log: Logger;
    /** Volgnummer up to which everything is known to be sent. */
    laatste: number;
    /** Drops from this process's caches what these events touch. */
    vooraf: (gebeurtenissen: readonly BewaardeGebeurtenis[]) => unknown;
    zend: (gebeurtenis: BewaardeGebeurtenis) => Promise<void>;
  }) {
    this.#store = opties.store;
    this.#log = opties.log;
    this.#laatste = opties.laatste;
    this.#vooraf = opties.vooraf;
    this.#zend = opties.zend;
  }

  get laatste(): number {
    return this.#laatste;
  }

  /** Resolves when these have been sent. */
  async publiceer(nieuw: readonly BewaardeGebeurtenis[]): Promise<void> {
    this.#rij = this.#rij.then(() => this.#verwerk(nieuw.toSorted((a, b) => a.volgnummer - b.volgnummer)));
    return this.#rij;
  }

  /** Sends what is in the store and was not sent: after a lost connection to Redis, or a failed read. */
  async haalIn(): Promise<void> {
    this.#rij = this.#rij.then(() => this.#lees());
    return this.#rij;
  }

  async #verwerk(nieuw: readonly BewaardeGebeurtenis[]): Promise<void> {
    const vers = nieuw.filter((een) => een.volgnummer > this.#laatste);
    if (vers.length === 0) return;
    const sluitAan = vers.every((een, i) => een.volgnummer === this.#laatste + 1 + i);
    if (sluitAan) await this.#stuur(vers);
    else await this.#lees();
  }

  async #lees(): Promise<void> {
    try {
      for (;;) {
        const deel = await gebeurtenissen.na(this.#store.db, this.#laatste, HOOGSTENS);
        await this.#stuur(deel);
        if (deel.length < HOOGSTENS) return;
      }
    } catch (err) {
      // What was not read is sent with the next event or the next round.
      this.#log.error({ err }, 'gebeurtenissen niet gelezen');
    }
  }

  async #stuur(deel: readonly BewaardeGebeurtenis[]): Promise<void> {
    try {
      if (deel.length > 0) await this.#vooraf(deel);
    } catch (err) {
      this.#log.error({ err }, 'caches niet geleegd');
    }
    for (const een of deel) {
      this.#laatste = een.volgnummer;
      try {
        await this.#zend(een);
      } catch (err) {
        this.#log.error({ err, volgnummer: een.volgnummer }, 'gebeurtenis niet verzonden');
      }
    }
  }
}
