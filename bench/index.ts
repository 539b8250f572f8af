/**
 * `npm run bench`: the figures of the design, each next to its floor in the same run; one JSON object a line. Loopback
 * only, under four minutes. DATABASE_URL: the same on PostgreSQL. BENCH_CONSOLES: 200 unless told, at most 1000.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { startRegisters } from '../server/registerproces.ts';
import { Client } from '../tests/hulp/console.ts';
import { meetCpu, meetKlantbeeld, meetStoring, meetVeelZaken, type Bank } from './beeld.ts';
import { tel } from './klanten.ts';
import { meetLive } from './live.ts';
import { druk } from './meting.ts';
import { start } from './proces.ts';
import { startTussen } from './tussen.ts';
import { meetWerkvoorraad } from './werkvoorraad.ts';

const LATENCY_MS = 50;
const wortel = join(import.meta.dirname, '..');
const consoles = Math.min(
  1000,
  z.coerce.number().int().min(20).default(200).parse(process.env['BENCH_CONSOLES']),
);

/** What a browser loads before anything shows: the scripts that index.html names. */
function meetClient(): void {
  const bouw = join(wortel, 'client', 'dist');
  const pagina = join(bouw, 'index.html');
  if (!existsSync(pagina)) {
    process.stderr.write(
      'client/dist is niet gebouwd: npm run build:client. De maat van de client is niet gemeten.\n',
    );
    return;
  }
  const scripts = [...readFileSync(pagina, 'utf8').matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(
    ([, pad]) => pad ?? '',
  );
  const bytes = scripts.reduce((som, pad) => som + gzipSync(readFileSync(join(bouw, pad))).length, 0);
  druk({
    figuur: 'client: eerste laden, gzip',
    waarde: bytes / 1000,
    eenheid: 'kB',
    vloer: null,
    grens: 350,
    bestanden: scripts.length,
  });
}

const toestand = (moment: string): void => {
  process.stdout.write(
    `${JSON.stringify({ moment, tijd: new Date().toISOString(), belasting: loadavg().map((een) => Math.round(een * 100) / 100), kernen: availableParallelism() })}\n`,
  );
};

const map = mkdtempSync(join(tmpdir(), 'svz-bench-'));
const token = `Bearer ${randomBytes(16).toString('hex')}`;
toestand('begin');
const sandbox = await startRegisters(map, {
  ...process.env,
  SANDBOX_PORT: '0',
  SANDBOX_LATENCY_MS: String(LATENCY_MS),
});
const tussen = await startTussen(sandbox.url);
const kind = await start('console.ts', { BENCH_REGISTERS: tussen.basis, BENCH_TOKEN: token });
try {
  const basis = `http://127.0.0.1:${await kind.vraag('poort', z.number())}`;
  await kind.vraag('vul', z.literal(true));
  const client = new Client(basis);
  await client.post('/auth/demo', { gebruiker: 'kcc' });
  const bank: Bank = {
    kind,
    client,
    tussen,
    sandbox: sandbox.url,
    latencyMs: LATENCY_MS,
    zaken: await tel(sandbox.url),
    opslag: process.env['DATABASE_URL'] === undefined ? 'PGlite' : 'PostgreSQL',
  };
  const vloer = await meetKlantbeeld(bank);
  await meetVeelZaken(bank);
  await meetStoring(bank, vloer);
  await meetCpu(bank);
  await meetLive(bank, token, consoles);
  await meetWerkvoorraad(bank.opslag);
  meetClient();
} finally {
  await kind.stop();
  tussen.sluit();
  await sandbox.stop();
  rmSync(map, { recursive: true, force: true });
  toestand('einde');
}
