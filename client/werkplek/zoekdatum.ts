const MAANDEN = ['jan', 'feb', 'maart', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** A day as people write it: 12-3-1984, 1984-03-12, 12 maart 84, 12031984. */
export const DATUM =
  /(?<!\d)(?:(?<j>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})|(?<d2>\d{1,2})[-/. ](?<m2>\d{1,2}|[a-z]{3,9})[-/. ](?<j2>\d{4}|\d{2})|(?<d3>\d{2})(?<m3>\d{2})(?<j3>\d{4}))(?!\d)/iu;

function maand(tekst: string): number {
  if (/^\d+$/.test(tekst)) return Number(tekst);
  const klein = tekst.toLowerCase().replace('mrt', 'maart');
  return MAANDEN.findIndex((naam) => klein.startsWith(naam) || klein.startsWith(naam.slice(0, 3))) + 1;
}

/** Two digits are this century when that is not in the future. */
const jaar = (tekst: string, nu: Date): number => {
  const getal = Number(tekst);
  if (tekst.length === 4) return getal;
  return 2000 + getal > nu.getFullYear() ? 1900 + getal : 2000 + getal;
};

/** From the groups of `DATUM`; null for a day that does not exist or is still to come. */
export function leesDatum(groepen: Record<string, string | undefined>, nu: Date): string | null {
  const j = jaar(groepen['j'] ?? groepen['j2'] ?? groepen['j3'] ?? '', nu);
  const m = maand(groepen['m'] ?? groepen['m2'] ?? groepen['m3'] ?? '');
  const d = Number(groepen['d'] ?? groepen['d2'] ?? groepen['d3']);
  const datum = new Date(Date.UTC(j, m - 1, d));
  const echt = datum.getUTCFullYear() === j && datum.getUTCMonth() === m - 1 && datum.getUTCDate() === d;
  return echt && datum <= nu ? datum.toISOString().slice(0, 10) : null;
}
