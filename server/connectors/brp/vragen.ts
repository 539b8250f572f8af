import { BronFout, type Adresdeel, type Persoonvraag } from '../ports.ts';
import { splitsAchternaam } from './mapping.ts';

/** The search types of BRP Personen bevragen 2.7 that find persons by something else than their BSN. */
export const ZOEKTYPEN = [
  'ZoekMetGeslachtsnaamEnGeboortedatum',
  'ZoekMetNaamEnGemeenteVanInschrijving',
  'ZoekMetPostcodeEnHuisnummer',
  'ZoekMetStraatHuisnummerEnGemeenteVanInschrijving',
  'ZoekMetNummeraanduidingIdentificatie',
  'ZoekMetAdresseerbaarObjectIdentificatie',
] as const;
export type Zoektype = (typeof ZOEKTYPEN)[number];

/** A body without its fields. */
export interface Zoekbody {
  type: Zoektype;
  [parameter: string]: unknown;
}

const gevuld = (delen: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(delen).filter((d): d is [string, string] => d[1] !== undefined && d[1] !== ''),
  );

const huis = ({ huisnummer, huisletter, huisnummertoevoeging }: Adresdeel) => ({
  huisnummer,
  ...gevuld({ huisletter, huisnummertoevoeging }),
});

/**
 * The bodies to try, in this order, until one finds somebody: a name from abroad may hold "De" as part of itself.
 * The dead are found too: their family calls about what they asked for.
 * @param gemeente code of the own gemeente (landelijke tabel 33); null: not set
 * @throws BronFout niet_ondersteund `gemeentecode`
 */
export function zoekbodies(bron: string, vraag: Persoonvraag, gemeente: string | null): Zoekbody[] {
  const vast = { inclusiefOverledenPersonen: true };
  const inGemeente = (): string => {
    if (gemeente === null) throw new BronFout(bron, 'niet_ondersteund', { code: 'gemeentecode' });
    return gemeente;
  };
  if ('nummeraanduidingIdentificatie' in vraag)
    return [{ type: 'ZoekMetNummeraanduidingIdentificatie', ...vast, ...vraag }];
  if ('adresseerbaarObjectIdentificatie' in vraag)
    return [{ type: 'ZoekMetAdresseerbaarObjectIdentificatie', ...vast, ...vraag }];
  if ('straat' in vraag)
    return [
      {
        type: 'ZoekMetStraatHuisnummerEnGemeenteVanInschrijving',
        straat: vraag.straat,
        ...huis(vraag),
        gemeenteVanInschrijving: inGemeente(),
        ...vast,
      },
    ];
  if ('postcode' in vraag) {
    const { postcode, achternaam = '', geboortedatum } = vraag;
    return opNaam(achternaam).map((naam) => ({
      type: 'ZoekMetPostcodeEnHuisnummer',
      postcode: postcode.replace(/\s/g, '').toUpperCase(),
      ...huis(vraag),
      // This type takes no voorvoegsel.
      ...gevuld({ geslachtsnaam: naam.geslachtsnaam, geboortedatum }),
      ...vast,
    }));
  }
  const { achternaam, voornamen, geboortedatum } = vraag;
  const namen = opNaam(achternaam).flatMap((naam) =>
    opVoornaam(voornamen).map((deel) => ({ ...naam, ...gevuld({ voornamen: deel }) })),
  );
  return namen.map((naam) =>
    geboortedatum === undefined
      ? {
          type: 'ZoekMetNaamEnGemeenteVanInschrijving',
          ...naam,
          gemeenteVanInschrijving: inGemeente(),
          ...vast,
        }
      : {
          type: 'ZoekMetGeslachtsnaamEnGeboortedatum',
          ...naam,
          geboortedatum,
          ...vast,
        },
  );
}

/** With its voorvoegsel apart, and then as it was typed. */
function opNaam(achternaam: string): { geslachtsnaam: string; voorvoegsel?: string }[] {
  const heel = { geslachtsnaam: achternaam.trim() };
  const { voorvoegsel, geslachtsnaam } = splitsAchternaam(achternaam);
  return voorvoegsel === null ? [heel] : [{ geslachtsnaam, voorvoegsel }, heel];
}

/** BRP compares all given names at once: "Marijke" alone is not "Marijke Johanna", "Marijke *" is. */
function opVoornaam(voornamen = ''): string[] {
  const heel = voornamen.trim();
  return heel === '' || heel.endsWith('*') ? [heel] : [heel, `${heel} *`];
}
