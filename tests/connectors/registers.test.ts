import { describe, expect, it } from 'vitest';
import { leesRegisters } from '../../server/connectors/registers-config.ts';
import { standaardRegisters } from '../../server/connectors/registers-standaard.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';

const zaakregister = {
  id: 'openzaak',
  naam: 'Open Zaak',
  zaken: 'https://oz.nl/zaken/api/v1',
  catalogi: 'https://oz.nl/catalogi/api/v1',
  clientId: 'console',
  secret: { env: 'OPENZAAK_SECRET' },
};
const lees = (json: unknown, env: Record<string, string> = { OPENZAAK_SECRET: 'geheim' }) =>
  leesRegisters(typeof json === 'string' ? json : JSON.stringify(json), env);

describe('het REGISTERS-bestand', () => {
  it('haalt een geheim uit de omgeving of neemt het letterlijk', () => {
    expect(lees({ zaakregisters: [zaakregister] }).zaakregisters[0]!.secret).toBe('geheim');
    expect(lees({ zaakregisters: [{ ...zaakregister, secret: 'los' }] }).zaakregisters[0]!.secret).toBe(
      'los',
    );
  });

  it('neemt een bestand met alles', () => {
    const env = { A: 'a', B: 'b', C: 'c', D: 'd', E: 'e', F: 'f' };
    const config = lees(
      {
        zaakregisters: [
          {
            ...zaakregister,
            documenten: 'https://oz.nl/documenten/api/v1',
            besluiten: {
              url: 'http://intern:8000/besluiten/api/v1/',
              publiek: 'https://oz.nl/besluiten/api/v1',
            },
            secret: { env: 'A' },
            substatussen: true,
            expand: 'auto',
          },
        ],
        klantregister: {
          id: 'openklant',
          klantinteracties: 'https://ok.nl/klantinteracties/api/v1',
          token: { env: 'B' },
        },
        personen: {
          id: 'brp',
          url: 'https://brp.nl/haalcentraal/api/brp',
          apiKey: { env: 'C' },
          headers: {},
        },
        bedrijven: { id: 'kvk', url: 'https://api.kvk.nl/api', apiKey: { env: 'D' } },
        notificaties: {
          id: 'opennotificaties',
          url: 'https://on.nl/api/v1',
          clientId: 'console',
          secret: { env: 'E' },
          callbackUrl: 'https://console.nl/api/notificaties',
          callbackToken: { env: 'F' },
        },
      },
      env,
    );
    expect([
      config.klantregister?.soort === undefined && config.klantregister?.token,
      config.personen?.apiKey,
      config.notificaties?.callbackToken,
    ]).toEqual(['b', 'c', 'f']);
  });

  it.each<[string, unknown, string]>([
    ['geen JSON', '{', 'REGISTERS: het bestand is geen geldige JSON.'],
    [
      'geen zaakregister',
      { zaakregisters: [] },
      'REGISTERS: zaakregisters moet ten minste één register hebben.',
    ],
    [
      'een adres dat ontbreekt',
      { zaakregisters: [{ ...zaakregister, zaken: undefined }] },
      'REGISTERS: zaakregisters.0.zaken is geen http(s)-adres.',
    ],
    [
      'een adres dat geen adres is',
      { zaakregisters: [{ ...zaakregister, catalogi: 'ftp://x' }] },
      'REGISTERS: zaakregisters.0.catalogi is geen http(s)-adres.',
    ],
    [
      'een geheim dat niet gezet is',
      { zaakregisters: [{ ...zaakregister, secret: { env: 'NIET_GEZET' } }] },
      'REGISTERS: zaakregisters.0.secret verwijst naar NIET_GEZET, maar die is niet gezet.',
    ],
    [
      'een geheim dat ontbreekt',
      { zaakregisters: [zaakregister], bedrijven: { id: 'kvk', url: 'https://kvk.nl' } },
      'REGISTERS: bedrijven.apiKey ontbreekt: geef een tekst of {"env": "NAAM"}.',
    ],
    [
      'een onbekende sleutel',
      { zaakregisters: [{ ...zaakregister, geheim: 1 }] },
      'REGISTERS: zaakregisters.0 kent geen geheim.',
    ],
    [
      'twee dezelfde ids',
      { zaakregisters: [zaakregister, zaakregister] },
      'REGISTERS: id elk register heeft een eigen id nodig.',
    ],
    [
      'een ketenpartner die niemand herkent',
      { zaakregisters: [zaakregister], ketenpartners: [{ naam: 'OD' }] },
      'REGISTERS: ketenpartners.0 wil een rsin, kvkNummer of eenheid.',
    ],
    [
      'een ketenpartner met een onveilig adres',
      {
        zaakregisters: [zaakregister],
        ketenpartners: [{ naam: 'OD', eenheid: 'OD', website: 'javascript:1' }],
      },
      'REGISTERS: ketenpartners.0.website is geen https-adres.',
    ],
    [
      'een eigen organisatie zonder RSIN',
      { zaakregisters: [zaakregister], eigenOrganisaties: ['Oeverdam'] },
      'REGISTERS: eigenOrganisaties.0 is geen RSIN van 9 cijfers.',
    ],
    [
      'medewerkers uit een bestand én een API',
      {
        zaakregisters: [{ ...zaakregister, secret: 'x' }],
        medewerkers: { csv: 'a.csv', objecten: 'https://o.nl' },
      },
      'REGISTERS: medewerkers wil óf csv, óf objecten met typen en een token (of clientId en secret).',
    ],
    [
      'klanttaken met token én secret',
      {
        zaakregisters: [{ ...zaakregister, secret: 'x' }],
        klanttaken: {
          objecten: 'https://o.nl',
          type: 'https://o.nl/t',
          token: 'a',
          clientId: 'b',
          secret: 'c',
        },
      },
      'REGISTERS: klanttaken wil een token (of clientId en secret).',
    ],
    [
      'een soort klantregister die er niet is',
      { zaakregisters: [{ ...zaakregister, secret: 'x' }], klantregister: { id: 'k', soort: 'stuf' } },
      'REGISTERS: klantregister.soort moet klantinteracties of contactmomenten1 zijn.',
    ],
    [
      'een id met een vreemd teken',
      { zaakregisters: [{ ...zaakregister, id: 'open~zaak' }] },
      'REGISTERS: zaakregisters.0.id mag alleen kleine letters, cijfers en - hebben.',
    ],
  ])('meldt %s in één regel', (_naam, json, melding) => {
    expect(() => lees(json)).toThrow(melding);
  });

  it('geeft elk zaakregister de organisaties die de gemeente noemt', async () => {
    const config = lees({
      zaakregisters: [zaakregister],
      eigenOrganisaties: ['111222333'],
      ketenpartners: [{ naam: 'OD', rsin: '123456782', eenheid: 'OD-R', telefoon: '020 123 47 10' }],
    });
    const registers = maakRegisters(config);
    expect(registers.zaken[0]?.organisaties).toEqual({
      eigen: ['111222333'],
      ketenpartners: [
        {
          naam: 'OD',
          telefoon: '020 123 47 10',
          website: null,
          teZeggen: null,
          kenmerken: ['123456782', 'OD-R'],
        },
      ],
    });
    await registers.sluit();
  });

  it('noemt een geheim in geen melding', () => {
    const json = { zaakregisters: [{ ...zaakregister, secret: 'heel-geheim', zaken: 5 }] };
    expect(() => lees(json)).toThrow(expect.not.stringContaining('heel-geheim'));
  });
});

