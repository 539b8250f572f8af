import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import pg from 'pg';
import type { Db } from './db.ts';
import { InstellingFout } from '../config.ts';
import { neemSlot } from './slot.ts';
import { migreer } from './migraties.ts';

export interface Store {
  db: Db;
  /** One transaction. Inside it pass `t` on, never `db`, and wait for nothing but the database. */
  tx<T>(fn: (t: Db) => Promise<T>): Promise<T>;
  engine: 'pglite' | 'postgresql';
  /** Several statements as they stand, for pg-boss, which brings its own SQL. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
}

export interface StoreOpties {
  databaseUrl?: string | undefined;
  /** Folder of the embedded database; `memory://` keeps nothing (tests). */
  dataDir: string;
}

/**
 * PGlite has one connection: the outer one used inside a transaction waits for itself forever, and on PostgreSQL it
 * would silently fall outside the transaction. Both engines refuse it here.
 */
const lopend = new AsyncLocalStorage<{ open: boolean }>();
function bewaak(): void {
  if (lopend.getStore()?.open === true)
    throw new Error('de buitenste verbinding is gebruikt binnen een transactie: geef de transactie door');
}
async function inTransactie<T>(begin: () => Promise<T>): Promise<T> {
  bewaak();
  const binnen = { open: true };
  try {
    return await lopend.run(binnen, begin);
  } finally {
    binnen.open = false;
  }
}

/** Opens the store and brings its schema up to date. Refuses a folder that another live process holds. */
export async function openStore(opties: StoreOpties): Promise<Store> {
  return opties.databaseUrl === undefined ? openPglite(opties.dataDir) : openPostgresql(opties.databaseUrl);
}

async function openPglite(dataDir: string): Promise<Store> {
  const vluchtig = dataDir === 'memory://';
  if (!vluchtig) mkdirSync(dataDir, { recursive: true });
  const slot = vluchtig ? null : neemSlot(dataDir);
  try {
    const client = await PGlite.create(vluchtig ? dataDir : join(dataDir, 'db'));
    const db = drizzlePglite({ client: bewaakt(client), casing: 'snake_case' });
    const binnen = drizzlePglite({ client, casing: 'snake_case' });
    const tx: Store['tx'] = (fn) => inTransactie(() => binnen.transaction((t) => fn(t)));
    await tx((t) => migreer(t));
    return {
      db,
      tx,
      engine: 'pglite',
      executeSql: async (text, values) => {
        if (values !== undefined && values.length > 0) return client.query<unknown[]>(text, values);
        try {
          return { rows: (await client.exec(text)).at(-1)?.rows ?? [] };
        } catch (fout) {
          // A text with its own BEGIN that broke off halfway would leave the one connection in a failed transaction.
          await client.exec('ROLLBACK');
          throw fout;
        }
      },
      close: async () => {
        await client.close();
        slot?.laatLos();
      },
    };
  } catch (fout) {
    slot?.laatLos();
    throw fout;
  }
}

/** The same client, refusing to be used from within a transaction. */
function bewaakt<Client extends object>(client: Client): Client {
  return new Proxy(client, {
    get(doel, naam) {
      const waarde: unknown = Reflect.get(doel, naam, doel);
      if (typeof waarde !== 'function') return waarde;
      return (...args: unknown[]): unknown => {
        bewaak();
        return Reflect.apply(waarde, doel, args);
      };
    },
  });
}

async function openPostgresql(databaseUrl: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20, connectionTimeoutMillis: 5000 });
  // An idle connection that breaks is replaced at the next query, which then reports what is wrong.
  pool.on('error', () => undefined);
  const db = drizzlePg({ client: bewaakt(pool), casing: 'snake_case' });
  const binnen = drizzlePg({ client: pool, casing: 'snake_case' });
  const tx: Store['tx'] = (fn) => inTransactie(() => binnen.transaction((t) => fn(t)));
  try {
    await pool.query('SELECT 1').catch((oorzaak: unknown) => {
      const code = oorzaak instanceof Error && 'code' in oorzaak ? ` (${String(oorzaak.code)})` : '';
      throw new InstellingFout(`DATABASE_URL: de database geeft geen toegang${code}.`, { cause: oorzaak });
    });
    await tx((t) => migreer(t));
  } catch (fout) {
    await pool.end();
    throw fout;
  }
  return {
    db,
    tx,
    engine: 'postgresql',
    executeSql: async (text, values) => {
      const client = await pool.connect();
      try {
        const gedaan = await client.query<Record<string, unknown>>(text, values);
        client.release();
        return gedaan;
      } catch (fout) {
        // It may be in a failed transaction of its own: never back into the pool.
        client.release(true);
        throw fout;
      }
    },
    close: () => pool.end(),
  };
}
