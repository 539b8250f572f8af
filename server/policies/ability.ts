import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import {
  NIVEAUS,
  VERTROUWELIJKHEDEN,
  Handeling,
  type Niveau,
  type Vertrouwelijkheid,
} from '../../shared/contracts/waarden.ts';
import type { Medewerker } from '../../shared/contracts/medewerker.ts';
import type { MatrixRegel } from '../domain/matrix.ts';
import type { Zaakgroep } from '../domain/zaakgroep.ts';

/**
 * The record on which rights on a zaak are decided: made by us from an allow-list, with no key ever absent, because in
 * CASL 7.0.1 a missing attribute passes `$ne` and an `undefined` condition matches all.
 */
export interface ZaakVoorBeleid {
  afdeling: string;
  groep: Zaakgroep;
  /** `identificatie` of the zaaktype. */
  zaaktype: string;
  /** Rank in VERTROUWELIJKHEDEN, 0 = openbaar. */
  vertrouwelijkheid: number;
  /** Zaaktype with indicatieInternOfExtern `intern`. */
  intern: boolean;
}

type Onderwerpsoort =
  'Zaak' | 'Klant' | 'Contactmoment' | 'Gesprek' | 'Werkvoorraad' | 'Verwerking' | 'Bezorging';
export type Daad =
  Exclude<Niveau, 'niets'> | `doen:${Handeling}` | 'zoeken' | 'openen' | 'registreren' | 'lezen' | 'bezorgen';
export type Rechten = MongoAbility<
  [Daad, Onderwerpsoort | (ZaakVoorBeleid & { __caslSubjectType__?: 'Zaak' })]
>;

export const rangVan = (aanduiding: Vertrouwelijkheid): number => VERTROUWELIJKHEDEN.indexOf(aanduiding);

const ZICHTNIVEAUS = NIVEAUS.filter((niveau) => niveau !== 'niets');
/** All that one can see of a zaak and do with it. */
const ALLES_MET_EEN_ZAAK: Daad[] = [
  ...ZICHTNIVEAUS,
  ...Handeling.options.map((handeling): Daad => `doen:${handeling}`),
];

/** What one row says about which zaken, as a CASL condition. */
function voorwaarde(regel: MatrixRegel, medewerker: Medewerker) {
  return {
    afdeling: {
      ...(regel.eigen === true ? { $in: medewerker.afdelingen } : {}),
      ...(regel.afdeling === undefined ? {} : { $eq: regel.afdeling }),
      $exists: true,
    },
    ...(regel.groep === undefined ? {} : { groep: regel.groep }),
    ...(regel.zaaktype === undefined ? {} : { zaaktype: regel.zaaktype }),
  };
}

/** The rights of one medewerker in one rol; several rollen add up (policies/zaken.ts takes the highest). */
export function rechtenVan(
  medewerker: Medewerker,
  rol: Medewerker['rollen'][number],
  matrix: readonly MatrixRegel[],
): Rechten {
  const { can: mag, cannot: magNiet, build } = new AbilityBuilder<Rechten>(createMongoAbility);

  for (const regel of matrix.filter((kandidaat) => kandidaat.rol === rol)) {
    const dezeZaken = voorwaarde(regel, medewerker);
    const dezeZakenNietTeGeheim = { ...dezeZaken, vertrouwelijkheid: { $lte: rangVan(regel.maximaal) } };
    const totEnMetNiveau: Daad[] = ZICHTNIVEAUS.slice(0, NIVEAUS.indexOf(regel.niveau));
    // Nobody acts on what he may not see, whatever the row says.
    const ziet = totEnMetNiveau.includes('status');
    const handelingen = (ziet ? regel.handelingen : []).map((handeling): Daad => `doen:${handeling}`);
    // What an earlier row gave is gone: the last row that matches is the one that counts.
    magNiet(ALLES_MET_EEN_ZAAK, 'Zaak', dezeZaken);
    const toegestaan = [...totEnMetNiveau, ...handelingen];
    if (toegestaan.length > 0) mag(toegestaan, 'Zaak', dezeZakenNietTeGeheim);
  }

  // An internal zaaktype is no one's business outside the afdeling that works on it.
  const internElders =
    rol === 'behandelaar' ? { intern: true, afdeling: { $nin: medewerker.afdelingen } } : { intern: true };
  magNiet(ALLES_MET_EEN_ZAAK, 'Zaak', internElders);

  const werktMetKlanten = rol === 'kcc' || rol === 'balie' || rol === 'teamleider' || rol === 'behandelaar';
  if (werktMetKlanten) {
    mag(['zoeken', 'openen'], 'Klant');
    mag('registreren', 'Contactmoment');
    mag(['lezen', 'registreren'], 'Gesprek');
    mag('lezen', 'Werkvoorraad');
  }
  if (rol === 'privacy') mag('lezen', 'Verwerking');
  // What waits for a register and whose it is, never what is in it; and to have it tried now.
  if (rol === 'beheerder') mag(['lezen', 'bezorgen'], 'Bezorging');

  return build();
}
