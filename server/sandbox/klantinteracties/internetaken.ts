import { z } from 'zod';
import { gelijk, keuze, tijdstip } from '../filters.ts';
import type { Opslag } from '../opslag.ts';
import { alsUtc } from '../tijd.ts';
import { padVan } from '../typen.ts';
import type { Json, JsonObject, Rij } from '../typen.ts';
import { BRON } from './bron.ts';
import type { KlantBron, Omgeving } from './bron.ts';
import { opEigenUuid, opEigenVerwijzing, opVerwijzing, via } from './filters.ts';
import { ongeldigVeld } from './fout.ts';
import { toonVerwijzing, uuidIn, wijstNaar } from './groepen.ts';
import { datumtijd, tekst, verwijzing, volgnummer, vrij } from './velden.ts';
import { eisUniek } from './uniek.ts';

const TABEL = 'klantinteracties/internetaken';
const ACTOREN = 'klantinteracties/actoren';
const CONTACT = 'aanleidinggevendKlantcontact';
const STATUSSEN = ['te_verwerken', 'verwerkt'] as const;

const takenBij = (opslag: Opslag, contacten: Iterable<string>): string[] =>
  [...contacten].flatMap((uuid) => wijstNaar(opslag, TABEL, CONTACT, uuid)).map(({ uuid }) => uuid);
const opContactVeld = (veld: string) =>
  via((waarde, opslag) =>
    takenBij(
      opslag,
      opslag
        .tabel('klantinteracties/klantcontacten')
        .alle()
        .filter((rij) => rij[veld] === waarde)
        .map(({ uuid }) => uuid),
    ),
  );
const takenVan = (opslag: Opslag, actoren: string[]): string[] =>
  actoren.flatMap((uuid) => wijstNaar(opslag, TABEL, 'toegewezenAanActoren', uuid)).map(({ uuid }) => uuid);

/** The deprecated single actor and the list come to one list, each actor once. Throws 400 on both or neither. */
function toewijzing(rij: Rij, gestuurd: JsonObject, { partieel }: Omgeving): Json[] {
  const { toegewezenAanActor: een, toegewezenAanActoren: meer } = gestuurd;
  if (een !== undefined && meer !== undefined) {
    const reden = '`toegewezen_aan_actor` en `toegewezen_aan_actoren` mag niet beiden gebruikt worden.';
    throw ongeldigVeld('nonFieldErrors', reden);
  }
  if (een === undefined && meer === undefined && !partieel) {
    const reden =
      '`toegewezen_aan_actor` of `toegewezen_aan_actoren` is required (mag niet beiden gebruiken).';
    throw ongeldigVeld('nonFieldErrors', reden);
  }
  const gekozen = een === undefined ? rij['toegewezenAanActoren'] : [een];
  return [...new Set(Array.isArray(gekozen) ? gekozen.map(uuidIn) : [])].map((uuid) => ({ uuid }));
}

/** The moment of completion follows the status: set when it becomes `verwerkt`, cleared when it is reopened. */
function afhandeling(rij: Rij, gestuurd: JsonObject, nu: string): Json {
  const verwerkt = rij['status'] === 'verwerkt';
  if (!verwerkt && (gestuurd['afgehandeldOp'] ?? null) !== null) {
    throw ongeldigVeld(
      'afgehandeldOp',
      "De Internetaak kan geen afgehandeld op datum bevatten als de status niet op 'verwerkt' staat.",
    );
  }
  return verwerkt ? (rij['afgehandeldOp'] ?? nu) : null;
}

const toonMoment = (waarde: Json | undefined): string | null =>
  typeof waarde === 'string' ? alsUtc(waarde) : null;

export const internetaken: KlantBron = {
  ...BRON,
  tabel: TABEL,
  naam: 'internetaak',
  kanaal: 'internetaken',
  filters: {
    ...opVerwijzing('toegewezenAanActor', (uuid, opslag) => takenVan(opslag, [uuid])),
    ...opEigenVerwijzing('aanleidinggevendKlantcontact'),
    nummer: gelijk('nummer'),
    referentienummer: gelijk('referentienummer'),
    status: keuze('status', STATUSSEN),
    toegewezenOp: tijdstip('toegewezenOp'),
    actoren__naam: via((waarde, opslag) =>
      takenVan(
        opslag,
        opslag
          .tabel(ACTOREN)
          .alle()
          .filter((rij) => rij['naam'] === waarde)
          .map(({ uuid }) => uuid),
      ),
    ),
    klantcontact__uuid: opEigenUuid(CONTACT),
    klantcontact__nummer: opContactVeld('nummer'),
    klantcontact__referentienummer: opContactVeld('referentienummer'),
  },
  schema: (opslag) =>
    z.object({
      nummer: volgnummer,
      referentienummer: volgnummer,
      gevraagdeHandeling: tekst(200),
      aanleidinggevendKlantcontact: verwijzing(opslag, 'klantinteracties/klantcontacten', 'Klantcontact'),
      toegewezenAanActor: verwijzing(opslag, ACTOREN, 'Actor').optional(),
      toegewezenAanActoren: z.array(verwijzing(opslag, ACTOREN, 'Actor')).optional(),
      toelichting: vrij(1000),
      status: z.enum(STATUSSEN),
      afgehandeldOp: datumtijd.nullish(),
    }),
  leeg: (nu) => ({ toegewezenOp: nu }),
  werk: (rij, omgeving, gestuurd) => {
    const { toegewezenAanActor: _een, ...rest } = eisUniek(omgeving.opslag, TABEL, rij, 'interne taak');
    const toegewezenAanActoren = toewijzing(rij, gestuurd, omgeving);
    const afgehandeldOp = afhandeling(rij, gestuurd, omgeving.nu);
    return { rij: { ...rest, uuid: rij.uuid, toegewezenAanActoren, afgehandeldOp }, ook: [] };
  },
  toon: (rij) => {
    const toegewezen = Array.isArray(rij['toegewezenAanActoren']) ? rij['toegewezenAanActoren'] : [];
    const actoren = toegewezen.flatMap((deel) => toonVerwijzing(ACTOREN, deel) ?? []);
    return {
      uuid: rij.uuid,
      url: padVan(TABEL, rij.uuid),
      nummer: rij['nummer'] ?? null,
      referentienummer: rij['referentienummer'] ?? null,
      gevraagdeHandeling: rij['gevraagdeHandeling'] ?? '',
      aanleidinggevendKlantcontact: toonVerwijzing('klantinteracties/klantcontacten', rij[CONTACT]),
      // As the product: of nobody there is a reference to nothing.
      toegewezenAanActor: actoren[0] ?? { uuid: null },
      toegewezenAanActoren: actoren,
      toelichting: rij['toelichting'] ?? '',
      status: rij['status'] ?? 'te_verwerken',
      toegewezenOp: toonMoment(rij['toegewezenOp']) ?? '',
      afgehandeldOp: toonMoment(rij['afgehandeldOp']),
    };
  },
};
