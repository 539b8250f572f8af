import { gzipSync } from 'node:zlib';
import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Klantbeeld } from '../../shared/contracts/klantbeeld.ts';
import { ZaakDetail } from '../../shared/contracts/zaak.ts';
import type { Registers } from '../../server/connectors/ports.ts';
import { standaardRegisters } from '../../server/connectors/registers-standaard.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { GREPEN, metGreep, plekkenIn, startBederver, type Bederf, type Bederver } from '../hulp/bederf.ts';
import { startConsole, type Client, type ConsoleProef } from '../hulp/console.ts';
import { klantbeeldVan, verwachtFout, zoekVerhulst } from '../hulp/klant.ts';

/** A whole console, and a register that answers what no register should. */
let proef: ConsoleProef;
let bederver: Bederver;
let kcc: Client;
let klant: string;
let gezond: Klantbeeld;
const gebruikt: (Registers & { sluit(): Promise<void> })[] = [];

/** Somewhere that no call of ours may ever reach. */
const elders = createServer((_vraag, res) => {
  bereikt += 1;
  res.writeHead(200, { 'content-type': 'application/json' }).end('{"results":[]}');
});
let bereikt = 0;
let ver = '';

beforeAll(async () => {
  proef = await startConsole({ metIndex: false, wijzigRegisters: (registers) => ({ ...registers }) });
  bederver = await startBederver(proef.registerproef.basis);
  elders.listen(0, '127.0.0.1');
  await once(elders, 'listening');
  ver = `http://127.0.0.1:${(elders.address() as AddressInfo).port}`;
  kcc = await proef.login('kcc');
  klant = await zoekVerhulst(kcc);
  vers();
  gezond = await klantbeeldVan(kcc, klant);
});
afterEach(() => {
  bederver.bederf = {};
  expect(bereikt).toBe(0);
});
/** Alive, and whole again as soon as the register is. */
async function verwachtHeel(): Promise<void> {
  vers();
  const weer = await klantbeeldVan(kcc, klant);
  expect(weer.zaken.map(({ id }) => id)).toEqual(gezond.zaken.map(({ id }) => id));
}
afterAll(async () => {
  await Promise.all(gebruikt.map((registers) => registers.sluit()));
  await bederver.sluit();
  elders.close();
  await proef.sluit();
});

/** Registers that remember nothing, behind the bederver. */
function vers(termijnMs = 3000): void {
  const nieuw = maakRegisters(standaardRegisters(bederver.basis, `${proef.basis}/api/notificaties`, 'x'), {
    termijnMs,
    herhaalNaMs: 1,
  });
  gebruikt.push(nieuw);
  Object.assign(proef.toepassing.deps.registers, nieuw);
}

async function beeldMet(bederf: Bederf, termijnMs?: number): Promise<Klantbeeld> {
  vers(termijnMs);
  bederver.bederf = bederf;
  const { status, json, tekst } = await kcc.get<unknown>(`/api/klanten/${klant}/klantbeeld`);
  bederver.bederf = {};
  expect(status, tekst.slice(0, 500)).toBe(200);
  return Klantbeeld.parse(json);
}

const JSON_KOP = { 'content-type': 'application/json' };
const html = (res: ServerResponse, status: number): unknown =>
  res.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Inloggen</h1>');
const stuur = (res: ServerResponse, inhoud: unknown, status = 200): unknown =>
  res.writeHead(status, JSON_KOP).end(JSON.stringify(inhoud));

const BOM = gzipSync(Buffer.alloc(48 * 1024 * 1024, 32));
let verstuurd = 0;
/** As much as is taken, up to 200 MB of a page that never gets to its end. */
async function eindeloos(res: ServerResponse): Promise<void> {
  const brok = Buffer.alloc(64 * 1024, 32);
  const dicht = once(res, 'close');
  res.writeHead(200, JSON_KOP).write('{"results": [');
  while (!res.destroyed && verstuurd < 200 * 1024 * 1024) {
    verstuurd += brok.length;
    if (!res.write(brok)) await Promise.race([once(res, 'drain'), dicht]);
  }
  res.end();
}

