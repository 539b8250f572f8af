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
  ])('met %s', async (_naam, persoon, verwacht) => {
    const { register } = await opzet(met(persoon));
    expect(await register.persoon(BSN, aanroep())).toMatchObject(verwacht);
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
