import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Voortgang } from '../../shared/contracts/zaak.ts';
import type { Pad } from '../../server/domain/pad.ts';
import { bouwVoortgang, ONBEKENDE_STAP, type VoortgangVraag } from '../../server/domain/voortgang.ts';
import { bouwStatussen, bouwStatustypen, bouwSubstatus, bouwZaak, bouwZaaktype, VANDAAG } from './bouw.ts';

const NAMEN = ['Ontvangen', 'In behandeling', 'Besluit', 'Afgehandeld'];
const PAD: Pad = { bron: 'ingesteld', stappen: NAMEN, uitgangen: ['Ingetrokken'], verborgen: [] };
const GEEN_PAD: Pad = { bron: 'onbekend', stappen: [], uitgangen: [], verborgen: [] };

const voortgang = (anders: Partial<VoortgangVraag>): Voortgang =>
  bouwVoortgang({
    zaak: bouwZaak(),
    zaaktype: bouwZaaktype({
      statustypen: bouwStatustypen([...NAMEN.slice(0, 3), 'Ingetrokken', 'Afgehandeld']),
    }),
    statussen: [],
    substatussen: [],
    pad: PAD,
    vandaag: VANDAAG,
    ...anders,
  });

/** "Naam toestand [datum]" a line, readable as the screen. */
const lees = ({ stappen }: Voortgang): string[] =>
  stappen.map((stap) => [stap.naam, stap.toestand, stap.datum].filter((deel) => deel !== null).join(' '));

describe('de stappen van een zaak', () => {
  it('vertelt wat gebeurde op datum, wat nu is en wat komt', () => {
    const uit = voortgang({
      // The register's order is no order.
      statussen: bouwStatussen(['In behandeling', '2026-10-01'], ['Ontvangen', '2026-09-10']),
    });
    expect(lees(uit)).toEqual([
      'Ontvangen gedaan 2026-09-10',
      'In behandeling nu 2026-10-01',
      'Besluit straks',
      'Afgehandeld straks',
    ]);
    expect(uit).toMatchObject({ totaal: 4, huidige: 2, pad: 'ingesteld' });
    expect(uit.stappen.map((stap) => stap.volgnummer)).toEqual([1, 2, 3, 4]);
  });

  it('voorspelt niets waar geen pad is', () => {
    const uit = voortgang({
      pad: GEEN_PAD,
      statussen: bouwStatussen(['Ontvangen', '2026-09-10'], ['Besluit', '2026-10-01']),
    });
    expect(lees(uit)).toEqual(['Ontvangen gedaan 2026-09-10', 'Besluit nu 2026-10-01']);
    expect(uit).toMatchObject({ totaal: null, huidige: 2 });
  });

  it('heeft zonder status nog niets gedaan', () => {
    const uit = voortgang({});
    expect(lees(uit)).toEqual(NAMEN.map((naam) => `${naam} straks`));
    expect(uit).toMatchObject({ totaal: 4, huidige: null });
    expect(voortgang({ pad: GEEN_PAD }).stappen).toEqual([]);
  });

  it('noemt een gepasseerde stap die nooit is gezet overgeslagen', () => {
    expect(
      lees(voortgang({ statussen: bouwStatussen(['Ontvangen', '2026-09-10'], ['Besluit', '2026-10-01']) })),
    ).toEqual([
      'Ontvangen gedaan 2026-09-10',
      'In behandeling overgeslagen',
      'Besluit nu 2026-10-01',
      'Afgehandeld straks',
    ]);
  });

  it('gaat van een uitgang recht naar het einde', () => {
    const uit = voortgang({
      statussen: bouwStatussen(['Ontvangen', '2026-09-10'], ['Ingetrokken', '2026-10-01']),
    });
    expect(lees(uit)).toEqual([
      'Ontvangen gedaan 2026-09-10',
      'Ingetrokken nu 2026-10-01',
      'In behandeling overgeslagen',
      'Besluit overgeslagen',
      'Afgehandeld straks',
    ]);
  });

  it('heeft na de eindstatus niets meer nu of straks', () => {
    const uit = voortgang({
      zaak: bouwZaak({ einddatum: '2026-10-05' }),
      statussen: bouwStatussen(['Ontvangen', '2026-09-10'], ['Afgehandeld', '2026-10-05']),
    });
    expect(lees(uit)).toEqual([
      'Ontvangen gedaan 2026-09-10',
      'In behandeling overgeslagen',
      'Besluit overgeslagen',
      'Afgehandeld gedaan 2026-10-05',
    ]);
    expect(uit.huidige).toBeNull();
  });

  it('laat bij een heropende zaak elke gezette status staan', () => {
    const uit = voortgang({
      statussen: bouwStatussen(
        ['Ontvangen', '2026-09-10'],
        ['Besluit', '2026-09-20'],
        ['Afgehandeld', '2026-09-21'],
        ['In behandeling', '2026-10-01'],
      ),
    });
    expect(lees(uit)).toEqual([
      'Ontvangen gedaan 2026-09-10',
      'Besluit gedaan 2026-09-20',
      'Afgehandeld gedaan 2026-09-21',
      'In behandeling nu 2026-10-01',
      'Besluit straks',
      'Afgehandeld straks',
    ]);
  });

  it('zegt eerlijk dat een stap onbekend is als het statustype weg is, en voorspelt dan niets', () => {
    const uit = voortgang({ statussen: bouwStatussen(['Ontvangen', '2026-09-10'], ['weg', '2026-10-01']) });
    expect(lees(uit)).toEqual(['Ontvangen gedaan 2026-09-10', `${ONBEKENDE_STAP} nu 2026-10-01`]);
    expect(uit.totaal).toBeNull();
    expect(
      lees(voortgang({ zaaktype: null, statussen: bouwStatussen(['Ontvangen', '2026-09-10']) }))[0],
    ).toBe(`${ONBEKENDE_STAP} nu 2026-09-10`);
  });

  it('toont een verborgen stap alleen als zij is gezet', () => {
    const pad = { ...PAD, verborgen: ['Besluit'] };
    const gezet = ['Ontvangen', '2026-09-10'] as const;
    expect(lees(voortgang({ pad, statussen: bouwStatussen(gezet) }))).toEqual([
      'Ontvangen nu 2026-09-10',
      'In behandeling straks',
      'Afgehandeld straks',
    ]);
    expect(lees(voortgang({ pad, statussen: bouwStatussen(gezet, ['Besluit', '2026-10-01']) }))).toEqual([
      'Ontvangen gedaan 2026-09-10',
      'In behandeling overgeslagen',
      'Besluit nu 2026-10-01',
      'Afgehandeld straks',
    ]);
  });

  it('zet de dag van een status in Nederlandse tijd', () => {
    const [stap] = voortgang({ statussen: bouwStatussen(['Ontvangen', '2026-09-10T22:30:00Z']) }).stappen;
    expect(stap).toMatchObject({ datum: '2026-09-11', tijdstip: '2026-09-10T22:30:00Z' });
  });
});

