import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dataProvider } from '../../client/providers/data.ts';
import { ApiFout } from '../../client/providers/fout.ts';
import { actiefGesprek, eisUrlZonderNummer, roep, vraag } from '../../client/providers/http.ts';
import { sessie } from '../../client/providers/sessie.ts';
import { DemoLogin } from '../../shared/contracts/medewerker.ts';

const BSN = '999993653';
const gestuurd: { url: string; opties: RequestInit }[] = [];
let antwoord: () => Response | Promise<Response>;

const json = (inhoud: unknown, status = 200, koppen: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(inhoud), {
    status,
    headers: { 'Content-Type': 'application/json', ...koppen },
  });
const koppenVan = (plek: number): Headers => new Headers(gestuurd[plek]!.opties.headers);

beforeEach(() => {
  gestuurd.length = 0;
  antwoord = () => json({});
  actiefGesprek.zet(() => null);
  sessie.zet(() => 'aan');
  vi.stubGlobal('fetch', async (url: string, opties: RequestInit) => {
    gestuurd.push({ url, opties });
    return antwoord();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('geen nummer van een persoon in een URL', () => {
  it('zoekt klanten met POST: het BSN staat in de body', async () => {
    antwoord = () => json({ data: [], zaken: [], bronnen: [], gelezenAls: 'BSN' });
    await dataProvider.getList('klanten', {
      filter: { bsn: BSN },
      pagination: { page: 1, perPage: 25 },
      sort: { field: 'id', order: 'ASC' },
    });
    expect(gestuurd[0]!.url).toBe('/api/klanten/zoek');
    expect(gestuurd[0]!.opties.method).toBe('POST');
    expect(gestuurd[0]!.opties.body).toBe(JSON.stringify({ bsn: BSN }));
  });

  it.each(['getList', 'getManyReference'] as const)(
    'weigert een BSN in het filter van %s, voor er iets gaat',
    async (daad) => {
      const lijst = {
        filter: { bsn: BSN },
        pagination: { page: 1, perPage: 25 },
        sort: { field: 'id', order: 'ASC' as const },
      };
      const doe =
        daad === 'getList'
          ? dataProvider.getList('zaken', lijst)
          : dataProvider.getManyReference('zaken', { ...lijst, filter: {}, target: 'bsn', id: BSN });
      await expect(doe).rejects.toThrow('A personal number may not be in a URL.');
      expect(gestuurd).toEqual([]);
    },
  );

  it.each([
    `/api/klanten/${BSN}`,
    `/api/zaken?filter=%7B%22bsn%22%3A%22${BSN}%22%7D`,
    '/api/x?tel=0612345678',
  ])('weigert %s', (url) => expect(() => eisUrlZonderNummer(url)).toThrow());

  it('noemt in de weigering het nummer niet', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (nummer) => {
        expect(() => eisUrlZonderNummer(`/api/klanten/${nummer}`)).toThrow(/^(?!.*\d)/);
      }),
    );
  });

  it('laat onze eigen ids door, ook met veel cijfers', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(() => eisUrlZonderNummer(`/api/zaken/sandbox~${id}`)).not.toThrow();
      }),
    );
  });
});

describe('een vraag aan de server', () => {
  it('noemt het lopende gesprek, en bij schrijven de eigen herkomst', async () => {
    actiefGesprek.zet(() => 'g1');
    await roep('/api/zaken/sandbox~1/statussen', { methode: 'POST', inhoud: { a: 1 } });
    expect(koppenVan(0).get('X-Gesprek')).toBe('g1');
    expect(koppenVan(0).get('X-Requested-With')).toBe('console');
    await roep('/api/me');
    expect(koppenVan(1).get('X-Requested-With')).toBeNull();
  });

  it('geeft een weigering met de tekst van de server', async () => {
    antwoord = () =>
      json(
        {
          type: 'about:blank',
          title: 'Niet goed ingevuld',
          status: 400,
          code: 'ongeldige_invoer',
          detail: 'Kijk naar de velden.',
          fouten: [{ pad: 'omschrijving', code: 'too_big', melding: 'Maak de tekst korter.' }],
        },
        400,
      );
    const fout = await roep('/api/zaken').catch((oorzaak: unknown) => oorzaak);
    expect(fout).toBeInstanceOf(ApiFout);
    expect(fout).toMatchObject({ status: 400, code: 'ongeldige_invoer', message: 'Kijk naar de velden.' });
  });

  it('maakt van een storing van het netwerk een zin die zegt dat de tekst blijft staan', async () => {
    antwoord = () => Promise.reject(new TypeError('fetch failed'));
    await expect(roep('/api/me')).rejects.toMatchObject({
      code: 'geen_verbinding',
      message: expect.stringContaining('blijft staan') as string,
    });
  });

  it('neemt geen antwoord aan dat het contract niet kent', async () => {
    antwoord = () => json({ gebruiker: 12 });
    await expect(vraag('/api/x', async () => DemoLogin)).rejects.toMatchObject({ code: 'onleesbaar' });
  });

  it('neemt een HTML-bladzijde met 502 niet over in de tekst', async () => {
    antwoord = () => new Response('<h1>Bad gateway</h1>', { status: 502 });
    await expect(roep('/api/me')).rejects.toMatchObject({ status: 502, code: 'onleesbaar' });
  });

  it('merkt bij 401 dat de sessie voorbij is, maar niet bij het inloggen zelf', async () => {
    antwoord = () => json({}, 401);
    await expect(roep('/auth/demo', { methode: 'POST', inhoud: {} })).rejects.toThrow();
    expect(sessie.lees()).toBe('aan');
    await expect(roep('/api/gesprekken')).rejects.toThrow();
    expect(sessie.lees()).toBe('verlopen');
  });
});
