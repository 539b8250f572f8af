import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Medewerker } from '../../shared/contracts/medewerker.ts';
import { Handeling, Niveau, VERTROUWELIJKHEDEN, type Rol } from '../../shared/contracts/waarden.ts';
import { vasteKlok } from '../../server/clock.ts';
import type { MatrixRegel } from '../../server/domain/matrix.ts';
import type { Zaakgroep } from '../../server/domain/zaakgroep.ts';
import { rangVan } from '../../server/policies/ability.ts';
import { STANDAARD_MATRIX } from '../../server/policies/matrix.ts';
import { Beleid, reikt } from '../../server/policies/zaken.ts';
import { BronFout } from '../../server/connectors/ports.ts';
import type { Deps } from '../../server/services/deps.ts';
import { geslotenVolgensIndex, rechtFilter } from '../../server/services/zaakindex.ts';
import { stemAf } from '../../server/services/zaakindex/ronde.ts';
import * as zaakindex from '../../server/store/zaakindex.ts';
import type { Indexrij } from '../../server/store/zaakindex.ts';
import { leegDeps } from '../hulp/deps.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';
import { maakStubregister, uuid } from '../hulp/zaakregister.ts';

const clock = vasteKlok('2026-11-21T10:00:00Z');
let store: TestStore;
let deps: Deps;
beforeAll(async () => {
  store = await maakStore();
  deps = leegDeps(store, clock);
});
beforeEach(() => store.leeg());
afterAll(() => store.close());

// Few of each, so that zaken of one matrix differ in one thing only; two rollen, so that they add up.
const ROLLEN: readonly Rol[] = ['kcc', 'behandelaar'];
const GROEPEN: readonly Zaakgroep[] = ['sociaal domein', 'overig'];
// A quote, a per cent sign and an empty name mean something to SQL, not to a right.
const afdeling = fc.constantFrom('Wonen', "Burgerzaken '% 2");
const zaaktype = fc.constantFrom('geluid', '');
const groep = fc.constantFrom(...GROEPEN);

const regel: fc.Arbitrary<MatrixRegel> = fc.record(
  {
    rol: fc.constantFrom(...ROLLEN),
    eigen: fc.boolean(),
    afdeling,
    groep,
    zaaktype,
    niveau: fc.constantFrom(...Niveau.options),
    handelingen: fc.subarray([...Handeling.options]),
    maximaal: fc.constantFrom(...VERTROUWELIJKHEDEN),
  },
  { requiredKeys: ['rol', 'niveau', 'handelingen', 'maximaal'] },
);
const matrix = fc.oneof(
  { arbitrary: fc.constant(STANDAARD_MATRIX), weight: 1 },
  { weight: 9, arbitrary: fc.array(regel, { minLength: 1, maxLength: 6, size: 'max' }) },
);
const medewerker: fc.Arbitrary<Medewerker> = fc.record({
  id: fc.constant('wie'),
  naam: fc.constant('Wie dan ook'),
  rollen: fc.subarray([...ROLLEN], { minLength: 1 }),
  afdelingen: fc.subarray(['Wonen', "Burgerzaken '% 2"]),
});
const zaak: fc.Arbitrary<Indexrij> = fc
  .record({
    afdeling,
    groep,
    zaaktypeIdentificatie: zaaktype,
    intern: fc.boolean(),
    vertrouwelijkheid: fc.constantFrom(...VERTROUWELIJKHEDEN),
  })
  .map((deel) => ({
    id: `sandbox~${randomUUID()}`,
    register: 'sandbox',
    zaaktype: '11111111-1111-4111-8111-111111111111',
    zaaktypeOmschrijving: 'Subsidie geluidsanering',
    zaaknummer: '2026-0000001',
    bronorganisatie: '111222333',
    statustype: null,
    startdatum: '2026-10-01',
    streefdatum: null,
    uiterlijk: null,
    einddatum: null,
    opgeschort: false,
    hoofdzaak: null,
    bijgewerktOp: clock.nu(),
    ...deel,
  }));

/** The policy asked about each zaak by itself, with what was put in: not with what the index gave back. */
const zichtbaarVolgensBeleid = (beleid: Beleid, zaken: readonly Indexrij[]): string[] =>
  zaken
    .filter(({ afdeling, groep, intern, vertrouwelijkheid, zaaktypeIdentificatie }) =>
      reikt(
        beleid.niveau({
          afdeling,
          groep,
          intern,
          zaaktype: zaaktypeIdentificatie,
          vertrouwelijkheid: rangVan(vertrouwelijkheid),
        }),
        'status',
      ),
    )
    .map(({ id }) => id)
    .toSorted();

const alles = async (beleid: Beleid) =>
  zaakindex.lijst(store.db, {
    recht: await rechtFilter(deps, beleid),
    filter: {},
    registers: ['sandbox'],
    sort: ['zaaknummer', 'ASC'],
    van: 0,
    tot: 99,
    vandaag: clock.vandaag(),
  });