describe('norm en verwachting', () => {
  const zaaktype = (doorlooptijden: Record<string, string | null>) =>
    bouwZaaktype({
      statustypen: bouwStatustypen(
        NAMEN,
        Object.fromEntries(Object.entries(doorlooptijden).map(([k, doorlooptijd]) => [k, { doorlooptijd }])),
      ),
    });
  const verwacht = (anders: Partial<VoortgangVraag>) =>
    voortgang(anders).stappen.map((stap) => [stap.norm, stap.verwachtOp]);
  const statussen = bouwStatussen(['Ontvangen', '2026-11-15']);

  it('telt de normen vanaf de laatste status op', () => {
    expect(verwacht({ zaaktype: zaaktype({ 'In behandeling': 'P1W', Besluit: 'P28D' }), statussen })).toEqual(
      [
        [undefined, undefined],
        [7, '2026-11-22'],
        [28, '2026-12-20'],
        [undefined, undefined],
      ],
    );
  });

  it('verwacht niets na een stap zonder norm, en niets van een onzinnige', () => {
    expect(
      verwacht({ zaaktype: zaaktype({ 'In behandeling': 'P110Y', Besluit: 'P28D' }), statussen }),
    ).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [28, undefined],
      [undefined, undefined],
    ]);
  });

  it('verwacht niets op een dag die voorbij is, en niets zolang de zaak stilstaat', () => {
    const vraag = { zaaktype: zaaktype({ 'In behandeling': 'P5D' }), statussen };
    expect(verwacht(vraag)[1]).toEqual([5, undefined]);
    const stil = { ...vraag, zaaktype: zaaktype({ 'In behandeling': 'P1W' }) };
    expect(verwacht(stil)[1]).toEqual([7, '2026-11-22']);
    expect(verwacht({ ...stil, zaak: bouwZaak({ opschorting: { reden: 'Stukken' } }) })[1]).toEqual([
      7,
      undefined,
    ]);
  });
});

