import { gzipSync } from 'node:zlib';
import { setTimeout as wacht } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { maakCache } from '../../server/connectors/cache.ts';
import { maakBasis } from '../../server/connectors/http/adres.ts';
import { maakVerbindingsboek } from '../../server/connectors/http/verbindingen.ts';
import { leesAlles } from '../../server/connectors/http/pagina.ts';
import { maakHttp, type Http, type HttpOpties, type Vraag } from '../../server/connectors/http.ts';
import { BronFout, type BronFoutSoort } from '../../server/connectors/ports.ts';
import { aanroep, allesVan, BSN, json, maakNep, pagina, probleem, uuid } from './nepregister.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

type Antwoorder = Parameters<typeof maakNep>[0];

async function opzet(antwoord: Antwoorder, opties: Partial<HttpOpties> = {}, host?: string) {
  const nep = await maakNep(antwoord, host);
  const http = maakHttp({
    bron: 'proef',
    koppen: async () => ({ authorization: 'Token t' }),
    cache: null,
    herhaalNaMs: 1,
    ...opties,
  });
  opruimen.push(
    () => http.sluit(),
    () => nep.sluit(),
  );
  const vraag: Vraag = { basis: maakBasis(nep.url), pad: '/zaken' };
  return { nep, http, vraag };
}

async function foutVan(belofte: Promise<unknown>): Promise<BronFout> {
  const fout: unknown = await belofte.then(
    () => null,
    (f: unknown) => f,
  );
  if (!(fout instanceof BronFout)) throw new Error(`geen BronFout maar ${String(fout)}`);
  return fout;
}

const lees = (http: Http, vraag: Vraag) => foutVan(http.lees(vraag, aanroep()));

describe('een antwoord dat niet goed is', () => {
  const gevallen: [string, BronFoutSoort, (res: ServerResponse) => void][] = [
    ['500', 'onbereikbaar', (r) => json(r, {}, 500)],
    ['503 in HTML', 'onbereikbaar', (r) => r.writeHead(503, { 'content-type': 'text/html' }).end('<p>')],
    ['403', 'verboden', (r) => json(r, probleem('permission_denied', 403), 403)],
    ['401', 'verboden', (r) => json(r, probleem('not_authenticated', 401), 401)],
    ['404 met een probleem', 'niet_gevonden', (r) => json(r, probleem('not_found', 404), 404)],
    ['404-pagina', 'onleesbaar', (r) => r.writeHead(404, { 'content-type': 'text/html' }).end('<h1>')],
    ['400', 'geweigerd', (r) => json(r, probleem('invalid', 400), 400)],
    ['412', 'geweigerd', (r) => json(r, probleem('precondition_failed', 412), 412)],
    ['429', 'onbereikbaar', (r) => json(r, {}, 429)],
    ['302', 'onleesbaar', (r) => r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['ongeldige JSON', 'onleesbaar', (r) => r.setHeader('content-type', 'application/json').end('{"a":')],
    ['HTML met 200', 'onleesbaar', (r) => r.setHeader('content-type', 'text/html').end('<h1>Hallo</h1>')],
    ['JSON die HTML heet', 'onleesbaar', (r) => r.setHeader('content-type', 'text/html').end('{}')],
    [
      'halverwege weg',
      'onbereikbaar',
      (r) => r.writeHead(200, { 'content-length': '99' }).write('{', () => r.destroy()),
    ],
    ['geen HTTP', 'onleesbaar', (r) => r.socket?.end('hallo\r\n\r\n')],
    [
      'onbekende codering',
      'onleesbaar',
      (r) => r.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'zz' }).end('x'),
    ],
    [
      'kapotte gzip',
      'onleesbaar',
      (r) => r.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end('x'),
    ],
  ];
  it.each(gevallen)('%s heet %s', async (_naam, soort, antwoord) => {
    const { http, vraag } = await opzet((_o, res) => {
      antwoord(res);
    });
    expect((await lees(http, vraag)).soort).toBe(soort);
  });

  it.each([
    'jwt-expired',
    'invalid-jwt-signature',
    'invalid-client-identifier',
    'missing-client-identifier',
    'jwt-decode-error',
    'jwt-missing-iat-claim',
    'permission_denied',
  ])('403 %s heet verboden en houdt zijn code', async (code) => {
    const { http, vraag } = await opzet((_o, res) => json(res, probleem(code, 403), 403));
    expect(await lees(http, vraag)).toMatchObject({ soort: 'verboden', status: 403, code });
  });

  it('geeft de velden van een weigering door zonder de waarden erin', async () => {
    const reden = `Onjuist BSN nummer ${BSN}, zie jan@voorbeeld.nl`;
    const { http, vraag } = await opzet((_o, res) =>
      json(
        res,
        probleem('invalid', 400, [{ name: 'rollen.0.roltype', code: 'bad-url', reason: reden }]),
        400,
      ),
    );
    const fout = await lees(http, vraag);
    expect(fout.velden).toEqual([
      { naam: 'rollen.0.roltype', code: 'bad-url', reden: 'Onjuist BSN nummer …, zie …' },
    ]);
  });

  it('weigert meer dan 10 MB', async () => {
    const { http, vraag } = await opzet((_o, res) => {
      res.setHeader('content-type', 'application/json');
      res.end(Buffer.alloc(10 * 1024 * 1024 + 1, 32));
    });
    expect(await lees(http, vraag)).toMatchObject({ soort: 'onleesbaar', code: 'te_groot' });
  });

  it('pakt een gzip-bom niet uit', async () => {
    const bom = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
    const { http, vraag } = await opzet((_o, res) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bom);
    });
    expect(await lees(http, vraag)).toMatchObject({ soort: 'onleesbaar', code: 'te_groot' });
  });

  it('leest een gewoon gzip-antwoord', async () => {
    const { http, vraag } = await opzet((_o, res) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      res.end(gzipSync('{"a":1}'));
    });
    expect(await http.lees(vraag, aanroep())).toEqual({ a: 1 });
  });
});

