/** BSN and RSIN: nine digits, 9a + 8b + … + 2h − i divisible by 11. */
export function isBsn(nummer: string): boolean {
  if (!/^\d{9}$/.test(nummer)) return false;
  const som = Array.from(nummer).reduce((tot, cijfer, i) => tot + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0);
  return som % 11 === 0 && nummer !== '000000000';
}
