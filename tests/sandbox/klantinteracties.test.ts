import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { telefoonFout } from '../../server/sandbox/klantinteracties/keur.ts';
import { legeGemeente } from '../../server/sandbox/typen.ts';
import type { Gemeente, JsonObject, TabelNaam } from '../../server/sandbox/typen.ts';
import { id, startProef } from './kleine-gemeente.ts';
import type { Proef, RoepOpties } from './kleine-gemeente.ts';

const BSN = '999993653';
const PREFIX = '/klantinteracties/api/v1';

function gemeente(): Gemeente {
  const gemaakt = legeGemeente();
  const zet = (tabel: string, naam: string, rij: JsonObject): void => {
    gemaakt.tabellen[`klantinteracties/${tabel}` as TabelNaam].push({ uuid: id(naam), ...rij });
  };
  const identificator = (codeObjecttype: string, codeSoortObjectId: string, objectId: string) => ({
    codeObjecttype,
    codeSoortObjectId,
    objectId,
    codeRegister: codeSoortObjectId === 'bsn' ? 'brp' : 'hr',
  });
  zet('partijen', 'jan', {
    soortPartij: 'persoon',
    indicatieActief: true,
    nummer: '1000001',
    partijIdentificatie: {
      contactnaam: { voornaam: 'Jan', voorvoegselAchternaam: 'de', achternaam: 'Boer' },
    },
  });
  zet('partijen', 'bakker', {
    soortPartij: 'organisatie',
    indicatieActief: true,
    partijIdentificatie: { naam: 'Bakkerij De Korenaar' },
  });
  zet('partij-identificatoren', 'bsn-jan', {
    identificeerdePartij: { uuid: id('jan') },
    partijIdentificator: identificator('natuurlijk_persoon', 'bsn', BSN),
  });
  zet('partij-identificatoren', 'kvk-bakker', {
    identificeerdePartij: { uuid: id('bakker') },
    partijIdentificator: identificator('niet_natuurlijk_persoon', 'kvk_nummer', '68750110'),
  });
  zet('digitaleadressen', 'mail-jan', {
    verstrektDoorPartij: { uuid: id('jan') },
    adres: 'jan@example.com',
    soortDigitaalAdres: 'email',
    isStandaardAdres: true,
  });
  zet('actoren', 'agent', {
    naam: 'Agent',
    soortActor: 'medewerker',
    actoridentificator: {
      objectId: 'kcc',
      codeObjecttype: 'mdw',
      codeRegister: 'msei',
      codeSoortObjectId: 'idf',
    },
  });
  for (const [i, naam] of ['een', 'twee'].entries()) {
    zet('klantcontacten', naam, {
      kanaal: i === 0 ? 'telefoon' : 'balie',
      onderwerp: `Vraag ${naam}`,
      taal: 'nld',
      vertrouwelijk: false,
      plaatsgevondenOp: `2026-01-0${i + 1}T09:00:00Z`,
      referentienummer: `100${i}`,
    });
    zet('betrokkenen', `betrokkene-${naam}`, {
      hadKlantcontact: { uuid: id(naam) },
      wasPartij: { uuid: id('jan') },
      rol: 'klant',
      initiator: true,
    });
  }
  zet('onderwerpobjecten', 'onderwerp', {
    klantcontact: { uuid: id('een') },
    onderwerpobjectidentificator: {
      objectId: id('zaak'),
      codeObjecttype: 'zaak',
      codeRegister: 'open-zaak',
      codeSoortObjectId: 'uuid',
    },
  });
  zet('actorklantcontacten', 'koppeling', {
    actor: { uuid: id('agent') },
    klantcontact: { uuid: id('een') },
  });
  zet('internetaken', 'taak', {
    gevraagdeHandeling: 'Bel terug',
    aanleidinggevendKlantcontact: { uuid: id('een') },
    toegewezenAanActoren: [{ uuid: id('agent') }],
    status: 'te_verwerken',
    toegewezenOp: '2026-01-01T09:05:00Z',
  });
  return gemaakt;
}

