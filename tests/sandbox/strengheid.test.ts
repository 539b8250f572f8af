import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { id, jwt, pad, startProef } from './kleine-gemeente.ts';
import type { Proef } from './kleine-gemeente.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await startProef();
});
afterAll(() => proef.sluit());

const LIJST = '/catalogi/api/v1/zaaktypen';

describe('wie mag er in', () => {
  const gevallen: [string, () => Promise<string | undefined>, string][] = [
    ['zonder Authorization', async () => undefined, 'permission_denied'],
    ['met Basic', async () => 'Basic abc', 'permission_denied'],
    ['met bearer in kleine letters', async () => `bearer ${await jwt()}`, 'permission_denied'],
    ['een onleesbaar token', async () => 'Bearer rommel', 'jwt-decode-error'],
    [
      'zonder client_id',
      async () => `Bearer ${await jwt({ client_id: undefined! })}`,
      'missing-client-identifier',
    ],
    [
      'een onbekende client',
      async () => `Bearer ${await jwt({ client_id: 'x' })}`,
      'invalid-client-identifier',
    ],
    [
      'een verkeerd geheim',
      async () => `Bearer ${await jwt({}, { secret: 'x'.repeat(40) })}`,
      'invalid-jwt-signature',
    ],
    ['zonder iat', async () => `Bearer ${await jwt({}, { iat: null })}`, 'jwt-missing-iat-claim'],
    ['een uur oud', async () => `Bearer ${await jwt({}, { iat: -3601 })}`, 'jwt-expired'],
    ['exp voorbij', async () => `Bearer ${await jwt({ exp: 1000 })}`, 'jwt-expiredsignatureerror'],
    ['met HS512', async () => `Bearer ${await jwt({}, { alg: 'HS512' })}`, 'jwt-invalidalgorithmerror'],
  ];
  it.each(gevallen)('weigert %s met 403', async (_naam, maak, code) => {
    const { status, lichaam } = await proef.roep(LIJST, { kop: { authorization: await maak() } });
    expect([status, lichaam['code']]).toEqual([403, code]);
    expect(lichaam['type']).toBe(`${proef.basis}/ref/fouten/PermissionDenied/`);
  });
  it('aanvaardt een token met iat in de toekomst', async () => {
    const { status } = await proef.roep(LIJST, {
      kop: { authorization: `Bearer ${await jwt({}, { iat: 120 })}` },
    });
    expect(status).toBe(200);
  });
});

describe('wat de beller aanneemt', () => {
  it.each(['application/problem+json', 'text/html'])('weigert Accept: %s met 406', async (accept) => {
    const { status, lichaam } = await proef.roep(LIJST, { kop: { accept } });
    expect([status, lichaam['code']]).toEqual([406, 'not_acceptable']);
  });
});

describe('de vorm van een antwoord', () => {
  it.each([
    [LIJST, 200],
    [`${LIJST}?foo=1`, 400],
    [`${LIJST}/${id('niets')}`, 404],
  ])('%s: JSON zonder charset, ook een weigering', async (adres, verwacht) => {
    const { status, kop } = await proef.roep(adres);
    expect([status, kop.get('content-type')]).toEqual([verwacht, 'application/json']);
  });
  it.each(['/catalogi/api/v1/zaaktypens', `${LIJST}/`, '/klantinteracties/api/v1/partijen/'])(
    '%s: geen pagina, geen weigering van de API',
    async (adres) => {
      const { status, kop } = await proef.roep(adres);
      expect([status, kop.get('content-type'), kop.get('api-version')]).toEqual([
        404,
        'text/html; charset=utf-8',
        null,
      ]);
    },
  );
  it('304 zonder versie', async () => {
    const adres = pad('catalogi/zaaktypen', 'zaaktype');
    const etag = (await proef.roep(adres)).kop.get('etag') ?? '';
    const { status, kop } = await proef.roep(adres, { kop: { 'if-none-match': etag } });
    expect([status, kop.get('api-version')]).toEqual([304, null]);
  });
  it.each([
    ['/zaken/api/v1/zaken', 500],
    ['/catalogi/api/v1/zaaktypen', 500],
    ['/documenten/api/v1/enkelvoudiginformatieobjecten', 500],
    ['/zaken/api/v1/substatussen', 404],
    ['/notificaties/api/v1/abonnement', 404],
  ])('%s: wat geen uuid is, geeft %i', async (adres, verwacht) => {
    expect((await proef.roep(`${adres}/${'-'.repeat(36)}`)).status).toBe(verwacht);
  });
  it.each([
    ['/zaken/api/v1/rollen?zaak=', 400],
    ['/zaken/api/v1/zaakinformatieobjecten?zaak=', 400],
    ['/zaken/api/v1/zaakinformatieobjecten?informatieobject=', 200],
    ['/catalogi/api/v1/statustypen?zaaktype=', 400],
    ['/zaken/api/v1/zaken?zaaktype=', 200],
  ])('%s: een lege verwijzing geeft %i', async (adres, verwacht) => {
    expect((await proef.roep(adres)).status).toBe(verwacht);
  });
});

