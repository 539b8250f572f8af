import { meldZaak } from '../meldingen.ts';
import { SubstatusOpdracht } from './opdracht.ts';
import type { Bezorger } from './soort.ts';
import { zaakregisterVoor, zelfdeMoment } from './zaakschrijven.ts';

/** One call. A repeat first looks for the same text at the same moment, which was fixed when it was accepted. */
export const bezorgSubstatus: Bezorger = async (deps, rij, { signal }) => {
  const { medewerker, zaak, ...nieuw } = SubstatusOpdracht.parse(rij.inhoud);
  const { register, aanroep } = zaakregisterVoor(deps, rij, medewerker, signal);
  const eerder =
    rij.pogingen > 1
      ? (await register.substatussen(zaak, aanroep)).find(
          (bestaand) =>
            bestaand.omschrijving === nieuw.omschrijving && zelfdeMoment(bestaand.tijdstip, nieuw.tijdstip),
        )
      : undefined;
  const { uuid } = eerder ?? (await register.zetSubstatus({ zaak, ...nieuw }, aanroep));
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
