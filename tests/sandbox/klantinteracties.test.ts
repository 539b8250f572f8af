import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../server/sandbox/typen.ts';
import { id } from './kleine-gemeente.ts';
import { BSN, bsn, klantProef } from './klant-gemeente.ts';

const { roep, haal, lijst, uuids, url } = klantProef();

describe('wie mag er in', () => {
  it.each([
    ['zonder Authorization', undefined, 'not_authenticated'],
    ['met Bearer', 'Bearer sandbox-token', 'not_authenticated'],
    ['met een verkeerd token', 'Token fout', 'authentication_failed'],
  ])('weigert %s met 401', async (_naam, authorization, code) => {
    const { status, kop, lichaam } = await roep('/partijen', { kop: { authorization } });
    expect([status, kop.get('www-authenticate'), lichaam['code']]).toEqual([401, 'Token', code]);
  });
  it('aanvaardt het token en noemt de versie', async () => {
    const { status, kop } = await roep('/partijen');
    expect([status, kop.get('api-version')]).toEqual([200, '0.9.0']);
  });
});

describe('zoeken', () => {
  it.each([
    ['/partijen?foo=1', 'nonFieldErrors', 'unknown-parameters'],
    [`/partijen/${id('jan')}?soortPartij=persoon`, 'nonFieldErrors', 'unknown-parameters'],
    ['/klantcontacten?ordering=plaatsgevondenOp', 'nonFieldErrors', 'unknown-parameters'],
    ['/klantcontacten?plaatsgevondenOp__gte=2026-01-01', 'nonFieldErrors', 'unknown-parameters'],
    ['/klantcontacten?hadBetrokkene__wasPartij__uuid=x', 'hadBetrokkene__wasPartij__uuid', 'invalid'],
    ['/klantcontacten?hadBetrokkene__wasPartij__url=x', 'hadBetrokkene__wasPartij__url', 'invalid'],
    ['/klantcontacten?expand=hadBetrokkenActoren', 'expand', 'invalid_choice'],
    ['/partijen?soortPartij=x', 'soortPartij', 'invalid_choice'],
    ['/internetaken?expand=actoren', 'nonFieldErrors', 'unknown-parameters'],
  ])('weigert %s', async (pad, naam, code) => {
    const { status, lichaam } = await roep(pad);
    expect([status, lichaam['title']]).toEqual([400, 'Ongeldige invoerwaarde.']);
    expect(lichaam['invalidParams']).toEqual([expect.objectContaining({ name: naam, code })]);
  });
  const OP_BSN = 'artijIdentificator__codeSoortObjectId=bsn';
  it.each([
    ['/klantcontacten?referentienummer=1001', ['twee']],
    ['/klantcontacten?referentienummer=9', []],
    ['/klantcontacten', ['twee', 'een']],
    [`/klantcontacten?hadBetrokkene__wasPartij__uuid=${id('jan')}`, ['twee', 'een']],
    [`/klantcontacten?hadBetrokkene__wasPartij__uuid=${id('bakker')}`, []],
    [`/klantcontacten?hadBetrokkene__uuid=${id('betrokkene-een')}`, ['een']],
    [`/klantcontacten?hadBetrokkene__wasPartij__p${OP_BSN}&kanaal=balie`, ['twee']],
    [`/klantcontacten?hadBetrokkene__wasPartij__partijIdentificator__objectId=${BSN}`, ['twee', 'een']],
    ['/klantcontacten?hadBetrokkene__wasPartij=false', []],
    ['/klantcontacten?leiddeTotInterneTaken=true', ['een']],
    ['/klantcontacten?leiddeTotInterneTaken=false', ['twee']],
    [`/klantcontacten?onderwerpobject__onderwerpobjectidentificatorObjectId=${id('zaak')}`, ['een']],
    ['/klantcontacten?onderwerpobject__onderwerpobjectidentificatorCodeRegister=x', []],
    ['/klantcontacten?onderwerp=VRAAG%20t', ['twee']],
    ['/klantcontacten?plaatsgevondenOp=2026-01-02T10:00:00%2B01:00', ['twee']],
    [`/partijen?partijIdentificator__objectId=${BSN}`, ['jan']],
    [`/partijen?p${OP_BSN}`, ['jan']],
    ['/partijen?soortPartij=organisatie', ['bakker']],
    ['/partij-identificatoren?partijIdentificatorObjectId=68750110', ['kvk-bakker']],
    [`/betrokkenen?wasPartij__p${OP_BSN}&hadKlantcontact__referentienummer=1000`, ['betrokkene-een']],
    [`/digitaleadressen?verstrektDoorPartij__uuid=${id('jan')}`, ['mail-jan']],
    ['/actoren?actoridentificatorObjectId=kcc&naam=AG', ['agent']],
    [`/actorklantcontacten?klantcontact__uuid=${id('een')}`, ['koppeling']],
    [`/internetaken?toegewezenAanActor__uuid=${id('agent')}`, ['taak']],
    ['/internetaken?status=te_verwerken&klantcontact__referentienummer=1000', ['taak']],
    ['/internetaken?actoren__naam=Niemand', []],
    [`/onderwerpobjecten?klantcontact__uuid=${id('een')}`, ['onderwerp']],
  ])('vindt met %s', async (pad, namen) => {
    expect(await uuids(pad)).toEqual(namen.map(id));
  });
  it('vindt ook op de url van een partij, op de host van de vrager', async () => {
    const opUrl = encodeURIComponent(url(`/partijen/${id('jan')}`));
    expect(await uuids(`/klantcontacten?hadBetrokkene__wasPartij__url=${opUrl}`)).toHaveLength(2);
  });
  it('bladert met pageSize', async () => {
    const eerste = await haal('/klantcontacten?pageSize=1');
    expect(eerste).toMatchObject({
      count: 2,
      next: url('/klantcontacten?page=2&pageSize=1'),
    });
    expect(await roep('/klantcontacten?pageSize=1&page=3')).toMatchObject({ status: 404 });
  });
  it.each([id('niemand'), 'abc'])('geeft 404 op %s', async (uuid) => {
    const { status, lichaam } = await roep(`/klantcontacten/${uuid}`);
    expect([status, lichaam['code']]).toEqual([404, 'not_found']);
  });
});

