import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Zaak, Zaaktype } from '../../server/connectors/ports.ts';
import { addDays } from '../../server/domain/dagen.ts';
import { berekenTermijn } from '../../server/domain/termijn.ts';
import { bouwStatussen, bouwZaak, bouwZaaktype, VANDAAG } from './bouw.ts';

const termijn = (zaak: Partial<Zaak>, zaaktype: Partial<Zaaktype> | null = {}, vandaag = VANDAAG) =>
  berekenTermijn({
    zaak: bouwZaak(zaak),
    zaaktype: zaaktype === null ? null : bouwZaaktype(zaaktype),
    statussen: [],
    vandaag,
  });

describe('de termijn van een zaak', () => {
  it('telt naar de wettelijke datum en zet de streefdatum ernaast', () => {
    expect(
      termijn({
        startdatum: '2026-09-14',
        einddatumGepland: '2026-12-07',
        uiterlijkeEinddatumAfdoening: '2026-12-14',
      }),
    ).toEqual({
      norm: '2026-12-07',
      wettelijk: '2026-12-14',
      berekend: false,
      verstrekenDagen: 68,
      resterendeDagen: 23,
      toestand: 'op_tijd',
    });
  });

  it('rekent met de doorlooptijd waar het register geen datum geeft, en zegt dat', () => {
    expect(termijn({ startdatum: '2026-10-01' }, { doorlooptijd: 'P8W' })).toMatchObject({
      wettelijk: '2026-11-26',
      berekend: true,
      resterendeDagen: 5,
      toestand: 'let_op',
    });
  });

  it('telt bij een berekende datum de verlenging mee, bij een gegeven datum niet', () => {
    const verlenging = { reden: 'Advies', duur: 'P6W' };
    expect(termijn({ startdatum: '2026-10-01', verlenging }, { doorlooptijd: 'P8W' }).wettelijk).toBe(
      '2027-01-07',
    );
    expect(
      termijn({ startdatum: '2026-10-01', verlenging, uiterlijkeEinddatumAfdoening: '2026-12-24' }).wettelijk,
    ).toBe('2026-12-24');
  });

  it.each(['P0D', 'P1D', 'P110Y', '', 'acht weken', null])(
    'noemt een doorlooptijd van %s geen termijn',
    (doorlooptijd) => {
      expect(termijn({}, { doorlooptijd })).toMatchObject({
        wettelijk: null,
        norm: null,
        berekend: false,
        resterendeDagen: null,
        toestand: 'onbekend',
      });
    },
  );

  it('gelooft geen datum voor de start of eeuwen erna', () => {
    expect(
      termijn(
        { uiterlijkeEinddatumAfdoening: '2026-09-01', einddatumGepland: '2136-09-10' },
        { doorlooptijd: null },
      ),
    ).toMatchObject({ wettelijk: null, norm: null, toestand: 'onbekend' });
  });

  it('telt naar de streefdatum als er geen wettelijke is', () => {
    expect(termijn({ einddatumGepland: '2026-11-20' }, null)).toMatchObject({
      norm: '2026-11-20',
      wettelijk: null,
      resterendeDagen: -1,
      toestand: 'te_laat',
    });
  });

  it.each([
    // A term of 100 days: a fifth is 20.
    ['2026-12-11', 'op_tijd', 20],
    ['2026-12-10', 'let_op', 19],
    ['2026-11-21', 'let_op', 0],
    ['2026-11-20', 'te_laat', -1],
  ])('heet bij honderd dagen tot %s: %s', (einde, toestand, resterendeDagen) => {
    expect(termijn({ startdatum: addDays(einde, -100), uiterlijkeEinddatumAfdoening: einde })).toMatchObject({
      toestand,
      resterendeDagen,
    });
  });

  it.each([
    // A term of 14 days: five days count, not the fifth.
    ['2026-11-27', 'op_tijd'],
    ['2026-11-26', 'let_op'],
  ])('heet bij veertien dagen tot %s: %s', (einde, toestand) => {
    expect(termijn({ startdatum: addDays(einde, -14), uiterlijkeEinddatumAfdoening: einde }).toestand).toBe(
      toestand,
    );
  });

  it('staat stil bij opschorting, ook na de datum', () => {
    expect(
      termijn({ opschorting: { reden: 'Stukken' }, uiterlijkeEinddatumAfdoening: '2026-11-05' }),
    ).toMatchObject({ toestand: 'opgeschort', resterendeDagen: -16 });
  });

  it('is afgerond met een einddatum, en telt dan niets meer af', () => {
    expect(termijn({ einddatum: '2026-10-10', uiterlijkeEinddatumAfdoening: '2026-11-05' })).toMatchObject({
      toestand: 'afgerond',
      verstrekenDagen: 30,
      resterendeDagen: null,
    });
  });

  it('is afgerond met een eindstatus zonder einddatum', () => {
    const statussen = bouwStatussen(['Ontvangen', '2026-09-11'], ['Afgehandeld', '2026-09-20']);
    expect(
      berekenTermijn({ zaak: bouwZaak(), zaaktype: bouwZaaktype(), statussen, vandaag: VANDAAG }),
    ).toMatchObject({ toestand: 'afgerond', verstrekenDagen: 10 });
  });

  it('is weer open als na de eindstatus een andere is gezet', () => {
    const statussen = bouwStatussen(['Afgehandeld', '2026-09-20'], ['In behandeling', '2026-09-25']);
    const { toestand } = berekenTermijn({
      zaak: bouwZaak(),
      zaaktype: bouwZaaktype(),
      statussen,
      vandaag: VANDAAG,
    });
    expect(toestand).toBe('te_laat');
  });

  it('telt nooit minder dan nul dagen als de einddatum voor de startdatum ligt', () => {
    expect(termijn({ einddatum: '2026-09-01' })).toMatchObject({ toestand: 'afgerond', verstrekenDagen: 0 });
  });

  it('wordt met de dagen nooit rustiger', () => {
    const rang = ['op_tijd', 'let_op', 'te_laat'];
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 800 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 1000 }),
        (lengte, a, b) => {
          const start = '2026-01-01';
          const op = (dag: number) =>
            termijn(
              { startdatum: start, uiterlijkeEinddatumAfdoening: addDays(start, lengte) },
              {},
              addDays(start, dag),
            );
          const eerst = op(Math.min(a, b));
          const later = op(Math.max(a, b));
          expect(rang.indexOf(later.toestand)).toBeGreaterThanOrEqual(rang.indexOf(eerst.toestand));
          expect(later.resterendeDagen!).toBeLessThanOrEqual(eerst.resterendeDagen!);
          expect(later.toestand === 'te_laat').toBe(later.resterendeDagen! < 0);
        },
      ),
    );
  });
});
