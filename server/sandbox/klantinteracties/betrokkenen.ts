import { z } from 'zod';
import { gelijk } from '../filters.ts';
import { padVan } from '../typen.ts';
import { BRON } from './bron.ts';
import type { KlantBron } from './bron.ts';
import {
  hoofdletter,
  opEigenVerwijzing,
  opPartijIdentificator,
  opVerwijzing,
  partijenVan,
  via,
} from './filters.ts';
import {
  adres,
  contactnaam,
  toonAdres,
  toonNaam,
  toonVerwijzing,
  toonVerwijzingen,
  uuidIn,
  volledigeNaam,
  wijstNaar,
} from './groepen.ts';
import { janee, verwijzing, vrij } from './velden.ts';

const ADRESSEN = 'klantinteracties/digitaleadressen';

/** Betrokkenen of the klantcontacten, or the partijen, whose field has a value. */
const opVeldVan = (tabel: 'klantcontacten' | 'partijen', verwijst: string, veld: string) =>
  via((waarde, opslag) =>
    opslag
      .tabel(`klantinteracties/${tabel}`)
      .alle()
      .filter((rij) => rij[veld] === waarde)
      .flatMap((rij) => wijstNaar(opslag, 'klantinteracties/betrokkenen', verwijst, rij.uuid))
      .map(({ uuid }) => uuid),
  );

export const betrokkenen: KlantBron = {
  ...BRON,
  tabel: 'klantinteracties/betrokkenen',
  naam: 'betrokkene',
  expand: ['digitaleAdressen'],
  filters: {
    ...Object.fromEntries(
      ['voorletters', 'voornaam', 'voorvoegselAchternaam', 'achternaam'].map((veld) => [
        `contactnaam${hoofdletter(veld)}`,
        gelijk(`contactnaam.${veld}`),
      ]),
    ),
    hadKlantcontact__nummer: opVeldVan('klantcontacten', 'hadKlantcontact', 'nummer'),
    hadKlantcontact__referentienummer: opVeldVan('klantcontacten', 'hadKlantcontact', 'referentienummer'),
    ...opEigenVerwijzing('hadKlantcontact'),
    verstrektedigitaalAdres__adres: via((waarde, opslag) =>
      opslag
        .tabel(ADRESSEN)
        .op('adres', waarde)
        .map((rij) => uuidIn(rij['verstrektDoorBetrokkene'])),
    ),
    ...opVerwijzing('verstrektedigitaalAdres', (uuid, opslag) => {
      const rij = opslag.tabel(ADRESSEN).get(uuid);
      return rij ? [uuidIn(rij['verstrektDoorBetrokkene'])] : [];
    }),
    wasPartij__nummer: opVeldVan('partijen', 'wasPartij', 'nummer'),
    ...opEigenVerwijzing('wasPartij'),
    ...opPartijIdentificator('wasPartij__partijIdentificator', (identificatoren, opslag) =>
      partijenVan(identificatoren)
        .flatMap((uuid) => wijstNaar(opslag, 'klantinteracties/betrokkenen', 'wasPartij', uuid))
        .map(({ uuid }) => uuid),
    ),
    organisatienaam: gelijk('organisatienaam'),
  },
  schema: (opslag) =>
    z.object({
      wasPartij: verwijzing(opslag, 'klantinteracties/partijen', 'Partij').nullish(),
      hadKlantcontact: verwijzing(opslag, 'klantinteracties/klantcontacten', 'Klantcontact'),
      bezoekadres: adres,
      correspondentieadres: adres,
      contactnaam,
      rol: z.enum(['vertegenwoordiger', 'klant']),
      organisatienaam: vrij(200),
      initiator: janee,
    }),
  leeg: () => ({}),
  toon: (rij, opslag) => ({
    uuid: rij.uuid,
    url: padVan('klantinteracties/betrokkenen', rij.uuid),
    wasPartij: toonVerwijzing('klantinteracties/partijen', rij['wasPartij']),
    hadKlantcontact: toonVerwijzing('klantinteracties/klantcontacten', rij['hadKlantcontact']),
    digitaleAdressen: toonVerwijzingen(
      ADRESSEN,
      wijstNaar(opslag, ADRESSEN, 'verstrektDoorBetrokkene', rij.uuid),
    ),
    bezoekadres: toonAdres(rij['bezoekadres']),
    correspondentieadres: toonAdres(rij['correspondentieadres']),
    contactnaam: toonNaam(rij['contactnaam']),
    volledigeNaam: volledigeNaam(rij['contactnaam']),
    rol: rij['rol'] ?? 'klant',
    organisatienaam: rij['organisatienaam'] ?? '',
    initiator: rij['initiator'] ?? false,
  }),
};
