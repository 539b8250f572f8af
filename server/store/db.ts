import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { z } from 'zod';

/** What a repository takes: the store itself, or the transaction it runs in. */
export type Db = PgDatabase<PgQueryResultHKT>;

/** Rows of a hand-written statement, parsed: both drivers give `{rows}`, but not the same types. */
export async function rijen<S extends z.ZodType>(db: Db, schema: S, vraag: SQL): Promise<z.infer<S>[]> {
  return z.object({ rows: z.array(schema) }).parse(await db.execute(vraag)).rows;
}
