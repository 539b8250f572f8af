import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Zaakregister } from '../../../server/connectors/ports.ts';
import { maakBasis } from '../../../server/connectors/http/adres.ts';
import { maakHttp } from '../../../server/connectors/http.ts';
import { leesRegisters } from '../../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../../server/connectors/registers.ts';
import { maakOauth } from '../../../server/connectors/zgw/oauth.ts';
import { aanroep, allesVan, json, maakNep, uuid, type Oproep } from '../nepregister.ts';

const SECRET = 'geheim:met/tekens';
const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

type Antwoorder = (o: Oproep, res: ServerResponse, nummer: number) => void;
const geefToken: Antwoorder = (_o, res, nummer) =>
  json(res, { access_token: `t${nummer}`, token_type: 'Bearer', expires_in: 300 });

async function opzet(antwoord: Antwoorder = geefToken) {
  let nummer = 0;
  const nep = await maakNep((o, res) => antwoord(o, res, (nummer += 1)));
  let nu = 1_000_000;
  const oauth = maakOauth({
    bron: 'oneground',
    tokenUrl: `${nep.url}/realms/zgw/token/`,
    clientId: 'console',
    secret: SECRET,
    scope: 'zgw',
    gebruikerkop: null,
    herhaalNaMs: 1,
    termijnMs: 400,
    nu: () => nu,
  });
  opruimen.push(
    () => oauth.sluit(),
    () => nep.sluit(),
  );
  return {
    nep,
    oauth,
    geef: async () => (await oauth.koppen(aanroep()))['authorization'] ?? '',
    verder: (seconden: number) => {
      nu += seconden * 1000;
    },
  };
}

describe('een token van de OAuth2-server', () => {
  it('wordt gevraagd met client credentials: naam en geheim in de kop, niets in de URL', async () => {
    const { nep, geef } = await opzet();
    expect(await geef()).toBe('Bearer t1');
    const [o] = nep.oproepen;
    expect(o).toMatchObject({ methode: 'POST', url: '/realms/zgw/token/' });
    expect(o!.koppen['content-type']).toBe('application/x-www-form-urlencoded');
    expect(o!.lichaam).toEqual({ grant_type: 'client_credentials', scope: 'zgw' });
    // RFC 6749, 2.3.1: `:` and `/` of the secret are encoded before they are joined.
    expect(Buffer.from(o!.koppen.authorization!.slice(6), 'base64').toString()).toBe(
      'console:geheim%3Amet%2Ftekens',
    );
  });

  it('is er een voor vele aanroepen tegelijk', async () => {
    const { nep, geef } = await opzet();
    const gegeven = await Promise.all(Array.from({ length: 40 }, geef));
    expect(new Set(gegeven)).toEqual(new Set(['Bearer t1']));
    expect(nep.oproepen).toHaveLength(1);
  });

  it('wordt vernieuwd kort voor zijn einde, niet eerder', async () => {
    const { geef, verder } = await opzet();
    await geef();
    verder(269);
    expect(await geef()).toBe('Bearer t1');
    verder(1);
    expect(await geef()).toBe('Bearer t2');
  });

  it.each([
    ['zonder geldigheid: een minuut, met de helft als marge', {}, 29, 30],
    ['dat 10 seconden geldt: de helft daarvan', { expires_in: 10 }, 4, 5],
    ['met de geldigheid als tekst', { expires_in: '300' }, 269, 270],
  ])('%s', async (_naam, meer, nog, voorbij) => {
    const { nep, geef, verder } = await opzet((_o, res) =>
      json(res, { access_token: 't', token_type: 'bearer', ...meer }),
    );
    await geef();
    verder(nog);
    await geef();
    expect(nep.oproepen).toHaveLength(1);
    verder(voorbij - nog);
    await geef();
    expect(nep.oproepen).toHaveLength(2);
  });

  it('dat het register weigert wordt een keer vernieuwd; een jong token is dan niet de oorzaak', async () => {
    const { oauth, geef, verder } = await opzet();
    const eerste = await oauth.koppen(aanroep());
    expect(oauth.geweigerd(eerste)).toBe(false);
    verder(60);
    expect(oauth.geweigerd(eerste)).toBe(true);
    expect(await geef()).toBe('Bearer t2');
    // Many calls had the first one: they take the second, and ask for no third.
    expect(oauth.geweigerd(eerste)).toBe(true);
    expect(await geef()).toBe('Bearer t2');
  });
});

