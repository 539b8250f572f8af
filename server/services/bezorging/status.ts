import type { Aanroep, Zaak, Zaakregister } from '../../connectors/ports.ts';
import * as outbox from '../../store/outbox.ts';
import type { Outboxrij } from '../../store/outbox.ts';
import type { Deps } from '../deps.ts';
import { meldZaak } from '../meldingen.ts';
import { andereStatus, anderResultaat } from './intussen.ts';
import { StatusOpdracht } from './opdracht.ts';
import type { Bezorger } from './soort.ts';
import { zaakregisterVoor, zelfdeMoment } from './zaakschrijven.ts';

/**
 * Resultaat first where the zaak is closed by it, then the status; a repeat looks what is there already. A zaak that got
 * another status or resultaat than its author knew is left as it is: the write goes back to the author.
 * @throws BronFout, conflict
 */
export const bezorgStatus: Bezorger = async (deps, rij, { signal }) => {
  const opdracht = StatusOpdracht.parse(rij.inhoud);
  const { register, aanroep } = zaakregisterVoor(deps, rij, opdracht.medewerker, signal);
  const { zaak, statustype, datumStatusGezet, toelichting } = opdracht;
  const nu = await register.zaak(zaak, aanroep);
  const eerder =
    rij.pogingen > 1
      ? (await register.statussen(zaak, aanroep)).find(
          (bestaand) =>
            bestaand.statustype === statustype && zelfdeMoment(bestaand.datumStatusGezet, datumStatusGezet),
        )
      : undefined;
  if (eerder === undefined) await eisZoalsGezien(deps, rij, opdracht, register, nu, aanroep);
  if (eerder === undefined) await zetResultaat(opdracht, register, nu, aanroep);
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

async function eisZoalsGezien(
  deps: Deps,
  rij: Outboxrij,
  { gezien, datumStatusGezet }: StatusOpdracht,
  register: Zaakregister,
  nu: Zaak,
  aanroep: Aanroep,
): Promise<void> {
  if (nu.status === gezien) return;
  // What the same author wrote before this and was still under way then, the author knew as well.
  if (nu.status !== null && (await outbox.eigenStatussenErvoor(deps.store.db, rij)).includes(nu.status))
    return;
  // Nobody could say then what the status was: only one that was set after this was written is news to its author.
  if (gezien === undefined && !(await isLaterGezet(register, nu, datumStatusGezet, aanroep))) return;
  throw await andereStatus(deps, register, nu, aanroep);
}

async function isLaterGezet(
  register: Zaakregister,
  { uuid, status, statusNu }: Zaak,
  dan: string,
  aanroep: Aanroep,
): Promise<boolean> {
  if (status === null) return false;
  const huidige =
    statusNu ?? (await register.statussen(uuid, aanroep)).find((bestaand) => bestaand.uuid === status);
  return huidige !== undefined && Date.parse(huidige.datumStatusGezet) > Date.parse(dan);
}

/** A resultaat that stands there is ours from an attempt before this, or says the same; another one is not closed over. */
async function zetResultaat(
  { zaak, resultaattype }: StatusOpdracht,
  register: Zaakregister,
  nu: Zaak,
  aanroep: Aanroep,
): Promise<void> {
  if (resultaattype === null) return;
  if (nu.resultaat === null) {
    await register.zetResultaat({ zaak, resultaattype, toelichting: null }, aanroep);
    return;
  }
  const staat = nu.resultaatNu ?? (await register.resultaat(nu.resultaat, aanroep));
  if (staat.resultaattype !== resultaattype)
    throw await anderResultaat(register, nu.zaaktype, staat.resultaattype, aanroep);
}
