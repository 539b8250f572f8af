/** Filters over references: Open Klant tests each parameter on its own, they need not hold of one and the same row. */
import type { Filter } from '../filters.ts';
import { gelijk, isUrl, isUuid, waardeVan } from '../filters.ts';
import { uuidVan } from '../http/adres.ts';
import type { Opslag } from '../opslag.ts';
import type { Rij } from '../typen.ts';
import { ongeldigVeld } from './fout.ts';
import { uuidIn, wijstNaar } from './groepen.ts';

/** Gives the uuids of the rows that a raw value lets through. */
type Zoek = (waarde: string, opslag: Opslag) => Iterable<string>;

const metUuid = (waarde: string, naam: string): string => {
  if (!isUuid(waarde)) throw ongeldigVeld(naam, 'Voer een geldige UUID in.');
  return waarde.toLowerCase();
};
const metUrl = (waarde: string, naam: string): string => {
  if (!isUrl(waarde)) throw ongeldigVeld(naam, 'Voer een geldige URL in.');
  return uuidVan(waarde.replace(/\/+$/, ''));
};

/** Rows whose uuid a search finds. */
export const via = (
  zoek: Zoek,
  lees: (waarde: string, naam: string) => string = (waarde) => waarde,
): Filter => ({
  maak: (waarde, naam, opslag) => {
    const uuids = new Set(zoek(lees(waarde, naam), opslag));
    return (rij) => uuids.has(rij.uuid);
  },
});

/** The two spellings of a filter on a reference: `<naam>__uuid` and `<naam>__url`. */
export function opVerwijzing(naam: string, zoek: Zoek): Record<string, Filter> {
  return { [`${naam}__uuid`]: via(zoek, metUuid), [`${naam}__url`]: via(zoek, metUrl) };
}

/** The same for a reference that the row itself holds. */
export function opEigenVerwijzing(naam: string, veld = naam): Record<string, Filter> {
  const proef = (uuid: string) => (rij: Rij) => uuidIn(rij[veld]) === uuid;
  return {
    [`${naam}__uuid`]: opEigenUuid(veld),
    [`${naam}__url`]: { maak: (waarde, param) => proef(metUrl(waarde, param)) },
  };
}

export const opEigenUuid = (veld: string): Filter => ({
  maak: (waarde, naam) => {
    const uuid = metUuid(waarde, naam);
    return (rij) => uuidIn(rij[veld]) === uuid;
  },
});

const CODES = ['codeObjecttype', 'codeRegister', 'codeSoortObjectId', 'objectId'] as const;

/** Four filters, one a code; `zoek` is given the rows of partij-identificatoren that match. */
export function opPartijIdentificator(
  voor: string,
  zoek: (identificatoren: Rij[], opslag: Opslag) => Iterable<string>,
): Record<string, Filter> {
  return Object.fromEntries(
    CODES.map((code) => [
      `${voor}__${code}`,
      via((waarde, opslag) => {
        const pad = `partijIdentificator.${code}`;
        const tabel = opslag.tabel('klantinteracties/partij-identificatoren');
        const rijen = tabel.heeftIndex(pad) ? tabel.op(pad, waarde) : tabel.alle();
        return zoek(
          rijen.filter((rij) => waardeVan(rij, pad) === waarde),
          opslag,
        );
      }),
    ]),
  );
}

export const partijenVan = (identificatoren: Rij[]): string[] =>
  identificatoren.map((rij) => uuidIn(rij['identificeerdePartij']));

/** Four exact filters on a group of codes: `<naam>CodeRegister`, … */
export function opIdentificator(naam: string): Record<string, Filter> {
  return Object.fromEntries(CODES.map((code) => [naam + hoofdletter(code), gelijk(`${naam}.${code}`)]));
}

export const hoofdletter = (woord: string): string => woord.charAt(0).toUpperCase() + woord.slice(1);

/** Onderwerpobjecten of which one of the four codes equals a value, by the klantcontact in `veld`. */
export function opOnderwerpobject(
  naam: string,
  veld: 'klantcontact' | 'wasKlantcontact',
): Record<string, Filter> {
  const groep = 'onderwerpobjectidentificator';
  const tabel = (opslag: Opslag) => opslag.tabel('klantinteracties/onderwerpobjecten');
  const perCode = CODES.map((code): [string, Filter] => [
    `${naam}__${groep}${hoofdletter(code)}`,
    via((waarde, opslag) => {
      const pad = `${groep}.${code}`;
      const rijen = tabel(opslag).heeftIndex(pad) ? tabel(opslag).op(pad, waarde) : tabel(opslag).alle();
      return rijen.filter((rij) => waardeVan(rij, pad) === waarde).map((rij) => uuidIn(rij[veld]));
    }),
  ]);
  return {
    ...opVerwijzing(naam, (uuid, opslag) => {
      const rij = tabel(opslag).get(uuid);
      return rij ? [uuidIn(rij[veld])] : [];
    }),
    ...Object.fromEntries(perCode),
  };
}

/** uuids of the klantcontacten in which these partijen took part. */
export const contactenVan = (partijen: Iterable<string>, opslag: Opslag): string[] =>
  [...partijen].flatMap((uuid) =>
    wijstNaar(opslag, 'klantinteracties/betrokkenen', 'wasPartij', uuid).map((rij) =>
      uuidIn(rij['hadKlantcontact']),
    ),
  );
