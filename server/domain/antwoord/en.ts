import { datumInWoorden } from '../dagen.ts';
import type { Zaakwoord } from '../zaaksoort.ts';
import { vertaal } from './vertaling.ts';
import type { Hoort, Zin } from './zin.ts';

export const WOORD: Record<Zaakwoord, string> = {
  aanvraag: 'application',
  aangifte: 'notification',
  bezwaar: 'objection',
  klacht: 'complaint',
  melding: 'report',
  zaak: 'case',
};

/** The same sentence in plain English; free texts stay Dutch, in quotes. */
export function zegEn(zin: Zin, vandaag: string): string {
  const datum = (dag: string): string => datumInWoorden(dag, 'en', vandaag);
  const opDatum = (dag: string): string => (dag === vandaag ? 'today' : `on ${datum(dag)}`);
  const sindsDatum = (dag: string | null): string =>
    dag === null ? '' : ` since ${dag === vandaag ? 'today' : datum(dag)}`;
  switch (zin.soort) {
    case 'gevraagd':
      return gevraagd(zin, zin.op === null ? null : opDatum(zin.op));
    case 'geen_status':
      return `No step has been taken yet in your ${WOORD[zin.woord]}.`;
    case 'stand':
      if (zin.stap !== null) {
        const plaats = `at step ${zin.stap.nummer} of ${zin.stap.totaal}`;
        const naam = zin.naam === null ? '' : `: ${vertaal(zin.naam)}`;
        return `Your ${WOORD[zin.woord]} has been ${plaats}${sindsDatum(zin.sinds)}${naam}.`;
      }
      if (zin.naam !== null) {
        return `Your ${WOORD[zin.woord]} has had this status${sindsDatum(zin.sinds)}: ${vertaal(zin.naam)}.`;
      }
      return zin.sinds === null
        ? `We are working on your ${WOORD[zin.woord]}.`
        : `The last step in your ${WOORD[zin.woord]} was ${opDatum(zin.sinds)}.`;
    case 'nieuws':
      return `The news of ${zin.op === vandaag ? 'today' : datum(zin.op)}, in Dutch: "${zin.tekst}".`;
    case 'delen':
      return delen(WOORD[zin.woord], zin.totaal, zin.klaar);
    case 'informeel':
      return `We first want to solve your complaint together with you${zin.niets ? ', you do not need to do anything' : ''}.`;
    case 'verlengd':
      return zin.reden === null
        ? 'We need more time.'
        : `The term was extended, the reason in Dutch: "${zin.reden}".`;
    case 'stil': {
      const tot = zin.tot === null ? 'now' : `until ${datum(zin.tot)}`;
      return `The handling is on hold ${tot}${zin.reden === null ? '' : `, the reason in Dutch: "${zin.reden}"`}.`;
    }
    case 'eerste':
      return `The first step is: ${vertaal(zin.naam)}.`;
    case 'hierna':
      return `The next step is: ${vertaal(zin.naam)}.`;
    case 'hierna_besluit':
      return 'After this you will hear what we decide.';
    case 'hierna_einde':
      return `After this we will close your ${WOORD[zin.woord]}.`;
    case 'hoort':
      return hoort(zin, datum);
    case 'oordeel':
      return `If that fails, you will hear our judgement by ${datum(zin.uiterlijk)}.`;
    case 'streef':
      return zin.dagen === 0 ? 'We want to be ready today.' : `We want to be ready on ${datum(zin.op)}.`;
    case 'te_laat':
      return zin.grond === 'wettelijk'
        ? `You should have heard by ${datum(zin.op)}, we are sorry that we did not manage.`
        : `We wanted to be ready on ${datum(zin.op)}, we are sorry that we did not manage.`;
    case 'geen_datum':
      return zin.stil
        ? 'As long as it is on hold, we cannot give a date.'
        : 'We do not know yet when it will be ready.';
    case 'moet':
      if (zin.voor === null) return `You still need to do something: ${vertaal(zin.moet)}.`;
      return `You ${zin.voor < vandaag ? 'needed' : 'need'} to do something before ${datum(zin.voor)}: ${vertaal(zin.moet)}.`;
    case 'niets':
      return zin.ingebrekestelling
        ? 'You do not need to do anything, but you may send us a notice of default.'
        : 'You do not need to do anything.';
    case 'besluit_genomen':
      return zin.op === null ? 'We have made a decision.' : `We made a decision ${opDatum(zin.op)}.`;
    case 'brief_komt':
      return 'You will get a letter with our decision.';
    case 'brief_gestuurd':
      return `We sent you a letter with our decision ${opDatum(zin.op)}.`;
    case 'uitkomst':
      return `The outcome is: ${vertaal(zin.naam)}.`;
    case 'uitkomst_in_brief':
      return 'The outcome is in our letter.';
    case 'reageren': {
      const hoe = zin.middel === 'beroep' ? 'go to court' : 'object';
      return `You ${zin.kanNog ? 'can' : 'could'} ${hoe} until ${datum(zin.tot)}.`;
    }
    case 'afgerond':
      return `Your ${WOORD[zin.woord]} was closed${zin.op === null ? '' : ` ${opDatum(zin.op)}`}.`;
  }
}

function gevraagd({ woord, naam }: Extract<Zin, { soort: 'gevraagd' }>, op: string | null): string {
  const wat = naam === null ? '' : `: ${vertaal(naam)}`;
  if (woord === 'zaak') {
    return op === null ? `You have a case with us${wat}.` : `Your case started ${op}${wat}.`;
  }
  return op === null
    ? `We have your ${WOORD[woord]}${wat}.`
    : `We received your ${WOORD[woord]} ${op}${wat}.`;
}

function delen(woord: string, totaal: number, klaar: number): string {
  const heeft = `Your ${woord} has ${totaal} ${totaal === 1 ? 'part' : 'parts'}`;
  if (klaar === 0) return `${heeft}, still running.`;
  return klaar === totaal ? `${heeft}, all finished.` : `${heeft}, of which ${klaar} finished.`;
}

function hoort(zin: Hoort, datum: (dag: string) => string): string {
  const dag = datum(zin.uiterlijk);
  const wanneer =
    zin.dagen === 0
      ? 'today at the latest'
      : zin.dagen === 1
        ? `tomorrow, ${dag}, at the latest`
        : `by ${dag}`;
  const kern = `You will ${zin.berekend ? 'probably ' : ''}hear ${wanneer}`;
  if (zin.niets) return `${kern}, you do not need to do anything.`;
  if (zin.streef !== null) return `${kern}, we aim for ${datum(zin.streef)}.`;
  return zin.dichtbij && zin.dagen > 1 ? `${kern}, that is in ${zin.dagen} days.` : `${kern}.`;
}
