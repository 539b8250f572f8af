import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../server/sandbox/typen.ts';
import { BSN, RSIN, id, pad, startProef } from './kleine-gemeente.ts';
import type { Proef } from './kleine-gemeente.ts';

const API = '/zaken/api/v1';
const BSN_FILTER = 'rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn';

let proef: Proef;
beforeEach(async () => {
  proef = await startProef();
});
afterEach(() => proef.sluit());

const url = (...args: Parameters<typeof pad>): string => proef.basis + pad(...args);
const resultaten = (lichaam: JsonObject): JsonObject[] => lichaam['results'] as JsonObject[];
const nummers = (lichaam: JsonObject): unknown[] => resultaten(lichaam).map((zaak) => zaak['identificatie']);
const params = (lichaam: JsonObject): unknown[] =>
  (lichaam['invalidParams'] as JsonObject[]).map(({ name, code }) => [name, code]);
const post = (resource: string, json: unknown) => proef.roep(`${API}/${resource}`, { method: 'POST', json });
const zaakVan = async (naam: string) => (await proef.roep(pad('zaken/zaken', naam))).lichaam;
const status = (zaak: string, statustype: string, datumStatusGezet: string) =>
  post('statussen', {
    zaak: url('zaken/zaken', zaak),
    statustype: url('catalogi/statustypen', statustype),
    datumStatusGezet,
  });

describe('CRS', () => {
  it.each([
    ['GET', '/zaken', { 'accept-crs': undefined }, 412, "'Accept-Crs' header ontbreekt"],
    ['GET', '/zaken', { 'accept-crs': 'EPSG:28992' }, 406, "CRS 'EPSG:28992' is niet ondersteund"],
    ['POST', '/zaken/_zoek', { 'content-crs': undefined }, 412, "'Content-Crs' header ontbreekt"],
    ['POST', '/zaken/_zoek', { 'accept-crs': undefined }, 412, "'Accept-Crs' header ontbreekt"],
  ])('weigert %s %s', async (method, deel, kop, verwacht, detail) => {
    const { status: code, lichaam } = await proef.roep(API + deel, {
      method,
      kop,
      ...(method === 'POST' ? { json: { identificatie: 'x' } } : {}),
    });
    expect([code, lichaam['detail']]).toEqual([verwacht, detail]);
  });
  it('vraagt het niet bij statussen', async () => {
    const { status: code } = await proef.roep(`${API}/statussen`, { kop: { 'accept-crs': undefined } });
    expect(code).toBe(200);
  });
});

describe('zaken zoeken', () => {
  it('toont de nieuwste eerst, elk met een lege _expand', async () => {
    const { lichaam } = await proef.roep(`${API}/zaken`);
    expect(nummers(lichaam)).toEqual([
      'ZAAK-2026-0000000003',
      'ZAAK-2026-0000000002',
      'ZAAK-2026-0000000001',
    ]);
    expect(resultaten(lichaam)[0]!['_expand']).toEqual({});
  });
  it('past alle rol-filters op een en dezelfde rol', async () => {
    const allebei = `${BSN_FILTER}=${BSN}&rol__omschrijvingGeneriek=initiator`;
    expect(nummers((await proef.roep(`${API}/zaken?${allebei}`)).lichaam)).toEqual(['ZAAK-2026-0000000001']);
    expect(nummers((await proef.roep(`${API}/zaken?${BSN_FILTER}=${BSN}`)).lichaam)).toHaveLength(2);
  });
  it('laat weg wat vertrouwelijker is dan gevraagd', async () => {
    const { lichaam } = await proef.roep(`${API}/zaken?maximaleVertrouwelijkheidaanduiding=vertrouwelijk`);
    expect(lichaam['count']).toBe(2);
  });
  it.each([
    ['ordering=laatstGemuteerd', 'ordering', 'invalid_choice'],
    ['expand=rollen.zaak', 'expand', 'invalid_choice'],
    ['bronorganisatie=1', 'bronorganisatie', 'invalid'],
    ['zaaktype=abc', 'zaaktype', 'invalid'],
    [`${BSN_FILTER}=1234567890`, BSN_FILTER, 'max_length'],
    ['zaaktype__in=x', 'nonFieldErrors', 'unknown-parameters'],
  ])('weigert %s', async (vraag, naam, code) => {
    const antwoord = await proef.roep(`${API}/zaken?${vraag}`);
    expect([antwoord.status, params(antwoord.lichaam)]).toEqual([400, [[naam, code]]]);
  });
  it('ordent op startdatum, oplopend en aflopend', async () => {
    const op = nummers((await proef.roep(`${API}/zaken?ordering=startdatum`)).lichaam);
    const af = nummers((await proef.roep(`${API}/zaken?ordering=-startdatum`)).lichaam);
    expect([op[0], af[0]]).toEqual(['ZAAK-2026-0000000001', 'ZAAK-2026-0000000003']);
  });
});

