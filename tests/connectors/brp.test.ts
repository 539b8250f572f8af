import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { splitsAchternaam } from '../../server/connectors/brp/mapping.ts';
import type { Personenregister } from '../../server/connectors/ports.ts';
import { leesRegisters } from '../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { aanroep, allesVan, BSN, json, maakNep, probleem, type Oproep } from './nepregister.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

async function opzet(antwoord: (o: Oproep, res: ServerResponse) => void, meer: object = {}) {
  const nep = await maakNep(antwoord);
  const registers = maakRegisters(
    leesRegisters(
      JSON.stringify({
        zaakregisters: [{ id: 'z', zaken: nep.url, catalogi: nep.url, clientId: 'c', secret: 's' }],
        personen: { id: 'brp', url: `${nep.url}/haalcentraal/api/brp`, apiKey: 'sleutel', ...meer },
      }),
      {},
    ),
    { herhaalNaMs: 1 },
  );
  opruimen.push(
    () => registers.sluit(),
    () => nep.sluit(),
  );
  return { nep, register: registers.personen as Personenregister };
}

const met = (persoon: object) => (_o: Oproep, res: ServerResponse) =>
  json(res, {
    type: 'RaadpleegMetBurgerservicenummer',
    personen: [{ burgerservicenummer: BSN, ...persoon }],
  });

