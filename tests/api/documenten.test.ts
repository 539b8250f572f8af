import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { standaardRegisters } from '../../server/connectors/registers-standaard.ts';
import type { Logregel } from '../../server/store/verwerkingen.ts';
import { startConsole, totdat, type Client, type ConsoleProef } from '../hulp/console.ts';
import { startTussen } from '../hulp/tussen.ts';
import { kies, klantbeeldVan, verwachtFout, zaakVan, zoekVerhulst } from '../hulp/klant.ts';

/** Larger than what sockets and streams hold, so that half of it is really half way. */
const GROOTTE = 3_000_000;
const BYTES = Buffer.from(Array.from({ length: GROOTTE }, (_, i) => (i * 31 + (i >> 8)) % 251));

let proef: ConsoleProef;
let kcc: Client;
let pad: string;
let sluit: () => Promise<void>;
/** What the register does with a download; null: what the bundled one does. */
let bij: ((vraag: IncomingMessage, antwoord: ServerResponse) => void) | null = null;
let vragen: (string | undefined)[] = [];
let weggelopen = 0;

interface Gehaald {
  status: number;
  koppen: Record<string, string | undefined>;
  bytes: Buffer;
  /** False where the connection ended before the answer did. */
  heel: boolean;
}

async function haal(koppen: Record<string, string> = {}, methode = 'GET', wie = kcc): Promise<Gehaald> {
  const vraag = request(proef.basis + pad, {
    method: methode,
    headers: { cookie: wie.cookie, ...koppen },
    agent: false,
  }).end();
  const [antwoord] = (await once(vraag, 'response')) as [IncomingMessage];
  const delen: Buffer[] = [];
  antwoord.on('data', (deel: Buffer) => delen.push(deel));
  antwoord.on('error', () => undefined);
  await new Promise((klaar) => antwoord.on('close', klaar));
  return {
    status: antwoord.statusCode ?? 0,
    koppen: antwoord.headers as Gehaald['koppen'],
    bytes: Buffer.concat(delen),
    heel: antwoord.complete,
  };
}

async function regels(): Promise<Logregel[]> {
  const privacy = await proef.login('privacy');
  const filter = encodeURIComponent(JSON.stringify({ handeling: 'document' }));
  return (await privacy.get<Logregel[]>(`/api/verwerkingen?filter=${filter}`)).json;
}

/** An answer of a register that keeps to no Range. */
const zonderDelen = (antwoord: ServerResponse): ServerResponse =>
  antwoord.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': GROOTTE });

/** Half of what was asked, and then the connection goes. */
function breek(vraag: IncomingMessage, antwoord: ServerResponse, etag = '"een"'): void {
  const van = Number(/bytes=(\d+)/.exec(vraag.headers.range ?? '')?.[1] ?? 0);
  const half = van + Math.ceil((GROOTTE - van) / 2);
  antwoord.writeHead(van === 0 ? 200 : 206, {
    etag,
    'content-length': GROOTTE - van,
    ...(van === 0 ? {} : { 'content-range': `bytes ${van}-${GROOTTE - 1}/${GROOTTE}` }),
  });
  antwoord.write(BYTES.subarray(van, half), () => antwoord.destroy());
}

beforeAll(async () => {
  proef = await startConsole({ metIndex: false, wijzigRegisters: (registers) => ({ ...registers }) });
  const tussen = await startTussen(proef.registerproef.basis, (vraag, antwoord) => {
    if (vraag.url?.includes('/download') !== true) return false;
    vragen.push(vraag.headers.range);
    antwoord.on('close', () => {
      if (!antwoord.writableFinished) weggelopen += 1;
    });
    bij?.(vraag, antwoord);
    return bij !== null;
  });
  const registers = maakRegisters(standaardRegisters(tussen.basis, `${proef.basis}/api/notificaties`, 'x'), {
    herhaalNaMs: 1,
  });
  Object.assign(proef.toepassing.deps.registers, registers);
  sluit = async () => {
    await registers.sluit();
    tussen.sluit();
    await proef.sluit();
  };
  kcc = await proef.login('kcc');
  const beeld = await klantbeeldVan(kcc, await zoekVerhulst(kcc));
  const [stuk] = (await zaakVan(kcc, kies(beeld, 'Paspoort').id)).documenten;
  if (stuk === undefined) throw new Error('geen document');
  pad = `/api/documenten/${stuk.id}/inhoud`;
  const tabel = 'documenten/enkelvoudiginformatieobjecten';
  const { opslag } = proef.registerproef.sandbox;
  const rij = opslag.tabel(tabel).get(stuk.id.slice(stuk.id.indexOf('~') + 1));
  if (rij === undefined) throw new Error('geen rij');
  await opslag.leg([
    { tabel, rij: { ...rij, inhoudBase64: BYTES.toString('base64'), bestandsnaam: 'Zoë "1"/b.pdf' } },
  ]);
  for (const register of proef.toepassing.deps.registers.zaken) register.vergeet();
});
afterAll(() => sluit());
beforeEach(() => {
  bij = null;
  vragen = [];
  weggelopen = 0;
});

