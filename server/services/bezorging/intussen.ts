import type { Aanroep, Zaak, Zaakregister } from '../../connectors/ports.ts';
import { BronFout } from '../../connectors/ports.ts';
import { metOffset } from '../../domain/dagen.ts';
import { fout, type SvzFout } from '../../fouten.ts';
import * as outbox from '../../store/outbox.ts';
import type { Deps } from '../deps.ts';
import { Schrijver } from './opdracht.ts';

/**
 * Nobody's status is written over unseen. No register has an If-Match, so the zaak is re-read, compared with what the
 * author saw, and where it differs nothing is set and the author hears what it is now, since when, and by whom.
 */
export type Gelezen = Pick<Zaak, 'uuid' | 'zaaktype' | 'status'>;

const GEEN_STATUS =
  'De status van deze zaak is intussen weggehaald. Er is niets overschreven. Bekijk de zaak en verstuur opnieuw.';

/** `28-11-2026 om 10.41 uur`, in the Netherlands. */
function opMoment(instant: string): string {
  const [jaar, maand, dag, uur, minuut] = metOffset(new Date(instant)).split(/[-T:.]/);
  return `${String(dag)}-${String(maand)}-${String(jaar)} om ${String(uur)}.${String(minuut)} uur`;
}

/** Another status was set meanwhile. What cannot be read now is left out; that it changed is certain. */
export async function andereStatus(
  deps: Deps,
  register: Zaakregister,
  nu: Gelezen,
  aanroep: Aanroep,
): Promise<SvzFout> {
  if (nu.status === null) return intussen('gezien', GEEN_STATUS);
  const [statussen, zaaktype, eigen] = await Promise.all([
    ofNiets(register.statussen(nu.uuid, aanroep)),
    ofNiets(register.zaaktype(nu.zaaktype, aanroep)),
    outbox.vanBron(deps.store.db, deps.sleutels, nu.status),
  ]);
  const status = statussen?.find(({ uuid }) => uuid === nu.status);
  const naam = zaaktype?.statustypen.find(({ uuid }) => uuid === status?.statustype)?.omschrijving;
  const wat = naam === undefined ? 'een andere status' : `de status “${naam}”`;
  const wanneer = status === undefined ? '' : ` op ${opMoment(status.datumStatusGezet)}`;
  const wie = eigen === null ? 'Iemand anders' : Schrijver.parse(eigen.inhoud).medewerker.naam;
  return intussen('gezien', `${wie} zette${wanneer} ${wat}. ${NIETS_OVERSCHREVEN}`);
}

/** Another resultaat was set meanwhile: closing the zaak would close it with that one. */
export async function anderResultaat(
  register: Zaakregister,
  zaaktype: string,
  resultaattype: string,
  aanroep: Aanroep,
): Promise<SvzFout> {
  const gevonden = await ofNiets(register.zaaktype(zaaktype, aanroep));
  const naam = gevonden?.resultaattypen.find(({ uuid }) => uuid === resultaattype)?.omschrijving;
  const wat = naam === undefined ? 'een ander resultaat' : `het resultaat “${naam}”`;
  return intussen('resultaattype', `Deze zaak heeft intussen ${wat}. ${NIETS_OVERSCHREVEN}`);
}

const NIETS_OVERSCHREVEN = 'Er is niets overschreven. Bekijk de zaak en beslis daarna.';
/** The code by which a screen knows this conflict from others. */
const intussen = (pad: string, melding: string): SvzFout =>
  fout('conflict', { detail: melding, fouten: [{ pad, code: 'intussen_gewijzigd', melding }] });

async function ofNiets<T>(vraag: Promise<T>): Promise<T | null> {
  try {
    return await vraag;
  } catch (oorzaak) {
    if (!(oorzaak instanceof BronFout)) throw oorzaak;
    return null;
  }
}
