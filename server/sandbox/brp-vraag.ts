/** The seven search types of BRP Personen 2.7: which parameters each takes and how a wrong one is refused. */
import { onjuisteParameters } from './brp-fout.ts';
import type { OngeldigeParameter } from './brp-fout.ts';
import { GEZAG_PERSOON_BEPERKT, PERSOON, PERSOON_BEPERKT, keurVeld } from './brp-velden.ts';
import type { Groep } from './brp-velden.ts';
import { isDag } from './filters.ts';
import type { Json, JsonObject } from './typen.ts';

/** Gives what is wrong with a value that was sent. */
type Keur = (waarde: Json, naam: string) => OngeldigeParameter[];

interface ZoekType {
  verplicht: readonly string[];
  parameters: Record<string, Keur>;
  /** Most hits that are answered; more is 400 `tooManyResults`. */
  maximum: number;
  velden: Groep;
}

const fout = (name: string, code: string, reason: string): OngeldigeParameter[] => [{ name, code, reason }];

const patroon =
  (expressie: string): Keur =>
  (waarde, naam) =>
    typeof waarde === 'string' && new RegExp(expressie).test(waarde)
      ? []
      : fout(naam, 'pattern', `Waarde voldoet niet aan patroon ${expressie}.`);

const datum: Keur = (waarde, naam) =>
  typeof waarde === 'string' && isDag(waarde) ? [] : fout(naam, 'date', 'Waarde is geen geldige datum.');

const janee: Keur = (waarde, naam) =>
  typeof waarde === 'boolean' ? [] : fout(naam, 'boolean', 'Waarde is geen boolean.');

const huisnummer: Keur = (waarde, naam) => {
  if (typeof waarde !== 'number' || !Number.isInteger(waarde)) {
    return fout(naam, 'integer', 'Waarde is geen geldig getal.');
  }
  if (waarde < 1) return fout(naam, 'minimum', 'Waarde is lager dan minimum 1.');
  return waarde > 99_999 ? fout(naam, 'maximum', 'Waarde is hoger dan maximum 99999.') : [];
};

const lijst =
  (max: number, item: Keur): Keur =>
  (waarde, naam) => {
    if (!Array.isArray(waarde)) return fout(naam, 'array', 'Parameter is geen array.');
    if (waarde.length < 1) return fout(naam, 'minItems', 'Array bevat minder dan 1 items.');
    if (waarde.length > max) return fout(naam, 'maxItems', `Array bevat meer dan ${max} items.`);
    return waarde.flatMap((deel, i) => item(deel, `${naam}[${i}]`));
  };

const naam = String.raw`^[a-zA-Z0-9À-ž \.\-\']{1,200}$|^[a-zA-Z0-9À-ž \.\-\']{3,199}\*{1}$`;
const straat =
  String.raw`^[a-zA-Z0-9À-ž \-\'\.]{1,80}$|^[a-zA-Z0-9À-ž \-\'\.]{7,79}\*{1}$` +
  String.raw`|^\*{1}[a-zA-Z0-9À-ž \-\'\.]{7,79}$`;
const bagIdentificatie = patroon('^(?!0{16})[0-9]{16}$');

const PERSOONSGEGEVEN = {
  geslacht: patroon('^([Mm]|[Vv]|[Oo])$'),
  voorvoegsel: patroon(String.raw`^[a-zA-Z \']{1,10}$`),
  inclusiefOverledenPersonen: janee,
};
const NUMMER = {
  huisnummer,
  huisletter: patroon('^[a-zA-Z]{1}$'),
  huisnummertoevoeging: patroon(String.raw`^[a-zA-Z0-9 \-]{1,4}$`),
  inclusiefOverledenPersonen: janee,
};

const OP_NAAM = { maximum: 10, velden: PERSOON_BEPERKT };
const OP_ADRES = { maximum: 30, velden: PERSOON_BEPERKT };

