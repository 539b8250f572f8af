import { dayOf } from './domain/dagen.ts';

/** The clock port: nothing on the request path asks the machine for the time itself, so that tests own it. */
export interface Clock {
  nu(): Date;
  /** The calendar day in Europe/Amsterdam, `YYYY-MM-DD`. */
  vandaag(): string;
}

export const echteKlok: Clock = { nu: () => new Date(), vandaag: () => dayOf(new Date()) };

export interface VasteKlok extends Clock {
  zet(moment: string): void;
  /** Moves the clock by so many milliseconds. */
  verder(ms: number): void;
}

/** A clock that stands still until it is moved. */
export function vasteKlok(begin: string): VasteKlok {
  let moment = new Date(begin);
  return {
    nu: () => new Date(moment),
    vandaag: () => dayOf(moment),
    zet: (nieuw) => {
      moment = new Date(nieuw);
    },
    verder: (ms) => {
      moment = new Date(moment.getTime() + ms);
    },
  };
}
