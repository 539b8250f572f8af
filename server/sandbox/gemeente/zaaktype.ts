/** A zaaktype as the makers of zaken see it: its rows, and the knowledge of how it runs, ours or read from a file. */
import type { EigenschapDefinitie, ResultaatDefinitie } from './catalogus/definitie.ts';
import type { DocumentDefinitie } from './catalogus/definitie.ts';
import type { Afdeling } from './organisatie.ts';

export interface Stap {
  pad: string;
  naam: string;
  overslaan: number;
  uitgang: boolean;
  sub: readonly string[];
  intern: readonly string[];
}

export type Resultaat = ResultaatDefinitie & { pad: string };
export type DocumentSoort = DocumentDefinitie & { pad: string };

export interface Zaaktype {
  code: string;
  naam: string;
  pad: string;
  afdeling: Afdeling;
  /** `verantwoordelijke` of the row; `` in catalogi of before Catalogi 1.2. */
  verantwoordelijke: string;
  intern: boolean;
  vertrouwelijk: string;
  termijn: number;
  norm: number | null;
  gewicht: number;
  klant: 'burger' | 'bedrijf' | 'beide';
  anoniem: number;
  plek: boolean;
  /** In the order in which they happen, exits left out; the last is the end status. */
  stappen: readonly Stap[];
  uitgangen: readonly Stap[];
  resultaten: readonly Resultaat[];
  /** Paths of roltypen by `omschrijvingGeneriek`. */
  roltypen: ReadonlyMap<string, { pad: string; naam: string }>;
  titels: readonly string[];
  opschorting: readonly string[];
  verlenging: { dagen: number; redenen: readonly string[] } | null;
  documenten: readonly DocumentSoort[];
  eigenschappen: readonly (Pick<EigenschapDefinitie, 'naam' | 'waarden' | 'formaat' | 'naAfloop'> & {
    pad: string;
  })[];
  besluittype: string | null;
  deelzaaktypen: readonly string[];
}
