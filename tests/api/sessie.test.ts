import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io } from 'socket.io-client';
import { Me } from '../../shared/contracts/medewerker.ts';
import { startConsole, startRegisterproef, type ConsoleProef, type Registerproef } from '../hulp/console.ts';
import { verwachtFout } from '../hulp/klant.ts';

let registerproef: Registerproef;
let proef: ConsoleProef;
beforeAll(async () => {
  registerproef = await startRegisterproef();
  proef = await startConsole({ registerproef, metIndex: false });
});
afterAll(async () => {
  await proef.sluit();
  await registerproef.sluit();
});

describe('inloggen', () => {
  it('geeft 204 en een cookie die geen script kan lezen', async () => {
    const client = proef.anoniem();
    const antwoord = await client.post('/auth/demo', { gebruiker: 'kcc' });
    expect(antwoord.status).toBe(204);
    const cookie = antwoord.koppen.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Path=\//i);
    const me = Me.parse((await client.get('/api/me')).json);
    expect(me.medewerker).toMatchObject({ id: 'kcc', rollen: ['kcc'] });
    expect(me.regels.length).toBeGreaterThan(0);
  });

  it.each([['niemand'], ['__proto__'], ['KCC'], ['kcc '], ['toString']])(
    'weigert gebruiker %s',
    async (gebruiker) => {
      const client = proef.anoniem();
      verwachtFout(await client.post('/auth/demo', { gebruiker }), 401, 'niet_ingelogd');
      expect(client.cookie).toBe('');
    },
  );

  it.each([[{}], [{ gebruiker: '' }], [{ gebruiker: ['kcc'] }], [{ gebruiker: 'kcc', rol: 'privacy' }]])(
    'weigert %j',
    async (inhoud) => {
      verwachtFout(await proef.anoniem().post('/auth/demo', inhoud), 400, 'ongeldige_invoer');
    },
  );

  it('geeft een nieuw sessie-id: een voorgezette sessie is niets waard', async () => {
    const client = await proef.login('kcc');
    const oud = client.cookie;
    await client.post('/auth/demo', { gebruiker: 'privacy' });
    expect(client.cookie).not.toBe(oud);
    const aanvaller = proef.anoniem();
    aanvaller.cookie = oud;
    verwachtFout(await aanvaller.get('/api/me'), 401, 'niet_ingelogd');
    const gekozen = proef.anoniem();
    gekozen.cookie = 'svz_sessie=s%3Azelfgekozen.handtekening';
    await gekozen.post('/auth/demo', { gebruiker: 'kcc' });
    expect(gekozen.cookie).not.toContain('zelfgekozen');
  });
});

describe('een sessie eindigt', () => {
  it('bij uitloggen: de cookie is niets meer waard en de live verbinding gaat dicht', async () => {
    const client = await proef.login('kcc');
    const live = await proef.luister(client);
    const dicht = new Promise((klaar) => live.socket.once('disconnect', klaar));
    const cookie = client.cookie;
    expect((await client.post('/auth/logout')).status).toBe(204);
    await dicht;
    expect(live.gehoord.map(({ soort }) => soort)).toEqual(['sessie.einde']);
    client.cookie = cookie;
    verwachtFout(await client.get('/api/me'), 401, 'niet_ingelogd');
  });

  it('na haar tijd', async () => {
    const client = await proef.login('kcc');
    proef.klok.verder(481 * 60_000);
    verwachtFout(await client.get('/api/me'), 401, 'niet_ingelogd');
  });

  it('met een cookie die wij niet maakten', async () => {
    for (const cookie of ['svz_sessie=', 'svz_sessie=s%3Ax.y', 'svz_sessie=%E0%A4%A', 'x'.repeat(3000)]) {
      const client = proef.anoniem();
      client.cookie = cookie;
      verwachtFout(await client.get('/api/me'), 401, 'niet_ingelogd');
    }
  });
});

