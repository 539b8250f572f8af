import type { ServerResponse } from 'node:http';
import { decodeJwt } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { leesRegisters } from '../../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../../server/connectors/registers.ts';
import { aanroep, allesVan, BSN, json, maakNep, pagina, uuid, type Oproep } from '../nepregister.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

const TYPE = (naam: string) => `https://objecttypen.nl/api/v2/objecttypes/${naam}`;

async function opzet(
  antwoord: (o: Oproep, res: ServerResponse) => void,
  termijnMs?: number,
  sleutel: object = { token: 'objecten-token' },
) {
  const nep = await maakNep(antwoord);
  const api = { objecten: `${nep.url}/api/v2`, ...sleutel };
  const config = {
    zaakregisters: [{ id: 'z', zaken: nep.url, catalogi: nep.url, clientId: 'c', secret: 's' }],
    medewerkers: {
      ...api,
      typen: { afdeling: TYPE('afdeling'), groep: TYPE('groep'), medewerker: TYPE('medewerker') },
    },
    klanttaken: { ...api, type: TYPE('klanttaak') },
  };
  const registers = maakRegisters(leesRegisters(JSON.stringify(config), {}), { herhaalNaMs: 1, termijnMs });
  opruimen.push(
    () => registers.sluit(),
    () => nep.sluit(),
  );
  const { medewerkers, klanttaken } = registers;
  if (medewerkers === null || klanttaken === null) throw new Error('niet geconfigureerd');
  return { nep, medewerkers, klanttaken };
}

const object = (n: number, data: unknown) => ({
  url: `http://x/api/v2/objects/${uuid(n)}`,
  uuid: uuid(n),
  type: TYPE('x'),
  record: { index: 1, typeVersion: 1, data, geometry: null, startAt: '2026-01-01', endAt: null },
});

