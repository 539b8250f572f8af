import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jwt, startProef } from './kleine-gemeente.ts';
import type { Proef } from './kleine-gemeente.ts';

let proef: Proef;
beforeEach(async () => {
  proef = await startProef();
});
afterEach(() => proef.sluit());

const stoor = (soort: string, seconden = 30, api = 'zaken') =>
  proef.roep('/_sandbox/storingen', { method: 'POST', json: { api, soort, seconden } });
const haal = async (signal?: AbortSignal) =>
  fetch(`${proef.basis}/zaken/api/v1/statussen`, {
    headers: { authorization: `Bearer ${await jwt()}` },
    ...(signal ? { signal } : {}),
  });

describe('storingen', () => {
  it('geeft 500 op de ene API en laat de andere heel', async () => {
    expect((await stoor('500')).status).toBe(201);
    expect((await haal()).status).toBe(500);
    expect((await proef.roep('/catalogi/api/v1/zaaktypen')).status).toBe(200);
  });
  it('geeft ongeldige JSON met 200', async () => {
    await stoor('ongeldig');
    const antwoord = await haal();
    expect(antwoord.status).toBe(200);
    await expect(antwoord.json()).rejects.toThrow();
  });
  it('breekt de verbinding af', async () => {
    await stoor('weg');
    await expect(haal()).rejects.toThrow('fetch failed');
  });
  it('zwijgt bij hang', async () => {
    await stoor('hang');
    await expect(haal(AbortSignal.timeout(60))).rejects.toThrow('aborted');
  });
  it('begint bij drup wel, maar komt niet af', async () => {
    await stoor('drup');
    const antwoord = await haal(AbortSignal.timeout(80));
    expect(antwoord.status).toBe(200);
    await expect(antwoord.text()).rejects.toThrow('aborted');
  });
  it('gaat voorbij, vanzelf of op verzoek', async () => {
    await stoor('500', 0);
    expect((await haal()).status).toBe(200);
    await stoor('500');
    await proef.roep('/_sandbox/storingen', { method: 'DELETE' });
    expect((await haal()).status).toBe(200);
  });
  it('weigert een onbekende soort of API', async () => {
    expect((await stoor('x')).status).toBe(400);
    expect((await stoor('500', 1, 'x')).status).toBe(400);
  });
});

describe('tellingen', () => {
  it('tellen per API sinds ze gewist zijn', async () => {
    await haal();
    await proef.roep('/_sandbox/tellingen', { method: 'DELETE' });
    await haal();
    await haal();
    const { lichaam } = await proef.roep('/_sandbox/tellingen');
    expect(lichaam).toEqual({
      zaken: 2,
      catalogi: 0,
      documenten: 0,
      besluiten: 0,
      klantinteracties: 0,
      notificaties: 0,
      brp: 0,
      kvk: 0,
      objecten: 0,
      contactmomenten: 0,
      klanten: 0,
    });
  });
  it('zeggen wanneer de wereld begon', async () => {
    const { lichaam } = await proef.roep('/_sandbox/gezond');
    expect(lichaam).toEqual({ status: 'ok', peildatum: proef.sandbox.opslag.peildatum.toISOString() });
  });
});
