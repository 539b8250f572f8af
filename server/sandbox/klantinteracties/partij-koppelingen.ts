/** What a write of a partij does to its addresses and identificatoren, which live in tables of their own. */
import { randomUUID } from 'node:crypto';
import type { Opslag } from '../opslag.ts';
import type { Json, Rij } from '../typen.ts';
import { ongeldigVeld } from './fout.ts';
import { isObject, uuidIn, wijstNaar } from './groepen.ts';
import type { OpslagWijziging } from './groepen.ts';
import { eisIdentificator, eisUniekeIdentificator } from './identificator.ts';
import { keur, onder } from './keur.ts';
import { identificatorSchema } from './partij-identificatoren.ts';

const ADRESSEN = 'klantinteracties/digitaleadressen';
const IDENTIFICATOREN = 'klantinteracties/partij-identificatoren';

/** Links the given addresses and unlinks the others; undefined leaves all as they are. */
export function koppelAdressen(
  opslag: Opslag,
  partij: string,
  gestuurd: Json | undefined,
): OpslagWijziging[] {
  if (gestuurd === undefined) return [];
  const gewenst = new Set(Array.isArray(gestuurd) ? gestuurd.map(uuidIn) : []);
  const nu = wijstNaar(opslag, ADRESSEN, 'verstrektDoorPartij', partij);
  const los = nu
    .filter(({ uuid }) => !gewenst.has(uuid))
    .map((rij): OpslagWijziging => ({ tabel: ADRESSEN, rij: { ...rij, verstrektDoorPartij: null } }));
  const vast = [...gewenst].flatMap((uuid): OpslagWijziging[] => {
    const rij = opslag.tabel(ADRESSEN).get(uuid);
    return rij ? [{ tabel: ADRESSEN, rij: { ...rij, verstrektDoorPartij: { uuid: partij } } }] : [];
  });
  return [...los, ...vast];
}

/**
 * Makes, changes (those sent with a `uuid`) and removes identificatoren so that the partij has exactly the given
 * ones; undefined leaves them. Throws 400.
 * @param oud the partij as it was; undefined while it is being made
 */
export function koppelIdentificatoren(
  opslag: Opslag,
  partij: string,
  gestuurd: Json | undefined,
  oud: Rij | undefined,
): OpslagWijziging[] {
  if (!Array.isArray(gestuurd)) return [];
  const rijen = gestuurd.map((deel, i) =>
    onder(`partijIdentificatoren.${i}`, () => leesIdentificator(opslag, partij, deel, oud)),
  );
  const uuids = rijen.map(({ uuid }) => uuid);
  if (new Set(uuids).size < uuids.length) {
    const reden = 'Duplicaat uuid kan niet worden ingevoerd voor `partij_identificatoren`.';
    throw ongeldigVeld('partijIdentificatoren.identificeerdePartij', reden, 'duplicated');
  }
  const weg = wijstNaar(opslag, IDENTIFICATOREN, 'identificeerdePartij', partij)
    .map(({ uuid }) => uuid)
    .filter((uuid) => !uuids.includes(uuid));
  const vervalt = new Set([...weg, ...uuids]);
  for (const rij of rijen) eisUniekeIdentificator(opslag, rij, vervalt, rijen);
  return [
    ...weg.map((uuid): OpslagWijziging => ({ tabel: IDENTIFICATOREN, weg: uuid })),
    ...rijen.map((rij): OpslagWijziging => ({ tabel: IDENTIFICATOREN, rij })),
  ];
}

function leesIdentificator(opslag: Opslag, partij: string, deel: Json, oud: Rij | undefined): Rij {
  const gelezen = keur(identificatorSchema(opslag), isObject(deel) ? deel : {});
  if (!oud && uuidIn(gelezen['identificeerdePartij']) !== '') {
    throw ongeldigVeld(
      'identificeerdePartij',
      'Het veld `identificeerde_partij` wordt automatisch ingesteld en dient niet te worden opgegeven.',
    );
  }
  const gegeven = uuidIn(deel);
  const bestaand = gegeven === '' ? undefined : opslag.tabel(IDENTIFICATOREN).get(gegeven);
  if (gegeven !== '' && !bestaand) throw ongeldigVeld('uuid', 'PartijIdentificator object bestaat niet.');
  const rij: Rij = {
    ...(bestaand ?? {}),
    ...gelezen,
    identificeerdePartij: { uuid: partij },
    uuid: bestaand?.uuid ?? randomUUID(),
  };
  eisIdentificator(opslag, rij, bestaand);
  return rij;
}
