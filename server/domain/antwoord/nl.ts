import { datumInWoorden } from '../dagen.ts';
import type { Zaakwoord } from '../zaaksoort.ts';
import { klein } from './tekst.ts';
import type { Hoort, Zin } from './zin.ts';

/** One sentence in B1 Dutch, with "u". */
export function zegNl(zin: Zin, vandaag: string): string {
  const datum = (dag: string): string => datumInWoorden(dag, 'nl', vandaag);
  const opDatum = (dag: string): string => (dag === vandaag ? 'vandaag' : `op ${datum(dag)}`);
  const sindsDatum = (dag: string | null): string =>
    dag === null ? '' : ` sinds ${dag === vandaag ? 'vandaag' : datum(dag)}`;
  switch (zin.soort) {
    case 'gevraagd':
      return gevraagd(zin, zin.op === null ? null : opDatum(zin.op));
    case 'geen_status':
      return `Er is nog geen stap gezet in uw ${zin.woord}.`;
    case 'stand':
      if (zin.stap !== null) {
        const plaats = `bij stap ${zin.stap.nummer} van ${zin.stap.totaal}`;
        return `Uw ${zin.woord} is${sindsDatum(zin.sinds)} ${plaats}${zin.naam === null ? '' : `: ${zin.naam}`}.`;
      }
      if (zin.naam !== null) return `Uw ${zin.woord} heeft${sindsDatum(zin.sinds)} de status: ${zin.naam}.`;
      return zin.sinds === null
        ? `Wij zijn bezig met uw ${zin.woord}.`
        : `De laatste stap in uw ${zin.woord} was ${opDatum(zin.sinds)}.`;
    case 'nieuws':
      return `Het nieuws van ${zin.op === vandaag ? 'vandaag' : datum(zin.op)}: ${klein(zin.tekst)}.`;
    case 'delen':
      return delen(zin.woord, zin.totaal, zin.klaar);
    case 'informeel':
      return `Wij willen uw klacht eerst samen met u oplossen${zin.niets ? ', u hoeft niets te doen' : ''}.`;
    case 'verlengd':
      return zin.reden === null
        ? 'Wij hebben meer tijd nodig.'
        : `De termijn is verlengd: ${klein(zin.reden)}.`;
    case 'stil': {
      const stil = zin.tot === null ? 'staat nu stil' : `staat stil tot ${datum(zin.tot)}`;
      return `De behandeling ${stil}${zin.reden === null ? '' : `, de reden is: ${klein(zin.reden)}`}.`;
    }
    case 'eerste':
      return `De eerste stap is: ${zin.naam}.`;
    case 'hierna':
      return `De volgende stap is: ${zin.naam}.`;
    case 'hierna_besluit':
      return 'Hierna hoort u wat wij besluiten.';
    case 'hierna_einde':
      return `Hierna ronden wij uw ${zin.woord} af.`;
    case 'hoort':
      return hoort(zin, datum);
    case 'oordeel':
      return `Lukt dat niet, dan hoort u uiterlijk ${datum(zin.uiterlijk)} ons oordeel.`;
    case 'streef':
      return zin.dagen === 0
        ? 'Wij willen vandaag klaar zijn.'
        : `Wij willen op ${datum(zin.op)} klaar zijn.`;
    case 'te_laat':
      return zin.grond === 'wettelijk'
        ? `U zou het uiterlijk ${datum(zin.op)} horen, onze excuses dat dat niet lukte.`
        : `Wij wilden op ${datum(zin.op)} klaar zijn, onze excuses dat dat niet lukte.`;
    case 'geen_datum':
      return zin.stil
        ? 'Zolang het stilstaat, kunnen wij geen datum noemen.'
        : 'Wij weten nog niet wanneer het klaar is.';
    case 'moet':
      if (zin.voor === null) return `U moet nog iets doen: ${klein(zin.moet)}.`;
      return zin.voor < vandaag
        ? `U moest vóór ${datum(zin.voor)} iets doen: ${klein(zin.moet)}.`
        : `U moet vóór ${datum(zin.voor)} nog iets doen: ${klein(zin.moet)}.`;
    case 'niets':
      return zin.ingebrekestelling
        ? 'U hoeft niets te doen, maar u mag ons een ingebrekestelling sturen.'
        : 'U hoeft niets te doen.';
    case 'besluit_genomen':
      return zin.op === null
        ? 'Wij hebben een besluit genomen.'
        : `Wij namen ${opDatum(zin.op)} een besluit.`;
    case 'brief_komt':
      return 'U krijgt een brief met ons besluit.';
    case 'brief_gestuurd':
      return `Wij stuurden u ${opDatum(zin.op)} een brief met ons besluit.`;
    case 'uitkomst':
      return `De uitkomst is: ${zin.naam}.`;
    case 'uitkomst_in_brief':
      return 'De uitkomst staat in onze brief.';
    case 'reageren':
      return reageren(zin.middel, zin.kanNog, datum(zin.tot));
    case 'afgerond':
      return `Uw ${zin.woord} is ${zin.op === null ? '' : `${opDatum(zin.op)} `}afgerond.`;
  }
}

function gevraagd(zin: Extract<Zin, { soort: 'gevraagd' }>, op: string | null): string {
  const { woord, naam } = zin;
  if (woord === 'zaak') {
    const wat = naam === null ? '' : `: ${naam}`;
    return op === null ? `U heeft een zaak bij ons${wat}.` : `Uw zaak is ${op} gestart${wat}.`;
  }
  const wat = naam !== null && zin.voluit ? `uw ${naam}` : `uw ${woord}${naam === null ? '' : `: ${naam}`}`;
  return op === null ? `Wij hebben ${wat}.` : `Wij kregen ${op} ${wat}.`;
}

function delen(woord: Zaakwoord, totaal: number, klaar: number): string {
  const heeft = `Uw ${woord} heeft ${totaal} ${totaal === 1 ? 'deel' : 'delen'}`;
  if (klaar === 0) return `${heeft}, ${totaal === 1 ? 'dat loopt' : 'die lopen'} nog.`;
  if (klaar === totaal) return `${heeft}, ${totaal === 1 ? 'dat is' : 'die zijn'} klaar.`;
  return `${heeft}, daarvan ${klaar === 1 ? 'is' : 'zijn'} er ${klaar} klaar.`;
}

function hoort(zin: Hoort, datum: (dag: string) => string): string {
  const dag = datum(zin.uiterlijk);
  const wanneer = zin.dagen === 0 ? 'vandaag' : zin.dagen === 1 ? `morgen, ${dag}` : dag;
  const kern = `U hoort het ${zin.berekend ? 'naar verwachting ' : ''}uiterlijk ${wanneer}`;
  if (zin.niets) return `${kern}, u hoeft niets te doen.`;
  if (zin.streef !== null) return `${kern}, wij streven naar ${datum(zin.streef)}.`;
  return zin.dichtbij && zin.dagen > 1 ? `${kern}, dat is over ${zin.dagen} dagen.` : `${kern}.`;
}

function reageren(middel: 'bezwaar' | 'beroep', kanNog: boolean, tot: string): string {
  if (middel === 'beroep') {
    return kanNog ? `U kunt tot en met ${tot} naar de rechter.` : `U kon tot en met ${tot} naar de rechter.`;
  }
  return kanNog ? `U kunt tot en met ${tot} bezwaar maken.` : `U kon tot en met ${tot} bezwaar maken.`;
}
