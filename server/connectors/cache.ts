import { LRUCache } from 'lru-cache';

/** What a register answered, parsed but not yet judged; shared by all, rights are applied afterwards on every answer. */
interface Antwoord {
  json: unknown;
  /** uuids that the question names; none: a search. */
  vraag: readonly string[];
  /** The answer as text, until someone asks which uuids it names. */
  tekst: string;
  merken: ReadonlySet<string> | null;
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

/** Looked up when something changes, not when an answer comes: most are gone before, and someone waits for the answer. */
function noemt(rij: Antwoord, uuid: string): boolean {
  rij.merken ??= new Set(rij.tekst.match(UUID));
  rij.tekst = '';
  return rij.merken.has(uuid);
}

const MAX_BYTES = 64 * 1024 * 1024;

/** Answers of one register, at most `ttlMs` old (design: 30 s) and 64 MB of text together. */
export function maakCache(ttlMs = 30_000): Antwoordcache {
  const rijen = new LRUCache<string, Antwoord>({
    ttl: ttlMs,
    max: 20_000,
    maxSize: MAX_BYTES,
    sizeCalculation: (a) => a.tekst.length + 1,
  });
  let stand = 0;
  return {
    get stand() {
      return stand;
    },
    lees: (sleutel) => rijen.get(sleutel),
    bewaar(sleutel, vraag, tekst, json, gevraagdBij) {
      if (gevraagdBij !== stand) return;
      rijen.set(sleutel, { json, vraag: vraag.match(UUID) ?? [], tekst, merken: null });
    },
    vergeet(uuid) {
      stand += 1;
      if (uuid === undefined) {
        rijen.clear();
        return;
      }
      for (const [sleutel, rij] of rijen.entries())
        if (rij.vraag.length === 0 || rij.vraag.includes(uuid) || noemt(rij, uuid)) rijen.delete(sleutel);
    },
  };
}
