import type { NieuweStatus, ZaakGeschreven } from '../../shared/contracts/zaak.ts';
import type { Aanroep, Zaakregister, Zaaktype } from '../connectors/ports.ts';
import { metOffset } from '../domain/dagen.ts';
import { fout } from '../fouten.ts';
import type { StatusOpdracht } from './bezorging/opdracht.ts';
import { alsFout } from './bronnen.ts';
import { aanroepVan, type Deps, type Wie } from './deps.ts';
import { DOEL_BEHANDELING } from './doelbinding.ts';
import { schrijftoegang } from './schrijftoegang.ts';
import { eerderGeschreven, schrijf } from './zaakschrijven.ts';

/**
 * Sets a status at the source. An end status takes its resultaat with it.
 * @throws niet_gevonden, geen_recht, ongeldige_invoer, conflict, geweigerd_door_register
 */
export async function zet(
  deps: Deps,
  wie: Wie,
  id: string,
  nieuw: NieuweStatus,
  sleutel: string | null,
): Promise<ZaakGeschreven> {
  const vraag = { sleutel, vergelijk: { zaak: id, status: nieuw } };
  const eerder = await eerderGeschreven(deps, wie, vraag);
  if (eerder !== null) return eerder;
  const toegang = await schrijftoegang(deps, wie, id, 'status');
  const { register, uuid } = toegang;
  if (!toegang.open) {
    throw fout('conflict', { detail: 'Deze zaak is al afgerond. Er kan geen status meer bij.' });
  }
  const zaaktype = await leesZaaktype(register, toegang.zaaktype, aanroepVan(wie, DOEL_BEHANDELING));
  const statustype = zaaktype?.statustypen.find((kandidaat) => kandidaat.uuid === nieuw.statustype);
  if (statustype === undefined)
    throw veld('statustype', 'Deze status hoort niet bij dit zaaktype. Kies een andere.');
  if (statustype.isEindstatus && toegang.heeftResultaat !== true) {
    const resultaattype = zaaktype?.resultaattypen.find(
      (kandidaat) => kandidaat.uuid === nieuw.resultaattype,
    );
    if (resultaattype === undefined)
      throw veld('resultaattype', 'Met deze status rondt u de zaak af. Kies daarom een resultaat.');
  } else if (nieuw.resultaattype !== undefined) {
    throw veld('resultaattype', 'Een resultaat past alleen bij de laatste status. Haal het weg.');
  }
  const opdracht: StatusOpdracht = {
    statustype: nieuw.statustype,
    toelichting: nieuw.toelichting ?? null,
    resultaattype: nieuw.resultaattype ?? null,
    zaak: uuid,
    register: register.id,
    datumStatusGezet: metOffset(naStatus(deps.clock.nu(), toegang.statusSinds)),
    medewerker: { id: wie.medewerker.id, naam: wie.medewerker.naam },
  };
  return schrijf(deps, wie, vraag, {
    soort: 'status',
    volgordeSleutel: `zaak:${id}`,
    inhoud: opdracht,
    register: opdracht.register,
  });
}

/**
 * The newest datumStatusGezet is the status of a zaak: with a clock that runs behind that of whoever set the last one, a
 * new status would count as an older one.
 */
function naStatus(nu: Date, sinds: string | null): Date {
  const eerder = sinds === null ? 0 : Date.parse(sinds);
  return eerder < nu.getTime() ? nu : new Date(eerder + 1);
}

async function leesZaaktype(
  register: Zaakregister,
  uuid: string,
  aanroep: Aanroep,
): Promise<Zaaktype | null> {
  try {
    return await register.zaaktype(uuid, aanroep);
  } catch (oorzaak) {
    throw alsFout(oorzaak, register.naam);
  }
}

const veld = (pad: string, melding: string) =>
  fout('ongeldige_invoer', { detail: melding, fouten: [{ pad, code: 'ongeldig', melding }] });
