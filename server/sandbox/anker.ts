/** What makes the base: kept in the folder at first start, so that a restart makes the same world on the same date. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigFout } from './config.ts';
import type { Gemeente } from './typen.ts';

const anker = z.object({
  peildatum: z.iso.datetime(),
  seed: z.number(),
  burgers: z.number(),
  bedrijven: z.number(),
  /** SHA-256 of the catalogus file, or `''`. */
  catalogus: z.string(),
  /** Of all uuids of the base: tells that another version of the generator makes another world. */
  vingerafdruk: z.string(),
});
export type Anker = z.infer<typeof anker>;
export type AnkerWens = Pick<Anker, 'seed' | 'burgers' | 'bedrijven' | 'catalogus'>;

const BESTAND = 'anker.json';
export const JOURNAAL = 'journaal.jsonl';

export function vingerafdrukVan(gemeente: Gemeente): string {
  const hash = createHash('sha256');
  for (const [tabel, rijen] of Object.entries(gemeente.tabellen)) {
    hash.update(tabel);
    for (const rij of rijen) hash.update(rij.uuid);
  }
  return hash.digest('hex').slice(0, 16);
}

export async function leesAnker(dir: string): Promise<Anker | undefined> {
  const tekst = await readFile(join(dir, BESTAND), 'utf8').catch(() => undefined);
  if (tekst === undefined) return undefined;
  const gelezen = anker.safeParse(veiligJson(tekst));
  if (!gelezen.success)
    throw new ConfigFout(`${join(dir, BESTAND)} is onleesbaar; SANDBOX_OPNIEUW=1 begint opnieuw`);
  return gelezen.data;
}

function veiligJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    return undefined;
  }
}

/** Throws one line that names what differs between the folder and the settings. */
export function eisGelijk(dir: string, bewaard: Partial<Anker>, gevraagd: Partial<Anker>): void {
  const anders = (Object.keys(gevraagd) as (keyof Anker)[]).filter(
    (naam) => gevraagd[naam] !== bewaard[naam],
  );
  if (anders.length === 0) return;
  const uitleg = anders
    .map((naam) => `${naam} ${bewaard[naam] ?? '-'} → ${gevraagd[naam] ?? '-'}`)
    .join(', ');
  throw new ConfigFout(
    `${dir} is met andere instellingen gemaakt (${uitleg}); SANDBOX_OPNIEUW=1 begint opnieuw`,
  );
}

export async function bewaarAnker(dir: string, waarde: Anker): Promise<void> {
  await mkdir(dir, { recursive: true });
  const pad = join(dir, BESTAND);
  await writeFile(`${pad}.nieuw`, JSON.stringify(waarde, null, 2), { flush: true });
  await rename(`${pad}.nieuw`, pad);
}

export async function vergeet(dir: string): Promise<void> {
  await rm(join(dir, BESTAND), { force: true });
  await rm(join(dir, JOURNAAL), { force: true });
}