describe('een bron die niet antwoordt', () => {
  it('heet te traag als zij hangt', async () => {
    const { http, vraag } = await opzet(() => undefined, { termijnMs: 60 });
    expect((await lees(http, vraag)).soort).toBe('te_traag');
  });

  it('heet te traag als zij druppelt', async () => {
    const { http, vraag } = await opzet(
      async (_o, res) => {
        res.writeHead(200, { 'content-type': 'application/json' });
        while (!res.destroyed) {
          res.write(' ');
          await wacht(10);
        }
      },
      { termijnMs: 80 },
    );
    expect((await lees(http, vraag)).soort).toBe('te_traag');
  });

  it('houdt zich aan de termijn van wie vraagt', async () => {
    const { http, vraag } = await opzet(() => undefined);
    const signal = AbortSignal.timeout(30);
    expect((await foutVan(http.lees(vraag, aanroep({ signal })))).soort).toBe('te_traag');
  });

  it('heet onbereikbaar als er niets luistert', async () => {
    const { nep, http, vraag } = await opzet((_o, res) => json(res, {}));
    await nep.sluit();
    expect((await lees(http, vraag)).soort).toBe('onbereikbaar');
  });

  it('wordt na vijf fouten op rij niet meer gebeld, en een andere basis wel', async () => {
    const { nep, http, vraag } = await opzet((o, res) =>
      json(res, {}, o.pad.startsWith('/goed') ? 200 : 500),
    );
    for (let i = 0; i < 3; i += 1) await lees(http, vraag);
    expect(nep.oproepen).toHaveLength(5);
    expect(await lees(http, vraag)).toMatchObject({ soort: 'onbereikbaar', code: 'breker_open' });
    expect(nep.oproepen).toHaveLength(5);
    expect(await http.lees({ basis: maakBasis(`${nep.url}/goed`), pad: '/x' }, aanroep())).toEqual({});
  });

  it('wordt niet meer gebeld als zij vijf keer bleef hangen', async () => {
    const { nep, http, vraag } = await opzet(() => undefined, { termijnMs: 30 });
    const paden = ['/a', '/b', '/c', '/d', '/e'];
    await Promise.all(paden.map((pad) => lees(http, { ...vraag, pad })));
    await wacht(5);
    const voor = nep.oproepen.length;
    expect(await lees(http, vraag)).toMatchObject({ soort: 'onbereikbaar', code: 'breker_open' });
    expect(nep.oproepen).toHaveLength(voor);
  });

  /** A register that answers when the test lets it; `vraag` numbers its calls. */
  async function traag(termijnMs = 40) {
    const wachtend: ServerResponse[] = [];
    const proef = await opzet((_o, res) => void wachtend.push(res), { termijnMs, cache: maakCache() });
    return { ...proef, laat: () => wachtend.splice(0).forEach((res) => json(res, { laat: true })) };
  }

  it('geeft haar antwoord aan wie langer wil wachten, en bewaart het voor wie opnieuw vraagt', async () => {
    const { nep, http, vraag, laat } = await traag();
    const geduldig = http.lees(vraag, aanroep({ geduldMs: 10_000 }));
    expect((await lees(http, vraag)).soort).toBe('te_traag');
    laat();
    expect(await geduldig).toEqual({ laat: true });
    expect(await http.lees(vraag, aanroep())).toEqual({ laat: true });
    expect(nep.oproepen).toHaveLength(1);
  });

  it('telt als zij te laat is voor de zekering, ook als het antwoord nog komt', async () => {
    const { http, vraag, laat } = await traag();
    const paden = ['/a', '/b', '/c', '/d', '/e'];
    const geduldig = paden.map((pad) => http.lees({ ...vraag, pad }, aanroep({ geduldMs: 10_000 })));
    await Promise.all(paden.map((pad) => lees(http, { ...vraag, pad })));
    await wacht(5);
    expect(await lees(http, vraag)).toMatchObject({ code: 'breker_open' });
    laat();
    expect(await Promise.all(geduldig)).toHaveLength(5);
  });

  it('wordt opnieuw gevraagd door wie na de termijn komt', async () => {
    const { nep, http, vraag, laat } = await traag();
    await lees(http, vraag);
    await wacht(5);
    const opnieuw = http.lees(vraag, aanroep());
    while (nep.oproepen.length < 2) await wacht(1);
    laat();
    expect(await opnieuw).toEqual({ laat: true });
  });

  it('wordt na drie termijnen losgelaten, ook door wie langer wil wachten', async () => {
    const { http, vraag } = await traag(20);
    const fout = await foutVan(http.lees(vraag, aanroep({ geduldMs: 10_000 })));
    expect(fout.soort).toBe('te_traag');
  });

  it('houdt ten hoogste 20 verbindingen bezet met wat te laat is', async () => {
    let open = 0;
    const { nep, http, vraag } = await opzet(
      (_o, res) => {
        open += 1;
        res.on('close', () => (open -= 1));
      },
      { termijnMs: 400 },
    );
    const paden = Array.from({ length: 30 }, (_, nummer) => `/${String(nummer)}`);
    await Promise.all(paden.map((pad) => lees(http, { ...vraag, pad })));
    expect(nep.oproepen).toHaveLength(30);
    while (open > 20) await wacht(5);
    expect(open).toBe(20);
  });

  it('krijgt nooit meer dan 40 vragen tegelijk, en op den duur alle', async () => {
    const wachtend: ServerResponse[] = [];
    let meest = 0;
    let klaar = 0;
    const { nep, http, vraag } = await opzet(async (_o, res) => {
      wachtend.push(res);
      meest = Math.max(meest, wachtend.length);
      // Nobody is answered before 40 (or the last 20) stand here; one too many has the time to show itself.
      if (wachtend.length < Math.min(40, 100 - klaar)) return;
      await wacht(10);
      meest = Math.max(meest, wachtend.length);
      for (const r of wachtend.splice(0)) {
        klaar += 1;
        json(r, {});
      }
    });
    await Promise.all(
      Array.from({ length: 100 }, (_, i) => http.lees({ ...vraag, pad: `/zaken/${i}` }, aanroep())),
    );
    expect(meest).toBe(40);
    expect(nep.oproepen).toHaveLength(100);
  });

  it('blijft gebeld worden na weigeringen, want dat zijn antwoorden', async () => {
    const { nep, http, vraag } = await opzet((_o, res) => json(res, probleem('x', 403), 403));
    for (let i = 0; i < 12; i += 1) await lees(http, vraag);
    expect(nep.oproepen).toHaveLength(12);
  });
});

