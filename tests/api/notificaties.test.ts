import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { padVan } from '../../server/sandbox/typen.ts';
import { inboxRonde } from '../../server/jobs/inbox.ts';
import { verwerk } from '../../server/services/notificaties.ts';
import {
  CALLBACK_TOKEN,
  startConsole,
  totdat,
  type Client,
  type ConsoleProef,
  type Luisteraar,
} from '../hulp/console.ts';
import { stilLog } from '../hulp/log.ts';
import { kies, klantbeeldVan, verwachtFout, zaakVan, zoekVerhulst } from '../hulp/klant.ts';
import { jwt } from '../sandbox/kleine-gemeente.ts';

let proef: ConsoleProef;
let kcc: Client;
let wonen: Client;
let klant: string;
let live: Luisteraar;
let geluid: string;
let toeslag: string;
beforeAll(async () => {
  proef = await startConsole({ metAbonnement: true });
  [kcc, wonen] = await Promise.all([proef.login('kcc'), proef.login('behandelaar')]);
  klant = await zoekVerhulst(kcc);
  const beeld = await klantbeeldVan(kcc, klant);
  geluid = kies(beeld, 'Isolatie tegen geluid, Lindelaan 18').id;
  toeslag = kies(beeld, 'Individuele inkomenstoeslag').id;
  live = await proef.luister(kcc);
});
afterAll(async () => {
  live.sluit();
  await proef.sluit();
});

const uuidVan = (id: string) => id.slice(id.indexOf('~') + 1);
const zaakUrl = (id: string) => `${proef.registerproef.basis}${padVan('zaken/zaken', uuidVan(id))}`;
const notificatie = (meer: object = {}) => ({
  kanaal: 'zaken',
  hoofdObject: zaakUrl(geluid),
  resource: 'zaak',
  resourceUrl: zaakUrl(geluid),
  actie: 'partial_update',
  aanmaakdatum: new Date().toISOString(),
  kenmerken: { bronorganisatie: '111222333' },
  ...meer,
});
const stuur = (inhoud: unknown, authorization: string | undefined = CALLBACK_TOKEN) =>
  proef.anoniem().post('/api/notificaties', inhoud, {
    authorization,
    origin: undefined,
    'x-requested-with': undefined,
    cookie: undefined,
  });

/** Another application sets a substatus at the register. */
async function vakapplicatie(zaak: string, omschrijving: string, doelgroep = 'betrokkenen'): Promise<void> {
  const { basis, sandbox } = proef.registerproef;
  const status = sandbox.opslag
    .tabel('zaken/statussen')
    .alle()
    .filter((rij) => rij['zaak'] === padVan('zaken/zaken', uuidVan(zaak)))
    .at(-1);
  const antwoord = await fetch(`${basis}/zaken/api/v1/substatussen`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await jwt()}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      zaak: zaakUrl(zaak),
      status: `${basis}${padVan('zaken/statussen', status?.uuid ?? '')}`,
      omschrijving,
      doelgroep,
      tijdstip: new Date().toISOString(),
    }),
  });
  expect(antwoord.status, await antwoord.text()).toBe(201);
}
const over = (onderwerp: string) => live.gehoord.filter((een) => een.onderwerp === onderwerp);

