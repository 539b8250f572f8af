import { randomUUID } from 'node:crypto';
import type { NieuweSubstatus } from '../../shared/contracts/zaak.ts';
import type { Bezorging } from '../../shared/contracts/waarden.ts';
import { fout } from '../fouten.ts';
import * as outbox from '../store/outbox.ts';
import type { SubstatusOpdracht } from './bezorging/opdracht.ts';
import { bezorgNu } from './bezorging.ts';
import type { Deps, Wie } from './deps.ts';
import { toegangTotZaak } from './zaaktoegang.ts';
import { magDoen } from './zaakweergave.ts';

/**
 * Sets a substatus at the source, on the status that the zaak has now.
 * @throws niet_gevonden, geen_recht, conflict, niet_ondersteund, geweigerd_door_register
 */
export async function zet(
  deps: Deps,
  wie: Wie,
  id: string,
  nieuw: NieuweSubstatus,
): Promise<{ id: string; bezorging: Bezorging }> {
  const { kern } = await toegangTotZaak(deps, wie, id, true);
  if (!wie.beleid.magDoen('substatus', kern.beleid))
    throw fout('geen_recht', { detail: 'U mag bij deze zaak geen substatus zetten.' });
  if (!kern.register.kan.substatussen) throw fout('niet_ondersteund');
  if (kern.zaak.status === null) {
    throw fout('conflict', {
      detail: 'Deze zaak heeft nog geen status. Zet eerst een status, daarna een substatus.',
    });
  }
  if (!magDoen(kern, wie.beleid).includes('substatus')) {
    throw fout('conflict', { detail: 'Deze zaak is al afgerond. Er kan geen substatus meer bij.' });
  }
  const opdracht: SubstatusOpdracht = {
    ...nieuw,
    zaak: kern.zaak.uuid,
    register: kern.register.id,
    status: kern.zaak.status,
    tijdstip: deps.clock.nu().toISOString(),
    medewerker: { id: wie.medewerker.id, naam: wie.medewerker.naam },
  };
  const { rij } = await deps.store.tx((t) =>
    outbox.plaats(
      t,
      deps.sleutels,
      {
        soort: 'substatus',
        volgordeSleutel: `zaak:${id}`,
        inhoud: opdracht,
        medewerker: wie.medewerker.id,
        register: kern.register.id,
        idempotentie: randomUUID(),
      },
      deps.clock.nu(),
    ),
  );
  return { id: rij.id, bezorging: await bezorgNu(deps, rij) };
}
