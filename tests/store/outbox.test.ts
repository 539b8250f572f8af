import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as bezorging from '../../server/store/bezorging.ts';
import * as outbox from '../../server/store/outbox.ts';
import type { Outboxrij } from '../../server/store/outbox.ts';
import { outbox as tabel } from '../../server/store/schema.ts';
import { testSleutels } from '../hulp/sleutels.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const sleutels = testSleutels();
const nu = new Date('2026-11-21T10:00:00Z');
const na = (seconden: number) => new Date(nu.getTime() + seconden * 1000);
let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
beforeEach(() => store.leeg());
afterAll(() => store.close());

const plaats = (deel: Partial<Parameters<typeof outbox.plaats>[2]> = {}, op = nu) =>
  outbox.plaats(
    store.db,
    sleutels,
    {
      soort: 'substatus',
      volgordeSleutel: 'zaak:a',
      inhoud: { omschrijving: 'Verhulst gebeld' },
      medewerker: 'behandelaar',
      register: 'sandbox',
      idempotentie: randomUUID(),
      ...deel,
    },
    op,
  );
const neem = (op = nu, deel: { hoogstens?: number; id?: string } = {}) =>
  outbox.neem(store.db, sleutels, { nu: op, leaseMs: 60_000, ...deel });
const ids = (rijen: readonly Outboxrij[]) => rijen.map((rij) => rij.id);

describe('een schrijfopdracht aannemen', () => {
  it('bewaart de inhoud versleuteld en geeft haar terug', async () => {
    const { rij, nieuw, zelfde } = await plaats();
    expect({ nieuw, zelfde }).toEqual({ nieuw: true, zelfde: true });
    expect(await outbox.lees(store.db, sleutels, rij.id)).toEqual(rij);
    expect(rij).toMatchObject({ toestand: 'wacht', pogingen: 0, stap: {}, lease: null });
    expect(JSON.stringify(await store.db.select().from(tabel))).not.toContain('Verhulst');
    expect(await outbox.lees(store.db, sleutels, 'geen-uuid')).toBeNull();
  });

  it('geeft bij dezelfde sleutel de eerste rij, ook bij een andere volgorde van velden', async () => {
    const eerste = await plaats({ idempotentie: 's', inhoud: { a: 1, b: { c: [1, 2], d: 2 } } });
    const tweede = await plaats({ idempotentie: 's', inhoud: { b: { d: 2, c: [1, 2] }, a: 1 } });
    expect(tweede).toEqual({ rij: eerste.rij, nieuw: false, zelfde: true });
  });

  it('zegt dat de inhoud anders is bij dezelfde sleutel', async () => {
    await plaats({ idempotentie: 's', inhoud: { a: 1 } });
    expect(await plaats({ idempotentie: 's', inhoud: { a: 2 } })).toMatchObject({
      nieuw: false,
      zelfde: false,
    });
  });

  it('vergelijkt wat gestuurd is, niet wat wij erbij zetten', async () => {
    await plaats({ idempotentie: 's', inhoud: { a: 1, onze: 'x' }, vergelijk: { a: 1 } });
    expect(
      await plaats({ idempotentie: 's', inhoud: { a: 1, onze: 'y' }, vergelijk: { a: 1 } }),
    ).toMatchObject({ nieuw: false, zelfde: true, rij: { inhoud: { a: 1, onze: 'x' } } });
  });

  it('houdt sleutels van twee medewerkers uit elkaar', async () => {
    await plaats({ idempotentie: 's', medewerker: 'kcc' });
    expect(await plaats({ idempotentie: 's', medewerker: 'balie' })).toMatchObject({ nieuw: true });
  });

  it('maakt van twee keer tegelijk één rij', async () => {
    const alle = await Promise.all(Array.from({ length: 6 }, () => plaats({ idempotentie: 's' })));
    expect(alle.filter((een) => een.nieuw)).toHaveLength(1);
    expect(new Set(alle.map((een) => een.rij.id)).size).toBe(1);
  });
});

