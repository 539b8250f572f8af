/** Every zaaktype of Oeverdam. */
import { BURGERZAKEN } from './burgerzaken.ts';
import type { ZaaktypeDefinitie } from './definitie.ts';
import { INKOMEN } from './inkomen.ts';
import { JURIDISCH } from './juridisch.ts';
import { OPENBARE_RUIMTE } from './openbareruimte.ts';
import { SOCIAAL } from './sociaal.ts';
import { WONEN } from './wonen.ts';

export const ZAAKTYPEN: readonly ZaaktypeDefinitie[] = [
  ...BURGERZAKEN,
  ...INKOMEN,
  ...JURIDISCH,
  ...OPENBARE_RUIMTE,
  ...SOCIAAL,
  ...WONEN,
];
