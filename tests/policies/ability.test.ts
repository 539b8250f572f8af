import { describe, expect, it } from 'vitest';
import { Handeling, NIVEAUS, Rol } from '../../shared/contracts/waarden.ts';
import { rangVan, type ZaakVoorBeleid } from '../../server/policies/ability.ts';
import { STANDAARD_MATRIX } from '../../server/policies/matrix.ts';
import { Beleid } from '../../server/policies/zaken.ts';

const beleidVan = (rol: Rol, matrix = STANDAARD_MATRIX) =>
  new Beleid({ id: rol, naam: rol, rollen: [rol], afdelingen: ['Wonen'] }, matrix);

/** Every act that is not on a zaak. */
const DADEN = [
  ['zoeken', 'Klant'],
  ['openen', 'Klant'],
  ['registreren', 'Contactmoment'],
  ['lezen', 'Gesprek'],
  ['registreren', 'Gesprek'],
  ['lezen', 'Werkvoorraad'],
  ['lezen', 'Verwerking'],
  ['lezen', 'Bezorging'],
  ['bezorgen', 'Bezorging'],
] as const;
/** In the order of DADEN: x may, . may not. */
const WIE_MAG: Record<Rol, string> = {
  kcc: 'xxxxxx...',
  balie: 'xxxxxx...',
  behandelaar: 'xxxxxx...',
  teamleider: 'xxxxxx...',
  beheerder: '.......xx',
  klachten: '.........',
  privacy: '......x..',
};

const tabel = Rol.options.flatMap((rol) =>
  DADEN.map(([daad, soort], plek) => [rol, WIE_MAG[rol][plek] === 'x', daad, soort] as const),
);

describe('wat iemand mag, los van een zaak', () => {
  it.each(tabel)('%s: %s bij %s van %s', (rol, mag, daad, soort) => {
    expect(beleidVan(rol).mag(daad, soort)).toBe(mag);
    // It hangs on the rol alone: no row of the matrix gives it, none takes it away.
    expect(beleidVan(rol, []).mag(daad, soort)).toBe(mag);
  });

  it.each([
    ['lezen', 'Klant'],
    ['registreren', 'Klant'],
    ['lezen', 'Contactmoment'],
    ['openen', 'Verwerking'],
    ['registreren', 'Verwerking'],
    ['registreren', 'Bezorging'],
    ['bezorgen', 'Contactmoment'],
  ] as const)('niemand mag wat nergens staat: %s van %s', (daad, soort) => {
    for (const rol of Rol.options) expect(beleidVan(rol).mag(daad, soort)).toBe(false);
  });

  it('wie geen rol heeft, mag niets', () => {
    const niemand = new Beleid({ id: 'x', naam: 'x', rollen: [], afdelingen: ['Wonen'] }, STANDAARD_MATRIX);
    for (const [daad, soort] of DADEN) expect(niemand.mag(daad, soort)).toBe(false);
  });
});

const zaak = (deel: Partial<ZaakVoorBeleid>): ZaakVoorBeleid => ({
  afdeling: 'Wonen',
  groep: 'overig',
  zaaktype: 'geluid',
  vertrouwelijkheid: rangVan('vertrouwelijk'),
  intern: false,
  ...deel,
});
const KCC = ['contactmoment'];
const KCC_MET_DOCUMENT = ['contactmoment', 'document'];
const EIGEN = ['contactmoment', 'substatus', 'status', 'document'];

/** Per rol: a zaak of Wonen (the own afdeling), of Burgerzaken, of Inkomen, and one of the groep schuldhulp. */
const HANDELINGEN: Record<
  Rol,
  [wonen: string[], burgerzaken: string[], inkomen: string[], schuld: string[]]
> = {
  kcc: [KCC, KCC_MET_DOCUMENT, KCC, []],
  balie: [KCC, KCC_MET_DOCUMENT, KCC, []],
  teamleider: [KCC, KCC_MET_DOCUMENT, KCC, []],
  behandelaar: [EIGEN, KCC_MET_DOCUMENT, KCC, []],
  beheerder: [[], [], [], []],
  klachten: [[], [], [], []],
  privacy: [[], [], [], []],
};

describe('wat iemand met een zaak mag doen', () => {
  it.each(Rol.options)('%s', (rol) => {
    const zaken = [
      zaak({}),
      zaak({ afdeling: 'Burgerzaken' }),
      zaak({ afdeling: 'Inkomen' }),
      zaak({ afdeling: 'Inkomen', groep: 'schuldhulp' }),
    ];
    const mag = zaken.map((een) =>
      Handeling.options.filter((handeling) => beleidVan(rol).magDoen(handeling, een)).toSorted(),
    );
    expect(mag).toEqual(HANDELINGEN[rol].map((lijst) => lijst.toSorted()));
  });

  it('niemand doet iets met een zaak die hij niet ziet', () => {
    for (const rol of Rol.options)
      for (const deel of [
        { vertrouwelijkheid: rangVan('zeer_geheim') },
        { intern: true, afdeling: 'Inkomen' },
        { groep: 'jeugd' as const, afdeling: 'Inkomen' },
      ]) {
        const beleid = beleidVan(rol);
        expect(beleid.niveau(zaak(deel))).toBe(NIVEAUS[0]);
        expect(Handeling.options.filter((handeling) => beleid.magDoen(handeling, zaak(deel)))).toEqual([]);
      }
  });
});
