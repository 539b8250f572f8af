import { setTimeout as wacht } from 'node:timers/promises';
import type { Bezorging } from '../../shared/contracts/waarden.ts';
import { ONZEKER } from '../connectors/onzeker.ts';
import { BronFout } from '../connectors/ports.ts';
import { fout, SvzFout } from '../fouten.ts';
import * as outbox from '../store/outbox.ts';
import type { Outboxrij } from '../store/outbox.ts';
import { alsFout } from './bronnen.ts';
import { bezorgContactmoment, isInRegister } from './bezorging/contactmoment.ts';
import { bezorgStatus } from './bezorging/status.ts';
import { bezorgSubstatus } from './bezorging/substatus.ts';
import type { Deps } from './deps.ts';
import { meldTaak } from './meldingen.ts';

/** How long a user waits for the register before "bewaard, wacht op het register" (docs/ARCHITECTURE.md, Eén wijziging gevolgd). */
const METEEN_MS = 4_000;
const LEASE_MS = 60_000;
/** After a write of which nobody knows whether it was done: longer than any gateway lets its register work on one call. */
const ONZEKER_MS = 60_000;

/** One delivery: repeatable at every step, because a process may be killed between any two calls. */
const BEZORGERS = {
  contactmoment: bezorgContactmoment,
  status: bezorgStatus,
  substatus: bezorgSubstatus,
} as const;

/** Faults after which the same write may succeed later; the other ones are a refusal. */
const LATER: readonly BronFout['soort'][] = ['onbereikbaar', 'te_traag', 'onleesbaar'];
/** The register's clock is behind ours (ZGW, Open Zaak knows no leeway): once it has caught up, the same write is taken. */
const NOG_TOEKOMST = 'date-in-future';
export const isLater = ({ soort, velden }: BronFout): boolean =>
  LATER.includes(soort) || velden.some(({ code }) => code === NOG_TOEKOMST);
/** The register refuses it, or we do (SvzFout) because the zaak is no longer as its author saw it. */
const isWeigering = (oorzaak: unknown): oorzaak is BronFout | SvzFout =>
  oorzaak instanceof SvzFout || (oorzaak instanceof BronFout && !isLater(oorzaak));

/** Delivers one leased row and tells the consoles. @throws BronFout */
export async function bezorg(deps: Deps, rij: Outboxrij, signal: AbortSignal): Promise<void> {
  const bewaarStap = async (stap: Record<string, unknown>): Promise<void> => {
    const tot = new Date(deps.clock.nu().getTime() + LEASE_MS);
    // Another process has the row: it goes on from the same step, so this one stops.
    if (!(await outbox.bewaarStap(deps.store.db, rij, stap, tot)))
      throw new BronFout(rij.register, 'te_traag');
  };
  const { bronId, meld } = await BEZORGERS[rij.soort](deps, rij, { signal, bewaarStap });
  const eerste = await outbox.bezorgd(deps.store.db, rij, bronId, deps.clock.nu());
  if (eerste) await vertel(deps, rij, meld);
}

/**
 * It is in the register, whatever comes after: a state that cannot be re-read now must not make its author write it
 * again. The register's own notificatie tells the consoles then, or the reconciliation does.
 */
async function vertel(deps: Deps, rij: Outboxrij, meld: () => Promise<void>): Promise<void> {
  try {
    await meld();
  } catch (err) {
    if (!(err instanceof BronFout)) throw err;
    deps.log.warn({ err, id: rij.id, soort: rij.soort }, 'bezorgd, maar nog niet aan de consoles verteld');
  }
}

/**
 * Tries at once. No answer: the row waits for the job. A refusal goes to the user now, and is not kept as a task, but
 * where it was one already (`houTaak`): then it is one again, with the new text and reason. A contact of which a link was
 * refused is delivered, and the link a task.
 * @throws geweigerd_door_register, conflict, niet_gevonden, niet_ondersteund, bron_onbereikbaar (no right upstream)
 */
export async function bezorgNu(deps: Deps, geplaatst: Outboxrij, houTaak = false): Promise<Bezorging> {
  if (geplaatst.toestand === 'bezorgd') return 'bezorgd';
  // A repeat of what was refused meanwhile: it waits for its author as a task, not for the register.
  if (geplaatst.toestand === 'geweigerd') return naWeigering(geplaatst, houTaak);
  const rij = await neemDeze(deps, geplaatst.id);
  if (rij === undefined) return uitkomstElders(deps, geplaatst.id, houTaak);
  try {
    await bezorg(deps, rij, AbortSignal.timeout(METEEN_MS));
    return 'bezorgd';
  } catch (oorzaak) {
    if (isWeigering(oorzaak)) {
      const { reden, fouten } = oordeel(oorzaak);
      const nu = await outbox.lees(deps.store.db, deps.sleutels, rij.id);
      const halverwege = nu !== null && staatErAl(nu);
      if (houTaak || halverwege) await outbox.geweigerd(deps.store.db, rij, reden, deps.clock.nu(), fouten);
      else await outbox.verwijder(deps.store.db, rij);
      if (halverwege && !houTaak) {
        await meldTaak(deps, rij.medewerker);
        return 'bezorgd';
      }
      throw alsFout(
        oorzaak,
        deps.registers.zaken.find(({ id }) => id === rij.register)?.naam ?? 'Het klantregister',
      );
    }
    if (!(oorzaak instanceof BronFout)) throw oorzaak;
    const { reden, nietVoorMs } = oordeel(oorzaak);
    const later = deps.clock.nu().getTime() + Math.max(1_000, nietVoorMs);
    await outbox.opnieuw(deps.store.db, rij, new Date(later), reden);
    return 'wacht';
  }
}

