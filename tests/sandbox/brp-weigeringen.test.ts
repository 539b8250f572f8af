import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../server/sandbox/typen.ts';
import { brpProef, fields, OP_BSN, OP_NAAM, OP_POSTCODE } from './brp-gemeente.ts';

const { op, roep } = brpProef();

describe('wie mag er in', () => {
  it('weigert zonder of met een verkeerde sleutel met 401', async () => {
    for (const sleutel of [undefined, 'fout']) {
      const { status, lichaam } = await roep({ json: OP_BSN, kop: { 'x-api-key': sleutel } });
      expect([status, lichaam['code']]).toEqual([401, 'authentication']);
    }
  });
  it('weigert GET met 405 en noemt POST', async () => {
    const { status, kop, lichaam } = await roep({ method: 'GET' });
    expect([status, kop.get('allow'), lichaam['status']]).toEqual([405, 'POST', 405]);
  });
  it('weigert een ander pad met 404 in de eigen vorm', async () => {
    const { status, lichaam } = await op('/brp/gezinnen', {});
    expect([status, lichaam['instance']]).toEqual([404, '/brp/gezinnen']);
  });
  it.each([
    ['content-type', 'application/xml', 415, 'unsupportedMediaType'],
    ['content-type', 'application/json; charset=cp1252', 415, 'unsupportedMediaType'],
    ['content-type', '*/*', 415, 'unsupportedMediaType'],
    ['accept', 'application/xml', 406, 'notAcceptable'],
  ])('weigert %s %s met %i', async (naam, waarde, verwacht, code) => {
    const { status, lichaam } = await roep({ json: { ...OP_BSN, fields }, kop: { [naam]: waarde } });
    expect([status, lichaam['code']]).toEqual([verwacht, code]);
  });
  it.each([
    ['content-type', 'application/json; charset=UTF-8'],
    ['accept', '*/*;charset=utf-8'],
    ['accept', 'application/json, text/plain, */*'],
  ])('aanvaardt %s %s', async (naam, waarde) => {
    const { status } = await roep({ json: { ...OP_BSN, fields }, kop: { [naam]: waarde } });
    expect(status).toBe(200);
  });
  it.each(['{"type":', '[]', '"tekst"', 'null'])('weigert het lichaam %s met 400', async (body) => {
    const { status, kop } = await roep({ body, kop: { 'content-type': 'application/json' } });
    expect([status, kop.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
  });
});

describe('een foute vraag', () => {
  const P = (naam: string, code: string, reason: string) => ({ name: naam, code, reason });
  const verplicht = (naam: string) => P(naam, 'required', 'Parameter is verplicht.');
  const patroon = (naam: string, p: string) => P(naam, 'pattern', `Waarde voldoet niet aan patroon ${p}.`);
  const NAAM = String.raw`^[a-zA-Z0-9À-ž \.\-\']{1,200}$|^[a-zA-Z0-9À-ž \.\-\']{3,199}\*{1}$`;
  const VELD = String.raw`^[a-zA-Z0-9\._]{1,200}$`;
  const gevallen: [string, JsonObject, ReturnType<typeof P>[]][] = [
    ['zonder type', {}, [verplicht('type')]],
    ['van een onbekend type', { type: 'zoek' }, [P('type', 'value', 'Waarde is geen geldig zoek type.')]],
    ['zonder fields', OP_BSN, [verplicht('fields')]],
    [
      'met lege fields',
      { ...OP_BSN, fields: [] },
      [P('fields', 'minItems', 'Array bevat minder dan 1 items.')],
    ],
    [
      'met fields als tekst',
      { ...OP_BSN, fields: 'naam' },
      [P('fields', 'array', 'Parameter is geen array.')],
    ],
    [
      'met 131 fields',
      { ...OP_BSN, fields: Array<string>(131).fill('naam') },
      [P('fields', 'maxItems', 'Array bevat meer dan 130 items.')],
    ],
    ['met een vreemd teken in fields', { ...OP_BSN, fields: ['a*nummer'] }, [patroon('fields[0]', VELD)]],
    [
      'met een onbekend veld',
      { ...OP_BSN, fields: ['naam', 'anummer'] },
      [P('fields[1]', 'fields', 'Parameter bevat een niet bestaande veldnaam.')],
    ],
    [
      'met een veld dat vanzelf komt',
      { ...OP_BSN, fields: ['geheimhoudingPersoonsgegevens'] },
      [P('fields[0]', 'fields', 'Parameter bevat een niet toegestane veldnaam.')],
    ],
    [
      'op nul nummers',
      { ...OP_BSN, burgerservicenummer: [], fields },
      [P('burgerservicenummer', 'minItems', 'Array bevat minder dan 1 items.')],
    ],
    [
      'op een nummer van 8 cijfers',
      { ...OP_BSN, burgerservicenummer: ['99999365'], fields },
      [patroon('burgerservicenummer[0]', '^[0-9]{9}$')],
    ],
    [
      'op naam zonder naam en datum',
      { type: OP_NAAM.type, geslachtsnaam: '', fields },
      [verplicht('geboortedatum'), verplicht('geslachtsnaam')],
    ],
    [
      'op een datum als 19830526',
      { ...OP_NAAM, geslachtsnaam: 'Os', geboortedatum: '19830526', fields },
      [P('geboortedatum', 'date', 'Waarde is geen geldige datum.')],
    ],
    [
      'met de wildcard na 2 letters',
      { ...OP_NAAM, geslachtsnaam: 'ab*', fields },
      [patroon('geslachtsnaam', NAAM)],
    ],
    [
      'met de wildcard vooraan',
      { ...OP_NAAM, geslachtsnaam: '*sen', fields },
      [patroon('geslachtsnaam', NAAM)],
    ],
    [
      'op een huisnummer als tekst',
      { ...OP_POSTCODE, huisnummer: '2e', fields },
      [P('huisnummer', 'integer', 'Waarde is geen geldig getal.')],
    ],
    [
      'op huisnummer 0',
      { ...OP_POSTCODE, huisnummer: 0, fields },
      [P('huisnummer', 'minimum', 'Waarde is lager dan minimum 1.')],
    ],
    [
      'met een tekst waar ja of nee hoort',
      { ...OP_POSTCODE, inclusiefOverledenPersonen: '', fields },
      [P('inclusiefOverledenPersonen', 'boolean', 'Waarde is geen boolean.')],
    ],
    [
      'met een parameter van een ander type',
      { ...OP_BSN, voornamen: 'Jan', fields },
      [P('voornamen', 'unknownParam', 'Parameter is niet verwacht.')],
    ],
    [
      'met alles tegelijk fout',
      { ...OP_POSTCODE, postcode: '0628HJ', huisnummer: 'twee', fields: [] },
      [
        patroon('postcode', '^[1-9]{1}[0-9]{3}[ ]?[A-Za-z]{2}$'),
        P('huisnummer', 'integer', 'Waarde is geen geldig getal.'),
        P('fields', 'minItems', 'Array bevat minder dan 1 items.'),
      ],
    ],
  ];
  it.each(gevallen)('wordt geweigerd: %s', async (_naam, json, invalidParams) => {
    const { status, lichaam } = await roep({ json });
    expect(status).toBe(400);
    expect(lichaam).toEqual({
      invalidParams,
      type: 'https://datatracker.ietf.org/doc/html/rfc7231#section-6.5.1',
      title: 'Een of meerdere parameters zijn niet correct.',
      status: 400,
      detail: `De foutieve parameter(s) zijn: ${invalidParams.map((p) => p.name).join(', ')}.`,
      instance: '/brp/personen',
      code: 'paramsValidation',
    });
  });
});
