/** Dates as one says them here: `19 nov`, with the year when it is another; `14.31 uur`; clocks `04:12`. */
const ZONE = 'Europe/Amsterdam';
const maak = (opties: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('nl-NL', { timeZone: ZONE, ...opties });
const kortVorm = maak({ day: 'numeric', month: 'short' });
const langVorm = maak({ day: 'numeric', month: 'long', year: 'numeric' });
const weekdagVorm = maak({ weekday: 'long', day: 'numeric', month: 'long' });
const jaarVorm = maak({ year: 'numeric' });
const tijdVorm = maak({ hour: 'numeric', minute: '2-digit' });
const dagVorm = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** A day (`YYYY-MM-DD`) at noon, or an instant as it is. */
const lees = (waarde: string): Date => new Date(waarde.length === 10 ? `${waarde}T12:00:00Z` : waarde);
const dezelfdeJaar = (waarde: Date, nu: Date): boolean => jaarVorm.format(waarde) === jaarVorm.format(nu);

export const dagKort = (waarde: string, nu = new Date()): string => {
  const datum = lees(waarde);
  const kort = kortVorm.format(datum).replaceAll('.', '');
  return dezelfdeJaar(datum, nu) ? kort : `${kort} ${jaarVorm.format(datum)}`;
};
export const dagJaar = (waarde: string): string =>
  `${kortVorm.format(lees(waarde)).replaceAll('.', '')} ${jaarVorm.format(lees(waarde))}`;
export const dagLang = (waarde: string): string => langVorm.format(lees(waarde));
/** The calendar day in Amsterdam, for grouping. */
export const dagVan = (waarde: string): string => dagVorm.format(lees(waarde));
export const tijd = (waarde: string): string => tijdVorm.format(lees(waarde)).replace(':', '.');
export const tijdUur = (waarde: string): string => `${tijd(waarde)} uur`;
export const dagEnTijd = (waarde: string): string => `${dagKort(waarde)}, ${tijdUur(waarde)}`;

export const dagKop = (waarde: string, nu = new Date()): string => {
  const datum = lees(waarde);
  const woorden = weekdagVorm.format(datum);
  const met = dezelfdeJaar(datum, nu) ? woorden : `${woorden} ${jaarVorm.format(datum)}`;
  if (dagVan(waarde) === dagVorm.format(nu)) return `Vandaag, ${met}`;
  return met.charAt(0).toUpperCase() + met.slice(1);
};

/** Seconds as a clock: `04:12`, from an hour on `1:04:12`. */
export function klok(seconden: number): string {
  const heel = Math.max(0, Math.floor(seconden));
  const twee = (getal: number): string => String(getal).padStart(2, '0');
  const uren = Math.floor(heel / 3600);
  const rest = `${twee(Math.floor((heel % 3600) / 60))}:${twee(heel % 60)}`;
  return uren > 0 ? `${String(uren)}:${rest}` : rest;
}

/** Whole days from `van` to `tot`. */
export const dagenTussen = (van: string, tot: string): number =>
  Math.round((Date.parse(`${dagVan(tot)}T00:00Z`) - Date.parse(`${dagVan(van)}T00:00Z`)) / 86_400_000);

export const meervoud = (aantal: number, een: string, meer: string): string =>
  `${String(aantal)} ${aantal === 1 ? een : meer}`;
export const dagen = (aantal: number): string => meervoud(aantal, 'dag', 'dagen');
