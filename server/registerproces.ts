import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { InstellingFout } from './config.ts';

/**
 * Starts the bundled registers as a child: a program of their own, reached over HTTP only. They end with us, whatever
 * ends us, because they hold the other end of a pipe.
 */
export async function startRegisters(
  dataDir: string,
  env: NodeJS.ProcessEnv,
): Promise<{ url: string; stop(): Promise<void> }> {
  const kind = spawn(process.execPath, [join(import.meta.dirname, 'sandbox', 'index.ts')], {
    env: { ...env, SANDBOX_DIR: env['SANDBOX_DIR'] ?? join(dataDir, 'sandbox'), SANDBOX_OUDER: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl-C goes to the whole group: the console stops them itself, after its own last call.
    detached: true,
  });
  const regels = createInterface({ input: kind.stdout });
  const gestopt = once(kind, 'exit');
  const adres = (async () => {
    for await (const regel of regels) {
      const gevonden = /http:\/\/127\.0\.0\.1:\d+/.exec(regel);
      if (gevonden !== null) return gevonden[0];
    }
    throw new InstellingFout('De meegeleverde registers starten niet. De reden staat hierboven.');
  })();
  return {
    url: await adres,
    stop: async () => {
      kind.stdin.end();
      kind.kill('SIGTERM');
      await gestopt;
    },
  };
}
