import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Gesprek } from '../../shared/contracts/gesprek.ts';
import type { Rij } from '../../server/sandbox/typen.ts';
import { startConsole, totdat, type Client, type ConsoleProef } from '../hulp/console.ts';
import { kies, klantbeeldVan, verwachtFout, zoekVerhulst } from '../hulp/klant.ts';

let proef: ConsoleProef;
let kcc: Client;
let klant: string;
beforeAll(async () => {
  proef = await startConsole({ metIndex: false });
  kcc = await proef.login('kcc');
  klant = await zoekVerhulst(kcc);
});
afterEach(() => proef.registerproef.herstel());
afterAll(() => proef.sluit());

interface Geregistreerd {
  id: string;
  bezorging: string;
}
let teller = 0;
const sleutel = () => ({ 'idempotency-key': `gesprek-proef-${++teller}` });
const afronding = (onderwerp: string, meer: object = {}) => ({
  vraagtype: 'voortgang',
  onderwerp,
  inhoud: 'Stand van zaken verteld',
  zaken: [],
  resultaat: 'beantwoord',
  ...meer,
});
const nu = () => proef.klok.nu().toISOString();
const contact = (onderwerp: string, meer: object = {}) => ({
  ...afronding(onderwerp, { klant, kanaal: 'telefoon', gestartOp: nu(), beeindigdOp: nu() }),
  ...meer,
});
const inRegister = (onderwerp: string): Rij[] =>
  proef.registerproef.sandbox.opslag
    .tabel('klantinteracties/klantcontacten')
    .alle()
    .filter((rij) => rij['onderwerp'] === onderwerp);
const rijen = (
  tabel: 'actorklantcontacten' | 'onderwerpobjecten' | 'betrokkenen',
  uuid: string | undefined,
) =>
  proef.registerproef.sandbox.opslag
    .tabel(`klantinteracties/${tabel}`)
    .alle()
    .filter((rij) => JSON.stringify(rij).includes(uuid ?? 'geen'));