describe('de webhook', () => {
  it('weigert zonder of met een verkeerde Authorization, wat er ook in staat', async () => {
    const zonder = await proef.anoniem().post('/api/notificaties', notificatie());
    verwachtFout(zonder, 403, 'webhook_geweigerd');
    for (const verkeerd of ['Bearer iets', CALLBACK_TOKEN.toLowerCase(), `${CALLBACK_TOKEN} `.repeat(2)])
      verwachtFout(await stuur(notificatie(), verkeerd), 403, 'webhook_geweigerd');
    verwachtFout(await stuur({}, 'Bearer iets'), 403, 'webhook_geweigerd');
    const kapot = { ruw: '{"kanaal":', koppen: { authorization: 'Bearer iets' } };
    verwachtFout(await proef.anoniem().roep('POST', '/api/notificaties', kapot), 403, 'webhook_geweigerd');
  });

  it.each([
    [{}],
    [[]],
    [notificatieZonder('hoofdObject')],
    [notificatieZonder('resourceUrl')],
    [{ ...vast(), hoofdObject: 'geen adres' }],
    [{ ...vast(), aanmaakdatum: 'gisteren' }],
    [{ ...vast(), resource: 'x'.repeat(200) }],
  ])('weigert een body die niet klopt: %j', async (inhoud) => {
    verwachtFout(await stuur(inhoud), 400, 'ongeldige_invoer');
  });

  it('weigert wat geen JSON is', async () => {
    const koppen = { authorization: CALLBACK_TOKEN };
    const kapot = await proef.anoniem().roep('POST', '/api/notificaties', { ruw: '{"kanaal":', koppen });
    verwachtFout(kapot, 400, 'geen_json');
    const html = { ruw: '<p>', koppen: { ...koppen, 'content-type': 'text/html' } };
    verwachtFout(await proef.anoniem().roep('POST', '/api/notificaties', html), 415);
  });

  it('neemt de proef van Open Notificaties aan en extra velden ook', async () => {
    expect((await stuur(notificatie({ kanaal: 'test', extra: { iets: 1 } }))).status).toBe(204);
  });

  it.each([
    ['van over tien minuten', new Date(Date.now() + 600_000).toISOString()],
    ['van tien minuten terug', new Date(Date.now() - 600_000).toISOString()],
    ['van jaren terug', '1999-12-31T23:59:59Z'],
    ['zonder zone', '2026-01-01T10:00:00'],
    ['met een andere zone en microseconden', '2026-01-01T10:00:00.123456-05:00'],
  ])('neemt een notificatie aan %s', async (_naam, aanmaakdatum) => {
    expect((await stuur(notificatie({ aanmaakdatum }))).status).toBe(204);
    await ronde();
  });

  it('weigert meer dan 64 kB, ook met het goede geheim', async () => {
    verwachtFout(await stuur(notificatie({ kenmerken: { lang: 'x'.repeat(70_000) } })), 413, 'te_groot');
  });

  it('zegt pas 204 als de notificatie vaststaat', async () => {
    const { store } = proef;
    const vreemd = 'https://elders.example/zaken/api/v1/zaken/1';
    const gezien: number[] = [];
    const eerder = proef.toepassing.deps.bus.listeners('notificatie');
    proef.toepassing.deps.bus.removeAllListeners('notificatie');
    try {
      expect((await stuur(notificatie({ hoofdObject: vreemd, resourceUrl: vreemd }))).status).toBe(204);
      const { rows } = await store.executeSql(
        `SELECT count(*)::int AS n FROM inbox WHERE hoofd_object = '${vreemd}'`,
      );
      gezien.push(...(rows as { n: number }[]).map(({ n }) => n));
    } finally {
      for (const luisteraar of eerder) proef.toepassing.deps.bus.on('notificatie', luisteraar);
    }
    expect(gezien).toEqual([1]);
    await ronde();
  });

  it('haalt nooit een adres op dat van niemand van ons is', async () => {
    await proef.registerproef.nulTellingen();
    for (const vreemd of [
      'http://169.254.169.254/latest/meta-data',
      'https://kwaad.example/zaken/api/v1/zaken/00000000-0000-4000-8000-000000000000',
      `${proef.registerproef.basis}/zaken/api/v1/../../../geheim`,
      `${proef.registerproef.basis}@kwaad.example/zaken/api/v1/zaken/00000000-0000-4000-8000-000000000000`,
    ])
      expect((await stuur(notificatie({ hoofdObject: vreemd, resourceUrl: vreemd }))).status).toBe(204);
    await ronde();
    expect(Object.values(await proef.registerproef.tellingen()).every((aantal) => aantal === 0)).toBe(true);
  });

  function vast(): Record<string, unknown> {
    const url = 'http://127.0.0.1/zaken/api/v1/zaken/00000000-0000-4000-8000-000000000000';
    return {
      kanaal: 'zaken',
      hoofdObject: url,
      resource: 'zaak',
      resourceUrl: url,
      actie: 'create',
      aanmaakdatum: '2026-01-01T00:00:00Z',
    };
  }
  function notificatieZonder(veld: string): Record<string, unknown> {
    return Object.fromEntries(Object.entries(vast()).filter(([naam]) => naam !== veld));
  }
});