describe('substatussen', () => {
  const statussen = bouwStatussen(['Ontvangen', '2026-09-10'], ['In behandeling', '2026-10-01']);

  it('hangen onder de stap van hun status, op tijd', () => {
    const uit = voortgang({
      statussen,
      substatussen: [
        bouwSubstatus({ uuid: 'c', status: 'status-2', tijdstip: '2026-11-02T09:00:00+01:00' }),
        bouwSubstatus({ uuid: 'a', status: 'status-1', tijdstip: '2026-09-11T09:00:00+02:00' }),
        bouwSubstatus({
          uuid: 'b',
          status: 'status-2',
          tijdstip: '2026-10-06T09:00:00+02:00',
          doelgroep: 'intern',
        }),
      ],
    });
    expect(uit.stappen.map((stap) => stap.substatussen.map((sub) => sub.id))).toEqual([
      ['a'],
      ['b', 'c'],
      [],
      [],
    ]);
    expect(uit.stappen[1]?.substatussen[0]?.doelgroep).toBe('intern');
  });

  it('hangen onder de stap van hun moment als hun status niet is meegelezen', () => {
    const uit = voortgang({
      statussen,
      substatussen: [
        bouwSubstatus({ uuid: 'vroeg', status: 'elders', tijdstip: '2026-09-01T09:00:00+02:00' }),
        bouwSubstatus({ uuid: 'laat', status: 'elders', tijdstip: '2026-11-01T09:00:00+01:00' }),
      ],
    });
    expect(uit.stappen.slice(0, 2).map((stap) => stap.substatussen.map((sub) => sub.id))).toEqual([
      ['vroeg'],
      ['laat'],
    ]);
  });
});

describe('altijd', () => {
  const alle = [...NAMEN, 'Ingetrokken', 'Fout', 'weg'];
  const vraag = fc.record({
    gezet: fc.array(fc.tuple(fc.constantFrom(...alle), fc.integer({ min: 0, max: 400 })), { maxLength: 8 }),
    stappen: fc.shuffledSubarray(NAMEN),
    uitgangen: fc.subarray(['Ingetrokken']),
    verborgen: fc.subarray(['Fout', 'Besluit']),
    dicht: fc.boolean(),
    opgeschort: fc.boolean(),
    vandaag: fc.constantFrom('2026-09-10', VANDAAG, '2027-06-01'),
  });

  it('elke gezette status precies eenmaal op datum, niets verzonnen, straks alleen uit het pad', () => {
    fc.assert(
      fc.property(vraag, ({ gezet, stappen, uitgangen, verborgen, dicht, opgeschort, vandaag }) => {
        const momenten = gezet.map(
          ([type, dag], i) => [type, new Date(Date.UTC(2026, 8, 1 + dag, 8, i)).toISOString()] as const,
        );
        const statussen = bouwStatussen(...momenten);
        const pad: Pad = { bron: 'geleerd', stappen, uitgangen, verborgen };
        const uit = voortgang({
          zaak: bouwZaak({
            einddatum: dicht ? '2026-11-01' : null,
            opschorting: opgeschort ? { reden: '' } : null,
          }),
          zaaktype: bouwZaaktype({
            statustypen: bouwStatustypen(alle.slice(0, -1), {
              Besluit: { doorlooptijd: 'P5D' },
              Afgehandeld: { doorlooptijd: 'P2W', isEindstatus: true },
              Fout: { isEindstatus: false },
            }),
          }),
          statussen,
          pad,
          vandaag,
        });
        const gezetteStappen = uit.stappen.filter((stap) => ['gedaan', 'nu'].includes(stap.toestand));
        const opTijd = momenten.toSorted((a, b) => a[1].localeCompare(b[1], 'en'));
        expect(gezetteStappen.map((stap) => [stap.id, stap.tijdstip])).toEqual(opTijd);
        const andere = uit.stappen.filter((stap) => !gezetteStappen.includes(stap));
        for (const stap of andere) {
          expect(stappen).toContain(stap.id);
          expect(verborgen).not.toContain(stap.id);
          expect([stap.datum, stap.tijdstip]).toEqual([null, null]);
          if (stap.verwachtOp !== undefined) expect(stap.verwachtOp >= vandaag).toBe(true);
        }
        expect(new Set(andere.map((stap) => stap.id)).size).toBe(andere.length);
        const nu = uit.stappen.filter((stap) => stap.toestand === 'nu');
        expect(nu.length).toBeLessThanOrEqual(1);
        expect(uit.huidige).toBe(nu[0]?.volgnummer ?? null);
        if (dicht) expect(uit.stappen.every((stap) => !['nu', 'straks'].includes(stap.toestand))).toBe(true);
        if (uit.totaal === null) expect(andere).toEqual([]);
        else expect(uit.totaal).toBe(uit.stappen.length);
        expect(uit.stappen.map((stap) => stap.volgnummer)).toEqual(uit.stappen.map((_, i) => i + 1));
      }),
      { numRuns: 800 },
    );
  });
});
