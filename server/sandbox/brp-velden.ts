/**
 * Which fields a BRP answer may hold and how `fields` cuts a person to them: only what was asked, dates and
 * waardetabellen whole, and by itself what the service always adds (feature files `fields*.feature`).
 */
import type { Json, JsonObject } from './typen.ts';

/** `V`: a value; `D`: a date, `T`: a waardetabel, both delivered whole; `H`: whole, its parts may not be named. */
type Veld = 'V' | 'D' | 'T' | 'H' | Groep;
export interface Groep {
  readonly [naam: string]: Veld;
}

const DEEL: Record<'D' | 'T', readonly string[]> = {
  D: ['langFormaat', 'type', 'datum', 'onbekend', 'jaar', 'maand'],
  T: ['code', 'omschrijving', 'soort'],
};

const naamVanGerelateerde: Groep = {
  adellijkeTitelPredicaat: 'T',
  geslachtsnaam: 'V',
  voorletters: 'V',
  voornamen: 'V',
  voorvoegsel: 'V',
};
const naamBeperkt: Groep = { ...naamVanGerelateerde, volledigeNaam: 'V' };
const gebeurtenis: Groep = { datum: 'D', land: 'T', plaats: 'T' };
const adresseringBinnenland: Groep = {
  adresregel1: 'V',
  adresregel2: 'V',
  aanhef: 'V',
  aanschrijfwijze: { aanspreekvorm: 'V', naam: 'V' },
  gebruikInLopendeTekst: 'V',
};
const verblijfadresBinnenland: Groep = {
  aanduidingBijHuisnummer: 'T',
  huisletter: 'V',
  huisnummer: 'V',
  huisnummertoevoeging: 'V',
  korteStraatnaam: 'V',
  officieleStraatnaam: 'V',
  postcode: 'V',
  woonplaats: 'V',
  locatiebeschrijving: 'V',
};
const verblijfplaats = (verblijfadres: Groep): Groep => ({
  type: 'V',
  datumIngangGeldigheid: 'D',
  datumVan: 'D',
  verblijfadres,
  adresseerbaarObjectIdentificatie: 'V',
  functieAdres: 'T',
  nummeraanduidingIdentificatie: 'V',
});

export const PERSOON: Groep = {
  aNummer: 'V',
  adressering: { ...adresseringBinnenland, adresregel3: 'V', land: 'T' },
  burgerservicenummer: 'V',
  datumEersteInschrijvingGBA: 'D',
  datumInschrijvingInGemeente: 'D',
  europeesKiesrecht: { aanduiding: 'T', einddatumUitsluiting: 'D' },
  geboorte: gebeurtenis,
  gemeenteVanInschrijving: 'T',
  geslacht: 'T',
  gezag: 'H',
  immigratie: {
    datumVestigingInNederland: 'D',
    indicatieVestigingVanuitBuitenland: 'V',
    landVanwaarIngeschreven: 'T',
    vanuitVerblijfplaatsOnbekend: 'V',
  },
  indicatieCurateleRegister: 'V',
  indicatieGezagMinderjarige: 'T',
  kinderen: { burgerservicenummer: 'V', geboorte: gebeurtenis, naam: naamVanGerelateerde },
  leeftijd: 'V',
  naam: { ...naamBeperkt, aanduidingNaamgebruik: 'T' },
  nationaliteiten: { type: 'V', redenOpname: 'T', datumIngangGeldigheid: 'D', nationaliteit: 'T' },
  ouders: {
    burgerservicenummer: 'V',
    datumIngangFamilierechtelijkeBetrekking: 'D',
    geboorte: gebeurtenis,
    geslacht: 'T',
    naam: naamVanGerelateerde,
    ouderAanduiding: 'V',
  },
  overlijden: gebeurtenis,
  partners: {
    aangaanHuwelijkPartnerschap: gebeurtenis,
    burgerservicenummer: 'V',
    geboorte: gebeurtenis,
    geslacht: 'T',
    naam: naamVanGerelateerde,
    ontbindingHuwelijkPartnerschap: { datum: 'D' },
    soortVerbintenis: 'T',
  },
  uitsluitingKiesrecht: { einddatum: 'D', uitgeslotenVanKiesrecht: 'V' },
  verblijfplaats: verblijfplaats({
    ...verblijfadresBinnenland,
    land: 'T',
    regel1: 'V',
    regel2: 'V',
    regel3: 'V',
  }),
  verblijfstitel: { aanduiding: 'T', datumEinde: 'D', datumIngang: 'D' },
  verblijfplaatsBinnenland: verblijfplaats(verblijfadresBinnenland),
  adresseringBinnenland,
};

