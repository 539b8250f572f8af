import type { Bezorgrij, Bezorgstand, Registerstand } from '../../shared/contracts/bezorging.ts';
import { dagEnTijd, meervoud } from '../ui/datum.ts';

export const soorten: Readonly<Record<Bezorgrij['soort'], string>> = {
  contactmoment: 'Contactmoment',
  status: 'Status',
  substatus: 'Substatus',
};

const taken: Readonly<Record<string, string>> = {
  abonnement: 'Abonnement op notificaties',
  zaakindex: 'Ronde langs alle open zaken',
  paden: 'Volgorde van stappen leren',
  opruimen: 'Opruimen',
};
export const taaknaam = (naam: string): string => taken[naam] ?? naam;

type Verbinding = Registerstand['verbindingen'][number];

/** How an address behaves, in words; `goed` steers only the colour. */
export function verbindingswoord(van: Verbinding): { tekst: string; goed: boolean } {
  const { breker, antwoordOp, geenAntwoordOp } = van;
  if (breker === 'open') return { tekst: 'geeft geen antwoord, wij laten het even met rust', goed: false };
  if (breker === 'proef') return { tekst: 'gaf geen antwoord, wij proberen het nu weer', goed: false };
  if (geenAntwoordOp !== null && (antwoordOp === null || geenAntwoordOp > antwoordOp))
    return { tekst: `gaf geen antwoord op ${dagEnTijd(geenAntwoordOp)}`, goed: false };
  if (antwoordOp !== null) return { tekst: `antwoordde op ${dagEnTijd(antwoordOp)}`, goed: true };
  return { tekst: 'nog niets gevraagd', goed: true };
}

/** In one line what there is to do; null while it is not known. */
export function samenvatting({ registers }: Bezorgstand): { kop: string; tekst: string; goed: boolean } {
  const wacht = registers.reduce((som, register) => som + register.wacht, 0);
  const geweigerd = registers.reduce((som, register) => som + register.geweigerd, 0);
  const oudste = registers.flatMap((register) => register.oudste ?? []).toSorted()[0];
  const terug =
    geweigerd === 0
      ? ''
      : `${meervoud(geweigerd, 'opdracht is', 'opdrachten zijn')} geweigerd en ${geweigerd === 1 ? 'ligt' : 'liggen'} bij de schrijver.`;
  if (wacht === 0) return { kop: 'Er wacht niets', tekst: terug, goed: true };
  const sinds = oudste === undefined ? '' : ` De oudste sinds ${dagEnTijd(oudste)}.`;
  return {
    kop: `${meervoud(wacht, 'opdracht wacht', 'opdrachten wachten')} op een register`,
    tekst: `Wij proberen het vanzelf opnieuw.${sinds} ${terug}`.trim(),
    goed: false,
  };
}

/** When a row is at turn. */
export function beurt(rij: Bezorgrij): string {
  if (rij.volgendePoging === null) return 'bij de schrijver';
  if (rij.bezig) return 'nu bezig';
  if (rij.achter) return 'na een eerdere van dezelfde zaak of klant';
  return dagEnTijd(rij.volgendePoging);
}

/**
 * Rows stay where they are while one looks: what is done is marked and not taken away, what is new comes below. `heel`:
 * the answer holds all there is, so that what is not in it is done.
 */
export function blijvend<T extends { id: string }>(
  getoond: readonly { rij: T; klaar: boolean }[],
  nu: readonly T[],
  heel: boolean,
): { rij: T; klaar: boolean }[] {
  const bij = new Map(nu.map((rij) => [rij.id, rij]));
  const bekend = new Set(getoond.map(({ rij }) => rij.id));
  return [
    ...getoond.flatMap(({ rij }) => {
      const nieuw = bij.get(rij.id);
      if (nieuw !== undefined) return [{ rij: nieuw, klaar: false }];
      return heel ? [{ rij, klaar: true }] : [];
    }),
    ...nu.filter(({ id }) => !bekend.has(id)).map((rij) => ({ rij, klaar: false })),
  ];
}
