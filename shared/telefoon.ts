/**
 * One spelling of a telephone number (E.164), by which what is typed and what registers hold are compared: 06-…, 0031 6 …
 * and +31 (0)6 … are the same. Null for what is none; a short service number (14 0513) belongs to nobody.
 */
export function telefoonSleutel(tekst: string): string | null {
  const kaal = tekst.trim().replace(/[\s().\-/]/g, '');
  const land = kaal.replace(/^00/, '+').replace(/^\+310/, '+31');
  if (/^\+31/.test(land)) return /^\+31[1-9]\d{8}$/.test(land) ? land : null;
  if (/^\+[1-9]\d{7,14}$/.test(land)) return land;
  return /^0[1-9]\d{8}$/.test(kaal) ? `+31${kaal.slice(1)}` : null;
}
