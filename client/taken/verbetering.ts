import type { Opnieuw, Taak } from '../../shared/contracts/taak.ts';
import { veldfout } from '../providers/fout.ts';
import { dagEnTijd } from '../ui/datum.ts';

export const woorden = { contactmoment: 'contactmoment', substatus: 'substatus', status: 'status' } as const;

type Soort = Taak['soort'];
export type TaakVan<S extends Soort> = Extract<Taak, { soort: S }>;

/** What each form gets: the taak with what was typed, and what to say at a field. */
export interface Deel<T extends Taak> {
  naam: string;
  taak: T;
  fout: (veld: string) => string | null;
  /** Of the last try, for the note that the zaak went on; `vergeet` takes it away. */
  oorzaak: unknown;
  vergeet: () => void;
  wijzig: (taak: T) => void;
  /** The form says what it would send, or null where something is missing, which it then shows itself. */
  meld: (maak: () => Opnieuw['inhoud'] | null) => void;
}

/** Refused by the register, or held back by us because someone else was first: then nobody refused anything. */
export function kopVan({ soort, tijdstip, fouten }: Taak): { soort: 'fout' | 'nu'; kop: string } {
  const wat = `uw ${woorden[soort]} van ${dagEnTijd(tijdstip)}`;
  return fouten.some(({ code }) => code === 'intussen_gewijzigd')
    ? { soort: 'nu', kop: `Niet gezet: ${wat}` }
    : { soort: 'fout', kop: `Het register weigert ${wat}` };
}

/** What was typed, in one line for the notice; the form shows the rest. */
export function tekstVan(taak: Taak): string {
  switch (taak.soort) {
    case 'contactmoment':
      return [taak.invoer.onderwerp, taak.invoer.inhoud].filter((deel) => deel !== '').join('. ');
    case 'substatus':
      return taak.invoer.omschrijving;
    case 'status':
      return taak.invoer.toelichting ?? '';
  }
}

/** The form of this taak with another part of what was typed. */
export const metInvoer = <T extends Taak>(taak: T, deel: Partial<T['invoer']>): T => ({
  ...taak,
  invoer: { ...taak.invoer, ...deel },
});

/**
 * What is wrong with a field: what was said now, else why the register refused it, as long as that very text stands
 * there. A reason about a field that the form does not have stands above it.
 */
export function foutBij(bewaard: Taak | undefined, nu: Taak, fout: unknown, veld: string): string | null {
  const gezegd = veldfout(fout, veld);
  if (gezegd !== null || bewaard === undefined) return gezegd;
  const reden = bewaard.fouten.find(({ pad }) => pad === veld)?.melding ?? null;
  return waarde(bewaard, veld) === waarde(nu, veld) ? reden : null;
}

const waarde = (taak: Taak, veld: string): string | undefined =>
  JSON.stringify(Object.entries(taak.invoer).find(([naam]) => naam === veld)?.[1]);

/** The body of a corrected contactmoment; an empty note is none. */
export function contactInhoud({
  invoer,
}: TaakVan<'contactmoment'>):
  | { soort: 'klaar'; inhoud: Extract<Opnieuw, { soort: 'contactmoment' }>['inhoud'] }
  | { soort: 'mist'; veld: 'onderwerp' } {
  const { notitieIntern = '', onderwerp, ...rest } = invoer;
  if (onderwerp.trim() === '') return { soort: 'mist', veld: 'onderwerp' };
  const notitie = notitieIntern.trim();
  return {
    soort: 'klaar',
    inhoud: {
      ...rest,
      onderwerp: onderwerp.trim(),
      ...(notitie === '' ? {} : { notitieIntern: notitie }),
    },
  };
}