describe('een document', () => {
  it('komt heel, met soort, omvang en een naam die veilig is', async () => {
    const { status, koppen, bytes, heel } = await haal();
    expect([status, heel, bytes.equals(BYTES)]).toEqual([200, true, true]);
    expect(koppen).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(GROOTTE),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(koppen['content-disposition']).toMatch(/^inline; filename=.*filename\*=UTF-8''Zo%C3%AB/);
    expect(koppen['content-disposition']).not.toMatch(/[/\\]/);
  });

  it('zegt bij HEAD hetzelfde, zonder het register om de inhoud te vragen', async () => {
    const { koppen: bijGet } = await haal();
    vragen = [];
    const { status, koppen, bytes } = await haal({ range: 'bytes=5-' }, 'HEAD');
    expect([status, bytes.length, vragen]).toEqual([200, 0, []]);
    for (const naam of ['content-type', 'content-length', 'content-disposition', 'etag', 'accept-ranges'])
      expect(koppen[naam]).toBe(bijGet[naam]);
  });

  it.each([
    ['bytes=0-99', 0, 100],
    ['bytes=2999990-', 2_999_990, GROOTTE],
    ['bytes=-10', 2_999_990, GROOTTE],
    ['bytes=1000-1999', 1000, 2000],
  ])('geeft %s, en vraagt het register om niet meer', async (range, van, tot) => {
    const { status, koppen, bytes } = await haal({ range });
    expect(status).toBe(206);
    expect(koppen['content-range']).toBe(`bytes ${van}-${tot - 1}/${GROOTTE}`);
    expect(koppen['content-length']).toBe(String(tot - van));
    expect(bytes.equals(BYTES.subarray(van, tot))).toBe(true);
    expect(vragen).toEqual([`bytes=${van}-${tot - 1}`]);
  });

  it.each(['bytes=0-9,20-29', 'regels=1-2', 'bytes=9-3'])('geeft het geheel bij %s', async (range) => {
    const { status, bytes } = await haal({ range });
    expect([status, bytes.length]).toEqual([200, GROOTTE]);
  });

  it('zegt 416 waar niets van het bestand is, met hoe groot het is', async () => {
    const antwoord = await haal({ range: `bytes=${GROOTTE}-` });
    expect(antwoord.status).toBe(416);
    expect(antwoord.koppen['content-range']).toBe(`bytes */${GROOTTE}`);
    expect(JSON.parse(antwoord.bytes.toString())).toMatchObject({ code: 'buiten_bestand' });
    expect(vragen).toEqual([]);
  });

  it('gaat met If-Range alleen verder waar het bestand hetzelfde is', async () => {
    const { koppen } = await haal({}, 'HEAD');
    const range = 'bytes=10-';
    expect((await haal({ range, 'if-range': koppen['etag'] ?? '' })).status).toBe(206);
    expect((await haal({ range, 'if-range': '"ander"' })).status).toBe(200);
    expect((await haal({ range, 'if-range': `W/${koppen['etag'] ?? ''}` })).status).toBe(200);
    expect((await haal({ range, 'if-range': 'Sat, 28 Nov 2026 09:00:00 GMT' })).status).toBe(200);
  });
});

