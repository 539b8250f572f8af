/**
 * What was written since the base was made: one JSON line a transaction, appended and fsynced before the answer
 * goes out. Writes of the same tick share one fsync.
 */
import { open, readFile, truncate } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import type { Rij } from './typen.ts';

/** A row that was set, or a uuid that went. */
export type Wijziging = { tabel: string; rij: Rij } | { tabel: string; weg: string };

const json: z.ZodType<Rij> = z.looseObject({ uuid: z.string() }) as unknown as z.ZodType<Rij>;
const regel = z.array(
  z.union([z.object({ tabel: z.string(), rij: json }), z.object({ tabel: z.string(), weg: z.string() })]),
);

export class Journaal {
  readonly #bestand: FileHandle;
  #wachtend: string[] = [];
  #bezig: Promise<void> | undefined;

  private constructor(bestand: FileHandle) {
    this.#bestand = bestand;
  }

  /**
   * Opens `pad` and hands every earlier transaction to `speel`. A last line that a kill tore is cut off, with a line
   * on stderr; any other unreadable line stops the start, for then the file is not ours.
   */
  static async open(pad: string, speel: (wijzigingen: Wijziging[]) => void): Promise<Journaal> {
    const inhoud = await readFile(pad).catch((fout: unknown) => {
      if (fout instanceof Error && 'code' in fout && fout.code === 'ENOENT') return Buffer.alloc(0);
      throw fout;
    });
    let begin = 0;
    for (let nummer = 1; begin < inhoud.length; nummer++) {
      const eind = inhoud.indexOf(0x0a, begin);
      const heel = eind >= 0;
      const tekst = inhoud.subarray(begin, heel ? eind : inhoud.length).toString('utf8');
      const gelezen = heel ? leesRegel(tekst) : undefined;
      if (gelezen === undefined) {
        if (heel && eind < inhoud.length - 1) throw new Error(`${pad}: regel ${nummer} is onleesbaar`);
        process.stderr.write(`sandbox: afgebroken laatste regel ${nummer} van het journaal overgeslagen\n`);
        await truncate(pad, begin);
        break;
      }
      speel(gelezen);
      begin = eind + 1;
    }
    return new Journaal(await open(pad, 'a'));
  }

  /** Resolves once the transaction is on disk. */
  schrijf(wijzigingen: Wijziging[]): Promise<void> {
    this.#wachtend.push(`${JSON.stringify(wijzigingen)}\n`);
    // One write is under way: the next takes all that came meanwhile.
    this.#bezig = (this.#bezig ?? Promise.resolve()).then(() => this.#spoel());
    return this.#bezig;
  }

  async #spoel(): Promise<void> {
    if (this.#wachtend.length === 0) return;
    const regels = this.#wachtend.join('');
    this.#wachtend = [];
    await this.#bestand.appendFile(regels);
    await this.#bestand.datasync();
  }

  async sluit(): Promise<void> {
    await this.#bezig;
    await this.#bestand.close();
  }
}

function leesRegel(tekst: string): Wijziging[] | undefined {
  try {
    const gelezen = regel.safeParse(JSON.parse(tekst));
    return gelezen.success ? gelezen.data : undefined;
  } catch {
    return undefined;
  }
}
