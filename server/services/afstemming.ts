import { randomUUID } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';
import { BronFout, type Zaakregister } from '../connectors/ports.ts';
import { addDays, dayOf } from '../domain/dagen.ts';
import * as indexronden from '../store/indexronden.ts';
import * as zaakindex from '../store/zaakindex.ts';
import type { Deps } from './deps.ts';
import { DOEL_BEHANDELING } from './doelbinding.ts';
import { meldKernen, type Wijziging } from './meldingen.ts';
import { type Verschil } from './zaakindex.ts';
import { stemAf } from './zaakindex/ronde.ts';

/** Zaken told in one go, and the time (ms) before the next: consoles that follow many of them refetch in between. */
const BATCH = 100;
const PAUZE_MS = 1000;
/** Read from one register at most, whatever it could give: 100,000 open zaken take some nine minutes. */
const ZAKEN_PER_SECONDE = 200;
/** A process that has not done a page for this long is gone; what waits for it looks as often as this (ms). */
const LEASE_MS = 60_000;
const KIJK_MS = 2000;
/** A round that was broken off goes on within this time; after it so much has changed that it begins anew. */
const HERVAT_MS = 60 * 60_000;

export interface Afstemming {
  gelezen: number;
  /** Zaken of which consoles were told. */
  verteld: number;
}

export interface Afstemopties {
  signal: AbortSignal;
  /** A completed round that began since then will do: by another process, or by this one before another register failed. */
  sinds?: Date;
  pauze?: (ms: number) => Promise<unknown>;
}

/**
 * Finds what was never announced: one round over the open zaken of a register and over those that it no longer has open.
 * No product of which we know can be asked what changed since a moment (`laatstGemuteerd` is in no filter and in no
 * ordering of Open Zaak 1.30, and in no standard), so the index is what is compared with.
 *
 * Told is only what really differs, once a zaak, in batches: also after days without notificaties. Nothing is told of the
 * first fill of an empty index, nor of older zaken that it lacks: nobody can have missed those. One process at a time
 * does the round of a register, at a fixed pace, and a restart goes on where it was.
 */
export async function stemRegisterAf(
  deps: Deps,
  register: Zaakregister,
  opties: Afstemopties,
): Promise<Afstemming> {
  const { signal } = opties;
  const pauze = opties.pauze ?? ((ms) => wacht(ms, undefined, { signal, ref: false }).catch(() => undefined));
  const ronde = await neemRonde(deps, register, { ...opties, pauze });
  if (ronde === null) return { gelezen: 0, verteld: 0 };
  const { loper, begonnenOp, volgende, voltooidVan } = ronde;
  const aanroep = { medewerker: null, doel: DOEL_BEHANDELING, traceId: '0'.repeat(32), signal };
  const verteller = maakVerteller(deps, pauze, voltooidVan);
  const naStuk = async (gelezen: number, verder: string | null): Promise<void> => {
    const tot = new Date(deps.clock.nu().getTime() + LEASE_MS);
    await indexronden.bij(deps.store.db, { register: register.id, loper, volgende: verder, tot });
    await pauze((gelezen / ZAKEN_PER_SECONDE) * 1000);
  };
  try {
    const gelezen = await stemAf(deps, register, aanroep, {
      begonnenOp,
      volgende,
      bijVerschil: verteller.bij,
      naStuk,
    });
    if (!signal.aborted) {
      await indexronden.voltooid(deps.store.db, { register: register.id, loper });
      if (voltooidVan === null) await zaakindex.ordenOp(deps.store.db);
    }
    return { gelezen, verteld: await verteller.einde() };
  } catch (oorzaak) {
    // The index has these already: the next round finds no difference.
    await verteller.einde();
    if (!magHervatten(oorzaak))
      await indexronden.bij(deps.store.db, {
        register: register.id,
        loper,
        volgende: null,
        tot: deps.clock.nu(),
      });
    throw oorzaak;
  } finally {
    await indexronden.laatLos(deps.store.db, { register: register.id, loper });
  }
}

/** A page that the register refuses or cannot show is not asked for again and again: the next round begins at the first. */
const magHervatten = (oorzaak: unknown): boolean =>
  oorzaak instanceof BronFout && ['onbereikbaar', 'te_traag'].includes(oorzaak.soort);

/** The round, ours alone; null where there is none to do. */
async function neemRonde(
  deps: Deps,
  register: Zaakregister,
  { signal, sinds, pauze }: Afstemopties & { pauze: (ms: number) => Promise<unknown> },
): Promise<(indexronden.Indexronde & { loper: string }) | null> {
  const loper = randomUUID();
  const isGedaan = (voltooidVan: Date | null): boolean =>
    voltooidVan !== null && sinds !== undefined && voltooidVan >= sinds;
  while (!signal.aborted) {
    if (isGedaan(await indexronden.laatste(deps.store.db, register.id))) return null;
    const nu = deps.clock.nu();
    const ronde = await indexronden.neem(deps.store.db, {
      register: register.id,
      loper,
      nu,
      tot: new Date(nu.getTime() + LEASE_MS),
      geldigVanaf: new Date(nu.getTime() - HERVAT_MS),
    });
    // Between our look and our turn another process may have done it.
    if (ronde !== null && isGedaan(ronde.voltooidVan)) {
      await indexronden.laatLos(deps.store.db, { register: register.id, loper });
      return null;
    }
    if (ronde !== null) return { ...ronde, loper };
    await pauze(KIJK_MS);
  }
  return null;
}

/** Collects what differs and tells it in batches; nothing of a first fill. */
function maakVerteller(deps: Deps, pauze: (ms: number) => Promise<unknown>, voltooidVan: Date | null) {
  // A day of leave: a zaak is registered on a day, not at a moment.
  const vanaf = voltooidVan === null ? null : addDays(dayOf(voltooidVan), -1);
  const wachtrij: Verschil[] = [];
  let verteld = 0;
  async function vertel(minstens: number): Promise<void> {
    while (wachtrij.length >= minstens) {
      if (verteld > 0) await pauze(PAUZE_MS);
      const deel = wachtrij.splice(0, BATCH);
      await meldKernen(
        deps,
        deel.map(({ kern, onbekend }) => ({ kern, wijzigingen: [wijziging(onbekend)] })),
      );
      verteld += deel.length;
    }
  }
  return {
    bij: async (verschillen: readonly Verschil[]): Promise<void> => {
      if (vanaf === null) return;
      wachtrij.push(
        ...verschillen.filter(({ kern, onbekend }) => !onbekend || kern.zaak.registratiedatum >= vanaf),
      );
      await vertel(BATCH);
    },
    einde: async (): Promise<number> => {
      await vertel(1);
      return verteld;
    },
  };
}

const wijziging = (onbekend: boolean): Wijziging => ({
  soort: onbekend ? 'zaak.nieuw' : 'zaak.gewijzigd',
  bron: null,
  door: null,
  intern: false,
});
