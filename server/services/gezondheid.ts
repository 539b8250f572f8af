import { sql } from 'drizzle-orm';
import type { Store } from '../store/store.ts';

/** Whether our own database answers; why it does not is for its own log. */
export const storeAntwoordt = async (store: Store): Promise<boolean> =>
  store.db.execute(sql`SELECT 1`).then(
    () => true,
    () => false,
  );