describe('een ingetrokken token', () => {
  async function bron(antwoord: (o: Oproep, res: ServerResponse) => void) {
    const { oauth, nep: tokens, geef, verder } = await opzet();
    const nep = await maakNep(antwoord);
    const http = maakHttp({
      bron: 'oneground',
      cache: null,
      herhaalNaMs: 1,
      koppen: (wie) => oauth.koppen(wie),
      geweigerd: (koppen) => oauth.geweigerd(koppen),
    });
    opruimen.push(
      () => http.sluit(),
      () => nep.sluit(),
    );
    await geef();
    verder(60);
    return { http, nep, tokens, basis: maakBasis(nep.url) };
  }
  const alleenT2 = (o: Oproep, res: ServerResponse) =>
    o.koppen.authorization === 'Bearer t2' ? json(res, { ok: true }) : json(res, {}, 401);

  it('wordt vernieuwd en de aanroep herhaald, ook een die schrijft: het register deed nog niets', async () => {
    const { http, nep, basis } = await bron(alleenT2);
    const vraag = { basis, pad: '/x', methode: 'POST', lichaam: { a: 1 } } as const;
    expect(await http.schrijf(vraag, aanroep())).toEqual({ ok: true });
    expect(nep.oproepen.map((o) => o.koppen.authorization)).toEqual(['Bearer t1', 'Bearer t2']);
    expect(nep.oproepen.map((o) => o.lichaam)).toEqual([{ a: 1 }, { a: 1 }]);
  });

  it('van veertig aanroepen tegelijk wordt een keer vernieuwd', async () => {
    const { http, basis, tokens } = await bron(alleenT2);
    const paden = Array.from({ length: 40 }, (_, i) => `/x/${i}`);
    await Promise.all(paden.map((pad) => http.lees({ basis, pad }, aanroep())));
    expect(tokens.oproepen).toHaveLength(2);
  });

  it('dat ook vernieuwd niet mag: een herhaling, en dan de weigering', async () => {
    const { http, nep, basis } = await bron((_o, res) => json(res, {}, 403));
    await expect(http.lees({ basis, pad: '/x' }, aanroep())).rejects.toMatchObject({ status: 403 });
    await expect(http.lees({ basis, pad: '/x' }, aanroep())).rejects.toMatchObject({ status: 403 });
    expect(nep.oproepen.map((o) => o.koppen.authorization)).toEqual(['Bearer t1', 'Bearer t2', 'Bearer t2']);
  });
});

describe('een OAuth2-server die het niet doet', () => {
  it.each([400, 401, 403, 404])(
    'weigert met %i: verboden, met de code van de server, even niet opnieuw gevraagd',
    async (status) => {
      const { nep, geef, verder } = await opzet((_o, res) =>
        json(res, { error: 'invalid_client', error_description: SECRET }, status),
      );
      const fout: unknown = await geef().catch((f: unknown) => f);
      expect(fout).toMatchObject({ soort: 'verboden', code: 'invalid_client', status: null });
      expect(allesVan(fout)).not.toContain(SECRET);
      await expect(geef()).rejects.toMatchObject({ soort: 'verboden' });
      expect(nep.oproepen).toHaveLength(1);
      verder(10);
      await expect(geef()).rejects.toMatchObject({ soort: 'verboden' });
      expect(nep.oproepen).toHaveLength(2);
    },
  );

  it('hangt: te traag, en de volgende aanroep vraagt het opnieuw', async () => {
    const { geef } = await opzet((o, res, nummer) => {
      if (nummer > 1) geefToken(o, res, nummer);
    });
    await expect(geef()).rejects.toMatchObject({ soort: 'te_traag' });
    expect(await geef()).toBe('Bearer t2');
  });

  it('valt even weg: wordt herhaald', async () => {
    const { geef } = await opzet((o, res, nummer) =>
      nummer === 1 ? json(res, {}, 503) : geefToken(o, res, nummer),
    );
    expect(await geef()).toBe('Bearer t2');
  });

  it.each([
    ['geen token', { token_type: 'Bearer' }],
    ['een ander soort token', { access_token: 'x', token_type: 'mac' }],
  ])('geeft %s: onleesbaar', async (_naam, lichaam) => {
    const { geef } = await opzet((_o, res) => json(res, lichaam));
    await expect(geef()).rejects.toMatchObject({ soort: 'onleesbaar' });
  });
});

