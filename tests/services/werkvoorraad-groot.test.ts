import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Medewerker } from '../../shared/contracts/medewerker.ts';
import type { Rol } from '../../shared/contracts/waarden.ts';
import { vasteKlok } from '../../server/clock.ts';
import { berekenTermijn } from '../../server/domain/termijn.ts';
import { vergelijkUrgentie } from '../../server/domain/urgentie.ts';
import { rangVan } from '../../server/policies/ability.ts';
import { STANDAARD_MATRIX } from '../../server/policies/matrix.ts';
import { Beleid, reikt } from '../../server/policies/zaken.ts';
import { rechtFilter } from '../../server/services/zaakindex.ts';
import * as zaakindex from '../../server/store/zaakindex.ts';
import type { IndexFilter, Indexrij } from '../../server/store/zaakindex.ts';
import { bouwZaak } from '../domain/bouw.ts';
import { maakIndexrijen, vulIndex } from '../hulp/indexrijen.ts';
import { leegDeps } from '../hulp/deps.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

/** On a server the size of a large municipality. */
const ZAKEN = process.env['DATABASE_URL'] === undefined ? 2000 : 100_000;
const clock = vasteKlok('2026-11-21T10:00:00Z');
const vandaag = clock.vandaag();

let store: TestStore;
let zaken: Indexrij[];
/** Every zaak in the order of the domain, which knows nothing of the index. */
let opVolgorde: Indexrij[];
beforeAll(async () => {
  store = await maakStore();
  zaken = maakIndexrijen(ZAKEN, { vandaag, nu: clock.nu(), gesloten: 0.05 });
  await vulIndex(store, zaken);
  const dringend = new Map(
    zaken.map((rij) => {
      const zaak = bouwZaak({
        startdatum: rij.startdatum,
        uiterlijkeEinddatumAfdoening: rij.uiterlijk,
        einddatumGepland: rij.streefdatum,
        einddatum: rij.einddatum,
        opschorting: rij.opgeschort ? { reden: 'x' } : null,
      });
      const termijn = berekenTermijn({ zaak, zaaktype: null, statussen: [], vandaag });
      return [rij.id, { termijn, startdatum: rij.startdatum, einddatum: rij.einddatum }];
    }),
  );
  opVolgorde = zaken.toSorted(
    (a, b) => vergelijkUrgentie(dringend.get(a.id)!, dringend.get(b.id)!) || (a.id < b.id ? -1 : 1),
  );
}, 120_000);
afterAll(() => store.close());

const beleidVan = (rollen: Rol[], afdelingen: string[]): Beleid => {
  const wie: Medewerker = { id: 'wie', naam: 'Wie', rollen, afdelingen };
  return new Beleid(wie, STANDAARD_MATRIX);
};
const ziet = (beleid: Beleid) => {
  // The policy is slow and zaken of one kind are alike: asked once for each kind.
  const bekend = new Map<string, boolean>();
  return (rij: Indexrij): boolean => {
    const vraag = {
      afdeling: rij.afdeling,
      groep: rij.groep,
      intern: rij.intern,
      zaaktype: rij.zaaktypeIdentificatie,
      vertrouwelijkheid: rangVan(rij.vertrouwelijkheid),
    };
    const sleutel = JSON.stringify(vraag);
    const uit = bekend.get(sleutel) ?? reikt(beleid.niveau(vraag), 'status');
    bekend.set(sleutel, uit);
    return uit;
  };
};
const isOpen = (rij: Indexrij) => rij.einddatum === null;

describe(`een werkvoorraad van ${ZAKEN} zaken`, () => {
  it.each<[string, Rol[], string[]]>([
    ['kcc', ['kcc'], ['KCC']],
    ['behandelaar van Wonen', ['behandelaar'], ['Wonen']],
    [
      'behandelaar van twee afdelingen die ook aan de balie staat',
      ['behandelaar', 'balie'],
      ['Jeugd', 'Inkomen'],
    ],
    ['privacy, die geen zaak ziet', ['privacy'], []],
  ])(
    '%s: elke bladzijde, elk aantal en de volgorde zijn die van het beleid en het domein',
    async (_naam, rollen, afdelingen) => {
      const beleid = beleidVan(rollen, afdelingen);
      const recht = await rechtFilter(leegDeps(store, clock), beleid);
      const mag = ziet(beleid);
      const zichtbaar = opVolgorde.filter(mag);
      const gevallen: [IndexFilter, (rij: Indexrij) => boolean][] = [
        [{ open: true }, isOpen],
        [{}, () => true],
        [{ open: false }, (rij) => !isOpen(rij)],
        [{ open: true, afdeling: 'Wonen' }, (rij) => isOpen(rij) && rij.afdeling === 'Wonen'],
        [
          { open: true, zaaktype: 'type-1-1', afdelingen: ['Inkomen', 'Jeugd'] },
          (rij) =>
            isOpen(rij) &&
            rij.zaaktypeIdentificatie === 'type-1-1' &&
            ['Inkomen', 'Jeugd'].includes(rij.afdeling),
        ],
      ];
      for (const [filter, past] of gevallen) {
        const verwacht = zichtbaar.filter(past);
        const werkvraag = { recht, filter, registers: ['proef'], vandaag };
        for (const van of [0, 25, Math.floor(verwacht.length / 2), Math.max(0, verwacht.length - 10)]) {
          const blad = await zaakindex.lijst(store.db, {
            ...werkvraag,
            sort: ['urgentie', 'ASC'],
            van,
            tot: van + 24,
          });
          expect(blad.totaal).toBe(verwacht.length);
          expect(blad.rijen.map(({ id }) => id)).toEqual(verwacht.slice(van, van + 25).map(({ id }) => id));
        }
        const termijnVan = (rij: Indexrij) => (rij.opgeschort ? null : (rij.uiterlijk ?? rij.streefdatum));
        const tel = (in_: (termijn: string | null) => boolean) =>
          verwacht.filter((rij) => in_(termijnVan(rij))).length;
        // The 21st is a Saturday: this week ends on Sunday the 29th.
        expect(await zaakindex.tellingen(store.db, werkvraag)).toEqual({
          te_laat: tel((termijn) => termijn !== null && termijn < vandaag),
          deze_week: tel((termijn) => termijn !== null && termijn >= vandaag && termijn <= '2026-11-29'),
          later: tel((termijn) => termijn === null || termijn > '2026-11-29'),
        });
      }
    },
  );

  it('staat andersom gesorteerd wat loopt andersom, en wat geen termijn heeft achteraan', async () => {
    const beleid = beleidVan(['kcc'], []);
    const recht = await rechtFilter(leegDeps(store, clock), beleid);
    const { rijen, totaal } = await zaakindex.lijst(store.db, {
      recht,
      filter: { open: true },
      registers: ['proef'],
      vandaag,
      sort: ['urgentie', 'DESC'],
      van: 0,
      tot: ZAKEN,
    });
    expect(rijen).toHaveLength(totaal);
    const loopt = (rij: Indexrij) => !rij.opgeschort && (rij.uiterlijk ?? rij.streefdatum) !== null;
    const lopend = rijen.filter(loopt);
    expect(rijen.slice(0, lopend.length).every(loopt)).toBe(true);
    const sleutel = (rij: Indexrij) => `${rij.uiterlijk ?? rij.streefdatum} ${rij.startdatum}`;
    expect(lopend.map(sleutel)).toEqual(
      opVolgorde
        .filter((rij) => isOpen(rij) && loopt(rij) && ziet(beleid)(rij))
        .map(sleutel)
        .toReversed(),
    );
  });
});
