import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VERTROUWELIJKHEDEN } from '../../shared/contracts/waarden.ts';
import * as zaakindex from '../../server/store/zaakindex.ts';
import type { Indexrij, RechtFilter } from '../../server/store/zaakindex.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const nu = new Date('2026-11-21T10:00:00Z');
// A Saturday: the week ends on Sunday the 22nd.
const vandaag = '2026-11-21';
const ALLES: RechtFilter = [{ maxVertrouwelijkheid: 7 }];
let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
beforeEach(() => store.leeg());
afterAll(() => store.close());

const rij = (deel: Partial<Indexrij> = {}): Indexrij => ({
  id: `sandbox~${randomUUID()}`,
  register: 'sandbox',
  zaaktype: '11111111-1111-4111-8111-111111111111',
  zaaktypeIdentificatie: 'geluid',
  zaaktypeOmschrijving: 'Subsidie geluidsanering',
  zaaknummer: '2026-0000001',
  bronorganisatie: '111222333',
  afdeling: 'Wonen',
  groep: 'overig',
  intern: false,
  vertrouwelijkheid: 'vertrouwelijk',
  statustype: null,
  startdatum: '2026-10-01',
  streefdatum: null,
  uiterlijk: '2026-12-01',
  einddatum: null,
  opgeschort: false,
  hoofdzaak: null,
  bijgewerktOp: nu,
  ...deel,
});
const registers = ['sandbox'];
const zet = async (...rijen: Indexrij[]) => {
  await zaakindex.bewaar(store.db, rijen);
  return rijen;
};
const lijst = (deel: Partial<Parameters<typeof zaakindex.lijst>[1]> = {}) =>
  zaakindex.lijst(store.db, {
    recht: ALLES,
    filter: {},
    registers,
    sort: ['urgentie', 'ASC'],
    van: 0,
    tot: 99,
    vandaag,
    ...deel,
  });

describe('de index bijhouden', () => {
  it('voegt toe, vervangt en haalt weg', async () => {
    const [een] = await zet(rij());
    expect(await zaakindex.lees(store.db, [een!.id])).toEqual([een]);
    await zet({ ...een!, afdeling: 'Inkomen', vertrouwelijkheid: 'geheim', einddatum: '2026-11-20' });
    expect(await zaakindex.lees(store.db, [een!.id])).toMatchObject([
      { afdeling: 'Inkomen', vertrouwelijkheid: 'geheim', einddatum: '2026-11-20' },
    ]);
    await zaakindex.verwijder(store.db, [een!.id]);
    expect(await zaakindex.lees(store.db, [een!.id])).toEqual([]);
  });

  it('laat een oudere lezing een nieuwere niet overschrijven', async () => {
    const [een] = await zet(rij({ afdeling: 'Nieuw' }));
    const eerder = new Date(nu.getTime() - 1000);
    await zet({ ...een!, afdeling: 'Oud', bijgewerktOp: eerder });
    await zet({ ...een!, afdeling: 'Nieuwst' }, { ...een!, afdeling: 'Oud', bijgewerktOp: eerder });
    expect((await zaakindex.lees(store.db, [een!.id]))[0]?.afdeling).toBe('Nieuwst');
  });

  it('noemt de open zaken van een register, bladzijde na bladzijde', async () => {
    const rijen = await zet(
      rij(),
      rij(),
      rij(),
      rij({ einddatum: '2026-11-01' }),
      rij({ register: 'ander' }),
    );
    const open = rijen
      .slice(0, 3)
      .map(({ id }) => id)
      .toSorted();
    const na = async (id: string) =>
      (await zaakindex.openVan(store.db, { register: 'sandbox', na: id, hoogstens: 2 })).map(({ id }) => id);
    expect(await na('')).toEqual(open.slice(0, 2));
    expect(await na(open[1]!)).toEqual(open.slice(2));
  });
});

