import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const INDEX = resolve('server/sandbox/index.ts');
let dir: string;
const kinderen: ChildProcess[] = [];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sandbox-'));
});
afterEach(async () => {
  for (const kind of kinderen.splice(0)) kind.kill('SIGKILL');
  await rm(dir, { recursive: true, force: true });
});

function start(env: Record<string, string>, argumenten = [INDEX]): ChildProcess {
  const kind = spawn(process.execPath, argumenten, {
    env: { ...process.env, SANDBOX_PORT: '0', SANDBOX_BURGERS: '20', SANDBOX_DIR: dir, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  kinderen.push(kind);
  return kind;
}

/** The first text on a stream. */
const gehoord = async (stroom: NodeJS.ReadableStream | null): Promise<string> =>
  String(((await once(stroom!, 'data')) as Buffer[])[0]);

it('zegt zijn adres in een regel en stopt netjes op SIGTERM', async () => {
  const kind = start({});
  const regel = await gehoord(kind.stdout);
  const [, adres] = /^Sandbox-registers luisteren op (http:\/\/127\.0\.0\.1:\d+) .*\n$/.exec(regel)!;
  expect((await fetch(`${adres!}/_sandbox/gezond`)).status).toBe(200);
  kind.kill('SIGTERM');
  expect(await once(kind, 'exit')).toEqual([0, null]);
});

it('stopt als de pijp van zijn ouder dichtgaat', async () => {
  const kind = start({ SANDBOX_OUDER: '1' });
  await gehoord(kind.stdout);
  // As with Ctrl-C: the signal and the end of the parent at once.
  kind.kill('SIGINT');
  kind.stdin!.end();
  expect(await once(kind, 'exit')).toEqual([0, null]);
});

it('stopt als zijn ouder met kill -9 eindigt', async () => {
  const ouder = `
    require('node:child_process').spawn(process.execPath, [${JSON.stringify(INDEX)}], {
      stdio: ['pipe', 'inherit', 'inherit'],
    });`;
  const kind = start({ SANDBOX_OUDER: '1' }, ['-e', ouder]);
  const [adres] = /http:\/\/127\.0\.0\.1:\d+/.exec(await gehoord(kind.stdout))!;
  // The grandchild holds our pipe open until it is gone.
  const dicht = once(kind.stdout!, 'close');
  kind.stdout!.resume();
  kind.kill('SIGKILL');
  await dicht;
  await expect(fetch(`${adres}/_sandbox/gezond`)).rejects.toThrow('fetch failed');
});

it.each([
  [{ NODE_ENV: 'production' }, 'NODE_ENV=production'],
  [{ HOST: '0.0.0.0' }, 'HOST=0.0.0.0'],
  [{ SANDBOX_CATALOGUS: '/bestaat/niet' }, 'SANDBOX_CATALOGUS'],
])('weigert te starten met %o, in een regel', async (env, naam) => {
  const kind = start(env);
  const regel = await gehoord(kind.stderr);
  expect(regel).toMatch(new RegExp(`^Sandbox start niet: .*${naam}.*\n$`));
  expect(await once(kind, 'exit')).toEqual([1, null]);
});
