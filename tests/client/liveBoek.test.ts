import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { raakt } from '../../client/providers/live.ts';
import { LiveBoek } from '../../client/providers/liveBoek.ts';
import type { Gebeurtenis } from '../../shared/contracts/gebeurtenis.ts';

const klant = 'klant:abcdefgh';
const gebeurtenis = (volgnummer: number, onderwerp = klant): Gebeurtenis => ({
  volgnummer,
  soort: 'zaak.substatus',
  onderwerp,
  id: 'sandbox~00000000-0000-4000-8000-000000000001',
  tijdstip: '2026-11-21T10:00:00Z',
});
const nummers = (lijst: Gebeurtenis[]): number[] => lijst.map(({ volgnummer }) => volgnummer);

describe('het liveboek', () => {
  it('geeft een gebeurtenis één keer, hoe vaak zij ook komt', () => {
    const boek = new LiveBoek();
    boek.begin(klant);
    boek.bevestig(klant, 4);
    expect(nummers(boek.ontvang(gebeurtenis(5)))).toEqual([5]);
    expect(boek.ontvang(gebeurtenis(5))).toEqual([]);
  });

  it('houdt vast wat komt tijdens het volgen, en geeft het op volgorde van volgnummer', () => {
    const boek = new LiveBoek();
    boek.begin(klant);
    expect(boek.ontvang(gebeurtenis(12))).toEqual([]);
    expect(boek.ontvang(gebeurtenis(10))).toEqual([]);
    expect(boek.ontvang(gebeurtenis(11))).toEqual([]);
    expect(nummers(boek.bevestig(klant, 12))).toEqual([10, 11, 12]);
  });

  it('vraagt na een breuk alleen wat het nog niet zag', () => {
    const boek = new LiveBoek();
    expect(boek.begin(klant)).toBeUndefined();
    boek.bevestig(klant, 7);
    boek.ontvang(gebeurtenis(9));
    expect(boek.begin(klant)).toBe(9);
    boek.ontvang(gebeurtenis(9));
    boek.ontvang(gebeurtenis(10));
    expect(nummers(boek.bevestig(klant, 10))).toEqual([10]);
  });

  it('verwart onderwerpen niet: een klant en een zaak hebben elk hun eigen stand', () => {
    const boek = new LiveBoek();
    const zaak = 'zaak:sandbox~00000000-0000-4000-8000-000000000001';
    boek.begin(klant);
    boek.bevestig(klant, 3);
    boek.begin(zaak);
    boek.bevestig(zaak, 3);
    expect(nummers(boek.ontvang(gebeurtenis(4)))).toEqual([4]);
    expect(nummers(boek.ontvang(gebeurtenis(4, zaak)))).toEqual([4]);
  });

  it('verliest niets en verdubbelt niets, in welke volgorde en hoe vaak het ook komt', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 80 }),
        fc.nat(80),
        (stroom, knip) => {
          const boek = new LiveBoek();
          boek.begin(klant);
          const voor = stroom.slice(0, knip).flatMap((n) => boek.ontvang(gebeurtenis(n)));
          const gehouden = boek.bevestig(klant, 0);
          const na = stroom.slice(knip).flatMap((n) => boek.ontvang(gebeurtenis(n)));
          expect(voor).toEqual([]);
          expect(nummers(gehouden)).toEqual(nummers(gehouden).toSorted((a, b) => a - b));
          expect(nummers([...gehouden, ...na]).toSorted((a, b) => a - b)).toEqual(
            [...new Set(stroom)].toSorted((a, b) => a - b),
          );
        },
      ),
    );
  });
});

describe('een gebeurtenis laat opnieuw lezen wat zij raakt', () => {
  it.each([
    [
      klant,
      [
        ['klantbeeld', 'abcdefgh'],
        ['tijdlijn', 'abcdefgh'],
      ],
    ],
    ['zaak:sandbox~1', [['zaken', 'detail', 'sandbox~1']]],
    ['mijn', [['gesprekken'], ['taken']]],
    ['kpi', []],
  ])('%s', (onderwerp, sleutels) => {
    expect(raakt(gebeurtenis(1, onderwerp))).toEqual(sleutels);
  });

  it('een afdeling: haar lijsten, haar tellingen en die ene zaak', () => {
    expect(raakt(gebeurtenis(1, 'afdeling:Wonen'))).toEqual([
      ['zaken', 'getList'],
      ['tellingen'],
      ['zaken', 'detail', 'sandbox~00000000-0000-4000-8000-000000000001'],
    ]);
  });
});
