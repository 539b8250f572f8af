import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as gebeurtenissen from '../../server/store/gebeurtenissen.ts';
import * as sessies from '../../server/store/sessies.ts';
import type { HubOpties } from '../../server/live/hub.ts';
import { maakLive, type Console, type LiveProef } from '../hulp/live.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const ZAAK = 'zaak:sandbox~11111111-1111-4111-8111-111111111111';
let store: TestStore;
let live: LiveProef;
beforeAll(async () => {
  store = await maakStore();
});
afterAll(() => store.close());
beforeEach(() => store.leeg());
afterEach(() => live.sluit());
const start = async (deel: Partial<HubOpties> = {}) => {
  live = await maakLive(store, deel);
  return live;
};
/** Everything sent before this answer has arrived. */
const gelijk = (console: Console) => console.vraag('laat', { onderwerp: 'kpi' });
const weg = (console: Console) =>
  console.socket.connected
    ? new Promise<void>((klaar) => {
        console.socket.once('disconnect', () => {
          klaar();
        });
      })
    : Promise.resolve();

describe('verbinden', () => {
  it('weigert een andere herkomst, en geen herkomst', async () => {
    await start();
    for (const Origin of ['https://kwaad.test', 'null', ''])
      await expect(live.verbind('kcc', { Origin })).rejects.toThrow('websocket error');
    expect((await live.verbind('kcc')).socket.connected).toBe(true);
  });

  it('houdt zich aan PUBLIC_URL waar die gezet is', async () => {
    const config = {
      publicUrl: 'https://console.test',
      redisUrl: undefined,
      live: { onderwerpen: 5, berichten: 50 },
    };
    await start({ config });
    await expect(live.verbind('kcc')).rejects.toThrow('websocket error');
    expect((await live.verbind('kcc', { Origin: 'https://console.test' })).socket.connected).toBe(true);
  });

  it('weigert wie niet ingelogd is', async () => {
    await start();
    await expect(live.verbind('')).rejects.toThrow('niet_ingelogd');
  });

  it('sluit wie meer dan 16 kB stuurt', async () => {
    await start();
    const kcc = await live.verbind('kcc');
    const balie = await live.verbind('balie');
    const dicht = weg(kcc);
    kcc.socket.emit('volg', { onderwerp: `klant:${'x'.repeat(17 * 1024)}` });
    await dicht;
    expect(await balie.volg('klant:k1')).toMatchObject({ ok: true });
  });

  it('kent geen long polling', async () => {
    await start();
    const antwoord = await fetch(`${live.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { Origin: live.url },
    });
    expect(antwoord.status).toBe(400);
    await antwoord.body?.cancel();
  });
});

describe('volgen', () => {
  it('krijgt wat er met het gevolgde onderwerp gebeurt, en niets anders', async () => {
    await start();
    const kcc = await live.verbind('kcc');
    expect(await kcc.volg(ZAAK)).toMatchObject({ ok: true });
    const [een] = await live.meld({
      onderwerp: ZAAK,
      id: 'sandbox~1',
      door: 'behandelaar',
      niveau: 'inhoud',
    });
    await live.meld({ onderwerp: 'klant:k2' });
    const [drie] = await live.meld({ onderwerp: ZAAK });
    await kcc.tot((g) => g.volgnummer === drie!.volgnummer);
    expect(kcc.gekregen).toEqual([
      {
        volgnummer: een!.volgnummer,
        soort: 'zaak.status',
        onderwerp: ZAAK,
        id: 'sandbox~1',
        tijdstip: '2026-11-21T10:00:00.000Z',
        door: 'behandelaar',
      },
      {
        volgnummer: drie!.volgnummer,
        soort: 'zaak.status',
        onderwerp: ZAAK,
        tijdstip: '2026-11-21T10:00:00.000Z',
      },
    ]);
  });

  it('houdt op na laat', async () => {
    await start();
    const kcc = await live.verbind('kcc');
    await kcc.volg(ZAAK);
    await kcc.vraag('laat', { onderwerp: ZAAK });
    await live.meld({ onderwerp: ZAAK });
    await gelijk(kcc);
    expect(kcc.gekregen).toEqual([]);
  });

  it('geeft mijn alleen aan wie het betreft', async () => {
    await start();
    const [kcc, balie] = [await live.verbind('kcc'), await live.verbind('balie')];
    await kcc.volg('mijn');
    await balie.volg('mijn');
    await live.meld({ onderwerp: 'mijn:kcc', soort: 'oproep' });
    expect(await kcc.tot((g) => g.soort === 'oproep')).toMatchObject({ onderwerp: 'mijn' });
    await gelijk(balie);
    expect(balie.gekregen).toEqual([]);
  });

  it.each([
    ['een onderwerp dat niet bestaat', { onderwerp: 'alles' }],
    ['een onderwerp van een ander', { onderwerp: 'mijn:balie' }],
    ['een veld te veel', { onderwerp: 'kpi', meer: 1 }],
    ['een negatief nummer', { onderwerp: 'kpi', sinds: -1 }],
    ['geen bericht', null],
  ])('weigert %s', async (_naam, bericht) => {
    await start();
    const kcc = await live.verbind('kcc');
    expect(await kcc.vraag('volg', bericht)).toMatchObject({ ok: false, code: 'ongeldige_invoer' });
  });

  it('begrenst onderwerpen en berichten per verbinding', async () => {
    await start();
    const kcc = await live.verbind('kcc');
    for (let i = 0; i < 5; i += 1) expect(await kcc.volg(`klant:${i}`)).toMatchObject({ ok: true });
    expect(await kcc.volg('klant:5')).toMatchObject({ ok: false, code: 'te_vaak' });
    expect(await kcc.volg('klant:4')).toMatchObject({ ok: true });
    await kcc.vraag('laat', { onderwerp: 'klant:4' });
    expect(await kcc.volg('klant:5')).toMatchObject({ ok: true });
    const rest = await Promise.all(Array.from({ length: 50 }, () => gelijk(kcc)));
    expect(rest.at(-1)).toMatchObject({ ok: false, code: 'te_vaak' });
  });

  it('antwoordt met een code als de rechten niet te lezen zijn', async () => {
    await start({ magVolgen: () => Promise.reject(new Error('store weg')) });
    const kcc = await live.verbind('kcc');
    expect(await kcc.volg(ZAAK)).toMatchObject({ ok: false, code: 'onverwacht' });
  });
});

describe('rechten', () => {
  const magVolgen: HubOpties['magVolgen'] = async (medewerker, onderwerp) =>
    medewerker.id === 'privacy'
      ? { ok: false, code: 'geen_recht' }
      : onderwerp === 'klant:dicht'
        ? { ok: false, code: 'doel_ontbreekt' }
        : { ok: true, profiel: medewerker.id };
  const magZien: HubOpties['magZien'] = (profiel, gebeurtenis) =>
    gebeurtenis.niveau !== 'inhoud' || profiel === 'behandelaar';

  it('weigert te volgen wat iemand niet mag, met de reden', async () => {
    await start({ magVolgen, magZien });
    expect(await (await live.verbind('privacy')).volg(ZAAK)).toMatchObject({ ok: false, code: 'geen_recht' });
    expect(await (await live.verbind('kcc')).volg('klant:dicht')).toMatchObject({ code: 'doel_ontbreekt' });
    await live.meld({ onderwerp: ZAAK });
  });

  it('stuurt een gebeurtenis alleen naar wie haar mag zien, live en achteraf', async () => {
    await start({ magVolgen, magZien });
    const [kcc, behandelaar] = [await live.verbind('kcc'), await live.verbind('behandelaar')];
    const { volgnummer } = await kcc.volg(ZAAK);
    await behandelaar.volg(ZAAK);
    await live.meld({ onderwerp: ZAAK, id: 'geheim', niveau: 'inhoud' });
    await live.meld({ onderwerp: ZAAK, id: 'open' });
    await kcc.tot((g) => g.id === 'open');
    await behandelaar.tot((g) => g.id === 'open');
    expect(kcc.gekregen.map((g) => g.id)).toEqual(['open']);
    expect(behandelaar.gekregen.map((g) => g.id)).toEqual(['geheim', 'open']);
    const later = await live.verbind('kcc');
    await later.volg(ZAAK, volgnummer);
    expect(later.gekregen.map((g) => g.id)).toEqual(['open']);
  });

  it('kijkt opnieuw als de rechten wijzigen', async () => {
    let mag = true;
    await start({
      magVolgen: async () => (mag ? { ok: true, profiel: 'p' } : { ok: false, code: 'geen_recht' }),
    });
    const kcc = await live.verbind('kcc');
    await kcc.volg(ZAAK);
    mag = false;
    live.bus.emit('rechten');
    await gelijk(kcc);
    await live.meld({ onderwerp: ZAAK });
    await gelijk(kcc);
    expect(kcc.gekregen).toEqual([]);
  });
});

describe('een recht dat vanzelf eindigt', () => {
  it('houdt op als de tijd om is, zegt dat, en begint weer als het er weer is', async () => {
    const minuut = 60_000;
    let open = true;
    await start({
      magVolgen: async () =>
        open
          ? { ok: true, profiel: 'p', tot: new Date(live.clock.nu().getTime() + 30 * minuut) }
          : { ok: false, code: 'doel_ontbreekt' },
    });
    const kcc = await live.verbind('kcc');
    await kcc.volg('klant:k1');
    await live.meld({ onderwerp: 'klant:k1', id: 'op tijd' });
    await kcc.tot(({ id }) => id === 'op tijd');
    open = false;
    live.clock.zet(new Date(live.clock.nu().getTime() + 31 * minuut).toISOString());
    await kcc.tot(({ soort }) => soort === 'bron.aangevuld');
    await live.meld({ onderwerp: 'klant:k1', id: 'te laat' });
    open = true;
    await kcc.tot(() => kcc.gekregen.filter(({ soort }) => soort === 'bron.aangevuld').length === 2);
    await live.meld({ onderwerp: 'klant:k1', id: 'weer open' });
    await kcc.tot(({ id }) => id === 'weer open');
    expect(kcc.gekregen.map(({ id }) => id)).toEqual(['op tijd', undefined, undefined, 'weer open']);
  });
});

describe('niets missen', () => {
  it('haalt in wat gebeurde terwijl de verbinding weg was', async () => {
    await start();
    const voor = await live.verbind('kcc');
    const { volgnummer } = await voor.volg(ZAAK);
    voor.socket.disconnect();
    await live.meld({ onderwerp: ZAAK, id: '1' }, { onderwerp: 'klant:x', id: 'anders' });
    await live.meld({ onderwerp: ZAAK, id: '2' });
    const na = await live.verbind('kcc');
    const ack = await na.volg(ZAAK, volgnummer);
    expect(na.gekregen.map((g) => g.id)).toEqual(['1', '2']);
    expect(ack).toEqual({ ok: true, volgnummer: na.gekregen[1]!.volgnummer });
  });

  it('zegt opnieuw te laden als er te veel gemist is, of als het niet meer bewaard is', async () => {
    await start();
    const kcc = await live.verbind('kcc');
    const [eerste] = await live.meld({ onderwerp: ZAAK, tijdstip: '2026-11-01T00:00:00.000Z' });
    await live.meld(...Array.from({ length: 500 }, () => ({ onderwerp: ZAAK })));
    expect(await kcc.volg(ZAAK, eerste!.volgnummer)).not.toHaveProperty('code');
    expect(kcc.gekregen).toHaveLength(500);
    const ander = await live.verbind('balie');
    expect(await ander.volg(ZAAK, eerste!.volgnummer - 1)).toMatchObject({ ok: true, code: 'opnieuw_laden' });
    expect(ander.gekregen).toEqual([]);
    await gebeurtenissen.ruimOp(store.db, new Date('2026-11-02T00:00:00Z'));
    expect(await ander.volg('klant:x', eerste!.volgnummer - 1)).toMatchObject({
      ok: true,
      code: 'opnieuw_laden',
    });
    expect(await ander.volg('klant:x', eerste!.volgnummer)).not.toHaveProperty('code');
  });

  it('zegt opnieuw te laden als het nummer van een andere database is', async () => {
    await start();
    expect(await (await live.verbind('kcc')).volg(ZAAK, 1_000_000)).toMatchObject({
      ok: true,
      code: 'opnieuw_laden',
    });
  });

  it('stuurt in volgorde en één keer, ook als services in een andere volgorde en dubbel melden', async () => {
    await start();
    const kcc = await live.verbind('kcc');
    await kcc.volg(ZAAK);
    const schrijf = async (id: string) =>
      store.tx((t) =>
        gebeurtenissen.schrijf(t, [
          {
            soort: 'zaak.status',
            onderwerp: ZAAK,
            id,
            tijdstip: '2026-11-21T10:00:00.000Z',
            bron: null,
            niveau: 'status',
          },
        ]),
      );
    const [een, twee, drie] = [await schrijf('1'), await schrijf('2'), await schrijf('3')];
    for (const deel of [drie, een, twee, drie]) live.bus.emit('gebeurtenissen', deel);
    await kcc.tot((g) => g.id === '3');
    await live.hub.publiceer(twee);
    await gelijk(kcc);
    expect(kcc.gekregen.map((g) => g.id)).toEqual(['1', '2', '3']);
  });

  it('vindt zelf wat niemand meldde', async () => {
    await start();
    const kcc = await live.verbind('kcc');
    await kcc.volg(ZAAK);
    await store.tx((t) =>
      gebeurtenissen.schrijf(t, [
        {
          soort: 'zaak.status',
          onderwerp: ZAAK,
          id: 'stil',
          tijdstip: '2026-11-21T10:00:00.000Z',
          bron: null,
          niveau: 'status',
        },
      ]),
    );
    expect(await kcc.tot((g) => g.id === 'stil')).toMatchObject({ soort: 'zaak.status', onderwerp: ZAAK });
  });

  it('leegt eerst de caches, en stuurt dan', async () => {
    const volgorde: string[] = [];
    await start({
      vooraf: (nieuw) => volgorde.push(`leeg ${nieuw[0]?.id ?? ''}`),
      magZien: (_profiel, g) => {
        volgorde.push(`stuur ${g.id ?? ''}`);
        return true;
      },
    });
    const kcc = await live.verbind('kcc');
    await kcc.volg(ZAAK);
    await live.meld({ onderwerp: ZAAK, id: '1' });
    expect(volgorde).toEqual(['leeg 1', 'stuur 1']);
  });
});

describe('samenvoegen', () => {
  it('meldt een zaak die een paar keer wijzigt één keer aan de afdeling', async () => {
    await start();
    const kcc = await live.verbind('kcc');
    await kcc.volg('afdeling:Wonen');
    const geschreven = await live.meld(
      { onderwerp: 'afdeling:Wonen', id: 'a' },
      { onderwerp: 'afdeling:Wonen', id: 'b' },
      { onderwerp: 'afdeling:Wonen', id: 'a' },
    );
    await kcc.tot((g) => g.id === 'a');
    expect(kcc.gekregen.map((g) => [g.id, g.volgnummer])).toEqual([
      ['b', geschreven[1]!.volgnummer],
      ['a', geschreven[2]!.volgnummer],
    ]);
  });

  it('meldt een vloed als één wijziging zonder id', async () => {
    await start();
    const kcc = await live.verbind('kcc');
    await kcc.volg('afdeling:Wonen');
    await live.meld(...Array.from({ length: 30 }, (_, i) => ({ onderwerp: 'afdeling:Wonen', id: `z${i}` })));
    await kcc.tot(() => true);
    expect(kcc.gekregen).toHaveLength(1);
    expect(kcc.gekregen[0]).not.toHaveProperty('id');
  });
});

describe('het einde van een sessie', () => {
  it('meldt het en verbreekt, bij uitloggen van die sessie', async () => {
    await start();
    const [kcc, balie] = [await live.verbind('kcc'), await live.verbind('balie')];
    const dicht = weg(kcc);
    live.bus.emit('sessie.einde', { medewerker: 'kcc', sid: 'kcc' });
    await dicht;
    expect(kcc.gekregen).toMatchObject([{ soort: 'sessie.einde', onderwerp: 'mijn' }]);
    expect(balie.socket.connected).toBe(true);
    expect(live.hub.aantal()).toBe(1);
  });

  it('verbreekt alle verbindingen van een medewerker van wie de rol wijzigt', async () => {
    await start();
    const [een, twee] = [await live.verbind('kcc'), await live.verbind('kcc')];
    const dicht = Promise.all([weg(een), weg(twee)]);
    live.bus.emit('sessie.einde', { medewerker: 'kcc' });
    await dicht;
    expect(live.hub.aantal()).toBe(0);
  });

  it('merkt een sessie op die verlopen is, of die een ander proces beëindigde', async () => {
    await start();
    const [kcc, balie] = [await live.verbind('kcc'), await live.verbind('balie')];
    const kccDicht = weg(kcc);
    await sessies.verwijder(store.db, 'kcc');
    await kccDicht;
    expect(balie.socket.connected).toBe(true);
    const balieDicht = weg(balie);
    live.clock.zet('2026-11-21T18:00:00Z');
    await balieDicht;
    expect(balie.gekregen).toMatchObject([{ soort: 'sessie.einde' }]);
  });

  it('laat niets achter van wie weggaat', async () => {
    const gezien: string[] = [];
    await start({
      magZien: (profiel) => {
        gezien.push(profiel);
        return true;
      },
    });
    const kcc = await live.verbind('kcc');
    await kcc.volg(ZAAK);
    const dicht = weg(kcc);
    kcc.socket.disconnect();
    await dicht;
    while (live.hub.aantal() > 0) await new Promise((verder) => setTimeout(verder, 5));
    await live.meld({ onderwerp: ZAAK });
    expect(gezien).toEqual([]);
  });
});