describe('een persoon', () => {
  it.each([
    [
      'naam met voorvoegsel',
      { naam: { voornamen: 'Ana', voorvoegsel: 'de', geslachtsnaam: 'Ruĳter' } },
      { naam: 'Ana de Ruĳter', achternaam: 'de Ruĳter' },
    ],
    ['naam zonder voornamen', { naam: { geslachtsnaam: 'Mulder' } }, { naam: 'Mulder' }],
    ['geen naam', {}, { naam: 'Naam onbekend', achternaam: '' }],
    [
      'hele datum',
      { geboorte: { datum: { type: 'Datum', datum: '1984-03-12', langFormaat: '12 maart 1984' } } },
      { geboortedatum: '1984-03-12', geboortedatumTekst: '12 maart 1984' },
    ],
    [
      'jaar en maand',
      { geboorte: { datum: { type: 'JaarMaandDatum', jaar: 1984, maand: 3, langFormaat: 'maart 1984' } } },
      { geboortedatum: null, geboortedatumTekst: 'maart 1984' },
    ],
    [
      'onbekende datum',
      { geboorte: { datum: { type: 'DatumOnbekend', onbekend: true, langFormaat: 'onbekend' } } },
      { geboortedatum: null, geboortedatumTekst: 'onbekend' },
    ],
    [
      'adresregels',
      { adressering: { adresregel1: 'Lindelaan 18', adresregel2: '1234 AB  OEVERDAM' } },
      { adres: 'Lindelaan 18, 1234 AB Oeverdam' },
    ],
    [
      'adres in delen',
      {
        verblijfplaats: {
          type: 'Adres',
          verblijfadres: {
            korteStraatnaam: 'Lindelaan',
            huisnummer: 18,
            huisletter: 'A',
            postcode: '1234AB',
            woonplaats: 'Oeverdam',
          },
        },
      },
      { adres: 'Lindelaan 18 A, 1234 AB Oeverdam' },
    ],
    [
      'adres in het buitenland',
      {
        verblijfplaats: {
          type: 'VerblijfplaatsBuitenland',
          verblijfadres: { regel1: '12 Rue X', land: { omschrijving: 'Frankrijk' } },
        },
      },
      { adres: '12 Rue X, Frankrijk' },
    ],
    [
      'locatie',
      { verblijfplaats: { type: 'Locatie', verblijfadres: { locatiebeschrijving: 'Woonboot' } } },
      { adres: 'Woonboot' },
    ],
    ['adres onbekend', { verblijfplaats: { type: 'VerblijfplaatsOnbekend' } }, { adres: null }],
    ['geheimhouding', { geheimhoudingPersoonsgegevens: true }, { geheimhouding: true }],
    ['geheimhouding als code', { geheimhoudingPersoonsgegevens: 7 }, { geheimhouding: true }],
    ['geheimhouding onleesbaar', { geheimhoudingPersoonsgegevens: 'misschien' }, { geheimhouding: true }],
    ['geen geheimhouding', {}, { geheimhouding: false }],
    ['overleden', { opschortingBijhouding: { reden: { code: 'O' } } }, { overleden: true, emigratie: false }],
    ['emigratie', { opschortingBijhouding: { reden: { code: 'E' } } }, { overleden: false, emigratie: true }],
    [
      'naam in onderzoek',
      { naam: { geslachtsnaam: 'X', inOnderzoek: { geslachtsnaam: true } } },
      { inOnderzoek: true },
    ],
    [
      'alleen een jaar',
      { geboorte: { datum: { type: 'JaarDatum', jaar: 1984, langFormaat: '1984' } } },
      { geboortedatum: null, geboortedatumTekst: '1984' },
    ],
    [
      'vastgesteld niet op het adres',
      { adressering: { adresregel1: 'Lindelaan 18', indicatieVastgesteldVerblijftNietOpAdres: true } },
      { adres: 'Lindelaan 18', inOnderzoek: true },
    ],
    [
      'vastgesteld niet op de locatie',
      { verblijfplaats: { type: 'Locatie', indicatieVastgesteldVerblijftNietOpAdres: true } },
      { inOnderzoek: true },
    ],
    [
      'straatnaam in onderzoek',
      { verblijfplaats: { type: 'Adres', verblijfadres: { inOnderzoek: { korteStraatnaam: true } } } },
      { inOnderzoek: true },
    ],
    [
      'geboortedatum in onderzoek',
      { geboorte: { inOnderzoek: { datum: true, datumIngangOnderzoek: { type: 'Datum' } } } },
      { inOnderzoek: true },
    ],
    [
      'alleen een datum van onderzoek',
      { inOnderzoek: { datumIngangOnderzoekPersoon: {} } },
      { inOnderzoek: false },
    ],
    [
      'adres in het buitenland, in regels',
      {
        adressering: {
          adresregel1: '12 Rue X',
          adresregel2: '75001 Parijs',
          adresregel3: 'Île-de-France',
          land: { code: '5002', omschrijving: 'Frankrijk' },
        },
      },
      { adres: '12 Rue X, 75001 Parijs, Île-de-France, Frankrijk' },
    ],
    [
      'ministerieel besluit',
      { opschortingBijhouding: { reden: { code: 'M' } } },
      { overleden: false, emigratie: false },
    ],
  ])('met %s', async (_naam, persoon, verwacht) => {
    const { register } = await opzet(met(persoon));
    expect(await register.persoon(BSN, aanroep())).toMatchObject(verwacht);
  });

  it('leest in een zoekresultaat hetzelfde als bij raadplegen', async () => {
    const beperkt = {
      geboorte: { datum: { type: 'DatumOnbekend', onbekend: true, langFormaat: 'onbekend' } },
      adressering: { adresregel1: 'Woonboot', indicatieVastgesteldVerblijftNietOpAdres: true },
      geheimhoudingPersoonsgegevens: true,
      opschortingBijhouding: { reden: { code: 'O', omschrijving: 'overlijden' } },
    };
    const { register } = await opzet(met(beperkt), { gemeentecode: '0999' });
    const [gevonden] = await register.zoek({ straat: 'Havenkade', huisnummer: 12 }, aanroep());
    expect(gevonden).toMatchObject({
      geboortedatum: null,
      geboortedatumTekst: 'onbekend',
      adres: 'Woonboot',
      geheimhouding: true,
      overleden: true,
      inOnderzoek: true,
    });
    expect(gevonden).toEqual(await register.persoon(BSN, aanroep()));
  });

  it('die niet bestaat is null', async () => {
    const { register } = await opzet((_o, res) => json(res, { type: 'x', personen: [] }));
    expect(await register.persoon(BSN, aanroep())).toBeNull();
  });

  it('die een ander is, is null', async () => {
    const { register } = await opzet(met({ burgerservicenummer: '123456782' }));
    expect(await register.persoon(BSN, aanroep())).toBeNull();
  });

  it('die onleesbaar is, is niet onbekend', async () => {
    const { register } = await opzet(met({ naam: { geslachtsnaam: 5 } }));
    await expect(register.persoon(BSN, aanroep())).rejects.toMatchObject({ soort: 'onleesbaar' });
  });

  it('wordt met POST gevraagd, met de koppen en velden van het doel', async () => {
    const { nep, register } = await opzet(met({}), {
      headers: { 'X-Gebruiker': '{medewerker}', 'x-doelbinding': 'KCC' },
      doelen: {
        klantcontact: { velden: ['burgerservicenummer', 'naam'], headers: { 'x-verwerking': '{doel}' } },
      },
    });
    await register.persoon(BSN, aanroep());
    await register.persoon(BSN, aanroep({ doel: 'behandeling' }));
    const [een, twee] = nep.oproepen;
    expect(een).toMatchObject({
      methode: 'POST',
      url: '/haalcentraal/api/brp/personen',
      lichaam: {
        type: 'RaadpleegMetBurgerservicenummer',
        burgerservicenummer: [BSN],
        fields: ['burgerservicenummer', 'naam'],
      },
      koppen: {
        'x-api-key': 'sleutel',
        'x-gebruiker': 'kcc',
        'x-doelbinding': 'KCC',
        'x-verwerking': 'klantcontact',
        'content-type': 'application/json; charset=utf-8',
      },
    });
    expect(twee!.koppen['x-verwerking']).toBeUndefined();
    expect((twee!.lichaam as { fields: string[] }).fields).toContain('naam.volledigeNaam');
  });

  it('wordt gedeeld met niemand anders en onder geen ander doel', async () => {
    const { nep, register } = await opzet(met({}));
    await register.persoon(BSN, aanroep());
    await register.persoon(BSN, aanroep());
    expect(nep.oproepen).toHaveLength(1);
    await register.persoon(BSN, aanroep({ medewerker: { id: 'balie', naam: 'Bo' } }));
    await register.persoon(BSN, aanroep({ doel: 'behandeling' }));
    expect(nep.oproepen).toHaveLength(3);
  });

  it('komt in geen fout voor', async () => {
    const { register } = await opzet((_o, res) =>
      json(
        res,
        probleem('paramsValidation', 400, [
          { name: 'burgerservicenummer', code: 'x', reason: `${BSN} klopt niet` },
        ]),
        400,
      ),
    );
    const fout: unknown = await register.persoon(BSN, aanroep()).catch((f: unknown) => f);
    expect(allesVan(fout)).not.toContain(BSN);
  });
});

