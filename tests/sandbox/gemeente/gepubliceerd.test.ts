import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rang } from '../../../server/sandbox/gemeente/catalogus/volgorde.ts';
import { maakGemeente } from '../../../server/sandbox/gemeente/index.ts';
import { leesZaken, tekst } from './lezer.ts';
import { eisNummers, eisTijden, eisVerwijzingen } from './regels.ts';
import { eisContacten, eisVerhulst } from './verhulst.ts';

const PEILDATUM = new Date('2026-11-21T11:15:42Z');
const ORIGIN = 'http://zaaksysteem.voorbeeld.nl';
const BASIS = '/zgw/catalogi/api/v1';
const VOLGORDE = ['Geaccepteerd', 'In behandeling genomen', 'Ingetrokken', 'Ontvangen', 'Afgehandeld'];
const NAMEN = [
  ...['Omgevingsvergunning', 'Omgevingsvergunning - LP00000013', 'Sloopmelding', 'Geluidsniveau ontheffing'],
  ...[
    'Individuele inkomenstoeslag',
    'Bijzondere bijstand aanvraag',
    'Bijstand aanvraag',
    'Minimaregeling aanvraag',
  ],
  ...['Gehandicaptenparkeerkaart', 'Gehandicaptenparkeerplaats', 'Aanvraag rijbewijs', 'Reisdocument'],
  ...['Aangifte verhuizing', 'Kinderopvang kosten tegemoetkoming', 'Evenementenvergunning', 'Studietoeslag'],
  ...['Collectieve zorgverzekering', 'Vooroverleg', 'Schulddienstverlening', 'Jeugd en Gezin aanvraag'],
];
const uuid = (soort: number, i: number, j = 0): string =>
  `${String(soort).padStart(8, '0')}-0000-4000-8000-${String(i * 100 + j).padStart(12, '0')}`;
const url = (resource: string, id: string): string => `${ORIGIN}${BASIS}/${resource}/${id}`;

/** A catalogus as an older Open Zaak published it: no beginObject, no verantwoordelijke. One zaaktype is empty. */
function gepubliceerd() {
  const catalogus = url('catalogussen', uuid(1, 1));
  const zaaktype = (naam: string, i: number, leeg = false) => ({
    url: url('zaaktypen', uuid(2, i)),
    identificatie: `B${1000 + i}`,
    omschrijving: naam,
    omschrijvingGeneriek: naam,
    vertrouwelijkheidaanduiding: leeg ? 'geheim' : 'vertrouwelijk',
    doel: naam,
    aanleiding: naam,
    toelichting: '',
    indicatieInternOfExtern: leeg ? 'intern' : 'extern',
    handelingInitiator: 'Aanvragen',
    onderwerp: naam,
    handelingBehandelaar: 'Beoordelen',
    doorlooptijd: 'P56D',
    servicenorm: null,
    opschortingEnAanhoudingMogelijk: true,
    verlengingMogelijk: true,
    verlengingstermijn: 'P42D',
    trefwoorden: [],
    publicatieIndicatie: false,
    publicatietekst: '',
    verantwoordingsrelatie: [],
    productenOfDiensten: ['https://referentielijsten-api.vng.cloud/api/v1/procestypen/1'],
    referentieproces: { naam, link: '' },
    catalogus,
    statustypen: [],
    resultaattypen: [],
    eigenschappen: [],
    informatieobjecttypen: [],
    roltypen: [],
    besluittypen: [],
    deelzaaktypen: [],
    gerelateerdeZaaktypen: [],
    beginGeldigheid: '2021-05-27',
    eindeGeldigheid: null,
    versiedatum: '2021-05-27',
    concept: false,
  });
  const delen = NAMEN.map((_, i) => url('zaaktypen', uuid(2, i)));
  const soort = url('informatieobjecttypen', uuid(6, 1));
  return {
    origin: ORIGIN,
    basePath: BASIS,
    resources: {
      catalogussen: [{ url: catalogus, domein: 'TEST', rsin: '111222333', zaaktypen: delen }],
      zaaktypen: [...NAMEN.map((naam, i) => zaaktype(naam, i)), zaaktype('Test 1617786676', 90, true)],
      statustypen: delen.flatMap((eigen, i) =>
        VOLGORDE.map((omschrijving, j) => ({
          url: url('statustypen', uuid(3, i, j)),
          zaaktype: eigen,
          omschrijving,
          omschrijvingGeneriek: '',
          statustekst: '',
          volgnummer: j + 1,
          isEindstatus: j === 4,
          informeren: false,
        })),
      ),
      resultaattypen: delen.flatMap((eigen, i) =>
        ['Afgebroken', 'Afgewezen', 'Toegekend', 'Uitgereikt'].map((omschrijving, j) => ({
          url: url('resultaattypen', uuid(4, i, j)),
          zaaktype: eigen,
          omschrijving,
        })),
      ),
      roltypen: delen.flatMap((eigen, i) =>
        ['behandelaar', 'belanghebbende', 'initiator'].map((omschrijvingGeneriek, j) => ({
          url: url('roltypen', uuid(5, i, j)),
          zaaktype: eigen,
          omschrijving: omschrijvingGeneriek,
          omschrijvingGeneriek,
        })),
      ),
      informatieobjecttypen: [
        { url: soort, catalogus, omschrijving: 'Aanvraag', beginGeldigheid: '2021-05-27' },
      ],
      'zaaktype-informatieobjecttypen': delen.map((eigen, i) => ({
        url: url('zaaktype-informatieobjecttypen', uuid(7, i)),
        zaaktype: eigen,
        informatieobjecttype: soort,
        volgnummer: 1,
        richting: 'inkomend',
        statustype: null,
      })),
    },
  };
}

