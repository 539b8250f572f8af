import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakBus } from '../../server/bus.ts';
import { BronFout } from '../../server/connectors/ports.ts';
import { stemRegisterAf } from '../../server/services/afstemming.ts';
import type { Deps } from '../../server/services/deps.ts';
import { meldZaak } from '../../server/services/meldingen.ts';
import { verwerk } from '../../server/services/notificaties.ts';
import * as gebeurtenissen from '../../server/store/gebeurtenissen.ts';
import * as klantverwijzingen from '../../server/store/klantverwijzingen.ts';
import * as zaakindex from '../../server/store/zaakindex.ts';
import { stilLog } from '../hulp/log.ts';
import { testSleutels } from '../hulp/sleutels.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';
import { maakStubregister, urlVan, uuid, type Stubregister } from '../hulp/zaakregister.ts';

let store: TestStore;
let deps: Deps;
let stub: Stubregister;
let nu: Date;
const later = (dagen: number) => {
  nu = new Date(nu.getTime() + dagen * 86_400_000);
};

beforeAll(async () => {
  store = await maakStore();
});
beforeEach(async () => {
  await store.leeg();
  nu = new Date('2026-11-14T10:00:00Z');
  stub = maakStubregister();
  deps = {
    store,
    sleutels: testSleutels(),
    registers: {
      zaken: [stub.register],
      klanten: null,
      personen: null,
      bedrijven: null,
      notificaties: null,
      medewerkers: null,
      klanttaken: null,
      verbindingen: () => [],
    },
    clock: { nu: () => nu, vandaag: () => nu.toISOString().slice(0, 10) },
    bus: maakBus(),
    log: stilLog(),
  };
});
afterAll(() => store.close());

const pauzes: number[] = [];
const ronde = async (signal = new AbortController().signal) => {
  pauzes.length = 0;
  return stemRegisterAf(deps, stub.register, signal, async (ms) => pauzes.push(ms));
};
const verteld = async () => gebeurtenissen.na(store.db, 0, 100_000);
const vulMet = async (aantal: number) => {
  for (let n = 1; n <= aantal; n += 1) stub.zet(n);
  await ronde();
};

describe('na zeven dagen zonder notificaties', () => {
  it('hoort iedereen van 5.000 gewijzigde zaken elk één keer, in porties met een pauze', async () => {
    await vulMet(5000);
    later(7);
    const sprongen: number[] = [];
    deps.bus.on('gebeurtenissen', (nieuw) => sprongen.push(nieuw.length));
    for (let n = 1; n <= 5000; n += 1) stub.zet(n, { einddatumGepland: '2026-12-24' });
    expect(await ronde()).toEqual({ gelezen: 5000, verteld: 5000 });
    const alles = await verteld();
    const vanZaak = alles.filter(({ onderwerp }) => onderwerp.startsWith('zaak:'));
    expect(new Set(vanZaak.map(({ onderwerp }) => onderwerp)).size).toBe(5000);
    expect(vanZaak).toHaveLength(5000);
    expect(new Set(alles.map(({ soort }) => soort))).toEqual(new Set(['zaak.gewijzigd']));
    // The zaak itself and its afdeling: nobody ever looked up a klant.
    expect(sprongen).toEqual(Array.from({ length: 50 }, () => 200));
    expect(pauzes).toHaveLength(49);
  }, 60_000);

  it('hoort niemand iets als er niets gebeurd is', async () => {
    await vulMet(250);
    later(7);
    expect(await ronde()).toEqual({ gelezen: 250, verteld: 0 });
    expect(await verteld()).toEqual([]);
    expect(pauzes).toEqual([]);
  });

  it('hoort wie de klant volgt ervan', async () => {
    const klant = { soort: 'persoon', nummer: '999993653' } as const;
    const id = await klantverwijzingen.verwijs(store.db, deps.sleutels, klant);
    stub.zet(1, {}, { identificatie: { bsn: klant.nummer } });
    await ronde();
    later(7);
    stub.zet(1, { opschorting: { reden: 'Wacht op stukken' } }, { identificatie: { bsn: klant.nummer } });
    await ronde();
    expect((await verteld()).map(({ onderwerp, id: zaak }) => [onderwerp, zaak])).toEqual([
      [`zaak:proef~${uuid(1)}`, `proef~${uuid(1)}`],
      [`klant:${id}`, `proef~${uuid(1)}`],
      ['afdeling:Wonen', `proef~${uuid(1)}`],
    ]);
  });

  it('hoort men van een zaak die intussen gesloten is, en van een die weg is niets', async () => {
    await vulMet(3);
    later(7);
    stub.zet(2, { einddatum: '2026-11-18' });
    stub.zaken.delete(uuid(3));
    expect(await ronde()).toEqual({ gelezen: 1, verteld: 1 });
    expect((await verteld())[0]).toMatchObject({
      soort: 'zaak.gewijzigd',
      onderwerp: `zaak:proef~${uuid(2)}`,
    });
    expect(await zaakindex.lees(store.db, [`proef~${uuid(3)}`])).toEqual([]);
    later(1);
    expect(await ronde()).toMatchObject({ verteld: 0 });
  });

  it('hoort men van een nieuwe zaak, niet van een oude die de index nog niet had', async () => {
    await vulMet(1);
    later(7);
    stub.zet(2, { registratiedatum: '2026-11-16' });
    stub.zet(3, { registratiedatum: '2026-03-01' });
    expect(await ronde()).toEqual({ gelezen: 3, verteld: 1 });
    expect((await verteld())[0]).toMatchObject({ soort: 'zaak.nieuw', id: `proef~${uuid(2)}` });
  });
});

