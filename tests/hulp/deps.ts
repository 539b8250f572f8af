import { maakBus } from '../../server/bus.ts';
import type { Clock } from '../../server/clock.ts';
import type { Registers } from '../../server/connectors/ports.ts';
import { maakBronstand } from '../../server/services/bronstand.ts';
import type { Deps } from '../../server/services/deps.ts';
import type { Store } from '../../server/store/store.ts';
import { stilLog } from './log.ts';
import { testSleutels } from './sleutels.ts';

/** What a service is given, with no register but those named. */
export const leegDeps = (store: Store, clock: Clock, registers: Partial<Registers> = {}): Deps => ({
  store,
  sleutels: testSleutels(),
  registers: {
    zaken: [],
    klanten: null,
    personen: null,
    bedrijven: null,
    notificaties: null,
    medewerkers: null,
    klanttaken: null,
    verbindingen: () => [],
    ...registers,
  },
  clock,
  bus: maakBus(),
  bronstand: maakBronstand(clock),
  log: stilLog(),
});
