/**
 * The 11-proef over nine digits, as used for BSN and RSIN: Σ digit × weight (9, 8, … 2, −1) is a multiple of 11.
 * Source: Logisch Ontwerp BSN, and the KVK's description of the RSIN.
 */
export function voldoetAanElfproef(nummer: string): boolean {
  if (!/^\d{9}$/.test(nummer) || nummer === '000000000') return false;
  const som = nummer
    .split('')
    .reduce((totaal, cijfer, plek) => totaal + Number(cijfer) * (plek === 8 ? -1 : 9 - plek), 0);
  return som % 11 === 0;
}
