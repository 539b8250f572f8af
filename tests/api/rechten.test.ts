/**
 * Rights over real HTTP, every rol against every call. Over 300 lines because one gemeente, made once, holds everything
 * that is to stay hidden, and is asked for it from every side.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZoekAntwoord } from '../../shared/contracts/klant.ts';
import type { Klantbeeld, TijdlijnRegel } from '../../shared/contracts/klantbeeld.ts';
import type { ZaakKort } from '../../shared/contracts/zaak.ts';
import {
  BSN_VERHULST,
  startConsole,
  startRegisterproef,
  type Client,
  type ConsoleProef,
} from '../hulp/console.ts';
import { GEHEIM, gemeenteMetGeheimen, TEKST_SOCIAAL } from '../hulp/geheimen.ts';
import { kies, klantbeeldVan, verwachtFout, zaakVan, zoekVerhulst } from '../hulp/klant.ts';

const ROLLEN = [
  'kcc',
  'kcc-2',
  'balie',
  'behandelaar',
  'behandelaar-2',
  'teamleider',
  'klachten',
  'beheerder',
  'privacy',
] as const;
type Gebruiker = (typeof ROLLEN)[number];
const MAG_KLANT: readonly Gebruiker[] = [
  'kcc',
  'kcc-2',
  'balie',
  'behandelaar',
  'behandelaar-2',
  'teamleider',
];
const ZIET_ALS_KCC: readonly Gebruiker[] = ['kcc', 'balie', 'teamleider', 'behandelaar'];

let registerproef: Awaited<ReturnType<typeof startRegisterproef>>;
let proef: ConsoleProef;
let clienten: Record<Gebruiker, Client>;
let klant: string;
let geheim: { id: string; zaaknummer: string };

beforeAll(async () => {
  registerproef = await startRegisterproef({ gemeente: gemeenteMetGeheimen });
  proef = await startConsole({ registerproef });
  const paren = await Promise.all(ROLLEN.map(async (rol) => [rol, await proef.login(rol)] as const));
  clienten = Object.fromEntries(paren) as Record<Gebruiker, Client>;
  klant = await zoekVerhulst(clienten.kcc);
  await zoekVerhulst(clienten.balie);
  const rij = [...registerproef.sandbox.opslag.tabel('zaken/zaken').alle()].find(
    (zaak) => zaak['omschrijving'] === GEHEIM.zaak && zaak['vertrouwelijkheidaanduiding'] === 'geheim',
  );
  geheim = { id: `sandbox~${rij?.uuid ?? ''}`, zaaknummer: rij?.['identificatie'] as string };
});
afterAll(async () => {
  await proef.sluit();
  await registerproef.sluit();
});

const met = { 'x-doel': 'klantcontact' };
const pad = (wat: string) => `/api/klanten/${klant}/${wat}`;
const als = async <T>(rol: Gebruiker, waar: string): Promise<T> => {
  const { status, json, tekst } = await clienten[rol].get<T>(waar, met);
  expect(status, tekst).toBe(200);
  return json;
};
const lijst = (filter: object, range = [0, 99]) =>
  `/api/zaken?${new URLSearchParams({ filter: JSON.stringify(filter), range: JSON.stringify(range) }).toString()}`;

describe('wie wat mag openen', () => {
  it.each(ROLLEN)('%s: klantbeeld en tijdlijn', async (rol) => {
    for (const wat of ['klantbeeld', 'tijdlijn']) {
      const antwoord = await clienten[rol].get(pad(wat), met);
      if (MAG_KLANT.includes(rol)) expect(antwoord.status, antwoord.tekst).toBe(200);
      else verwachtFout(antwoord, 403);
    }
  });

  it.each(ROLLEN)('%s: een zaak', async (rol) => {
    const { id } = kies(await als('kcc', pad('klantbeeld')), 'Rijbewijs verlengen');
    const antwoord = await clienten[rol].get(`/api/zaken/${id}`, met);
    if (MAG_KLANT.includes(rol)) expect(antwoord.status, antwoord.tekst).toBe(200);
    else verwachtFout(antwoord, 404, 'niet_gevonden');
  });

  it.each(ROLLEN)('%s: werkvoorraad, tellingen en gesprekken', async (rol) => {
    for (const waar of [lijst({ open: true }, [0, 1]), '/api/werkvoorraad/tellingen', '/api/gesprekken']) {
      const antwoord = await clienten[rol].get(waar);
      if (MAG_KLANT.includes(rol)) expect(antwoord.status, antwoord.tekst).toBe(200);
      else verwachtFout(antwoord, 403, 'geen_recht');
    }
  });

  it.each(ROLLEN)('%s: het logboek', async (rol) => {
    const antwoord = await clienten[rol].get('/api/verwerkingen');
    if (rol === 'privacy') expect(antwoord.status).toBe(200);
    else verwachtFout(antwoord, 403, 'geen_recht');
  });

  it.each(ROLLEN)('%s: een contactmoment en een gesprek', async (rol) => {
    const gesprek = await clienten[rol].post<{ id: string }>('/api/gesprekken', { kanaal: 'telefoon' });
    const contact = await clienten[rol].post('/api/contactmomenten', NIEUW_CONTACT, {
      'idempotency-key': `rechten-${rol}-${Math.random()}`,
    });
    if (MAG_KLANT.includes(rol)) {
      expect([gesprek.status, contact.status]).toEqual([201, 201]);
    } else {
      verwachtFout(gesprek, 403, 'geen_recht');
      verwachtFout(contact, 403, 'geen_recht');
    }
  });

  it('niemand zonder sessie', async () => {
    const anoniem = proef.anoniem();
    for (const waar of ['/api/me', pad('klantbeeld'), lijst({}), '/api/verwerkingen', '/api/taken', '/api/x'])
      verwachtFout(await anoniem.get(waar), 401, 'niet_ingelogd');
  });

  it('een gesprek is alleen van wie het voert', async () => {
    const { json } = await clienten.kcc.post<{ id: string }>('/api/gesprekken', { kanaal: 'balie' });
    const ander = clienten['kcc-2'];
    verwachtFout(await ander.get(`/api/gesprekken/${json.id}`), 404);
    verwachtFout(await ander.put(`/api/gesprekken/${json.id}`, { notitie: 'x' }), 404);
    verwachtFout(await ander.delete(`/api/gesprekken/${json.id}`), 404);
    expect((await clienten.kcc.delete(`/api/gesprekken/${json.id}`)).json).toEqual({ id: json.id });
  });
});

const NIEUW_CONTACT = {
  kanaal: 'telefoon',
  vraagtype: 'informatie',
  onderwerp: 'Openingstijden',
  inhoud: '',
  zaken: [],
  resultaat: 'beantwoord',
  gestartOp: '2026-01-05T09:00:00Z',
  beeindigdOp: '2026-01-05T09:05:00Z',
};

describe('de geheime zaak bestaat niet', () => {
  const nergens = (tekst: string) => {
    for (const woord of [GEHEIM.zaak, GEHEIM.deelzaak, geheim.id, geheim.zaaknummer, GEHEIM.contact])
      expect(tekst).not.toContain(woord);
    expect(tekst).not.toContain(GEHEIM.contactInhoud);
  };

  it.each(ZIET_ALS_KCC)('in klantbeeld, tijdlijn en contactmomenten van %s', async (rol) => {
    const contacten = `/api/contactmomenten?filter=${encodeURIComponent(JSON.stringify({ klant }))}`;
    for (const waar of [pad('klantbeeld'), pad('tijdlijn'), contacten]) {
      const { status, tekst } = await clienten[rol].get(waar, met);
      expect(status).toBe(200);
      if (rol === 'behandelaar') expect(tekst).not.toContain(GEHEIM.zaak);
      else nergens(tekst);
    }
  });

  it.each(ZIET_ALS_KCC)('op haar eigen adres bij %s: 404, als voor een zaak die er niet is', async (rol) => {
    const bestaat = verwachtFout(await clienten[rol].get(`/api/zaken/${geheim.id}`, met), 404);
    const nietDaar = await clienten[rol].get(`/api/zaken/sandbox~${crypto.randomUUID()}`, met);
    expect(bestaat).toEqual(verwachtFout(nietDaar, 404));
  });

  it('in de lijst, in Content-Range en in de tellingen', async () => {
    const bijKcc = await clienten.kcc.get<ZaakKort[]>(lijst({ zaaknummer: geheim.zaaknummer }));
    expect(bijKcc.json).toEqual([]);
    expect(bijKcc.koppen.get('content-range')).toBe('zaken */0');
    const filter = { afdeling: 'Inkomen', zaaktype: 'IN-BIJSTAND', open: true };
    const telling = `/api/werkvoorraad/tellingen?filter=${encodeURIComponent(JSON.stringify(filter))}`;
    const kccTelt = (await als<{ totaal: number }>('kcc', telling)).totaal;
    const inkomenTelt = (await als<{ totaal: number }>('behandelaar-2', telling)).totaal;
    expect(inkomenTelt).toBe(kccTelt + 1);
    const aantal = async (rol: Gebruiker) =>
      (await clienten[rol].get(lijst(filter, [0, 0]))).koppen.get('content-range')?.split('/')[1];
    expect(await aantal('kcc')).toBe(String(kccTelt));
    expect(await aantal('behandelaar-2')).toBe(String(inkomenTelt));
  });

  it('in zoeken op haar zaaknummer, ook niet als klant', async () => {
    const zoek = (rol: Gebruiker) =>
      clienten[rol].post<ZoekAntwoord>('/api/klanten/zoek', { zaaknummer: geheim.zaaknummer });
    expect((await zoek('kcc-2')).json).toMatchObject({ data: [], zaken: [] });
    expect((await zoek('behandelaar-2')).json).toMatchObject({ zaken: [{ id: geheim.id }] });
  });

  it('als hoofdzaak of deelzaak van een zaak die wel te zien is', async () => {
    const beeld = await als<Klantbeeld>('kcc', pad('klantbeeld'));
    const onder = kies(beeld, 'Losse stoeptegel, Lindelaan');
    expect((await zaakVan(clienten.kcc, onder.id)).hoofdzaak).toBeNull();
    expect(onder.hoofdzaak).toBeNull();
    const boven = kies(beeld, 'Isolatie tegen geluid, Lindelaan 18');
    const detail = await zaakVan(clienten.kcc, boven.id);
    expect(detail.deelzaken.map(({ omschrijving }) => omschrijving)).toEqual(['Geluidsmeting']);
    expect(boven.deelzaken).toHaveLength(1);
    nergens(JSON.stringify([onder, boven, detail]));
  });

  it('aan een live verbinding', async () => {
    const kcc = await proef.luister(clienten.kcc);
    expect(await kcc.volg(`zaak:${geheim.id}`)).toMatchObject({ ok: false, code: 'niet_gevonden' });
    expect(await kcc.volg('afdeling:Inkomen')).toMatchObject({ ok: false, code: 'geen_recht' });
    const inkomen = await proef.luister(clienten['behandelaar-2']);
    expect(await inkomen.volg(`zaak:${geheim.id}`)).toMatchObject({ ok: true });
    kcc.sluit();
    inkomen.sluit();
  });

  it('voor een contactmoment dat ernaar verwijst: 400, met dezelfde tekst als voor een onbekende', async () => {
    const stuur = (zaak: string) =>
      clienten.kcc.post(
        '/api/contactmomenten',
        { ...NIEUW_CONTACT, zaken: [zaak] },
        { 'idempotency-key': zaak },
      );
    const wel = verwachtFout(await stuur(geheim.id), 400);
    expect(wel).toEqual(verwachtFout(await stuur(`sandbox~${crypto.randomUUID()}`), 400));
  });

  it('maar de behandelaar van de eigen afdeling ziet haar met inhoud', async () => {
    const zaak = await zaakVan(clienten['behandelaar-2'], geheim.id);
    expect(zaak).toMatchObject({ omschrijving: GEHEIM.zaak, niveau: 'documenten' });
    expect(zaak.contactmomenten.map(({ inhoud }) => inhoud)).toContain(GEHEIM.contactInhoud);
  });
});