describe('rechten en logboek', () => {
  it.each([
    ['teamleider', 'kwaliteit', 403, 206, 200],
    ['behandelaar', 'behandeling', 403, 206, 200],
    ['kcc-2', 'kwaliteit', 403, 403, 403],
    ['klachten', 'behandeling', 404, 404, 404],
    ['beheerder', 'behandeling', 404, 404, 404],
    ['privacy', 'behandeling', 404, 404, 404],
  ])('van elk deel wordt beslist of %s het met doel %s mag zien', async (rol, code, zonder, deel, kop) => {
    const wie = await proef.login(rol);
    expect((await haal({ range: 'bytes=10-' }, 'GET', wie)).status).toBe(zonder);
    expect(vragen).toEqual([]);
    const doel = { range: 'bytes=10-', 'x-doel': code };
    expect((await haal(doel, 'GET', wie)).status).toBe(deel);
    expect((await haal(doel, 'HEAD', wie)).status).toBe(kop);
  });

  it('wie niet is ingelogd, krijgt niets', async () => {
    expect((await proef.anoniem().get(pad, { range: 'bytes=10-' })).status).toBe(401);
    expect(vragen).toEqual([]);
  });

  it('een download is een regel, hoeveel delen het ook zijn; een nieuwe download een nieuwe', async () => {
    const eerst = (await regels()).length;
    await haal();
    expect(await regels()).toHaveLength(eerst + 1);
    for (const range of ['bytes=100-199', 'bytes=200-', 'bytes=-5']) await haal({ range });
    expect(await regels()).toHaveLength(eerst + 1);
    await haal({ range: 'bytes=0-' });
    expect(await regels()).toHaveLength(eerst + 2);
  });

  it('een deel zonder regel ervoor krijgt er een: van een ander, of na een half uur', async () => {
    const ander = await proef.login('balie');
    await zoekVerhulst(ander);
    const eerst = (await regels()).length;
    await haal({ range: 'bytes=5-9' }, 'GET', ander);
    expect((await regels()).length).toBe(eerst + 1);
    expect((await regels())[0]).toMatchObject({ medewerker: 'balie', voorwerp: pad.split('/')[3] });
    await haal({ range: 'bytes=5-9' }, 'GET', ander);
    expect((await regels()).length).toBe(eerst + 1);
    proef.klok.verder(31 * 60_000);
    await zoekVerhulst(ander);
    await zoekVerhulst(kcc);
    await haal({ range: 'bytes=5-9' }, 'GET', ander);
    expect((await regels()).length).toBe(eerst + 2);
  });
});

