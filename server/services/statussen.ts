import { randomUUID } from 'node:crypto';
import type { NieuweStatus } from '../../shared/contracts/zaak.ts';
import type { Bezorging } from '../../shared/contracts/waarden.ts';
import { fout } from '../fouten.ts';
import * as outbox from '../store/outbox.ts';
import type { StatusOpdracht } from './bezorging/opdracht.ts';
import { bezorgNu } from './bezorging.ts';
import type { Deps, Wie } from './deps.ts';
import { toegangTotZaak } from './zaaktoegang.ts';
import { magDoen } from './zaakweergave.ts';

/**
 * Sets a status at the source. An end status takes its resultaat with it.
 * @throws niet_gevonden, geen_recht, ongeldige_invoer, conflict, geweigerd_door_register
 */
export async function zet(
  deps: Deps,
  wie: Wie,
  id: string,
  nieuw: NieuweStatus,
): Promise<{ id: string; bezorging: Bezorging }> {
  const { kern } = await toegangTotZaak(deps, wie, id, true);
  if (!wie.beleid.magDoen('status', kern.beleid))
    throw fout('geen_recht', { detail: 'U mag bij deze zaak geen status zetten.' });
  if (!magDoen(kern, wie.beleid).includes('status')) {
    throw fout('conflict', { detail: 'Deze zaak is al afgerond. Er kan geen status meer bij.' });
  }
  const statustype = kern.zaaktype?.statustypen.find(({ uuid }) => uuid === nieuw.statustype);
  if (statustype === undefined)
    throw veld('statustype', 'Deze status hoort niet bij dit zaaktype. Kies een andere.');
  if (statustype.isEindstatus && kern.zaak.resultaat === null) {
    const resultaattype = kern.zaaktype?.resultaattypen.find(({ uuid }) => uuid === nieuw.resultaattype);
    if (resultaattype === undefined)
      throw veld('resultaattype', 'Met deze status rondt u de zaak af. Kies daarom een resultaat.');
  } else if (nieuw.resultaattype !== undefined) {
    throw veld('resultaattype', 'Een resultaat past alleen bij de laatste status. Haal het weg.');
  }
  const opdracht: StatusOpdracht = {
    statustype: nieuw.statustype,
    toelichting: nieuw.toelichting ?? null,
    resultaattype: nieuw.resultaattype ?? null,
    zaak: kern.zaak.uuid,
    register: kern.register.id,
    datumStatusGezet: deps.clock.nu().toISOString(),
    medewerker: { id: wie.medewerker.id, naam: wie.medewerker.naam },
  };
  const { rij } = await deps.store.tx((t) =>
    outbox.plaats(
      t,
      deps.sleutels,
      {
        soort: 'status',
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

const veld = (pad: string, melding: string) =>
  fout('ongeldige_invoer', { detail: melding, fouten: [{ pad, code: 'ongeldig', melding }] });
