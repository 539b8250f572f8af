import { addDuration, daysBetween } from '../dagen.ts';
import { eindeWettelijkeTermijn } from '../dagen/werkdagen.ts';
import { isUitgangNaam } from '../pad/namen.ts';
import { isBeschikkingOfBezwaar } from '../zaaksoort.ts';
import { huidigeStap, type Actie } from './actie.ts';
import type { AntwoordStand } from './stand.ts';
import { besluitstand, verraadtUitkomst } from './uitkomst.ts';
import type { Zin } from './zin.ts';

/** By when the citizen hears; only a date that the register, or the doorlooptijd of the zaaktype, supports. */
export function zegTermijn(stand: AntwoordStand): Zin {
  const { termijn, vandaag } = stand;
  const { norm, wettelijk, toestand } = termijn;
  // Registers do not move the date while a zaak stands still (Zaken API), so it is not repeated.
  if (toestand === 'opgeschort') return { soort: 'geen_datum', stil: true };
  const op = wettelijk ?? norm;
  if (op === null || termijn.resterendeDagen === null) return { soort: 'geen_datum', stil: false };
  if (toestand === 'te_laat') {
    return { soort: 'te_laat', op, grond: wettelijk === null ? 'norm' : 'wettelijk' };
  }
  if (wettelijk === null) return { soort: 'streef', op, dagen: termijn.resterendeDagen };
  return {
    soort: 'hoort',
    uiterlijk: wettelijk,
    dagen: termijn.resterendeDagen,
    streef: norm !== null && norm >= vandaag && norm < wettelijk ? norm : null,
    dichtbij: toestand === 'let_op',
    berekend: termijn.berekend,
    niets: false,
  };
}

/** A decision term shorter than this is no term of a law but filler of the catalogue. */
const KORTSTE_BESLISTERMIJN = 7;
const BESLUIT_GENOMEN = /besluit.*(?:genomen|verzonden|verstuurd|afgerond)|besluitvorming afgerond/i;

/**
 * Whether the citizen may be told of the ingebrekestelling (Awb 4:17): the wettelijke term of a beschikking or bezwaar
 * has passed, verlenging and Algemene termijnenwet counted in, as the register keeps it; nothing was decided yet, and
 * it does not wait for the citizen (Awb 4:15).
 */
export function magIngebrekeStellen(stand: AntwoordStand, actie: Actie | null): boolean {
  const { zaak, zaaktype, termijn, vandaag } = stand;
  const { wettelijk } = termijn;
  if (zaaktype === null || wettelijk === null || termijn.berekend || actie !== null) return false;
  if (termijn.toestand !== 'te_laat' || zaaktype.internOfExtern === 'intern') return false;
  if (!isBeschikkingOfBezwaar(zaaktype) || daysBetween(zaak.startdatum, wettelijk) < KORTSTE_BESLISTERMIJN) {
    return false;
  }
  const beslist = besluitstand(stand);
  const stap = huidigeStap(stand)?.naam ?? '';
  if (beslist === 'niet_verzonden' || beslist === 'verzonden') return false;
  if (isUitgangNaam(stap) || BESLUIT_GENOMEN.test(stap) || verraadtUitkomst(stap, namenVoor(stand)))
    return false;
  return laatsteDag(stand, wettelijk) < vandaag;
}

/** Names of the steps that were set before the current one. */
export function namenVoor(stand: AntwoordStand): string[] {
  return stand.voortgang.stappen.filter((stap) => stap.toestand === 'gedaan').map((stap) => stap.naam);
}

/** Registers need not move the date when a zaak is verlengd, so the verlenging is counted again from the doorlooptijd. */
function laatsteDag({ zaak, zaaktype }: AntwoordStand, wettelijk: string): string {
  const gewoon = zaaktype?.doorlooptijd == null ? null : addDuration(zaak.startdatum, zaaktype.doorlooptijd);
  const verlengd =
    gewoon === null || zaak.verlenging === null ? null : addDuration(gewoon, zaak.verlenging.duur);
  const einde = verlengd !== null && verlengd > wettelijk ? verlengd : wettelijk;
  return eindeWettelijkeTermijn(zaak.startdatum, einde, null);
}
