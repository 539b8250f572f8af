import type { Handeling, Niveau, Rol, Vertrouwelijkheid } from '../../shared/contracts/waarden.ts';
import type { Zaakgroep } from './zaakgroep.ts';

/**
 * One row of the autorisatiematrix: for whom, on which zaken, how much and what. An absent condition matches all; rows
 * are read from general to particular and a later row that matches replaces the earlier ones. No row: no access.
 */
export interface MatrixRegel {
  rol: Rol;
  /** Only zaken of the medewerker's own afdelingen. */
  eigen?: boolean;
  afdeling?: string;
  groep?: Zaakgroep;
  /** `identificatie` of the zaaktype, the same for all its versions. */
  zaaktype?: string;
  niveau: Niveau;
  handelingen: readonly Handeling[];
  maximaal: Vertrouwelijkheid;
}
