import { setTimeout as wacht } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Aanroep, Registers } from '../connectors/ports.ts';
import * as gebeurtenissen from '../store/gebeurtenissen.ts';
import type { Store } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { DOEL_BEHANDELING } from './doelbinding.ts';
import { leer } from './paden.ts';
import { stemAf } from './zaakindex.ts';
import { vindRegister } from './zaaklezing.ts';

const UUR_MS = 3_600_000;
/** After a start in which a register did not answer: try again sooner than the hourly round. */
const OPNIEUW_MS = 15_000;
const aanroep: Aanroep = { medewerker: null, doel: DOEL_BEHANDELING, traceId: '0'.repeat(32) };

export interface Onderhoud {
  begin(): void;
  /** Whether the first attempt to subscribe was made. */
  gereed(): boolean;
  stop(): Promise<void>;
}

/** What runs beside the requests: the subscription, the zaakindex, the paden; at the start and every hour. */
export function maakOnderhoud(deps: Deps): Onderhoud {
  const einde = new AbortController();
  let geprobeerd = deps.registers.notificaties === null;
  let loopt: Promise<void> = Promise.resolve();

  async function ronde(): Promise<boolean> {
    const gelukt = [
      await probeer(deps, 'abonnement', () => deps.registers.notificaties?.zorgVoorAbonnement(aanroep)),
    ];
    geprobeerd = true;
    for (const register of deps.registers.zaken) {
      if (einde.signal.aborted) return true;
      gelukt.push(await probeer(deps, `zaakindex ${register.id}`, () => stemAf(deps, register, aanroep)));
      gelukt.push(
        await probeer(deps, `paden ${register.id}`, async () => {
          for (const zaaktype of await register.zaaktypen(aanroep)) {
            if (einde.signal.aborted) return;
            await leer(deps, register, zaaktype, aanroep);
          }
        }),
      );
    }
    return gelukt.every(Boolean);
  }

  async function blijfDoen(): Promise<void> {
    while (!einde.signal.aborted) {
      const pauze = (await ronde()) ? UUR_MS : OPNIEUW_MS;
      await wacht(pauze, undefined, { signal: einde.signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    begin: () => {
      loopt = blijfDoen();
    },
    gereed: () => geprobeerd,
    stop: async () => {
      einde.abort();
      await loopt;
    },
  };
}

/** A task that fails is reported and tried again later; it never takes the others with it. */
async function probeer(deps: Deps, taak: string, doe: () => Promise<unknown> | undefined): Promise<boolean> {
  try {
    const uitkomst = await doe();
    deps.log.info(
      { taak, uitkomst: typeof uitkomst === 'object' ? undefined : uitkomst },
      'onderhoud gedaan',
    );
    return true;
  } catch (err) {
    deps.log.warn({ taak, err }, 'onderhoud mislukt, wordt herhaald');
    return false;
  }
}

export async function storeAntwoordt(store: Store): Promise<boolean> {
  return store.db.execute(sql`SELECT 1`).then(
    () => true,
    () => false,
  );
}

/** Drops what is cached of the zaak that an event is about, before the event is sent. */
export function vergeetZaak(registers: Registers, id: string): void {
  const gevonden = vindRegister(registers.zaken, id);
  gevonden?.register.vergeet(gevonden.uuid);
}

/** A refused write came back to its author. */
export async function meldTaak(deps: Deps, medewerker: string): Promise<void> {
  const geschreven = await deps.store.tx((t) =>
    gebeurtenissen.schrijf(t, [
      {
        soort: 'zaak.gewijzigd',
        onderwerp: `mijn:${medewerker}`,
        tijdstip: deps.clock.nu().toISOString(),
        bron: null,
        niveau: 'status',
      },
    ]),
  );
  deps.bus.emit('gebeurtenissen', geschreven);
}
