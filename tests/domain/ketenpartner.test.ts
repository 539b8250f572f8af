import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Organisaties, Rol } from '../../server/connectors/ports.ts';
import { antwoordVanKetenpartner, ketenpartnerVan } from '../../server/domain/ketenpartner.ts';
import { bouwRol, bouwZaak, bouwZaaktype } from './bouw.ts';

const EIGEN = '111222333';
const OD = {
  naam: 'Omgevingsdienst Rivierstreek',
  telefoon: '020 123 47 10',
  website: 'https://od.example',
  teZeggen: 'Zij komen bij u kijken. Daarna krijgt u een brief.',
  kenmerken: ['123456782', '90001234', 'OD-R'],
};
const BEKEND: Organisaties = { eigen: [], ketenpartners: [OD] };

const zaak = (verantwoordelijkeOrganisatie = EIGEN) =>
  bouwZaak({ bronorganisatie: EIGEN, verantwoordelijkeOrganisatie });
const behandelaar = (anders: Partial<Rol>): Rol =>
  bouwRol({ omschrijvingGeneriek: 'behandelaar', identificatie: {}, naam: 'Iemand', ...anders });

describe('wie een zaak behandelt', () => {
  it.each<[string, Rol[], string, string | null]>([
    ['een eigen medewerker', [behandelaar({ soort: 'medewerker' })], EIGEN, null],
    ['een eigen afdeling', [behandelaar({ soort: 'organisatorische_eenheid', naam: 'Wonen' })], EIGEN, null],
    ['niemand', [], EIGEN, null],
    [
      'een bekend RSIN',
      [behandelaar({ soort: 'niet_natuurlijk_persoon', identificatie: { rsin: '123456782' } })],
      EIGEN,
      OD.naam,
    ],
    [
      'een bekend KVK-nummer',
      [behandelaar({ soort: 'vestiging', identificatie: { kvkNummer: '90001234' } })],
      EIGEN,
      OD.naam,
    ],
    [
      'een bekende eenheid',
      [behandelaar({ soort: 'organisatorische_eenheid', identificatie: { eenheid: 'od-r' } })],
      EIGEN,
      OD.naam,
    ],
    [
      'een onbekende organisatie',
      [
        behandelaar({
          soort: 'niet_natuurlijk_persoon',
          naam: 'Adviesbureau X',
          identificatie: { rsin: '987654321' },
        }),
      ],
      EIGEN,
      'Adviesbureau X',
    ],
    [
      'het eigen RSIN',
      [behandelaar({ soort: 'niet_natuurlijk_persoon', identificatie: { rsin: EIGEN } })],
      EIGEN,
      null,
    ],
    [
      'een bedrijf dat alleen adviseert',
      [
        behandelaar({
          omschrijvingGeneriek: 'adviseur',
          soort: 'niet_natuurlijk_persoon',
          naam: 'Adviesbureau X',
        }),
      ],
      EIGEN,
      null,
    ],
    [
      'een bedrijf dat aanvraagt',
      [
        behandelaar({
          omschrijvingGeneriek: 'initiator',
          soort: 'niet_natuurlijk_persoon',
          identificatie: { rsin: '123456782' },
        }),
      ],
      EIGEN,
      null,
    ],
    ['een bekende verantwoordelijke', [], '123456782', OD.naam],
    [
      'een onbekende verantwoordelijke',
      [behandelaar({ soort: 'medewerker' })],
      '987654321',
      'een andere organisatie',
    ],
    ['geen verantwoordelijke', [], '', null],
  ])('%s', (_wie, rollen, verantwoordelijk, verwacht) => {
    expect(ketenpartnerVan(zaak(verantwoordelijk), rollen, BEKEND)?.naam ?? null).toBe(verwacht);
  });

  it('een gemeente die haar RSIN noemt, is niet de ketenpartner van wie haar zaken bijhoudt', () => {
    const bijDienst = bouwZaak({ bronorganisatie: '987654321', verantwoordelijkeOrganisatie: EIGEN });
    expect(ketenpartnerVan(bijDienst, [], BEKEND)?.naam).toBe('een andere organisatie');
    expect(ketenpartnerVan(bijDienst, [], { ...BEKEND, eigen: [EIGEN] })).toBeNull();
  });

  it('een organisatie die zelf bijhoudt wat zij behandelt, is bekend als de beheerder haar noemt', () => {
    const zelf = bouwZaak({ bronorganisatie: '123456782', verantwoordelijkeOrganisatie: '123456782' });
    expect(ketenpartnerVan(zelf, [], BEKEND)).toBe(OD);
    expect(ketenpartnerVan(zelf, [], { eigen: [], ketenpartners: [] })).toBeNull();
  });
});

describe('wat u mag zeggen', () => {
  it('wie het doet, wat de beheerder schreef, een zin per regel, en het telefoonnummer', () => {
    const { zinnen, nl, actie } = antwoordVanKetenpartner(
      OD,
      zaak(),
      bouwZaaktype({ omschrijving: 'Sloopmelding' }),
    );
    expect(zinnen.nl).toEqual([
      'Omgevingsdienst Rivierstreek behandelt uw melding.',
      'Zij komen bij u kijken.',
      'Daarna krijgt u een brief.',
      'U kunt hen bellen: 020 123 47 10.',
    ]);
    expect(nl).toBe(zinnen.nl.join(' '));
    expect(zinnen.en[0]).toBe('Omgevingsdienst Rivierstreek is handling your report.');
    expect(actie).toEqual({ moet: null, voor: null });
  });

  it('van een onbekende alleen dat zij het doet, en dat wij het niet zien', () => {
    const onbekend = ketenpartnerVan(zaak('987654321'), [], { eigen: [], ketenpartners: [] });
    if (onbekend === null) throw new Error('geen ketenpartner');
    const { zinnen } = antwoordVanKetenpartner(onbekend, zaak(), bouwZaaktype());
    expect(zinnen.nl).toEqual([
      'Een andere organisatie behandelt uw aanvraag (individuele inkomenstoeslag).',
      'Wij kunnen niet zien hoe ver zij zijn.',
    ]);
    expect(zinnen.en[0]).toMatch(/^Another organisation/);
  });

  it('zegt nooit een datum, stap of termijn, wat er ook in de zaak staat', () => {
    const dag = fc.constantFrom('2026-01-05', '2027-12-31');
    fc.assert(
      fc.property(dag, dag, fc.boolean(), (start, uiterlijk, klaar) => {
        const eigen = bouwZaak({
          startdatum: start,
          uiterlijkeEinddatumAfdoening: uiterlijk,
          einddatum: klaar ? uiterlijk : null,
        });
        const { nl, en } = antwoordVanKetenpartner(
          { ...OD, telefoon: null, teZeggen: null },
          eigen,
          bouwZaaktype(),
        );
        expect(nl + en).not.toMatch(/\d/);
      }),
    );
  });
});
