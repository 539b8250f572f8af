import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZoekAntwoord } from '../../shared/contracts/klant.ts';
import { BronFout, type Registers } from '../../server/connectors/ports.ts';
import type { Logregel } from '../../server/store/verwerkingen.ts';
import { BSN_VERHULST, startConsole, type Client, type ConsoleProef } from '../hulp/console.ts';
import { verwachtFout, zoekVerhulst } from '../hulp/klant.ts';

/** Every way of finding someone or something beside BSN, zaaknummer and KVK number (zoeken.test.ts). */
const ZOEK = '/api/klanten/zoek';
const HIER = { breedtegraad: 52.0187, lengtegraad: 5.1083 };
let proef: ConsoleProef;
let kcc: Client;
let verhulst: string;
beforeAll(async () => {
  proef = await startConsole({ metIndex: false });
  kcc = await proef.login('kcc');
  verhulst = await zoekVerhulst(kcc);
});
afterAll(() => proef.sluit());

async function zoek(vraag: object, client = kcc): Promise<ZoekAntwoord> {
  const { status, json, tekst } = await client.post<unknown>(ZOEK, vraag);
  expect(status, tekst).toBe(200);
  return ZoekAntwoord.parse(json);
}
/** Lines of the log that `doe` left, newest first. */
async function logVan(doe: () => Promise<unknown>): Promise<Logregel[]> {
  const privacy = await proef.login('privacy');
  const lees = async () => {
    const { json, koppen } = await privacy.get<Logregel[]>('/api/verwerkingen?range=[0,99]');
    return { json, totaal: Number(koppen.get('content-range')?.split('/')[1]) };
  };
  const { totaal } = await lees();
  await doe();
  const na = await lees();
  return na.json.slice(0, na.totaal - totaal);
}
const ids = ({ data }: ZoekAntwoord) => data.map(({ id }) => id);

/** Something written by another application into the bundled klantregister. */
async function schrijf(pad: string, lichaam: object): Promise<{ uuid: string }> {
  const antwoord = await fetch(`${proef.registerproef.basis}/klantinteracties/api/v1${pad}`, {
    method: 'POST',
    headers: { authorization: 'Token sandbox-token', 'content-type': 'application/json' },
    body: JSON.stringify(lichaam),
  });
  const tekst = await antwoord.text();
  expect(antwoord.status, tekst).toBe(201);
  return JSON.parse(tekst) as { uuid: string };
}
const adresVan = (partij: string | null, soortDigitaalAdres: string, adres: string, betrokkene?: string) =>
  schrijf('/digitaleadressen', {
    verstrektDoorBetrokkene: betrokkene === undefined ? null : { uuid: betrokkene },
    verstrektDoorPartij: partij === null ? null : { uuid: partij },
    soortDigitaalAdres,
    adres,
    omschrijving: 'proef',
  });
const partijVan = (achternaam: string, identificator?: object, soortPartij = 'persoon') =>
  schrijf('/partijen', {
    soortPartij,
    indicatieActief: true,
    digitaleAdressen: [],
    voorkeursDigitaalAdres: null,
    rekeningnummers: [],
    voorkeursRekeningnummer: null,
    partijIdentificatoren: identificator === undefined ? [] : [{ partijIdentificator: identificator }],
    partijIdentificatie:
      soortPartij === 'persoon'
        ? { contactnaam: { voorletters: '', voornaam: 'Bo', voorvoegselAchternaam: '', achternaam } }
        : { naam: achternaam },
  });

