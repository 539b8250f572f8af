import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../server/sandbox/typen.ts';
import { id } from './kleine-gemeente.ts';
import { BETROKKENE, bsn, BSN, CONTACT, klantProef, metIdentificator, TAAK } from './klant-gemeente.ts';

const { meld, roep, haal, lijst, uuids, schrijf, aantal } = klantProef();

describe('maak-klantcontact', () => {
  const maak = (json: JsonObject) => roep('/maak-klantcontact', { method: 'POST', json });
  const onderwerpobject = {
    onderwerpobjectidentificator: { objectId: id('zaak'), codeObjecttype: 'zaak' },
  };
  it('maakt de drie, gekoppeld, en meldt het klantcontact', async () => {
    const { status, kop, lichaam } = await maak({
      klantcontact: { ...CONTACT, referentienummer: '77' },
      betrokkene: { ...BETROKKENE, wasPartij: { uuid: id('jan') }, hadKlantcontact: 'onzin' },
      onderwerpobject,
    });
    expect([status, kop.get('location')]).toEqual([201, null]);
    const [contact] = await lijst('/klantcontacten?referentienummer=77');
    const { _expand, ...kaal } = contact ?? {};
    expect(lichaam['klantcontact']).toEqual(kaal);
    expect(lichaam).toMatchObject({
      betrokkene: { wasPartij: { uuid: id('jan') }, hadKlantcontact: { uuid: kaal['uuid'] } },
      onderwerpobject: { klantcontact: { uuid: kaal['uuid'] }, wasKlantcontact: null },
    });
    expect(meld).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        kanaal: 'klantcontacten',
        resource: 'klantcontact',
        actie: 'create',
        hoofdObject: kaal['url'],
        resourceUrl: kaal['url'],
        kenmerken: { hoofdOnderwerpType: '', indicatieContactGelukt: null, verdereActieOndernomen: false },
      }),
    );
  });
  it('geeft null voor wat niet gevraagd is', async () => {
    const { lichaam } = await maak({ klantcontact: CONTACT });
    expect(lichaam).toMatchObject({ betrokkene: null, onderwerpobject: null });
  });
  it.each([
    [
      'een te lang objectId',
      { objectId: 'x'.repeat(201) },
      'onderwerpobject.onderwerpobjectidentificator.objectId',
    ],
    ['een identificator als tekst', 'zaak', 'onderwerpobject.onderwerpobjectidentificator.nonFieldErrors'],
  ])('laat niets achter bij %s', async (_naam, onderwerpobjectidentificator, naam) => {
    const voor = ['klantcontacten', 'betrokkenen', 'onderwerpobjecten'].map(aantal);
    const { status, lichaam } = await maak({
      klantcontact: CONTACT,
      betrokkene: BETROKKENE,
      onderwerpobject: { onderwerpobjectidentificator },
    });
    expect(status).toBe(400);
    expect(lichaam['invalidParams']).toEqual([expect.objectContaining({ name: naam })]);
    expect(['klantcontacten', 'betrokkenen', 'onderwerpobjecten'].map(aantal)).toEqual(voor);
    expect(meld).not.toHaveBeenCalled();
  });
  it('noemt alles wat fout is tegelijk', async () => {
    const { lichaam } = await maak({ klantcontact: {}, betrokkene: { rol: 'klant' } });
    const namen = (lichaam['invalidParams'] as JsonObject[]).map((param) => param['name']);
    expect(namen).toEqual([
      'klantcontact.kanaal',
      'klantcontact.onderwerp',
      'klantcontact.taal',
      'klantcontact.vertrouwelijk',
      'betrokkene.initiator',
    ]);
  });
  it('weigert een klantcontact dat ontbreekt of null is, en GET', async () => {
    expect((await maak({})).lichaam['invalidParams']).toEqual([
      { name: 'klantcontact', code: 'required', reason: 'Dit veld is vereist.' },
    ]);
    expect((await maak({ klantcontact: CONTACT, betrokkene: null })).status).toBe(400);
    expect((await roep('/maak-klantcontact')).status).toBe(405);
  });
});

