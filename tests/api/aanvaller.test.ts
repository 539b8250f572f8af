import { request } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Logregel } from '../../server/store/verwerkingen.ts';
import { BronFout } from '../../server/connectors/ports.ts';
import type { ZaakKort } from '../../shared/contracts/zaak.ts';
import { BSN_VERHULST, startConsole, startRegisterproef, type ConsoleProef } from '../hulp/console.ts';
import { GEHEIM, gemeenteMetGeheimen } from '../hulp/geheimen.ts';
import { klantbeeldVan, verwachtFout, zoekVerhulst } from '../hulp/klant.ts';

/** What someone tries who wants more than he may; the ordinary rights are in rechten.test.ts. */
let proef: ConsoleProef;
beforeAll(async () => {
  proef = await startConsole({ registerproef: await startRegisterproef({ gemeente: gemeenteMetGeheimen }) });
});
afterAll(async () => {
  await proef.sluit();
  await proef.registerproef.sluit();
});

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

describe('twee dingen tegelijk', () => {
  it('een gesprek dat in twee vensters wordt afgerond is een contactmoment', async () => {
    const kcc = await proef.login('kcc');
    const klant = await zoekVerhulst(kcc);
    const { json } = await kcc.post<{ id: string }>('/api/gesprekken', { kanaal: 'telefoon', klant });
    const rondAf = (venster: number, onderwerp = 'Twee vensters') =>
      kcc.post<{ id: string }>(
        `/api/gesprekken/${json.id}/afronden`,
        { vraagtype: 'voortgang', onderwerp, inhoud: '', zaken: [], resultaat: 'beantwoord' },
        { 'idempotency-key': `venster-nummer-${venster}` },
      );
    const antwoorden = await Promise.all([1, 2, 3].map((venster) => rondAf(venster)));
    expect(antwoorden.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(antwoorden.map((antwoord) => antwoord.json.id)).size).toBe(1);
    const contacten = proef.registerproef.sandbox.opslag.tabel('klantinteracties/klantcontacten').alle();
    expect([...contacten].filter((rij) => rij['onderwerp'] === 'Twee vensters')).toHaveLength(1);
    verwachtFout(await rondAf(4, 'Iets anders'), 409, 'conflict');
  });

  it('een substatus die met dezelfde sleutel driemaal komt staat er een keer', async () => {
    const behandelaar = await proef.login('behandelaar');
    const { json } = await behandelaar.get<ZaakKort[]>('/api/zaken?filter={"open":true,"mijn":true}');
    const zaak = json.find(({ magDoen }) => magDoen.includes('substatus'))?.id ?? '';
    const sleutel = { 'idempotency-key': 'driemaal-geklikt' };
    const zet = (omschrijving: string) =>
      behandelaar.post<{ id: string }>(
        `/api/zaken/${zaak}/substatussen`,
        { omschrijving, doelgroep: 'intern' },
        sleutel,
      );
    const antwoorden = await Promise.all([zet('Driemaal'), zet('Driemaal'), zet('Driemaal')]);
    expect(antwoorden.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(antwoorden.map((antwoord) => antwoord.json.id)).size).toBe(1);
    const alle = proef.registerproef.sandbox.opslag.tabel('zaken/substatussen').alle();
    expect([...alle].filter((rij) => rij['omschrijving'] === 'Driemaal')).toHaveLength(1);
    verwachtFout(await zet('Iets anders'), 409, 'conflict');
    // One's own key: that of a colleague is another one.
    verwachtFout(
      await (
        await proef.login('kcc')
      ).post(
        `/api/zaken/${zaak}/substatussen`,
        {
          omschrijving: 'Driemaal',
          doelgroep: 'intern',
        },
        sleutel,
      ),
      403,
    );
  });
});