describe('wat kcc van een zaak ziet', () => {
  it('niets waar mevrouw alleen belanghebbende is, en niets van jeugd of van een intern zaaktype', async () => {
    const { tekst, json } = await clienten.kcc.get<Klantbeeld>(pad('klantbeeld'));
    for (const woord of [GEHEIM.belanghebbende, GEHEIM.jeugd, GEHEIM.intern])
      expect(tekst).not.toContain(woord);
    expect(tekst).not.toContain('Jeugd');
    expect(json.zaken.length).toBeGreaterThanOrEqual(12);
  });

  it('van schuldhulp alleen dat er iets is in het sociaal domein', async () => {
    const { tekst, json } = await clienten.kcc.get<Klantbeeld>(pad('klantbeeld'));
    expect(json.besloten).toEqual([
      { groep: 'sociaal domein', afdeling: 'Sociaal Domein', bereikbaar: expect.any(String) as string },
    ]);
    expect(tekst).not.toMatch(/schuld/i);
    const schuld = [...registerproef.sandbox.opslag.tabel('zaken/zaken').alle()].find(
      (zaak) => zaak['omschrijving'] === GEHEIM.schuld,
    );
    verwachtFout(await clienten.kcc.get(`/api/zaken/sandbox~${schuld?.uuid ?? ''}`), 404);
    const { json: gezocht } = await clienten.kcc.post<ZoekAntwoord>('/api/klanten/zoek', {
      zaaknummer: schuld?.['identificatie'],
    });
    expect(gezocht).toMatchObject({ data: [], zaken: [] });
  });

  it('van het sociaal domein de stand, zonder interne substatus en zonder de tekst van contacten', async () => {
    const beeld = await als<Klantbeeld>('kcc', pad('klantbeeld'));
    const zaak = kies(beeld, 'Individuele inkomenstoeslag');
    expect(zaak.niveau).toBe('status');
    const detail = await zaakVan(clienten.kcc, zaak.id);
    expect(detail).toMatchObject({ toelichting: null, betrokkenen: [], documenten: [], kenmerken: [] });
    const tijdlijn = await als<TijdlijnRegel[]>('kcc', pad('tijdlijn'));
    for (const tekst of [zaak, detail, tijdlijn].map((een) => JSON.stringify(een))) {
      expect(tekst).not.toContain(GEHEIM.substatus);
      expect(tekst).not.toContain(TEKST_SOCIAAL);
    }
    const contact = beeld.contactmomenten.find(({ zaken }) => zaken.includes(zaak.id));
    expect(contact).toMatchObject({ inhoud: null, onderwerp: 'Over uw inkomenstoeslag' });
    // Who handles it sees both.
    const vol = JSON.stringify(await zaakVan(clienten['behandelaar-2'], zaak.id));
    expect(vol).toContain(GEHEIM.substatus);
    expect(vol).toContain(TEKST_SOCIAAL);
  });

  it('van Wonen de inhoud met de interne substatus, zonder documenten', async () => {
    const beeld = await als<Klantbeeld>('kcc', pad('klantbeeld'));
    const zaak = await zaakVan(clienten.kcc, kies(beeld, 'Isolatie tegen geluid, Lindelaan 18').id);
    expect(zaak).toMatchObject({ niveau: 'inhoud', documenten: [] });
    const subs = zaak.voortgang.stappen.flatMap(({ substatussen }) => substatussen);
    expect(subs.map(({ doelgroep }) => doelgroep)).toContain('intern');
    expect(zaak.antwoord?.nl).not.toContain('voorrang');
    expect(zaak.magDoen).toEqual(['contactmoment']);
  });

  it('van Burgerzaken ook de documenten, elk binnen de eigen vertrouwelijkheid', async () => {
    const beeld = await als<Klantbeeld>('kcc', pad('klantbeeld'));
    const zaak = await zaakVan(clienten.kcc, kies(beeld, 'Rijbewijs verlengen').id);
    expect(zaak.niveau).toBe('documenten');
    expect(JSON.stringify(zaak)).not.toContain(GEHEIM.document);
    const [document] = (await zaakVan(clienten.kcc, kies(beeld, 'Paspoort').id)).documenten;
    expect(document?.id).toMatch(/~[0-9a-f-]{36}$/);
    const open = await clienten.kcc.get(`/api/documenten/${document?.id ?? ''}/inhoud`);
    expect(open.status).toBe(200);
    expect(open.koppen.get('content-type')).toBe('application/pdf');
    expect(open.koppen.get('content-disposition')).toContain('inline');
    for (const rol of ['klachten', 'beheerder', 'privacy'] as const)
      verwachtFout(await clienten[rol].get(`/api/documenten/${document?.id ?? ''}/inhoud`, met), 404);
  });

  it('geen document van een zaak zonder recht op documenten, of met een hogere vertrouwelijkheid', async () => {
    const stukken = [
      ...registerproef.sandbox.opslag.tabel('documenten/enkelvoudiginformatieobjecten').alle(),
    ];
    const teGeheim = stukken.find((stuk) => stuk['titel'] === GEHEIM.document)?.uuid ?? '';
    verwachtFout(await clienten.kcc.get(`/api/documenten/sandbox~${teGeheim}/inhoud`), 404);
    const isolatie = kies(await als('kcc', pad('klantbeeld')), 'Isolatie tegen geluid, Lindelaan 18');
    const { documenten } = await zaakVan(clienten.behandelaar, isolatie.id);
    expect(documenten.length).toBeGreaterThan(0);
    for (const { id } of documenten)
      verwachtFout(await clienten.kcc.get(`/api/documenten/${id}/inhoud`), 404);
  });
});

