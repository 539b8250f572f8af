/**
 * One process a folder: two journals on one file would lose writes. The lock is a listening socket named after the
 * folder, which the system lets go of whatever ends the process; a file with a pid would outlive a kill -9.
 */
import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigFout } from './config.ts';

export interface Slot {
  laatLos: () => Promise<void>;
}

/** Throws `ConfigFout` where another process holds the folder. */
export async function neemSlot(dir: string): Promise<Slot> {
  const naam = `sandbox-${createHash('sha256')
    .update(await realpath(dir))
    .digest('hex')
    .slice(0, 24)}`;
  const pad = process.platform === 'win32' ? `\\\\.\\pipe\\${naam}` : join(tmpdir(), `${naam}.sock`);
  const server = (await luister(pad)) ?? (await luisterNaOpruimen(dir, pad));
  // The lock alone keeps no process alive.
  server.unref();
  return { laatLos: () => new Promise((klaar) => server.close(() => klaar())) };
}

async function luisterNaOpruimen(dir: string, pad: string): Promise<Server> {
  const bezet = new ConfigFout(`${dir} is in gebruik door een andere sandbox`);
  if (await antwoordt(pad)) throw bezet;
  await rm(pad, { force: true });
  const server = await luister(pad);
  if (!server) throw bezet;
  return server;
}

/** Undefined where the name is taken. */
function luister(pad: string): Promise<Server | undefined> {
  return new Promise((klaar, mis) => {
    const server = createServer((verbinding) => verbinding.destroy());
    server.once('error', (fout: NodeJS.ErrnoException) => {
      if (fout.code === 'EADDRINUSE') klaar(undefined);
      else mis(fout);
    });
    server.listen(pad, () => klaar(server));
  });
}

function antwoordt(pad: string): Promise<boolean> {
  return new Promise((klaar) => {
    const verbinding = createConnection(pad);
    verbinding.once('connect', () => {
      verbinding.destroy();
      klaar(true);
    });
    verbinding.once('error', () => klaar(false));
  });
}
