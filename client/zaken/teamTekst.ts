import type { Team } from '../../shared/contracts/zaak.ts';

/** Whether the team is open at this moment; what the register does not tell is said to be unknown. */
export function openTekst({ open, openTot, feestdag }: Pick<Team, 'open' | 'openTot' | 'feestdag'>): string {
  if (feestdag) return 'Vandaag gesloten: het is een feestdag';
  if (open === null) return 'Openingstijden niet bekend';
  if (!open) return 'Nu gesloten';
  return openTot === null ? 'Nu open' : `Nu open, tot ${openTot.replace(':', '.')} uur`;
}

type Collega = Pick<Team['collegas'][number], 'behandelaar' | 'functie' | 'bereikbaar'>;

/** What a colleague does here, and whether one can be connected to them now. */
export function bereikTekst({ behandelaar, functie, bereikbaar }: Collega): string {
  const stand =
    bereikbaar === null
      ? 'onbekend of u nu kunt doorverbinden'
      : bereikbaar
        ? 'nu bereikbaar'
        : 'nu niet bereikbaar';
  return [behandelaar ? 'behandelt deze zaak' : (functie ?? ''), stand]
    .filter((deel) => deel !== '')
    .join(', ');
}