describe('_zoek', () => {
  const zoek = (json: unknown, vraag = '') => post(`zaken/_zoek${vraag}`, json);
  it('weigert een leeg lichaam', async () => {
    expect(params((await zoek({})).lichaam)).toEqual([['nonFieldErrors', 'empty_search_body']]);
  });
  it('vindt op BSN, met expand als lijst', async () => {
    const { lichaam } = await zoek({
      [BSN_FILTER]: BSN,
      rol__omschrijvingGeneriek: 'initiator',
      expand: ['zaaktype', 'status', 'status.statustype', 'rollen', 'rollen.roltype', 'resultaat'],
    });
    expect(resultaten(lichaam)).toHaveLength(1);
    expect(resultaten(lichaam)[0]!['_expand']).toMatchObject({
      zaaktype: { identificatie: 'ZT-A' },
      status: { _expand: { statustype: { omschrijving: 'Ontvangen', isEindstatus: false } } },
      rollen: [{ _expand: { roltype: { omschrijvingGeneriek: 'initiator' } } }],
    });
    expect(resultaten(lichaam)[0]!['_expand']).not.toHaveProperty('resultaat');
  });
  it('breidt een kind niet uit zonder zijn ouder', async () => {
    const { lichaam } = await zoek({ identificatie: 'ZAAK-2026-0000000001', expand: ['status.statustype'] });
    expect(resultaten(lichaam)[0]!['_expand']).toEqual({});
  });
  it('leest page en pageSize alleen uit de URL en negeert onbekende sleutels', async () => {
    const { lichaam } = await zoek({ foo: 1, page: 2, pageSize: 1 }, '?pageSize=2');
    expect(lichaam).toMatchObject({ count: 3, next: `${proef.basis}${API}/zaken/_zoek?page=2&pageSize=2` });
  });
  it('zoekt in een gebied, en weigert wat geen gebied is', async () => {
    const vierkant = (x: number, y: number, half: number) => ({
      type: 'Polygon',
      coordinates: [
        [
          [x - half, y - half],
          [x + half, y - half],
          [x + half, y + half],
          [x - half, y + half],
          [x - half, y - half],
        ],
      ],
    });
    const punt = { zaakgeometrie: { type: 'Point', coordinates: [5.1, 52.02] } };
    expect((await proef.roep(pad('zaken/zaken', 'een'), { method: 'PATCH', json: punt })).status).toBe(200);
    const in_ = async (within: unknown, meer = {}) => zoek({ zaakgeometrie: { within }, ...meer });
    expect(nummers((await in_(vierkant(5.1, 52.02, 0.001))).lichaam)).toEqual(['ZAAK-2026-0000000001']);
    expect((await in_(vierkant(5.2, 52.02, 0.001))).lichaam['count']).toBe(0);
    expect((await in_(vierkant(5.1, 52.02, 0.001), { startdatum__gte: '2030-01-01' })).lichaam['count']).toBe(
      0,
    );
    for (const fout of [{ type: 'Polygon', coordinates: [] }, 'hier'])
      expect((await in_(fout)).status).toBe(400);
  });
  it('zoekt op een deel van de omschrijving, ongeacht hoofdletters', async () => {
    expect((await zoek({ omschrijving: 'AANVRAAG een' })).lichaam['count']).toBe(1);
    expect((await zoek({ omschrijving: 'melding' })).lichaam['count']).toBe(0);
  });
  it('vindt geen kenmerk met een dubbele punt erin', async () => {
    const kenmerken = [
      { bron: 'DSO', kenmerk: 'A:1' },
      { bron: 'DSO', kenmerk: 'A1' },
    ];
    await proef.roep(pad('zaken/zaken', 'een'), { method: 'PATCH', json: { kenmerken } });
    expect((await zoek({ kenmerk: 'DSO:A1' })).lichaam['count']).toBe(1);
    for (const kenmerk of ['DSO:A:1', 'A1'])
      expect(params((await zoek({ kenmerk })).lichaam)).toEqual([['kenmerk', 'invalid']]);
  });
  describe('in een gebied', () => {
    const ring = [
      [5, 52],
      [5.2, 52],
      [5.2, 52.2],
      [5, 52.2],
      [5, 52],
    ];
    const gat = [
      [5.05, 52.05],
      [5.06, 52.05],
      [5.06, 52.06],
      [5.05, 52.05],
    ];
    beforeEach(async () => {
      const zaakgeometrie = { type: 'Point', coordinates: [5.1, 52.1] };
      await proef.roep(pad('zaken/zaken', 'een'), { method: 'PATCH', json: { zaakgeometrie } });
    });
    it.each([
      ['een vlak', { type: 'Polygon', coordinates: [ring, gat] }, 1],
      [
        'het gat van een vlak',
        {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [9, 0],
              [9, 60],
              [0, 60],
              [0, 0],
            ],
            ring,
          ],
        },
        0,
      ],
      ['een van twee vlakken', { type: 'MultiPolygon', coordinates: [[gat], [ring]] }, 1],
      ['precies het punt', { type: 'Point', coordinates: [5.1, 52.1] }, 1],
      ['een punt ernaast', { type: 'MultiPoint', coordinates: [[5.1, 52.2]] }, 0],
      [
        'een lijn',
        {
          type: 'LineString',
          coordinates: [
            [5, 52],
            [5.2, 52.2],
          ],
        },
        0,
      ],
    ])('%s: %o geeft %i', async (_naam, within, aantal) => {
      const { status, lichaam } = await zoek({ zaakgeometrie: { within } });
      expect([status, lichaam['count']]).toEqual([200, aantal]);
    });
    it.each([
      [{ within: { type: 'Polygon', coordinates: [ring.slice(1)] } }, 'zaakgeometrie.within', 'invalid'],
      [{ within: { type: 'Polygon', coordinates: [] } }, 'zaakgeometrie.within', 'invalid'],
      [{ within: { type: 'Vlek' } }, 'zaakgeometrie.within', 'invalid'],
      [{ within: 'hier' }, 'zaakgeometrie.within', 'invalid'],
      [{ within: 5 }, 'zaakgeometrie.within', 'invalid'],
      [{ within: null }, 'zaakgeometrie.within', 'null'],
      ['hier', 'zaakgeometrie.nonFieldErrors', 'invalid'],
      [null, 'zaakgeometrie', 'null'],
    ])('weigert %o', async (zaakgeometrie, naam, code) => {
      const antwoord = await zoek({ zaakgeometrie });
      expect([antwoord.status, params(antwoord.lichaam)]).toEqual([400, [[naam, code]]]);
    });
    it('valt om zonder within, zoals Open Zaak', async () => {
      expect((await zoek({ zaakgeometrie: {} })).status).toBe(500);
    });
  });
  it('weigert een zaaktype van een dienst die niemand noemde', async () => {
    const { lichaam } = await zoek({ zaaktype__in: ['https://vreemd.example/zaaktypen/1'] });
    expect(params(lichaam)).toEqual([['zaaktype__in.', 'unknown-service']]);
  });
  it('zoekt op uuid__in en zaaktype__in', async () => {
    const gevonden = await zoek({
      uuid__in: [id('een'), id('twee')],
      zaaktype__in: [url('catalogi/zaaktypen', 'zaaktype')],
    });
    expect(gevonden.lichaam['count']).toBe(2);
    expect((await zoek({ uuid__in: ['x'] })).status).toBe(400);
  });
});