let proef: Proef;
const meld = vi.fn();
beforeEach(async () => {
  proef = await startProef({ gemeente });
  meld.mockReset();
  vi.spyOn(proef.sandbox.kern, 'meld').mockImplementation(meld);
});
afterEach(() => proef.sluit());

const roep = (pad: string, opties: RoepOpties = {}) =>
  proef.roep(pad.startsWith('http') ? pad : PREFIX + pad, {
    ...opties,
    kop: { authorization: 'Token sandbox-token', ...opties.kop },
  });
const haal = async (pad: string): Promise<JsonObject> => {
  const { status, lichaam } = await roep(pad);
  expect(status).toBe(200);
  return lichaam;
};
const lijst = async (pad: string): Promise<JsonObject[]> => (await haal(pad))['results'] as JsonObject[];
const uuids = async (pad: string): Promise<unknown[]> => (await lijst(pad)).map((rij) => rij['uuid']);
const aantal = (tabel: string): number =>
  proef.sandbox.opslag.tabel(`klantinteracties/${tabel}` as TabelNaam).aantal;

const CONTACT = { kanaal: 'telefoon', onderwerp: 'Paspoort', taal: 'nld', vertrouwelijk: false };
const BETROKKENE = { rol: 'klant', initiator: true };
const bsn = (objectId: string, meer: JsonObject = {}): JsonObject => ({
  codeObjecttype: 'natuurlijk_persoon',
  codeRegister: 'brp',
  codeSoortObjectId: 'bsn',
  objectId,
  ...meer,
});
const PARTIJ = { soortPartij: 'persoon', indicatieActief: true };
const metIdentificator = (...groepen: JsonObject[]): JsonObject => ({
  ...PARTIJ,
  partijIdentificatoren: groepen.map((partijIdentificator) => ({ partijIdentificator })),
});
const TAAK = {
  gevraagdeHandeling: 'Bel terug',
  aanleidinggevendKlantcontact: { uuid: id('een') },
  toegewezenAanActoren: [{ uuid: id('agent') }],
  status: 'te_verwerken',
};
const ADRES = { adres: '0612345678', soortDigitaalAdres: 'telefoonnummer' };

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

