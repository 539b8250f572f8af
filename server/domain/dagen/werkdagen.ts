import { addDays, addDuration, daysBetween, weekday } from '../dagen.ts';

/** Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher). */
export function eerstePaasdag(jaar: number): string {
  const a = jaar % 19;
  const b = Math.floor(jaar / 100);
  const c = jaar % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const maand = Math.floor((h + l - 7 * m + 114) / 31);
  const dag = ((h + l - 7 * m + 114) % 31) + 1;
  return `${jaar}-${String(maand).padStart(2, '0')}-${String(dag).padStart(2, '0')}`;
}

/** 27 April, a day earlier where that is a Sunday (since 2014). */
function koningsdag(jaar: number): string {
  const dag = `${jaar}-04-27`;
  return weekday(dag) === 0 ? addDays(dag, -1) : dag;
}

/** The algemeen erkende feestdagen of art. 3 Algemene termijnenwet, Good Friday included (second paragraph). */
export function feestdagen(jaar: number): readonly string[] {
  const pasen = eerstePaasdag(jaar);
  return [
    `${jaar}-01-01`,
    addDays(pasen, -2),
    pasen,
    addDays(pasen, 1),
    koningsdag(jaar),
    `${jaar}-05-05`,
    addDays(pasen, 39),
    addDays(pasen, 49),
    addDays(pasen, 50),
    `${jaar}-12-25`,
    `${jaar}-12-26`,
  ];
}

export function isWerkdag(dag: string): boolean {
  const d = weekday(dag);
  return d !== 0 && d !== 6 && !feestdagen(Number(dag.slice(0, 4))).includes(dag);
}

/** The `aantal`-th working day after `dag`. */
export function addWerkdagen(dag: string, aantal: number): string {
  let uit = dag;
  for (let over = aantal; over > 0;) {
    uit = addDays(uit, 1);
    if (isWerkdag(uit)) over -= 1;
  }
  return uit;
}

/**
 * The last day of a wettelijke term: one that ends on a Saturday, Sunday or holiday runs to the next day that is none
 * (art. 1 and 3 Algemene termijnenwet), unless it is longer than 90 days, 12 weeks or 3 months (art. 4).
 * Without `duur` the length is counted in days, and the strictest of the three bounds, 12 weeks, decides.
 */
export function eindeWettelijkeTermijn(start: string, einde: string, duur: string | null = null): string {
  if (isTeLang(start, einde, duur)) return einde;
  let uit = einde;
  while (!isWerkdag(uit)) uit = addDays(uit, 1);
  return uit;
}

function isTeLang(start: string, einde: string, duur: string | null): boolean {
  const dagen = daysBetween(start, einde);
  if (duur !== null && /^P\d+D$/.test(duur)) return dagen > 90;
  if (duur !== null && /^P\d+M$/.test(duur)) return einde > (addDuration(start, 'P3M') ?? einde);
  return dagen > 84;
}
