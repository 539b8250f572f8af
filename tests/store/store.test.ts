import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../server/store/store.ts';
import { doelen } from '../../server/store/schema.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
afterAll(() => store.close());

describe('de store', () => {
  it('draait een transactie terug als er iets misgaat', async () => {
    await expect(
      store.tx(async (t) => {
        await t.insert(doelen).values({ code: 'proef', naam: 'Proef', rollen: [] });
        throw new Error('halverwege');
      }),
    ).rejects.toThrow('halverwege');
    expect((await store.db.select().from(doelen)).map((rij) => rij.code)).not.toContain('proef');
  });

  it('weigert de buitenste verbinding binnen een transactie in plaats van te blijven hangen', async () => {
    await expect(store.tx(() => store.db.select().from(doelen))).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/binnen een transactie/) as string },
    });
    await expect(store.tx(() => store.tx(async () => 1))).rejects.toThrow(/binnen een transactie/);
  });

  it('voert voor pg-boss meer opdrachten tegelijk uit', async () => {
    expect(await store.executeSql('SELECT 1 AS een; SELECT 2 AS twee')).toBeDefined();
    expect((await store.executeSql('SELECT $1::int AS getal', [3])).rows).toEqual([{ getal: 3 }]);
  });
});

it('noemt DATABASE_URL als daar niemand antwoordt', async () => {
  const databaseUrl = 'postgres://iemand:geheim@127.0.0.1:1/niets';
  const fout = await openStore({ databaseUrl, dataDir: '' }).catch((oorzaak: unknown) => oorzaak);
  expect(String(fout)).toMatch(/DATABASE_URL: de database geeft geen toegang \(ECONNREFUSED\)/);
  expect(String(fout)).not.toContain('geheim');
});

describe('eigen SQL van een ander', () => {
  it('laat geen halve transactie achter als zij afbreekt', async () => {
    const half = "BEGIN; INSERT INTO doelen VALUES ('half', 'Half', '[]'); SELECT 1 / 0; COMMIT;";
    await expect(store.executeSql(half)).rejects.toThrow(/division by zero/);
    const codes = (await store.db.select().from(doelen)).map((rij) => rij.code);
    expect(codes).not.toContain('half');
    expect(await store.tx(async (t) => t.select().from(doelen))).toHaveLength(codes.length);
  });
});

describe('de ingebouwde database in een map', () => {
  it('bewaart wat geschreven is en weigert een tweede opening', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'svz-store-'));
    try {
      const eerste = await openStore({ dataDir });
      await eerste.db.insert(doelen).values({ code: 'proef', naam: 'Proef', rollen: ['kcc'] });
      await expect(openStore({ dataDir })).rejects.toThrow(/al in gebruik door een andere console/);
      await eerste.close();
      const tweede = await openStore({ dataDir });
      expect(
        await tweede.db
          .select()
          .from(doelen)
          .where(sql`code = 'proef'`),
      ).toEqual([{ code: 'proef', naam: 'Proef', rollen: ['kcc'] }]);
      await tweede.close();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 120_000);
});