describe('doelbinding', () => {
  it('zonder zoeken of reden gaat een klant niet open, met een reden wel', async () => {
    const nieuw = await proef.login('teamleider');
    const andere = await andereKlant();
    const waar = `/api/klanten/${andere}/klantbeeld`;
    verwachtFout(await nieuw.get(waar), 403, 'doel_ontbreekt');
    verwachtFout(await nieuw.get(waar, { 'x-doel': 'nieuwsgierig' }), 403, 'doel_ontbreekt');
    verwachtFout(await nieuw.get(waar, { 'x-doel': 'klachtbehandeling' }), 403, 'doel_ontbreekt');
    const { json } = await nieuw.get<{ code: string }[]>('/api/doelen');
    expect(json.map(({ code }) => code).toSorted()).toEqual(['behandeling', 'klantcontact', 'kwaliteit']);
    expect((await nieuw.get(waar, { 'x-doel': 'kwaliteit' })).status).toBe(200);
    // And stays open, so that the console can follow what it shows.
    expect((await nieuw.get(waar)).status).toBe(200);
  });

  it('een treffer van kcc opent niets voor kcc-2, en gaat na 30 minuten dicht', async () => {
    const andere = await andereKlant(1);
    const waar = `/api/klanten/${andere}/klantbeeld`;
    expect((await clienten.kcc.get(waar)).status).toBe(200);
    verwachtFout(await clienten['kcc-2'].get(waar), 403, 'doel_ontbreekt');
    const live = await proef.luister(clienten['kcc-2']);
    expect(await live.volg(`klant:${andere}`)).toMatchObject({ ok: false, code: 'doel_ontbreekt' });
    live.sluit();
    proef.klok.verder(31 * 60_000);
    verwachtFout(await clienten.kcc.get(waar), 403, 'doel_ontbreekt');
    verwachtFout(await clienten.kcc.get(`/api/klanten/${klant}/tijdlijn`), 403, 'doel_ontbreekt');
    await zoekVerhulst(clienten.kcc);
  });

  it('een behandelaar opent onder behandeling de klant van een zaak van de eigen afdeling', async () => {
    const behandelaar = await proef.login('behandelaar');
    const { json } = await behandelaar.get<ZaakKort[]>(lijst({ mijn: true, open: true }, [0, 20]));
    const zaken = await Promise.all(json.map(({ id }) => zaakVan(behandelaar, id)));
    const eigen = zaken.find((zaak) => zaak.klant !== null && zaak.klant.id !== klant);
    expect((await behandelaar.get(`/api/klanten/${eigen?.klant?.id ?? ''}/klantbeeld`)).status).toBe(200);
  });

  /** Another person, found by kcc alone. */
  async function andereKlant(plek = 0): Promise<string> {
    const anderen = registerproef.sandbox.opslag.personen
      .map((persoon) => persoon['burgerservicenummer'] as string)
      .filter((bsn) => bsn !== BSN_VERHULST);
    const { json } = await clienten.kcc.post<ZoekAntwoord>('/api/klanten/zoek', { bsn: anderen[plek] });
    return json.data[0]?.id ?? '';
  }
});

describe('contactmomenten', () => {
  it('houdt van een vertrouwelijk contact de tekst voor zich', async () => {
    const moment = proef.klok.nu().toISOString();
    const { json } = await clienten.kcc.post<{ id: string }>(
      '/api/contactmomenten',
      {
        ...NIEUW_CONTACT,
        klant,
        onderwerp: 'Bedreiging',
        inhoud: 'Niet zeggen',
        vertrouwelijk: true,
        gestartOp: moment,
        beeindigdOp: moment,
      },
      { 'idempotency-key': 'vertrouwelijk-1' },
    );
    const beeld = await klantbeeldVan(clienten.kcc, klant);
    expect(beeld.contactmomenten.find(({ id }) => id === json.id)).toMatchObject({
      inhoud: null,
      onderwerp: 'Vertrouwelijk contact',
    });
    expect(JSON.stringify(beeld)).not.toMatch(/Niet zeggen|Bedreiging/);
  });
});
