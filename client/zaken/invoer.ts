import type { Doelgroep } from '../../shared/contracts/waarden.ts';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';

export interface Statusinvoer {
  statustype: string | null;
  resultaattype: string | null;
  toelichting: string;
}

export type ZaakOmTeZetten = Pick<
  ZaakDetail,
  'statustypen' | 'resultaattypen' | 'heeftResultaat' | 'resultaat'
>;

/** An end status asks for a resultaat, unless the zaak has one. */
export const vraagtResultaat = (zaak: ZaakOmTeZetten, statustype: string | null): boolean =>
  !zaak.heeftResultaat &&
  zaak.resultaattypen.length > 0 &&
  zaak.statustypen.some(({ id, eindstatus }) => id === statustype && eindstatus);

/** What is sent: a resultaat only where it is asked for. */
export function statusInhoud(zaak: ZaakOmTeZetten, { statustype, resultaattype, toelichting }: Statusinvoer) {
  const tekst = toelichting.trim();
  if (statustype === null) return { soort: 'mist', veld: 'statustype' } as const;
  const vraagt = vraagtResultaat(zaak, statustype);
  if (vraagt && resultaattype === null) return { soort: 'mist', veld: 'resultaattype' } as const;
  return {
    soort: 'klaar',
    inhoud: {
      statustype,
      ...(tekst === '' ? {} : { toelichting: tekst }),
      ...(vraagt && resultaattype !== null ? { resultaattype } : {}),
    },
  } as const;
}

/** Maximum of a substatus, in characters. */
export const LANGST = 200;

export interface Substatusinvoer {
  omschrijving: string;
  doelgroep: Doelgroep | null;
}
export type Substatusmist = 'omschrijving' | 'doelgroep' | null;

/** The body, or the first field that it lacks. */
export function substatusInhoud({ omschrijving, doelgroep }: Substatusinvoer) {
  const tekst = omschrijving.trim();
  if (tekst === '' || omschrijving.length > LANGST) return { soort: 'mist', veld: 'omschrijving' } as const;
  if (doelgroep === null) return { soort: 'mist', veld: 'doelgroep' } as const;
  return { soort: 'klaar', inhoud: { omschrijving: tekst, doelgroep } } as const;
}

/** What a field itself is wrong with, as the form says it. */
export function substatusfout(
  invoer: Substatusinvoer,
  mist: Substatusmist,
  veld: keyof Substatusinvoer,
): string | null {
  const over = LANGST - invoer.omschrijving.length;
  if (veld === 'omschrijving' && over < 0)
    return `Een substatus heeft ten hoogste ${String(LANGST)} tekens. Maak de tekst ${String(-over)} tekens korter.`;
  if (mist !== veld) return null;
  return veld === 'omschrijving'
    ? 'Schrijf wat er is gebeurd.'
    : 'Kies voor wie de tekst is: betrokkenen of intern.';
}
