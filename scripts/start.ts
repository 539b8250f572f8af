/** `npm start`: builds the client where its sources changed since the last build, then starts the console. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const wortel = join(import.meta.dirname, '..');
const bouw = join(wortel, 'client', 'dist');
const merk = join(bouw, '.bouwmerk');

/** One hash over everything the build is made of: a changed, new or removed file gives another. */
function bouwmerk(): string {
  const bestanden = globSync(['client/**/*', 'shared/**/*.ts', 'package-lock.json'], {
    cwd: wortel,
    exclude: (bestand) => bestand.name === 'dist' || bestand.name === 'node_modules',
    withFileTypes: true,
  })
    .filter((bestand) => bestand.isFile())
    .map((bestand) => join(bestand.parentPath, bestand.name))
    .sort();
  const som = createHash('sha256');
  for (const bestand of bestanden) som.update(bestand).update('\0').update(readFileSync(bestand));
  return som.digest('hex');
}

const nu = bouwmerk();
if (!existsSync(merk) || readFileSync(merk, 'utf8') !== nu) {
  process.stdout.write('De schermen worden gebouwd. Dat duurt een halve minuut.\n');
  const vite = join(wortel, 'node_modules', 'vite', 'bin', 'vite.js');
  execFileSync(process.execPath, [vite, 'build', 'client', '--logLevel', 'warn'], {
    cwd: wortel,
    stdio: 'inherit',
  });
  mkdirSync(bouw, { recursive: true });
  writeFileSync(merk, nu);
}

// npm does not pass every signal on: when it is gone, nobody can stop us any more, so we stop ourselves.
if (process.env['npm_lifecycle_event'] === 'start') {
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
}
await import('../server/index.ts');
