import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openStore, type Store } from '../../server/store/store.ts';

export interface TestStore extends Store {
  /** Set where this store is a database on the server of DATABASE_URL. */
  databaseUrl: string | undefined;
  /** Removes every row but those that the migrations put there. */
  leeg(): Promise<void>;
}

const TABELLEN = [
  'sessies',
  'klant_partijen',
  'klantverwijzingen',
  'klantopeningen',
  'gesprekken',
  'outbox',
  'taakstand',
  'inbox',
  'gebeurtenissen',
  'verwerkingen',
  'verwerkingen_ketens',
  'zaakindex',
  'indexronden',
  'klantronden',
  'zaakverloop',
  'paden',
  'matrix',
  'opschortingen',
];

async function opServer(url: string, opdracht: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(opdracht);
  } finally {
    await client.end();
  }
}

/**
 * Without FORCE PostgreSQL sends an autovacuum that is just at work in it away by itself; with FORCE it refuses, because
 * that worker is not ours to end. FORCE is for connections that a test left open.
 */
async function ruimOp(server: string, naam: string): Promise<void> {
  try {
    await opServer(server, `DROP DATABASE ${naam}`);
  } catch (oorzaak) {
    if (!(oorzaak instanceof pg.DatabaseError) || oorzaak.code !== '55006') throw oorzaak;
    await opServer(server, `DROP DATABASE ${naam} WITH (FORCE)`);
  }
}

/** A fresh store: PGlite in memory, or with DATABASE_URL a database of its own on that server, dropped at close. */
export async function maakStore(): Promise<TestStore> {
  const server = process.env['DATABASE_URL'];
  const naam = `svz_test_${randomBytes(8).toString('hex')}`;
  let databaseUrl: string | undefined;
  if (server !== undefined && server !== '') {
    await opServer(server, `CREATE DATABASE ${naam}`);
    const eigen = new URL(server);
    eigen.pathname = `/${naam}`;
    databaseUrl = eigen.href;
  }
  const store = await openStore({ databaseUrl, dataDir: 'memory://' });
  return {
    ...store,
    databaseUrl,
    leeg: async () => {
      // Deleting a handful of rows is many times quicker than TRUNCATE on PGlite.
      await store.executeSql(
        [
          ...TABELLEN.map((tabel) => `DELETE FROM ${tabel};`),
          'ALTER SEQUENCE gebeurtenis_volgnummer RESTART;',
        ].join('\n'),
      );
    },
    close: async () => {
      await store.close();
      if (databaseUrl !== undefined && server !== undefined) await ruimOp(server, naam);
    },
  };
}
