/** Streets, house numbers and places of the invented gemeente Oeverdam. */
import type { Prng } from './prng.ts';

export interface Adres {
  straat: string;
  huisnummer: number;
  huisletter?: string;
  toevoeging?: string;
  /** "1234AB". */
  postcode: string;
  plaats: string;
  /** [longitude, latitude], WGS 84. */
  punt: readonly [number, number];
}

const WOONPLAATS = 'Oeverdam';
const STRATEN = (
  'Lindelaan,Kastanjelaan,Dorpsstraat,Kerkstraat,Molenweg,Havenkade,Oeverweg,Dijkgraafstraat,Sluispad,Stationsweg,' +
  'Raadhuisplein,Wilhelminastraat,Julianalaan,Beatrixplein,Meidoornhof,Zwaluwstraat,Reigersbos,Kievitstraat,' +
  'Rembrandtlaan,Vermeerstraat,Van Goghstraat,Spinozaplein,Anne Frankstraat,Eerste Dwarsstraat,Ambachtsweg,' +
  'Nijverheidsweg,Scheepmakerskade,Oude Veerweg,Polderdreef,Waterlelie,Rietgors,Zonnebloemstraat,Korenmolen,' +
  'Schoolstraat,Tuinbouwweg,Pastoor Jonkersstraat,Burgemeester Verlindenlaan,Sportparklaan,Weidezoom,Noordersingel'
).split(',');
const LETTERS = 'ABCDEFGHJKLMNPRSTVWXZ';

/** The postcode of a street: one per street and side, in the range 1234 to 1237, away from 1234 AB of the Lindelaan. */
function postcodeVan(straat: number, huisnummer: number): string {
  const zijde = Math.floor(huisnummer / 40);
  const nummer = straat * 4 + zijde;
  if (straat === 0) return `1234A${'BCDE'[zijde] ?? 'E'}`;
  return `${1234 + (nummer % 4)}${LETTERS[1 + (Math.floor(nummer / LETTERS.length) % 20)] ?? 'B'}${LETTERS[nummer % LETTERS.length] ?? 'B'}`;
}

export function maakAdres(straat: string, huisnummer: number, postcode: string): Adres {
  return { straat, huisnummer, postcode, plaats: WOONPLAATS, punt: [5.1234, 52.0123] };
}

/** A home address; some with a letter or an addition. */
export function willekeurigAdres(prng: Prng): Adres {
  const straat = prng.heel(0, STRATEN.length - 1);
  const huisnummer = prng.heel(1, 159);
  const soort = prng.volgende();
  return {
    straat: STRATEN[straat] ?? '',
    huisnummer,
    ...(soort < 0.06 ? { huisletter: prng.kies(['A', 'B', 'C']) } : {}),
    ...(soort > 0.94 ? { toevoeging: prng.kies(['1', '2', 'hs', 'bis']) } : {}),
    postcode: postcodeVan(straat, huisnummer),
    plaats: WOONPLAATS,
    punt: [
      Math.round((5.1 + straat * 0.0011 + huisnummer * 0.00004) * 1e6) / 1e6,
      Math.round((52.01 + (straat % 7) * 0.0017 + huisnummer * 0.00003) * 1e6) / 1e6,
    ],
  };
}

/** "Lindelaan 18 A". */
export function adresregel(adres: Adres): string {
  return [adres.straat, adres.huisnummer, adres.huisletter, adres.toevoeging]
    .filter((deel) => deel !== undefined)
    .join(' ');
}

/** "1234 AB  OEVERDAM", as an address line ends on an envelope (NEN 5825). */
export function plaatsregel(adres: Adres): string {
  return `${adres.postcode.slice(0, 4)} ${adres.postcode.slice(4)}  ${adres.plaats.toUpperCase()}`;
}