/** Handles what lies in the inbox now, beside the running job. */
async function ronde(): Promise<void> {
  const { store, clock } = proef.toepassing.deps;
  const opties = {
    store,
    clock,
    log: stilLog(),
    verwerk: (_over: unknown, rijen: Parameters<typeof verwerk>[1]) => verwerk(proef.toepassing.deps, rijen),
  };
  while (await inboxRonde(opties, new AbortController().signal));
}

describe('wat elders gebeurt', () => {
  it('komt bij wie de klant en de zaak volgt, en staat er bij opnieuw halen', async () => {
    expect(await live.volg(`klant:${klant}`)).toMatchObject({ ok: true });
    expect(await live.volg(`zaak:${geluid}`)).toMatchObject({ ok: true });
    await vakapplicatie(geluid, 'De aannemer is gekozen');
    const bijKlant = await live.wacht((een) => een.onderwerp === `klant:${klant}`);
    const bijZaak = await live.wacht((een) => een.onderwerp === `zaak:${geluid}`);
    expect(bijZaak).toMatchObject({ soort: 'zaak.substatus', id: geluid });
    expect(bijKlant).toMatchObject({ soort: 'zaak.substatus', id: geluid });
    for (const een of [bijZaak, bijKlant]) {
      expect(een).not.toHaveProperty('door');
      expect(Object.keys(een).toSorted()).toEqual(['id', 'onderwerp', 'soort', 'tijdstip', 'volgnummer']);
    }
    expect(JSON.stringify(await zaakVan(kcc, geluid))).toContain('De aannemer is gekozen');
    expect(JSON.stringify(await klantbeeldVan(kcc, klant))).toContain('De aannemer is gekozen');
  });

  it('een interne substatus niet aan wie de zaak op niveau status ziet', async () => {
    await live.volg(`zaak:${toeslag}`);
    const inkomen = await proef.luister(await proef.login('behandelaar-2'));
    await inkomen.volg(`zaak:${toeslag}`);
    await vakapplicatie(toeslag, 'Twijfel over het inkomen', 'intern');
    await inkomen.wacht((een) => een.onderwerp === `zaak:${toeslag}`);
    await vakapplicatie(toeslag, 'Wij hebben uw inkomen bekeken');
    await live.wacht((een) => een.onderwerp === `zaak:${toeslag}`);
    await totdat(() => inkomen.gehoord.length === 2);
    expect(over(`zaak:${toeslag}`)).toHaveLength(1);
    expect(
      live.gehoord.filter((een) => een.id === toeslag && een.onderwerp.startsWith('klant:')),
    ).toHaveLength(1);
    inkomen.sluit();
  });

  it('wordt een keer verteld, hoe vaak en in welke volgorde de notificaties ook komen', async () => {
    await vakapplicatie(geluid, 'Dubbel gemeld');
    await totdat(async () => JSON.stringify(await zaakVan(kcc, geluid)).includes('Dubbel gemeld'));
    await ronde();
    const substatus = proef.registerproef.sandbox.opslag
      .tabel('zaken/substatussen')
      .alle()
      .find((rij) => rij['omschrijving'] === 'Dubbel gemeld');
    await totdat(() => over(`zaak:${geluid}`).length >= 2);
    const eerst = over(`zaak:${geluid}`).length;
    const nogEens = notificatie({
      resource: 'substatus',
      actie: 'create',
      resourceUrl: `${proef.registerproef.basis}${padVan('zaken/substatussen', substatus?.uuid ?? '')}`,
      aanmaakdatum: '2020-01-01T00:00:00Z',
    });
    for (let keer = 0; keer < 3; keer += 1) expect((await stuur(nogEens)).status).toBe(204);
    await ronde();
    // What comes after it shows that nothing of it is still under way.
    await vakapplicatie(geluid, 'En daarna');
    await totdat(() => over(`zaak:${geluid}`).length > eerst);
    expect(over(`zaak:${geluid}`)).toHaveLength(eerst + 1);
  });

  it('een zaak die er niet meer is verdwijnt zonder fout', async () => {
    const weg = zaakUrl(`sandbox~${crypto.randomUUID()}`);
    expect((await stuur(notificatie({ hoofdObject: weg, resourceUrl: weg, actie: 'destroy' }))).status).toBe(
      204,
    );
    expect((await stuur(notificatie({ hoofdObject: weg, resourceUrl: weg }))).status).toBe(204);
    await ronde();
  });
});