export const ZOEKTYPEN = {
  RaadpleegMetBurgerservicenummer: {
    verplicht: ['burgerservicenummer'],
    parameters: { burgerservicenummer: lijst(20, patroon('^[0-9]{9}$')) },
    maximum: 20,
    velden: PERSOON,
  },
  ZoekMetGeslachtsnaamEnGeboortedatum: {
    ...OP_NAAM,
    verplicht: ['geboortedatum', 'geslachtsnaam'],
    parameters: {
      geboortedatum: datum,
      geslachtsnaam: patroon(naam),
      voornamen: patroon(String.raw`^[a-zA-Z0-9À-ž \.\-\']{1,199}\*{0,1}$`),
      ...PERSOONSGEGEVEN,
    },
  },
  ZoekMetNaamEnGemeenteVanInschrijving: {
    ...OP_NAAM,
    verplicht: ['geslachtsnaam', 'voornamen', 'gemeenteVanInschrijving'],
    parameters: { geslachtsnaam: patroon(naam), voornamen: patroon(naam), ...PERSOONSGEGEVEN },
  },
  ZoekMetPostcodeEnHuisnummer: {
    ...OP_ADRES,
    verplicht: ['postcode', 'huisnummer'],
    parameters: {
      postcode: patroon('^[1-9]{1}[0-9]{3}[ ]?[A-Za-z]{2}$'),
      ...NUMMER,
      geboortedatum: datum,
      geslachtsnaam: patroon(naam),
    },
  },
  ZoekMetStraatHuisnummerEnGemeenteVanInschrijving: {
    ...OP_ADRES,
    verplicht: ['straat', 'huisnummer', 'gemeenteVanInschrijving'],
    parameters: { straat: patroon(straat), ...NUMMER },
  },
  ZoekMetNummeraanduidingIdentificatie: {
    ...OP_ADRES,
    verplicht: ['nummeraanduidingIdentificatie'],
    parameters: { nummeraanduidingIdentificatie: bagIdentificatie, inclusiefOverledenPersonen: janee },
  },
  ZoekMetAdresseerbaarObjectIdentificatie: {
    ...OP_ADRES,
    velden: GEZAG_PERSOON_BEPERKT,
    verplicht: ['adresseerbaarObjectIdentificatie'],
    parameters: { adresseerbaarObjectIdentificatie: bagIdentificatie, inclusiefOverledenPersonen: janee },
  },
} as const satisfies Record<string, ZoekType>;
type ZoekTypeNaam = keyof typeof ZOEKTYPEN;

const isZoekType = (waarde: Json): waarde is ZoekTypeNaam =>
  typeof waarde === 'string' && Object.hasOwn(ZOEKTYPEN, waarde);

const VELDPATROON = patroon(String.raw`^[a-zA-Z0-9\._]{1,200}$`);

const veld =
  (boom: Groep): Keur =>
  (waarde, pad) => {
    const vorm = VELDPATROON(waarde, pad);
    if (vorm.length > 0 || typeof waarde !== 'string') return vorm;
    const oordeel = keurVeld(waarde, boom);
    if (oordeel === 'goed') return [];
    const woord = oordeel === 'onbekend' ? 'bestaande' : 'toegestane';
    return fout(pad, 'fields', `Parameter bevat een niet ${woord} veldnaam.`);
  };

export interface Vraag {
  type: ZoekTypeNaam;
  fields: string[];
  /** The other parameters, each of the form that its type demands. */
  parameters: JsonObject;
}

/** Reads a body. Throws 400 that names every wrong parameter. */
export function leesVraag(lichaam: JsonObject): Vraag {
  const { type = null, ...rest } = lichaam;
  if (type === null) throw onjuisteParameters(fout('type', 'required', 'Parameter is verplicht.'));
  if (!isZoekType(type)) throw onjuisteParameters(fout('type', 'value', 'Waarde is geen geldig zoek type.'));
  const soort: ZoekType = ZOEKTYPEN[type];
  const keuren: Record<string, Keur> = {
    ...soort.parameters,
    gemeenteVanInschrijving: patroon('^[0-9]{4}$'),
    fields: lijst(130, veld(soort.velden)),
  };
  const fouten = Object.entries(keuren).flatMap(([parameter, keur]) => {
    const waarde = rest[parameter] ?? null;
    const verplicht = parameter === 'fields' || soort.verplicht.includes(parameter);
    if (waarde === null || (verplicht && waarde === '')) {
      return verplicht ? fout(parameter, 'required', 'Parameter is verplicht.') : [];
    }
    return keur(waarde, parameter);
  });
  for (const parameter of Object.keys(rest)) {
    if (!Object.hasOwn(keuren, parameter)) {
      fouten.push(...fout(parameter, 'unknownParam', 'Parameter is niet verwacht.'));
    }
  }
  if (fouten.length > 0) throw onjuisteParameters(fouten);
  const { fields = [], ...parameters } = rest;
  return {
    type,
    fields: (Array.isArray(fields) ? fields : []).filter((f) => typeof f === 'string'),
    parameters,
  };
}