describe('een zaak', () => {
  it('heeft altijd _expand, leeg zonder vraag', async () => {
    expect((await zaakVan('een'))['_expand']).toEqual({});
    const { lichaam } = await proef.roep(`${pad('zaken/zaken', 'een')}?expand=zaaktype`);
    expect(lichaam['_expand']).toMatchObject({ zaaktype: { omschrijving: 'Subsidie geluidsanering' } });
  });
  it('wordt gemaakt met nummer, streefdatum en termijn', async () => {
    const {
      status: code,
      kop,
      lichaam,
    } = await post('zaken', {
      bronorganisatie: RSIN,
      verantwoordelijkeOrganisatie: RSIN,
      zaaktype: url('catalogi/zaaktypen', 'zaaktype'),
      startdatum: '2026-01-31',
    });
    expect([code, kop.get('location')]).toEqual([201, lichaam['url']]);
    expect(lichaam).toMatchObject({
      identificatie: 'ZAAK-2026-0000000004',
      einddatumGepland: '2026-02-14',
      uiterlijkeEinddatumAfdoening: '2026-03-28',
      vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
      opschorting: { indicatie: false, eerdereOpschorting: false, reden: '' },
      verlenging: null,
    });
  });
  it('wordt geweigerd zonder verplichte velden en van een concept', async () => {
    const leeg = await post('zaken', {});
    expect(params(leeg.lichaam)).toEqual([
      ['bronorganisatie', 'required'],
      ['zaaktype', 'required'],
      ['verantwoordelijkeOrganisatie', 'required'],
      ['startdatum', 'required'],
    ]);
    const concept = await post('zaken', {
      bronorganisatie: RSIN,
      verantwoordelijkeOrganisatie: RSIN,
      zaaktype: url('catalogi/zaaktypen', 'concept'),
      startdatum: '2026-01-31',
    });
    expect(params(concept.lichaam)).toEqual([['zaaktype', 'not-published']]);
  });
  it('onthoudt een eerdere opschorting en verandert niet van zaaktype', async () => {
    const wijzig = (json: unknown) => proef.roep(pad('zaken/zaken', 'een'), { method: 'PATCH', json });
    await wijzig({ opschorting: { indicatie: true, reden: 'Wacht op gegevens' } });
    const { lichaam } = await wijzig({ opschorting: null });
    expect(lichaam['opschorting']).toEqual({ indicatie: false, eerdereOpschorting: true, reden: '' });
    const anders = await wijzig({ zaaktype: url('catalogi/zaaktypen', 'concept') });
    expect(params(anders.lichaam)).toEqual([['zaaktype', 'wijzigen-niet-toegelaten']]);
  });
});

