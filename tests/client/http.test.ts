import fc from 'fast-check';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dataProvider } from '../../client/providers/data.ts';
import { ApiFout } from '../../client/providers/fout.ts';
import { actiefGesprek, eisUrlZonderNummer, roep, vraag } from '../../client/providers/http.ts';
import { sessie } from '../../client/providers/sessie.ts';
import { DemoLogin } from '../../shared/contracts/medewerker.ts';

const BSN = '999993653';
/** A browser resolves our paths against the page; Node has no page. */
const PAGINA = 'http://console.test/';
const server = setupServer();
const gestuurd: Request[] = [];

/** What the console's server answers on every path; each request is kept as it left. */
const geef = (maak: () => Response | Promise<Response>): void =>
  server.use(
    http.all(`${PAGINA}*`, ({ request }) => {
      gestuurd.push(request.clone());
      return maak();
    }),
  );
const padVan = (verzoek: Request): string => verzoek.url.slice(PAGINA.length - 1);

beforeAll(() => {
  vi.stubGlobal('location', new URL(PAGINA));
  server.listen({ onUnhandledFrame: 'error' });
});
beforeEach(() => {
  actiefGesprek.zet(() => null);
  sessie.zet(() => 'aan');
});
afterEach(() => {
  server.resetHandlers();
  gestuurd.length = 0;
});
afterAll(() => {
  server.close();
  vi.unstubAllGlobals();
});

const lijst = {
  filter: { bsn: BSN },
  pagination: { page: 1, perPage: 25 },
  sort: { field: 'id', order: 'ASC' as const },
};

describe('geen nummer van een persoon in een URL', () => {
  it('zoekt klanten met POST: het BSN staat in de body', async () => {
    geef(() => HttpResponse.json({ data: [], zaken: [], bronnen: [], gelezenAls: 'BSN' }));
    await dataProvider.getList('klanten', lijst);
    expect(gestuurd).toHaveLength(1);
    expect(padVan(gestuurd[0]!)).toBe('/api/klanten/zoek');
    expect(gestuurd[0]!.method).toBe('POST');
    expect(gestuurd[0]!.headers.get('Content-Type')).toBe('application/json');
    expect(await gestuurd[0]!.json()).toEqual({ bsn: BSN });
  });

  it.each(['getList', 'getManyReference'] as const)(
    'weigert een BSN in het filter van %s, voor er iets gaat',
    async (daad) => {
      geef(() => HttpResponse.json([]));
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

describe('een lijst van de server', () => {
  it('vraagt een bladzijde met range, sort en filter, en leest het totaal uit Content-Range', async () => {
    geef(() => HttpResponse.json([], { headers: { 'Content-Range': 'zaken 25-49/138' } }));
    const { total } = await dataProvider.getList('zaken', {
      filter: { open: true },
      pagination: { page: 2, perPage: 25 },
      sort: { field: 'urgentie', order: 'ASC' },
    });
    expect(total).toBe(138);
    const vragen = new URL(gestuurd[0]!.url).searchParams;
    expect(JSON.parse(vragen.get('range') ?? '')).toEqual([25, 49]);
    expect(JSON.parse(vragen.get('sort') ?? '')).toEqual(['urgentie', 'ASC']);
    expect(JSON.parse(vragen.get('filter') ?? '')).toEqual({ open: true });
  });

  it('neemt geen rij aan die het contract niet kent', async () => {
    geef(() => HttpResponse.json([{ id: 'sandbox~1' }], { headers: { 'Content-Range': 'zaken 0-0/1' } }));
    await expect(dataProvider.getList('zaken', { ...lijst, filter: {} })).rejects.toMatchObject({
      code: 'onleesbaar',
    });
  });
});

describe('een vraag aan de server', () => {
  it('noemt het lopende gesprek, en bij schrijven de eigen herkomst', async () => {
    geef(() => HttpResponse.json({}));
    actiefGesprek.zet(() => 'g1');
    await roep('/api/zaken/sandbox~1/statussen', { methode: 'POST', inhoud: { a: 1 } });
    await roep('/api/me');
    const [schrijft, leest] = gestuurd;
    expect(schrijft!.headers.get('X-Gesprek')).toBe('g1');
    expect(schrijft!.headers.get('X-Requested-With')).toBe('console');
    expect(leest!.headers.get('X-Requested-With')).toBeNull();
  });

  it('geeft een weigering met de tekst van de server', async () => {
    geef(() =>
      HttpResponse.json(
        {
          type: 'about:blank',
          title: 'Niet goed ingevuld',
          status: 400,
          code: 'ongeldige_invoer',
          detail: 'Kijk naar de velden.',
          fouten: [{ pad: 'omschrijving', code: 'too_big', melding: 'Maak de tekst korter.' }],
        },
        { status: 400, headers: { 'Content-Type': 'application/problem+json' } },
      ),
    );
    const fout = await roep('/api/zaken').catch((oorzaak: unknown) => oorzaak);
    expect(fout).toBeInstanceOf(ApiFout);
    expect(fout).toMatchObject({ status: 400, code: 'ongeldige_invoer', message: 'Kijk naar de velden.' });
  });

  it('maakt van een storing van het netwerk een zin die zegt dat de tekst blijft staan', async () => {
    geef(() => HttpResponse.error());
    await expect(roep('/api/me')).rejects.toMatchObject({
      code: 'geen_verbinding',
      message: expect.stringContaining('blijft staan') as string,
    });
  });

  it('noemt een vraag die de bladzijde zelf afbrak geen storing', async () => {
    geef(async () => {
      await delay('infinite');
      return HttpResponse.json({});
    });
    const afbreker = new AbortController();
    const vraagt = roep('/api/me', { signal: afbreker.signal });
    afbreker.abort();
    await expect(vraagt).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('neemt geen antwoord aan dat het contract niet kent', async () => {
    geef(() => HttpResponse.json({ gebruiker: 12 }));
    await expect(vraag('/api/x', async () => DemoLogin)).rejects.toMatchObject({ code: 'onleesbaar' });
  });

  it('neemt geen antwoord aan dat halverwege ophoudt', async () => {
    geef(() => new HttpResponse('{"gebruiker":', { headers: { 'Content-Type': 'application/json' } }));
    await expect(vraag('/api/x', async () => DemoLogin)).rejects.toMatchObject({ code: 'onleesbaar' });
  });

  it('neemt een HTML-bladzijde met 502 niet over in de tekst', async () => {
    geef(() => HttpResponse.html('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(roep('/api/me')).rejects.toMatchObject({ status: 502, code: 'onleesbaar' });
  });

  it('merkt bij 401 dat de sessie voorbij is, maar niet bij het inloggen zelf', async () => {
    geef(() => HttpResponse.json({}, { status: 401 }));
    await expect(roep('/auth/demo', { methode: 'POST', inhoud: {} })).rejects.toThrow();
    expect(sessie.lees()).toBe('aan');
    await expect(roep('/api/gesprekken')).rejects.toThrow();
    expect(sessie.lees()).toBe('verlopen');
  });
});
