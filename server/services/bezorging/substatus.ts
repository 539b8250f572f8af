import { BronFout, type Aanroep, type Zaakregister } from '../../connectors/ports.ts';
import * as outbox from '../../store/outbox.ts';
import { meldZaak } from '../meldingen.ts';
import { SubstatusOpdracht } from './opdracht.ts';
import type { Bezorger } from './soort.ts';
import { zaakregisterVoor, zelfdeMoment } from './zaakschrijven.ts';

/**
 * One call. A repeat first looks for the same text at the same moment, which was fixed when it was accepted. It belongs
 * to the status under which it was written: a status that its author had on the way before it, else the one that the
 * author saw, also where the zaak went on meanwhile.
 */
export const bezorgSubstatus: Bezorger = async (deps, rij, { signal }) => {
  const opdracht = SubstatusOpdracht.parse(rij.inhoud);
  const { medewerker, zaak, status, ...nieuw } = opdracht;
  const { register, aanroep } = zaakregisterVoor(deps, rij, medewerker, signal);
  const eerder =
    rij.pogingen > 1
      ? (await register.substatussen(zaak, aanroep)).find(
          (bestaand) =>
            bestaand.omschrijving === nieuw.omschrijving && zelfdeMoment(bestaand.tijdstip, nieuw.tijdstip),
        )
      : undefined;
  const { uuid } =
    eerder ?? (await register.zetSubstatus({ zaak, ...nieuw, status: await onder() }, aanroep));
  register.vergeet(zaak);

  async function onder(): Promise<string> {
    const onderweg = (await outbox.eigenStatussenErvoor(deps.store.db, rij)).at(-1);
    return onderweg ?? status ?? (await statusVan(register, opdracht, aanroep));
  }

  return {
    bronId: uuid,
    meld: () =>
      meldZaak(deps, register, zaak, {
        soort: 'zaak.substatus',
        bron: uuid,
        door: rij.medewerker,
        intern: nieuw.doelgroep === 'intern',
      }),
  };
};

/**
 * The status that the zaak had when it was written, where nobody could say so then: the last one set
 * before that moment, else the first.
 */
async function statusVan(
  register: Zaakregister,
  { zaak, tijdstip }: SubstatusOpdracht,
  aanroep: Aanroep,
): Promise<string> {
  const statussen = (await register.statussen(zaak, aanroep)).toSorted(
    (a, b) => Date.parse(a.datumStatusGezet) - Date.parse(b.datumStatusGezet),
  );
  const toen = statussen.findLast((status) => Date.parse(status.datumStatusGezet) <= Date.parse(tijdstip));
  const gekozen = toen ?? statussen[0];
  if (gekozen !== undefined) return gekozen.uuid;
  const reden = 'Deze zaak heeft nog geen status. Zet eerst een status, daarna een substatus.';
  throw new BronFout(register.id, 'geweigerd', { velden: [{ naam: 'status', code: 'geen-status', reden }] });
}