describe('een zaak wijzigen', () => {
  const wijzig = (json: unknown) => proef.roep(pad('zaken/zaken', 'een'), { method: 'PATCH', json });
  const eigen = () => url('zaken/zaken', 'twee');
  it.each<[string, () => JsonObject, string, string]>([
    [
      'een overige relatie zonder naam',
      () => ({ relevanteAndereZaken: [{ url: eigen(), aardRelatie: 'overig' }] }),
      'relevanteAndereZaken.0.overigeRelatie',
      'overigerelatie-required',
    ],
    [
      'een relatie met een vreemd register',
      () => ({ relevanteAndereZaken: [{ url: 'https://vreemd.example/1', aardRelatie: 'vervolg' }] }),
      'relevanteAndereZaken.0.url',
      'unknown-service',
    ],
    [
      'een geometrie zonder getallen',
      () => ({ zaakgeometrie: { type: 'Point', coordinates: ['a'] } }),
      'zaakgeometrie',
      'invalid',
    ],
    ['een onbekende geometrie', () => ({ zaakgeometrie: { type: 'Vlek' } }), 'zaakgeometrie', 'invalid'],
  ])('weigert %s', async (_naam, lichaam, naam, code) => {
    const antwoord = await wijzig(lichaam());
    expect([antwoord.status, params(antwoord.lichaam)]).toEqual([400, [[naam, code]]]);
  });
  it('bewaart een relatie en een geometrie zoals zij kwamen', async () => {
    const relevanteAndereZaken = [
      { url: eigen(), aardRelatie: 'overig', overigeRelatie: 'zelfde adres', toelichting: '' },
    ];
    const zaakgeometrie = {
      type: 'Polygon',
      coordinates: [
        [
          [4, 52],
          [5, 52],
          [5, 53],
          [4, 52],
        ],
      ],
    };
    expect((await wijzig({ relevanteAndereZaken, zaakgeometrie })).lichaam).toMatchObject({
      relevanteAndereZaken,
      zaakgeometrie,
    });
  });
  it.each(['P0D', 'PT0S', 'P0Y0M0D'])('houdt een verlenging met %s voor geen verlenging', async (duur) => {
    expect((await wijzig({ verlenging: { reden: '', duur } })).lichaam['verlenging']).toBeNull();
  });
});

