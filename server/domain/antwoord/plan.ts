import { dayOf } from '../dagen.ts';
import { isBeschikkingOfBezwaar, isKlacht, zaakwoord } from '../zaaksoort.ts';
import { isStoringNaam, isUitgangNaam } from '../pad/namen.ts';
import { ONBEKENDE_STAP } from '../voortgang.ts';
import { statustypeVan } from '../status.ts';
import { huidigeStap, nieuwste, type Actie } from './actie.ts';
import type { AntwoordStand } from './stand.ts';
import { magIngebrekeStellen, namenVoor, zegTermijn } from './termijn.ts';
import { benoem, naamInZin, zinsdeel } from './tekst.ts';
import { besluitstand, magUitkomstZeggen, verraadtUitkomst, zegUitkomst } from './uitkomst.ts';
import type { Stapnummer, Zin } from './zin.ts';

/** More than this nobody takes in by telephone. */
const HOOGSTENS = 5;

/** What is kept when there is more to say than five sentences: lowest first. */
const GEWICHT: Record<Zin['soort'], number> = {
  gevraagd: 0,
  stand: 0,
  geen_status: 0,
  afgerond: 0,
  brief_komt: 0,
  brief_gestuurd: 0,
  moet: 0,
  stil: 1,
  hoort: 1,
  oordeel: 1,
  streef: 1,
  te_laat: 1,
  uitkomst: 1,
  uitkomst_in_brief: 1,
  reageren: 1,
  informeel: 1,
  besluit_genomen: 3,
  niets: 2,
  verlengd: 3,
  nieuws: 3,
  delen: 4,
  geen_datum: 4,
  eerste: 5,
  hierna_besluit: 5,
  hierna_einde: 5,
  hierna: 5,
};

/** What is said of this stand, in order, two to five sentences. */
export function kiesZinnen(stand: AntwoordStand, actie: Actie | null): Zin[] {
  const woord = zaakwoord(stand.zaaktype);
  const op = stand.zaak.startdatum <= stand.vandaag ? stand.zaak.startdatum : null;
  const gevraagd: Zin = { soort: 'gevraagd', woord, ...benoem(stand.zaaktype?.omschrijving, woord), op };
  const rest = stand.termijn.toestand === 'afgerond' ? zegAfgerond(stand) : zegOpen(stand, actie);
  return beperk([gevraagd, ...rest, ...zegActie(stand, actie)]);
}

function beperk(zinnen: Zin[]): Zin[] {
  const samen = zinnen.length > HOOGSTENS ? voegSamen(zinnen) : zinnen;
  const bewaard = new Set(samen.toSorted((a, b) => GEWICHT[a.soort] - GEWICHT[b.soort]).slice(0, HOOGSTENS));
  return samen.filter((zin) => bewaard.has(zin));
}

/** "U hoort het uiterlijk …, u hoeft niets te doen." */
function voegSamen(zinnen: readonly Zin[]): Zin[] {
  const drager = zinnen.find((zin) => zin.soort === 'hoort' || zin.soort === 'informeel');
  const niets = zinnen.find((zin) => zin.soort === 'niets');
  if (drager === undefined || niets === undefined) return [...zinnen];
  const samen: Zin =
    drager.soort === 'hoort' ? { ...drager, streef: null, niets: true } : { ...drager, niets: true };
  return zinnen.flatMap((zin) => (zin === niets ? [] : [zin === drager ? samen : zin]));
}

function zegActie(stand: AntwoordStand, actie: Actie | null): Zin[] {
  if (actie !== null) return [{ soort: 'moet', moet: actie.moet, voor: actie.voor }];
  if (!stand.actieGelezen && stand.termijn.toestand !== 'afgerond') return [];
  // Why a zaak stands still may well be the citizen; only a source that says so can tell.
  if (stand.termijn.toestand === 'opgeschort') return [];
  return [{ soort: 'niets', ingebrekestelling: magIngebrekeStellen(stand, actie) }];
}

function zegAfgerond(stand: AntwoordStand): Zin[] {
  const { zaak, vandaag } = stand;
  const laatste = stand.voortgang.stappen.findLast((stap) => stap.datum !== null)?.datum ?? null;
  const op = zaak.einddatum ?? laatste;
  const klopt = op !== null && op >= zaak.startdatum && op <= vandaag;
  return [
    { soort: 'afgerond', woord: zaakwoord(stand.zaaktype), op: klopt ? op : null },
    ...zegUitkomst(stand),
  ];
}

