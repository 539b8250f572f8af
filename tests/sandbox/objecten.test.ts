import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standaardRegisters } from '../../server/connectors/registers-standaard.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { maakGemeente } from '../../server/sandbox/gemeente/index.ts';
import { aanroep, BSN } from '../connectors/nepregister.ts';
import { startProef, type Proef } from './kleine-gemeente.ts';

const OBJECTEN = '/objecten/api/v2/objects';
const PEILDATUM = new Date('2026-11-24T09:30:00Z');
const kop = { authorization: 'Token sandbox-token' };

let proef: Proef;
let registers: ReturnType<typeof maakRegisters>;
beforeAll(async () => {
  proef = await startProef({ gemeente: maakGemeente, burgers: 20, bedrijven: 4, klok: () => PEILDATUM });
  registers = maakRegisters(
    standaardRegisters(proef.basis, 'http://127.0.0.1:1/api/notificaties', 'Bearer x'),
  );
});
afterAll(async () => {
  await registers.sluit();
  await proef.sluit();
});

const haal = async (vraag: string) => proef.roep(`${OBJECTEN}${vraag}`, { kop });
const codes = (lichaam: Record<string, unknown>) =>
  JSON.stringify(lichaam['invalidParams'] ?? lichaam['code']);

describe('de console op de meegeleverde registers', () => {
  it('ziet wie er bij Wonen nu bereikbaar is en wie er vervangt', async () => {
    const { rijen, onleesbaar } = await registers.medewerkers!.bereikbaar(PEILDATUM, aanroep());
    expect(onleesbaar).toBe(0);
    const wonen = rijen.find((r) => r.afdeling.naam === 'Wonen');
    expect(wonen).toMatchObject({ open: true, openTot: '17:00' });
    expect(wonen!.collegas.map((c) => [c.collega.naam, c.bereikbaar, c.vervanger?.naam ?? null])).toEqual([
      ['R. de Boer', false, 'J. Hofstra'],
      ['J. Hofstra', true, null],
    ]);
    expect(rijen.find((r) => r.afdeling.naam === 'Jeugd')).toMatchObject({ open: null });
    expect(
      (await registers.medewerkers!.groepen(aanroep())).rijen.map((g) => [g.naam, g.afdeling]),
    ).toContainEqual(['Subsidies', 'wonen']);
  });

  it('ziet wat mevrouw Verhulst moet doen, en voor welke zaak', async () => {
    const { rijen, onleesbaar } = await registers.klanttaken!.openTaken(
      { soort: 'persoon', nummer: BSN },
      aanroep(),
    );
    expect(onleesbaar).toBe(0);
    expect(rijen.map((t) => [t.titel, t.verloopdatum])).toEqual([
      ['Stuur een pasfoto op', '2026-12-06'],
      ['Stuur een kopie van uw kentekenbewijs', '2026-12-03'],
    ]);
    const zaak = proef.sandbox.opslag.tabel('zaken/zaken').get(rijen[0]!.zaak!);
    expect(zaak?.['omschrijving']).toBe('Gehandicaptenparkeerkaart passagier');
    expect(
      await registers.klanttaken!.openTaken({ soort: 'persoon', nummer: '123456782' }, aanroep()),
    ).toEqual({
      rijen: [],
      onleesbaar: 0,
    });
  });
});

describe('de Objecten API', () => {
  it('wil een token, en Content-Crs op een zoekvraag', async () => {
    expect((await proef.roep(OBJECTEN, { kop: { authorization: undefined } })).status).toBe(401);
    expect((await proef.roep(OBJECTEN, { kop: { authorization: 'Token anders' } })).status).toBe(401);
    const zoek = { method: 'POST', json: {} };
    const zonder = await proef.roep(`${OBJECTEN}/search`, {
      ...zoek,
      kop: { ...kop, 'content-crs': undefined },
    });
    expect([zonder.status, zonder.lichaam['code']]).toEqual([412, 'precondition_failed']);
    const ander = await proef.roep(`${OBJECTEN}/search`, {
      ...zoek,
      kop: { ...kop, 'content-crs': 'EPSG:28992' },
    });
    expect(ander.status).toBe(406);
    expect((await proef.roep(`${OBJECTEN}/search`, { ...zoek, kop })).status).toBe(200);
  });

  it.each([
    ['naam__exact__Wonen', 1],
    ['naam__icontains__ONEN', 1],
    ['naam__in__Wonen|Jeugd', 2],
    ['identificatie__type__exact__bsn', 2],
    ['verloopdatum__lt__2026-12-04', 1],
    ['verloopdatum__lte__2026-12-06', 2],
    ['verloopdatum__gt__2026-12-04', 1],
    ['verloopdatum__gte__2026-12-07', 0],
  ])('vindt met %s %i objecten, in een lijst en in een zoekvraag', async (uitdrukking, aantal) => {
    expect((await haal(`?data_attr=${encodeURIComponent(uitdrukking)}`)).lichaam['count']).toBe(aantal);
    for (const veld of ['data_attr', 'data_attrs']) {
      const json = { [veld]: uitdrukking };
      const { lichaam } = await proef.roep(`${OBJECTEN}/search`, { method: 'POST', json, kop });
      expect(lichaam['count']).toBe(aantal);
    }
  });

  it('telt elke herhaalde data_attr mee en bladert met next', async () => {
    const twee = '?data_attr=status__exact__open&data_attr=titel__icontains__pasfoto';
    expect((await haal(twee)).lichaam['count']).toBe(1);
    const eerste = await haal('?pageSize=3&ordering=record__data__naam');
    const volgende = await proef.roep(eerste.lichaam['next'] as string, { kop });
    expect([eerste.lichaam['results'], volgende.lichaam['results']]).toMatchObject([
      { length: 3 },
      { length: 3 },
    ]);
  });

  it('geeft een object op zijn eigen adres', async () => {
    const { lichaam } = await haal('?data_icontains=pasfoto');
    const [object] = lichaam['results'] as { url: string; type: string }[];
    expect((await proef.roep(object!.url, { kop })).lichaam).toEqual(object);
    expect(object!.type).toContain(`${proef.basis}/objecten/api/v2/objecttypes/`);
    expect((await haal('/0b1ec700-0000-4000-8000-000000000009')).status).toBe(404);
  });

  it.each([
    ['?data_attr=naam', 'invalid-data-attrs-query'],
    ['?data_attr=naam__lijkt__Wonen', 'invalid-data-attrs-query'],
    ['?type=http://elders.nl/type', 'invalid'],
    ['?zoek=x', 'unknown-parameters'],
  ])('weigert %s', async (vraag, code) => {
    const { status, lichaam } = await haal(vraag);
    expect(status).toBe(400);
    expect(codes(lichaam)).toContain(code);
  });

  it('schrijft niet', async () => {
    expect((await proef.roep(OBJECTEN, { method: 'POST', json: {}, kop })).status).toBe(405);
  });
});
