import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as verwerkingen from '../../server/store/verwerkingen.ts';
import type { Verwerking } from '../../server/store/verwerkingen.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const regel = (deel: Partial<Verwerking> = {}): Verwerking => ({
  medewerker: 'kcc',
  handeling: 'klantbeeld',
  betrokkene: 'a.1234',
  doel: 'klantcontact',
  registers: ['sandbox', 'brp'],
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  tijdstip: '2026-11-21T10:00:00.000Z',
  ...deel,
});
const schrijf = (...regels: Verwerking[]) => store.tx((t) => verwerkingen.schrijf(t, regels));
const alles = { range: [0, 99] } as const;

let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
afterAll(() => store.close());

describe('het verwerkingenlog', () => {
  beforeAll(async () => {
    await schrijf(regel(), regel({ handeling: 'zaak', voorwerp: 'sandbox~1', betrokkene: null }));
    await schrijf(regel({ medewerker: 'balie', betrokkene: 'a.9', tijdstip: '2026-11-21T11:00:00.000Z' }));
    // In the Netherlands it is December already.
    await schrijf(regel({ tijdstip: '2026-11-30T23:30:00.000Z', registers: [] }));
  });

  it('toont wie wat deed, het nieuwste eerst, met het totaal', async () => {
    const { rijen, totaal } = await verwerkingen.lijst(store.db, { range: [0, 1] });
    expect(totaal).toBe(4);
    expect(rijen.map((rij) => rij.tijdstip)).toEqual([
      '2026-11-30T23:30:00.000Z',
      '2026-11-21T11:00:00.000Z',
    ]);
    expect(rijen[0]).toMatchObject({
      ...regel({ tijdstip: '2026-11-30T23:30:00.000Z', registers: [] }),
      voorwerp: null,
    });
    expect(rijen[0]?.id).toMatch(/^2026-12\//);
  });

  it('zoekt op medewerker, klant, handeling, zaak en tijd', async () => {
    const tel = async (filter: NonNullable<verwerkingen.LogVraag['filter']>) =>
      (await verwerkingen.lijst(store.db, { ...alles, filter })).totaal;
    expect(await tel({ medewerker: 'balie' })).toBe(1);
    expect(await tel({ betrokkene: ['b.1', 'a.1234'] })).toBe(2);
    expect(await tel({ betrokkene: [] })).toBe(0);
    expect(await tel({ handeling: 'zaak', voorwerp: 'sandbox~1' })).toBe(1);
    expect(await tel({ van: new Date('2026-11-21T11:00:00Z'), tot: new Date('2026-11-30T00:00:00Z') })).toBe(
      1,
    );
    expect(await tel({ traceId: 'anders' })).toBe(0);
  });

  it('klopt, ook als veel inzages tegelijk geschreven worden', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => schrijf(regel({ traceId: `t${i}` }))));
    expect(await verwerkingen.controleer(store.db)).toEqual([]);
    expect((await verwerkingen.lijst(store.db, alles)).totaal).toBe(44);
  });

  it('laat niets achter van een inzage die niet doorging', async () => {
    const voor = await verwerkingen.lijst(store.db, alles);
    await expect(
      store.tx(async (t) => {
        await verwerkingen.schrijf(t, [regel()]);
        throw new Error('toch niet');
      }),
    ).rejects.toThrow();
    expect(await verwerkingen.lijst(store.db, alles)).toEqual(voor);
    expect(await verwerkingen.controleer(store.db)).toEqual([]);
  });
});

describe('knoeien met het log valt op', () => {
  const proef = (naam: string, ingreep: string, breuk: Partial<verwerkingen.Breuk>) =>
    it(naam, async () => {
      await store.leeg();
      for (let i = 1; i <= 4; i += 1) await schrijf(regel({ traceId: `t${i}` }));
      expect(await verwerkingen.controleer(store.db)).toEqual([]);
      await store.db.execute(sql.raw(ingreep));
      expect(await verwerkingen.controleer(store.db)).toMatchObject([breuk]);
    });

  proef('een gewijzigde regel', "UPDATE verwerkingen SET medewerker = 'ander' WHERE trace_id = 't2'", {
    volgnummer: 2,
    soort: 'gewijzigd',
  });
  proef('een verwijderde regel in het midden', "DELETE FROM verwerkingen WHERE trace_id = 't3'", {
    volgnummer: 3,
    soort: 'ontbreekt',
  });
  proef('een verwijderde laatste regel', "DELETE FROM verwerkingen WHERE trace_id = 't4'", {
    volgnummer: 4,
    soort: 'ontbreekt',
  });
  proef('een verwijderde keten', 'DELETE FROM verwerkingen_ketens', { soort: 'zonder_keten' });
});

describe('de bewaartermijn', () => {
  it('haalt een maand weg en laat het einde van de ketens achter', async () => {
    await store.leeg();
    await schrijf(
      regel({ tijdstip: '2021-10-05T10:00:00.000Z' }),
      regel({ tijdstip: '2021-11-05T10:00:00.000Z' }),
    );
    await schrijf(regel({ tijdstip: '2021-10-06T10:00:00.000Z' }), regel());
    const nu = new Date('2026-11-21T10:00:00Z');
    expect(await store.tx((t) => verwerkingen.sluitAf(t, '2021-11', nu))).toEqual(['2021-10']);
    expect((await verwerkingen.lijst(store.db, alles)).totaal).toBe(2);
    expect(await verwerkingen.afgesloten(store.db)).toMatchObject([{ maand: '2021-10', aantal: 2 }]);
    expect(await verwerkingen.controleer(store.db)).toEqual([]);
    expect(await store.tx((t) => verwerkingen.sluitAf(t, '2021-11', nu))).toEqual([]);
    await store.tx((t) => verwerkingen.zorgVoorMaand(t, '2026-12'));
    await store.tx((t) => verwerkingen.zorgVoorMaand(t, '2026-12'));
    await expect(store.tx((t) => verwerkingen.zorgVoorMaand(t, "2026-12'); --"))).rejects.toThrow(
      'geen maand',
    );
  });
});
