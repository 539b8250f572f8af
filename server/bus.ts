import { EventEmitter } from 'node:events';
import type { Gebeurtenis } from '../shared/contracts/gebeurtenis.ts';

/** What services tell the rest of this process, after their transaction was committed. */
interface Berichten {
  /** To be sent to the consoles that follow them; in order of volgnummer. */
  gebeurtenissen: [readonly Gebeurtenis[]];
  /** Logged out, or other rollen: this session (or all of this medewerker) loses its live connection. */
  'sessie.einde': [{ medewerker: string; sid?: string }];
  /** The autorisatiematrix changed: what is followed is judged again. */
  rechten: [];
}

export type Bus = EventEmitter<Berichten>;

export function maakBus(): Bus {
  return new EventEmitter<Berichten>();
}