describe('zoekt een persoon', () => {
  it.each([
    ['naam en voornaam, in onze gemeente', { achternaam: 'verhulst', voornamen: 'anouk' }],
    ['een begin van naam en voornaam', { achternaam: 'ver*', voornamen: 'ano*' }],
    ['straat en huisnummer', { straat: 'lindelaan', huisnummer: 18 }],
    ['een begin van de straat', { straat: 'lindela*', huisnummer: 18 }],
    ['postcode, huisnummer en naam', { postcode: '1234AB', huisnummer: 18, achternaam: 'Verhulst' }],
  ])('op %s', async (_naam, vraag) => {
    expect(ids(await zoek(vraag))).toContain(verhulst);
  });

  it('op haar eerste voornaam, met het voorvoegsel zoals men het zegt', async () => {
    const { data } = await zoek({ achternaam: 'van den heuvel', voornamen: 'marijke' });
    expect(data.map(({ naam }) => naam)).toEqual(['Marijke Johanna van den Heuvel']);
  });

  it('op de twee BAG-nummers van een adres', async () => {
    const { personen } = proef.registerproef.sandbox.opslag;
    const thuis = personen.find((p) => p['burgerservicenummer'] === BSN_VERHULST)?.[
      'verblijfplaats'
    ] as Record<string, string>;
    for (const veld of ['nummeraanduidingIdentificatie', 'adresseerbaarObjectIdentificatie']) {
      const antwoord = await zoek({ [veld]: thuis[veld] });
      expect(ids(antwoord)).toContain(verhulst);
      expect(antwoord.gelezenAls).toBe('BAG-nummer');
    }
  });

  it('die overleden is, en zegt dat erbij', async () => {
    const { data } = await zoek({ postcode: '1235KK', huisnummer: 3 });
    expect(data.find(({ naam }) => naam.includes('Bakels'))).toMatchObject({ overleden: true });
  });

  it.each([
    [
      'een naam met te weinig letters voor de *',
      { achternaam: 've*', geboortedatum: '1984-03-12' },
      'achternaam',
    ],
    [
      'een voornaam met te weinig letters voor de *',
      { achternaam: 'verhulst', voornamen: 'a*' },
      'voornamen',
    ],
    ['een straat met te weinig letters voor de *', { straat: 'linde*', huisnummer: 18 }, 'straat'],
    ['een letter die de BRP niet kent', { achternaam: 'Nguyễn', geboortedatum: '1984-03-12' }, 'achternaam'],
    [
      'een BAG-nummer van 15 cijfers',
      { nummeraanduidingIdentificatie: '123456789012345' },
      'nummeraanduidingIdentificatie',
    ],
    ['een naam zonder meer', { achternaam: 'Verhulst' }, 'geboortedatum'],
  ])('en weigert %s, met wat er mis is', async (_naam, vraag, pad) => {
    const fout = verwachtFout(await kcc.post(ZOEK, vraag), 400, 'ongeldige_invoer');
    expect(fout.fouten[0]?.pad).toBe(pad);
  });

  it('en zegt bij te veel bewoners hoe het wel kan: met de naam erbij', async () => {
    const vraag = { postcode: '1234ZZ', huisnummer: 100 };
    const fout = verwachtFout(await kcc.post(ZOEK, vraag), 400, 'te_veel_treffers');
    expect(fout.detail).toContain('zet de achternaam achter het adres');
    expect((await zoek({ ...vraag, achternaam: 'Niemand' })).data).toEqual([]);
  });
});

describe('zoekt een bedrijf', () => {
  it('op RSIN en op vestigingsnummer', async () => {
    const [bedrijf] = (await zoek({ kvkNummer: '90001234' })).data;
    const treffers = proef.registerproef.sandbox.opslag.bedrijven.find((b) => b.kvkNummer === '90001234');
    for (const veld of ['rsin', 'vestigingsnummer']) {
      const nummer = treffers?.zoekresultaten.find((een) => een[veld] !== undefined)?.[veld];
      const antwoord = await zoek({ [veld]: nummer });
      expect(ids(antwoord)).toEqual([bedrijf?.id]);
      expect(antwoord.gelezenAls.toLowerCase()).toBe(veld);
    }
  });
});

