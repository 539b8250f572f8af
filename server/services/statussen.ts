import type { NieuweStatus, ZaakGeschreven } from '../../shared/contracts/zaak.ts';
import type { Aanroep, Zaakregister } from '../connectors/ports.ts';
import { metOffset } from '../domain/dagen.ts';
import { fout } from '../fouten.ts';
import { anderResultaat } from './bezorging/intussen.ts';
import type { StatusOpdracht } from './bezorging/opdracht.ts';
import { alsFout } from './bronnen.ts';
import { aanroepVan, type Deps, type Wie } from './deps.ts';
import { DOEL_BEHANDELING } from './doelbinding.ts';
import { eisGezien, schrijftoegang, type Schrijftoegang } from './schrijftoegang.ts';
import { eerderGeschreven, schrijf, type Zaakschrijven } from './zaakschrijven.ts';

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
  const vraag = { sleutel, vergelijk: vergelijk(id, nieuw) };
  const eerder = await eerderGeschreven(deps, wie, vraag);
  return eerder ?? schrijf(deps, wie, vraag, await keur(deps, wie, id, nieuw));
}

/** What makes two of these the same write. */
export const vergelijk = (id: string, nieuw: NieuweStatus) => ({ zaak: id, status: nieuw });

/** Judges it on the zaak as it is stored now. @throws niet_gevonden, geen_recht, ongeldige_invoer, conflict */
export async function keur(deps: Deps, wie: Wie, id: string, nieuw: NieuweStatus): Promise<Zaakschrijven> {
  const toegang = await schrijftoegang(deps, wie, id, 'status');
  const { register, uuid, nu } = toegang;
  await eisGezien(deps, wie, toegang, nieuw.gezien);
  if (!toegang.open) {
    throw fout('conflict', { detail: 'Deze zaak is al afgerond. Er kan geen status meer bij.' });
  }
  const gezien = nu === null ? nieuw.gezien : nu.status;
  const opdracht: StatusOpdracht = {
    statustype: nieuw.statustype,
    toelichting: nieuw.toelichting ?? null,
    resultaattype: await keurResultaat(toegang, nieuw, aanroepVan(wie, DOEL_BEHANDELING)),
    zaak: uuid,
    register: register.id,
    datumStatusGezet: metOffset(naStatus(deps.clock.nu(), nu?.statusSinds ?? null)),
    ...(gezien === undefined ? {} : { gezien }),
    medewerker: { id: wie.medewerker.id, naam: wie.medewerker.naam },
  };
  return {
    soort: 'status',
    volgordeSleutel: `zaak:${id}`,
    inhoud: opdracht,
    register: opdracht.register,
  };
}

/**
 * The newest datumStatusGezet is the status of a zaak: with a clock that runs behind that of whoever set the last one, a
 * new status would count as an older one.
 */
function naStatus(nu: Date, sinds: string | null): Date {
  const eerder = sinds === null ? 0 : Date.parse(sinds);
  return eerder < nu.getTime() ? nu : new Date(eerder + 1);
}

/** The resultaat that goes along: with an end status, unless the zaak has it already. */
async function keurResultaat(
  toegang: Schrijftoegang,
  nieuw: NieuweStatus,
  aanroep: Aanroep,
): Promise<string | null> {
  const { register, nu } = toegang;
  const zaaktype = await leesVan(register, () => register.zaaktype(toegang.zaaktype, aanroep));
  const statustype = zaaktype?.statustypen.find((kandidaat) => kandidaat.uuid === nieuw.statustype);
  if (statustype === undefined)
    throw veld('statustype', 'Deze status hoort niet bij dit zaaktype. Kies een andere.');
  const gekozen = nieuw.resultaattype;
  if (!statustype.isEindstatus) {
    if (gekozen !== undefined)
      throw veld('resultaattype', 'Een resultaat past alleen bij de laatste status. Haal het weg.');
    return null;
  }
  const staat = nu?.resultaat ?? null;
  if (staat !== null) {
    if (gekozen === undefined) return null;
    const { resultaattype } = await leesVan(register, () => register.resultaat(staat, aanroep));
    if (resultaattype !== gekozen)
      throw await anderResultaat(register, toegang.zaaktype, resultaattype, aanroep);
    return null;
  }
  if (gekozen === undefined || !zaaktype?.resultaattypen.some(({ uuid }) => uuid === gekozen))
    throw veld('resultaattype', 'Met deze status rondt u de zaak af. Kies daarom een resultaat.');
  return gekozen;
}

async function leesVan<T>({ naam }: Zaakregister, lezen: () => Promise<T>): Promise<T> {
  try {
    return await lezen();
  } catch (oorzaak) {
    throw alsFout(oorzaak, naam);
  }
}

const veld = (pad: string, melding: string) =>
  fout('ongeldige_invoer', { detail: melding, fouten: [{ pad, code: 'ongeldig', melding }] });
