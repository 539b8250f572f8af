/** Instants and durations as Django gives them. */

/** An ISO 8601 instant in UTC without empty fraction; six digits where there is one. Without offset it is taken as UTC. */
export function alsUtc(moment: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(moment)) return `${moment}T00:00:00Z`;
  const delen = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?(?:\.(\d+))?(Z|[+-]\d{2}:?\d{2})?$/.exec(moment);
  if (!delen) return moment;
  const [, dag = '', uur = '', seconde = ':00', fractie = '', zone = 'Z'] = delen;
  // Built without the fraction, which may be finer than the milliseconds of Date.
  const geheel = new Date(`${dag}T${uur}${seconde}${zone}`).toISOString().slice(0, 19);
  const micro = fractie.slice(0, 6).padEnd(6, '0');
  return `${geheel}${micro === '000000' ? '' : `.${micro}`}Z`;
}

/** Compares two instants, to the microsecond. */
export function vergelijkMoment(a: string, b: string): number {
  const verschil = Date.parse(a) - Date.parse(b);
  if (verschil !== 0) return verschil;
  const [x, y] = [alsUtc(a), alsUtc(b)];
  return x === y ? 0 : x < y ? -1 : 1;
}

const DUUR = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;

export const isDuur = (duur: string): boolean => duur.length > 1 && duur !== 'P' && DUUR.test(duur);

/** `YYYY-MM-DD` plus an ISO 8601 duration; a day that the month lacks becomes its last (dateutil's relativedelta). */
export function plusDuur(dag: string, duur: string): string {
  const delen = DUUR.exec(duur);
  if (!delen) return dag;
  const [jaren, maanden, weken, dagen] = delen.slice(1).map((deel: string | undefined) => Number(deel ?? 0));
  const begin = new Date(`${dag}T00:00:00Z`);
  const maand = begin.getUTCMonth() + (maanden ?? 0) + 12 * (jaren ?? 0);
  const laatste = new Date(Date.UTC(begin.getUTCFullYear(), maand + 1, 0)).getUTCDate();
  const eind = new Date(Date.UTC(begin.getUTCFullYear(), maand, Math.min(begin.getUTCDate(), laatste)));
  eind.setUTCDate(eind.getUTCDate() + 7 * (weken ?? 0) + (dagen ?? 0));
  return eind.toISOString().slice(0, 10);
}

/** The calendar day of an instant in the offset in which the client wrote it. */
export const dagZoalsGeschreven = (moment: string): string => moment.slice(0, 10);
