import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Medewerker } from '../../shared/contracts/medewerker.ts';
import { Handeling, Rol, VERTROUWELIJKHEDEN, type Niveau } from '../../shared/contracts/waarden.ts';
import { STANDAARD_MATRIX } from '../../server/policies/matrix.ts';
import { Beleid } from '../../server/policies/zaken.ts';
import { rangVan, type ZaakVoorBeleid } from '../../server/policies/ability.ts';

const medewerker = (rol: Rol, ...afdelingen: string[]): Medewerker => ({
  id: rol,
  naam: rol,
  rollen: [rol],
  afdelingen,
});
const zaak = (deel: Partial<ZaakVoorBeleid> = {}): ZaakVoorBeleid => ({
  afdeling: 'Wonen',
  groep: 'overig',
  zaaktype: 'geluid',
  vertrouwelijkheid: rangVan('vertrouwelijk'),
  intern: false,
  ...deel,
});
const beleid = (wie: Medewerker) => new Beleid(wie, STANDAARD_MATRIX);

const kcc = medewerker('kcc', 'KCC');
const wonen = medewerker('behandelaar', 'Wonen');
const inkomen = medewerker('behandelaar', 'Inkomen');

describe('niveau waarop een medewerker een zaak ziet', () => {
  it.each<[string, Medewerker, Partial<ZaakVoorBeleid>, Niveau]>([
    ['kcc ziet een gewone zaak met inhoud', kcc, {}, 'inhoud'],
    ['kcc ziet Burgerzaken met documenten', kcc, { afdeling: 'Burgerzaken' }, 'documenten'],
    ['kcc ziet Openbare Ruimte met documenten', kcc, { afdeling: 'Openbare Ruimte' }, 'documenten'],
    [
      'kcc ziet van het sociaal domein de status',
      kcc,
      { groep: 'sociaal domein', afdeling: 'Inkomen' },
      'status',
    ],
    ['kcc ziet van schuldhulp alleen het bestaan', kcc, { groep: 'schuldhulp' }, 'bestaan'],
    ['kcc ziet van jeugd niets', kcc, { groep: 'jeugd' }, 'niets'],
    ['kcc ziet confidentieel', kcc, { vertrouwelijkheid: rangVan('confidentieel') }, 'inhoud'],
    ['kcc ziet geheim niet', kcc, { vertrouwelijkheid: rangVan('geheim') }, 'niets'],
    ['kcc ziet intern zaaktype niet', kcc, { intern: true }, 'niets'],
    ['balie ziet als kcc', medewerker('balie', 'Burgerzaken'), {}, 'inhoud'],
    ['teamleider ziet als kcc', medewerker('teamleider', 'KCC'), { groep: 'sociaal domein' }, 'status'],
    ['behandelaar ziet de eigen afdeling met documenten', wonen, {}, 'documenten'],
    [
      'behandelaar ziet geheim van de eigen afdeling',
      wonen,
      { vertrouwelijkheid: rangVan('geheim') },
      'documenten',
    ],
    ['behandelaar ziet zeer geheim nooit', wonen, { vertrouwelijkheid: rangVan('zeer_geheim') }, 'niets'],
    [
      'behandelaar ziet geheim van een ander niet',
      inkomen,
      { vertrouwelijkheid: rangVan('geheim') },
      'niets',
    ],
    ['behandelaar ziet van een ander als kcc', inkomen, {}, 'inhoud'],
    [
      'behandelaar ziet eigen sociaal domein met documenten',
      inkomen,
      { groep: 'sociaal domein', afdeling: 'Inkomen' },
      'documenten',
    ],
    ['behandelaar ziet eigen intern zaaktype', wonen, { intern: true }, 'documenten'],
    ['behandelaar ziet intern zaaktype van een ander niet', inkomen, { intern: true }, 'niets'],
    ['beheerder ziet geen zaken', medewerker('beheerder'), {}, 'niets'],
    ['privacy ziet geen zaken', medewerker('privacy'), {}, 'niets'],
    ['klachten ziet nog geen zaken', medewerker('klachten', 'Juridische Zaken'), {}, 'niets'],
  ])('%s', (_naam, wie, deel, verwacht) => {
    expect(beleid(wie).niveau(zaak(deel))).toBe(verwacht);
  });

  it('een matrix zonder regels geeft nergens toegang', () => {
    for (const rol of Rol.options)
      expect(new Beleid(medewerker(rol, 'Wonen'), []).niveau(zaak())).toBe('niets');
  });

  it('meer vertrouwelijk is nooit meer zichtbaar', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Rol.options),
        fc.constantFrom('Wonen', 'Inkomen', 'Burgerzaken', 'onbekend'),
        fc.constantFrom('overig', 'jeugd', 'schuldhulp', 'sociaal domein'),
        fc.integer({ min: 0, max: VERTROUWELIJKHEDEN.length - 2 }),
        (rol, afdeling, groep, rang) => {
          const wie = beleid(medewerker(rol, 'Wonen'));
          const laag = wie.niveau(
            zaak({ afdeling, groep: groep as ZaakVoorBeleid['groep'], vertrouwelijkheid: rang }),
          );
          const hoog = wie.niveau(
            zaak({ afdeling, groep: groep as ZaakVoorBeleid['groep'], vertrouwelijkheid: rang + 1 }),
          );
          expect(['niets', laag]).toContain(hoog);
        },
      ),
    );
  });
});

describe('wat een medewerker met een zaak mag doen', () => {
  it.each<[string, Medewerker, Partial<ZaakVoorBeleid>, string[]]>([
    ['kcc registreert een contact', kcc, {}, ['contactmoment']],
    ['kcc opent documenten van Burgerzaken', kcc, { afdeling: 'Burgerzaken' }, ['contactmoment', 'document']],
    ['kcc doet niets met schuldhulp', kcc, { groep: 'schuldhulp' }, []],
    [
      'behandelaar Wonen zet status en substatus',
      wonen,
      {},
      ['contactmoment', 'substatus', 'status', 'document'],
    ],
    [
      'behandelaar Inkomen zet alleen substatus',
      inkomen,
      { afdeling: 'Inkomen' },
      ['contactmoment', 'substatus', 'document'],
    ],
    ['behandelaar zet niets bij een ander', inkomen, {}, ['contactmoment']],
    ['niemand doet iets met zeer geheim', wonen, { vertrouwelijkheid: rangVan('zeer_geheim') }, []],
  ])('%s', (_naam, wie, deel, verwacht) => {
    const mag = Handeling.options.filter((handeling) => beleid(wie).magDoen(handeling, zaak(deel)));
    expect(mag.toSorted()).toEqual(verwacht.toSorted());
  });
});

describe('een regel die handelingen noemt zonder zicht', () => {
  it.each<Niveau>(['niets', 'bestaan'])('laat op niveau %s niemand iets doen', (niveau) => {
    const regel = { rol: 'kcc', niveau, handelingen: Handeling.options, maximaal: 'geheim' } as const;
    const wie = new Beleid(kcc, [regel]);
    expect(Handeling.options.filter((handeling) => wie.magDoen(handeling, zaak()))).toEqual([]);
  });
});
