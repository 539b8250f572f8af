import { randomUUID } from 'node:crypto';
import type { ZaakGeschreven } from '../../shared/contracts/zaak.ts';
import { fout } from '../fouten.ts';
import * as outbox from '../store/outbox.ts';
import type { Outboxrij } from '../store/outbox.ts';
import { bezorgNu } from './bezorging.ts';
import type { Deps, Wie } from './deps.ts';

/** A write on a zaak as its caller knows it: `vergelijk` is what was sent, without the moment that we add. */
interface Schrijfvraag {
  /** `Idempotency-Key`; null where none was sent: then every call is a new write. */
  sleutel: string | null;
  vergelijk: unknown;
}

/** A write that was judged on the stored zaak. */
export type Zaakschrijven = Pick<Outboxrij, 'soort' | 'volgordeSleutel' | 'inhoud' | 'register'>;

/** What this very write gave when it came before; null where it did not. @throws conflict, geweigerd_door_register */
export async function eerderGeschreven(
  deps: Deps,
  wie: Wie,
  { sleutel, vergelijk }: Schrijfvraag,
): Promise<ZaakGeschreven | null> {
  if (sleutel === null) return null;
  const eerder = await outbox.vind(deps.store.db, deps.sleutels, {
    medewerker: wie.medewerker.id,
    idempotentie: sleutel,
    vergelijk,
  });
  return eerder === null ? null : bezorgEenmaal(deps, eerder);
}

/** Keeps the write and tries to deliver it; the same key twice is one write. @throws conflict, geweigerd_door_register */
export async function schrijf(
  deps: Deps,
  wie: Wie,
  { sleutel, vergelijk }: Schrijfvraag,
  nieuw: Zaakschrijven,
): Promise<ZaakGeschreven> {
  const geplaatst = await deps.store.tx((t) =>
    outbox.plaats(
      t,
      deps.sleutels,
      { ...nieuw, vergelijk, medewerker: wie.medewerker.id, idempotentie: sleutel ?? randomUUID() },
      deps.clock.nu(),
    ),
  );
  return bezorgEenmaal(deps, geplaatst);
}

async function bezorgEenmaal(
  deps: Deps,
  { rij, zelfde }: { rij: Outboxrij; zelfde: boolean },
): Promise<ZaakGeschreven> {
  if (!zelfde)
    throw fout('conflict', { detail: 'Met deze sleutel is al iets anders bewaard. Sla opnieuw op.' });
  return { id: rij.id, bezorging: await bezorgNu(deps, rij) };
}
