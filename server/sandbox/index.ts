/** The bundled registers as a process of their own: `npm run sandbox`, or a child of the console. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { maakSandbox } from './app.ts';
import { ConfigFout, leesConfig } from './config.ts';
import { maakGemeente } from './gemeente/index.ts';
import { volgOuder } from './ouder.ts';

async function start(): Promise<void> {
  const config = leesConfig(process.env);
  const catalogus = config.catalogus === undefined ? undefined : await leesCatalogus(config.catalogus);
  const sandbox = await maakSandbox({
    gemeente: maakGemeente,
    seed: config.seed,
    burgers: config.burgers,
    bedrijven: config.bedrijven,
    dir: config.dir,
    opnieuw: config.opnieuw,
    latencyMs: config.latencyMs,
    nrcBatchSeconden: config.nrcBatchSeconden,
    ...(catalogus ? { catalogus: catalogus.inhoud, catalogusHash: catalogus.hash } : {}),
  });
  let stopt = false;
  const stop = (): void => {
    // Ctrl-C reaches us twice: as a signal, and through the parent that ends by it.
    if (stopt) return;
    stopt = true;
    void sandbox.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (config.heeftOuder) volgOuder(stop);
  const port = await sandbox.listen(config.port);
  console.log(
    `Sandbox-registers luisteren op http://127.0.0.1:${port} (peildatum ${dag(sandbox.opslag.peildatum)})`,
  );
}

const dag = (moment: Date): string => moment.toISOString().slice(0, 10);

async function leesCatalogus(pad: string): Promise<{ inhoud: unknown; hash: string }> {
  const tekst = await readFile(pad, 'utf8').catch(() => {
    throw new ConfigFout(`SANDBOX_CATALOGUS: ${pad} is niet te lezen`);
  });
  try {
    return { inhoud: JSON.parse(tekst) as unknown, hash: createHash('sha256').update(tekst).digest('hex') };
  } catch {
    throw new ConfigFout(`SANDBOX_CATALOGUS: ${pad} is geen JSON`);
  }
}

start().catch((fout: unknown) => {
  const regel = fout instanceof ConfigFout || heeftCode(fout) ? (fout as Error).message : fout;
  console.error('Sandbox start niet:', regel);
  process.exit(1);
});

function heeftCode(fout: unknown): boolean {
  return fout instanceof Error && 'code' in fout && typeof fout.code === 'string';
}