describe('de registers', () => {
  it('zonder klanten, personen, bedrijven en notificaties zijn er zichtbaar niet', async () => {
    const registers = maakRegisters(lees({ zaakregisters: [zaakregister] }));
    expect(registers).toMatchObject({ klanten: null, personen: null, bedrijven: null, notificaties: null });
    expect(registers.zaken[0]).toMatchObject({
      id: 'openzaak',
      naam: 'Open Zaak',
      kan: { substatussen: true, besluiten: false, documenten: false },
    });
    await registers.sluit();
  });

  it('kunnen per register anders, met kan als laatste woord', async () => {
    const registers = maakRegisters(
      lees({
        zaakregisters: [
          { ...zaakregister, id: 'a', soort: 'oneground' },
          { ...zaakregister, id: 'b', substatussen: false },
          { ...zaakregister, id: 'c', soort: 'generiek', kan: { substatussen: true } },
        ],
      }),
    );
    expect(registers.zaken.map((z) => z.kan.substatussen)).toEqual([false, false, true]);
    await registers.sluit();
  });

  it('van de meegeleverde gemeente hebben de namen van het contract', async () => {
    const config = standaardRegisters(
      'http://127.0.0.1:8010/',
      'http://127.0.0.1:3000/api/notificaties',
      'Bearer x',
    );
    const r = maakRegisters(config);
    expect([r.zaken[0]?.id, r.klanten?.id, r.personen?.id, r.bedrijven?.id, r.notificaties?.id]).toEqual([
      'sandbox',
      'klanten',
      'brp',
      'kvk',
      'notificaties',
    ]);
    expect(config.zaakregisters[0]!.zaken).toBe('http://127.0.0.1:8010/zaken/api/v1');
    expect(config.personen!.url).toBe('http://127.0.0.1:8010/brp');
    await r.sluit();
  });
});