describe('wat wij zelf schrijven', () => {
  it('wordt een keer verteld, met wie het deed, ook al komt de notificatie er nog achteraan', async () => {
    const eerst = over(`zaak:${geluid}`).length;
    const inhoud = { omschrijving: 'Door onszelf gezet', doelgroep: 'betrokkenen' };
    expect((await wonen.post(`/api/zaken/${geluid}/substatussen`, inhoud)).status).toBe(201);
    await totdat(() => over(`zaak:${geluid}`).length > eerst);
    await vakapplicatie(geluid, 'Van een ander, daarna');
    await totdat(() => over(`zaak:${geluid}`).length > eerst + 1);
    await ronde();
    const nieuw = over(`zaak:${geluid}`).slice(eerst);
    expect(nieuw.map(({ soort }) => soort)).toEqual(['zaak.substatus', 'zaak.substatus']);
  });

  it('een contactmoment staat meteen bij wie de klant volgt', async () => {
    const nu = proef.klok.nu().toISOString();
    const balie = await proef.login('balie');
    await zoekVerhulst(balie);
    await balie.post(
      '/api/contactmomenten',
      {
        klant,
        kanaal: 'balie',
        vraagtype: 'voortgang',
        onderwerp: 'Aan de balie',
        inhoud: '',
        zaken: [geluid],
        resultaat: 'beantwoord',
        gestartOp: nu,
        beeindigdOp: nu,
      },
      { 'idempotency-key': 'balie-contact-1' },
    );
    await live.wacht((een) => een.soort === 'contactmoment.nieuw' && een.onderwerp === `klant:${klant}`);
    await ronde();
    const beeld = await klantbeeldVan(kcc, klant);
    expect(beeld.contactmomenten[0]).toMatchObject({ onderwerp: 'Aan de balie' });
    const bijKlant = live.gehoord.filter(
      ({ soort, onderwerp }) => soort === 'contactmoment.nieuw' && onderwerp === `klant:${klant}`,
    );
    expect(bijKlant).toHaveLength(1);
  });
});

describe('na een verbroken verbinding', () => {
  it('komt met sinds alles wat gemist is, in volgorde, en niets anders', async () => {
    const { volgnummer } = await live.volg(`zaak:${geluid}`);
    const voor = over(`zaak:${geluid}`).length;
    await vakapplicatie(geluid, 'Gemist 1');
    await totdat(() => over(`zaak:${geluid}`).length === voor + 1);
    await vakapplicatie(geluid, 'Gemist 2');
    await totdat(() => over(`zaak:${geluid}`).length === voor + 2);
    const terug = await proef.luister(kcc);
    expect(await terug.volg(`zaak:${geluid}`, volgnummer)).toMatchObject({ ok: true });
    expect(terug.gehoord).toEqual(over(`zaak:${geluid}`).slice(voor));
    const nummers = live.gehoord.map((een) => een.volgnummer);
    expect(nummers).toEqual(nummers.toSorted((a, b) => a - b));
    expect(await terug.volg(`zaak:${geluid}`, 99_999_999)).toMatchObject({ ok: true, code: 'opnieuw_laden' });
    terug.sluit();
  });
});
