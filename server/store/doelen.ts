import { asc } from 'drizzle-orm';
import type { Rol } from '../../shared/contracts/waarden.ts';
import { doelen } from './schema.ts';
import type { Db } from './db.ts';

/** A verwerkingsactiviteit under which a klant may be opened, and by which rollen; nobody types one. */
export interface Doel {
  code: string;
  naam: string;
  rollen: Rol[];
}

export async function lijst(db: Db): Promise<Doel[]> {
  return db.select().from(doelen).orderBy(asc(doelen.naam));
}