export const PERSOON_BEPERKT: Groep = {
  adressering: { adresregel1: 'V', adresregel2: 'V', adresregel3: 'V', land: 'T' },
  burgerservicenummer: 'V',
  geboorte: { datum: 'D' },
  geslacht: 'T',
  leeftijd: 'V',
  naam: naamBeperkt,
  adresseringBinnenland: { adresregel1: 'V', adresregel2: 'V' },
};

export const GEZAG_PERSOON_BEPERKT: Groep = { ...PERSOON_BEPERKT, gezag: 'H' };

/** Sent without being asked, refused when asked. */
const ALTIJD = ['geheimhoudingPersoonsgegevens', 'opschortingBijhouding', 'rni', 'verificatie'] as const;
const VASTGESTELD = 'indicatieVastgesteldVerblijftNietOpAdres';
const NIET_TE_VRAGEN = new Set<string>([...ALTIJD, 'inOnderzoek', VASTGESTELD]);

export type Oordeel = 'goed' | 'onbekend' | 'niet toegestaan';

/** May this path stand in `fields`? Names are case-sensitive. */
export function keurVeld(pad: string, boom: Groep): Oordeel {
  const stappen = pad.split('.');
  if (stappen.some((stap) => NIET_TE_VRAGEN.has(stap))) return 'niet toegestaan';
  let veld: Veld = boom;
  for (const stap of stappen) {
    if (veld === 'V') return 'onbekend';
    if (veld === 'H') return 'niet toegestaan';
    if (veld === 'D' || veld === 'T') {
      if (!DEEL[veld].includes(stap)) return 'onbekend';
      veld = 'V';
      continue;
    }
    const onder: Veld | undefined = Object.hasOwn(veld, stap) ? veld[stap] : undefined;
    if (onder === undefined) return 'onbekend';
    veld = onder;
  }
  return 'goed';
}

type Keuze = { [naam: string]: Keuze | true };

function kies(keuze: Keuze, stappen: readonly string[]): void {
  const [stap, ...rest] = stappen;
  if (stap === undefined || keuze[stap] === true) return;
  if (rest.length === 0) keuze[stap] = true;
  else {
    const onder = keuze[stap] ?? {};
    keuze[stap] = onder;
    kies(onder, rest);
  }
}

const isObject = (waarde: Json | undefined): waarde is JsonObject =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

const BINNENLAND = /^(verblijfplaats|adressering)Binnenland$/;
const BUITENLANDSE_REGELS = new Set(['adresregel1', 'adresregel2']);

/** The aliases `…Binnenland` give nothing of an address abroad. */
function keuzeVoor(persoon: JsonObject, velden: readonly string[], boom: Groep): Keuze {
  const plaats = persoon['verblijfplaats'];
  const buitenland = isObject(plaats) && plaats['type'] === 'VerblijfplaatsBuitenland';
  const keuze: Keuze = {};
  for (const veld of velden) {
    const [eerste = '', ...rest] = veld.split('.');
    const groep = BINNENLAND.exec(eerste)?.[1];
    if (groep === undefined) kies(keuze, [eerste, ...rest]);
    else if (!buitenland) voegAliasToe(keuze, groep, rest, boom[eerste]);
    else if (groep === 'adressering') {
      const namen = rest.length > 0 ? [rest] : Object.keys(boom[eerste] ?? {}).map((naam) => [naam]);
      for (const stappen of namen)
        if (!BUITENLANDSE_REGELS.has(stappen[0] ?? '')) kies(keuze, [groep, ...stappen]);
    }
  }
  return keuze;
}