describe('een register dat', () => {
  it('geen delen geeft: wat ervoor ligt wordt overgeslagen', async () => {
    bij = (_vraag, antwoord) => zonderDelen(antwoord).end(BYTES);
    const { status, koppen, bytes, heel } = await haal({ range: 'bytes=1500000-1500009' });
    expect([status, heel]).toEqual([206, true]);
    expect(koppen['content-range']).toBe(`bytes 1500000-1500009/${GROOTTE}`);
    expect(bytes.equals(BYTES.subarray(1_500_000, 1_500_010))).toBe(true);
  });

  it('halverwege ophoudt: de download gaat vanzelf verder', async () => {
    bij = (vraag, antwoord) => {
      if (vragen.length < 3) breek(vraag, antwoord);
      else
        antwoord
          .writeHead(206, {
            etag: '"een"',
            'content-range': `bytes ${GROOTTE * 0.75}-${GROOTTE - 1}/${GROOTTE}`,
          })
          .end(BYTES.subarray(GROOTTE * 0.75));
    };
    const { status, bytes, heel } = await haal();
    expect([status, heel, bytes.equals(BYTES)]).toEqual([200, true, true]);
    expect(vragen).toEqual([
      undefined,
      `bytes=${GROOTTE / 2}-${GROOTTE - 1}`,
      `bytes=${GROOTTE * 0.75}-${GROOTTE - 1}`,
    ]);
  });

  it('blijft ophouden: het antwoord eindigt als fout, nooit als een kort bestand', async () => {
    bij = (vraag, antwoord) => breek(vraag, antwoord);
    const { heel, bytes } = await haal();
    expect(heel).toBe(false);
    expect(bytes.length).toBeLessThan(GROOTTE);
    expect(bytes.equals(BYTES.subarray(0, bytes.length))).toBe(true);
    expect(vragen).toHaveLength(4);
  });

  it('intussen een ander bestand heeft: geen mengsel', async () => {
    bij = (vraag, antwoord) => breek(vraag, antwoord, `"${vragen.length}"`);
    const { heel, bytes } = await haal();
    expect(heel).toBe(false);
    expect(bytes.equals(BYTES.subarray(0, bytes.length))).toBe(true);
    expect(bytes.length).toBeLessThanOrEqual(GROOTTE / 2);
  });

  it('geen lengte geeft en ophoudt met een gewoon einde: ook een fout', async () => {
    bij = (_vraag, antwoord) => {
      antwoord.writeHead(200, { connection: 'close' });
      antwoord.end(BYTES.subarray(0, GROOTTE - 1));
    };
    const { heel } = await haal();
    expect(heel).toBe(false);
  });

  it('een andere omvang heeft dan het zelf zegt: het geheel, zonder belofte over delen', async () => {
    const kort = BYTES.subarray(0, 1000);
    bij = (vraag, antwoord) => {
      if (vraag.headers.range === undefined) antwoord.writeHead(200, { 'content-length': 1000 }).end(kort);
      else antwoord.writeHead(416, { 'content-range': 'bytes */1000' }).end();
    };
    for (const koppen of [{}, { range: 'bytes=2000-' }] as Record<string, string>[]) {
      const gehaald = await haal(koppen);
      expect([gehaald.status, gehaald.heel, gehaald.bytes.equals(kort)]).toEqual([200, true, true]);
      expect(gehaald.koppen['accept-ranges']).toBe('none');
      expect(gehaald.koppen['etag']).toBeUndefined();
    }
  });

  it('een ander deel geeft dan gevraagd: een fout, geen verkeerde bytes', async () => {
    bij = (_vraag, antwoord) =>
      antwoord.writeHead(206, { 'content-range': `bytes 0-9/${GROOTTE}` }).end(BYTES.subarray(0, 10));
    expect((await haal({ range: 'bytes=100-109' })).status).toBe(502);
  });

  it('inpakt wat niet ingepakt mocht zijn: een fout', async () => {
    bij = (_vraag, antwoord) => antwoord.writeHead(200, { 'content-encoding': 'gzip' }).end(BYTES);
    expect((await haal()).status).toBe(502);
  });

  it('geen bestand heeft: 404', async () => {
    bij = (_vraag, antwoord) => antwoord.writeHead(404).end();
    verwachtFout(await kcc.get(pad), 404);
  });
});

describe('een vrager die', () => {
  it('weggaat, laat het register ook los', async () => {
    bij = (_vraag, antwoord) => void zonderDelen(antwoord).write(BYTES.subarray(0, 1000));
    const vraag = request(proef.basis + pad, { headers: { cookie: kcc.cookie }, agent: false }).end();
    const [antwoord] = (await once(vraag, 'response')) as [IncomingMessage];
    await once(antwoord, 'data');
    antwoord.destroy();
    await totdat(() => weggelopen === 1);
  });

  it('niet leest, laat het register wachten: het bestand staat nooit in het geheugen', async () => {
    let verstuurd = 0;
    bij = (_vraag, antwoord) => {
      antwoord.writeHead(200, { 'content-length': GROOTTE * 100 });
      const stuur = () => {
        while (verstuurd < 100 && antwoord.write(BYTES)) verstuurd += 1;
        if (verstuurd < 100)
          antwoord.once('drain', () => {
            verstuurd += 1;
            stuur();
          });
      };
      stuur();
    };
    const vraag = request(proef.basis + pad, { headers: { cookie: kcc.cookie }, agent: false }).end();
    const [antwoord] = (await once(vraag, 'response')) as [IncomingMessage];
    antwoord.pause();
    let vorige = -1;
    await totdat(() => {
      const staatStil = verstuurd === vorige;
      vorige = verstuurd;
      return staatStil;
    });
    expect(verstuurd).toBeLessThan(20);
    antwoord.destroy();
    await totdat(() => weggelopen === 1);
  });
});