describe('lichamen', () => {
  const ZOEK = '/zaken/api/v1/zaken/_zoek';
  it.each([
    ['een formulier', 'a=b', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
    ['kapotte JSON', '{', 'application/json', 400, 'parse_error'],
    ['een lijst', '[1]', 'application/json', 400, 'parse_error'],
  ])('weigert %s', async (_naam, body, type, status, code) => {
    const antwoord = await proef.roep(ZOEK, { method: 'POST', body, kop: { 'content-type': type } });
    expect([antwoord.status, antwoord.lichaam['code']]).toEqual([status, code]);
  });
  it('ziet een gebrokkeld lichaam voor een leeg aan', async () => {
    const antwoord = await fetch(proef.basis + ZOEK, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await jwt()}`,
        'accept-crs': 'EPSG:4326',
        'content-crs': 'EPSG:4326',
        'content-type': 'application/json',
      },
      body: new Blob(['{"identificatie":"x"}']).stream(),
      duplex: 'half',
    });
    expect(await antwoord.json()).toMatchObject({ invalidParams: [{ code: 'empty_search_body' }] });
  });
});

describe('parameters', () => {
  it('weigert een onbekende met unknown-parameters', async () => {
    const { status, lichaam } = await proef.roep(`${LIJST}?foo=1&bar=2`);
    expect(status).toBe(400);
    expect(lichaam['invalidParams']).toEqual([
      { name: 'nonFieldErrors', code: 'unknown-parameters', reason: 'Onbekende query parameters: foo, bar' },
    ]);
  });
  it.each([
    ['status=x', 'invalid_choice'],
    ['catalogus=x', 'invalid'],
    ['datumGeldigheid=2026-02-31', 'invalid'],
  ])('weigert %s', async (vraag, code) => {
    const { status, lichaam } = await proef.roep(`${LIJST}?${vraag}`);
    expect(status).toBe(400);
    expect(lichaam['invalidParams']).toMatchObject([{ name: vraag.split('=')[0], code }]);
  });
  it('telt van een herhaalde sleutel de laatste', async () => {
    const { lichaam } = await proef.roep(`${LIJST}?identificatie=ZT-A&identificatie=niets`);
    expect(lichaam['count']).toBe(0);
  });
  it('laat een concept weg tenzij erom gevraagd is', async () => {
    const aantal = async (vraag: string) => (await proef.roep(LIJST + vraag)).lichaam['count'];
    expect([await aantal(''), await aantal('?status=concept'), await aantal('?status=alles')]).toEqual([
      1, 1, 2,
    ]);
  });
});

describe('bladzijden', () => {
  it('bouwt next en previous uit de Host van de vraag', async () => {
    const { request } = await import('node:http');
    const lichaam = await new Promise<string>((klaar) => {
      void jwt().then((token) => {
        const kop = { host: 'registers.voorbeeld.nl', authorization: `Bearer ${token}` };
        const vraag = request(
          `${proef.basis}/catalogi/api/v1/statustypen?pageSize=1&page=2`,
          { headers: kop },
          (res) => {
            let tekst = '';
            res.on('data', (deel: Buffer) => (tekst += deel.toString()));
            res.on('end', () => klaar(tekst));
          },
        );
        vraag.end();
      });
    });
    const basis = 'http://registers.voorbeeld.nl/catalogi/api/v1/statustypen';
    expect(JSON.parse(lichaam)).toMatchObject({
      count: 3,
      next: `${basis}?page=3&pageSize=1`,
      previous: `${basis}?pageSize=1`,
      results: [
        {
          zaaktype: expect.stringContaining(
            'http://registers.voorbeeld.nl/catalogi/api/v1/zaaktypen/',
          ) as string,
        },
      ],
    });
  });
  it.each(['99', '0', '-1', 'abc'])('weigert bladzijde %s met 404', async (nummer) => {
    const { status, lichaam } = await proef.roep(`${LIJST}?page=${nummer}`);
    expect([status, lichaam['detail']]).toEqual([404, 'Ongeldige pagina.']);
  });
});

describe('details', () => {
  it('antwoordt 304 op een gelijke ETag en 405 op een andere methode', async () => {
    const { lichaam } = await proef.roep(LIJST);
    const url = (lichaam['results'] as { url: string }[])[0]!.url;
    const eerste = await proef.roep(url);
    expect(eerste.lichaam['uuid']).toBeUndefined();
    const tweede = await proef.roep(url, { kop: { 'if-none-match': eerste.kop.get('etag')! } });
    const derde = await proef.roep(url, { method: 'DELETE' });
    expect([tweede.status, derde.status, derde.lichaam['code']]).toEqual([304, 405, 'method_not_allowed']);
  });
});