describe('een gepubliceerde catalogus', () => {
  const gemeente = maakGemeente({
    seed: 3,
    burgers: 120,
    bedrijven: 10,
    peildatum: PEILDATUM,
    catalogus: gepubliceerd(),
  });

  it('maakt van zijn adressen onze paden en vult aan wat de oudere uitgave niet had', () => {
    expect(JSON.stringify(gemeente.tabellen)).not.toContain(ORIGIN);
    const [eerste] = gemeente.tabellen['catalogi/zaaktypen'];
    expect(eerste).toMatchObject({
      uuid: uuid(2, 0),
      catalogus: `/catalogi/api/v1/catalogussen/${uuid(1, 1)}`,
      beginObject: '2021-05-27',
      verantwoordelijke: '',
      productenOfDiensten: ['https://referentielijsten-api.vng.cloud/api/v1/procestypen/1'],
    });
    expect(gemeente.tabellen['catalogi/statustypen'][0]).toMatchObject({
      zaaktype: `/catalogi/api/v1/zaaktypen/${uuid(2, 0)}`,
      zaaktypeIdentificatie: 'B1000',
    });
  });

  it('heeft van elk zaaktype zaken, en in elk statustype staat er een', () => {
    const zaken = leesZaken(gemeente);
    const perType = Map.groupBy(zaken, (z) => tekst(z.zaaktype, 'omschrijving'));
    expect(perType.size).toBe(NAMEN.length + 1);
    for (const naam of NAMEN) {
      const staat = new Set((perType.get(naam) ?? []).map((z) => z.statussen.at(-1)?.naam ?? 'geen'));
      expect(staat, naam).toEqual(new Set([...VOLGORDE, 'geen']));
    }
    expect(
      perType.get('Test 1617786676')!.every((z) => z.statussen.length === 0 && z.rollen.length === 0),
    ).toBe(true);
  });

  it('laat de statussen gebeuren in een volgorde die hun nummers niet volgen', () => {
    const recht = leesZaken(gemeente).filter((z) => z.statussen.length === 4);
    expect(recht.length).toBeGreaterThan(30);
    for (const { statussen } of recht.filter((z) => z.statussen.every((s) => s.naam !== 'Ingetrokken'))) {
      expect(statussen.map((s) => s.naam)).toEqual([
        'Ontvangen',
        'Geaccepteerd',
        'In behandeling genomen',
        'Afgehandeld',
      ]);
    }
  });

  it('houdt bij elk zaad wat altijd moet gelden, ook voor mevrouw Verhulst', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const gemaakt = maakGemeente({
          seed,
          burgers: 60,
          bedrijven: 5,
          peildatum: PEILDATUM,
          catalogus: gepubliceerd(),
        });
        eisVerwijzingen(gemaakt);
        eisNummers(gemaakt);
        eisTijden(gemaakt, PEILDATUM.getTime());
        eisVerhulst(gemaakt, PEILDATUM.getTime());
        eisContacten(gemaakt);
      }),
      { numRuns: 5 },
    );
  });

  it('weigert een bestand dat geen catalogus is', () => {
    const maak = (catalogus: unknown) => () =>
      maakGemeente({ seed: 1, burgers: 1, bedrijven: 1, peildatum: PEILDATUM, catalogus });
    expect(maak({})).toThrow(/^SANDBOX_CATALOGUS: /);
    const elders = gepubliceerd();
    elders.resources.zaaktypen[0]!.url = 'http://een.ander.nl/zaaktypen/1';
    expect(maak(elders)).toThrow(/buiten zichzelf/);
    const zonderDuur = gepubliceerd();
    zonderDuur.resources.zaaktypen[0]!.doorlooptijd = 'acht weken';
    expect(maak(zonderDuur)).toThrow(/zaaktypen\.0\.doorlooptijd/);
  });

  it('zet stappen bij naam in de volgorde waarin zij gebeuren', () => {
    const stappen = [
      'Besluit genomen',
      'In behandeling genomen',
      'Geregistreerd',
      'Intake afgerond',
      'Geaccepteerd',
    ];
    expect([...stappen].sort((a, b) => rang(a) - rang(b))).toEqual([
      'Geregistreerd',
      'Geaccepteerd',
      'Intake afgerond',
      'In behandeling genomen',
      'Besluit genomen',
    ]);
  });
});
