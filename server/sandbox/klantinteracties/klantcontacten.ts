import { z } from 'zod';
import { bevat, gelijk, janee as jaNeeFilter, tijdstip } from '../filters.ts';
import type { Opslag } from '../opslag.ts';
import { alsUtc, vergelijkMoment } from '../tijd.ts';
import { padVan } from '../typen.ts';
import type { Json } from '../typen.ts';
import { actoren } from './actoren.ts';
import { BRON } from './bron.ts';
import type { KlantBron } from './bron.ts';
import {
  contactenVan,
  opOnderwerpobject,
  opPartijIdentificator,
  opVerwijzing,
  partijenVan,
  via,
} from './filters.ts';
import { ongeldigVeld } from './fout.ts';
import { tekstIn, toonVerwijzingen, uuidIn, wijstNaar } from './groepen.ts';
import { datumtijd, janee, metadata, tekst, urlOfLeeg, volgnummer, vrij } from './velden.ts';
import { eisUniek } from './uniek.ts';

const BETROKKENEN = 'klantinteracties/betrokkenen';

const contactVan = (opslag: Opslag, betrokkene: string): string[] => {
  const rij = opslag.tabel(BETROKKENEN).get(betrokkene);
  return rij ? [uuidIn(rij['hadKlantcontact'])] : [];
};

const opAdres = via((waarde, opslag) => {
  const naald = waarde.toLowerCase();
  const adressen = opslag.tabel('klantinteracties/digitaleadressen').alle();
  return adressen
    .filter((rij) => tekstIn(rij['adres']).toLowerCase().includes(naald))
    .flatMap((rij) => contactVan(opslag, uuidIn(rij['verstrektDoorBetrokkene'])));
});

/** In UTC; a day alone is its midnight. */
const moment = (waarde: Json | undefined): string => {
  const geschreven = tekstIn(waarde);
  return alsUtc(geschreven.includes('T') ? geschreven : `${geschreven}T00:00:00Z`);
};

export const klantcontacten: KlantBron = {
  ...BRON,
  tabel: 'klantinteracties/klantcontacten',
  naam: 'klantcontact',
  kanaal: 'klantcontacten',
  // Of two at the same moment the younger stands first.
  volgorde: (a, b) => vergelijkMoment(tekstIn(b['plaatsgevondenOp']), tekstIn(a['plaatsgevondenOp'])),
  expand: [
    'hadBetrokkenen',
    'leiddeTotInterneTaken',
    'gingOverOnderwerpobjecten',
    'omvatteBijlagen',
    'hadBetrokkenen.wasPartij',
    'hadBetrokkenen.digitaleAdressen',
  ],
  filters: {
    ...opVerwijzing('hadBetrokkene', (uuid, opslag) => contactVan(opslag, uuid)),
    hadBetrokkene__wasPartij: jaNeeFilter((rij, opslag) =>
      wijstNaar(opslag, BETROKKENEN, 'hadKlantcontact', rij.uuid).some((b) => uuidIn(b['wasPartij']) !== ''),
    ),
    ...opVerwijzing('hadBetrokkene__wasPartij', (uuid, opslag) => contactenVan([uuid], opslag)),
    ...opPartijIdentificator('hadBetrokkene__wasPartij__partijIdentificator', (identificatoren, opslag) =>
      contactenVan(partijenVan(identificatoren), opslag),
    ),
    hadBetrokkene__digitaaladres__adres__icontains: opAdres,
    leiddeTotInterneTaken: jaNeeFilter(
      (rij, opslag) =>
        wijstNaar(opslag, 'klantinteracties/internetaken', 'aanleidinggevendKlantcontact', rij.uuid).length >
        0,
    ),
    ...opOnderwerpobject('onderwerpobject', 'klantcontact'),
    ...opOnderwerpobject('wasOnderwerpobject', 'wasKlantcontact'),
    nummer: gelijk('nummer'),
    referentienummer: gelijk('referentienummer'),
    kanaal: gelijk('kanaal'),
    onderwerp: bevat('onderwerp'),
    inhoud: bevat('inhoud'),
    reactie: bevat('reactie'),
    indicatieContactGelukt: jaNeeFilter((rij) => rij['indicatieContactGelukt'] === true),
    vertrouwelijk: jaNeeFilter((rij) => rij['vertrouwelijk'] === true),
    plaatsgevondenOp: tijdstip('plaatsgevondenOp'),
  },
  schema: () =>
    z.object({
      nummer: volgnummer,
      referentienummer: volgnummer,
      kanaal: tekst(50),
      onderwerp: tekst(200),
      inhoud: vrij(1000),
      reactie: vrij(4000),
      indicatieContactGelukt: janee.nullish(),
      hoofdOnderwerpType: urlOfLeeg,
      verdereActieOndernomen: janee.optional(),
      taal: tekst(3),
      vertrouwelijk: janee,
      plaatsgevondenOp: datumtijd.optional(),
      metadata,
    }),
  leeg: (nu) => ({ plaatsgevondenOp: nu }),
  werk: (rij, { opslag }) => {
    if (rij['verdereActieOndernomen'] === true && rij['indicatieContactGelukt'] === true) {
      throw ongeldigVeld(
        'nonFieldErrors',
        'Als het contact gelukt is kan er geen verdere actie zijn ondernomen',
        'no-further-action-when-contact-succesful',
      );
    }
    const uniek = eisUniek(opslag, klantcontacten.tabel, rij, 'klantcontact');
    return { rij: { ...uniek, plaatsgevondenOp: moment(rij['plaatsgevondenOp']) }, ook: [] };
  },
  toon: (rij, opslag) => {
    const vanMij = (tabel: Parameters<typeof wijstNaar>[1], veld: string) =>
      wijstNaar(opslag, tabel, veld, rij.uuid);
    const actorRijen = vanMij('klantinteracties/actorklantcontacten', 'klantcontact').flatMap(
      (koppeling) => opslag.tabel('klantinteracties/actoren').get(uuidIn(koppeling['actor'])) ?? [],
    );
    const onderwerpen = vanMij('klantinteracties/onderwerpobjecten', 'klantcontact');
    const taken = vanMij('klantinteracties/internetaken', 'aanleidinggevendKlantcontact');
    return {
      uuid: rij.uuid,
      url: padVan('klantinteracties/klantcontacten', rij.uuid),
      gingOverOnderwerpobjecten: toonVerwijzingen('klantinteracties/onderwerpobjecten', onderwerpen),
      hadBetrokkenActoren: actorRijen.map((actor) => actoren.toon(actor, opslag)),
      omvatteBijlagen: [],
      hadBetrokkenen: toonVerwijzingen(BETROKKENEN, vanMij(BETROKKENEN, 'hadKlantcontact')),
      leiddeTotInterneTaken: toonVerwijzingen('klantinteracties/internetaken', taken),
      nummer: rij['nummer'] ?? null,
      referentienummer: rij['referentienummer'] ?? null,
      kanaal: rij['kanaal'] ?? '',
      onderwerp: rij['onderwerp'] ?? '',
      inhoud: rij['inhoud'] ?? '',
      reactie: rij['reactie'] ?? '',
      indicatieContactGelukt: rij['indicatieContactGelukt'] ?? null,
      hoofdOnderwerpType: rij['hoofdOnderwerpType'] ?? '',
      verdereActieOndernomen: rij['verdereActieOndernomen'] ?? false,
      taal: rij['taal'] ?? 'nld',
      vertrouwelijk: rij['vertrouwelijk'] ?? false,
      plaatsgevondenOp: moment(rij['plaatsgevondenOp']),
      metadata: rij['metadata'] ?? {},
    };
  },
};