describe('een gesprek', () => {
  it('begint door een klik, bewaart de notitie, en de klant komt er later bij', async () => {
    const gestart = await kcc.post<Gesprek>('/api/gesprekken', { kanaal: 'telefoon' });
    expect(gestart.status).toBe(201);
    const { id } = gestart.json;
    expect(gestart.json).toMatchObject({ klant: null, notitie: '', verificatie: 'geen' });
    const gewijzigd = await kcc.put<Gesprek>(`/api/gesprekken/${id}`, {
      klant,
      notitie: 'Belt over de toeslag',
    });
    expect(gewijzigd.json).toMatchObject({ klant, notitie: 'Belt over de toeslag', kanaal: 'telefoon' });
    expect(gewijzigd.json.klantNaam).toContain('Verhulst');
    expect((await kcc.get<Gesprek>(`/api/gesprekken/${id}`)).json).toEqual(gewijzigd.json);
    expect((await kcc.get<Gesprek[]>('/api/gesprekken')).json.map((een) => een.id)).toContain(id);
  });

  it('eindigt als contactmoment dat meteen in het klantbeeld staat', async () => {
    const { json: gesprek } = await kcc.post<Gesprek>('/api/gesprekken', { kanaal: 'telefoon', klant });
    proef.klok.verder(4 * 60_000);
    const zaak = kies(await klantbeeldVan(kcc, klant), 'Dakkapel Lindelaan 18').id;
    const { status, json } = await kcc.post<Geregistreerd>(
      `/api/gesprekken/${gesprek.id}/afronden`,
      afronding('Dakkapel, stand verteld', { zaken: [zaak] }),
      sleutel(),
    );
    expect([status, json.bezorging]).toEqual([201, 'bezorgd']);
    const beeld = await klantbeeldVan(kcc, klant);
    expect(beeld.contactmomenten[0]).toMatchObject({
      id: json.id,
      onderwerp: 'Dakkapel, stand verteld',
      inhoud: 'Stand van zaken verteld',
      kanaal: 'telefoon',
      vraagtype: 'voortgang',
      zaken: [zaak],
      bezorging: 'bezorgd',
    });
    expect(Date.parse(beeld.contactmomenten[0]?.gestartOp ?? '')).toBe(Date.parse(gesprek.gestartOp));
    const [in_] = inRegister('Dakkapel, stand verteld');
    expect(rijen('actorklantcontacten', in_?.uuid)).toHaveLength(1);
    expect(rijen('betrokkenen', in_?.uuid)).toHaveLength(1);
    expect(rijen('onderwerpobjecten', in_?.uuid)).toHaveLength(1);
    verwachtFout(await kcc.get(`/api/gesprekken/${gesprek.id}`), 404);
  });

  it('duurt tot het afronden, ook als er niets genoteerd is', async () => {
    const { json: gesprek } = await kcc.post<Gesprek>('/api/gesprekken', { kanaal: 'balie', klant });
    proef.klok.verder(3 * 60_000);
    const { json } = await kcc.post<Geregistreerd>(
      `/api/gesprekken/${gesprek.id}/afronden`,
      afronding('Drie minuten'),
      sleutel(),
    );
    const gevonden = (await klantbeeldVan(kcc, klant)).contactmomenten.find(({ id }) => id === json.id);
    const duur = Date.parse(gevonden?.beeindigdOp ?? '') - Date.parse(gevonden?.gestartOp ?? '');
    expect(duur).toBeGreaterThanOrEqual(3 * 60_000);
  });

  it('tweemaal afgerond met dezelfde sleutel is een contactmoment', async () => {
    const { json: gesprek } = await kcc.post<Gesprek>('/api/gesprekken', { kanaal: 'telefoon', klant });
    const kop = sleutel();
    const rondAf = (onderwerp: string) =>
      kcc.post<Geregistreerd>(`/api/gesprekken/${gesprek.id}/afronden`, afronding(onderwerp), kop);
    const eerste = await rondAf('Tweemaal gestuurd');
    proef.klok.verder(2000);
    const tweede = await rondAf('Tweemaal gestuurd');
    expect([eerste.status, tweede.status]).toEqual([201, 201]);
    expect(tweede.json.id).toBe(eerste.json.id);
    expect(inRegister('Tweemaal gestuurd')).toHaveLength(1);
    verwachtFout(await rondAf('Iets anders'), 409, 'conflict');
  });

  it('dat langer dan 30 minuten duurt kan nog worden afgerond', async () => {
    await zoekVerhulst(kcc);
    const { json: gesprek } = await kcc.post<Gesprek>('/api/gesprekken', { kanaal: 'telefoon', klant });
    proef.klok.verder(40 * 60_000);
    const { status, tekst } = await kcc.post<Geregistreerd>(
      `/api/gesprekken/${gesprek.id}/afronden`,
      afronding('Lang gesprek'),
      sleutel(),
    );
    expect(status, tekst).toBe(201);
    await zoekVerhulst(kcc);
  });

  it('kan geen klant krijgen die niet open is', async () => {
    const ander = await proef.login('kcc-2');
    verwachtFout(await ander.post('/api/gesprekken', { kanaal: 'telefoon', klant }), 403, 'doel_ontbreekt');
    const { json } = await ander.post<Gesprek>('/api/gesprekken', { kanaal: 'telefoon' });
    verwachtFout(await ander.put(`/api/gesprekken/${json.id}`, { klant }), 403, 'doel_ontbreekt');
    verwachtFout(await ander.put(`/api/gesprekken/${json.id}`, { klant: 'bestaatniet' }), 403);
  });

  it.each([
    [{ kanaal: 'duif' }],
    [{}],
    [{ kanaal: 'telefoon', notitie: 'x'.repeat(4001) }],
    [{ kanaal: 'telefoon', medewerker: 'kcc-2' }],
  ])('weigert %j', async (inhoud) => {
    verwachtFout(await kcc.post('/api/gesprekken', inhoud), 400, 'ongeldige_invoer');
  });
});

