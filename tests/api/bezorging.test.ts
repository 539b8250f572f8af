import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bezorgrij, Bezorgstand } from '../../shared/contracts/bezorging.ts';
import { werkIndexBij } from '../../server/services/onderhoud.ts';
import { Rol } from '../../shared/contracts/waarden.ts';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { totdat, type Client } from '../hulp/console.ts';
import { kies, klantbeeldVan, verwachtFout, zoekVerhulst } from '../hulp/klant.ts';
import { startSchrijfproef, type Schrijfproef } from '../hulp/schrijfproef.ts';

const TEKST = 'Wat niemand van beheer mag lezen';
let proef: Schrijfproef;
let beheerder: Client;
let klant: string;
let zaak: ZaakDetail;
let geweigerd: string;

beforeAll(async () => {
  proef = await startSchrijfproef();
  const kcc = await proef.login('kcc');
  beheerder = await proef.login('beheerder');
  klant = await zoekVerhulst(kcc);
  const beeld = await klantbeeldVan(kcc, klant);
  zaak = await proef.vrijeZaak();
  const zet = (id: string) =>
    proef.wonen.post(`/api/zaken/${id}/substatussen`, { omschrijving: TEKST, doelgroep: 'intern' });
  const { id: ander } = await proef.vrijeZaak();
  ({ id: geweigerd } = await proef.laatGeweigerd(() => zet(ander), 'omschrijving'));
  proef.gedrag = 'weg';
  for (let keer = 0; keer < 2; keer += 1) expect((await zet(zaak.id)).status).toBe(201);
  const contact = {
    klant,
    kanaal: 'telefoon',
    vraagtype: 'voortgang',
    onderwerp: TEKST,
    inhoud: TEKST,
    zaken: [kies(beeld, 'Dakkapel Lindelaan 18').id],
    resultaat: 'beantwoord',
    gestartOp: '2026-11-28T09:00:00Z',
    beeindigdOp: '2026-11-28T09:05:00Z',
  };
  const sleutel = { 'idempotency-key': crypto.randomUUID() };
  expect((await kcc.post('/api/contactmomenten', contact, sleutel)).status).toBe(201);
});
afterAll(() => proef.sluit());

const lijst = async (vraag = '') => {
  const { status, json, koppen, tekst } = await beheerder.get<unknown>(`/api/bezorging${vraag}`);
  expect(status, tekst).toBe(200);
  return { rijen: Bezorgrij.array().parse(json), bereik: koppen.get('content-range'), tekst };
};
const filter = (inhoud: object) => `?filter=${encodeURIComponent(JSON.stringify(inhoud))}`;
const stand = async () => Bezorgstand.parse((await beheerder.get('/api/bezorging/stand')).json);

describe('wie de bezorging mag zien en laten proberen', () => {
  it.each(Rol.options)('%s', async (rol) => {
    const client = await proef.login(rol);
    const antwoorden = [
      await client.get('/api/bezorging'),
      await client.get('/api/bezorging/stand'),
      await client.post('/api/bezorging/nu', { register: 'niets' }),
      await client.post(`/api/bezorging/${crypto.randomUUID()}/nu`),
    ];
    if (rol === 'beheerder') {
      expect(antwoorden.map(({ status }) => status)).toEqual([200, 200, 200, 404]);
      return;
    }
    for (const antwoord of antwoorden) verwachtFout(antwoord, 403, 'geen_recht');
  });

  it('niemand zonder sessie', async () => {
    verwachtFout(await proef.anoniem().get('/api/bezorging'), 401);
    verwachtFout(await proef.anoniem().post('/api/bezorging/nu', { register: 'sandbox' }), 401);
  });
});

describe('de lijst', () => {
  it('toont alles van iedereen, met wie, waar, sinds wanneer en waarom', async () => {
    const { rijen, bereik } = await lijst();
    expect(bereik).toBe('bezorging 0-3/4');
    expect(
      rijen.map(({ soort, toestand, achter, register }) => [soort, toestand, achter, register.id]),
    ).toEqual([
      ['substatus', 'geweigerd', false, 'sandbox'],
      ['substatus', 'wacht', false, 'sandbox'],
      ['substatus', 'wacht', true, 'sandbox'],
      ['contactmoment', 'wacht', false, 'klanten'],
    ]);
    const [weigering, wachtend] = rijen;
    expect(weigering).toMatchObject({
      id: geweigerd,
      volgendePoging: null,
      reden: 'Geweigerd: omschrijving (invalid).',
      medewerker: { id: 'behandelaar' },
    });
    expect(wachtend).toMatchObject({ zaak: zaak.id });
    expect(wachtend?.pogingen).toBeGreaterThan(0);
    expect(wachtend?.reden).toContain('geeft geen antwoord');
  });

  it('noemt nooit de inhoud, de klant of de tekst van het register', async () => {
    const { tekst } = await lijst();
    for (const geheim of [TEKST, klant, 'Dit kan niet.', 'Verhulst']) expect(tekst).not.toContain(geheim);
  });

  it('filtert op toestand, soort en register, en deelt in bladen', async () => {
    const aantal = async (inhoud: object) => (await lijst(filter(inhoud))).rijen.length;
    expect(await aantal({ toestand: 'geweigerd' })).toBe(1);
    expect(await aantal({ soort: 'contactmoment' })).toBe(1);
    expect(await aantal({ register: 'sandbox', toestand: 'wacht' })).toBe(2);
    expect(await aantal({ register: 'onbekend' })).toBe(0);
    const { rijen, bereik } = await lijst('?range=[1,2]&sort=["sinds","DESC"]');
    expect([rijen.length, bereik]).toEqual([2, 'bezorging 1-2/4']);
    verwachtFout(await beheerder.get(`/api/bezorging${filter({ klant })}`), 400, 'ongeldige_invoer');
  });
});