/** A whole alias means its own fields, fewer than those of the group it stands for. */
function voegAliasToe(keuze: Keuze, groep: string, rest: readonly string[], alias: Veld | undefined): void {
  if (rest.length > 0) kies(keuze, [groep, ...rest]);
  else for (const naam of Object.keys(typeof alias === 'object' ? alias : {})) kies(keuze, [groep, naam]);
}

/** The person with the asked fields and what is always added. @param velden paths that `keurVeld` found good */
export function snijPersoon(persoon: JsonObject, velden: readonly string[], boom: Groep): JsonObject {
  const uit = snijGroep(persoon, boom, keuzeVoor(persoon, velden, boom), true);
  for (const naam of ALTIJD) {
    const waarde = persoon[naam];
    if (waarde !== undefined && waarde !== null && waarde !== false) uit[naam] = waarde;
  }
  return uit;
}

function snijGroep(bron: JsonObject, boom: Groep, keuze: Keuze | true, wortel = false): JsonObject {
  const uit: JsonObject = {};
  const gevraagd = new Set<string>();
  for (const [naam, veld] of Object.entries(boom)) {
    const deel = keuze === true ? true : keuze[naam];
    if (deel === undefined) continue;
    gevraagd.add(naam);
    const waarde = snijWaarde(bron[naam], veld, deel);
    if (waarde !== undefined) uit[naam] = waarde;
  }
  if (gevraagd.size === 0) return uit;
  if ('type' in boom && bron['type'] !== undefined) {
    uit['type'] = bron['type'];
    gevraagd.add('type');
  }
  if (bron[VASTGESTELD] === true) uit[VASTGESTELD] = true;
  const onderzoek = snijOnderzoek(bron['inOnderzoek'], gevraagd, wortel);
  if (onderzoek) uit['inOnderzoek'] = onderzoek;
  return uit;
}

function snijWaarde(waarde: Json | undefined, veld: Veld, keuze: Keuze | true): Json | undefined {
  if (waarde === undefined || waarde === null) return undefined;
  if (typeof veld === 'string') return waarde;
  if (Array.isArray(waarde)) {
    const delen = waarde.flatMap((deel) => (isObject(deel) ? [snijGroep(deel, veld, keuze)] : []));
    return delen.length > 0 ? delen : undefined;
  }
  const groep = isObject(waarde) ? snijGroep(waarde, veld, keuze) : {};
  return Object.keys(groep).length > 0 ? groep : undefined;
}

/** Of a person itself each start date belongs to some of the flags. */
const DATUM_BIJ: Record<string, readonly string[]> = {
  datumIngangOnderzoekPersoon: ['burgerservicenummer', 'geslacht', 'leeftijd'],
  datumIngangOnderzoekGemeente: ['gemeenteVanInschrijving', 'datumInschrijvingInGemeente'],
  datumIngangOnderzoekGezag: ['indicatieCurateleRegister', 'indicatieGezagMinderjarige'],
};

function snijOnderzoek(
  bron: Json | undefined,
  gevraagd: Set<string>,
  wortel: boolean,
): JsonObject | undefined {
  if (!isObject(bron)) return undefined;
  const vlaggen = Object.keys(bron).filter((naam) => gevraagd.has(naam) && bron[naam] === true);
  if (vlaggen.length === 0) return undefined;
  const hoort = (naam: string): boolean =>
    !wortel || (DATUM_BIJ[naam] ?? []).some((vlag) => vlaggen.includes(vlag));
  const data = Object.keys(bron).filter((naam) => naam.startsWith('datumIngangOnderzoek') && hoort(naam));
  return Object.fromEntries([...vlaggen, ...data].map((naam) => [naam, bron[naam] ?? null]));
}