/** The contact is in its register and only a link was refused: told as a refusal its author would write it twice. */
const staatErAl = (rij: Outboxrij): boolean => rij.soort === 'contactmoment' && isInRegister(rij);

/** The same answer to whoever sent it again as to the first; who corrects a link hears that it was refused. */
function naWeigering(rij: Outboxrij, houTaak: boolean): Bezorging {
  if (!houTaak && staatErAl(rij)) return 'bezorgd';
  throw weigeringVan(rij);
}

/** Once more where nobody holds it: who locked it for a moment (PostgreSQL) made us pass it by. */
async function neemDeze(deps: Deps, id: string): Promise<Outboxrij | undefined> {
  for (let keer = 0; ; keer += 1) {
    const vraag = { nu: deps.clock.nu(), leaseMs: LEASE_MS, id };
    const [rij] = await outbox.neem(deps.store.db, deps.sleutels, vraag);
    if (rij !== undefined || keer > 0) return rij;
    const nu = await outbox.lees(deps.store.db, deps.sleutels, id);
    if (nu?.toestand !== 'wacht' || nu.lease !== null) return undefined;
    await wacht(50);
  }
}

/**
 * Someone else is delivering this very row (the same call, sent twice): what comes of it is the answer here too, or a
 * refusal would have been told as accepted. A row that nobody holds waits behind an earlier write on the same zaak.
 */
async function uitkomstElders(deps: Deps, id: string, houTaak: boolean): Promise<Bezorging> {
  const einde = performance.now() + METEEN_MS;
  let vrij = 0;
  for (;;) {
    const rij = await outbox.lees(deps.store.db, deps.sleutels, id);
    if (rij === null) throw weigeringVan(rij);
    if (rij.toestand === 'geweigerd') return naWeigering(rij, houTaak);
    if (rij.toestand === 'bezorgd') return 'bezorgd';
    // Seen free once may be seen just before whoever passed us by had committed.
    vrij = rij.lease === null ? vrij + 1 : 0;
    if (vrij > 1 || performance.now() > einde) return 'wacht';
    await wacht(50);
  }
}

/** A repeat looks first whether it is there; before this time (ms) the register may still be at work on it. */
const nietVoor = (oorzaak: BronFout): number => (oorzaak.code === ONZEKER ? ONZEKER_MS : 0);

/** Why a write waits; what a failing read means to a user is another text. */
const WACHT: Partial<Record<BronFout['soort'], string>> & { onbereikbaar: string } = {
  onbereikbaar: 'Het register geeft geen antwoord.',
  te_traag: 'Het register antwoordt niet op tijd.',
  onleesbaar: 'Het antwoord van het register is niet te lezen.',
};

const weigeringVan = (rij: Outboxrij | null): SvzFout =>
  fout('geweigerd_door_register', {
    ...(rij?.reden == null || rij.fouten.length > 0 ? {} : { detail: rij.reden }),
    fouten: rij?.fouten ?? [],
  });

/**
 * What a failed delivery means to the job: to be tried again, or refused for good, and why, in words for its author and
 * per field where the register named one.
 */
export function oordeel(oorzaak: unknown): {
  soort: 'weigering' | 'later';
  reden: string;
  fouten: Outboxrij['fouten'];
  nietVoorMs: number;
} {
  if (oorzaak instanceof BronFout && isLater(oorzaak)) {
    const reden = WACHT[oorzaak.soort] ?? WACHT.onbereikbaar;
    return { soort: 'later', reden, fouten: [], nietVoorMs: nietVoor(oorzaak) };
  }
  const soort = isWeigering(oorzaak) ? 'weigering' : 'later';
  const probleem = alsFout(oorzaak, 'Het register');
  if (!(probleem instanceof SvzFout))
    return { soort, reden: 'Er ging iets mis bij ons.', fouten: [], nietVoorMs: 0 };
  const { fouten, detail } = probleem;
  return { soort, reden: fouten[0]?.melding ?? detail, fouten, nietVoorMs: 0 };
}