describe('wie wat ziet in de werkvoorraad', () => {
  it('de lijst, het aantal en de tellingen zijn precies wat het beleid per zaak toestaat', async () => {
    await fc.assert(
      fc.asyncProperty(
        matrix,
        medewerker,
        fc.array(zaak, { maxLength: 40, size: 'max' }),
        async (regels, wie, zaken) => {
          await store.leeg();
          await zaakindex.bewaar(store.db, zaken);
          const beleid = new Beleid(wie, regels);
          const verwacht = zichtbaarVolgensBeleid(beleid, zaken);
          const { rijen, totaal } = await alles(beleid);
          expect(rijen.map(({ id }) => id).toSorted()).toEqual(verwacht);
          expect(totaal).toBe(verwacht.length);
          const recht = await rechtFilter(deps, beleid);
          expect(
            await zaakindex.tellingen(store.db, {
              recht,
              filter: {},
              registers: ['sandbox'],
              vandaag: clock.vandaag(),
            }),
          ).toEqual({
            te_laat: 0,
            deze_week: 0,
            later: verwacht.length,
          });
          const gesloten = await geslotenVolgensIndex(
            deps,
            beleid,
            zaken.map(({ id }) => id),
          );
          expect([...gesloten].toSorted()).toEqual(
            zaken
              .map(({ id }) => id)
              .filter((id) => !verwacht.includes(id))
              .toSorted(),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each<[string, Medewerker['rollen'], string[], Partial<Indexrij>, boolean]>([
    ['kcc ziet Wonen', ['kcc'], ['KCC'], {}, true],
    ['kcc ziet geheim niet', ['kcc'], ['KCC'], { vertrouwelijkheid: 'geheim' }, false],
    ['kcc ziet schuldhulp niet', ['kcc'], ['KCC'], { groep: 'schuldhulp' }, false],
    [
      'behandelaar ziet geheim van de eigen afdeling',
      ['behandelaar'],
      ['Wonen'],
      { vertrouwelijkheid: 'geheim' },
      true,
    ],
    ['behandelaar ziet intern van een ander niet', ['behandelaar'], ['Inkomen'], { intern: true }, false],
    [
      'kcc die ook behandelaar is, ziet het meeste van de twee',
      ['kcc', 'behandelaar'],
      ['Wonen'],
      { intern: true },
      true,
    ],
    ['privacy ziet geen zaak', ['privacy'], [], {}, false],
  ])('%s', async (_naam, rollen, afdelingen, deel, ziet) => {
    const [een] = fc.sample(zaak, 1);
    const rij: Indexrij = {
      ...een!,
      afdeling: 'Wonen',
      groep: 'overig',
      zaaktypeIdentificatie: 'geluid',
      intern: false,
      vertrouwelijkheid: 'vertrouwelijk',
      ...deel,
    };
    await zaakindex.bewaar(store.db, [rij]);
    const { rijen, totaal } = await alles(
      new Beleid({ id: 'wie', naam: 'Wie', rollen, afdelingen }, STANDAARD_MATRIX),
    );
    expect(rijen.map(({ id }) => id)).toEqual(ziet ? [rij.id] : []);
    expect(totaal).toBe(ziet ? 1 : 0);
  });
});

describe('een zaak die niet te lezen is', () => {
  const stuk = uuid(900);
  function opzet(soort: 'onleesbaar' | 'onbereikbaar') {
    const stub = maakStubregister();
    for (const n of [1, 2, 3]) stub.zet(n, n === 2 ? { zaaktype: stuk } : {});
    const register = {
      ...stub.register,
      zaaktype: (welk: string, aanroep: Parameters<typeof stub.register.zaaktype>[1]) =>
        welk === stuk
          ? Promise.reject(new BronFout('proef', soort, { code: 'schema' }))
          : stub.register.zaaktype(welk, aanroep),
    };
    return { stub, register };
  }
  const aanroep = { medewerker: null, doel: 'behandeling', traceId: '0'.repeat(32) };
  const inIndex = async () =>
    (
      await zaakindex.lees(
        store.db,
        [1, 2, 3].map((n) => `proef~${uuid(n)}`),
      )
    ).map(({ zaaknummer }) => zaaknummer);

  it('houdt de ronde niet op, en verdwijnt niet uit de werkvoorraad als zij er al in stond', async () => {
    const { stub, register } = opzet('onleesbaar');
    expect(await stemAf(deps, register, aanroep)).toBe(2);
    expect((await inIndex()).toSorted()).toEqual(['ZAAK-1', 'ZAAK-3']);
    await stemAf(deps, stub.register, aanroep);
    clock.verder(1000);
    await stemAf(deps, register, aanroep);
    expect((await inIndex()).toSorted()).toEqual(['ZAAK-1', 'ZAAK-2', 'ZAAK-3']);
  });

  it('is iets anders dan een register dat zwijgt: dat wordt gemeld', async () => {
    const { register } = opzet('onbereikbaar');
    await expect(stemAf(deps, register, aanroep)).rejects.toMatchObject({ soort: 'onbereikbaar' });
  });
});