describe('een status', () => {
  it('weigert twee in hetzelfde ogenblik, ook in een andere zone geschreven', async () => {
    const { status: code, lichaam } = await status('een', 'In behandeling', '2026-01-01T10:00:00+01:00');
    expect([code, params(lichaam)]).toEqual([400, [['nonFieldErrors', 'unique']]]);
  });
  it('weigert een status in de toekomst', async () => {
    const { lichaam } = await status('een', 'In behandeling', '2999-01-01T10:00:00Z');
    expect(params(lichaam)).toEqual([['datumStatusGezet', 'date-in-future']]);
  });
  it('weigert een eindstatus zonder resultaat', async () => {
    const { lichaam } = await status('een', 'Afgehandeld', '2026-02-01T10:00:00Z');
    expect(params(lichaam)).toEqual([['nonFieldErrors', 'resultaat-does-not-exist']]);
  });
  it('sluit de zaak op de dag zoals de client hem schreef, en een latere heropent', async () => {
    const resultaat = {
      zaak: url('zaken/zaken', 'een'),
      resultaattype: url('catalogi/resultaattypen', 'Verleend'),
    };
    expect((await post('resultaten', resultaat)).status).toBe(201);
    expect(params((await post('resultaten', resultaat)).lichaam)).toEqual([['zaak', 'unique']]);
    expect((await status('een', 'Afgehandeld', '2026-02-02T00:30:00+02:00')).status).toBe(201);
    expect(await zaakVan('een')).toMatchObject({
      einddatum: '2026-02-02',
      archiefactiedatum: '2031-02-01',
      archiefnominatie: 'vernietigen',
    });
    expect((await status('een', 'In behandeling', '2026-02-03T10:00:00Z')).status).toBe(201);
    expect(await zaakVan('een')).toMatchObject({
      einddatum: null,
      archiefactiedatum: null,
      archiefnominatie: null,
    });
  });
  it('houdt de status met de laatste datum, niet de laatst geposte', async () => {
    await status('een', 'In behandeling', '2025-12-31T10:00:00Z');
    const { lichaam } = await proef.roep(`${API}/statussen?zaak=${url('zaken/zaken', 'een')}`);
    expect(resultaten(lichaam).map((rij) => rij['indicatieLaatstGezetteStatus'])).toEqual([true, false]);
    expect((await zaakVan('een'))['status']).toBe(url('zaken/statussen', 'status-een'));
  });
  it('kent geen PATCH', async () => {
    const { status: code } = await proef.roep(pad('zaken/statussen', 'status-een'), {
      method: 'PATCH',
      json: {},
    });
    expect(code).toBe(405);
  });
});

describe('een substatus', () => {
  const substatus = (zaak: string, meer: JsonObject = {}) =>
    post('substatussen', { zaak: url('zaken/zaken', zaak), omschrijving: 'Metingen zijn gedaan', ...meer });
  it.each([
    ['twee', {}, 'status', 'invalid'],
    ['een', { omschrijving: 'x'.repeat(201) }, 'omschrijving', 'max_length'],
    ['een', { omschrijving: '' }, 'omschrijving', 'blank'],
    ['een', { doelgroep: 'pers' }, 'doelgroep', 'invalid_choice'],
    ['een', { tijdstip: '2999-01-01T00:00:00Z' }, 'tijdstip', 'date-in-future'],
  ])('weigert op zaak %s met %o', async (zaak, meer, naam, code) => {
    const { status: antwoord, lichaam } = await substatus(zaak, meer);
    expect([antwoord, params(lichaam)]).toEqual([400, [[naam, code]]]);
  });
  it('is zonder doelgroep voor betrokkenen en hangt aan de laatste status', async () => {
    const { status: code, lichaam } = await substatus('een');
    expect(code).toBe(201);
    expect(lichaam).toMatchObject({ doelgroep: 'betrokkenen', status: url('zaken/statussen', 'status-een') });
  });
  it('kent geen pageSize', async () => {
    expect((await proef.roep(`${API}/substatussen?pageSize=10`)).status).toBe(400);
  });
  it('mag 200 tekens zijn', async () => {
    expect((await substatus('een', { omschrijving: 'x'.repeat(200) })).status).toBe(201);
  });
});

