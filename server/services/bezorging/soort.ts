import type { Outboxrij } from '../../store/outbox.ts';
import type { Deps } from '../deps.ts';

interface Voortgang {
  signal: AbortSignal;
  /** Keeps how far the chain came, before the next call is made. */
  bewaarStap: (stap: Record<string, unknown>) => Promise<void>;
}

interface Bezorgd {
  bronId: string;
  /** Tells the consoles; after the outbox knows that it was delivered. */
  meld: () => Promise<void>;
}

export type Bezorger = (deps: Deps, rij: Outboxrij, voortgang: Voortgang) => Promise<Bezorgd>;