describe('een klant blijft niet langer open dan bedoeld', () => {
  const MINUUT = 60_000;

  it('ook niet om te volgen', async () => {
    const kcc = await proef.login('kcc');
    const klant = await zoekVerhulst(kcc);
    const live = await proef.luister(kcc);
    expect(await live.volg(`klant:${klant}`)).toMatchObject({ ok: true });
    await live.socket.emitWithAck('laat', { onderwerp: `klant:${klant}` });
    proef.klok.verder(31 * MINUUT);
    expect(await live.volg(`klant:${klant}`)).toMatchObject({ ok: false, code: 'doel_ontbreekt' });
    live.sluit();
  });

  it('met een gesprek dat loopt wel, met een dat is blijven liggen niet', async () => {
    const kcc = await proef.login('kcc');
    const klant = await zoekVerhulst(kcc);
    const { json } = await kcc.post<{ id: string }>('/api/gesprekken', { kanaal: 'telefoon', klant });
    const beeld = () => kcc.get(`/api/klanten/${klant}/klantbeeld`, { 'x-gesprek': json.id });
    const live = await proef.luister(kcc);
    proef.klok.verder(45 * MINUUT);
    expect((await beeld()).status).toBe(200);
    expect(await live.volg(`klant:${klant}`)).toMatchObject({ ok: true });
    proef.klok.verder(200 * MINUUT);
    verwachtFout(await beeld(), 403, 'doel_ontbreekt');
    expect(await live.volg(`klant:${klant}`)).toMatchObject({ ok: false, code: 'doel_ontbreekt' });
    live.sluit();
  });

  it('en een gesprek van een ander opent niets', async () => {
    const kcc = await proef.login('kcc');
    const klant = await zoekVerhulst(kcc);
    const { json } = await kcc.post<{ id: string }>('/api/gesprekken', { kanaal: 'telefoon', klant });
    const ander = await proef.login('kcc-2');
    const koppen = { 'x-gesprek': json.id };
    verwachtFout(await ander.get(`/api/klanten/${klant}/klantbeeld`, koppen), 403, 'doel_ontbreekt');
    verwachtFout(await ander.get(`/api/gesprekken/${json.id}`), 404);
    verwachtFout(await ander.delete(`/api/gesprekken/${json.id}`), 404);
  });

  it('en een nummer dat als klant wordt meegegeven wordt nergens bewaard', async () => {
    const kcc = await proef.login('kcc');
    const koppen = { 'x-doel': 'klantcontact' };
    const gesprek = { kanaal: 'telefoon', klant: BSN_VERHULST };
    verwachtFout(await kcc.post('/api/gesprekken', gesprek, koppen), 404);
    verwachtFout(await kcc.get(`/api/klanten/${BSN_VERHULST}/klantbeeld`, koppen), 404);
    const bewaard = await proef.store.db.execute(sql`SELECT klant FROM klantopeningen`);
    expect(JSON.stringify(bewaard)).not.toContain(BSN_VERHULST);
  });
});

const zaken = () => proef.registerproef.sandbox.opslag.tabel('zaken/zaken');
const laatsteRegels = async (aantal: number): Promise<Logregel[]> =>
  (await (await proef.login('privacy')).get<Logregel[]>(`/api/verwerkingen?range=[0,${aantal - 1}]`)).json;

describe('wat het register weigert', () => {
  it('is voor niemand aangenomen die het tegelijk stuurde', async () => {
    const { registers } = proef.toepassing.deps;
    const gewoon = registers.zaken;
    const weigert = () => Promise.reject(new BronFout('sandbox', 'geweigerd', { status: 400 }));
    Object.assign(registers, { zaken: gewoon.map((een) => ({ ...een, zetSubstatus: weigert })) });
    const behandelaar = await proef.login('behandelaar');
    const { json } = await behandelaar.get<ZaakKort[]>('/api/zaken?filter={"open":true,"mijn":true}');
    const zaak = json.find(({ magDoen }) => magDoen.includes('substatus'))?.id ?? '';
    const zet = () =>
      behandelaar.post(
        `/api/zaken/${zaak}/substatussen`,
        { omschrijving: 'Drie keer tegelijk', doelgroep: 'intern' },
        { 'idempotency-key': 'drie-keer-tegelijk' },
      );
    const antwoorden = await Promise.all([zet(), zet(), zet()]);
    Object.assign(registers, { zaken: gewoon });
    for (const antwoord of antwoorden) verwachtFout(antwoord, 422, 'geweigerd_door_register');
  });
});