describe('de volgorde', () => {
  it('zet de meest urgente eerst; zonder termijn of opgeschort als laatste', async () => {
    const [later, zonder, laat, streef, opgeschort] = await zet(
      rij({ uiterlijk: '2027-01-01' }),
      rij({ uiterlijk: null }),
      rij({ uiterlijk: '2026-11-01' }),
      rij({ uiterlijk: null, streefdatum: '2026-11-22' }),
      rij({ uiterlijk: '2026-01-01', opgeschort: true }),
    );
    const volgorde = (await lijst()).rijen.map((een) => een.id);
    expect(volgorde.slice(0, 3)).toEqual([laat!.id, streef!.id, later!.id]);
    expect(new Set(volgorde.slice(3))).toEqual(new Set([zonder!.id, opgeschort!.id]));
    expect((await lijst({ sort: ['urgentie', 'DESC'] })).rijen[0]?.id).toBe(later!.id);
  });

  it('verdeelt over te laat, deze week en later', async () => {
    await zet(
      rij({ uiterlijk: '2026-11-20' }),
      rij({ uiterlijk: vandaag }),
      rij({ uiterlijk: '2026-11-22' }),
      rij({ uiterlijk: '2026-11-23' }),
      rij({ uiterlijk: '2026-11-30' }),
      rij({ uiterlijk: null }),
      rij({ uiterlijk: '2026-11-01', opgeschort: true }),
      rij({ uiterlijk: '2026-11-01', einddatum: '2026-11-02' }),
    );
    const filter = { open: true };
    expect(await zaakindex.tellingen(store.db, { recht: ALLES, filter, registers, vandaag })).toEqual({
      te_laat: 1,
      deze_week: 3,
      later: 3,
    });
    for (const [urgentie, aantal] of [
      ['te_laat', 1],
      ['deze_week', 3],
      ['later', 3],
    ] as const)
      expect((await lijst({ filter: { open: true, urgentie } })).totaal).toBe(aantal);
    // On Friday the week ends on Sunday; in the weekend the coming one counts, so that nothing of Monday hides.
    const op = (dag: string) =>
      zaakindex.tellingen(store.db, { recht: ALLES, filter, registers, vandaag: dag });
    expect(await op('2026-11-20')).toEqual({ te_laat: 0, deze_week: 3, later: 4 });
    expect(await op('2026-11-22')).toEqual({ te_laat: 2, deze_week: 2, later: 3 });
    expect(await op('2026-11-23')).toEqual({ te_laat: 3, deze_week: 1, later: 3 });
  });

  it('geeft bladzijden zonder gaten of dubbelen, ook bij gelijke termijnen', async () => {
    await zet(...Array.from({ length: 25 }, () => rij()));
    const bladen = await Promise.all([0, 10, 20].map((van) => lijst({ van, tot: van + 9 })));
    const ids = bladen.flatMap((blad) => blad.rijen.map((een) => een.id));
    expect(new Set(ids).size).toBe(25);
    expect(bladen.map((blad) => blad.totaal)).toEqual([25, 25, 25]);
  });
});