describe('herhalen en delen', () => {
  it('herhaalt een lezing één keer', async () => {
    let n = 0;
    const { nep, http, vraag } = await opzet((_o, res) => json(res, {}, (n += 1) === 1 ? 503 : 200));
    expect(await http.lees(vraag, aanroep())).toEqual({});
    expect(nep.oproepen).toHaveLength(2);
  });

  it.each(['POST', 'PUT', 'DELETE'] as const)('herhaalt een %s die schrijft nooit', async (methode) => {
    const { nep, http, vraag } = await opzet((_o, res) => json(res, {}, 503));
    expect((await foutVan(http.schrijf({ ...vraag, methode }, aanroep()))).soort).toBe('onbereikbaar');
    expect(nep.oproepen).toHaveLength(1);
  });

  it('herhaalt een weigering niet', async () => {
    const { nep, http, vraag } = await opzet((_o, res) => json(res, {}, 400));
    await lees(http, vraag);
    expect(nep.oproepen).toHaveLength(1);
  });

  it('doet twee gelijke vragen tegelijk als één, en ongelijke niet', async () => {
    const { nep, http, vraag } = await opzet(async (o, res) => {
      await wacht(20);
      json(res, { url: o.url });
    });
    const twee = { ...vraag, query: { a: '2' } };
    const uit = await Promise.all([vraag, vraag, twee].map((v) => http.lees(v, aanroep())));
    expect(uit).toEqual([{ url: '/zaken' }, { url: '/zaken' }, { url: '/zaken?a=2' }]);
    expect(nep.oproepen).toHaveLength(2);
  });

  it('laat de ander doorwachten als de een het opgeeft', async () => {
    const { http, vraag } = await opzet(async (_o, res) => {
      await wacht(50);
      json(res, { a: 1 });
    });
    const ongeduldig = foutVan(http.lees(vraag, aanroep({ signal: AbortSignal.timeout(5) })));
    const geduldig = http.lees(vraag, aanroep());
    expect((await ongeduldig).soort).toBe('te_traag');
    expect(await geduldig).toEqual({ a: 1 });
  });

  it('deelt niets tussen twee medewerkers waar dat niet mag', async () => {
    const { nep, http, vraag } = await opzet((_o, res) => json(res, {}), {
      cache: maakCache(),
      deler: (a) => a.medewerker?.id ?? '',
    });
    await http.lees(vraag, aanroep());
    await http.lees(vraag, aanroep());
    await http.lees(vraag, aanroep({ medewerker: { id: 'balie', naam: 'B' } }));
    expect(nep.oproepen).toHaveLength(2);
  });
});

