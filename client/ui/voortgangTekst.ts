import type { Stap, Voortgang, ZaakKort } from '../../shared/contracts/zaak.ts';
import { dagKort } from './datum.ts';

/** The words under a step: a date or a word, never nothing where one of both is known. */
export function stapDatum(stap: Stap, voortgang: Voortgang): string {
  const { stappen } = voortgang;
  switch (stap.toestand) {
    case 'gedaan':
      return stap.datum === null ? 'datum onbekend' : dagKort(stap.datum);
    case 'nu':
      return stap.datum === null ? 'nu' : `nu, sinds ${dagKort(stap.datum)}`;
    case 'overgeslagen':
      return 'overgeslagen';
    case 'straks': {
      if (stap.verwachtOp !== undefined) return `verwacht ${dagKort(stap.verwachtOp)}`;
      const straks = stappen.filter((een) => een.toestand === 'straks');
      if (straks.length === stappen.length && straks[0] === stap) return 'nog niet gezet';
      if (straks.at(-1) === stap) return 'als laatste';
      return straks[0] === stap ? 'hierna' : 'daarna';
    }
  }
}

/** "Stap 3 van 5: in behandeling, sinds 1 okt"; without numbers where no pad is known. */
export function stand(zaak: Pick<ZaakKort, 'voortgang' | 'status'>): {
  nummer: string;
  naam: string;
  sinds: string;
} {
  const { totaal, huidige } = zaak.voortgang;
  if (zaak.status === null) return { nummer: '', naam: 'nog geen status', sinds: '' };
  return {
    nummer: totaal === null || huidige === null ? '' : `Stap ${String(huidige)} van ${String(totaal)}: `,
    naam: zaak.status.naam.charAt(0).toLowerCase() + zaak.status.naam.slice(1),
    sinds: `, sinds ${dagKort(zaak.status.datum)}`,
  };
}

/** In which registers the zaak stands; the first is the one that is read. */
export const registersVan = ({ register, ookIn }: Pick<ZaakKort, 'register' | 'ookIn'>): string =>
  ookIn.length === 0
    ? `uit ${register}`
    : `uit ${register}, ook in ${ookIn.map((een) => een.register).join(' en ')}`;