describe('medewerkers uit een Objecten API', () => {
  it('worden gelezen zoals KISS ze kent, met token en CRS, over alle bladzijden', async () => {
    const { nep, medewerkers } = await opzet((o, res) => {
      if (o.query.get('page') === '2')
        json(res, pagina([object(2, { identificatie: 'b', volledigeNaam: 'B van Bee' })]));
      else
        json(
          res,
          pagina(
            [
              object(1, {
                identificatie: 'a',
                voornaam: 'Anna',
                voorvoegselAchternaam: 'van der',
                achternaam: 'Meer',
                functie: 'Adviseur',
                afdelingen: [{ afdelingId: '1', afdelingnaam: 'Wonen' }],
                groepen: [{ groepId: '2', groepsnaam: 'Subsidies' }],
                telefoonnummers: [{ telefoonnummer: '' }, { telefoonnummer: '020-1' }],
                emails: [{ naam: 'werk', email: 'a@x.nl' }],
                beschikbaarheid: { maandag: { ochtend: true, middag: false }, dinsdag: { middag: true } },
                vervanging: { name: 'B van Bee' },
                skills: 'van alles',
              }),
            ],
            `${nep.url}/api/v2/objects?page=2&pageSize=100&type=${encodeURIComponent(TYPE('medewerker'))}`,
          ),
        );
    });
    const { rijen, onleesbaar } = await medewerkers.medewerkers({}, aanroep());
    expect(onleesbaar).toBe(0);
    expect(rijen[0]).toEqual({
      id: 'a',
      naam: 'Anna van der Meer',
      functie: 'Adviseur',
      afdelingen: ['Wonen'],
      groepen: ['Subsidies'],
      telefoon: '020-1',
      email: 'a@x.nl',
      werktijden: [
        { dag: 1, van: '08:00', tot: '13:00' },
        { dag: 2, van: '13:00', tot: '18:00' },
      ],
      afwezig: null,
      vervanger: 'B van Bee',
    });
    expect(rijen[1]).toMatchObject({ id: 'b', naam: 'B van Bee', afdelingen: [], werktijden: null });
    expect(nep.oproepen[0]!.query.get('type')).toBe(TYPE('medewerker'));
    expect(nep.oproepen[0]!.koppen).toMatchObject({
      authorization: 'Token objecten-token',
      'accept-crs': 'EPSG:4326',
      'content-crs': 'EPSG:4326',
    });
  });

  it('komen van e-Suite met de JWT van de medewerker', async () => {
    const jwt = { clientId: 'console', secret: 'geheim' };
    const { nep, medewerkers } = await opzet((_o, res) => json(res, pagina([])), undefined, jwt);
    await medewerkers.groepen(aanroep());
    const [soort, token = ''] = nep.oproepen[0]!.koppen.authorization!.split(' ');
    expect(soort).toBe('Bearer');
    expect(decodeJwt(token)).toMatchObject({ client_id: 'console', user_id: 'kcc' });
  });

  it('laten een kapotte rij weg en tellen haar', async () => {
    const { medewerkers } = await opzet((o, res) =>
      json(
        res,
        pagina(
          o.query.get('type') === TYPE('afdeling')
            ? [
                object(1, { identificatie: 'w', naam: 'Wonen', openingstijden: 'ma-vr 09:00-17:00' }),
                object(2, { identificatie: 'x' }),
                object(3, { identificatie: 'i', naam: 'Inkomen', openingstijden: 'op afspraak' }),
                'kapot',
              ]
            : [object(4, { identificatie: 'm', achternaam: 'Bos', afdelingen: 'Wonen' })],
        ),
      ),
    );
    const afdelingen = await medewerkers.afdelingen(aanroep());
    expect(afdelingen.onleesbaar).toBe(2);
    expect(afdelingen.rijen.map((a) => [a.id, a.openingstijden?.length ?? null])).toEqual([
      ['w', 5],
      ['i', null],
    ]);
    expect(await medewerkers.bereikbaar(new Date('2026-11-24T09:30:00Z'), aanroep())).toMatchObject({
      rijen: [
        { afdeling: { id: 'w' }, open: true, collegas: [] },
        { afdeling: { id: 'i' }, open: null },
      ],
      onleesbaar: 2,
    });
  });

  it.each<[string, (res: ServerResponse) => void, string]>([
    ['500', (res) => void res.writeHead(500).end(), 'onbereikbaar'],
    ['stilte', () => undefined, 'te_traag'],
    ['HTML', (res) => void res.writeHead(200, { 'content-type': 'text/html' }).end('<p>'), 'onleesbaar'],
    ['geen lijst', (res) => json(res, { results: 'veel' }), 'onleesbaar'],
    ['401', (res) => json(res, {}, 401), 'verboden'],
  ])('geven bij %s één getypeerde fout', async (_naam, doe, soort) => {
    const { medewerkers } = await opzet((_o, res) => doe(res), soort === 'te_traag' ? 60 : undefined);
    await expect(medewerkers.groepen(aanroep())).rejects.toMatchObject({ bron: 'medewerkers', soort });
  });
});

const taak = (n: number, meer: object = {}) =>
  object(n, {
    titel: 'Stuur een pasfoto',
    status: 'open',
    soort: 'url',
    url: { uri: 'https://mijn.nl/taak' },
    identificatie: { type: 'bsn', value: BSN },
    koppeling: { registratie: 'zaak', uuid: uuid(90) },
    verloopdatum: '2026-12-03T23:30:00+00:00',
    eigenaar: 'GZAC',
    verwerker_taak_id: 'x',
    ...meer,
  });
const PERSOON = { soort: 'persoon', nummer: BSN } as const;