describe('rollen, documenten en sporen', () => {
  it('weigert een tweede initiator en een verkeerd BSN', async () => {
    const rol = (roltype: string, inpBsn: string) =>
      post('rollen', {
        zaak: url('zaken/zaken', 'een'),
        betrokkeneType: 'natuurlijk_persoon',
        roltype: url('catalogi/roltypen', roltype),
        roltoelichting: 'x',
        betrokkeneIdentificatie: { inpBsn },
      });
    expect(params((await rol('Aanvrager', BSN)).lichaam)).toEqual([['roltype', 'max-occurences']]);
    expect(params((await rol('Belanghebbende', '123456789')).lichaam)).toEqual([
      ['betrokkeneIdentificatie.inpBsn', 'invalid'],
    ]);
    expect((await rol('Belanghebbende', BSN)).status).toBe(201);
  });
  it('weigert een document van een dienst die niemand noemde', async () => {
    const { status: code, lichaam } = await post('zaakinformatieobjecten', {
      zaak: url('zaken/zaken', 'een'),
      informatieobject: 'https://vreemd.example/documenten/1',
    });
    expect([code, params(lichaam)]).toEqual([400, [['informatieobject', 'unknown-service']]]);
  });
  it('geeft zaakinformatieobjecten als kale lijst', async () => {
    const { lichaam } = await proef.roep(`${API}/zaakinformatieobjecten?zaak=${url('zaken/zaken', 'een')}`);
    expect(lichaam).toMatchObject([
      { titel: 'Ontvangstbevestiging', aardRelatieWeergave: 'Hoort bij, omgekeerd: kent' },
    ]);
  });
  it('houdt een spoor van wie wat schreef', async () => {
    await status('een', 'In behandeling', '2026-02-01T10:00:00Z');
    const { lichaam } = await proef.roep(`${pad('zaken/zaken', 'een')}/audittrail`, {
      kop: { 'accept-crs': undefined },
    });
    expect(lichaam).toMatchObject([
      { actie: 'create', resource: 'status', resultaat: 201, wijzigingen: { oud: null } },
    ]);
  });
});

describe('handelingen in een keer', () => {
  const stap = (statustype: string, datumStatusGezet: string) => ({
    statustype: url('catalogi/statustypen', statustype),
    datumStatusGezet,
  });
  it('schort op met een status, maar sluit niet', async () => {
    const roep = (statustype: string) =>
      post(`zaak_opschorten/${id('een')}`, {
        zaak: { opschorting: { indicatie: true, reden: 'Wacht' } },
        status: stap(statustype, '2026-02-01T10:00:00Z'),
      });
    expect((await roep('Afgehandeld')).status).toBe(400);
    expect((await zaakVan('een'))['opschorting']).toMatchObject({ indicatie: false });
    expect((await roep('In behandeling')).lichaam).toMatchObject({
      zaak: { opschorting: { indicatie: true } },
    });
  });
  it('sluit af met resultaat en eindstatus, of doet niets', async () => {
    const roep = (statustype: string) =>
      post(`zaak_afsluiten/${id('een')}`, {
        zaak: {},
        resultaat: { resultaattype: url('catalogi/resultaattypen', 'Verleend') },
        status: stap(statustype, '2026-02-01T10:00:00Z'),
      });
    expect((await roep('In behandeling')).status).toBe(400);
    expect((await zaakVan('een'))['resultaat']).toBeNull();
    expect((await roep('Afgehandeld')).status).toBe(200);
    expect(await zaakVan('een')).toMatchObject({
      einddatum: '2026-02-01',
      resultaat: expect.any(String) as string,
    });
  });
});