describe('wat er in een antwoord staat', () => {
  it('een klantcontact met zijn betrokkenen, onderwerpen, taken en de actor voluit', async () => {
    const contact = await haal(`/klantcontacten/${id('een')}`);
    const verwijzing = (tabel: string, naam: string) => ({
      uuid: id(naam),
      url: url(`/${tabel}/${id(naam)}`),
    });
    expect(contact).toMatchObject({
      ...verwijzing('klantcontacten', 'een'),
      hadBetrokkenen: [verwijzing('betrokkenen', 'betrokkene-een')],
      gingOverOnderwerpobjecten: [verwijzing('onderwerpobjecten', 'onderwerp')],
      leiddeTotInterneTaken: [verwijzing('internetaken', 'taak')],
      hadBetrokkenActoren: [{ naam: 'Agent', actorIdentificatie: null }],
      omvatteBijlagen: [],
      nummer: null,
      inhoud: '',
      metadata: {},
    });
    expect(contact).not.toHaveProperty('_expand');
  });
  it('een partij met haar identificatoren voluit en haar volledige naam', async () => {
    expect(await haal(`/partijen/${id('jan')}`)).toMatchObject({
      partijIdentificatoren: [{ uuid: id('bsn-jan'), partijIdentificator: bsn(BSN) }],
      digitaleAdressen: [{ uuid: id('mail-jan') }],
      partijIdentificatie: { volledigeNaam: 'Jan de Boer' },
      bezoekadres: { huisnummer: null, land: '' },
    });
  });
  const expandVan = async (vraag: string): Promise<unknown[]> =>
    (await lijst(`/klantcontacten?expand=${vraag}`)).map((rij) => rij['_expand']);
  it('expand: in een lijst altijd, leeg blijft leeg, dieper alleen met de ouder', async () => {
    expect(await expandVan('')).toEqual([{}, {}]);
    expect(await expandVan('hadBetrokkenen.wasPartij')).toEqual([{}, {}]);
    expect(await expandVan('leiddeTotInterneTaken,omvatteBijlagen')).toEqual([
      { leiddeTotInterneTaken: [], omvatteBijlagen: [] },
      { leiddeTotInterneTaken: [expect.objectContaining({ uuid: id('taak') })], omvatteBijlagen: [] },
    ]);
  });
  it('expand: dezelfde partij staat maar één keer in een antwoord', async () => {
    const partijen = (await expandVan('hadBetrokkenen,hadBetrokkenen.wasPartij')).map((deel) => {
      const { hadBetrokkenen } = deel as { hadBetrokkenen: { _expand: { wasPartij: JsonObject | null } }[] };
      return hadBetrokkenen[0]?._expand.wasPartij?.['uuid'] ?? null;
    });
    expect(partijen).toEqual([id('jan'), null]);
  });
  it('expand op een detail', async () => {
    const pad = `/partijen/${id('jan')}?expand=betrokkenen,betrokkenen.hadKlantcontact`;
    expect(await haal(pad)).toMatchObject({
      _expand: { betrokkenen: [{ _expand: { hadKlantcontact: { uuid: id('een') } } }, {}] },
    });
  });
});
