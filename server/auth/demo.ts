import type { Medewerker } from '../../shared/contracts/medewerker.ts';

/** The demo gemeente's medewerkers: the rol ids and a second kcc and behandelaar (README.md, Inloggen). */
const DEMO_MEDEWERKERS: readonly Medewerker[] = [
  { id: 'kcc', naam: 'M. Kuiper', rollen: ['kcc'], afdelingen: ['KCC'] },
  { id: 'kcc-2', naam: 'S. el Amrani', rollen: ['kcc'], afdelingen: ['KCC'] },
  { id: 'balie', naam: 'D. Postma', rollen: ['balie'], afdelingen: ['Burgerzaken'] },
  { id: 'behandelaar', naam: 'J. van Dongen', rollen: ['behandelaar'], afdelingen: ['Wonen'] },
  { id: 'behandelaar-2', naam: 'R. Yildiz', rollen: ['behandelaar'], afdelingen: ['Inkomen'] },
  { id: 'teamleider', naam: 'H. de Wit', rollen: ['teamleider'], afdelingen: ['KCC'] },
  { id: 'klachten', naam: 'F. Brouwer', rollen: ['klachten'], afdelingen: ['Juridische Zaken'] },
  { id: 'beheerder', naam: 'T. Jansen', rollen: ['beheerder'], afdelingen: [] },
  { id: 'privacy', naam: 'E. Hoekstra', rollen: ['privacy'], afdelingen: [] },
];

export function demoMedewerker(gebruiker: string): Medewerker | null {
  return DEMO_MEDEWERKERS.find(({ id }) => id === gebruiker) ?? null;
}
