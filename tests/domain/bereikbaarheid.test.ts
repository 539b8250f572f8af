import { describe, expect, it } from 'vitest';
import type { Bereikbaarheid, Collega, Groep } from '../../server/connectors/ports.ts';
import { teamVan } from '../../server/domain/bereikbaarheid.ts';
import { bouwRol } from './bouw.ts';

const collega = (id: string, anders: Partial<Collega> = {}): Collega => ({
  id,
  naam: `Naam ${id}`,
  functie: null,
  afdelingen: ['Wonen'],
  groepen: [],
  telefoon: `020 ${id}`,
  email: null,
  werktijden: null,
  afwezig: null,
  vervanger: null,
  ...anders,
});
const afdeling = { id: 'wonen', naam: 'Wonen', telefoon: '020 1', email: null, openingstijden: null };
const STAND: Bereikbaarheid[] = [
  {
    afdeling,
    open: true,
    openTot: '17:00',
    collegas: [
      { collega: collega('a'), bereikbaar: true, vervanger: null },
      { collega: collega('b'), bereikbaar: false, vervanger: collega('a') },
      { collega: collega('c'), bereikbaar: null, vervanger: null },
      { collega: collega('d', { groepen: ['Subsidies'] }), bereikbaar: true, vervanger: null },
      { collega: collega('e'), bereikbaar: true, vervanger: null },
      { collega: collega('f'), bereikbaar: true, vervanger: null },
    ],
  },
  {
    afdeling: { ...afdeling, id: 'jz', naam: 'Juridische Zaken' },
    open: null,
    openTot: null,
    collegas: [
      { collega: collega('z', { afdelingen: ['Juridische Zaken'] }), bereikbaar: null, vervanger: null },
    ],
  },
];
const GROEPEN: Groep[] = [
  { id: 'subsidies', naam: 'Subsidies', afdeling: 'wonen', telefoon: '020 9', email: null },
  { id: 'los', naam: 'Los team', afdeling: null, telefoon: null, email: null },
];
const WERKDAG = new Date('2026-11-25T10:00:00+01:00');
const behandelaar = (medewerker: string) =>
  bouwRol({
    soort: 'medewerker',
    omschrijvingGeneriek: 'behandelaar',
    identificatie: { medewerker },
    naam: 'X',
  });

describe('het team van een zaak', () => {
  it('wordt gevonden op naam of id, hoe het ook geschreven is; een onbekende afdeling heeft geen team', () => {
    for (const naam of ['Wonen', ' wonen '])
      expect(
        teamVan({ bereikbaarheid: STAND, groepen: GROEPEN }, naam, [], { nu: WERKDAG, namen: true }),
      ).toMatchObject({
        afdeling: 'Wonen',
        openTot: '17:00',
      });
    expect(
      teamVan({ bereikbaarheid: STAND, groepen: GROEPEN }, 'Parken', [], { nu: WERKDAG, namen: true }),
    ).toBeNull();
  });

  it('kan een groep zijn: met het eigen nummer, de tijden van haar afdeling en wie erin zit', () => {
    expect(
      teamVan({ bereikbaarheid: STAND, groepen: GROEPEN }, 'subsidies', [], { nu: WERKDAG, namen: true }),
    ).toMatchObject({
      afdeling: 'Subsidies',
      telefoon: '020 9',
      open: true,
      openTot: '17:00',
      collegas: [{ naam: 'Naam d' }],
    });
    expect(
      teamVan({ bereikbaarheid: STAND, groepen: GROEPEN }, 'Los team', [], { nu: WERKDAG, namen: true }),
    ).toMatchObject({
      afdeling: 'Los team',
      open: null,
      collegas: [],
    });
  });

  it('noemt eerst wie de zaak heeft, met wie vervangt, dan ten hoogste drie die er nu zijn', () => {
    const team = teamVan({ bereikbaarheid: STAND, groepen: GROEPEN }, 'Wonen', [behandelaar('B')], {
      nu: WERKDAG,
      namen: true,
    });
    expect(team?.collegas.map(({ naam, behandelaar: heeft }) => [naam, heeft])).toEqual([
      ['Naam b', true],
      ['Naam a', false],
      ['Naam d', false],
      ['Naam e', false],
    ]);
    expect(team?.collegas[0]).toMatchObject({
      bereikbaar: false,
      vervanger: { naam: 'Naam a', telefoon: '020 a' },
    });
  });

  it('noemt een behandelaar van een andere afdeling ook, en onbekend blijft onbekend', () => {
    const team = teamVan({ bereikbaarheid: STAND, groepen: GROEPEN }, 'Wonen', [behandelaar('z')], {
      nu: WERKDAG,
      namen: true,
    });
    expect(team?.collegas[0]).toMatchObject({ naam: 'Naam z', behandelaar: true, bereikbaar: null });
  });

  it('verraadt zonder recht op namen niet wie de zaak heeft', () => {
    const met = teamVan({ bereikbaarheid: STAND, groepen: GROEPEN }, 'Wonen', [behandelaar('a')], {
      nu: WERKDAG,
      namen: false,
    });
    expect(met).toEqual(
      teamVan({ bereikbaarheid: STAND, groepen: GROEPEN }, 'Wonen', [], { nu: WERKDAG, namen: false }),
    );
    expect(met?.collegas.every(({ behandelaar: heeft }) => !heeft)).toBe(true);
  });

  it.each(['2026-12-25', '2027-03-29', '2026-04-27'])(
    'is op de feestdag %s dicht, wat het register ook zegt',
    (dag) => {
      const nu = new Date(`${dag}T10:00:00+01:00`);
      const team = teamVan({ bereikbaarheid: STAND, groepen: GROEPEN }, 'Wonen', [behandelaar('b')], {
        nu,
        namen: true,
      });
      expect(team).toMatchObject({ open: false, openTot: null, feestdag: true });
      expect(team?.collegas).toEqual([
        expect.objectContaining({ naam: 'Naam b', bereikbaar: false, vervanger: null }),
      ]);
    },
  );
});