describe('een fout lichaam', () => {
  const P = (name: string, code: string, reason: string) => ({ name, code, reason });
  const vereist = (name: string) => P(name, 'required', 'Dit veld is vereist.');
  const leeg = (name: string, code: string) => P(name, code, 'Dit veld mag niet leeg zijn.');
  const teLang = (name: string, max: number) =>
    P(name, 'max_length', `Zorg ervoor dat dit veld niet meer dan ${max} karakters bevat.`);
  const keuze = (name: string, waarde: string) =>
    P(name, 'invalid_choice', `"${waarde}" is een ongeldige keuze.`);
  const ongeldig = (name: string, reason: string) => P(name, 'invalid', reason);
  const NUMMER = 'partijIdentificatoren.0.partijIdentificatorObjectId';
  const gevallen: [string, string, JsonObject, ReturnType<typeof P>[]][] = [
    ['een partij zonder iets', '/partijen', {}, [vereist('soortPartij'), vereist('indicatieActief')]],
    ['een onbekende soort partij', '/partijen', { ...PARTIJ, soortPartij: 'x' }, [keuze('soortPartij', 'x')]],
    [
      'een notitie van 1001 tekens',
      '/partijen',
      { ...PARTIJ, interneNotitie: 'x'.repeat(1001) },
      [teLang('interneNotitie', 1000)],
    ],
    [
      'een partijIdentificatie die null is',
      '/partijen',
      { ...PARTIJ, partijIdentificatie: null },
      [leeg('partijIdentificatie', 'null')],
    ],
    [
      'een BSN dat de elfproef niet doorstaat',
      '/partijen',
      metIdentificator(bsn('123456789')),
      [ongeldig(NUMMER, 'Deze waarde is ongeldig, reden: Onjuist BSN nummer')],
    ],
    [
      'een BSN van 8 cijfers',
      '/partijen',
      metIdentificator(bsn('11122233')),
      [ongeldig(NUMMER, 'Deze waarde is ongeldig, reden: Waarde moet 9 tekens lang zijn')],
    ],
    [
      'een BSN dat er al is',
      '/partijen',
      metIdentificator(bsn(BSN)),
      [
        ongeldig(
          '__all__',
          '`PartijIdentificator` moet uniek zijn, er bestaat er al een met deze gegevenscombinatie.',
        ),
      ],
    ],
    [
      'twee BSN van een partij',
      '/partijen',
      metIdentificator(bsn('111222333'), bsn('123456782')),
      [ongeldig('__all__', '`CodeSoortObjectId` moet uniek zijn voor de Partij.')],
    ],
    [
      'een identificator uit een onbekend register',
      '/partijen',
      metIdentificator(bsn('111222333', { codeRegister: 'x' })),
      [keuze('partijIdentificatoren.0.partijIdentificator.codeRegister', 'x')],
    ],
    [
      'een persoon in het handelsregister',
      '/partijen',
      metIdentificator(bsn('111222333', { codeRegister: 'hr' })),
      [
        ongeldig(
          'partijIdentificatoren.0.partijIdentificatorCodeObjecttype',
          "voor `codeRegister` hr zijn alleen deze waarden toegestaan: ['vestiging', 'niet_natuurlijk_persoon']",
        ),
      ],
    ],
    [
      'een vestigingsnummer zonder KVK-nummer',
      '/partij-identificatoren',
      {
        partijIdentificator: {
          codeObjecttype: 'vestiging',
          codeRegister: 'hr',
          codeSoortObjectId: 'vestigingsnummer',
          objectId: '000037178598',
        },
      },
      [
        ongeldig(
          'subIdentificatorVan',
          'Voor een PartijIdentificator met codeSoortObjectId = `vestigingsnummer` is het verplicht om een ' +
            '`sub_identifier_van` met codeSoortObjectId = `kvk_nummer` te kiezen.',
        ),
      ],
    ],
    [
      'een klantcontact zonder iets',
      '/klantcontacten',
      {},
      [vereist('kanaal'), vereist('onderwerp'), vereist('taal'), vereist('vertrouwelijk')],
    ],
    [
      'een onderwerp van 201 en een inhoud van 1001 tekens',
      '/klantcontacten',
      { ...CONTACT, onderwerp: 'x'.repeat(201), inhoud: 'x'.repeat(1001) },
      [teLang('onderwerp', 200), teLang('inhoud', 1000)],
    ],
    ['een leeg onderwerp', '/klantcontacten', { ...CONTACT, onderwerp: ' ' }, [leeg('onderwerp', 'blank')]],
    [
      'metadata van 256 tekens',
      '/klantcontacten',
      { ...CONTACT, metadata: { vraagtype: 'x'.repeat(256) } },
      [teLang('metadata.vraagtype', 255)],
    ],
    [
      'een referentienummer met letters',
      '/klantcontacten',
      { ...CONTACT, referentienummer: 'abc' },
      [ongeldig('referentienummer', 'Voer een geldig geheel getal in.')],
    ],
    [
      'een referentienummer dat er al is',
      '/klantcontacten',
      { ...CONTACT, referentienummer: '1000' },
      [P('referentienummer', 'unique', 'Er bestaat al een klantcontact met eenzelfde referentienummer.')],
    ],
    [
      'een gelukt contact met verdere actie',
      '/klantcontacten',
      { ...CONTACT, indicatieContactGelukt: true, verdereActieOndernomen: true },
      [
        P(
          'nonFieldErrors',
          'no-further-action-when-contact-succesful',
          'Als het contact gelukt is kan er geen verdere actie zijn ondernomen',
        ),
      ],
    ],
    [
      'een betrokkene bij een onbekende partij',
      '/betrokkenen',
      { ...BETROKKENE, hadKlantcontact: { uuid: id('een') }, wasPartij: { uuid: id('niemand') } },
      [ongeldig('wasPartij.uuid', 'Partij object bestaat niet.')],
    ],
    [
      'een verwijzing als tekst',
      '/betrokkenen',
      { ...BETROKKENE, hadKlantcontact: id('een') },
      [ongeldig('hadKlantcontact.nonFieldErrors', 'Ongeldige data. Verwacht een dictionary, kreeg een str.')],
    ],
    [
      'een telefoonnummer van 0900',
      '/digitaleadressen',
      { ...ADRES, adres: '0900123456' },
      [
        ongeldig(
          'adres',
          'Het opgegeven telefoonnummer is ongeldig, telefoonnummers beginnend met 0800, 0900, 1400 of 140xx ' +
            'zijn niet toegestaan.',
        ),
      ],
    ],
    [
      'een telefoonnummer met streep',
      '/digitaleadressen',
      { ...ADRES, adres: '06-12345678' },
      [ongeldig('adres', 'Het opgegeven telefoonnummer is ongeldig.')],
    ],
    [
      'een adres dat geen e-mail is',
      '/digitaleadressen',
      { adres: 'jan', soortDigitaalAdres: 'email' },
      [ongeldig('adres', 'Voer een geldig e-mailadres in.')],
    ],
    [
      'een standaardadres van niemand',
      '/digitaleadressen',
      { ...ADRES, isStandaardAdres: true },
      [
        ongeldig(
          'isStandaardAdres',
          '`is_standaard_adres` kan alleen gezet worden als `verstrekt_door_partij` niet leeg is.',
        ),
      ],
    ],
    [
      'een medewerker zonder functie',
      '/actoren',
      { naam: 'A', soortActor: 'medewerker', actorIdentificatie: { telefoonnummer: '0612345678' } },
      [vereist('actorIdentificatie.functie')],
    ],
    [
      'een actor die al gekoppeld is',
      '/actorklantcontacten',
      { actor: { uuid: id('agent') }, klantcontact: { uuid: id('een') } },
      [P('nonFieldErrors', 'unique', 'De velden actor, klantcontact moeten een unieke set zijn.')],
    ],
    [
      'een taak voor niemand',
      '/internetaken',
      { ...TAAK, toegewezenAanActoren: undefined! },
      [
        ongeldig(
          'nonFieldErrors',
          '`toegewezen_aan_actor` of `toegewezen_aan_actoren` is required (mag niet beiden gebruiken).',
        ),
      ],
    ],
    [
      'een taak die klaar is voor zij klaar is',
      '/internetaken',
      { ...TAAK, afgehandeldOp: '2026-01-02T00:00:00Z' },
      [
        ongeldig(
          'afgehandeldOp',
          "De Internetaak kan geen afgehandeld op datum bevatten als de status niet op 'verwerkt' staat.",
        ),
      ],
    ],
  ];
  it.each(gevallen)('wordt geweigerd: %s', async (_naam, pad, json, invalidParams) => {
    const { status, lichaam } = await roep(pad, { method: 'POST', json });
    expect(status).toBe(400);
    expect(lichaam['title']).toBe('Ongeldige invoerwaarde.');
    expect(lichaam['invalidParams']).toEqual(invalidParams);
    expect(meld).not.toHaveBeenCalled();
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
    const url = encodeURIComponent(`${proef.basis}${PREFIX}/partijen/${id('jan')}`);
    expect(await uuids(`/klantcontacten?hadBetrokkene__wasPartij__url=${url}`)).toHaveLength(2);
  });
  it('bladert met pageSize', async () => {
    const eerste = await haal('/klantcontacten?pageSize=1');
    expect(eerste).toMatchObject({
      count: 2,
      next: `${proef.basis}${PREFIX}/klantcontacten?page=2&pageSize=1`,
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
      url: `${proef.basis}${PREFIX}/${tabel}/${id(naam)}`,
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
        kenmerken: { hoofdOnderwerpType: '', indicatieContactGelukt: '', verdereActieOndernomen: 'False' },
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
  const schrijf = (method: string, pad: string, json?: JsonObject) => roep(pad, { method, json });

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
    expect(meld.mock.calls.map(([m]) => (m as JsonObject)['kanaal'])).toEqual([
      'internetaken',
      'internetaken',
    ]);
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

describe('telefoonnummers', () => {
  it('elk Nederlands nummer van 10 cijfers mag, behalve de servicenummers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (getal) => {
        const nummer = `0${getal}`;
        expect(telefoonFout(nummer) === undefined).toBe(!/^0[89]00/.test(nummer));
      }),
    );
  });
});