describe('een contactmoment', () => {
  it('met dezelfde sleutel tweemaal is er een; met andere inhoud 409; zonder sleutel 400', async () => {
    const kop = sleutel();
    const nieuw = contact('Een keer');
    const [een, twee] = await Promise.all([
      kcc.post<Geregistreerd>('/api/contactmomenten', nieuw, kop),
      kcc.post<Geregistreerd>('/api/contactmomenten', nieuw, kop),
    ]);
    const drie = await kcc.post<Geregistreerd>('/api/contactmomenten', nieuw, kop);
    expect([een.status, twee.status, drie.status]).toEqual([201, 201, 201]);
    expect(new Set([een.json.id, twee.json.id, drie.json.id]).size).toBe(1);
    expect(inRegister('Een keer')).toHaveLength(1);
    verwachtFout(
      await kcc.post('/api/contactmomenten', { ...nieuw, inhoud: 'anders' }, kop),
      409,
      'conflict',
    );
    verwachtFout(await kcc.post('/api/contactmomenten', nieuw), 400);
    verwachtFout(await kcc.post('/api/contactmomenten', nieuw, { 'idempotency-key': 'kort' }), 400);
    // The key is one's own: a colleague's same key is another contact.
    const ander = await proef.login('balie');
    await zoekVerhulst(ander);
    const vanAnder = await ander.post<Geregistreerd>('/api/contactmomenten', nieuw, kop);
    expect(vanAnder.json.id).not.toBe(een.json.id);
  });

  it('met meer zaken staat bij elk ervan', async () => {
    const beeld = await klantbeeldVan(kcc, klant);
    const zaken = beeld.zaken.slice(0, 3).map(({ id }) => id);
    const { status } = await kcc.post('/api/contactmomenten', contact('Drie zaken', { zaken }), sleutel());
    expect(status).toBe(201);
    expect(rijen('onderwerpobjecten', inRegister('Drie zaken')[0]?.uuid)).toHaveLength(3);
  });

  it('van iemand die wij nog niet kenden maakt de partij, een keer', async () => {
    const { opslag } = proef.registerproef.sandbox;
    const bekend = JSON.stringify(opslag.tabel('klantinteracties/partij-identificatoren').alle());
    const vreemd = opslag.personen
      .map((persoon) => persoon['burgerservicenummer'] as string)
      .find((bsn) => !bekend.includes(bsn));
    const { json } = await kcc.post<{ data: { id: string }[] }>('/api/klanten/zoek', { bsn: vreemd });
    const nieuweKlant = json.data[0]?.id;
    await kcc.post('/api/contactmomenten', contact('Nieuw 1', { klant: nieuweKlant }), sleutel());
    await kcc.post('/api/contactmomenten', contact('Nieuw 2', { klant: nieuweKlant }), sleutel());
    const partijen = opslag
      .tabel('klantinteracties/partij-identificatoren')
      .alle()
      .filter((rij) => JSON.stringify(rij).includes(vreemd ?? '?'));
    expect(partijen).toHaveLength(1);
    const beeld = await klantbeeldVan(kcc, nieuweKlant ?? '');
    expect(beeld.contactmomenten.map(({ onderwerp }) => onderwerp).toSorted()).toEqual([
      'Nieuw 1',
      'Nieuw 2',
    ]);
  });

  it('zonder klant kan ook', async () => {
    const zonder = contact('Anoniem', { klant: undefined });
    expect((await kcc.post('/api/contactmomenten', zonder, sleutel())).status).toBe(201);
    expect(inRegister('Anoniem')).toHaveLength(1);
  });

  it.each([
    [{ onderwerp: 'x'.repeat(201) }],
    [{ inhoud: 'x'.repeat(1001) }],
    [{ vraagtype: 'praatje' }],
    [{ vraagtype: undefined }],
    [{ resultaat: null }],
    [{ beeindigdOp: '2020-01-01T00:00:00Z' }],
    [{ gestartOp: 'gisteren' }],
    [{ zaken: ['sandbox~x'] }],
    [{ zaken: Array.from({ length: 21 }, (_, i) => String(i)) }],
    [{ taal: 'Nederlands' }],
  ])('weigert %j', async (meer) => {
    verwachtFout(
      await kcc.post('/api/contactmomenten', contact('Fout', meer), sleutel()),
      400,
      'ongeldige_invoer',
    );
  });

  it('wacht als het klantregister weg is, staat al in het klantbeeld, en houdt zijn id', async () => {
    await proef.registerproef.stoor('klantinteracties', 'weg');
    const { status, json } = await kcc.post<Geregistreerd>(
      '/api/contactmomenten',
      contact('Tijdens de storing'),
      sleutel(),
    );
    expect([status, json.bezorging]).toEqual([201, 'wacht']);
    const tijdens = await klantbeeldVan(kcc, klant);
    expect(tijdens.bronnen.find(({ bron }) => bron === 'klanten')?.status).toBe('fout');
    expect(tijdens.contactmomenten.map(({ id, bezorging }) => [id, bezorging])).toEqual([[json.id, 'wacht']]);
    await proef.registerproef.herstel();
    await totdat(async () => {
      proef.klok.verder(5_000);
      const beeld = await klantbeeldVan(kcc, klant);
      return beeld.contactmomenten.some(({ id, bezorging }) => id === json.id && bezorging === 'bezorgd');
    });
    expect(inRegister('Tijdens de storing')).toHaveLength(1);
  });
});
