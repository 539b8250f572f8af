import * as gebeurtenissen from '../store/gebeurtenissen.ts';
import type { BewaardeGebeurtenis } from '../store/gebeurtenissen.ts';
import type { Store } from '../store/store.ts';

/** More than this was missed: the console loads anew. */
const HOOGSTENS_GEMIST = 500;

/** What a console missed of an onderwerp, or null when that is too long ago, too much, or of another store. */
export async function gemist(
  store: Store,
  onderwerp: string,
  sinds: number,
): Promise<BewaardeGebeurtenis[] | null> {
  const oudste = await gebeurtenissen.oudste(store.db);
  const laatste = await gebeurtenissen.laatste(store.db);
  if (sinds > laatste || sinds < (oudste ?? laatste + 1) - 1) return null;
  const rijen = await gebeurtenissen.sinds(store.db, onderwerp, sinds, HOOGSTENS_GEMIST + 1);
  return rijen.length > HOOGSTENS_GEMIST ? null : rijen;
}