describe('de ronde', () => {
  it('vertelt niets van de eerste vulling', async () => {
    for (let n = 1; n <= 300; n += 1) stub.zet(n, { registratiedatum: '2026-11-14' });
    expect(await ronde()).toEqual({ gelezen: 300, verteld: 0 });
    expect(await verteld()).toEqual([]);
  });

  it('vertelt niet nog eens wat een notificatie al vertelde', async () => {
    await vulMet(2);
    later(1);
    stub.zet(1, { einddatumGepland: '2026-12-24' });
    const rij = {
      kanaal: 'zaken',
      hoofdObject: urlVan('zaak', 1),
      resource: 'zaak',
      resourceUrl: urlVan('zaak', 1),
      actie: 'update',
      aanmaakdatum: nu.toISOString(),
    };
    await verwerk(deps, [rij]);
    const eerst = (await verteld()).length;
    later(1);
    expect(await ronde()).toMatchObject({ verteld: 0 });
    expect(await verteld()).toHaveLength(eerst);
  });

  it('gaat niet terug als een notificatie komt terwijl een bladzijde onderweg is', async () => {
    await vulMet(1);
    later(1);
    const oud = stub.zaken.get(uuid(1))!;
    const trage = {
      ...stub.register,
      openZaken: async () => {
        later(0.001);
        stub.zet(1, { einddatumGepland: '2026-12-24' });
        await meldZaak(deps, stub.register, uuid(1), {
          soort: 'zaak.gewijzigd',
          bron: null,
          door: null,
          intern: false,
        });
        later(0.001);
        return { rijen: [oud], onleesbaar: 0, volgende: null };
      },
    };
    const { verteld: aantal } = await stemRegisterAf(deps, trage, new AbortController().signal);
    expect(aantal).toBe(0);
    expect(await zaakindex.lees(store.db, [`proef~${uuid(1)}`])).toMatchObject([
      { streefdatum: '2026-12-24' },
    ]);
  });

  it('vertelt wat al gevonden was als het register halverwege wegvalt', async () => {
    await vulMet(150);
    later(7);
    for (let n = 1; n <= 150; n += 1) stub.zet(n, { einddatumGepland: '2026-12-24' });
    const valtWeg = {
      ...stub.register,
      openZaken: async (...vraag: Parameters<typeof stub.register.openZaken>) => {
        if (vraag[0] !== null) throw new BronFout('proef', 'onbereikbaar', { status: 503 });
        const blad = await stub.register.openZaken(...vraag);
        return { ...blad, rijen: blad.rijen.slice(0, 30) };
      },
    };
    await expect(stemRegisterAf(deps, valtWeg, new AbortController().signal)).rejects.toMatchObject({
      soort: 'onbereikbaar',
    });
    const vanZaak = async () => (await verteld()).filter(({ onderwerp }) => onderwerp.startsWith('zaak:'));
    expect(await vanZaak()).toHaveLength(30);
    // The next round has the rest, and these not again.
    expect(await ronde()).toEqual({ gelezen: 150, verteld: 120 });
    expect(new Set((await vanZaak()).map(({ onderwerp }) => onderwerp)).size).toBe(150);
  });

  it('houdt een half gelezen register niet voor een dat zijn zaken sloot', async () => {
    await vulMet(150);
    later(7);
    const stop = new AbortController();
    stop.abort();
    stub.gevraagd.length = 0;
    expect(await ronde(stop.signal)).toEqual({ gelezen: 0, verteld: 0 });
    expect(stub.gevraagd).toEqual([]);
  });
});
