import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '../../server/sandbox/typen.ts';
import { RSIN, id, pad, startProef } from './kleine-gemeente.ts';
import type { Proef } from './kleine-gemeente.ts';

const API = '/notificaties/api/v1';

interface Ontvanger {
  url: string;
  ontvangen: JsonObject[];
  /** Status for a call with, and without credentials. */
  antwoord: { met: number; zonder: number };
  sluit: () => Promise<void>;
}

async function startOntvanger(): Promise<Ontvanger> {
  const ontvangen: JsonObject[] = [];
  const antwoord = { met: 204, zonder: 403 };
  const server = createServer((req, res) => {
    let tekst = '';
    req.on('data', (deel: Buffer) => (tekst += deel.toString()));
    req.on('end', () => {
      const mag = req.headers.authorization === 'Bearer geheim';
      const bericht = JSON.parse(tekst) as JsonObject;
      if (mag && bericht['kanaal'] !== 'test') ontvangen.push(bericht);
      res.writeHead(mag ? antwoord.met : antwoord.zonder).end();
    });
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const sluit = () => new Promise<void>((klaar) => server.close(() => klaar()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, ontvangen, antwoord, sluit };
}

let proef: Proef;
let ontvanger: Ontvanger;
beforeEach(async () => {
  [proef, ontvanger] = await Promise.all([
    startProef({ nrcHerhaalSeconden: [0.05, 0.05, 0.05] }),
    startOntvanger(),
  ]);
});
afterEach(async () => {
  await Promise.all([proef.sluit(), ontvanger.sluit()]);
});

const abonneer = (meer: JsonObject = {}) =>
  proef.roep(`${API}/abonnement`, {
    method: 'POST',
    json: { callbackUrl: ontvanger.url, auth: 'Bearer geheim', kanalen: [{ naam: 'zaken' }], ...meer },
  });
const params = (lichaam: JsonObject): unknown[] =>
  (lichaam['invalidParams'] as JsonObject[]).map(({ name, code }) => [name, code]);
const zetStatus = () =>
  proef.roep('/zaken/api/v1/statussen', {
    method: 'POST',
    json: {
      zaak: proef.basis + pad('zaken/zaken', 'een'),
      statustype: proef.basis + pad('catalogi/statustypen', 'In behandeling'),
      datumStatusGezet: '2026-02-01T10:00:00Z',
    },
  });

describe('een abonnement', () => {
  it('wordt genomen en toont zijn auth niet', async () => {
    const { status, kop, lichaam } = await abonneer();
    expect(status).toBe(201);
    expect(kop.get('location')).toBe(lichaam['url']);
    expect(lichaam).toEqual({
      url: lichaam['url'],
      callbackUrl: ontvanger.url,
      kanalen: [{ naam: 'zaken', filters: {} }],
      sendCloudevents: false,
      cloudeventFilters: [],
    });
    expect((await proef.roep(`${API}/abonnement`)).lichaam).toEqual([lichaam]);
    expect((await proef.roep(lichaam['url'] as string, { method: 'DELETE' })).status).toBe(204);
    expect((await proef.roep(`${API}/abonnement`)).lichaam).toEqual([]);
  });
  it('wordt geweigerd waar de callback zonder auth antwoordt', async () => {
    ontvanger.antwoord.zonder = 204;
    expect(params((await abonneer()).lichaam)).toEqual([['callbackUrl', 'no-auth-on-callback-url']]);
  });
  it('wordt geweigerd waar de callback met auth weigert', async () => {
    ontvanger.antwoord.met = 400;
    expect(params((await abonneer()).lichaam)).toEqual([['nonFieldErrors', 'invalid-callback-url']]);
  });
  it('wordt geweigerd op een onbekend kanaal of filter', async () => {
    expect(params((await abonneer({ kanalen: [{ naam: 'x' }] })).lichaam)).toEqual([['naam', 'kanaal_naam']]);
    const filter = [{ naam: 'zaken', filters: { kleur: 'rood' } }];
    expect(params((await abonneer({ kanalen: filter })).lichaam)).toEqual([
      ['filters', 'inconsistent-abonnement-filters'],
    ]);
  });
  it('faalt met 500 waar niemand luistert', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { status } = await abonneer({ callbackUrl: 'http://127.0.0.1:1/' });
    vi.restoreAllMocks();
    expect(status).toBe(500);
  });
});

describe('een schrijven', () => {
  it('meldt zich met de kenmerken van zijn kanaal', async () => {
    await abonneer();
    const { lichaam: status } = await zetStatus();
    await vi.waitFor(() => expect(ontvanger.ontvangen).toHaveLength(1));
    const zaaktype = proef.basis + pad('catalogi/zaaktypen', 'zaaktype');
    expect(ontvanger.ontvangen[0]).toEqual({
      kanaal: 'zaken',
      hoofdObject: proef.basis + pad('zaken/zaken', 'een'),
      resource: 'status',
      resourceUrl: status['url'],
      actie: 'create',
      aanmaakdatum: expect.any(String) as string,
      kenmerken: {
        bronorganisatie: RSIN,
        zaaktype,
        'zaaktype.catalogus': proef.basis + pad('catalogi/catalogussen', 'catalogus'),
        vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
      },
    });
  });
  it('van Open Klant meldt zich alleen als alle kenmerken tekst zijn: dus met een nummer', async () => {
    const klanten = (resource: string, json: JsonObject) =>
      proef.roep(`/klantinteracties/api/v1/${resource}`, {
        method: 'POST',
        json,
        kop: { authorization: 'Token sandbox-token' },
      });
    const partij = (meer: JsonObject) => ({
      soortPartij: 'persoon',
      indicatieActief: true,
      digitaleAdressen: [],
      voorkeursDigitaalAdres: null,
      rekeningnummers: [],
      voorkeursRekeningnummer: null,
      partijIdentificatie: { contactnaam: null },
      ...meer,
    });
    await abonneer({ kanalen: [{ naam: 'partijen' }, { naam: 'klantcontacten' }] });
    const contact = await klanten('klantcontacten', {
      kanaal: 'telefoon',
      onderwerp: 'Vraag',
      indicatieContactGelukt: true,
      taal: 'nld',
      vertrouwelijk: false,
    });
    expect([contact.status, (await klanten('partijen', partij({}))).status]).toEqual([201, 201]);
    const { lichaam } = await klanten('partijen', partij({ nummer: '1234567890' }));
    await vi.waitFor(() => expect(ontvanger.ontvangen).toHaveLength(1));
    expect(ontvanger.ontvangen[0]).toMatchObject({ kanaal: 'partijen', hoofdObject: lichaam['url'] });
  });
  it('gaat niet naar wie op een ander kenmerk filtert', async () => {
    await abonneer({ kanalen: [{ naam: 'zaken', filters: { bronorganisatie: '000000000' } }] });
    await abonneer({ kanalen: [{ naam: 'zaken', filters: { bronorganisatie: RSIN } }] });
    await zetStatus();
    await vi.waitFor(() => expect(ontvanger.ontvangen).toHaveLength(1));
  });
  it('wordt herhaald als de ontvanger faalt', async () => {
    await abonneer();
    ontvanger.antwoord.met = 500;
    await zetStatus();
    await vi.waitFor(() => expect(ontvanger.ontvangen).toHaveLength(1));
    ontvanger.antwoord.met = 204;
    await vi.waitFor(() => expect(ontvanger.ontvangen.length).toBeGreaterThan(1));
    expect(ontvanger.ontvangen[1]).toEqual(ontvanger.ontvangen[0]);
  });
});

describe('notificaties en kanalen', () => {
  const bericht = {
    kanaal: 'zaken',
    hoofdObject: 'http://elders.nl/zaken/1',
    resource: 'zaak',
    resourceUrl: 'http://elders.nl/zaken/1',
    actie: 'create',
    aanmaakdatum: '2026-01-01T00:00:00Z',
    kenmerken: {},
  };
  it('geeft een notificatie van elders door', async () => {
    await abonneer();
    const { status } = await proef.roep(`${API}/notificaties`, { method: 'POST', json: bericht });
    expect(status).toBe(201);
    await vi.waitFor(() => expect(ontvanger.ontvangen).toEqual([bericht]));
  });
  it('weigert een onbekend kanaal met een kale lijst', async () => {
    const json = { ...bericht, kanaal: 'x' };
    const { status, lichaam } = await proef.roep(`${API}/notificaties`, { method: 'POST', json });
    expect([status, lichaam]).toEqual([400, { kanaal: ['Kanaal met deze naam bestaat niet.'] }]);
  });
  it('kent de kanalen van alle registers', async () => {
    const { lichaam } = await proef.roep(`${API}/kanaal`);
    const namen = (lichaam as unknown as JsonObject[]).map((kanaal) => kanaal['naam']);
    expect(namen).toEqual(
      expect.arrayContaining(['zaken', 'documenten', 'besluiten', 'partijen', 'internetaken']),
    );
    expect((await proef.roep(`${API}/kanaal?naam=zaken`)).lichaam).toHaveLength(1);
  });
});

it('geeft documenten en besluiten op hun eigen kanaal door', async () => {
  await abonneer({ kanalen: [{ naam: 'documenten' }, { naam: 'besluiten' }] });
  const document = await proef.roep('/documenten/api/v1/enkelvoudiginformatieobjecten', {
    method: 'POST',
    json: {
      bronorganisatie: RSIN,
      creatiedatum: '2026-01-01',
      titel: 'Nieuw',
      auteur: 'Wonen',
      taal: 'nld',
      inhoud: Buffer.from('hallo').toString('base64'),
      informatieobjecttype: proef.basis + pad('catalogi/informatieobjecttypen', 'Brief'),
    },
  });
  expect(document.lichaam).toMatchObject({ bestandsomvang: 5, versie: 1, locked: false, lock: '' });
  const besluit = await proef.roep('/besluiten/api/v1/besluiten', {
    method: 'POST',
    json: {
      verantwoordelijkeOrganisatie: RSIN,
      besluittype: proef.basis + pad('catalogi/besluittypen', 'Besluit'),
      zaak: proef.basis + pad('zaken/zaken', 'een'),
      datum: '2026-01-05',
      ingangsdatum: '2026-01-06',
    },
  });
  expect(besluit.status).toBe(201);
  await vi.waitFor(() => expect(ontvanger.ontvangen).toHaveLength(2));
  const soorten = ontvanger.ontvangen.map((bericht) => [bericht['kanaal'], bericht['resource']]);
  expect(soorten).toEqual(
    expect.arrayContaining([
      ['documenten', 'enkelvoudiginformatieobject'],
      ['besluiten', 'besluit'],
    ]),
  );
  const lijst = await proef.roep(`/zaken/api/v1/zaken/${id('een')}/besluiten`);
  expect(lijst.lichaam).toMatchObject([{ besluit: besluit.lichaam['url'] }]);
});
