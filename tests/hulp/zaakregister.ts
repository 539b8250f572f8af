import { BronFout, type Rol, type Zaak, type Zaakregister } from '../../server/connectors/ports.ts';
import { bouwRol, bouwZaak, bouwZaaktype } from '../domain/bouw.ts';

const BASIS = 'http://register/';

/** A uuid by number, so that a test reads which one it is. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** The URL of a resource of the stub: `zaak`, `besluit`, `enkelvoudiginformatieobject` … */
export const urlVan = (soort: string, n: number): string => `${BASIS}${soort}/${uuid(n)}`;

export interface Stubregister {
  register: Zaakregister;
  zaken: Map<string, Zaak>;
  /** uuid of a document or besluit → uuids of its zaken. */
  koppelingen: Map<string, string[]>;
  /** What was asked, in order: `zaak <uuid>`, `openZaken`, `vergeet <uuid>` … */
  gevraagd: string[];
  zet(n: number, anders?: Partial<Zaak>, rol?: Partial<Rol>): void;
}

/** A zaakregister in memory, with only what services ask beside a request; pages of `blad` zaken. */
export function maakStubregister(id = 'proef', blad = 100): Stubregister {
  const zaken = new Map<string, Zaak>();
  const koppelingen = new Map<string, string[]>();
  const gevraagd: string[] = [];
  const niet = (): never => {
    throw new Error('wordt in deze proef niet gevraagd');
  };
  const register: Zaakregister = {
    id,
    naam: id,
    organisaties: { eigen: [], ketenpartners: [] },
    kan: { substatussen: true, besluiten: true, documenten: true },
    zoekOpPersoon: niet,
    zoekOpBedrijf: niet,
    zoekOpZaaknummer: niet,
    zoekOpPlek: niet,
    openZaken: async (volgende) => {
      gevraagd.push('openZaken');
      const open = [...zaken.values()].filter((zaak) => zaak.einddatum === null);
      const van = Number(volgende ?? 0);
      const verder = van + blad < open.length ? String(van + blad) : null;
      return { rijen: open.slice(van, van + blad), onleesbaar: 0, volgende: verder };
    },
    geslotenZaken: niet,
    zaak: async (welke) => {
      gevraagd.push(`zaak ${welke}`);
      const zaak = zaken.get(welke);
      if (zaak === undefined) throw new BronFout(id, 'niet_gevonden', { status: 404 });
      return zaak;
    },
    rollen: async () => [],
    statussen: async () => [],
    substatussen: async () => {
      gevraagd.push('substatussen');
      return [];
    },
    resultaat: niet,
    besluiten: async () => [],
    zaakVanBesluit: async (besluit) => koppelingen.get(besluit)?.[0] ?? null,
    documenten: niet,
    document: niet,
    zakenVanDocument: async (document) => {
      const gevonden = koppelingen.get(document);
      if (gevonden === undefined) throw new BronFout(id, 'niet_gevonden', { status: 404 });
      return gevonden;
    },
    bestand: niet,
    zaaktype: async () => bouwZaaktype({ verantwoordelijke: 'Wonen' }),
    zaaktypen: async () => [],
    zetStatus: niet,
    zetSubstatus: niet,
    zetResultaat: niet,
    herken: (url) => {
      const [soort, welke] = url.startsWith(BASIS) ? url.slice(BASIS.length).split('/') : [];
      return soort !== undefined && welke !== undefined ? { soort, uuid: welke } : null;
    },
    vergeet: (welke) => {
      gevraagd.push(`vergeet ${welke ?? 'alles'}`);
    },
  };
  return {
    register,
    zaken,
    koppelingen,
    gevraagd,
    zet: (n, anders = {}, rol = {}) => {
      const eigen = bouwZaak({
        register: id,
        uuid: uuid(n),
        identificatie: `ZAAK-${n}`,
        registratiedatum: '2026-09-10',
        rollen: [bouwRol({ zaak: uuid(n), ...rol })],
        ...anders,
      });
      zaken.set(eigen.uuid, eigen);
    },
  };
}