describe('klanttaken', () => {
  it('worden gezocht met het nummer in de body, nooit in een URL', async () => {
    const { nep, klanttaken } = await opzet((_o, res) => json(res, pagina([taak(1)])));
    expect(await klanttaken.openTaken(PERSOON, aanroep())).toEqual({
      rijen: [
        {
          uuid: uuid(1),
          zaak: uuid(90),
          titel: 'Stuur een pasfoto',
          verloopdatum: '2026-12-04',
          status: 'open',
        },
      ],
      onleesbaar: 0,
    });
    const [oproep] = nep.oproepen;
    expect([oproep!.methode, oproep!.pad]).toEqual(['POST', '/api/v2/objects/search']);
    expect(oproep!.lichaam).toEqual({
      type: TYPE('klanttaak'),
      data_attrs: `identificatie__value__exact__${BSN},status__exact__open`,
    });
    expect(nep.oproepen.map((o) => o.url).join()).not.toContain(BSN);
  });

  it('volgen next met dezelfde vraag', async () => {
    const { nep, klanttaken } = await opzet((o, res) =>
      json(
        res,
        o.query.get('page') === '2'
          ? pagina([taak(2)])
          : pagina([taak(1)], `${nep.url}/api/v2/objects/search?page=2&pageSize=100`),
      ),
    );
    expect((await klanttaken.openTaken(PERSOON, aanroep())).rijen).toHaveLength(2);
    expect(nep.oproepen[1]).toMatchObject({ methode: 'POST', lichaam: nep.oproepen[0]!.lichaam });
  });

  it.each<[string, object, object]>([
    [
      'de oude vorm',
      { titel: undefined, title: 'Oud', koppeling: undefined, zaak: `https://oz/zaken/${uuid(91)}` },
      { titel: 'Oud', zaak: uuid(91) },
    ],
    ['Open Formulieren', { koppeling: { registratie: 'zaak', value: uuid(92) } }, { zaak: uuid(92) }],
    ['een product', { koppeling: { registratie: 'product', uuid: uuid(93) } }, { zaak: null }],
    ['geen zone', { verloopdatum: '2024-12-23T23:00:00' }, { verloopdatum: '2024-12-23' }],
    ['geen verloopdatum', { verloopdatum: null }, { verloopdatum: null }],
    ['een dag', { verloopdatum: '2026-12-04' }, { verloopdatum: '2026-12-04' }],
  ])('worden gelezen uit %s', async (_naam, meer, verwacht) => {
    const { klanttaken } = await opzet((_o, res) => json(res, pagina([taak(1, meer)])));
    expect((await klanttaken.openTaken(PERSOON, aanroep())).rijen).toEqual([
      expect.objectContaining(verwacht),
    ]);
  });

  it('van een ander, van een ander soort of al gedaan worden niet getoond, wat het register ook geeft', async () => {
    const { klanttaken } = await opzet((_o, res) =>
      json(
        res,
        pagina([
          taak(1, { identificatie: { type: 'bsn', value: '123456782' } }),
          taak(2, { identificatie: { type: 'kvk', value: BSN } }),
          taak(3, { status: 'afgerond' }),
        ]),
      ),
    );
    expect(await klanttaken.openTaken(PERSOON, aanroep())).toEqual({ rijen: [], onleesbaar: 0 });
  });

  it('die misleiden zouden, tellen als onleesbaar', async () => {
    const { klanttaken } = await opzet((_o, res) =>
      json(
        res,
        pagina([
          taak(1, { verloopdatum: 'gauw' }),
          taak(2, { titel: '' }),
          taak(3, { status: 'bezig' }),
          taak(4),
        ]),
      ),
    );
    const taken = await klanttaken.openTaken(PERSOON, aanroep());
    expect([taken.rijen.map((t) => t.uuid), taken.onleesbaar]).toEqual([[uuid(4)], 3]);
  });

  it('noemen in geen enkele fout het nummer van de klant', async () => {
    const { klanttaken } = await opzet((_o, res) =>
      json(
        res,
        { code: 'invalid', invalidParams: [{ name: 'data_attrs', code: 'x', reason: `fout ${BSN}` }] },
        400,
      ),
    );
    const fout = await klanttaken.openTaken(PERSOON, aanroep()).catch((f: unknown) => f);
    expect(fout).toMatchObject({ soort: 'geweigerd' });
    expect(allesVan(fout)).not.toContain(BSN);
  });
});