describe('de cache', () => {
  const zaakpad = (n: number): Vraag['pad'] => `/zaken/${uuid(n)}`;

  async function metCache() {
    const cache = maakCache();
    let n = 0;
    const alles = await opzet((_o, res) => json(res, { n: (n += 1), url: `x/${uuid(1)}` }), { cache });
    return { ...alles, cache };
  }

  it('bewaart een antwoord, en slaat het over bij vers', async () => {
    const { nep, http, vraag } = await metCache();
    expect(await http.lees(vraag, aanroep())).toMatchObject({ n: 1 });
    expect(await http.lees(vraag, aanroep())).toMatchObject({ n: 1 });
    expect(await http.lees(vraag, aanroep({ vers: true }))).toMatchObject({ n: 2 });
    expect(await http.lees(vraag, aanroep())).toMatchObject({ n: 2 });
    expect(nep.oproepen).toHaveLength(2);
  });

  it('vergeet wat een zaak noemt en elke zoekvraag, maar geen andere zaak', async () => {
    const { http, vraag, cache } = await metCache();
    const eigen = { ...vraag, pad: zaakpad(1) };
    await http.lees(vraag, aanroep());
    await http.lees(eigen, aanroep());
    cache.vergeet(uuid(2));
    expect(await http.lees(vraag, aanroep())).toMatchObject({ n: 3 });
    expect(await http.lees(eigen, aanroep())).toMatchObject({ n: 2 });
    cache.vergeet(uuid(1));
    expect(await http.lees(eigen, aanroep())).toMatchObject({ n: 4 });
  });

  it('bewaart geen antwoord dat al onderweg was toen er iets veranderde', async () => {
    const cache = maakCache();
    let stand = 'oud';
    let gezien = (): void => undefined;
    const aangekomen = new Promise<void>((klaar) => (gezien = klaar));
    const { http, vraag } = await opzet(
      async (_o, res) => {
        const nu = stand;
        gezien();
        await wacht(30);
        json(res, { stand: nu });
      },
      { cache },
    );
    const onderweg = http.lees(vraag, aanroep());
    await aangekomen;
    stand = 'nieuw';
    cache.vergeet(uuid(1));
    expect(await http.lees(vraag, aanroep())).toEqual({ stand: 'nieuw' });
    expect(await onderweg).toEqual({ stand: 'oud' });
    expect(await http.lees(vraag, aanroep())).toEqual({ stand: 'nieuw' });
  });
});