describe('zoekt op telefoonnummer en e-mailadres', () => {
  it.each([
    ['0612345678'],
    ['06-12 34 56 78'],
    ['+31612345678'],
    ['+31 (0)6 12345678'],
    ['0031 6 1234 5678'],
  ])('%s is van mevrouw Verhulst', async (telefoonnummer) => {
    const antwoord = await zoek({ telefoonnummer });
    expect(ids(antwoord)).toEqual([verhulst]);
    expect(antwoord.bronnen.map(({ bron }) => bron)).toEqual(['klanten', 'brp']);
  });

  it('hoofdletters in een e-mailadres doen er niet toe', async () => {
    expect(ids(await zoek({ emailadres: 'Anouk.Verhulst@Example.com' }))).toEqual([verhulst]);
    expect((await zoek({ emailadres: 'verhulst@example.com' })).data).toEqual([]);
  });

  it('een nummer met dezelfde laatste cijfers is een ander nummer', async () => {
    expect((await zoek({ telefoonnummer: '0201345678' })).data).toEqual([]);
  });

  it('een gedeeld nummer geeft ieder van wie het is, elk met een regel in het logboek', async () => {
    const persoon = (objectId: string) => ({
      codeObjecttype: 'natuurlijk_persoon',
      codeRegister: 'brp',
      codeSoortObjectId: 'bsn',
      objectId,
    });
    const bekend = await partijVan('Lefèbvre', persoon('999901138'));
    const onbekend = await partijVan('Zonder Nummer');
    await adresVan(bekend.uuid, 'telefoonnummer', '0031702468013');
    await adresVan(onbekend.uuid, 'telefoonnummer', '+31702468013');
    const nieuw = await logVan(async () => {
      const antwoord = await zoek({ telefoonnummer: '070 246 80 13' });
      expect(antwoord.data.map(({ naam }) => naam)).toEqual(['Loïc Lefèbvre']);
      expect(antwoord.zonderNummer).toEqual([{ naam: 'Bo Zonder Nummer' }]);
    });
    expect(nieuw.map(({ handeling, betrokkene }) => [handeling, betrokkene === null])).toEqual(
      expect.arrayContaining([
        ['klant.zoeken', true],
        ['klant.zoeken', false],
      ]),
    );
    expect(nieuw).toHaveLength(2);
    expect(nieuw[0]?.registers).toEqual(['klanten', 'brp']);
  });

  it('een adres dat iemand bij een contact gaf, leidt alleen naar wie een partij is', async () => {
    const contact = await schrijf('/klantcontacten', {
      kanaal: 'telefoon',
      onderwerp: 'proef',
      taal: 'nld',
      vertrouwelijk: false,
      plaatsgevondenOp: new Date().toISOString(),
    });
    const wie = { hadKlantcontact: { uuid: contact.uuid }, rol: 'klant', initiator: true };
    const naamloos = await schrijf('/betrokkenen', {
      ...wie,
      wasPartij: null,
      contactnaam: { voorletters: '', voornaam: 'Geheime', voorvoegselAchternaam: '', achternaam: 'Beller' },
    });
    await adresVan(null, 'telefoonnummer', '0651515151', naamloos.uuid);
    const leeg = await zoek({ telefoonnummer: '0651515151' });
    expect(leeg).toMatchObject({ data: [], zaken: [] });
    expect(leeg.zonderNummer).toBeUndefined();
    const partij = await partijVan('Wel Partij');
    const metPartij = await schrijf('/betrokkenen', { ...wie, wasPartij: { uuid: partij.uuid } });
    await adresVan(null, 'telefoonnummer', '0652525252', metPartij.uuid);
    expect((await zoek({ telefoonnummer: '0652525252' })).zonderNummer).toEqual([{ naam: 'Bo Wel Partij' }]);
  });

  it('een bedrijf dat alleen op RSIN bekend is, wordt in KVK gevonden', async () => {
    const kvk = proef.registerproef.sandbox.opslag.bedrijven.find((b) => b.kvkNummer === '90001234');
    const rsin = kvk?.zoekresultaten.find((een) => een['rsin'] !== undefined)?.['rsin'] as string;
    const partij = await partijVan(
      'Stil',
      {
        codeObjecttype: 'niet_natuurlijk_persoon',
        codeRegister: 'hr',
        codeSoortObjectId: 'rsin',
        objectId: rsin,
      },
      'organisatie',
    ).catch(() => null);
    // The bundled register may know this RSIN already: then that one is used.
    const uuid = partij?.uuid ?? (await partijOp(rsin));
    await adresVan(uuid, 'email', 'balie@stil.example');
    const { data } = await zoek({ emailadres: 'BALIE@stil.example' });
    expect(data.map(({ soort }) => soort)).toEqual(['bedrijf']);
    expect(ids(await zoek({ kvkNummer: '90001234' }))).toEqual(data.map(({ id }) => id));
  });

  it('te veel klanten bij een adres: dat zegt de console, en hij toont niemand', async () => {
    for (let nummer = 0; nummer < 11; nummer++) {
      const { uuid } = await partijVan(`Bewoner${nummer}`);
      await adresVan(uuid, 'email', 'receptie@huis.example');
    }
    const fout = verwachtFout(
      await kcc.post(ZOEK, { emailadres: 'receptie@huis.example' }),
      400,
      'te_veel_treffers',
    );
    expect(fout.detail).not.toContain('receptie');
  });

  it('de BRP zwijgt: de klant is er wel, met de naam uit het klantregister', async () => {
    await proef.registerproef.stoor('brp', '500');
    try {
      const verseLogin = await proef.login('kcc-2');
      const { data, bronnen } = await zoek({ telefoonnummer: '0612345678' }, verseLogin);
      expect(data).toMatchObject([{ id: verhulst, naam: expect.stringContaining('Verhulst') as string }]);
      expect(bronnen.find(({ bron }) => bron === 'brp')?.status).toBe('fout');
    } finally {
      await proef.registerproef.herstel();
    }
  });

  it.each([
    ['een nummer dat geen nummer is', { telefoonnummer: '12345678' }],
    ['een kort nummer van een gemeente', { telefoonnummer: '140182' }],
    ['een half e-mailadres', { emailadres: 'a@b' }],
  ])('weigert %s', async (_naam, vraag) => {
    verwachtFout(await kcc.post(ZOEK, vraag), 400, 'ongeldige_invoer');
  });
});

