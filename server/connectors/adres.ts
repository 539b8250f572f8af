/** Place names of BRP come in capitals (LO GBA) and, on an address line, two spaces after the postcode (NEN 5825). */
const KLEIN = new Set("'s 't a/d aan bij de den der en het in onder op over te ten ter van".split(' '));

const hoofdletter = (woord: string): string =>
  /^ij/.test(woord) ? `IJ${woord.slice(2)}` : woord.charAt(0).toUpperCase() + woord.slice(1);

/** `'S-GRAVENHAGE` → `'s-Gravenhage`, `BERGEN OP ZOOM` → `Bergen op Zoom`; a name with small letters stays. */
export function plaatsnaam(naam: string): string {
  const netjes = naam.trim().replace(/\s+/g, ' ');
  if (netjes !== netjes.toUpperCase()) return netjes;
  return netjes
    .toLowerCase()
    .split(/([ -])/)
    .map((deel, plek) => (deel.startsWith("'") || (plek > 0 && KLEIN.has(deel)) ? deel : hoofdletter(deel)))
    .join('');
}

const POSTCODEREGEL = /^([1-9]\d{3}) ?([A-Z]{2})(?: (.+))?$/;

/** `1234AB  OEVERDAM` → `1234 AB Oeverdam`; any other line only loses its double spaces. */
export function adresregel(regel: string): string {
  const netjes = regel.trim().replace(/\s+/g, ' ');
  const deel = POSTCODEREGEL.exec(netjes);
  if (deel === null) return netjes;
  const [, cijfers, letters, plaats] = deel;
  return `${cijfers} ${letters}${plaats === undefined ? '' : ` ${plaatsnaam(plaats)}`}`;
}