describe('bezorgen om de beurt', () => {
  it('geeft van één zaak alleen de oudste, van elke zaak één', async () => {
    const a1 = await plaats();
    await plaats();
    const b1 = await plaats({ volgordeSleutel: 'zaak:b' });
    expect(ids(await neem())).toEqual([a1.rij.id, b1.rij.id]);
    expect(await neem()).toEqual([]);
  });

  it('laat de volgende pas gaan als de vorige bezorgd of geweigerd is', async () => {
    const [een, twee, drie] = [await plaats(), await plaats(), await plaats()];
    const [eerste] = await neem();
    expect(await neem(nu, { id: twee.rij.id })).toEqual([]);
    expect(await outbox.bezorgd(store.db, eerste!, 'uuid-1', nu)).toBe(true);
    const [tweede] = await neem();
    expect(tweede?.id).toBe(twee.rij.id);
    expect(await outbox.geweigerd(store.db, tweede!, 'mag niet', nu)).toBe(true);
    expect(ids(await neem())).toEqual([drie.rij.id]);
    expect(await outbox.lees(store.db, sleutels, een.rij.id)).toMatchObject({
      toestand: 'bezorgd',
      bronId: 'uuid-1',
      lease: null,
    });
  });

  it('houdt bij uitstel ook alles erachter tegen, tot het weer zijn beurt is', async () => {
    await plaats();
    await plaats();
    const [eerste] = await neem();
    await outbox.opnieuw(store.db, eerste!, na(30), 'onbereikbaar');
    expect(await neem(na(29))).toEqual([]);
    expect(await neem(na(30))).toMatchObject([{ id: eerste!.id, pogingen: 2, reden: 'onbereikbaar' }]);
  });

  it('neemt één rij meteen, ook als zij nog moest wachten', async () => {
    const { rij } = await plaats({}, na(60));
    expect(await neem(nu)).toEqual([]);
    expect(ids(await neem(nu, { id: rij.id }))).toEqual([rij.id]);
    expect(await neem(nu, { id: rij.id })).toEqual([]);
  });

  it('neemt een rij over van wie te lang wegblijft; die kan er niets meer aan veranderen', async () => {
    await plaats();
    const [weg] = await neem();
    expect(await neem(na(59))).toEqual([]);
    const [over] = await neem(na(60));
    expect(over?.id).toBe(weg?.id);
    expect(await outbox.bewaarStap(store.db, weg!, { partij: 'p' }, na(200))).toBe(false);
    expect(await outbox.opnieuw(store.db, weg!, na(600), 'traag')).toBe(false);
    expect(await outbox.geweigerd(store.db, weg!, 'nee', nu)).toBe(false);
    expect(await outbox.bewaarStap(store.db, over!, { partij: 'p' }, na(200))).toBe(true);
    expect(await neem(na(130))).toEqual([]);
    // That it arrived is a fact, whoever brought it; the second one learns that it was known.
    expect(await outbox.bezorgd(store.db, weg!, 'uuid', nu)).toBe(true);
    expect(await outbox.bezorgd(store.db, over!, 'uuid', nu)).toBe(false);
    expect(await outbox.lees(store.db, sleutels, weg!.id)).toMatchObject({ stap: { partij: 'p' } });
  });

  it('houdt per zaak de volgorde, wat er ook mislukt', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('zaak:a', 'zaak:b', 'zaak:c'), { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.boolean()),
        async (zaken, lukt) => {
          await store.leeg();
          for (const [i, volgordeSleutel] of zaken.entries()) await plaats({ volgordeSleutel, inhoud: i });
          const bezorgd = new Map<string, number[]>();
          for (let klok = 0, over = zaken.length; over > 0; klok += 1) {
            for (const rij of await neem(na(klok), { hoogstens: 2 })) {
              if (klok < 40 && lukt.next().value !== true) {
                await outbox.opnieuw(store.db, rij, na(klok + 1), 'nee');
                continue;
              }
              await outbox.bezorgd(store.db, rij, null, nu);
              bezorgd.set(rij.volgordeSleutel, [
                ...(bezorgd.get(rij.volgordeSleutel) ?? []),
                Number(rij.inhoud),
              ]);
              over -= 1;
            }
          }
          for (const [zaak, reeks] of bezorgd)
            expect(reeks).toEqual(zaken.flatMap((een, i) => (een === zaak ? [i] : [])));
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('wat er wacht en wat terugkwam', () => {
  it('geeft een geweigerde opdracht terug aan de maker, met de reden', async () => {
    await plaats();
    await plaats({ medewerker: 'behandelaar-2', volgordeSleutel: 'zaak:b' });
    for (const rij of await neem()) await outbox.geweigerd(store.db, rij, 'De zaak is gesloten.', nu);
    expect(await outbox.vanMedewerker(store.db, sleutels, 'behandelaar')).toMatchObject([
      { reden: 'De zaak is gesloten.', inhoud: { omschrijving: 'Verhulst gebeld' } },
    ]);
    expect(await outbox.vanMedewerker(store.db, sleutels, 'kcc')).toEqual([]);
  });

  it('houdt met een geweigerde niet tegen wat daarna kwam; verbeterd sluit die achteraan', async () => {
    const [a, b, c] = [await plaats(), await plaats(), await plaats()].map(({ rij }) => rij);
    const [eerste] = await neem();
    expect(eerste?.id).toBe(a?.id);
    const fouten = [{ pad: 'omschrijving', code: 'max_length', melding: 'Te lang.' }];
    await outbox.geweigerd(store.db, eerste!, 'Te lang.', nu, fouten);
    const [weigering] = await outbox.vanMedewerker(store.db, sleutels, 'behandelaar');
    expect(weigering).toMatchObject({ reden: 'Te lang.', fouten });
    const nieuw = { inhoud: { omschrijving: 'Kort' }, register: 'sandbox', vergelijk: { kort: true } };
    const herschreven = await store.tx((t) => outbox.herschrijf(t, sleutels, weigering!, nieuw, na(1)));
    expect(herschreven).toMatchObject({
      id: a?.id,
      toestand: 'wacht',
      reden: null,
      fouten: [],
      inhoud: nieuw.inhoud,
    });
    // A second window comes too late, and finds out whether it said the same.
    expect(await store.tx((t) => outbox.herschrijf(t, sleutels, weigering!, nieuw, na(1)))).toBeNull();
    expect(await outbox.zelfdeInhoud(store.db, sleutels, weigering!.id, { kort: true })).toBe(true);
    expect(await outbox.zelfdeInhoud(store.db, sleutels, weigering!.id, { kort: false })).toBe(false);
    const volgorde: string[] = [];
    for (let rijen = await neem(na(2)); rijen.length > 0; rijen = await neem(na(2))) {
      volgorde.push(...ids(rijen));
      for (const rij of rijen) await outbox.bezorgd(store.db, rij, null, na(2));
    }
    expect(volgorde).toEqual([b?.id, c?.id, a?.id]);
  });

  it('weet welke eigen statussen nog onderweg waren toen dit geschreven werd', async () => {
    const status = (deel = {}, op = nu) => plaats({ soort: 'status', ...deel }, op);
    const bezorg = async (op: Date, bron: string) => {
      const [rij] = await neem(op);
      await outbox.bezorgd(store.db, rij!, bron, op);
    };
    await status();
    await bezorg(na(1), 'al bezorgd');
    await status({}, na(2));
    await status({ medewerker: 'behandelaar-2' }, na(2));
    await plaats({ volgordeSleutel: 'zaak:b', soort: 'status' }, na(2));
    const { rij } = await plaats({}, na(3));
    for (const bron of ['onderweg', 'zaak b', 'van een ander']) await bezorg(na(4), bron);
    expect(await outbox.eigenStatussenErvoor(store.db, rij)).toEqual(['onderweg']);
  });

  it('telt voor beheer wat wacht, zonder inhoud, en noemt het per zaak', async () => {
    const { rij } = await plaats();
    await plaats({ volgordeSleutel: 'zaak:b' }, na(5));
    expect(await bezorging.tellingen(store.db)).toEqual([
      { register: 'sandbox', soort: 'substatus', toestand: 'wacht', aantal: 2, oudste: nu },
    ]);
    expect(ids(await outbox.wachtendVan(store.db, sleutels, 'zaak:a'))).toEqual([rij.id]);
  });

  it('neemt terug wat meteen geweigerd is, alleen voor wie het vasthoudt', async () => {
    const { rij } = await plaats();
    await outbox.verwijder(store.db, rij);
    expect(await outbox.lees(store.db, sleutels, rij.id)).not.toBeNull();
    const [genomen] = await neem();
    await outbox.verwijder(store.db, genomen!);
    expect(await outbox.lees(store.db, sleutels, rij.id)).toBeNull();
  });

  it('ruimt alleen op wat lang geleden bezorgd is', async () => {
    await plaats();
    await plaats({ volgordeSleutel: 'zaak:b' });
    const [een] = await neem();
    await outbox.bezorgd(store.db, een!, null, nu);
    expect(await outbox.ruimOp(store.db, nu)).toBe(0);
    expect(await outbox.ruimOp(store.db, na(1))).toBe(1);
    expect((await bezorging.tellingen(store.db))[0]?.aantal).toBe(1);
  });
});
