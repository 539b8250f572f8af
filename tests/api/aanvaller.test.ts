import { request } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZaakKort } from '../../shared/contracts/zaak.ts';
import { startConsole, type ConsoleProef } from '../hulp/console.ts';
import { verwachtFout } from '../hulp/klant.ts';

/** What someone tries who wants more than he may; the ordinary rights are in rechten.test.ts. */
let proef: ConsoleProef;
beforeAll(async () => {
  proef = await startConsole();
});
afterAll(() => proef.sluit());

/** With headers that fetch does not let one choose. */
async function ruw(
  method: string,
  path: string,
  headers: Record<string, string>,
  inhoud?: string,
): Promise<IncomingMessage> {
  const { hostname, port } = new URL(proef.basis);
  const verzoek = request({ hostname, port, method, path, headers });
  verzoek.end(inhoud);
  const [antwoord] = (await once(verzoek, 'response')) as [IncomingMessage];
  antwoord.resume();
  return antwoord;
}

describe('een pagina van een ander, op een naam die naar deze machine wijst', () => {
  it('logt niet in als demogebruiker', async () => {
    const host = `kwaad.example:${new URL(proef.basis).port}`;
    const koppen = {
      host,
      origin: `http://${host}`,
      'x-requested-with': 'console',
      'content-type': 'application/json',
    };
    const { statusCode, headers } = await ruw('POST', '/auth/demo', koppen, '{"gebruiker":"kcc"}');
    expect(statusCode).toBe(403);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('schrijft niet in ons beveiligingsbeleid', async () => {
    for (const host of ['x; script-src *', 'x, y', "x 'unsafe-inline'"]) {
      const { statusCode, headers } = await ruw('GET', '/health/live', { host });
      expect(statusCode).toBe(200);
      expect(headers['content-security-policy']).toContain("connect-src 'self' 'self';");
    }
  });
});

describe('een teken dat geen tekst is', () => {
  const NUL = 'a\u0000bcdefgh';
  it.each([
    ['in een filter', 'GET', `/api/zaken?filter=${encodeURIComponent(JSON.stringify({ zaaknummer: NUL }))}`],
    ['in een afdeling', 'GET', `/api/zaken?filter=${encodeURIComponent(JSON.stringify({ afdeling: NUL }))}`],
    ['in een klant', 'POST', '/api/gesprekken', { kanaal: 'telefoon', klant: NUL }],
    ['in een notitie', 'POST', '/api/gesprekken', { kanaal: 'telefoon', notitie: NUL }],
    ['in een zoekvraag', 'POST', '/api/klanten/zoek', { handelsnaam: NUL }],
  ])('wordt geweigerd en is geen fout van ons: %s', async (_waar, methode, pad, inhoud?: object) => {
    const kcc = await proef.login('kcc');
    const antwoord = await kcc.roep(methode, pad, {
      ruw: inhoud === undefined ? undefined : JSON.stringify(inhoud),
    });
    verwachtFout(antwoord, 400, 'ongeldige_invoer');
  });

  it('of dat 60.000 lagen diep zit', async () => {
    const kcc = await proef.login('kcc');
    const ruw = `{"bsn":${'['.repeat(60_000)}"\\u0000"${']'.repeat(60_000)}}`;
    verwachtFout(await kcc.roep('POST', '/api/klanten/zoek', { ruw }), 400, 'ongeldige_invoer');
  });

  it('maakt geen onderwerp om te volgen', async () => {
    const live = await proef.luister(await proef.login('kcc'));
    for (const onderwerp of [`klant:${NUL}`, `afdeling:${NUL}`, 'klant:a\nb', 'klant:'])
      expect(await live.volg(onderwerp)).toMatchObject({ ok: false, code: 'ongeldige_invoer' });
    live.sluit();
  });

  it('maakt geen tekst die niemand kan lezen', async () => {
    const behandelaar = await proef.login('behandelaar');
    const { json } = await behandelaar.get<ZaakKort[]>('/api/zaken?filter={"open":true,"mijn":true}');
    const zaak = json.find(({ magDoen }) => magDoen.includes('substatus'));
    const inhoud = { omschrijving: '\u200b\u2060', doelgroep: 'betrokkenen' };
    verwachtFout(await behandelaar.post(`/api/zaken/${zaak?.id ?? ''}/substatussen`, inhoud), 400);
  });
});
