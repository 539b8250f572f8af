import type { Termijn } from '../../shared/contracts/zaak.ts';

const RANG: Record<Termijn['toestand'], number> = {
  te_laat: 0,
  let_op: 1,
  op_tijd: 2,
  opgeschort: 3,
  onbekend: 4,
  afgerond: 5,
};

/** What a zaak must tell to be put in order; a ZaakKort has it all. */
export interface Dringend {
  termijn: Pick<Termijn, 'toestand' | 'resterendeDagen'>;
  startdatum: string;
  einddatum: string | null;
}

/** Most urgent first: open before closed, by state of the term, fewest days left, oldest; closed ones newest first. */
export function vergelijkUrgentie(a: Dringend, b: Dringend): number {
  const rang = RANG[a.termijn.toestand] - RANG[b.termijn.toestand];
  if (rang !== 0) return rang;
  if (a.termijn.toestand === 'afgerond') {
    return vergelijk(b.einddatum ?? b.startdatum, a.einddatum ?? a.startdatum);
  }
  const dagen = vergelijk(
    a.termijn.resterendeDagen ?? Number.MAX_SAFE_INTEGER,
    b.termijn.resterendeDagen ?? Number.MAX_SAFE_INTEGER,
  );
  return dagen !== 0 ? dagen : vergelijk(a.startdatum, b.startdatum);
}

function vergelijk<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
