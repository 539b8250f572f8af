/** KVK Basisprofiel 1.5: the profile of a registration and its parts, with links and without what was not asked. */
import type { Bedrijf, Json, JsonObject } from './typen.ts';

const isObject = (waarde: Json | undefined): waarde is JsonObject =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

/** Links as `{rel, href}`; hrefs are paths, the answer puts the host before them. */
export function koppelingen(delen: Record<string, string>): JsonObject[] {
  return Object.entries(delen).map(([rel, href]) => ({ rel, href }));
}

export const profielPad = (kvkNummer: string): string => `/kvk/v1/basisprofielen/${kvkNummer}`;

function zonderGeo(waarde: Json): Json {
  if (Array.isArray(waarde)) return waarde.map(zonderGeo);
  if (!isObject(waarde)) return waarde;
  const delen = Object.entries(waarde).filter(([naam]) => naam !== 'geoData');
  return Object.fromEntries(delen.map(([naam, deel]) => [naam, zonderGeo(deel)]));
}

function deel({ basisprofiel }: Bedrijf, naam: 'eigenaar' | 'hoofdvestiging'): JsonObject | undefined {
  const ingebed = basisprofiel['_embedded'];
  const gevonden = isObject(ingebed) ? ingebed[naam] : undefined;
  return isObject(gevonden) ? gevonden : undefined;
}

/** @param geoData keep the coordinates of addresses */
export function toonBasisprofiel(bedrijf: Bedrijf, geoData: boolean): JsonObject {
  const pad = profielPad(bedrijf.kvkNummer);
  const links: Record<string, string> = { self: pad };
  const ingebed: JsonObject = {};
  for (const naam of ['hoofdvestiging', 'eigenaar'] as const) {
    const onderdeel = toonDeel(bedrijf, naam, geoData);
    if (!onderdeel) continue;
    ingebed[naam] = onderdeel;
    links[naam] = `${pad}/${naam}`;
  }
  links['vestigingen'] = `${pad}/vestigingen`;
  const profiel = geoData ? bedrijf.basisprofiel : (zonderGeo(bedrijf.basisprofiel) as JsonObject);
  return { ...profiel, links: koppelingen(links), _embedded: ingebed };
}

export function toonDeel(
  bedrijf: Bedrijf,
  naam: 'eigenaar' | 'hoofdvestiging',
  geoData: boolean,
): JsonObject | undefined {
  const gevonden = deel(bedrijf, naam);
  if (!gevonden) return undefined;
  const pad = profielPad(bedrijf.kvkNummer);
  const getoond = geoData ? gevonden : (zonderGeo(gevonden) as JsonObject);
  return { ...getoond, links: koppelingen({ self: `${pad}/${naam}`, basisprofiel: pad }) };
}

function volledigAdres(item: JsonObject): string {
  const adres = isObject(item['adres']) ? item['adres']['binnenlandsAdres'] : undefined;
  if (!isObject(adres)) return '';
  const tekst = (veld: string): string => {
    const waarde = adres[veld];
    return typeof waarde === 'string' || typeof waarde === 'number' ? String(waarde) : '';
  };
  const straat = `${tekst('straatnaam')} ${tekst('huisnummer')}${tekst('huisletter')}`.trim();
  return `${straat} ${tekst('postcode')} ${tekst('plaats')}`.replace(/ +/g, ' ').trim();
}

/** The list of vestigingen, told from the registrations. */
export function toonVestigingen(bedrijf: Bedrijf): JsonObject {
  const { kvkNummer } = bedrijf;
  const vestigingen = bedrijf.zoekresultaten.filter((item) => item['vestigingsnummer'] !== undefined);
  return {
    kvkNummer,
    aantalCommercieleVestigingen: vestigingen.length,
    aantalNietCommercieleVestigingen: 0,
    totaalAantalVestigingen: vestigingen.length,
    vestigingen: vestigingen.map((item) => ({
      vestigingsnummer: item['vestigingsnummer'] ?? '',
      kvkNummer,
      eersteHandelsnaam: item['naam'] ?? '',
      indHoofdvestiging: item['type'] === 'hoofdvestiging' ? 'Ja' : 'Nee',
      indAdresAfgeschermd: item['adres'] === undefined ? 'Ja' : 'Nee',
      indCommercieleVestiging: 'Ja',
      volledigAdres: volledigAdres(item),
    })),
    links: koppelingen({ self: `${profielPad(kvkNummer)}/vestigingen`, basisprofiel: profielPad(kvkNummer) }),
  };
}