describe('een verzoek van een andere site', () => {
  const SCHRIJVEND: [string, string, unknown][] = [
    ['POST', '/auth/demo', { gebruiker: 'kcc' }],
    ['POST', '/auth/logout', undefined],
    ['POST', '/api/klanten/zoek', { zaaknummer: 'Z' }],
    ['POST', '/api/gesprekken', { kanaal: 'telefoon' }],
    ['PUT', '/api/gesprekken/00000000-0000-4000-8000-000000000000', {}],
    ['DELETE', '/api/taken/00000000-0000-4000-8000-000000000000', undefined],
    ['POST', '/api/contactmomenten', {}],
    ['POST', '/api/zaken/sandbox~00000000-0000-4000-8000-000000000000/statussen', {}],
  ];
  it.each(SCHRIJVEND)('wordt geweigerd: %s %s', async (methode, pad, inhoud) => {
    const client = await proef.login('kcc');
    const { host } = new URL(proef.basis);
    const ruw = inhoud === undefined ? undefined : JSON.stringify(inhoud);
    for (const koppen of [
      { 'x-requested-with': undefined },
      { 'x-requested-with': 'XMLHttpRequest' },
      { origin: undefined },
      { origin: 'null' },
      { origin: 'https://kwaad.example' },
      { origin: `http://${host}.kwaad.example` },
      { origin: `http://kwaad.example/?${host}` },
    ])
      verwachtFout(await client.roep(methode, pad, { ruw, koppen }), 403, 'verkeerde_herkomst');
    expect((await client.get('/api/me')).status).toBe(200);
  });

  it('krijgt ook geen live verbinding, net als wie niet is ingelogd', async () => {
    const client = await proef.login('kcc');
    const probeer = (koppen: Record<string, string>) =>
      new Promise<string>((klaar) => {
        const socket = io(proef.basis, {
          transports: ['websocket'],
          reconnection: false,
          extraHeaders: koppen,
        });
        socket.once('connect', () => klaar('verbonden'));
        socket.once('connect_error', () => klaar('geweigerd'));
        socket.once('disconnect', () => klaar('geweigerd'));
      });
    expect(await probeer({ cookie: client.cookie, origin: 'https://kwaad.example' })).toBe('geweigerd');
    expect(await probeer({ cookie: client.cookie })).toBe('geweigerd');
    expect(await probeer({ origin: proef.basis })).toBe('geweigerd');
  });

  it('mag met PUBLIC_URL alleen daarvandaan komen', async () => {
    const publiek = 'https://console.example';
    const ander = await startConsole({ registerproef, metIndex: false, env: { PUBLIC_URL: publiek } });
    const client = ander.anoniem();
    verwachtFout(await client.post('/auth/demo', { gebruiker: 'kcc' }), 403, 'verkeerde_herkomst');
    const goed = await client.post(
      '/auth/demo',
      { gebruiker: 'kcc' },
      { origin: publiek, 'x-forwarded-proto': 'https' },
    );
    expect(goed.status).toBe(204);
    expect(goed.koppen.get('set-cookie')).toMatch(/Secure/);
    await ander.sluit();
  });
});

describe('te veel verzoeken', () => {
  it('worden geweigerd: inloggen per adres, zoeken per medewerker', async () => {
    const krap = await startConsole({
      registerproef,
      metIndex: false,
      env: { RATE_LIMIT_LOGIN: '4', RATE_LIMIT_SEARCH: '2' },
    });
    const [kcc, ander] = [await krap.login('kcc'), await krap.login('kcc-2')];
    const zoek = { bsn: '123456782' };
    expect((await kcc.post('/api/klanten/zoek', zoek)).status).toBe(200);
    expect((await kcc.post('/api/klanten/zoek', zoek)).status).toBe(200);
    verwachtFout(await kcc.post('/api/klanten/zoek', zoek), 429, 'te_vaak');
    expect((await ander.post('/api/klanten/zoek', zoek)).status).toBe(200);
    await krap.login('balie');
    await krap.login('balie');
    verwachtFout(await krap.anoniem().post('/auth/demo', { gebruiker: 'kcc' }), 429, 'te_vaak');
    expect((await kcc.get('/api/me')).status).toBe(200);
    await krap.sluit();
  });
});

describe('elk antwoord', () => {
  it('over personen wordt niet bewaard, en draagt de veiligheidskoppen', async () => {
    const { koppen } = await (await proef.login('kcc')).get('/api/me');
    expect(koppen.get('cache-control')).toBe('no-store');
    expect(koppen.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(koppen.get('content-security-policy')).not.toMatch(/unsafe-eval/);
    expect(koppen.get('x-content-type-options')).toBe('nosniff');
    expect(koppen.get('x-powered-by')).toBeNull();
  });

  it('zegt of de console leeft', async () => {
    expect((await proef.anoniem().get('/health/live')).json).toEqual({ status: 'ok' });
    verwachtFout(await proef.anoniem().get('/health/ready'), 503, 'niet_gereed');
    expect((await proef.anoniem().get('/metrics')).tekst).toContain('process_cpu');
    expect((await proef.anoniem().get('/api/openapi.json')).json).toMatchObject({ openapi: '3.1.0' });
  });
});