async function partijOp(nummer: string): Promise<string> {
  const antwoord = await fetch(
    `${proef.registerproef.basis}/klantinteracties/api/v1/partijen?partijIdentificator__objectId=${nummer}`,
    { headers: { authorization: 'Token sandbox-token' } },
  );
  return ((await antwoord.json()) as { results: { uuid: string }[] }).results[0]!.uuid;
}

describe('zoekt een melding van niemand', () => {
  const HAVENKADE = 'Lantaarn kapot, Havenkade 12';
  const omschrijvingen = ({ zaken }: ZoekAntwoord) => zaken.map(({ omschrijving }) => omschrijving);

  it.each([
    ['adres', { meldingAdres: { straat: 'havenkade', huisnummer: 12 } }],
    ['straat', { meldingAdres: { straat: 'Havenkade' } }],
    ['punt', { meldingPunt: HIER }],
    [
      'punt 30 meter verderop',
      { meldingPunt: { ...HIER, breedtegraad: HIER.breedtegraad + 0.00027, straal: 50 } },
    ],
  ])('op %s', async (_naam, vraag) => {
    const antwoord = await zoek(vraag);
    expect(omschrijvingen(antwoord)).toContain(HAVENKADE);
    expect(antwoord.data).toEqual([]);
    expect(antwoord.vanaf).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it.each([
    ['een ander huisnummer', { meldingAdres: { straat: 'havenkade', huisnummer: 1 } }],
    ['een andere huisletter', { meldingAdres: { straat: 'havenkade', huisnummer: 12, huisletter: 'C' } }],
    ['een stuk van een straatnaam', { meldingAdres: { straat: 'venkade', huisnummer: 12 } }],
    ['een punt te ver weg', { meldingPunt: { ...HIER, breedtegraad: HIER.breedtegraad + 0.002 } }],
    ['alleen vandaag', { meldingPunt: { ...HIER, van: new Date().toISOString().slice(0, 10) } }],
    ['een periode ervoor', { meldingPunt: { ...HIER, van: '2020-01-01', tot: '2020-12-31' } }],
  ])('en niet op %s', async (_naam, vraag) => {
    expect(omschrijvingen(await zoek(vraag))).not.toContain(HAVENKADE);
  });

  it('de nieuwste eerst, en alleen meldingen', async () => {
    const { zaken } = await zoek({ meldingPunt: { breedtegraad: 52.02, lengtegraad: 5.12, straal: 2000 } });
    expect(zaken.length).toBeGreaterThan(1);
    expect(zaken.map(({ startdatum }) => startdatum)).toEqual(
      zaken
        .map(({ startdatum }) => startdatum)
        .toSorted()
        .toReversed(),
    );
    expect(new Set(zaken.map(({ zaaktype }) => zaaktype.omschrijving))).toEqual(
      new Set(['Melding openbare ruimte']),
    );
  });

  it('laat per melding een regel na, en opent niemand die erbij hoort', async () => {
    const rond = { meldingPunt: { breedtegraad: 52.02, lengtegraad: 5.12, straal: 2000 } };
    let zaken: ZoekAntwoord['zaken'] = [];
    const nieuw = await logVan(async () => ({ zaken } = await zoek(rond)));
    expect(nieuw.length).toBeGreaterThan(0);
    expect(nieuw.length).toBeLessThanOrEqual(zaken.length);
    const balie = await proef.login('balie');
    const vanIemand = await zoek(rond, balie);
    const standen = await Promise.all(
      vanIemand.zaken.map(async ({ id }) => (await balie.get(`/api/zaken/${id}`)).status),
    );
    expect(new Set(standen)).toEqual(new Set([200, 403]));
  });

  it.each(['OF-H4V12', 'of-h4v12'])(
    'op de referentie van het formulier, getypt als %s',
    async (zaaknummer) => {
      const { zaken, data } = await zoek({ zaaknummer });
      expect(zaken.map(({ omschrijving }) => omschrijving)).toEqual([HAVENKADE]);
      expect(data).toEqual([]);
    },
  );

  it.each([
    ['een straal van 5 kilometer', { meldingPunt: { ...HIER, straal: 5000 } }, 'meldingPunt.straal'],
    [
      'een plek buiten de wereld',
      { meldingPunt: { ...HIER, breedtegraad: 152 } },
      'meldingPunt.breedtegraad',
    ],
    ['een straat van 2 letters', { meldingAdres: { straat: 'ab' } }, 'meldingAdres.straat'],
    [
      'een periode achterstevoren',
      { meldingPunt: { ...HIER, van: '2026-02-01', tot: '2026-01-01' } },
      'meldingPunt.tot',
    ],
    ['een vreemde sleutel', { meldingPunt: { ...HIER, alles: true } }, 'meldingPunt'],
  ])('weigert %s', async (_naam, vraag, pad) => {
    const fout = verwachtFout(await kcc.post(ZOEK, vraag), 400, 'ongeldige_invoer');
    expect(fout.fouten[0]?.pad).toBe(pad);
  });
});

describe('wie mag wat zoeken', () => {
  const vragen = [
    { achternaam: 'verhulst', voornamen: 'anouk' },
    { straat: 'lindelaan', huisnummer: 18 },
    { telefoonnummer: '0612345678' },
    { emailadres: 'anouk.verhulst@example.com' },
    { vestigingsnummer: '000000000001' },
    { meldingPunt: HIER },
    { meldingAdres: { straat: 'havenkade', huisnummer: 12 } },
  ];
  it.each(['kcc', 'balie', 'behandelaar', 'behandelaar-2', 'teamleider'])(
    '%s mag het allemaal',
    async (rol) => {
      const client = await proef.login(rol);
      for (const vraag of vragen) await zoek(vraag, client);
    },
  );
  it.each(['klachten', 'beheerder', 'privacy'])('%s mag het niet', async (rol) => {
    const client = await proef.login(rol);
    for (const vraag of vragen) verwachtFout(await client.post(ZOEK, vraag), 403, 'geen_recht');
  });
  it('een behandelaar vindt een klant, maar opent haar daarmee niet', async () => {
    const behandelaar = await proef.login('behandelaar');
    const [klant] = (await zoek({ telefoonnummer: '0612345678' }, behandelaar)).data;
    verwachtFout(await behandelaar.get(`/api/klanten/${klant!.id}/klantbeeld`), 403, 'doel_ontbreekt');
  });
});

describe('wat hier niet kan, staat bij de bron of in de melding', () => {
  const console = (wijzig: (r: Registers) => Registers) =>
    startConsole({
      metIndex: false,
      registerproef: proef.registerproef,
      store: proef.store,
      wijzigRegisters: wijzig,
    });
  const weigert = (bron: string, code: string) => () =>
    Promise.reject(new BronFout(bron, 'niet_ondersteund', { code }));

  it.each([
    ['klantregister', { telefoonnummer: '0612345678' }],
    ['Handelsregister', { kvkNummer: '90001234' }],
    ['Basisregistratie Personen', { bsn: BSN_VERHULST }],
  ])('geen %s gekoppeld: dat is niet "niemand gevonden"', async (naam, vraag) => {
    const zonder = await console((r) => ({ ...r, klanten: null, personen: null, bedrijven: null }));
    const fout = verwachtFout(await (await zonder.login('kcc')).post(ZOEK, vraag), 501, 'niet_ondersteund');
    expect(fout.detail).toContain(naam);
    await zonder.sluit();
  });

  it('een zaakregister dat geen plek kent: staat bij de bron', async () => {
    const zonder = await console((r) => ({
      ...r,
      zaken: r.zaken.map((z) => ({ ...z, zoekOpPlek: weigert(z.id, 'plek') })),
    }));
    const { zaken, bronnen } = await zoek({ meldingPunt: HIER }, await zonder.login('kcc'));
    expect(zaken).toEqual([]);
    expect(bronnen).toMatchObject([{ status: 'fout', melding: 'Zaken kan dit niet leveren.' }]);
    await zonder.sluit();
  });

  it('een BRP zonder gemeentecode: zegt hoe het dan wel kan', async () => {
    const zonder = await console((r) => ({
      ...r,
      personen: r.personen && { ...r.personen, zoek: weigert('brp', 'gemeentecode') },
    }));
    const client = await zonder.login('kcc');
    const fout = verwachtFout(
      await client.post(ZOEK, { straat: 'lindelaan', huisnummer: 18 }),
      501,
      'niet_ondersteund',
    );
    expect(fout.detail).toContain('postcode met huisnummer');
    await zonder.sluit();
  });
});
