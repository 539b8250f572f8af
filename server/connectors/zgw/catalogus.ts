import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { wachtMet } from '../http/termijn.ts';
import { BronFout, type Aanroep, type Zaaktype } from '../ports.ts';
import { lees, leesEigen, leesRijen, uuidVanUrl } from '../upstream.ts';
import type { Zgw } from './basis.ts';
import { resultaattypeVan, statustypenVan, zaaktypeVan } from './mapping.ts';
import { ResultaattypeBron, StatustypeBron, ZaaktypeBron } from './schema.ts';

const VanZaaktype = z.object({ zaaktype: uuidVanUrl });

const UUR = 60 * 60_000;
/** A zaaktype that was not there is asked for again after this long (ms). */
const WEG_MS = 60_000;

export interface Catalogus {
  zaaktype(uuid: string, aanroep: Aanroep): Promise<Zaaktype | null>;
  zaaktypen(aanroep: Aanroep): Promise<Zaaktype[]>;
  vergeet(): void;
}

/** Zaaktypen with their statustypen and resultaattypen, an hour in memory; dropped on a notificatie of the catalogus. */
export function maakCatalogus(zgw: Zgw): Catalogus {
  const { id, catalogi: basis } = zgw.config;
  const bewaard = new LRUCache<string, Promise<Zaaktype | null>>({ max: 5000, ttl: UUR });
  let allemaal: { tot: number; rijen: Promise<Zaaktype[]> } | null = null;

  /** Shared by whoever needs it, so no caller's deadline or freshness ends it for the others. */
  const losVan = (aanroep: Aanroep): Aanroep => ({ ...aanroep, signal: undefined });

  async function haal(uuid: string, aanroep: Aanroep): Promise<Zaaktype | null> {
    const query = { zaaktype: zgw.url('catalogi', `/zaaktypen/${uuid}`) };
    try {
      const [zaaktype, statustypen, resultaattypen] = await Promise.all([
        zgw.http.lees({ basis, pad: `/zaaktypen/${uuid}` }, aanroep),
        zgw.alles({ basis, pad: '/statustypen', query }, aanroep),
        zgw.alles({ basis, pad: '/resultaattypen', query }, aanroep),
      ]);
      const eigen = (rij: { zaaktype: string }): boolean => rij.zaaktype === uuid;
      return zaaktypeVan(
        id,
        leesEigen(id, ZaaktypeBron, uuid, zaaktype),
        // All of them or none: with one missing, "stap 2 van 4" would not be true.
        statustypenVan(lees(id, StatustypeBron.array(), statustypen).filter(eigen)),
        leesRijen(ResultaattypeBron, resultaattypen).rijen.filter(eigen).map(resultaattypeVan),
      );
    } catch (fout) {
      if (fout instanceof BronFout && fout.soort === 'niet_gevonden') return null;
      throw fout;
    }
  }

  async function haalAlles(aanroep: Aanroep): Promise<Zaaktype[]> {
    const [zaaktypen, statustypen, resultaattypen] = await Promise.all([
      zgw.alles({ basis, pad: '/zaaktypen' }, aanroep),
      zgw.alles({ basis, pad: '/statustypen' }, aanroep),
      zgw.alles({ basis, pad: '/resultaattypen' }, aanroep),
    ]);
    const perStatus = Map.groupBy(leesRijen(StatustypeBron, statustypen).rijen, (r) => r.zaaktype);
    const gebroken = new Set(
      statustypen
        .filter((rij) => !StatustypeBron.safeParse(rij).success)
        .map((rij) => VanZaaktype.safeParse(rij).data?.zaaktype),
    );
    const perResultaat = Map.groupBy(leesRijen(ResultaattypeBron, resultaattypen).rijen, (r) => r.zaaktype);
    const rijen = leesRijen(ZaaktypeBron, zaaktypen)
      .rijen.filter((b) => !gebroken.has(b.url))
      .map((b) =>
        zaaktypeVan(
          id,
          b,
          statustypenVan(perStatus.get(b.url) ?? []),
          (perResultaat.get(b.url) ?? []).map(resultaattypeVan),
        ),
      );
    for (const rij of rijen) bewaard.set(rij.uuid, Promise.resolve(rij));
    return rijen;
  }

  return {
    async zaaktype(uuid, aanroep) {
      let belofte = bewaard.get(uuid);
      if (belofte === undefined) {
        belofte = haal(uuid, losVan(aanroep));
        const eigen = belofte;
        bewaard.set(uuid, eigen);
        eigen.then(
          (gevonden) => {
            if (gevonden === null && bewaard.peek(uuid) === eigen) bewaard.set(uuid, eigen, { ttl: WEG_MS });
          },
          () => {
            if (bewaard.peek(uuid) === eigen) bewaard.delete(uuid);
          },
        );
      }
      return wachtMet(id, belofte, aanroep.signal);
    },
    async zaaktypen(aanroep) {
      if (allemaal === null || allemaal.tot < Date.now()) {
        const nieuw = { tot: Date.now() + UUR, rijen: haalAlles(losVan(aanroep)) };
        allemaal = nieuw;
        nieuw.rijen.catch(() => {
          if (allemaal === nieuw) allemaal = null;
        });
      }
      return wachtMet(id, allemaal.rijen, aanroep.signal);
    },
    vergeet() {
      bewaard.clear();
      allemaal = null;
    },
  };
}