describe('de stand van het werk', () => {
  it('zegt per register wat wacht, en of het antwoordt', async () => {
    await werkIndexBij(proef.toepassing.deps, new AbortController().signal, new Date(0));
    const { registers, notificaties } = await stand();
    const van = (id: string) => registers.find((register) => register.id === id);
    expect(van('sandbox')).toMatchObject({ wacht: 2, geweigerd: 1 });
    expect(van('sandbox')?.zaakindexOp).not.toBeNull();
    expect(van('sandbox')?.verbindingen).toContainEqual(
      expect.objectContaining({ adres: '/zaken/api/v1', breker: 'dicht', geenAntwoordOp: null }),
    );
    expect(van('klanten')).toMatchObject({ wacht: 1, geweigerd: 0, zaakindexOp: null });
    expect(registers.map(({ id }) => id)).toEqual(expect.arrayContaining(['brp', 'kvk', 'notificaties']));
    expect(notificaties).toEqual({ wacht: 0, opgegeven: 0, oudste: null });
  });

  it('zegt dat de stroomonderbreker open staat als een register niet antwoordt', async () => {
    await proef.registerproef.stoor('brp', 'weg');
    const kcc = await proef.login('kcc');
    const brp = async () => (await stand()).registers.find(({ id }) => id === 'brp')?.verbindingen[0];
    await totdat(async () => {
      await kcc.post('/api/klanten/zoek', { achternaam: 'Verhulst', geboortedatum: '1980-01-01' });
      return (await brp())?.breker === 'open';
    });
    await proef.registerproef.herstel();
    expect((await brp())?.geenAntwoordOp).not.toBeNull();
  });

  it('staat ook in de metingen, zonder een persoon', async () => {
    const { tekst } = await proef.anoniem().get('/metrics');
    expect(tekst).toMatch(/svz_outbox_opdrachten\{register="sandbox",toestand="wacht"\} 2/);
    expect(tekst).toMatch(/svz_outbox_opdrachten\{register="sandbox",toestand="geweigerd"\} 1/);
    expect(tekst).toMatch(/svz_outbox_oudste_seconden\{register="klanten"\} \d/);
    expect(tekst).toMatch(/svz_register_breker_open\{register="sandbox",adres="\/zaken\/api\/v1"\} 0/);
    expect(tekst).toMatch(/svz_database_antwoordt 1/);
    for (const geheim of [klant, 'behandelaar', 'kcc', zaak.id]) expect(tekst).not.toContain(geheim);
  });
});

describe('nu proberen', () => {
  it('kan niet met wat geweigerd is: dat is aan de schrijver', async () => {
    verwachtFout(await beheerder.post(`/api/bezorging/${geweigerd}/nu`), 409, 'conflict');
  });

  it('bezorgt een rij die lang zou wachten, met wat ervoor gaat', async () => {
    await langWachten();
    const laatste = (await lijst(filter({ register: 'sandbox', toestand: 'wacht' }))).rijen.at(-1);
    proef.gedrag = 'gewoon';
    const { status, json } = await beheerder.post(`/api/bezorging/${laatste?.id ?? ''}/nu`);
    expect([status, json]).toEqual([200, { aantal: 2 }]);
    await totdat(() => proef.inRegister('substatussen', TEKST) === 2);
    expect((await lijst(filter({ toestand: 'wacht' }))).rijen.map(({ soort }) => soort)).toEqual([
      'contactmoment',
    ]);
    expect((await beheerder.post(`/api/bezorging/${laatste?.id ?? ''}/nu`)).json).toEqual({ aantal: 0 });
  });

  it('bezorgt alles van een register', async () => {
    await langWachten();
    proef.gedrag = 'gewoon';
    expect((await beheerder.post('/api/bezorging/nu', { register: 'sandbox' })).json).toEqual({ aantal: 0 });
    expect((await beheerder.post('/api/bezorging/nu', { register: 'klanten' })).json).toEqual({ aantal: 1 });
    await totdat(async () => (await lijst(filter({ toestand: 'wacht' }))).rijen.length === 0);
    expect((await lijst()).rijen.map(({ id }) => id)).toEqual([geweigerd]);
  });

  /** As after a long outage: nothing is due by itself. */
  async function langWachten(): Promise<void> {
    await totdat(async () => (await lijst()).rijen.every(({ bezig }) => !bezig));
    await proef.store.executeSql(
      `UPDATE outbox SET volgende_poging = now() + interval '1 hour' WHERE toestand = 'wacht'`,
    );
  }
});