describe('zoeken', () => {
  it('meldt te veel treffers apart', async () => {
    const { register } = await opzet((_o, res) => json(res, probleem('tooManyResults', 400), 400));
    const vraag = { achternaam: 'Jansen', geboortedatum: '1980-01-01' };
    await expect(register.zoek(vraag, aanroep())).rejects.toMatchObject({ soort: 'te_veel_treffers' });
  });

  it('meldt een veld buiten de autorisatie als verboden', async () => {
    const { register } = await opzet((_o, res) => json(res, probleem('unauthorizedField', 403), 403));
    const vraag = { achternaam: 'Jansen', geboortedatum: '1980-01-01' };
    await expect(register.zoek(vraag, aanroep())).rejects.toMatchObject({
      soort: 'verboden',
      code: 'unauthorizedField',
    });
  });

  it('splitst het voorvoegsel af, en probeert zonder resultaat de hele naam', async () => {
    const { nep, register } = await opzet((_o, res) => json(res, { type: 'x', personen: [] }));
    await register.zoek(
      { achternaam: 'van der Berg', geboortedatum: '1980-01-01', voornamen: 'An*' },
      aanroep(),
    );
    expect(nep.oproepen.map((o) => o.lichaam)).toMatchObject([
      { voorvoegsel: 'van der', geslachtsnaam: 'Berg', voornamen: 'An*', geboortedatum: '1980-01-01' },
      { geslachtsnaam: 'van der Berg' },
    ]);
  });

  it('schrijft een postcode zoals BRP hem wil', async () => {
    const { nep, register } = await opzet((_o, res) => json(res, { type: 'x', personen: [] }));
    await register.zoek(
      { postcode: '1234 ab', huisnummer: 5, huisletter: '', huisnummertoevoeging: 'bis' },
      aanroep(),
    );
    const lichaam = nep.oproepen[0]!.lichaam as object;
    expect(lichaam).toMatchObject({
      type: 'ZoekMetPostcodeEnHuisnummer',
      postcode: '1234AB',
      huisnummer: 5,
      huisnummertoevoeging: 'bis',
    });
    expect(lichaam).not.toHaveProperty('huisletter');
  });

  const ADRES = { huisnummer: 18, huisletter: 'A', huisnummertoevoeging: '2' };
  it.each([
    [
      'ZoekMetNaamEnGemeenteVanInschrijving',
      { achternaam: "van 't Hof", voornamen: 'Ger*' },
      { voorvoegsel: "van 't", geslachtsnaam: 'Hof', voornamen: 'Ger*', gemeenteVanInschrijving: '0999' },
    ],
    [
      'ZoekMetStraatHuisnummerEnGemeenteVanInschrijving',
      { straat: 'Lindela*', ...ADRES },
      { straat: 'Lindela*', ...ADRES, gemeenteVanInschrijving: '0999' },
    ],
    [
      'ZoekMetPostcodeEnHuisnummer',
      { postcode: '1234 ab', ...ADRES, achternaam: 'van Dijk', geboortedatum: '1980-01-01' },
      { postcode: '1234AB', ...ADRES, geslachtsnaam: 'Dijk', geboortedatum: '1980-01-01' },
    ],
    [
      'ZoekMetNummeraanduidingIdentificatie',
      { nummeraanduidingIdentificatie: '0999200000000001' },
      { nummeraanduidingIdentificatie: '0999200000000001' },
    ],
    [
      'ZoekMetAdresseerbaarObjectIdentificatie',
      { adresseerbaarObjectIdentificatie: '0999010000000001' },
      { adresseerbaarObjectIdentificatie: '0999010000000001' },
    ],
  ] as const)('%s stuurt wat dat type kent, met overledenen', async (type, vraag, verwacht) => {
    const { nep, register } = await opzet(met({}), { gemeentecode: '0999' });
    expect(await register.zoek(vraag, aanroep())).toHaveLength(1);
    const { fields, ...lichaam } = nep.oproepen[0]!.lichaam as Record<string, unknown>;
    expect(lichaam).toEqual({ type, ...verwacht, inclusiefOverledenPersonen: true });
    expect(fields).toContain('naam.volledigeNaam');
  });

  it('zoekt op de eerste voornaam als die alleen niemand geeft', async () => {
    const { nep, register } = await opzet(
      (o, res) => {
        const { voornamen } = o.lichaam as { voornamen: string };
        json(res, { type: 'x', personen: voornamen === 'Marijke *' ? [{ burgerservicenummer: BSN }] : [] });
      },
      { gemeentecode: '0999' },
    );
    const vraag = { achternaam: 'Heuvel', voornamen: 'Marijke' };
    expect(await register.zoek(vraag, aanroep())).toHaveLength(1);
    await register.zoek({ ...vraag, geboortedatum: '1979-06-30' }, aanroep());
    expect(nep.oproepen.map(({ lichaam }) => (lichaam as { voornamen: string }).voornamen)).toEqual([
      'Marijke',
      'Marijke *',
      'Marijke',
      'Marijke *',
    ]);
  });

  it.each([
    { achternaam: 'Hof', voornamen: 'An' },
    { straat: 'Lindelaan', huisnummer: 1 },
  ])('vraagt %o niet zonder gemeentecode', async (vraag) => {
    const { nep, register } = await opzet(met({}));
    await expect(register.zoek(vraag, aanroep())).rejects.toMatchObject({
      soort: 'niet_ondersteund',
      code: 'gemeentecode',
    });
    expect(nep.oproepen).toEqual([]);
  });

  it('vraagt per doel en per zoektype zijn eigen velden en koppen', async () => {
    const { nep, register } = await opzet(met({}), {
      gemeentecode: '0999',
      headers: { 'x-doelbinding': 'KCC', 'x-verwerking': 'Zoeken' },
      doelen: {
        klantcontact: {
          zoekvelden: ['burgerservicenummer', 'naam'],
          headers: { 'x-verwerking': 'Klantcontact' },
          typen: {
            ZoekMetStraatHuisnummerEnGemeenteVanInschrijving: {
              velden: ['burgerservicenummer'],
              headers: { 'x-verwerking': 'Adres {medewerker}' },
            },
          },
        },
      },
    });
    await register.zoek({ straat: 'Lindelaan', huisnummer: 18 }, aanroep());
    await register.zoek({ nummeraanduidingIdentificatie: '0999200000000001' }, aanroep());
    await register.zoek({ nummeraanduidingIdentificatie: '0999200000000001' }, aanroep({ doel: 'ander' }));
    expect(
      nep.oproepen.map(({ lichaam, koppen }) => [
        (lichaam as { fields: string[] }).fields.length,
        koppen['x-doelbinding'],
        koppen['x-verwerking'],
      ]),
    ).toEqual([
      [1, 'KCC', 'Adres kcc'],
      [2, 'KCC', 'Klantcontact'],
      [12, 'KCC', 'Zoeken'],
    ]);
  });

  it('een verkeerde gemeentecode of een onbekend zoektype houdt de start tegen', () => {
    const lees = (personen: object) => () =>
      leesRegisters(
        JSON.stringify({
          zaakregisters: [
            { id: 'z', zaken: 'http://a.test', catalogi: 'http://a.test', clientId: 'c', secret: 's' },
          ],
          personen: { id: 'brp', url: 'http://a.test', ...personen },
        }),
        {},
      );
    expect(lees({ gemeentecode: '344' })).toThrow(/personen\.gemeentecode is geen gemeentecode/);
    expect(lees({ doelen: { '*': { typen: { Zoek: {} } } } })).toThrow(/personen\.doelen/);
  });

  it.each([
    ['Jansen', null, 'Jansen'],
    ["van 't Hof", "van 't", 'Hof'],
    ['De', null, 'De'],
    ['Vries van Dam', null, 'Vries van Dam'],
    ['  van  den   Berg ', 'van den', 'Berg'],
  ])('kent van "%s" het voorvoegsel', (naam, voorvoegsel, geslachtsnaam) => {
    expect(splitsAchternaam(naam)).toEqual({ voorvoegsel, geslachtsnaam });
  });
});