describe('schrijven', () => {
  it('maakt een partij met haar BSN en meldt haar', async () => {
    const { status, kop, lichaam } = await schrijf('POST', '/partijen', {
      ...metIdentificator(bsn('111222333')),
      partijIdentificatie: { contactnaam: { achternaam: 'Boer' } },
    });
    expect([status, kop.get('location')]).toEqual([201, lichaam['url']]);
    expect(await uuids('/partijen?partijIdentificator__objectId=111222333')).toEqual([lichaam['uuid']]);
    expect(meld).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ kanaal: 'partijen', resource: 'partij', actie: 'create' }),
    );
  });
  it('wijzigt met PATCH alleen wat gestuurd is', async () => {
    const { status, lichaam } = await schrijf('PATCH', `/partijen/${id('jan')}`, { interneNotitie: 'x' });
    expect(status).toBe(200);
    expect(lichaam).toMatchObject({
      interneNotitie: 'x',
      nummer: '1000001',
      partijIdentificatoren: [{ uuid: id('bsn-jan') }],
      digitaleAdressen: [{ uuid: id('mail-jan') }],
    });
    expect(meld).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        actie: 'partial_update',
        kenmerken: { nummer: '1000001', interneNotitie: 'x', soortPartij: 'persoon' },
      }),
    );
  });
  it('haalt weg welke identificatoren niet meer genoemd worden', async () => {
    const { lichaam } = await schrijf('PATCH', `/partijen/${id('jan')}`, {
      partijIdentificatoren: [{ partijIdentificator: bsn('111222333') }],
    });
    expect(lichaam['partijIdentificatoren']).toHaveLength(1);
    expect(await uuids(`/partijen?partijIdentificator__objectId=${BSN}`)).toEqual([]);
  });
  it('zet een standaardadres en neemt het dat van de vorige', async () => {
    const nieuw = await schrijf('POST', '/digitaleadressen', {
      adres: 'boer@example.com',
      soortDigitaalAdres: 'email',
      isStandaardAdres: true,
      verstrektDoorPartij: { uuid: id('jan') },
    });
    expect(nieuw.status).toBe(201);
    expect((await haal(`/digitaleadressen/${id('mail-jan')}`))['isStandaardAdres']).toBe(false);
  });
  it('handelt een taak af en heropent haar', async () => {
    const pad = `/internetaken/${id('taak')}`;
    const klaar = await schrijf('PATCH', pad, { status: 'verwerkt' });
    expect(klaar.lichaam['afgehandeldOp']).toMatch(/Z$/);
    const weer = await schrijf('PATCH', pad, { status: 'te_verwerken' });
    expect(weer.lichaam).toMatchObject({
      afgehandeldOp: null,
      toegewezenAanActoren: [{ uuid: id('agent') }],
    });
    expect(meld.mock.calls.map(([m]) => m.kanaal)).toEqual(['internetaken', 'internetaken']);
  });
  it('aanvaardt de oude enkele actor, en niemand als lege lijst', async () => {
    const { toegewezenAanActoren, ...rest } = TAAK;
    const een = await schrijf('POST', '/internetaken', {
      ...rest,
      toegewezenAanActor: toegewezenAanActoren[0]!,
    });
    expect(een.lichaam).toMatchObject({ toegewezenAanActoren: [{ uuid: id('agent') }] });
    const niemand = await schrijf('POST', '/internetaken', { ...rest, toegewezenAanActoren: [] });
    expect(niemand.lichaam).toMatchObject({ toegewezenAanActor: { uuid: null }, toegewezenAanActoren: [] });
  });
  it('geeft een tijdstip terug in UTC', async () => {
    const { lichaam } = await schrijf('POST', '/klantcontacten', {
      ...CONTACT,
      plaatsgevondenOp: '2026-03-01T10:00:00.5+01:00',
    });
    expect(lichaam['plaatsgevondenOp']).toBe('2026-03-01T09:00:00.500000Z');
  });
  it('verwijdert een klantcontact met alles wat eraan hangt', async () => {
    expect((await schrijf('DELETE', `/klantcontacten/${id('een')}`)).status).toBe(204);
    expect(['betrokkenen', 'onderwerpobjecten', 'actorklantcontacten', 'internetaken'].map(aantal)).toEqual([
      1, 0, 0, 0,
    ]);
    expect(meld).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ actie: 'destroy' }));
  });
  it('verwijdert met een onderwerpobject ook zijn klantcontact, als dat gevraagd wordt', async () => {
    const { status, lichaam } = await schrijf('DELETE', `/onderwerpobjecten/${id('onderwerp')}?cascade=true`);
    expect([status, lichaam]).toEqual([200, { behouden: [] }]);
    expect(await uuids('/klantcontacten')).toEqual([id('twee')]);
  });
  it('laat een KVK-nummer staan waar een vestiging onder hangt', async () => {
    const vestiging = await schrijf('POST', '/partij-identificatoren', {
      identificeerdePartij: { uuid: id('bakker') },
      partijIdentificator: {
        codeObjecttype: 'vestiging',
        codeRegister: 'hr',
        codeSoortObjectId: 'vestigingsnummer',
        objectId: '000037178598',
      },
      subIdentificatorVan: { uuid: id('kvk-bakker') },
    });
    expect(vestiging.status).toBe(201);
    expect((await schrijf('DELETE', `/partij-identificatoren/${id('kvk-bakker')}`)).status).toBe(400);
    expect((await schrijf('DELETE', `/partijen/${id('bakker')}`)).status).toBe(204);
    expect(aantal('partij-identificatoren')).toBe(1);
  });
  it('weigert POST op een detail met 405', async () => {
    expect((await schrijf('POST', `/partijen/${id('jan')}`, {})).status).toBe(405);
  });
});
