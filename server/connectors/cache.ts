import { LRUCache } from 'lru-cache';

/** What a register answered, parsed but not yet judged; shared by all, rights are applied afterwards on every answer. */
interface Antwoord {
  json: unknown;
  bytes: number;
  /** uuids that question or answer name; empty for a question that names none (a search). */
  merken: ReadonlySet<string>;
  zoekvraag: boolean;
}

export interface Antwoordcache {
  lees(sleutel: string): { json: unknown } | undefined;
  /** Counts up at every `vergeet`: an answer asked for under an older count is not kept. */
  readonly stand: number;
  bewaar(sleutel: string, vraag: string, tekst: string, json: unknown, stand: number): void;
  /** Drops what names this uuid, and every search (a new record may belong in it); without uuid: everything. */
  vergeet(uuid?: string): void;
}

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
const MAX_BYTES = 64 * 1024 * 1024;

/** Answers of one register, at most `ttlMs` old (design: 30 s) and 64 MB of text together. */
export function maakCache(ttlMs = 30_000): Antwoordcache {
  const rijen = new LRUCache<string, Antwoord>({
    ttl: ttlMs,
    max: 20_000,
    maxSize: MAX_BYTES,
    sizeCalculation: (a) => a.bytes + 1,
  });
  let stand = 0;
  return {
    get stand() {
      return stand;
    },
    lees: (sleutel) => rijen.get(sleutel),
    bewaar(sleutel, vraag, tekst, json, gevraagdBij) {
      if (gevraagdBij !== stand) return;
      const inVraag = vraag.match(UUID) ?? [];
      rijen.set(sleutel, {
        json,
        bytes: tekst.length,
        merken: new Set([...inVraag, ...(tekst.match(UUID) ?? [])]),
        zoekvraag: inVraag.length === 0,
      });
    },
    vergeet(uuid) {
      stand += 1;
      if (uuid === undefined) {
        rijen.clear();
        return;
      }
      for (const [sleutel, rij] of rijen.entries())
        if (rij.zoekvraag || rij.merken.has(uuid)) rijen.delete(sleutel);
    },
  };
}
