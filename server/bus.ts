import { EventEmitter } from 'node:events';
import type { BewaardeGebeurtenis } from './store/gebeurtenissen.ts';

/** What services tell the rest of this process, after their transaction was committed. */
interface Berichten {
  /** To be sent to the consoles that follow them; in order of volgnummer. */
  gebeurtenissen: [readonly BewaardeGebeurtenis[]];
  /** Logged out, or other rollen: this session (or all of this medewerker) loses its live connection. */
  'sessie.einde': [{ medewerker: string; sid?: string }];
  /** A notificatie was kept: the inbox has work. */
  notificatie: [];
  /** The autorisatiematrix changed: what is followed is judged again. */
  rechten: [];
}

export type Bus = EventEmitter<Berichten>;

export function maakBus(): Bus {
  return new EventEmitter<Berichten>();
}
