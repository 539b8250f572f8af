import { meldZaak } from '../meldingen.ts';
import { StatusOpdracht } from './opdracht.ts';
import type { Bezorger } from './soort.ts';
import { zaakregisterVoor, zelfdeMoment } from './zaakschrijven.ts';

/** Resultaat first where the zaak is closed by it, then the status; a repeat looks what is there already. */
export const bezorgStatus: Bezorger = async (deps, rij, { signal }) => {
  const opdracht = StatusOpdracht.parse(rij.inhoud);
  const { register, aanroep } = zaakregisterVoor(deps, rij, opdracht.medewerker, signal);
  const { zaak, statustype, datumStatusGezet, toelichting, resultaattype } = opdracht;
  if (resultaattype !== null && (await register.zaak(zaak, aanroep)).resultaat === null) {
    await register.zetResultaat({ zaak, resultaattype, toelichting: null }, aanroep);
  }
  const eerder =
    rij.pogingen > 1
      ? (await register.statussen(zaak, aanroep)).find(
          (bestaand) =>
            bestaand.statustype === statustype && zelfdeMoment(bestaand.datumStatusGezet, datumStatusGezet),
        )
      : undefined;
  const { uuid } =
    eerder ?? (await register.zetStatus({ zaak, statustype, datumStatusGezet, toelichting }, aanroep));
  register.vergeet(zaak);
  return {
    bronId: uuid,
    meld: () =>
      meldZaak(deps, register, zaak, {
        soort: 'zaak.status',
        bron: uuid,
        door: rij.medewerker,
        intern: false,
      }),
  };
};
