import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { maakToepassing, nieuwCallbackToken } from './app.ts';
import { echteKlok } from './clock.ts';
import { InstellingFout, leesConfig, type Config } from './config.ts';
import { leesRegisters, RegistersFout, type RegistersConfig } from './connectors/registers-config.ts';
import { standaardRegisters } from './connectors/registers-standaard.ts';
import { maakRegisters } from './connectors/registers.ts';
import { maakLog } from './log.ts';
import { startRegisters } from './registerproces.ts';
import { geheimUitMap, maakSleutels } from './store/sleutels.ts';
import { openStore } from './store/store.ts';

/** The process: settings, store, registers, console; and back in the other order. */
async function start(): Promise<void> {
  const config = leesConfig(process.env);
  if (config.auth.soort !== 'demo') {
    throw new InstellingFout(
      `AUTH=${config.auth.soort} kan nog niet. Gebruik AUTH=demo, op uw eigen machine.`,
    );
  }
  const log = maakLog(config);
  const store = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  const sleutels = maakSleutels(config.encryptionKey ?? geheimUitMap(config.dataDir, 'encryption-key'));
  const sessieGeheim = config.sessionSecret ?? geheimUitMap(config.dataDir, 'session-secret');
  const bundel = config.registers === undefined ? await startRegisters(config.dataDir, process.env) : null;
  const registersConfig = bundel === null ? leesBestand(config) : bundelConfig(config, bundel.url);
  const registers = maakRegisters(registersConfig);
  const toepassing = await maakToepassing({
    config,
    store,
    sleutels,
    sessieGeheim,
    registers,
    callbackToken: registersConfig.notificaties?.callbackToken ?? nieuwCallbackToken(),
    clock: echteKlok,
    log,
  });

  const stop = async (): Promise<void> => {
    await toepassing.sluit();
    await registers.sluit();
    await bundel?.stop();
    await store.close();
  };
  for (const signaal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signaal, () => {
      void stop().then(
        () => process.exit(0),
        (err: unknown) => {
          log.error({ err }, 'stoppen mislukt');
          process.exit(1);
        },
      );
    });
  }

  await new Promise<void>((klaar, mislukt) => {
    toepassing.server.once('error', (err: NodeJS.ErrnoException) => {
      mislukt(
        err.code === 'EADDRINUSE'
          ? new InstellingFout(`PORT ${config.port} is al in gebruik. Kies een andere.`)
          : err,
      );
    });
    toepassing.server.listen(config.port, config.host, klaar);
  });
  toepassing.begin();
  const { port } = toepassing.server.address() as AddressInfo;
  const adres = config.publicUrl ?? `http://localhost:${port}`;
  process.stdout.write(
    `Stand van Zaken staat op ${adres}. Kies een demogebruiker, bijvoorbeeld kcc of behandelaar.\n`,
  );
}

function leesBestand(config: Config): RegistersConfig {
  const pad = config.registers ?? '';
  let inhoud: string;
  try {
    inhoud = readFileSync(pad, 'utf8');
  } catch {
    throw new InstellingFout(`REGISTERS: ${pad} is niet te lezen.`);
  }
  return leesRegisters(inhoud, process.env);
}

/** The bundled registers call back on the loopback address, whatever PUBLIC_URL says. */
function bundelConfig(config: Config, url: string): RegistersConfig {
  return standaardRegisters(url, `http://127.0.0.1:${config.port}/api/notificaties`, nieuwCallbackToken());
}

start().catch((oorzaak: unknown) => {
  const uitleg = oorzaak instanceof InstellingFout || oorzaak instanceof RegistersFout;
  process.stderr.write(
    `Stand van Zaken start niet. ${uitleg ? oorzaak.message : String((oorzaak as Error).stack)}\n`,
  );
  process.exit(1);
});
