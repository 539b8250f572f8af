import type { NieuweSubstatus, ZaakGeschreven } from '../../shared/contracts/zaak.ts';
import { metOffset } from '../domain/dagen.ts';
import { fout } from '../fouten.ts';
import type { SubstatusOpdracht } from './bezorging/opdracht.ts';
import type { Deps, Wie } from './deps.ts';
import { schrijftoegang } from './schrijftoegang.ts';
import { eerderGeschreven, schrijf } from './zaakschrijven.ts';

/**
 * Sets a substatus at the source, on the status that the zaak has now.
 * @throws niet_gevonden, geen_recht, conflict, niet_ondersteund, geweigerd_door_register
 */
export async function zet(
  deps: Deps,
  wie: Wie,
  id: string,
  nieuw: NieuweSubstatus,
  sleutel: string | null,
): Promise<ZaakGeschreven> {
  const vraag = { sleutel, vergelijk: { zaak: id, substatus: nieuw } };
  const eerder = await eerderGeschreven(deps, wie, vraag);
  if (eerder !== null) return eerder;
  const { register, uuid, open, heeftStatus, status } = await schrijftoegang(deps, wie, id, 'substatus');
  if (!register.kan.substatussen) throw fout('niet_ondersteund');
  if (!heeftStatus) {
    throw fout('conflict', {
      detail: 'Deze zaak heeft nog geen status. Zet eerst een status, daarna een substatus.',
    });
  }
  if (!open) {
    throw fout('conflict', { detail: 'Deze zaak is al afgerond. Er kan geen substatus meer bij.' });
  }
  const opdracht: SubstatusOpdracht = {
    ...nieuw,
    zaak: uuid,
    register: register.id,
    status,
    tijdstip: metOffset(deps.clock.nu()),
    medewerker: { id: wie.medewerker.id, naam: wie.medewerker.naam },
  };
  return schrijf(deps, wie, vraag, {
    soort: 'substatus',
    volgordeSleutel: `zaak:${id}`,
    inhoud: opdracht,
    register: opdracht.register,
  });
}
