/** Groups of fields that several resources of Klantinteracties share, and how references are shown. */
import { z } from 'zod';
import type { Opslag } from '../opslag.ts';
import { padVan } from '../typen.ts';
import type { Json, JsonObject, Rij, TabelNaam } from '../typen.ts';
import { vrij } from './velden.ts';

/** One change of a transaction. */
export type OpslagWijziging = Parameters<Opslag['leg']>[0][number];

export const isObject = (waarde: Json | undefined): waarde is JsonObject =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

const LEGE_IDENTIFICATOR = { objectId: '', codeObjecttype: '', codeRegister: '', codeSoortObjectId: '' };
const LEGE_NAAM = { voorletters: '', voornaam: '', voorvoegselAchternaam: '', achternaam: '' };
const LEEG_ADRES = {
  nummeraanduidingId: '',
  straatnaam: '',
  huisnummer: null,
  huisnummertoevoeging: '',
  postcode: '',
  stad: '',
  adresregel1: '',
  adresregel2: '',
  adresregel3: '',
  land: '',
};

/** A group as shown: in the order of the empty one, which fills what is not there. */
const gevuld =
  (leeg: JsonObject) =>
  (groep: Json | undefined): JsonObject => {
    const bron = isObject(groep) ? groep : {};
    return Object.fromEntries(Object.entries(leeg).map(([naam, waarde]) => [naam, bron[naam] ?? waarde]));
  };

export const toonIdentificator = gevuld(LEGE_IDENTIFICATOR);
export const toonNaam = gevuld(LEGE_NAAM);
export const toonAdres = gevuld(LEEG_ADRES);

export const identificator = z
  .object({
    objectId: vrij(200),
    codeObjecttype: vrij(200),
    codeRegister: vrij(200),
    codeSoortObjectId: vrij(200),
  })
  .nullish();

export const contactnaam = z
  .object({
    voorletters: vrij(10),
    voornaam: vrij(200),
    voorvoegselAchternaam: vrij(10),
    achternaam: vrij(200),
  })
  .nullish();

const volgens = (max: number, patroon: RegExp, reden: string) =>
  z
    .string()
    .max(max)
    .refine((w) => w === '' || patroon.test(w), { error: ({ input }) => `${reden}: ${String(input)}` })
    .optional();

const REGIO = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Regions that Intl can name but ISO 3166-1 does not know as a country. */
const GEEN_LAND = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'XK', 'ZZ']);
const isLand = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !GEEN_LAND.has(code) && REGIO.of(code) !== undefined;

const land = z
  .string()
  .max(2)
  .refine((w) => w === '' || isLand(w), {
    error: ({ input }) => {
      const groot = String(input).toUpperCase();
      const reden = 'Ongeldige landcode, de code moet behoren tot de ISO 3166-standaard';
      return isLand(groot) ? `${reden}. Bedoelde u ${groot}?` : reden;
    },
  })
  .optional();

export const adres = z
  .object({
    nummeraanduidingId: volgens(16, /^[0-9]{16}$/, 'Ongeldige nummeraanduiding BAG-ID'),
    straatnaam: vrij(255),
    huisnummer: z.int().min(1).max(99_999).nullish(),
    huisnummertoevoeging: vrij(20),
    postcode: volgens(
      7,
      /^[1-9][0-9]{3} [A-Z]{2}$/,
      'Postcode moet aan het volgende formaat voldoen: `1234 AB` (met spatie)',
    ),
    stad: vrij(255),
    adresregel1: vrij(80),
    adresregel2: vrij(80),
    adresregel3: vrij(80),
    land,
  })
  .nullish();

/** Voornaam, voorvoegsel, achternaam; the initials are no part of it. */
export function volledigeNaam(groep: Json | undefined): string {
  const { voornaam, voorvoegselAchternaam, achternaam } = toonNaam(groep);
  return [voornaam, voorvoegselAchternaam, achternaam].map(tekstIn).filter(Boolean).join(' ');
}

export const tekstIn = (waarde: Json | undefined): string => (typeof waarde === 'string' ? waarde : '');

export const uuidIn = (verwijzing: Json | undefined): string => {
  const uuid = isObject(verwijzing) ? verwijzing['uuid'] : undefined;
  return typeof uuid === 'string' ? uuid : '';
};

/** `{uuid, url}`, or null. */
export function toonVerwijzing(tabel: TabelNaam, verwijzing: Json | undefined): JsonObject | null {
  const uuid = uuidIn(verwijzing);
  return uuid === '' ? null : { uuid, url: padVan(tabel, uuid) };
}

export const toonVerwijzingen = (tabel: TabelNaam, rijen: readonly Rij[]): JsonObject[] =>
  rijen.map(({ uuid }) => ({ uuid, url: padVan(tabel, uuid) }));

/** Rows that refer to a row, oldest first. @param veld field that holds the `{uuid}` */
export function wijstNaar(opslag: Opslag, tabel: TabelNaam, veld: string, uuid: string): Rij[] {
  const rijen = opslag.tabel(tabel);
  const index = `${veld}.uuid`;
  return rijen.heeftIndex(index)
    ? rijen.op(index, uuid)
    : rijen.alle().filter((rij) => {
        const waarde = rij[veld];
        return Array.isArray(waarde) ? waarde.some((deel) => uuidIn(deel) === uuid) : uuidIn(waarde) === uuid;
      });
}
