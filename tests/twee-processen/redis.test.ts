import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as gebeurtenissen from '../../server/store/gebeurtenissen.ts';
import { maakLive, type LiveProef } from '../hulp/live.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const redisUrl = process.env['REDIS_URL'];

describe.skipIf(redisUrl === undefined || redisUrl === '')('twee hubs die Redis delen', () => {
  let store: TestStore;
  let een: LiveProef;
  let twee: LiveProef;
  beforeAll(async () => {
    store = await maakStore();
    const deel = {
      config: { publicUrl: undefined, redisUrl, live: { onderwerpen: 5, berichten: 50 } },
      // So long that only Redis can bring it.
      ritme: { samenvoegenMs: 5, rondeMs: 600_000 },
    };
    een = await maakLive(store, deel);
    twee = await maakLive(store, deel);
  });
  afterAll(async () => {
    await Promise.all([een.sluit(), twee.sluit()]);
    await store.close();
  });

  it('brengen wat in de een geschreven is naar de consoles van beide, één keer', async () => {
    const [a, b] = [await een.verbind('kcc'), await twee.verbind('balie')];
    await a.volg('klant:k1');
    await b.volg('klant:k1');
    await een.meld({ onderwerp: 'klant:k1', id: '1' });
    await twee.meld({ onderwerp: 'klant:k1', id: '2' });
    for (const console of [a, b]) {
      await console.tot((g) => g.id === '2');
      expect(console.gekregen.map((g) => g.id)).toEqual(['1', '2']);
    }
  });

  it('halen uit de database wat Redis niet bracht, in volgorde', async () => {
    const b = await twee.verbind('balie');
    await b.volg('klant:k2');
    const stil = await store.tx((t) =>
      gebeurtenissen.schrijf(t, [
        {
          soort: 'zaak.status',
          onderwerp: 'klant:k2',
          id: 'stil',
          tijdstip: '2026-11-21T10:00:00.000Z',
          bron: null,
          niveau: 'status',
        },
      ]),
    );
    expect(stil).toHaveLength(1);
    await een.meld({ onderwerp: 'klant:k2', id: 'luid' });
    await b.tot((g) => g.id === 'luid');
    expect(b.gekregen.map((g) => g.id)).toEqual(['stil', 'luid']);
  });

  it('verbreken in beide wie in de een uitlogt', async () => {
    const kcc = await twee.verbind('kcc-2');
    const dicht = new Promise<void>((klaar) => {
      kcc.socket.once('disconnect', () => {
        klaar();
      });
    });
    een.bus.emit('sessie.einde', { medewerker: 'kcc-2' });
    await dicht;
    expect(kcc.gekregen).toMatchObject([{ soort: 'sessie.einde' }]);
  });
});
