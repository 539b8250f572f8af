/**
 * Calendar days as `YYYY-MM-DD`; arithmetic without clock or zone, but for `dayOf`, which tells on what day an
 * instant falls in Europe/Amsterdam (DST included). Node 24 has no Temporal without a flag, hence this small set.
 */
const MS_PER_DAY = 86_400_000;

const amsterdam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in the Netherlands of an instant (ISO 8601 with offset, or a Date); a bare day is that day. */
export function dayOf(instant: string | Date): string {
  if (typeof instant === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(instant)) return instant;
  return amsterdam.format(typeof instant === 'string' ? new Date(instant) : instant);
}

const klok = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  timeZoneName: 'longOffset',
});

/**
 * An instant with the Dutch offset, `2026-11-22T00:30:00.000+01:00`. A register takes the einddatum of a zaak from the
 * date part as it was sent (docs/STANDAARDEN.md): in UTC that is yesterday for an hour or two every night.
 */
export function metOffset(moment: Date): string {
  const deel = Object.fromEntries(klok.formatToParts(moment).map(({ type, value }) => [type, value]));
  const offset = String(deel['timeZoneName']).replace('GMT', '');
  return `${deel['year']}-${deel['month']}-${deel['day']}T${deel['hour']}:${deel['minute']}:${deel['second']}.${deel['fractionalSecond']}${offset}`;
}

const utc = (dag: string): Date => new Date(`${dag}T00:00:00Z`);
const dagVanUtc = (moment: Date): string => moment.toISOString().slice(0, 10);

export function addDays(dag: string, dagen: number): string {
  return dagVanUtc(new Date(utc(dag).getTime() + dagen * MS_PER_DAY));
}

/** Whole days from `van` to `tot`; negative where `tot` is earlier. */
export function daysBetween(van: string, tot: string): number {
  return Math.round((utc(tot).getTime() - utc(van).getTime()) / MS_PER_DAY);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(dag: string): number {
  return utc(dag).getUTCDay();
}

const DUUR =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;

/**
 * The day that lies an ISO 8601 duration later: `P8W`, `P56D`, `P1Y6M`. Years and months first, a day that the month
 * does not have becomes its last (31 January + P1M = 28 February); hours are left out. Null where it is no duration
 * or the answer lies outside the calendar of four figures.
 */
export function addDuration(dag: string, duur: string): string | null {
  const deel = DUUR.exec(duur);
  if (deel === null) return null;
  const [jaren, maanden, weken, dagen] = [1, 2, 3, 4].map((i) => Number(deel[i] ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const begin = utc(dag);
  const maand = begin.getUTCMonth() + maanden;
  const jaar = begin.getUTCFullYear() + jaren + Math.floor(maand / 12);
  const laatste = new Date(Date.UTC(jaar, (maand % 12) + 1, 0)).getUTCDate();
  const uit = Date.UTC(jaar, maand % 12, Math.min(begin.getUTCDate(), laatste) + 7 * weken + dagen);
  return uit <= Date.UTC(9999, 11, 31) ? dagVanUtc(new Date(uit)) : null;
}

/** Years after which a term is taken for a slip of the catalogue (`P110Y` was met in a real one). */
const LANGSTE_TERMIJN_JAREN = 10;

/** Days of a duration that starts on `dag`; null for none, an unreadable one, and nonsense such as P0D or P110Y. */
export function termijnDagen(dag: string, duur: string | null): number | null {
  const einde = duur === null ? null : addDuration(dag, duur);
  return einde !== null && isGeloofwaardigEinde(dag, einde) ? daysBetween(dag, einde) : null;
}

/** Whether a term that began on `start` can end on `einde`: after its start and within ten years. */
export function isGeloofwaardigEinde(start: string, einde: string): boolean {
  const laatste = addDuration(start, `P${LANGSTE_TERMIJN_JAREN}Y`);
  return einde > start && laatste !== null && einde <= laatste;
}

const MAANDEN = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;

/** "19 november", with the year where it is not the year of `vandaag`. */
export function datumInWoorden(dag: string, taal: 'nl' | 'en', vandaag: string): string {
  const [jaar, maand, dagnummer] = dag.split('-').map(Number) as [number, number, number];
  const woorden = `${dagnummer} ${MAANDEN[taal][maand - 1] ?? ''}`;
  return dag.slice(0, 4) === vandaag.slice(0, 4) ? woorden : `${woorden} ${jaar}`;
}
