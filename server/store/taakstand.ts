import type { Db } from './db.ts';
import { taakstand } from './schema.ts';

/** How a task beside the requests went last, in whichever process it ran. */
export interface Taakstand {
  naam: string;
  geluktOp: Date | null;
  misluktOp: Date | null;
  /** Of the last failure: what kind of fault, without a value of anyone. */
  reden: string | null;
}

export const lijst = (db: Db): Promise<Taakstand[]> => db.select().from(taakstand).orderBy(taakstand.naam);

export async function gelukt(db: Db, naam: string, nu: Date): Promise<void> {
  await db
    .insert(taakstand)
    .values({ naam, geluktOp: nu })
    .onConflictDoUpdate({ target: taakstand.naam, set: { geluktOp: nu } });
}

export async function mislukt(db: Db, naam: string, reden: string, nu: Date): Promise<void> {
  await db
    .insert(taakstand)
    .values({ naam, misluktOp: nu, reden })
    .onConflictDoUpdate({ target: taakstand.naam, set: { misluktOp: nu, reden } });
}