describe('wat net geheim werd', () => {
  it('staat niet meer in de lijst en telt niet mee, ook als niemand het meldde', async () => {
    const kcc = await proef.login('kcc');
    const filter = encodeURIComponent(JSON.stringify({ open: true, afdeling: 'Burgerzaken' }));
    const lijst = () => kcc.get<ZaakKort[]>(`/api/zaken?filter=${filter}&range=[0,99]`);
    const { json: voor } = await lijst();
    const rij = zaken().get(voor[0]?.id.split('~')[1] ?? '');
    if (rij === undefined) throw new Error('geen open zaak van Burgerzaken');
    zaken().zet({ ...rij, vertrouwelijkheidaanduiding: 'geheim' });
    for (const register of proef.toepassing.deps.registers.zaken) register.vergeet(rij.uuid);
    for (const keer of ['gemerkt bij het lezen', 'bijgewerkt']) {
      const { json, koppen } = await lijst();
      expect(json, keer).toHaveLength(voor.length - 1);
      expect(koppen.get('content-range'), keer).toBe(`zaken 0-${voor.length - 2}/${voor.length - 1}`);
    }
  });
});

describe('het logboek', () => {
  it('noemt ieder van wie de naam bij een zaak stond', async () => {
    const behandelaar = await proef.login('behandelaar');
    const zaak = [...zaken().alle()].find((rij) => rij['omschrijving'] === GEHEIM.belanghebbende);
    const id = `sandbox~${zaak?.uuid ?? ''}`;
    expect((await behandelaar.get(`/api/zaken/${id}`)).status).toBe(200);
    const regels = (await laatsteRegels(10)).filter(({ voorwerp }) => voorwerp === id);
    expect(new Set(regels.map(({ betrokkene }) => betrokkene)).size).toBe(2);
  });

  it('zegt niet dat een kcc een zaak behandelt', async () => {
    await (await proef.login('kcc')).get('/api/zaken?range=[0,0]');
    expect((await laatsteRegels(1))[0]).toMatchObject({ handeling: 'werkvoorraad', doel: 'klantcontact' });
  });
});

describe('als het zaakregister zwijgt', () => {
  it('komt niet tevoorschijn wat anders dicht is, en is er niets aan te koppelen', async () => {
    const kcc = await proef.login('kcc');
    const klant = await zoekVerhulst(kcc);
    const gezond = await klantbeeldVan(kcc, klant);
    for (const register of proef.toepassing.deps.registers.zaken) register.vergeet();
    await proef.registerproef.stoor('zaken', '500');
    const ziek = await klantbeeldVan(kcc, klant);
    expect(ziek.zaken).toEqual([]);
    expect(ziek.contactmomenten.length).toBeGreaterThan(0);
    const bekend = gezond.contactmomenten.map(({ id }) => id);
    for (const { id } of ziek.contactmomenten) expect(bekend).toContain(id);

    const geheim = [...zaken().alle()].find(
      (rij) => rij['omschrijving'] === GEHEIM.zaak && rij['vertrouwelijkheidaanduiding'] === 'geheim',
    );
    const nu = proef.klok.nu().toISOString();
    const contact = {
      kanaal: 'telefoon',
      vraagtype: 'voortgang',
      onderwerp: 'Koppelen op de gok',
      inhoud: '',
      zaken: [`sandbox~${geheim?.uuid ?? ''}`],
      resultaat: 'beantwoord',
      gestartOp: nu,
      beeindigdOp: nu,
    };
    const sleutel = { 'idempotency-key': 'koppelen-op-de-gok' };
    verwachtFout(await kcc.post('/api/contactmomenten', contact, sleutel), 400, 'ongeldige_invoer');
    await proef.registerproef.herstel();
  });
});
