/**
 * Delivery: at least once, without order, and lost when the process ends; as the real one a subscriber is called on
 * its own, in batches where that is set, and tried again a few times.
 */
import type { Notificatie } from '../kern.ts';
import type { Opslag } from '../opslag.ts';
import { tekstVan } from '../typen.ts';
import type { Json, JsonObject, Rij } from '../typen.ts';
import { stuurNaar } from './callback.ts';
import { zelfdeKenmerk } from './kanaal.ts';

/** Seconds before each repetition. The real one starts at 25 and ends after a day; nobody waits for that in a demo. */
const HERHAAL_SECONDEN: readonly number[] = [1, 5, 25, 100];

export interface Bezorger {
  meld: (notificatie: Notificatie) => void;
  /** Drops what waits. */
  stop: () => void;
}

const lijst = (waarde: Json | undefined): JsonObject[] =>
  (Array.isArray(waarde) ? waarde : []) as JsonObject[];

/** Any of its kanalen with all of that one's filters; several filters on one kanaal mean "and". */
function wilHebben(abonnement: Rij, notificatie: Notificatie): boolean {
  return lijst(abonnement['kanalen']).some(
    ({ naam, filters }) =>
      naam === notificatie.kanaal &&
      Object.entries((filters ?? {}) as JsonObject).every(([sleutel, waarde]) =>
        past(notificatie, sleutel, waarde),
      ),
  );
}

/** A kenmerk that the notificatie does not carry counts as a match: measured on Open Notificaties 1.16. */
function past({ kenmerken }: Notificatie, sleutel: string, waarde: Json): boolean {
  const naam = Object.keys(kenmerken).find((kenmerk) => zelfdeKenmerk(kenmerk, sleutel));
  return waarde === '*' || naam === undefined || kenmerken[naam] === waarde;
}

/** @param batchSeconden 0: at once */
export function maakBezorger(
  opslag: Opslag,
  batchSeconden: number,
  herhaalSeconden = HERHAAL_SECONDEN,
): Bezorger {
  let rij: Notificatie[] = [];
  const wekkers = new Set<NodeJS.Timeout>();
  let gestopt = false;
  const straks = (ms: number, doe: () => void): void => {
    // A call that was under way may come back to ask for a repetition.
    if (gestopt) return;
    const wekker = setTimeout(() => {
      wekkers.delete(wekker);
      doe();
    }, ms);
    wekkers.add(wekker);
  };

  const bezorg = async (uuid: string, notificatie: Notificatie, poging: number): Promise<void> => {
    const abonnement = opslag.tabel('notificaties/abonnementen').get(uuid);
    if (!abonnement) return;
    // Only whether it arrived counts; the body may hold free text and is never logged.
    const status = await stuurNaar(
      tekstVan(abonnement['callbackUrl']),
      tekstVan(abonnement['auth']),
      notificatie,
    ).catch(() => 0);
    const wachten = herhaalSeconden[poging];
    if ((status < 200 || status >= 300) && wachten !== undefined) {
      straks(wachten * 1000, () => void bezorg(uuid, notificatie, poging + 1));
    }
  };

  const verdeel = (notificaties: Notificatie[]): void => {
    const abonnementen = opslag.tabel('notificaties/abonnementen').alle();
    for (const notificatie of notificaties) {
      for (const abonnement of abonnementen) {
        if (wilHebben(abonnement, notificatie)) void bezorg(abonnement.uuid, notificatie, 0);
      }
    }
  };

  return {
    meld: (notificatie) => {
      // Open Notificaties takes texts alone. What Open Klant sends beside them it refuses, and Open Klant gives up: no
      // klantcontact is ever announced, and a partij or internetaak only where it has a nummer (measured).
      if (Object.values(notificatie.kenmerken).some((waarde) => typeof waarde !== 'string')) return;
      rij.push(notificatie);
      if (rij.length > 1) return;
      straks(batchSeconden * 1000, () => {
        const nu = rij;
        rij = [];
        verdeel(nu);
      });
    },
    stop: () => {
      gestopt = true;
      for (const wekker of wekkers) clearTimeout(wekker);
      wekkers.clear();
    },
  };
}