/** What a register, or something before it, may answer in the place of a page. */
const ANTWOORDEN: Record<string, (res: ServerResponse, url: string) => unknown> = {
  'HTML met 200': (res) => html(res, 200),
  'een foutpagina met 404': (res) => html(res, 404),
  'een foutpagina met 500': (res) => html(res, 500),
  'een 302 naar elders': (res) => res.writeHead(302, { location: `${ver}/zaken` }).end(),
  'een 307 naar elders': (res) => res.writeHead(307, { location: `${ver}/zaken` }).end(),
  'geen JSON': (res) => res.writeHead(200, JSON_KOP).end('{"results": ['),
  'een getal': (res) => stuur(res, 5),
  null: (res) => stuur(res, null),
  'results als tekst': (res) => stuur(res, { count: 1, next: null, results: 'veel', personen: 'veel' }),
  'next naar elders': (res) => stuur(res, { results: [], next: `${ver}/zaken?page=2`, personen: 5 }),
  'next naar een metadata-adres': (res) =>
    stuur(res, { results: [], next: 'http://169.254.169.254/latest', personen: 5 }),
  'next die rondgaat': (res, url) =>
    stuur(res, { results: [], next: `${bederver.basis}${url.replace(/\?.*$/, '')}?page=1`, personen: 5 }),
  'een gzip-bom': (res) => res.writeHead(200, { ...JSON_KOP, 'content-encoding': 'gzip' }).end(BOM),
  'diep genest': (res) => res.writeHead(200, JSON_KOP).end('{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)),
  'een pagina zonder einde': (res) => eindeloos(res),
};

/** For a source whose client is the same as that of one that gets them all. */
const ENKELE = ['HTML met 200', 'een 302 naar elders', 'een getal', 'een pagina zonder einde'];
const BRONNEN: [naam: string, pad: RegExp, bron: string, wat: readonly string[]][] = [
  ['het zaakregister', /\/zaken\/_zoek/, 'sandbox', Object.keys(ANTWOORDEN)],
  ['het klantregister', /\/klantcontacten/, 'klanten', Object.keys(ANTWOORDEN)],
  ['de BRP', /\/brp\/personen/, 'brp', ENKELE],
  ['de klanttaken', /\/objects/, 'klanttaken', ENKELE],
];

describe.each(BRONNEN)('%s antwoordt', (_naam, pad, bron, wat) => {
  afterAll(verwachtHeel);
  it.each(wat)('%s: alleen deze bron ontbreekt, met zijn naam erbij', async (naam) => {
    verstuurd = 0;
    const beeld = await beeldMet({
      antwoord: ({ url }, res) => {
        if (!pad.test(url)) return false;
        void ANTWOORDEN[naam]?.(res, url);
        return true;
      },
    });
    const stuk = beeld.bronnen.filter(({ status }) => status === 'fout');
    expect(stuk.map((een) => een.bron)).toEqual([bron]);
    expect(stuk[0]?.melding).toContain(stuk[0]?.naam);
    expect(stuk[0]?.opgehaaldOp).toBeNull();
    if (bron !== 'sandbox') expect(beeld.zaken.map(({ id }) => id)).toEqual(gezond.zaken.map(({ id }) => id));
    if (bron !== 'klanten') expect(beeld.contactmomenten.length).toBe(gezond.contactmomenten.length);
    expect(beeld.klant.naam).toContain('Verhulst');
    // Cut off at 10 MB, and what the sockets between hold.
    expect(verstuurd).toBeLessThan(20 * 1024 * 1024);
  });
});

describe('een register dat de console niet toelaat', () => {
  it.each([
    'jwt-expired',
    'invalid-jwt-signature',
    'invalid-client-identifier',
    'missing-client-identifier',
    'jwt-decode-error',
    'jwt-missing-iat-claim',
    'not_authenticated',
    'permission_denied',
  ])('met 403 %s: de bron heet verboden, beheer moet iets doen, en de rest staat er', async (code) => {
    const beeld = await beeldMet({
      antwoord: ({ url }, res) => {
        if (!/\/zaken\/_zoek/.test(url)) return false;
        stuur(res, { code, title: 'Geheime titel', status: 403, detail: 'Geheime uitleg' }, 403);
        return true;
      },
    });
    const [bron, ...meer] = beeld.bronnen.filter(({ status }) => status !== 'ok' && status !== 'traag');
    expect([bron?.bron, bron?.status, meer]).toEqual(['sandbox', 'verboden', []]);
    expect(bron?.melding).toContain('Meld dit bij beheer');
    expect(JSON.stringify(beeld)).not.toMatch(/Geheime/);
    expect(bron?.melding).not.toContain(code);
    expect(beeld.contactmomenten).toHaveLength(gezond.contactmomenten.length);
  });
});

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
const uuidVan = (id: string): string => id.slice(id.lastIndexOf('~') + 1);

describe('verwijzingen die nergens heen gaan', () => {
  type Bron = {
    url: string;
    status: string | null;
    resultaat: string | null;
    _expand: Record<string, unknown>;
  };
  const nergens = (url: string): string => url.replace(UUID, '99999999-9999-4999-8999-999999999999');
  const inZoek = (wijzig: (zaak: Bron) => void): Bederf => ({
    json: ({ url }, inhoud) => {
      if (url.includes('/_zoek')) for (const zaak of (inhoud as { results: Bron[] }).results) wijzig(zaak);
      return inhoud;
    },
  });

  it('status en resultaat van elke zaak zijn weg: alle zaken staan er, zonder verzonnen stand', async () => {
    const beeld = await beeldMet(
      inZoek((zaak) => {
        if (zaak.status !== null) zaak.status = nergens(zaak.status);
        if (zaak.resultaat !== null) zaak.resultaat = nergens(zaak.resultaat);
        zaak._expand = { rollen: zaak._expand['rollen'] };
      }),
    );
    expect(beeld.zaken.map(({ id }) => id).toSorted()).toEqual(gezond.zaken.map(({ id }) => id).toSorted());
    expect(beeld.bronnen.filter(({ status }) => status === 'fout')).toEqual([]);
    for (const zaak of beeld.zaken) expect(zaak.resultaat).toBeNull();
  });

  it('geen enkele zaak heeft een status: alle zaken staan er, en er wordt geen stap verteld', async () => {
    const beeld = await beeldMet(
      inZoek((zaak) => {
        zaak.status = null;
        delete zaak._expand['status'];
      }),
    );
    expect(beeld.zaken.map(({ id }) => id).toSorted()).toEqual(gezond.zaken.map(({ id }) => id).toSorted());
    for (const zaak of beeld.zaken) {
      expect(zaak.status).toBeNull();
      if (zaak.einddatum === null) expect(zaak.antwoord?.nl ?? '').not.toMatch(/bij stap/);
    }
  });

  it('de statustypen zijn weg uit de catalogus: de zaken staan er, met "Onbekende stap"', async () => {
    const beeld = await beeldMet({
      json: ({ url }, inhoud) =>
        /\/statustypen/.test(url) ? { ...(inhoud as object), count: 0, next: null, results: [] } : inhoud,
    });
    expect(beeld.zaken).toHaveLength(gezond.zaken.length);
    for (const zaak of beeld.zaken) if (zaak.status !== null) expect(zaak.status.naam).toBe('Onbekende stap');
  });

  it('hoofdzaak, deelzaken en documenten van een zaak zijn weg: de zaak gaat open', async () => {
    vers();
    const id = gezond.zaken.find(({ deelzaken }) => deelzaken.length > 0)?.id ?? '';
    bederver.bederf = {
      json: ({ url }, inhoud) =>
        url.includes(`/zaken/${uuidVan(id)}`)
          ? {
              ...(inhoud as object),
              hoofdzaak: nergens((inhoud as Bron).url),
              deelzaken: [nergens((inhoud as Bron).url)],
            }
          : inhoud,
      antwoord: ({ url }, res) => {
        if (!/\/enkelvoudiginformatieobjecten\//.test(url)) return false;
        stuur(res, { code: 'not_found', title: 'Niet gevonden', status: 404 }, 404);
        return true;
      },
    };
    const { status, json, tekst } = await kcc.get<unknown>(`/api/zaken/${id}`);
    expect(status, tekst).toBe(200);
    const zaak = ZaakDetail.parse(json);
    expect(zaak).toMatchObject({ id, hoofdzaak: null, deelzaken: [], documenten: [] });
    expect(zaak.bronnen.filter((een) => een.status === 'fout')).toEqual([]);
  });
});

describe('een zaak waarvan het register een andere geeft', () => {
  it('gaat niet open', async () => {
    vers();
    const [een, ander] = gezond.zaken;
    bederver.bederf = {
      json: ({ url }, inhoud) =>
        url.includes(`/zaken/${uuidVan(een?.id ?? '')}`)
          ? {
              ...(inhoud as object),
              url: (inhoud as { url: string }).url.replace(UUID, uuidVan(ander?.id ?? '')),
            }
          : inhoud,
    };
    verwachtFout(await kcc.get(`/api/zaken/${een?.id ?? ''}`), 502, 'bron_onbereikbaar');
  });
});

describe('een klant met 1.000 zaken', () => {
  it('heeft ze alle, over tien bladzijden, of het scherm zegt welke bron niet klaar kwam', async () => {
    const nummer = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const beeld = await beeldMet(
      {
        json: ({ url, lichaam }, inhoud) => {
          if (!/\/_zoek/.test(url) || !lichaam.includes('inpBsn')) return inhoud;
          const blad = Number(new URL(url, bederver.basis).searchParams.get('page') ?? '1');
          const [voorbeeld] = (inhoud as { results: { url: string }[] }).results;
          const eerste = voorbeeld?.url.slice(-36) ?? '';
          const results = Array.from(
            { length: 100 },
            (_, i) =>
              JSON.parse(
                JSON.stringify(voorbeeld).replaceAll(eerste, nummer((blad - 1) * 100 + i + 1)),
              ) as unknown,
          );
          const pad = url.replace(/\?.*$/, '');
          return {
            count: 1000,
            next: blad < 10 ? `${bederver.basis}${pad}?page=${blad + 1}` : null,
            results,
          };
        },
      },
      20_000,
    );
    const klaar = !beeld.bronnen.some(({ bron, status }) => bron === 'sandbox' && status === 'fout');
    if (klaar || beeld.zaken.length > 0) expect(new Set(beeld.zaken.map(({ id }) => id)).size).toBe(1000);
    else expect(beeld.bronnen.find(({ bron }) => bron === 'sandbox')?.melding).toContain('ontbreken');
  }, 60_000);
});

describe('één ding dat niet klopt, waar ook', () => {
  it('geeft een klantbeeld zonder zaak van een ander, en geen lege lijst zonder het te zeggen', async () => {
    const bekend = new Set(gezond.zaken.map(({ id }) => id));
    const paden = [
      /_zoek/,
      /\/klantcontacten/,
      /\/partijen/,
      /\/personen/,
      /\/objects/,
      /\/statussen/,
      /\/besluiten/,
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.constantFrom(...Object.keys(GREPEN)),
        fc.constantFrom(...paden),
        async (plek, greep, pad) => {
          let waar = '';
          const beeld = await beeldMet({
            json: ({ url }, inhoud) => {
              const plekken = pad.test(url) ? plekkenIn(inhoud) : [];
              const gekozen = plekken[plek % Math.max(1, plekken.length)];
              if (gekozen === undefined) return inhoud;
              waar = gekozen.join('.');
              return metGreep(inhoud, gekozen, greep);
            },
          });
          const vreemd = beeld.zaken.filter(({ id }) => !bekend.has(id) && !id.includes('99999999-9999'));
          expect(vreemd, `${String(pad)} ${waar} ${greep}`).toEqual([]);
          const zegt = beeld.bronnen.some(({ status }) => status === 'fout') || beeld.onleesbaar.length > 0;
          if (beeld.zaken.length === 0 && waar !== 'results')
            expect(zegt, `${String(pad)} ${waar} ${greep}`).toBe(true);
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);
});
