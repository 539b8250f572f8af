/** The console in a process of its own, with the registers behind the proxy. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { maakToepassing } from '../server/app.ts';
import { echteKlok } from '../server/clock.ts';
import { leesConfig } from '../server/config.ts';
import { standaardRegisters } from '../server/connectors/registers-standaard.ts';
import { maakRegisters } from '../server/connectors/registers.ts';
import { maakLog } from '../server/log.ts';
import { stemAf } from '../server/services/zaakindex/ronde.ts';
import { vulVerloop } from '../server/services/zaakverloop.ts';
import { testSleutels } from '../tests/hulp/sleutels.ts';
import { maakStore } from '../tests/hulp/store.ts';
import { klok, mediaan } from './meting.ts';
import { antwoord, geheugen } from './proces.ts';

const AANROEP = { medewerker: null, doel: 'behandeling', traceId: '0'.repeat(32) };
const RUIM = '1000000';
const { BENCH_REGISTERS: basis = '', BENCH_TOKEN: callbackToken = '' } = process.env;

const maak = () =>
  maakRegisters(standaardRegisters(basis, 'http://127.0.0.1:1/api/notificaties', callbackToken));
let bron = maak();
const registers = { ...bron };
const store = await maakStore();
const toepassing = await maakToepassing({
  config: leesConfig({
    LOG_LEVEL: 'silent',
    RATE_LIMIT_API: RUIM,
    RATE_LIMIT_SEARCH: RUIM,
    RATE_LIMIT_LOGIN: RUIM,
    RATE_LIMIT_WEBHOOK: RUIM,
  }),
  store,
  sleutels: testSleutels(),
  sessieGeheim: 'een-geheim-van-de-bench-van-32-tekens',
  registers,
  callbackToken,
  clock: echteKlok,
  log: maakLog({ logLevel: 'silent' }),
});
toepassing.server.listen(0, '127.0.0.1');
await once(toepassing.server, 'listening');

antwoord(
  {
    poort: () => (toepassing.server.address() as AddressInfo).port,
    /** As the reconciliation does at the start. */
    vul: async () => {
      for (const register of registers.zaken) {
        await stemAf(toepassing.deps, register, AANROEP);
        await vulVerloop(toepassing.deps, register, AANROEP, new AbortController().signal);
      }
      return true;
    },
    /** Nothing in memory of anyone: new caches, breakers and connections; the catalogus is warm. */
    koud: async () => {
      const oud = bron;
      bron = maak();
      Object.assign(registers, bron);
      await oud.sluit();
      await Promise.all(registers.zaken.map((register) => register.zaaktypen(AANROEP)));
      // As the work in the background does at the start: it learns how many zaken go on a page.
      await Promise.all(registers.zaken.map((register) => register.openZaken(null, AANROEP)));
      geheugen();
      return true;
    },
    /** Milliseconds of CPU so far, user and system. */
    cpu: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
    geheugen,
    /** Milliseconds of one small commit in this store: median of 50. */
    commit: async () => {
      await store.db.execute(sql`CREATE TABLE IF NOT EXISTS bench (n integer)`);
      const tijden: number[] = [];
      for (let keer = 0; keer < 50; keer += 1)
        tijden.push(
          (await klok(() => store.tx((t) => t.execute(sql`INSERT INTO bench VALUES (${keer})`)))).ms,
        );
      return mediaan(tijden);
    },
  },
  async () => {
    await toepassing.sluit();
    await bron.sluit();
    await store.close();
  },
);
