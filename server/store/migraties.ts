import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { rijen, type Db } from './db.ts';

const MAP = join(import.meta.dirname, 'migraties');
/** One number for the whole application: two processes that start together migrate one after the other. */
const SLOT = 7_482_001;

const Gedaan = z.object({ naam: z.string(), som: z.string() });

/**
 * Applies migraties/*.sql in order of name, each once, all in the caller's transaction. A file that was changed after
 * it was applied stops the start: the schema would not be what the file says.
 */
export async function migreer(t: Db): Promise<void> {
  await t.execute(sql`SELECT pg_advisory_xact_lock(${SLOT})`);
  await t.execute(
    sql`CREATE TABLE IF NOT EXISTS migraties (naam text PRIMARY KEY, som text NOT NULL, op timestamptz NOT NULL DEFAULT now())`,
  );
  const gedaan = new Map(
    (await rijen(t, Gedaan, sql`SELECT naam, som FROM migraties`)).map((rij) => [rij.naam, rij.som]),
  );
  for (const naam of readdirSync(MAP)
    .filter((bestand) => bestand.endsWith('.sql'))
    .sort()) {
    const tekst = readFileSync(join(MAP, naam), 'utf8');
    const som = createHash('sha256').update(tekst).digest('hex');
    const eerder = gedaan.get(naam);
    if (eerder === som) continue;
    if (eerder !== undefined) throw new Error(`migratie ${naam} is gewijzigd nadat zij is uitgevoerd`);
    for (const opdracht of opdrachten(tekst)) await t.execute(sql.raw(opdracht));
    await t.execute(sql`INSERT INTO migraties (naam, som) VALUES (${naam}, ${som})`);
  }
}

/** PGlite takes one statement a call. Our files hold no semicolon inside a text or comment. */
function opdrachten(tekst: string): string[] {
  return tekst
    .replaceAll(/^\s*--.*$/gm, '')
    .split(/;\s*$/m)
    .map((deel) => deel.trim())
    .filter((deel) => deel !== '');
}
