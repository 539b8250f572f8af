import type { Logger } from 'pino';
import type { Medewerker } from '../../shared/contracts/medewerker.ts';
import type { Bus } from '../bus.ts';
import type { Clock } from '../clock.ts';
import type { Aanroep, Registers } from '../connectors/ports.ts';
import type { Beleid } from '../policies/zaken.ts';
import type { Sleutels } from '../store/sleutels.ts';
import type { Store } from '../store/store.ts';
import type { Bronstand } from './bronstand.ts';

/** What every service gets from app.ts. */
export interface Deps {
  store: Store;
  sleutels: Sleutels;
  registers: Registers;
  bronstand: Bronstand;
  clock: Clock;
  bus: Bus;
  log: Logger;
}

/** Who asks, with what rights, under which purpose and gesprek. */
export interface Wie {
  medewerker: Medewerker;
  beleid: Beleid;
  traceId: string;
  /** `X-Doel`: a code of the list that privacy keeps. */
  doel: string | null;
  /** `X-Gesprek`: the running gesprek this call belongs to. */
  gesprek: string | null;
}

/** How a register is asked on behalf of this medewerker. */
export const aanroepVan = (wie: Wie, doel: string): Aanroep => ({
  medewerker: { id: wie.medewerker.id, naam: wie.medewerker.naam },
  doel,
  traceId: wie.traceId,
});
