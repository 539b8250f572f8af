import { request } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type ConsoleProef } from '../hulp/console.ts';

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