describe('rechten', () => {
  it('zonder regel is er niets te zien: geen rij, geen aantal', async () => {
    await zet(rij());
    expect(await lijst({ recht: [] })).toEqual({ rijen: [], totaal: 0 });
    expect(await zaakindex.tellingen(store.db, { recht: [], filter: {}, registers, vandaag })).toEqual({
      te_laat: 0,
      deze_week: 0,
      later: 0,
    });
    expect(await lijst({ recht: [{ afdelingen: [], maxVertrouwelijkheid: 7 }] })).toEqual({
      rijen: [],
      totaal: 0,
    });
  });

  it('een geheime zaak is er niet voor wie tot confidentieel mag', async () => {
    const [gewoon] = await zet(rij(), rij({ vertrouwelijkheid: 'geheim' }));
    const blad = await lijst({
      recht: [{ maxVertrouwelijkheid: VERTROUWELIJKHEDEN.indexOf('confidentieel') }],
    });
    expect(blad.rijen.map((een) => een.id)).toEqual([gewoon!.id]);
    expect(blad.totaal).toBe(1);
  });

  it('geeft precies wat de regels in woorden zeggen', async () => {
    const naam = fc.constantFrom<string[]>('Wonen', 'Inkomen', 'Jeugd');
    const type = fc.constantFrom<string[]>('geluid', 'woz', 'toeslag');
    const groep = fc.constantFrom<Indexrij['groep'][]>('overig', 'jeugd', 'sociaal domein');
    const rijen = fc.array(
      fc
        .record({
          afdeling: naam,
          zaaktypeIdentificatie: type,
          groep,
          intern: fc.boolean(),
          vertrouwelijkheid: fc.constantFrom(...VERTROUWELIJKHEDEN),
        })
        .map((deel) => rij(deel)),
      { maxLength: 12 },
    );
    const recht = fc.array(
      fc.record(
        {
          zaaktypen: fc.array(type),
          nietZaaktypen: fc.array(type),
          afdelingen: fc.array(naam),
          nietAfdelingen: fc.array(naam),
          groepen: fc.array(groep),
          nietGroepen: fc.array(groep),
          intern: fc.boolean(),
          maxVertrouwelijkheid: fc.integer({ min: 0, max: 7 }),
        },
        { requiredKeys: ['maxVertrouwelijkheid'] },
      ),
      { maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(rijen, recht, async (zaken, regels) => {
        await store.leeg();
        await zet(...zaken);
        const verwacht = zaken
          .filter((zaak) =>
            regels.some(
              (r) =>
                (r.zaaktypen?.includes(zaak.zaaktypeIdentificatie) ?? true) &&
                !(r.nietZaaktypen?.includes(zaak.zaaktypeIdentificatie) ?? false) &&
                (r.afdelingen?.includes(zaak.afdeling) ?? true) &&
                !(r.nietAfdelingen?.includes(zaak.afdeling) ?? false) &&
                (r.groepen?.includes(zaak.groep) ?? true) &&
                !(r.nietGroepen?.includes(zaak.groep) ?? false) &&
                (r.intern === undefined || r.intern === zaak.intern) &&
                VERTROUWELIJKHEDEN.indexOf(zaak.vertrouwelijkheid) <= r.maxVertrouwelijkheid,
            ),
          )
          .map((zaak) => zaak.id);
        const { rijen: gekregen, totaal } = await lijst({ recht: regels });
        expect(gekregen.map((zaak) => zaak.id).toSorted()).toEqual(verwacht.toSorted());
        expect(totaal).toBe(verwacht.length);
      }),
      { numRuns: 40 },
    );
  });

  it('geeft met een regel per enkele soort hetzelfde als met losse voorwaarden', async () => {
    const [wonen, , woonGeheim] = await zet(
      rij(),
      rij({ intern: true }),
      rij({ vertrouwelijkheid: 'geheim' }),
      rij({ afdeling: 'Inkomen' }),
    );
    const soort = {
      afdelingen: ['Wonen'],
      zaaktypen: ['geluid'],
      groepen: ['overig'],
      intern: false,
    } as const;
    const ids = async (recht: RechtFilter) => (await lijst({ recht })).rijen.map((een) => een.id).toSorted();
    expect(await ids([{ ...soort, maxVertrouwelijkheid: 5 }])).toEqual([wonen!.id]);
    expect(await ids([{ ...soort, maxVertrouwelijkheid: 6 }])).toEqual(
      [wonen!.id, woonGeheim!.id].toSorted(),
    );
    expect(await ids([{ ...soort, nietAfdelingen: ['Wonen'], maxVertrouwelijkheid: 7 }])).toEqual([]);
    expect(
      await ids([
        { ...soort, maxVertrouwelijkheid: 6 },
        { ...soort, afdelingen: ['Inkomen'], maxVertrouwelijkheid: 0 },
      ]),
    ).toEqual([wonen!.id, woonGeheim!.id].toSorted());
  });

  it('noemt elke soort zaak één keer', async () => {
    await zet(rij(), rij(), rij({ intern: true }), rij({ afdeling: 'Inkomen', vertrouwelijkheid: 'geheim' }));
    expect(await zaakindex.soorten(store.db)).toEqual([
      { afdeling: 'Inkomen', groep: 'overig', zaaktype: 'geluid', intern: false },
      { afdeling: 'Wonen', groep: 'overig', zaaktype: 'geluid', intern: false },
      { afdeling: 'Wonen', groep: 'overig', zaaktype: 'geluid', intern: true },
    ]);
  });
});

describe('dezelfde zaak in meer registers', () => {
  const ORDE = ['a', 'b', 'c'];
  const exemplaar = fc.record({
    register: fc.constantFrom(...ORDE, 'niet meer gekoppeld'),
    zaaknummer: fc.constantFrom('1', '2', ''),
    bronorganisatie: fc.constantFrom('x', 'y', ''),
    afdeling: fc.constantFrom('Wonen', 'Inkomen'),
    vertrouwelijkheid: fc.constantFrom(...VERTROUWELIJKHEDEN.slice(2, 5)),
  });
  const uniek = fc.uniqueArray(exemplaar, {
    maxLength: 10,
    selector: ({ register, zaaknummer, bronorganisatie }) =>
      JSON.stringify([register, zaaknummer, bronorganisatie]),
  });

  it('staat er één keer, van het eerste register, voor wie in elk register mag kijken', async () => {
    await fc.assert(
      fc.asyncProperty(
        uniek,
        fc.shuffledSubarray(ORDE, { minLength: 1 }),
        fc.constantFrom('Wonen', 'Inkomen'),
        fc.integer({ min: 2, max: 4 }),
        async (delen, orde, afdeling, hoogste) => {
          await store.leeg();
          const zaken = delen.map((deel) => rij(deel));
          // Each by itself, as registers are read.
          for (const zaak of zaken) await zet(zaak);
          const mag = (zaak: Indexrij) =>
            zaak.afdeling === afdeling && VERTROUWELIJKHEDEN.indexOf(zaak.vertrouwelijkheid) <= hoogste;
          const groepen = Map.groupBy(
            zaken.filter(({ register }) => orde.includes(register)),
            (zaak) =>
              zaak.bronorganisatie === '' || zaak.zaaknummer === ''
                ? zaak.id
                : JSON.stringify([zaak.bronorganisatie, zaak.zaaknummer]),
          );
          const plek = ({ register }: Indexrij) => orde.indexOf(register);
          const verwacht = [...groepen.values()]
            .filter((groep) => groep.every(mag))
            .map((groep) => groep.toSorted((een, ander) => plek(een) - plek(ander))[0]!.id);
          const recht: RechtFilter = [{ afdelingen: [afdeling], maxVertrouwelijkheid: hoogste }];
          const { rijen, totaal } = await lijst({ recht, registers: orde });
          expect(rijen.map(({ id }) => id).toSorted()).toEqual(verwacht.toSorted());
          expect(totaal).toBe(verwacht.length);
          const elders = await zaakindex.dubbelen(
            store.db,
            zaken.map(({ id }) => id),
            orde,
          );
          for (const groep of groepen.values())
            for (const { id } of groep)
              expect((elders.get(id) ?? []).map((een) => een.id).toSorted()).toEqual(
                groep
                  .map((een) => een.id)
                  .filter((een) => een !== id)
                  .toSorted(),
              );
        },
      ),
      { numRuns: 60 },
    );
  });
});
