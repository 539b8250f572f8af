import { z } from 'zod';
import { bevat, dag, gelijk, janee as jaNeeFilter, keuze } from '../filters.ts';
import type { Opslag } from '../opslag.ts';
import { padVan } from '../typen.ts';
import type { Rij } from '../typen.ts';
import { BRON } from './bron.ts';
import type { KlantBron } from './bron.ts';
import { opEigenVerwijzing, opPartijIdentificator, partijenVan } from './filters.ts';
import { ongeldigVeld } from './fout.ts';
import { tekstIn, toonVerwijzing, uuidIn, wijstNaar } from './groepen.ts';
import type { OpslagWijziging } from './groepen.ts';
import { datum, isEmail, janee, telefoonFout, tekst, verwijzing, vrij } from './velden.ts';

const TABEL = 'klantinteracties/digitaleadressen';
const PARTIJEN = 'klantinteracties/partijen';
const BETROKKENEN = 'klantinteracties/betrokkenen';
const SOORTEN = ['email', 'telefoonnummer', 'overig'] as const;

const vanPartijen = (opslag: Opslag, partijen: Iterable<string>): string[] =>
  [...partijen]
    .flatMap((uuid) => wijstNaar(opslag, TABEL, 'verstrektDoorPartij', uuid))
    .map(({ uuid }) => uuid);

/** Is the address of its kind: an e-mail address, or a phone number that can be called back. */
function eisAdres(rij: Rij): void {
  const adres = tekstIn(rij['adres']);
  if (rij['soortDigitaalAdres'] === 'email' && !isEmail(adres)) {
    throw ongeldigVeld('adres', 'Voer een geldig e-mailadres in.');
  }
  const waarom = rij['soortDigitaalAdres'] === 'telefoonnummer' ? telefoonFout(adres) : undefined;
  if (waarom !== undefined) throw ongeldigVeld('adres', waarom);
}

/** Of a partij only one address a kind is the standard; a new one takes the place of the old. */
function standaardWijkt(opslag: Opslag, rij: Rij): OpslagWijziging[] {
  if (rij['isStandaardAdres'] !== true) return [];
  return wijstNaar(opslag, TABEL, 'verstrektDoorPartij', uuidIn(rij['verstrektDoorPartij']))
    .filter((ander) => ander.uuid !== rij.uuid && ander['isStandaardAdres'] === true)
    .filter((ander) => ander['soortDigitaalAdres'] === rij['soortDigitaalAdres'])
    .map((ander) => ({ tabel: TABEL, rij: { ...ander, isStandaardAdres: false } }));
}

