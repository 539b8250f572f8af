import { setTimeout as wacht } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { BronFout, type Bestand, type Deel } from '../connectors/ports.ts';

/** A register that sends no byte for this long (ms) will not send the rest either. */
const STIL_MS = 20_000;
/** How often one download goes on where the register stopped, and the wait before each (ms, times its number). */
const HERVATTEN = 3;
const WACHT_MS = 100;

export interface Stroomopties {
  /** The answer of the register to the first call. */
  begin: Bestand;
  /** What the caller gets, of a file of known length; null: all that comes. */
  deel: Deel | null;
  /** Bytes of the whole by the record of the document, where it tells. */
  omvang: number | null;
  /** Asks the register again, from a place in the file; null where another answer could be of another file. */
  vervolg: ((deel: Deel) => Promise<Bestand>) | null;
  signal: AbortSignal;
  stilMs?: number;
  wachtMs?: number;
}

/** The chunks of a file, each waited for no longer than `stilMs`; the register is let go of whatever ends it. */
async function* brokken(bron: string, inhoud: Readable, stilMs: number): AsyncGenerator<Buffer> {
  const lezer: AsyncIterator<Buffer, undefined> = inhoud[Symbol.asyncIterator]();
  try {
    for (;;) {
      // Only while we wait: a caller who reads slowly is no fault of the register.
      const klok = setTimeout(() => inhoud.destroy(new BronFout(bron, 'te_traag', { code: 'stil' })), stilMs);
      const { done, value } = await lezer.next().finally(() => clearTimeout(klok));
      if (done === true) return;
      yield value;
    }
  } finally {
    inhoud.destroy();
  }
}

/**
 * The bytes of a download, and exactly those: it ends when all of them were given, else it throws. What a register
 * sends before the part is dropped; where it stops half way it is asked for the rest. Nothing is kept.
 * @throws BronFout
 */
export async function* leesStroom(bron: string, opties: Stroomopties): AsyncGenerator<Buffer> {
  const { deel, omvang, vervolg, signal, stilMs = STIL_MS, wachtMs = WACHT_MS } = opties;
  const eind = deel?.tot ?? null;
  let bestand = opties.begin;
  let hier = deel?.van ?? 0;
  for (let poging = 1; ; poging += 1) {
    let plek = bestand.vanaf;
    try {
      for await (const brok of brokken(bron, bestand.inhoud, stilMs)) {
        const stuk = brok.subarray(Math.max(0, hier - plek), eind === null ? undefined : eind - plek);
        plek += brok.length;
        if (stuk.length > 0) {
          hier += stuk.length;
          yield stuk;
        }
        if (eind !== null && hier >= eind) return;
      }
      if (hier >= (eind ?? omvang ?? 0)) return;
      // Without a length of the register the end of the connection looks like the end of the file.
      throw new BronFout(bron, 'onleesbaar', { code: 'te_kort' });
    } catch (oorzaak) {
      if (signal.aborted || vervolg === null || eind === null || poging > HERVATTEN)
        throw alsBronFout(bron, oorzaak);
      bestand.inhoud.destroy();
      await wacht(poging * wachtMs, undefined, { signal });
      const nieuw = await vervolg({ van: hier, tot: eind });
      if (nieuw.omvang !== bestand.omvang || nieuw.etag !== bestand.etag) {
        nieuw.inhoud.destroy();
        throw new BronFout(bron, 'onleesbaar', { code: 'ander_bestand' });
      }
      bestand = nieuw;
    }
  }
}

/** Of what a socket says only its code is kept. */
function alsBronFout(bron: string, oorzaak: unknown): BronFout {
  if (oorzaak instanceof BronFout) return oorzaak;
  const code = oorzaak instanceof Error && 'code' in oorzaak ? String(oorzaak.code) : 'onbekend';
  return new BronFout(bron, 'onbereikbaar', { code });
}
