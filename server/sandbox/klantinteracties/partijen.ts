import { z } from 'zod';
import { gelijk, janee as jaNeeFilter, keuze } from '../filters.ts';
import type { Opslag } from '../opslag.ts';
import { padVan } from '../typen.ts';
import type { JsonObject, Rij } from '../typen.ts';
import { BRON } from './bron.ts';
import type { KlantBron } from './bron.ts';
import { hoofdletter, opPartijIdentificator, opVerwijzing, partijenVan, via } from './filters.ts';
import { ongeldigVeld } from './fout.ts';
import { adres, toonAdres, toonVerwijzing, toonVerwijzingen, uuidIn, wijstNaar } from './groepen.ts';
import type { OpslagWijziging } from './groepen.ts';
import { janee, verwijzing, volgnummer, vrij } from './velden.ts';
import { toonPartijIdentificator } from './partij-identificatoren.ts';
import { koppelAdressen, koppelIdentificatoren } from './partij-koppelingen.ts';
import { eisPartijIdentificatie, toonPartijIdentificatie } from './partij-soort.ts';
import { eisUniek } from './uniek.ts';

const TABEL = 'klantinteracties/partijen';
const ADRESSEN = 'klantinteracties/digitaleadressen';
const IDENTIFICATOREN = 'klantinteracties/partij-identificatoren';
const SOORTEN = ['persoon', 'organisatie', 'contactpersoon'] as const;

const ADRESVELDEN = ['nummeraanduidingId', 'adresregel1', 'adresregel2', 'adresregel3', 'land'];
const opAdres = (groep: string) =>
  Object.fromEntries(ADRESVELDEN.map((veld) => [groep + hoofdletter(veld), gelijk(`${groep}.${veld}`)]));

/** The bundled register holds no rekeningnummers, categorieën and vertegenwoordigingen: nothing is found by them. */
const niets = () => [];

const geenRekeningnummer = z
  .object({ uuid: z.string() })
  .refine(() => false, { message: 'Rekeningnummer object bestaat niet.', path: ['uuid'] });

/** Rows under the partij's number of another identificator: a vestiging under its KVK number. */
const onderIdentificator = (identificatoren: Rij[], opslag: Opslag): string[] =>
  partijenVan(
    identificatoren.flatMap(({ uuid }) => wijstNaar(opslag, IDENTIFICATOREN, 'subIdentificatorVan', uuid)),
  );

function eisVoorkeur(opslag: Opslag, rij: Rij, gestuurd: JsonObject, partieel: boolean): void {
  const voorkeur = uuidIn(gestuurd['voorkeursDigitaalAdres']);
  if (voorkeur === '') return;
  const eigen = Array.isArray(gestuurd['digitaleAdressen'])
    ? gestuurd['digitaleAdressen'].map(uuidIn)
    : partieel
      ? wijstNaar(opslag, ADRESSEN, 'verstrektDoorPartij', rij.uuid).map(({ uuid }) => uuid)
      : [];
  if (!eigen.includes(voorkeur)) {
    throw ongeldigVeld(
      'voorkeursDigitaalAdres',
      'Het voorkeurs adres moet een gelinkte digitaal adres zijn.',
    );
  }
}

