import type { Basis } from '../http/adres.ts';
import type { HttpOpties } from '../http.ts';

/** The four codes by which Open Klant points at something elsewhere, without the objectId. */
export interface Codes {
  codeObjecttype: string;
  codeRegister: string;
  codeSoortObjectId: string;
}

export interface KlantregisterConfig {
  id: string;
  naam: string;
  basis: Basis;
  token: string;
  /** How an onderwerpobject names a zaak when we write it; read in any spelling (docs/STANDAARDEN.md, Klantinteracties). */
  zaakcodes: Codes;
  /** How an actor names a medewerker of the console. */
  actorcodes: Codes;
  tls?: HttpOpties['tls'];
  termijnMs?: number | undefined;
  herhaalNaMs?: number | undefined;
  boek?: HttpOpties['boek'];
}

/** Open Klant's own examples; KISS writes `zgw-Zaak`, `openzaak`, `uuid`. */
export const ZAAKCODES: Codes = {
  codeObjecttype: 'zaak',
  codeRegister: 'open-zaak',
  codeSoortObjectId: 'uuid',
};
export const ACTORCODES: Codes = { codeObjecttype: 'mdw', codeRegister: 'obj', codeSoortObjectId: 'idf' };
