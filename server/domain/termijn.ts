import type { Termijn } from '../../shared/contracts/zaak.ts';
import type { Status, Zaak, Zaaktype } from '../connectors/ports.ts';
import { addDays, addDuration, dayOf, daysBetween, isGeloofwaardigEinde, termijnDagen } from './dagen.ts';
import { isAfgerond, opVolgorde } from './status.ts';

/** "Let op": no more than this many days, or less than a fifth of the term, left. */
const LET_OP_DAGEN = 5;
const LET_OP_DELER = 5;

/** A doorlooptijd that stands for "not filled in": 30 of 68 zaaktypen of a real catalogus have P1D. */
const OPVULSEL_DAGEN = 1;

export interface TermijnVraag {
  zaak: Zaak;
  /** Null where the zaaktype is gone. */
  zaaktype: Zaaktype | null;
  statussen: readonly Status[];
  vandaag: string;
}

/**
 * The term of a zaak. `wettelijk` is uiterlijkeEinddatumAfdoening, `norm` einddatumGepland, both as the register
 * keeps them; where it has no wettelijke date, startdatum + doorlooptijd of the zaaktype (calendar days, Catalogi
 * API), lengthened by a verlenging, stands in and `berekend` says so. A date that cannot be (before the start, or of
 * a doorlooptijd like P0D, P1D or P110Y) counts as none. Days are counted to `wettelijk`, else to `norm`.
 */
export function berekenTermijn({ zaak, zaaktype, statussen, vandaag }: TermijnVraag): Termijn {
  const gegeven = geloofwaardig(zaak.startdatum, zaak.uiterlijkeEinddatumAfdoening);
  const berekendeDatum = gegeven === null ? berekendEinde(zaak, zaaktype) : null;
  const wettelijk = gegeven ?? berekendeDatum;
  const norm = geloofwaardig(addDays(zaak.startdatum, -1), zaak.einddatumGepland);
  const doel = wettelijk ?? norm;
  const afgerond = isAfgerond(zaak, zaaktype, statussen);
  const resterendeDagen = afgerond || doel === null ? null : daysBetween(vandaag, doel);
  return {
    norm,
    wettelijk,
    berekend: berekendeDatum !== null,
    verstrekenDagen: Math.max(
      0,
      daysBetween(zaak.startdatum, laatsteDag(zaak, statussen, afgerond, vandaag)),
    ),
    resterendeDagen,
    toestand: afgerond
      ? 'afgerond'
      : zaak.opschorting !== null
        ? 'opgeschort'
        : toestandVan(resterendeDagen, doel === null ? 0 : daysBetween(zaak.startdatum, doel)),
  };
}

function geloofwaardig(start: string, einde: string | null): string | null {
  return einde !== null && isGeloofwaardigEinde(start, einde) ? einde : null;
}

function berekendEinde(zaak: Zaak, zaaktype: Zaaktype | null): string | null {
  const dagen = termijnDagen(zaak.startdatum, zaaktype?.doorlooptijd ?? null);
  if (dagen === null || dagen <= OPVULSEL_DAGEN) return null;
  const einde = addDays(zaak.startdatum, dagen);
  const verlengd = zaak.verlenging === null ? einde : (addDuration(einde, zaak.verlenging.duur) ?? einde);
  return geloofwaardig(zaak.startdatum, verlengd) ?? einde;
}

function laatsteDag(zaak: Zaak, statussen: readonly Status[], afgerond: boolean, vandaag: string): string {
  if (!afgerond) return vandaag;
  const laatste = opVolgorde(statussen).at(-1);
  return zaak.einddatum ?? (laatste === undefined ? vandaag : dayOf(laatste.datumStatusGezet));
}

function toestandVan(rest: number | null, lengte: number): Termijn['toestand'] {
  if (rest === null) return 'onbekend';
  if (rest < 0) return 'te_laat';
  return rest <= LET_OP_DAGEN || rest * LET_OP_DELER < lengte ? 'let_op' : 'op_tijd';
}