export const partijen: KlantBron = {
  ...BRON,
  tabel: TABEL,
  naam: 'partij',
  kanaal: 'partijen',
  expand: ['digitaleAdressen', 'betrokkenen', 'categorieRelaties', 'betrokkenen.hadKlantcontact'],
  filters: {
    ...opVerwijzing('vertegenwoordigdePartij', niets),
    ...opPartijIdentificator('partijIdentificator', partijenVan),
    ...opPartijIdentificator('subIdentificatorVan', onderIdentificator),
    categorierelatie__categorie__naam: via(niets),
    nummer: gelijk('nummer'),
    soortPartij: keuze('soortPartij', SOORTEN),
    indicatieGeheimhouding: jaNeeFilter((rij) => rij['indicatieGeheimhouding'] === true),
    indicatieActief: jaNeeFilter((rij) => rij['indicatieActief'] !== false),
    ...opAdres('bezoekadres'),
    ...opAdres('correspondentieadres'),
  },
  schema: (opslag) => {
    const digitaalAdres = verwijzing(opslag, ADRESSEN, 'DigitaalAdres');
    return z.object({
      nummer: volgnummer,
      interneNotitie: vrij(1000),
      digitaleAdressen: z.array(digitaalAdres).nullish(),
      voorkeursDigitaalAdres: digitaalAdres.nullish(),
      rekeningnummers: z.array(geenRekeningnummer).nullish(),
      voorkeursRekeningnummer: geenRekeningnummer.nullish(),
      partijIdentificatoren: z.array(z.object({}).loose()).nullish(),
      soortPartij: z.enum(SOORTEN),
      indicatieGeheimhouding: janee.nullish(),
      voorkeurstaal: vrij(3),
      indicatieActief: janee,
      bezoekadres: adres,
      correspondentieadres: adres,
      partijIdentificatie: z.json().optional(),
    });
  },
  leeg: () => ({}),
  werk: (rij, { opslag, oud, partieel }, gestuurd) => {
    eisVoorkeur(opslag, rij, gestuurd, partieel);
    const ook: OpslagWijziging[] = [
      ...koppelAdressen(opslag, rij.uuid, gestuurd['digitaleAdressen']),
      ...koppelIdentificatoren(opslag, rij.uuid, gestuurd['partijIdentificatoren'], oud),
    ];
    // Kept in tables of their own; the register has none of the last two.
    const elders = [
      'digitaleAdressen',
      'partijIdentificatoren',
      'rekeningnummers',
      'voorkeursRekeningnummer',
    ];
    const eigen = Object.fromEntries(
      Object.entries(eisUniek(opslag, TABEL, rij, 'partij')).filter(([veld]) => !elders.includes(veld)),
    );
    const { soortPartij, partijIdentificatie } = gestuurd;
    const identificatie =
      soortPartij !== undefined && partijIdentificatie !== undefined
        ? eisPartijIdentificatie(opslag, soortPartij, partijIdentificatie)
        : (oud?.['partijIdentificatie'] ?? null);
    return { rij: { ...eigen, partijIdentificatie: identificatie, uuid: rij.uuid }, ook };
  },
  toon: (rij, opslag) => ({
    uuid: rij.uuid,
    url: padVan(TABEL, rij.uuid),
    nummer: rij['nummer'] ?? null,
    interneNotitie: rij['interneNotitie'] ?? '',
    betrokkenen: toonVerwijzingen(
      'klantinteracties/betrokkenen',
      wijstNaar(opslag, 'klantinteracties/betrokkenen', 'wasPartij', rij.uuid),
    ),
    categorieRelaties: [],
    digitaleAdressen: toonVerwijzingen(
      ADRESSEN,
      wijstNaar(opslag, ADRESSEN, 'verstrektDoorPartij', rij.uuid),
    ),
    voorkeursDigitaalAdres: toonVerwijzing(ADRESSEN, rij['voorkeursDigitaalAdres']),
    vertegenwoordigden: [],
    rekeningnummers: [],
    voorkeursRekeningnummer: null,
    partijIdentificatoren: wijstNaar(opslag, IDENTIFICATOREN, 'identificeerdePartij', rij.uuid).map((deel) =>
      toonPartijIdentificator(deel),
    ),
    soortPartij: rij['soortPartij'] ?? 'persoon',
    indicatieGeheimhouding: rij['indicatieGeheimhouding'] ?? null,
    voorkeurstaal: rij['voorkeurstaal'] ?? '',
    indicatieActief: rij['indicatieActief'] ?? true,
    bezoekadres: toonAdres(rij['bezoekadres']),
    correspondentieadres: toonAdres(rij['correspondentieadres']),
    partijIdentificatie: toonPartijIdentificatie(rij),
  }),
};
