import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as gebeurtenissen from '../../server/store/gebeurtenissen.ts';
import type { NieuweGebeurtenis } from '../../server/store/gebeurtenissen.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const tijdstip = '2026-11-21T10:00:00.000Z';
const een = (deel: Partial<NieuweGebeurtenis> = {}): NieuweGebeurtenis => ({
  soort: 'zaak.status',
  onderwerp: 'klant:k1',
  id: 'sandbox~1',
  tijdstip,
  door: 'behandelaar',
  bron: null,
  niveau: 'status',
  ...deel,
});
let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
beforeEach(() => store.leeg());
afterAll(() => store.close());
const schrijf = (...nieuw: NieuweGebeurtenis[]) => store.tx((t) => gebeurtenissen.schrijf(t, nieuw));

describe('gebeurtenissen', () => {
  it('krijgen oplopende nummers en komen per onderwerp terug', async () => {
    const [a, b] = await schrijf(een(), een({ onderwerp: 'zaak:x' }));
    const [c] = await schrijf(een());
    const begin = a!.volgnummer - 1;
    expect([b, c].map((x) => x!.volgnummer)).toEqual([begin + 2, begin + 3]);
    expect(await gebeurtenissen.laatste(store.db)).toBe(begin + 3);
    const { bron: _bron, ...zonderBron } = een();
    expect(await gebeurtenissen.sinds(store.db, 'klant:k1', begin, 10)).toEqual([
      { ...zonderBron, volgnummer: a!.volgnummer },
      { ...zonderBron, volgnummer: c!.volgnummer },
    ]);
    expect(await gebeurtenissen.sinds(store.db, 'klant:k1', a!.volgnummer, 10)).toHaveLength(1);
    expect(await gebeurtenissen.na(store.db, begin, 2)).toHaveLength(2);
  });

  it('houden de zaken waarover een contact gaat, en zwijgen daarover als er geen zijn', async () => {
    const zaken = ['sandbox~1', 'sandbox~2'];
    const [a] = await schrijf(een({ zaken }), een({ zaken: [] }));
    const terug = await gebeurtenissen.na(store.db, a!.volgnummer - 1, 10);
    expect(terug.map((rij) => rij.zaken)).toEqual([zaken, undefined]);
  });

  it('worden niet bewaard als de transactie mislukt', async () => {
    const begin = await gebeurtenissen.laatste(store.db);
    await expect(
      store.tx(async (t) => {
        await gebeurtenissen.schrijf(t, [een()]);
        throw new Error('toch niet');
      }),
    ).rejects.toThrow('toch niet');
    expect(await gebeurtenissen.laatste(store.db)).toBe(begin);
  });

  it('van dezelfde bron worden één keer gemeld', async () => {
    expect(await schrijf(een({ bron: 'status-1' }))).toHaveLength(1);
    expect(await schrijf(een({ bron: 'status-1' }))).toEqual([]);
    expect(
      await schrijf(een({ bron: 'status-1', onderwerp: 'zaak:x' }), een({ bron: 'status-2' })),
    ).toHaveLength(2);
  });

  it('die te oud zijn verdwijnen, en hun nummers komen niet terug', async () => {
    const [oud] = await schrijf(een({ tijdstip: '2026-11-01T10:00:00.000Z' }));
    const [nieuw] = await schrijf(een());
    expect(await gebeurtenissen.ruimOp(store.db, new Date('2026-11-14T00:00:00Z'))).toBe(1);
    expect(await gebeurtenissen.oudste(store.db)).toBe(nieuw!.volgnummer);
    // The newest one stays, however old.
    expect(await gebeurtenissen.ruimOp(store.db, new Date('2027-01-01T00:00:00Z'))).toBe(0);
    expect(await gebeurtenissen.laatste(store.db)).toBe(nieuw!.volgnummer);
    expect(nieuw!.volgnummer).toBeGreaterThan(oud!.volgnummer);
  });

  it('zijn nooit lager genummerd dan wat al te lezen was, hoe transacties ook door elkaar lopen', async () => {
    // PGlite has one connection: there transactions come one after another by themselves.
    let hoogsteGezien = 0;
    const teLaat: number[] = [];
    const einde = new AbortController();
    const lezer = (async () => {
      let gezien = new Set<number>();
      while (!einde.signal.aborted) {
        const nu = new Set((await gebeurtenissen.na(store.db, 0, 10_000)).map((x) => x.volgnummer));
        for (const nummer of nu) if (!gezien.has(nummer) && nummer < hoogsteGezien) teLaat.push(nummer);
        hoogsteGezien = Math.max(hoogsteGezien, ...nu);
        gezien = nu;
      }
    })();
    await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        store.tx(async (t) => {
          await gebeurtenissen.schrijf(t, i % 3 === 0 ? [een(), een()] : [een()]);
          // Holds the transaction open a little, differently each time.
          for (let n = 0; n < i % 7; n += 1) await gebeurtenissen.oudste(t);
        }),
      ),
    );
    einde.abort();
    await lezer;
    expect(teLaat).toEqual([]);
    expect(await gebeurtenissen.na(store.db, 0, 10_000)).toHaveLength(80);
  });
});
