import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { vasteKlok } from '../../server/clock.ts';
import { uitstel } from '../../server/jobs/lus.ts';
import { outboxRonde, startOutbox, type OutboxOpties } from '../../server/jobs/outbox.ts';
import * as bezorging from '../../server/store/bezorging.ts';
import * as outbox from '../../server/store/outbox.ts';
import { stilLog } from '../hulp/log.ts';
import { testSleutels } from '../hulp/sleutels.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const sleutels = testSleutels();
const lopend = new AbortController().signal;
let store: TestStore;
let clock: ReturnType<typeof vasteKlok>;
beforeAll(async () => {
  store = await maakStore();
});
beforeEach(async () => {
  clock = vasteKlok('2026-11-21T10:00:00Z');
  await store.leeg();
});
afterAll(() => store.close());

const plaats = async (inhoud: string, volgordeSleutel = 'zaak:a') =>
  (
    await outbox.plaats(
      store.db,
      sleutels,
      {
        soort: 'substatus',
        volgordeSleutel,
        inhoud,
        medewerker: 'behandelaar',
        register: 'sandbox',
        idempotentie: randomUUID(),
      },
      clock.nu(),
    )
  ).rij;
const opties = (bezorg: (inhoud: unknown) => void, deel: Partial<OutboxOpties> = {}): OutboxOpties => ({
  store,
  sleutels,
  clock,
  log: stilLog(),
  bezorg: async (rij) => {
    bezorg(rij.inhoud);
    await outbox.bezorgd(store.db, rij, 'uuid', clock.nu());
  },
  oordeel: (oorzaak) => ({
    soort: oorzaak instanceof Error && oorzaak.message === 'weigert' ? 'weigering' : 'later',
    reden: 'reden voor de maker',
  }),
  ritme: { pauzeMs: 5, toeval: () => 1 },
  ...deel,
});

it('bezorgt alles, per zaak in de volgorde waarin het kwam', async () => {
  for (const inhoud of ['a1', 'a2', 'a3']) await plaats(inhoud);
  await plaats('b1', 'zaak:b');
  const bezorgd: unknown[] = [];
  while (
    await outboxRonde(
      opties((inhoud) => bezorgd.push(inhoud)),
      lopend,
    )
  );
  expect(bezorgd.filter((een) => een !== 'b1')).toEqual(['a1', 'a2', 'a3']);
  expect(await bezorging.tellingen(store.db)).toEqual([]);
});

it('wacht met wat misschien nog onderweg is tot het er moet staan', async () => {
  const eerste = await plaats('a1');
  const proef = opties(
    () => {
      throw new Error('geen antwoord');
    },
    { oordeel: () => ({ soort: 'later', reden: '', nietVoorMs: 60_000 }) },
  );
  await outboxRonde(proef, lopend);
  expect((await outbox.lees(store.db, sleutels, eerste.id))?.volgendePoging).toEqual(
    new Date('2026-11-21T10:01:00Z'),
  );
});

it('probeert later opnieuw wat geen antwoord kreeg, en houdt de rest van de zaak zolang op', async () => {
  const eerste = await plaats('a1');
  await plaats('a2');
  const geprobeerd: unknown[] = [];
  let stuk = true;
  const proef = opties((inhoud) => {
    geprobeerd.push(inhoud);
    if (stuk) throw new Error('geen antwoord');
  });
  await outboxRonde(proef, lopend);
  expect(await outboxRonde(proef, lopend)).toBe(false);
  expect(await outbox.lees(store.db, sleutels, eerste.id)).toMatchObject({
    toestand: 'wacht',
    reden: 'reden voor de maker',
    volgendePoging: new Date('2026-11-21T10:00:01Z'),
  });
  clock.verder(1000);
  stuk = false;
  while (await outboxRonde(proef, lopend));
  expect(geprobeerd).toEqual(['a1', 'a1', 'a2']);
});

it('geeft een weigering terug aan de maker en gaat door met de volgende', async () => {
  await plaats('slecht');
  await plaats('goed');
  const terug: string[] = [];
  const proef = opties(
    (inhoud) => {
      if (inhoud === 'slecht') throw new Error('weigert');
    },
    { bijWeigering: async (rij, reden) => void terug.push(`${rij.medewerker}: ${reden}`) },
  );
  while (await outboxRonde(proef, lopend));
  expect(terug).toEqual(['behandelaar: reden voor de maker']);
  expect(await outbox.vanMedewerker(store.db, sleutels, 'behandelaar')).toMatchObject([{ inhoud: 'slecht' }]);
  expect(await bezorging.tellingen(store.db)).toMatchObject([{ toestand: 'geweigerd', aantal: 1 }]);
});

it('wordt wakker van een nieuwe opdracht, en stopt pas als de bezorging klaar is', async () => {
  let begonnen: () => void = () => undefined;
  const begin = new Promise<void>((klaar) => {
    begonnen = klaar;
  });
  const worker = startOutbox(
    opties(() => undefined, {
      ritme: { pauzeMs: 60_000 },
      bezorg: async (rij, signal) => {
        begonnen();
        // Cut off by stop, as a call to a register would be.
        await new Promise((_goed, fout) => {
          signal.addEventListener('abort', () => fout(new Error('gestopt')));
        });
        throw new Error(rij.id);
      },
    }),
  );
  const rij = await plaats('a1');
  worker.wek();
  await begin;
  await worker.stop();
  expect(await outbox.lees(store.db, sleutels, rij.id)).toMatchObject({
    toestand: 'wacht',
    pogingen: 1,
    lease: null,
  });
});

it('gaat door na een ronde die mislukt', async () => {
  let keer = 0;
  let gelukt: () => void = () => undefined;
  const klaar = new Promise<void>((goed) => {
    gelukt = goed;
  });
  const worker = startOutbox(
    opties(() => gelukt(), {
      oordeel: () => {
        throw new Error('fout in ons eigen oordeel');
      },
      bezorg: async (rij) => {
        keer += 1;
        if (keer === 1) throw new Error('eerste keer');
        await outbox.bezorgd(store.db, rij, 'uuid', clock.nu());
        gelukt();
      },
    }),
  );
  await plaats('a1');
  while (keer === 0) await new Promise((verder) => setTimeout(verder, 5));
  // The failed round could not give the row back: its lease runs out.
  clock.verder(60_000);
  await klaar;
  await worker.stop();
  expect(keer).toBe(2);
});

it('wacht steeds langer, nooit langer dan vijf minuten, en nooit allemaal even lang', () => {
  expect([1, 2, 3, 4].map((n) => uitstel(n, () => 1))).toEqual([1000, 2000, 4000, 8000]);
  expect([1, 2, 3, 4].map((n) => uitstel(n, () => 0))).toEqual([500, 1000, 2000, 4000]);
  expect(uitstel(1000, () => 1)).toBe(300_000);
  expect(uitstel(0, () => 1)).toBe(1000);
});