describe('wat er op de lijn gaat', () => {
  it.each(['', '/'])('kent een basis met "%s" aan het eind', async (eind) => {
    const { nep, http } = await opzet((_o, res) => json(res, {}));
    await http.lees({ basis: maakBasis(`${nep.url}/zaken/api/v1${eind}`), pad: '/zaken' }, aanroep());
    expect(nep.oproepen[0]!.url).toBe('/zaken/api/v1/zaken');
  });

  it('kent een IPv6-adres', async () => {
    const { http, vraag } = await opzet((_o, res) => json(res, { a: 1 }), {}, '::1');
    expect(await http.lees(vraag, aanroep())).toEqual({ a: 1 });
  });

  it('stuurt een lichaam met Content-Length en een traceparent', async () => {
    const { nep, http, vraag } = await opzet((_o, res) => json(res, {}));
    await http.schrijf({ ...vraag, methode: 'POST', lichaam: { a: 'é' } }, aanroep());
    const { koppen, lichaam } = nep.oproepen[0]!;
    expect(lichaam).toEqual({ a: 'é' });
    expect(koppen['content-length']).toBe('10');
    expect(koppen['transfer-encoding']).toBeUndefined();
    expect(koppen.traceparent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
  });

  it('noemt het adres of een nummer daarin in geen enkele fout', async () => {
    const { nep, http, vraag } = await opzet((_o, res) => json(res, { detail: BSN, code: 'x' }, 400));
    const metNummer = { ...vraag, query: { objectId: BSN } };
    const fouten = [await lees(http, metNummer)];
    await nep.sluit();
    fouten.push(await lees(http, metNummer));
    for (const fout of fouten) expect(allesVan(fout)).not.toContain(BSN);
  });
});

describe('bladeren', () => {
  const blader = (http: Http, vraag: Vraag) => leesAlles('proef', http, vraag, aanroep());

  it('volgt next tot het eind', async () => {
    const { nep, http, vraag } = await opzet((o, res) => {
      const blad = Number(o.query.get('page') ?? 1);
      json(res, pagina([blad], blad < 3 ? `${nep.url}/zaken?a=1&page=${blad + 1}` : null));
    });
    expect(await blader(http, { ...vraag, query: { a: '1' } })).toEqual([1, 2, 3]);
    expect(nep.oproepen.map((o) => o.url)).toEqual(['/zaken?a=1', '/zaken?a=1&page=2', '/zaken?a=1&page=3']);
  });

  /** `aantal` pages of two; the last link leads nowhere. Answers only when `samen` calls stand beside each other. */
  async function boek(aantal: number, samen: number, count = aantal * 2, stuk?: number) {
    const wachtend: (() => void)[] = [];
    return opzet(async (o, res) => {
      const blad = Number(o.query.get('page') ?? 1);
      if (blad > 1 && samen > 0) {
        await new Promise<void>((door) => {
          wachtend.push(door);
          if (wachtend.length >= samen) wachtend.splice(0).forEach((een) => een());
        });
      }
      if (blad === stuk || blad > aantal) json(res, probleem('not_found', 404), 404);
      else {
        const next =
          blad < aantal ? `http://${o.koppen.host ?? ''}/zaken?a=1&page=${String(blad + 1)}&z=2` : null;
        json(res, { ...pagina([blad, blad]), count, next });
      }
    });
  }

  it('vraagt de bladen na het eerste naast elkaar, als het register zegt hoeveel het er zijn', async () => {
    const { nep, http, vraag } = await boek(5, 4);
    expect(await blader(http, { ...vraag, query: { a: '1', z: '2' } })).toEqual([
      1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
    ]);
    expect(
      nep.oproepen
        .map((o) => o.url)
        .slice(1)
        .toSorted(),
    ).toEqual([2, 3, 4, 5].map((blad) => `/zaken?a=1&page=${String(blad)}&z=2`));
  });

  it('vraagt niet meer dan tien bladen vooruit', async () => {
    const { nep, http, vraag } = await boek(30, 0);
    expect(await blader(http, vraag)).toHaveLength(60);
    expect(nep.oproepen).toHaveLength(30);
  });

  it.each([
    ['te laag', 3],
    ['te hoog', 14],
    ['nul', 0],
  ])('leest alles, ook als het aantal %s is', async (_naam, count) => {
    const { http, vraag } = await boek(5, 0, count);
    expect(await blader(http, vraag)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });

  it('geeft geen halve lijst als een blad ontbreekt waar de verwijzingen langs gaan', async () => {
    const { http, vraag } = await boek(5, 0, 10, 4);
    expect((await foutVan(blader(http, vraag))).soort).toBe('niet_gevonden');
  });

  it('begint niet aan meer dan 50 bladen', async () => {
    const { nep, http, vraag } = await boek(60, 0);
    expect((await foutVan(blader(http, vraag))).code).toBe('te_veel_paginas');
    expect(nep.oproepen).toHaveLength(1);
  });

  it('leest een kale lijst als één blad', async () => {
    const { http, vraag } = await opzet((_o, res) => json(res, [1, 2]));
    expect(await blader(http, vraag)).toEqual([1, 2]);
  });

  it.each([
    ['een ander adres', (_eigen: string) => 'http://169.254.169.254/zaken?page=2'],
    ['een ander pad', (eigen: string) => `${eigen}/partijen?page=2`],
    ['een pad dat eruit klimt', (eigen: string) => `${eigen}/zaken/%2e%2e/geheim?page=2`],
    ['een adres met inloggegevens', (eigen: string) => `${eigen.replace('//', '//a:b@')}/zaken?page=2`],
    ['iets dat geen adres is', () => 'volgende'],
  ])('volgt %s niet', async (_naam, next) => {
    const { nep, http, vraag } = await opzet((_o, res) => json(res, pagina([1], next(nep.url))));
    expect(await foutVan(blader(http, vraag))).toMatchObject({
      soort: 'onleesbaar',
      code: 'vreemde_verwijzing',
    });
    expect(nep.oproepen).toHaveLength(1);
  });

  it('ziet een lus', async () => {
    const { nep, http, vraag } = await opzet((_o, res) => json(res, pagina([1], `${nep.url}/zaken?page=2`)));
    expect((await foutVan(blader(http, vraag))).code).toBe('lus_in_paginas');
    expect(nep.oproepen).toHaveLength(2);
  });

  it('stopt na 50 bladen met een fout, niet met een halve lijst', async () => {
    let n = 1;
    const { nep, http, vraag } = await opzet((_o, res) =>
      json(res, pagina([1], `${nep.url}/zaken?page=${(n += 1)}`)),
    );
    expect((await foutVan(blader(http, vraag))).code).toBe('te_veel_paginas');
    expect(nep.oproepen).toHaveLength(50);
  });

  it.each([[{}], [{ results: 'x' }], ['tekst'], [null], [{ results: [], next: 5 }]])(
    'weigert %j als blad',
    async (lichaam) => {
      const { http, vraag } = await opzet((_o, res) => json(res, lichaam));
      expect((await foutVan(blader(http, vraag))).soort).toBe('onleesbaar');
    },
  );
});

describe('wat beheer van een register ziet', () => {
  it('per adres: of het antwoordde, ook met nee, en of wij het met rust laten', async () => {
    const boek = maakVerbindingsboek();
    let status = 200;
    const { http, vraag } = await opzet((_oproep, res) => json(res, {}, status), { boek });
    expect(boek.alle()).toEqual([]);
    await http.lees(vraag, aanroep());
    const [begin] = boek.alle();
    expect(begin).toMatchObject({ bron: 'proef', adres: '/', breker: 'dicht', geenAntwoordOp: null });
    expect(begin?.antwoordOp).toBeInstanceOf(Date);
    status = 404;
    await lees(http, vraag);
    expect(boek.alle()).toMatchObject([{ breker: 'dicht', geenAntwoordOp: null }]);
    status = 500;
    while (boek.alle()[0]?.breker === 'dicht') await lees(http, vraag);
    expect(boek.alle()).toMatchObject([{ breker: 'open', geenAntwoordOp: expect.any(Date) as Date }]);
  });
});