describe('een zaakregister met OAuth2', () => {
  async function register(antwoord: Antwoorder, auth: object = {}, meer: object = {}) {
    const nep = await maakNep((o, res) =>
      antwoord(o, res, nep.oproepen.filter(({ pad }) => pad === o.pad).length),
    );
    const registers = maakRegisters(
      leesRegisters(
        JSON.stringify({
          zaakregisters: [
            {
              id: 'og',
              soort: 'oneground',
              zaken: `${nep.url}/z`,
              catalogi: `${nep.url}/c`,
              documenten: `${nep.url}/d`,
              clientId: 'console',
              secret: SECRET,
              auth: { soort: 'oauth2', tokenUrl: `${nep.url}/token`, ...auth },
              ...meer,
            },
          ],
        }),
        {},
      ),
      { herhaalNaMs: 1 },
    );
    opruimen.push(
      () => registers.sluit(),
      () => nep.sluit(),
    );
    return { nep, og: registers.zaken[0] as Zaakregister };
  }
  const leeg: Antwoorder = (o, res, nummer) =>
    o.pad === '/token' ? geefToken(o, res, nummer) : json(res, { count: 0, next: null, results: [] });

  it('stuurt het token, de versie per API, en nooit een pageSize', async () => {
    const { nep, og } = await register(leeg);
    await og.openZaken(null, aanroep());
    await og.zaaktypen(aanroep());
    const bij = (pad: string) => nep.oproepen.filter((o) => o.pad.startsWith(pad));
    expect(bij('/token')).toHaveLength(1);
    expect(bij('/z')[0]!.koppen).toMatchObject({ authorization: 'Bearer t1', 'api-version': '1.5.1' });
    expect(bij('/c')[0]!.koppen).not.toHaveProperty('api-version');
    for (const o of nep.oproepen) expect(o.url).not.toMatch(/pageSize/i);
  });

  it('vouwt een lijst niet uit en een enkele zaak wel, als tekst', async () => {
    const { nep, og } = await register(leeg);
    await og.openZaken(null, aanroep());
    await og.zoekOpPersoon('999993653', aanroep());
    await og.zaak(uuid(1), aanroep()).catch(() => undefined);
    const [lijst, zoek, detail] = nep.oproepen.filter((o) => o.pad.startsWith('/z'));
    expect(lijst!.query.has('expand')).toBe(false);
    expect(zoek!.lichaam).not.toHaveProperty('expand');
    expect(detail!.query.get('expand')).toBe('rollen,status,resultaat');
  });

  it('zegt wie het vraagt in de kop die het product daarvoor heeft', async () => {
    const { nep, og } = await register(leeg, { gebruikerkop: 'X-NLX-Request-User-Id' });
    await og.openZaken(null, aanroep());
    expect(nep.oproepen.at(-1)!.koppen['x-nlx-request-user-id']).toBe('kcc');
  });

  it('meldt een 403 zoals die is: het token was net nieuw', async () => {
    const { nep, og } = await register((o, res, nummer) =>
      o.pad === '/token' ? geefToken(o, res, nummer) : json(res, {}, 403),
    );
    await expect(og.openZaken(null, aanroep())).rejects.toMatchObject({ soort: 'verboden', status: 403 });
    expect(nep.oproepen.map((o) => o.pad)).toEqual(['/token', '/z/zaken']);
  });

  it('weigert een tokenUrl waarop het geheim open over de lijn gaat', () => {
    const config = {
      zaakregisters: [
        {
          id: 'og',
          zaken: 'https://og.nl/z',
          catalogi: 'https://og.nl/c',
          clientId: 'c',
          secret: 's',
          auth: { soort: 'oauth2', tokenUrl: 'http://og.nl/token' },
        },
      ],
    };
    expect(() => leesRegisters(JSON.stringify(config), {})).toThrow(
      'REGISTERS: zaakregisters.0.auth.tokenUrl is geen https-adres.',
    );
  });
});