function zegOpen(stand: AntwoordStand, actie: Actie | null): Zin[] {
  const { zaak, zaaktype, vandaag, deelzaken } = stand;
  const woord = zaakwoord(zaaktype);
  const stap = huidigeStap(stand);
  const beslist = besluitstand(stand);
  const informeel = zaaktype !== null && isKlacht(zaaktype) && /informe/i.test(stap?.naam ?? '');
  const vertrokken = stap !== null && isUitgangNaam(stap.naam);
  const zinnen: Zin[] = [zegStand(stand)];
  if (informeel) zinnen.push({ soort: 'informeel', niets: false });
  if (deelzaken.length > 0) {
    const klaar = deelzaken.filter((deel) => !deel.open).length;
    zinnen.push({ soort: 'delen', woord, totaal: deelzaken.length, klaar });
  }
  if (zaak.opschorting !== null) {
    const tot = stand.opgeschortTot !== null && stand.opgeschortTot >= vandaag ? stand.opgeschortTot : null;
    zinnen.push({ soort: 'stil', tot, reden: zinsdeel(zaak.opschorting.reden) });
  }
  zinnen.push(...zegNieuws(stand, actie));
  if (zaak.verlenging !== null && zaak.opschorting === null) {
    zinnen.push({ soort: 'verlengd', reden: zinsdeel(zaak.verlenging.reden) });
  }
  zinnen.push(...zegUitkomst(stand));
  if (beslist !== 'verzonden' && beslist !== 'niet_verzonden') {
    if (zaaktype !== null && stap !== null && zwijgtOver(stand) && isBeschikkingOfBezwaar(zaaktype)) {
      zinnen.push({ soort: 'brief_komt' });
    }
    // Most klachten end here; the formal steps come only if this fails.
    if (!informeel) zinnen.push(...zegHierna(stand));
    const termijn = zegTermijn(stand);
    if (informeel && termijn.soort === 'hoort')
      zinnen.push({ soort: 'oordeel', uiterlijk: termijn.uiterlijk });
    // What can be fetched is ready, what was withdrawn gets no decision: there is nothing more to hear.
    else if (!vertrokken && (actie === null || !/^haal /i.test(actie.moet))) zinnen.push(termijn);
  } else zinnen.push(...zegHierna(stand));
  return zinnen;
}

/** Whether the name of the current step would tell an outcome that may not be told yet. */
function zwijgtOver(stand: AntwoordStand): boolean {
  const naam = huidigeStap(stand)?.naam ?? '';
  return !magUitkomstZeggen(stand) && verraadtUitkomst(naam, namenVoor(stand));
}

function zegStand(stand: AntwoordStand): Zin {
  const woord = zaakwoord(stand.zaaktype);
  const stap = huidigeStap(stand);
  if (stap === null) return { soort: 'geen_status', woord };
  const noemt = stap.naam !== ONBEKENDE_STAP && !isStoringNaam(stap.naam) && !zwijgtOver(stand);
  const sinds = stap.datum !== null && stap.datum <= stand.vandaag ? stap.datum : null;
  return { soort: 'stand', woord, naam: noemt ? naamInZin(stap.naam) : null, sinds, stap: stapnummer(stand) };
}

/** "Stap n van m" only on a straight course: not after a step was set again, nor on a way out. */
function stapnummer({ voortgang }: AntwoordStand): Stapnummer | null {
  const { huidige, totaal, stappen } = voortgang;
  if (huidige === null || totaal === null) return null;
  const recht =
    new Set(stappen.map((stap) => stap.id)).size === stappen.length &&
    !stappen.some((stap) => stap.volgnummer > huidige && stap.toestand === 'overgeslagen');
  return recht ? { nummer: huidige, totaal } : null;
}

function zegNieuws(stand: AntwoordStand, actie: Actie | null): Zin[] {
  const nieuws = nieuwste(huidigeStap(stand));
  const tekst = zinsdeel(nieuws?.omschrijving);
  if (nieuws === null || tekst === null || nieuws.id === actie?.substatus) return [];
  if (verraadtUitkomst(tekst, []) && !magUitkomstZeggen(stand)) return [];
  const dag = dayOf(nieuws.tijdstip);
  // With a register whose clock is a little ahead of ours: it cannot be of tomorrow.
  return [{ soort: 'nieuws', tekst, op: dag > stand.vandaag ? stand.vandaag : dag }];
}

function zegHierna(stand: AntwoordStand): Zin[] {
  const { voortgang, zaaktype } = stand;
  const volgende = voortgang.stappen.find((stap) => stap.toestand === 'straks');
  if (voortgang.totaal === null || volgende === undefined) return [];
  const huidige = huidigeStap(stand);
  const ervoor = [...namenVoor(stand), ...(huidige === null ? [] : [huidige.naam])];
  if (statustypeVan(zaaktype, volgende.id)?.isEindstatus === true) {
    return huidige === null ? [] : [{ soort: 'hierna_einde', woord: zaakwoord(zaaktype) }];
  }
  if (verraadtUitkomst(volgende.naam, ervoor)) {
    return besluitstand(stand) === 'verzonden' || huidige === null ? [] : [{ soort: 'hierna_besluit' }];
  }
  const naam = volgende.naam === ONBEKENDE_STAP ? null : naamInZin(volgende.naam);
  if (naam === null) return [];
  return [huidige === null ? { soort: 'eerste', naam } : { soort: 'hierna', naam }];
}