export const digitaleadressen: KlantBron = {
  ...BRON,
  tabel: TABEL,
  naam: 'digitaaladres',
  expand: [
    'verstrektDoorBetrokkene',
    'verstrektDoorBetrokkene.hadKlantcontact',
    'verstrektDoorBetrokkene.hadKlantcontact.leiddeTotInterneTaken',
  ],
  filters: {
    ...opEigenVerwijzing('verstrektDoorBetrokkene'),
    verstrektDoorBetrokkene__rol: {
      maak: (waarde, naam, opslag) => {
        const proef = keuze('rol', ['vertegenwoordiger', 'klant']).maak(waarde, naam, opslag);
        return (rij) => {
          const betrokkene = opslag.tabel(BETROKKENEN).get(uuidIn(rij['verstrektDoorBetrokkene']));
          return betrokkene !== undefined && proef(betrokkene);
        };
      },
    },
    ...opEigenVerwijzing('verstrektDoorPartij'),
    verstrektDoorPartij__soortPartij: {
      maak: (waarde, naam, opslag) => {
        const proef = keuze('soortPartij', ['persoon', 'organisatie', 'contactpersoon']).maak(
          waarde,
          naam,
          opslag,
        );
        return (rij) => {
          const partij = opslag.tabel(PARTIJEN).get(uuidIn(rij['verstrektDoorPartij']));
          return partij !== undefined && proef(partij);
        };
      },
    },
    ...opPartijIdentificator('verstrektDoorPartij__partijIdentificator', (identificatoren, opslag) =>
      vanPartijen(opslag, partijenVan(identificatoren)),
    ),
    adres: gelijk('adres'),
    adres__icontains: bevat('adres'),
    soortDigitaalAdres: keuze('soortDigitaalAdres', SOORTEN),
    isStandaardAdres: jaNeeFilter((rij) => rij['isStandaardAdres'] === true),
    isGeverifieerd: jaNeeFilter((rij) => (rij['verificatieDatum'] ?? null) !== null),
    omschrijving: bevat('omschrijving'),
    referentie: gelijk('referentie'),
    verificatieDatum: dag('verificatieDatum'),
    verificatieDatum__gt: dag('verificatieDatum', 'gt'),
    verificatieDatum__gte: dag('verificatieDatum', 'gte'),
    verificatieDatum__lt: dag('verificatieDatum', 'lt'),
    verificatieDatum__lte: dag('verificatieDatum', 'lte'),
  },
  schema: (opslag) =>
    z.object({
      verstrektDoorBetrokkene: verwijzing(opslag, BETROKKENEN, 'Betrokkene').nullish(),
      verstrektDoorPartij: verwijzing(opslag, PARTIJEN, 'Partij').nullish(),
      adres: tekst(80),
      soortDigitaalAdres: z.enum(SOORTEN),
      isStandaardAdres: janee.optional(),
      omschrijving: vrij(40),
      referentie: z
        .string()
        .max(50)
        .regex(
          /^[-a-zA-Z0-9_]*$/,
          'Voer een geldige "slug" in, bestaande uit letters, cijfers, lage streepjes of streepjes.',
        )
        .optional(),
      verificatieDatum: datum.nullish(),
    }),
  leeg: () => ({}),
  werk: (rij, { opslag, oud }, gestuurd) => {
    if (gestuurd['adres'] !== undefined) eisAdres(rij);
    const partij = uuidIn(rij['verstrektDoorPartij']);
    if (rij['isStandaardAdres'] === true && !oud && gestuurd['verstrektDoorPartij'] === undefined) {
      throw ongeldigVeld('verstrektDoorPartij', 'Dit veld is vereist.', 'required');
    }
    if (rij['isStandaardAdres'] === true && partij === '') {
      throw ongeldigVeld(
        'isStandaardAdres',
        '`is_standaard_adres` kan alleen gezet worden als `verstrekt_door_partij` niet leeg is.',
      );
    }
    const referentie = gestuurd['referentie'] ?? '';
    const dubbel = wijstNaar(opslag, TABEL, 'verstrektDoorPartij', partij).some(
      (ander) =>
        ander['referentie'] === referentie && ander['soortDigitaalAdres'] === rij['soortDigitaalAdres'],
    );
    if (partij !== '' && referentie !== '' && dubbel) {
      throw ongeldigVeld(
        'nonFieldErrors',
        "De velden ['verstrekt_door_partij', 'referentie', 'soort_digitaal_adres'] moeten een unieke set zijn.",
        'unique',
      );
    }
    return { rij, ook: standaardWijkt(opslag, rij) };
  },
  toon: (rij) => ({
    uuid: rij.uuid,
    url: padVan(TABEL, rij.uuid),
    verstrektDoorBetrokkene: toonVerwijzing(BETROKKENEN, rij['verstrektDoorBetrokkene']),
    verstrektDoorPartij: toonVerwijzing(PARTIJEN, rij['verstrektDoorPartij']),
    adres: rij['adres'] ?? '',
    soortDigitaalAdres: rij['soortDigitaalAdres'] ?? 'overig',
    isStandaardAdres: rij['isStandaardAdres'] ?? false,
    omschrijving: rij['omschrijving'] ?? '',
    referentie: rij['referentie'] ?? '',
    verificatieDatum: rij['verificatieDatum'] ?? null,
  }),
};
