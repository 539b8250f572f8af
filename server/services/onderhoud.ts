import { BronFout, type Aanroep, type Registers } from '../connectors/ports.ts';
import { dayOf } from '../domain/dagen.ts';
import * as gebeurtenissen from '../store/gebeurtenissen.ts';
import * as gesprekken from '../store/gesprekken.ts';
import * as indexronden from '../store/indexronden.ts';
import * as inbox from '../store/inbox.ts';
import * as klantopeningen from '../store/klantopeningen.ts';
import * as klantronden from '../store/klantronden.ts';
import * as outbox from '../store/outbox.ts';
import * as sessies from '../store/sessies.ts';
import * as taakstand from '../store/taakstand.ts';
import * as verwerkingen from '../store/verwerkingen.ts';
import * as zaakverloop from '../store/zaakverloop.ts';
import { stemRegisterAf } from './afstemming.ts';
import type { Deps } from './deps.ts';
import { DOEL_BEHANDELING } from './doelbinding.ts';
import { leer } from './paden.ts';
import { vulVerloop } from './zaakverloop.ts';

const aanroep: Aanroep = { medewerker: null, doel: DOEL_BEHANDELING, traceId: '0'.repeat(32) };

/** Days that each kind of own data is kept; the verwerkingenlog in months (docs/BEHEER.md). */
const BEWAAR = {
  gebeurtenissen: 7,
  gesprekken: 7,
  bezorgd: 30,
  inbox: 30,
  klantronden: 1,
  verloop: 30,
  verwerkingenMaanden: 60,
};
const DAG_MS = 86_400_000;

/** Nothing was read for this long (ms): the console was off, and its abonnement may be blocked. */
const WEG_MS = 24 * 60 * 60_000;
/** Keeps how a task went last, for operations: whichever process ran it. */
export const metStand = <T extends { naam: string; doe: (signal: AbortSignal) => Promise<void> }>(
  { store, clock }: Deps,
  taak: T,
): T => ({
  ...taak,
  doe: async (signal: AbortSignal) => {
    try {
      await taak.doe(signal);
    } catch (oorzaak) {
      await taakstand.mislukt(store.db, taak.naam, wieFaalde(oorzaak), clock.nu());
      throw oorzaak;
    }
    // Broken off at the end of the process: it did not do all of its work.
    if (!signal.aborted) await taakstand.gelukt(store.db, taak.naam, clock.nu());
  },
});

/** The register and the kind of fault; of any other error its name, because its text may quote what was sent. */
const wieFaalde = (oorzaak: unknown): string => {
  if (oorzaak instanceof BronFout) return `${oorzaak.bron}: ${oorzaak.soort}`;
  return oorzaak instanceof Error ? oorzaak.name : 'onbekend';
};

/** Makes or repairs our one abonnement; without a notificatieregister there is nothing to do. */
export async function abonneer({ registers, store, clock, log }: Deps): Promise<void> {
  const laatste = await indexronden.allerlaatste(store.db);
  const weg = laatste !== null && clock.nu().getTime() - laatste.getTime() > WEG_MS;
  const uitkomst = await registers.notificaties?.zorgVoorAbonnement(aanroep, weg);
  log.debug({ uitkomst }, 'abonnement op notificaties');
}

/** A round that was done this recently (ms) is not done again when the task is repeated for another register. */
const VERS_MS = 30 * 60_000;

/**
 * What was never announced: one round over the open zaken of every register, each by itself. `gestart`: since when this
 * process runs; whatever happened before it may have been missed.
 */
export async function werkIndexBij(deps: Deps, signal: AbortSignal, gestart: Date): Promise<void> {
  const vers = new Date(deps.clock.nu().getTime() - VERS_MS);
  const sinds = vers > gestart ? vers : gestart;
  await voorElk(deps, async (register) => {
    const { gelezen, verteld } = await stemRegisterAf(deps, register, { signal, sinds });
    const verlopen = await vulVerloop(deps, register, aanroep, signal);
    deps.log.debug({ register: register.id, zaken: gelezen, verteld, verlopen }, 'zaakindex bijgewerkt');
  });
}

/** The order in which the statuses of each zaaktype really happen. */
export async function leerPaden(deps: Deps, signal: AbortSignal): Promise<void> {
  await voorElk(deps, async (register) => {
    for (const zaaktype of await register.zaaktypen(aanroep)) {
      if (signal.aborted) return;
      await leer(deps, register, zaaktype, aanroep);
    }
    deps.log.debug({ register: register.id }, 'paden geleerd');
  });
}

/** Every register gets its turn, also when another one fails; the first failure is told at the end. */
async function voorElk(
  deps: Deps,
  doe: (register: Registers['zaken'][number]) => Promise<void>,
): Promise<void> {
  const uitkomsten = await Promise.allSettled(deps.registers.zaken.map(doe));
  const mislukt = uitkomsten.find((uitkomst) => uitkomst.status === 'rejected');
  if (mislukt !== undefined) throw mislukt.reason;
}

/** Retention: what is no longer needed goes, and next month's partition of the log is there before it is needed. */
export async function ruimOp({ store, clock }: Deps): Promise<void> {
  const nu = clock.nu();
  const geleden = (dagen: number): Date => new Date(nu.getTime() - dagen * DAG_MS);
  await sessies.ruimOp(store.db, nu);
  await klantopeningen.ruimOp(store.db, nu);
  await gesprekken.ruimOp(store.db, geleden(BEWAAR.gesprekken));
  await gebeurtenissen.ruimOp(store.db, geleden(BEWAAR.gebeurtenissen));
  await outbox.ruimOp(store.db, geleden(BEWAAR.bezorgd));
  await inbox.ruimOp(store.db, geleden(BEWAAR.inbox));
  await klantronden.ruimOp(store.db, geleden(BEWAAR.klantronden));
  await zaakverloop.ruimOp(store.db, geleden(BEWAAR.verloop));
  const maand = (verschil: number): string =>
    dayOf(new Date(Date.UTC(nu.getUTCFullYear(), nu.getUTCMonth() + verschil, 15))).slice(0, 7);
  await store.tx((t) => verwerkingen.zorgVoorMaand(t, maand(1)));
  await store.tx((t) => verwerkingen.sluitAf(t, maand(-BEWAAR.verwerkingenMaanden), nu));
  // A server does this by itself; PGlite never does, and its files would only grow.
  if (store.engine === 'pglite') await store.executeSql('VACUUM (ANALYZE)');
}
