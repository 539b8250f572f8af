/**
 * Days and instants in Dutch local time, as plain numbers so that a hundred thousand zaken are made in seconds:
 * a `Dagnr` is the number of whole days since 1 January 1970, a `Tijdstip` milliseconds since then (UTC).
 */
export type Dagnr = number;
export type Tijdstip = number;

export const UUR = 3_600_000;
const DAG = 24 * UUR;
const MAANDEN =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** Last Sunday of a month, 01:00 UTC: when European clocks change (Directive 2000/84/EC). */
function wisseling(jaar: number, maand: number): Tijdstip {
  const laatste = new Date(Date.UTC(jaar, maand + 1, 0, 1));
  return laatste.getTime() - laatste.getUTCDay() * DAG;
}

const zomertijd = new Map<number, readonly [Tijdstip, Tijdstip]>();

function verschil(tijdstip: Tijdstip): number {
  const jaar = new Date(tijdstip).getUTCFullYear();
  let grenzen = zomertijd.get(jaar);
  if (grenzen === undefined) zomertijd.set(jaar, (grenzen = [wisseling(jaar, 2), wisseling(jaar, 9)]));
  return tijdstip >= grenzen[0] && tijdstip < grenzen[1] ? 2 * UUR : UUR;
}

/** The instant at `minuten` after midnight, Dutch time, plus `seconden`. */
export function opDag(dag: Dagnr, minuten: number, seconden = 0): Tijdstip {
  const plaatselijk = dag * DAG + minuten * 60_000 + seconden * 1000;
  return plaatselijk - verschil(plaatselijk - UUR);
}

/** The Dutch calendar day of an instant. */
export function dagVan(tijdstip: Tijdstip): Dagnr {
  return Math.floor((tijdstip + verschil(tijdstip)) / DAG);
}

export function datum(dag: Dagnr): string {
  return new Date(dag * DAG).toISOString().slice(0, 10);
}

export function dagnr(iso: string): Dagnr {
  return Math.floor(Date.parse(iso) / DAG);
}

export function iso(tijdstip: Tijdstip): string {
  return new Date(tijdstip).toISOString();
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdag(dag: Dagnr): number {
  return (((dag + 4) % 7) + 7) % 7;
}

/** The day itself, or the Monday after a weekend. */
export function werkdag(dag: Dagnr): Dagnr {
  const w = weekdag(dag);
  return w === 6 ? dag + 2 : w === 0 ? dag + 1 : dag;
}

export function jaarVan(dag: Dagnr): number {
  return new Date(dag * DAG).getUTCFullYear();
}

/** "12 maart 1984", the `langFormaat` of BRP and the way a letter writes a day. */
export function voluit(dag: Dagnr): string {
  const d = new Date(dag * DAG);
  return `${d.getUTCDate()} ${MAANDEN[d.getUTCMonth()] ?? ''} ${d.getUTCFullYear()}`;
}

/** "12 maart": for a day in a text that the citizen reads within weeks. */
export function dagEnMaand(dag: Dagnr): string {
  return voluit(dag).split(' ').slice(0, 2).join(' ');
}

export function maandnaam(maand: number): string {
  return MAANDEN[maand - 1] ?? '';
}

/** Age in whole years on `opDag`. */
export function leeftijdOp(geboren: Dagnr, op: Dagnr): number {
  const [g, o] = [new Date(geboren * DAG), new Date(op * DAG)];
  const voorVerjaardag =
    o.getUTCMonth() < g.getUTCMonth() ||
    (o.getUTCMonth() === g.getUTCMonth() && o.getUTCDate() < g.getUTCDate());
  return o.getUTCFullYear() - g.getUTCFullYear() - (voorVerjaardag ? 1 : 0);
}
