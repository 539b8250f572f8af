import { mkdirSync, readFileSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InstellingFout } from '../config.ts';

/** Two processes on one PGlite folder lose rows without a word (measured), so the folder has one holder. */
const Houder = z.object({ pid: z.number().int(), begin: z.string() });
type Houder = z.infer<typeof Houder>;

/** When a process started, so that a pid that was given out again is not taken for the old holder. Linux only. */
function beginVan(pid: number): string {
  try {
    const velden = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    const opstart = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${opstart}:${velden?.[19] ?? ''}`;
  } catch {
    return '';
  }
}

function leeft(houder: Houder): boolean {
  try {
    process.kill(houder.pid, 0);
  } catch (fout) {
    // EPERM: it lives, and belongs to another user.
    if (!(fout instanceof Error && 'code' in fout && fout.code === 'EPERM')) return false;
  }
  return houder.begin === '' || beginVan(houder.pid) === houder.begin;
}

function lees(pad: string): Houder | null {
  try {
    return Houder.parse(JSON.parse(readFileSync(pad, 'utf8')));
  } catch {
    // Absent, or half written by a process that was killed: nobody holds it.
    return null;
  }
}

/** A folder is made atomically; one that is older than 10 s was left by a process that was killed within it. */
function exclusief<T>(pad: string, doe: () => T): T {
  for (let poging = 0; ; poging += 1) {
    try {
      mkdirSync(pad);
      break;
    } catch (fout) {
      const oud = statSync(pad, { throwIfNoEntry: false });
      if (oud !== undefined && Date.now() - oud.mtimeMs > 10_000) rmSync(pad, { recursive: true });
      // Longer than what a killed process leaves is taken for held.
      else if (poging > 1200) throw fout;
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
  try {
    return doe();
  } finally {
    rmdirSync(pad);
  }
}

/** Takes the folder for this process, also from a holder that died. Throws InstellingFout with one line for the user. */
export function neemSlot(dataDir: string): { laatLos(): void } {
  const pad = join(dataDir, 'slot.json');
  const ik: Houder = { pid: process.pid, begin: beginVan(process.pid) };
  exclusief(join(dataDir, 'slot.bezig'), () => {
    const houder = lees(pad);
    if (houder !== null && leeft(houder))
      throw new InstellingFout(
        `De map ${dataDir} is al in gebruik door een andere console (proces ${houder.pid}). Stop die eerst, of kies met DATA_DIR een andere map.`,
      );
    writeFileSync(pad, JSON.stringify(ik));
  });
  return {
    laatLos: () => {
      rmSync(pad, { force: true });
    },
  };
}
