import type { Tijdvak } from '../ports.ts';

const DAGEN = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];
const DAGDELEN = /^(ma|di|wo|do|vr|za|zo)(?:-(ma|di|wo|do|vr|za|zo))?$/;
const TIJDEN = /^([01]\d|2[0-3])[:.]([0-5]\d)-(?:([01]\d|2[0-3])[:.]([0-5]\d)|(24)[:.](00))$/;

/**
 * Reads `ma-do 09:00-17:00, vr 09:00-12:30` (days, then one or more hours; comma, slash or nothing between); an empty
 * text is never. null where it says something else: hours that are not understood are not known.
 */
export function leesTijden(tekst: string): Tijdvak[] | null {
  const uit: Tijdvak[] = [];
  let dagen: number[] = [];
  let gebruikt = true;
  const stukken = tekst
    .toLowerCase()
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[\s,/]+/)
    .filter((stuk) => stuk !== '');
  for (const stuk of stukken) {
    const dag = DAGDELEN.exec(stuk);
    if (dag) {
      const van = DAGEN.indexOf(dag[1] ?? '');
      const tot = dag[2] === undefined ? van : DAGEN.indexOf(dag[2]);
      if (tot < van) return null;
      const reeks = DAGEN.slice(van, tot + 1).map((_, i) => van + i + 1);
      dagen = gebruikt ? reeks : [...dagen, ...reeks];
      gebruikt = false;
      continue;
    }
    const tijd = TIJDEN.exec(stuk);
    if (!tijd || dagen.length === 0) return null;
    const van = `${tijd[1]}:${tijd[2]}`;
    const tot = `${tijd[3] ?? tijd[5]}:${tijd[4] ?? tijd[6]}`;
    if (tot <= van) return null;
    uit.push(...dagen.map((dagnummer) => ({ dag: dagnummer, van, tot })));
    gebruikt = true;
  }
  return gebruikt ? uit : null;
}

const KLOK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const WEEKDAGEN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Day (`YYYY-MM-DD`), weekday (1 to 7) and clock time (`HH:MM`) in Europe/Amsterdam. */
export function plaatselijk(nu: Date): { datum: string; dag: number; tijd: string } {
  const deel = Object.fromEntries(KLOK.formatToParts(nu).map(({ type, value }) => [type, value]));
  return {
    datum: `${deel['year']}-${deel['month']}-${deel['day']}`,
    dag: WEEKDAGEN.indexOf(deel['weekday'] ?? '') + 1,
    tijd: `${deel['hour']}:${deel['minute']}`,
  };
}
