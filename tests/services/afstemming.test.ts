import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BronFout, type Zaakregister } from '../../server/connectors/ports.ts';
import { stemRegisterAf } from '../../server/services/afstemming.ts';
import type { Deps } from '../../server/services/deps.ts';
import { meldZaak } from '../../server/services/meldingen.ts';
import { verwerk } from '../../server/services/notificaties.ts';
import { werkIndexBij } from '../../server/services/onderhoud.ts';
import * as gebeurtenissen from '../../server/store/gebeurtenissen.ts';
import * as indexronden from '../../server/store/indexronden.ts';
import * as klantverwijzingen from '../../server/store/klantverwijzingen.ts';
import * as zaakindex from '../../server/store/zaakindex.ts';
import { leegDeps } from '../hulp/deps.ts';
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
  const clock = { nu: () => nu, vandaag: () => nu.toISOString().slice(0, 10) };
  deps = leegDeps(store, clock, { zaken: [stub.register] });
});
afterAll(() => store.close());

const pauzes: number[] = [];
const rondeVan = (register: Zaakregister, signal = new AbortController().signal) =>
  stemRegisterAf(deps, register, { signal, pauze: async (ms) => pauzes.push(ms) });
const ronde = async (signal?: AbortSignal) => {
  pauzes.length = 0;
  return rondeVan(stub.register, signal);
};
const alleRijen = async () => {
  const ids = await Promise.all(
    ['goed', 'proef'].map((register) => zaakindex.openVan(store.db, { register, na: '', hoogstens: 10_000 })),
  );
  const rijen = await zaakindex.lees(
    store.db,
    ids.flat().map(({ id }) => id),
  );
  return rijen.toSorted((a, b) => (a.id < b.id ? -1 : 1));
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
    // Told 100 at a time with a second between; read 200 a second.
    expect(pauzes.filter((ms) => ms === 1000)).toHaveLength(49);
    expect(pauzes.filter((ms) => ms === 500)).toHaveLength(50);
  }, 60_000);

  it('hoort niemand iets als er niets gebeurd is', async () => {
    await vulMet(250);
    later(7);
    expect(await ronde()).toEqual({ gelezen: 250, verteld: 0 });
    expect(await verteld()).toEqual([]);
    expect(pauzes).toEqual([500, 500, 250]);
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
    const { verteld: aantal } = await rondeVan(trage);
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
        return stub.register.openZaken(...vraag);
      },
    };
    await expect(rondeVan(valtWeg)).rejects.toMatchObject({
      soort: 'onbereikbaar',
    });
    const vanZaak = async () => (await verteld()).filter(({ onderwerp }) => onderwerp.startsWith('zaak:'));
    expect(await vanZaak()).toHaveLength(100);
    // It goes on where it was.
    expect(await ronde()).toEqual({ gelezen: 50, verteld: 50 });
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

  it('gaat na een herstart verder op de bladzijde waar hij was, en vertelt ook dan niets van de eerste vulling', async () => {
    for (let n = 1; n <= 350; n += 1) stub.zet(n, { registratiedatum: '2026-11-14' });
    const stop = new AbortController();
    await stemRegisterAf(deps, stub.register, {
      signal: stop.signal,
      // After two pages the process is told to stop.
      pauze: async () => {
        if (stub.gevraagd.filter((wat) => wat === 'openZaken').length === 2) stop.abort();
      },
    });
    stub.gevraagd.length = 0;
    later(1 / 48);
    expect(await ronde()).toEqual({ gelezen: 150, verteld: 0 });
    expect(stub.gevraagd).toEqual(['openZaken', 'openZaken']);
    expect(await verteld()).toEqual([]);
    expect((await alleRijen()).length).toBe(350);
  });

  it('begint na meer dan een uur weer vooraan, en ook na een bladzijde die het register weigert', async () => {
    await vulMet(250);
    const valtUit = (soort: 'onbereikbaar' | 'geweigerd') => ({
      ...stub.register,
      openZaken: async (...vraag: Parameters<typeof stub.register.openZaken>) => {
        if (vraag[0] !== null) throw new BronFout('proef', soort);
        return stub.register.openZaken(...vraag);
      },
    });
    await expect(rondeVan(valtUit('onbereikbaar'))).rejects.toMatchObject({ soort: 'onbereikbaar' });
    later(1);
    expect(await ronde()).toMatchObject({ gelezen: 250 });
    await expect(rondeVan(valtUit('geweigerd'))).rejects.toMatchObject({ soort: 'geweigerd' });
    expect(await ronde()).toMatchObject({ gelezen: 250 });
  });

  it('schrijft niet opnieuw wat hetzelfde bleef', async () => {
    await vulMet(3);
    const eerst = await alleRijen();
    later(1);
    stub.zet(2, { einddatumGepland: '2026-12-24' });
    await ronde();
    const daarna = await alleRijen();
    expect(daarna.map(({ bijgewerktOp }, n) => bijgewerktOp > eerst[n]!.bijgewerktOp)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('loopt door als een enkele zaak onleesbaar is', async () => {
    await vulMet(3);
    later(1);
    stub.zet(1, { einddatumGepland: '2026-12-24' });
    stub.zet(3, { einddatum: '2026-11-15' });
    const kapot = {
      ...stub.register,
      openZaken: async (...vraag: Parameters<typeof stub.register.openZaken>) => {
        const blad = await stub.register.openZaken(...vraag);
        return { ...blad, rijen: blad.rijen.filter(({ uuid: welke }) => welke !== uuid(2)), onleesbaar: 1 };
      },
      zaak: async (...vraag: Parameters<typeof stub.register.zaak>) => {
        if (vraag[0] === uuid(2)) throw new BronFout('proef', 'onleesbaar', { code: 'schema' });
        return stub.register.zaak(...vraag);
      },
    };
    expect(await rondeVan(kapot)).toEqual({ gelezen: 1, verteld: 2 });
    expect(await zaakindex.lees(store.db, [`proef~${uuid(2)}`])).toHaveLength(1);
  });

  it('doet een tweede proces niet nog eens over, en neemt het over van een dat verdwenen is', async () => {
    await vulMet(150);
    later(1);
    const begin = nu;
    const wachtend: Promise<unknown>[] = [];
    const deLoper = await stemRegisterAf(deps, stub.register, {
      signal: new AbortController().signal,
      sinds: begin,
      pauze: async () => {
        // While it runs another process asks for the same: it waits until this one is done.
        if (wachtend.length > 0) return;
        wachtend.push(
          stemRegisterAf(deps, stub.register, {
            signal: new AbortController().signal,
            sinds: begin,
            pauze: () => new Promise((verder) => setImmediate(verder)),
          }),
        );
      },
    });
    expect([deLoper.gelezen, await Promise.all(wachtend)]).toEqual([150, [{ gelezen: 0, verteld: 0 }]]);

    // One that vanished in the middle: nobody waits longer than its lease.
    await indexronden.neem(store.db, {
      register: 'proef',
      loper: uuid(7),
      nu,
      tot: new Date(nu.getTime() + 60_000),
      geldigVanaf: nu,
    });
    const gewacht: number[] = [];
    const uit = await stemRegisterAf(deps, stub.register, {
      signal: new AbortController().signal,
      pauze: async (ms) => {
        if (ms === 2000) {
          gewacht.push(ms);
          nu = new Date(nu.getTime() + ms);
        }
      },
    });
    expect([uit.gelezen, gewacht.length]).toEqual([150, 31]);
  });
});

describe('meer registers', () => {
  it('elk krijgt zijn ronde, ook als een ander zwijgt; daarna alleen wie nog niet gelukt is', async () => {
    const goed = maakStubregister('goed');
    goed.zet(1);
    stub.zet(2);
    let zwijgt = true;
    const stom: Zaakregister = {
      ...stub.register,
      openZaken: async (...vraag) => {
        if (zwijgt) throw new BronFout('proef', 'te_traag');
        return stub.register.openZaken(...vraag);
      },
    };
    deps.registers = { ...deps.registers, zaken: [stom, goed.register] };
    const werk = () => werkIndexBij(deps, new AbortController().signal, new Date(0));
    await expect(werk()).rejects.toMatchObject({ soort: 'te_traag' });
    expect((await alleRijen()).map(({ id }) => id)).toEqual([`goed~${uuid(1)}`]);
    goed.gevraagd.length = 0;
    zwijgt = false;
    await werk();
    expect((await alleRijen()).map(({ id }) => id)).toEqual([`goed~${uuid(1)}`, `proef~${uuid(2)}`]);
    expect(goed.gevraagd).toEqual([]);
  });
});
