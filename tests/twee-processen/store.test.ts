import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import * as gebeurtenissen from '../../server/store/gebeurtenissen.ts';
import * as outbox from '../../server/store/outbox.ts';
import { maakSleutels } from '../../server/store/sleutels.ts';
import { openStore } from '../../server/store/store.ts';
import { nieuweSleutel } from '../hulp/sleutels.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const sleutel = nieuweSleutel();
const sleutels = maakSleutels(sleutel);
let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
  if (store.databaseUrl === undefined)
    throw new Error('twee processen hebben een PostgreSQL nodig: zet DATABASE_URL');
});
beforeEach(() => store.leeg());
afterAll(() => store.close());

const kind = (...args: string[]): ChildProcess =>
  fork(join(import.meta.dirname, 'kind.ts'), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
const bericht = async (proces: ChildProcess): Promise<unknown> =>
  ((await once(proces, 'message')) as unknown[])[0];
/** Starts two processes, lets them begin together and gives what each reports at its end. */
async function samen(taak: string): Promise<unknown[]> {
  const beide = [kind(taak, store.databaseUrl ?? '', sleutel), kind(taak, store.databaseUrl ?? '', sleutel)];
  try {
    await Promise.all(beide.map(bericht));
    const einde = beide.map(bericht);
    for (const proces of beide) proces.send('begin');
    return await Promise.all(einde);
  } finally {
    for (const proces of beide) proces.kill('SIGKILL');
  }
}

it('bezorgen samen alles precies één keer, per zaak op volgorde', async () => {
  for (let i = 0; i < 120; i += 1)
    await outbox.plaats(
      store.db,
      sleutels,
      {
        soort: 'substatus',
        volgordeSleutel: `zaak:${i % 7}`,
        inhoud: i,
        medewerker: 'behandelaar',
        register: 'sandbox',
        idempotentie: String(i),
      },
      new Date('2026-11-21T10:00:00Z'),
    );
  const delen = z.array(z.array(z.number())).parse(await samen('bezorg'));
  expect(delen.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, i) => i));
  for (const deel of delen)
    for (let zaak = 0; zaak < 7; zaak += 1) {
      const eigen = deel.filter((i) => i % 7 === zaak);
      expect(eigen).toEqual(eigen.toSorted((a, b) => a - b));
    }
});

it('schrijven samen gebeurtenissen die nooit onder een gelezen nummer verschijnen', async () => {
  let hoogste = 0;
  const teLaat: number[] = [];
  const gezien = new Set<number>();
  const einde = new AbortController();
  const lezer = (async () => {
    while (!einde.signal.aborted) {
      const nu = (await gebeurtenissen.na(store.db, 0, 10_000)).map((een) => een.volgnummer);
      teLaat.push(...nu.filter((nummer) => nummer < hoogste && !gezien.has(nummer)));
      for (const nummer of nu) gezien.add(nummer);
      hoogste = Math.max(hoogste, ...nu);
    }
  })();
  const delen = z.array(z.array(z.number())).parse(await samen('schrijf'));
  einde.abort();
  await lezer;
  expect(new Set(delen.flat()).size).toBe(100);
  expect(teLaat).toEqual([]);
});

// A fresh folder is made twice over and recovered once: seconds each on a busy machine.
it('delen geen map: de tweede wordt geweigerd zolang de eerste leeft, en daarna niet meer', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'svz-slot-'));
  const eerste = kind('houd', dataDir);
  try {
    expect(await bericht(eerste)).toBe('open');
    await expect(openStore({ dataDir })).rejects.toThrow(
      `De map ${dataDir} is al in gebruik door een andere console (proces ${eerste.pid ?? 0}).`,
    );
    const weg = once(eerste, 'exit');
    eerste.kill('SIGKILL');
    await weg;
    const tweede = await openStore({ dataDir });
    expect(await gebeurtenissen.laatste(tweede.db)).toBe(0);
    await tweede.close();
  } finally {
    eerste.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 120_000);
