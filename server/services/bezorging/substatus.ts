import { BronFout, type Aanroep, type Zaakregister } from '../../connectors/ports.ts';
import { meldZaak } from '../meldingen.ts';
import { SubstatusOpdracht } from './opdracht.ts';
import type { Bezorger } from './soort.ts';
import { zaakregisterVoor, zelfdeMoment } from './zaakschrijven.ts';

/** One call. A repeat first looks for the same text at the same moment, which was fixed when it was accepted. */
export const bezorgSubstatus: Bezorger = async (deps, rij, { signal }) => {
  const { medewerker, zaak, status, ...nieuw } = SubstatusOpdracht.parse(rij.inhoud);
  const { register, aanroep } = zaakregisterVoor(deps, rij, medewerker, signal);
  const eerder =
    rij.pogingen > 1
      ? (await register.substatussen(zaak, aanroep)).find(
          (bestaand) =>
            bestaand.omschrijving === nieuw.omschrijving && zelfdeMoment(bestaand.tijdstip, nieuw.tijdstip),
        )
      : undefined;
  const { uuid } =
    eerder ??
    (await register.zetSubstatus(
      { zaak, ...nieuw, status: status ?? (await huidige(register, zaak, aanroep)) },
      aanroep,
    ));
  register.vergeet(zaak);
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

async function huidige(register: Zaakregister, uuid: string, aanroep: Aanroep): Promise<string> {
  const { status } = await register.zaak(uuid, aanroep);
  if (status !== null) return status;
  const reden = 'Deze zaak heeft nog geen status. Zet eerst een status, daarna een substatus.';
  throw new BronFout(register.id, 'geweigerd', { velden: [{ naam: 'status', code: 'geen-status', reden }] });
}
