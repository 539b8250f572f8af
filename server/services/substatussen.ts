import type { NieuweSubstatus, ZaakGeschreven } from '../../shared/contracts/zaak.ts';
import { metOffset } from '../domain/dagen.ts';
import { fout } from '../fouten.ts';
import type { SubstatusOpdracht } from './bezorging/opdracht.ts';
import type { Deps, Wie } from './deps.ts';
import { eisGezien, schrijftoegang } from './schrijftoegang.ts';
import { eerderGeschreven, schrijf, type Zaakschrijven } from './zaakschrijven.ts';

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
  const vraag = { sleutel, vergelijk: vergelijk(id, nieuw) };
  const eerder = await eerderGeschreven(deps, wie, vraag);
  return eerder ?? schrijf(deps, wie, vraag, await keur(deps, wie, id, nieuw));
}

/** What makes two of these the same write. */
export const vergelijk = (id: string, nieuw: NieuweSubstatus) => ({ zaak: id, substatus: nieuw });

/** Judges it on the zaak as it is stored now. @throws niet_gevonden, geen_recht, conflict, niet_ondersteund */
export async function keur(deps: Deps, wie: Wie, id: string, nieuw: NieuweSubstatus): Promise<Zaakschrijven> {
  const toegang = await schrijftoegang(deps, wie, id, 'substatus');
  const { register, uuid, open, heeftStatus, nu } = toegang;
  if (!register.kan.substatussen) throw fout('niet_ondersteund');
  await eisGezien(deps, wie, toegang, nieuw.gezien);
  if (!heeftStatus) {
    throw fout('conflict', {
      detail: 'Deze zaak heeft nog geen status. Zet eerst een status, daarna een substatus.',
    });
  }
  if (!open) {
    throw fout('conflict', { detail: 'Deze zaak is al afgerond. Er kan geen substatus meer bij.' });
  }
  const opdracht: SubstatusOpdracht = {
    omschrijving: nieuw.omschrijving,
    doelgroep: nieuw.doelgroep,
    zaak: uuid,
    register: register.id,
    status: (nu === null ? nieuw.gezien : nu.status) ?? null,
    tijdstip: metOffset(deps.clock.nu()),
    medewerker: { id: wie.medewerker.id, naam: wie.medewerker.naam },
  };
  return {
    soort: 'substatus',
    volgordeSleutel: `zaak:${id}`,
    inhoud: opdracht,
    register: opdracht.register,
  };
}
