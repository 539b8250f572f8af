import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maakAntwoord, type AntwoordStand } from '../../../server/domain/antwoord.ts';
import { addDays } from '../../../server/domain/dagen.ts';
import type { Pad } from '../../../server/domain/pad.ts';
import { isBeschikkingOfBezwaar } from '../../../server/domain/zaaksoort.ts';
import { bouwBesluit, bouwStand, bouwStatussen, bouwStatustypen, bouwSubstatus, VANDAAG } from '../bouw.ts';
import { UITKOMST, verwachtGoedeZinnen } from './regels.ts';

const NAMEN = ['Ontvangen', 'In behandeling', 'Informeel contact', 'Toegekend', 'Fout', 'Ingetrokken'];
const ALLE = [...NAMEN, 'Afgehandeld'];
/** Text that a register may hold and that must never be spoken. */
const INTERN = 'Vermogen verzwegen';
const WAAROM = 'wegens te hoog inkomen';

const dag = fc.integer({ min: -300, max: 300 }).map((n) => addDays(VANDAAG, n));
const misschien = <T>(een: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(een, { freq: 2 });
const vrijeTekst = fc.constantFrom(
  '',
  ' ',
  'null',
  '-',
  '...',
  'Wij wachten op uw loonstrook.',
  'Stuur een kopie van uw paspoort! Doe dit snel.',
  'Het is druk.  Daarom\nduurt het langer',
  'Afspraak gemaakt, zie "brief"',
  'Uw toeslag is toegekend',
  'Wat nu? Bel ons',
  'BEZOEK GEPLAND',
);
const zaaktypenaam = fc.constantFrom(
  'Klacht',
  'Klacht over de balie',
  'WOZ-bezwaar',
  'Omgevingsvergunning - LP00000013',
  'B0123 Bijzondere bijstand  aanvraag',
  'MELDING OPENBARE RUIMTE',
  'Sloopmelding',
  'Bijstand mutatieonderzoek',
  'Jeugd en Gezin aanvraag',
  'Test 1617786676',
  ' ',
);

const stand: fc.Arbitrary<AntwoordStand> = fc
  .record({
    start: dag,
    eind: misschien(dag),
    norm: misschien(dag),
    wettelijk: misschien(dag),
    doorlooptijd: fc.constantFrom(null, 'P56D', 'P0D', 'P110Y', 'P1D', 'P8W', 'onzin'),
    naam: zaaktypenaam,
    typeWeg: fc.boolean(),
    gezet: fc.array(fc.tuple(fc.constantFrom(...ALLE, 'weg'), fc.integer({ min: 0, max: 200 })), {
      maxLength: 5,
    }),
    pad: fc.record({
      bron: fc.constantFrom('ingesteld' as const, 'geleerd' as const, 'onbekend' as const),
      stappen: fc.subarray(ALLE),
      verborgen: fc.subarray(['Fout', 'Toegekend']),
    }),
    sub: misschien(vrijeTekst),
    opschorting: misschien(vrijeTekst),
    verlenging: misschien(vrijeTekst),
    tot: misschien(dag),
    resultaat: fc.constantFrom(undefined, 'Toegekend', 'Afgewezen', 'Buiten behandeling g', 'Onbekend', ' '),
    besluiten: misschien(
      fc.array(
        fc.record({
          datum: misschien(dag),
          verzenddatum: misschien(dag),
          uiterlijkeReactiedatum: misschien(dag),
        }),
        { maxLength: 2 },
      ),
    ),
    deelzaken: fc.array(fc.record({ omschrijving: vrijeTekst, open: fc.boolean() }), { maxLength: 3 }),
    actie: misschien(fc.record({ moet: vrijeTekst, voor: misschien(dag) })),
  })
  .map((v) => {
    const pad: Pad = {
      ...v.pad,
      stappen: v.pad.bron === 'onbekend' ? [] : v.pad.stappen,
      uitgangen: ['Ingetrokken'].filter((naam) => !v.pad.stappen.includes(naam)),
    };
    const statussen = bouwStatussen(
      ...v.gezet.map(([type, n], i) => [type, `${addDays(v.start, n)}T0${i}:00:00+01:00`] as const),
    ).map((status) => ({ ...status, toelichting: WAAROM }));
    const laatste = statussen
      .toSorted((a, b) => a.datumStatusGezet.localeCompare(b.datumStatusGezet, 'en'))
      .at(-1);
    const substatussen =
      laatste === undefined
        ? []
        : [
            ...(v.sub === null ? [] : [bouwSubstatus({ status: laatste.uuid, omschrijving: v.sub })]),
            bouwSubstatus({
              uuid: 'intern',
              status: laatste.uuid,
              doelgroep: 'intern',
              omschrijving: INTERN,
              tijdstip: '2026-11-20T12:00:00+01:00',
            }),
          ];
    return bouwStand({
      zaak: {
        startdatum: v.start,
        einddatum: v.eind,
        einddatumGepland: v.norm,
        uiterlijkeEinddatumAfdoening: v.wettelijk,
        toelichting: WAAROM,
        opschorting: v.opschorting === null ? null : { reden: v.opschorting },
        verlenging: v.verlenging === null ? null : { reden: v.verlenging, duur: 'P6W' },
      },
      zaaktype: v.typeWeg
        ? null
        : { omschrijving: v.naam, doorlooptijd: v.doorlooptijd, statustypen: bouwStatustypen(ALLE) },
      statussen,
      substatussen,
      pad,
      ...(v.resultaat === undefined ? {} : { resultaat: v.resultaat }),
      rest: {
        besluiten: v.besluiten?.map((besluit, i) => bouwBesluit({ ...besluit, uuid: `b${i}` })) ?? null,
        deelzaken: v.deelzaken,
        opgeschortTot: v.tot,
        actie: v.actie,
      },
    });
  });

const altijd = (regel: (stand: AntwoordStand) => void): void => {
  fc.assert(fc.property(stand, regel), { numRuns: 500 });
};
const alles = (een: AntwoordStand): string => {
  const { nl, en } = maakAntwoord(een);
  return `${nl}\n${en}`;
};

describe('welke zaak dan ook', () => {
  it('krijgt twee tot vijf hele zinnen, zonder gaten en zonder verzonnen datum', () => {
    altijd(verwachtGoedeZinnen);
  });

  it('zegt nooit een interne substatus, en nooit waarom', () => {
    altijd((een) => {
      expect(alles(een)).not.toMatch(new RegExp(`${INTERN}|${WAAROM}`, 'i'));
    });
  });

  it('noemt een volgende stap alleen als die in het pad straks komt', () => {
    altijd((een) => {
      const straks = een.voortgang.stappen.filter((stap) => stap.toestand === 'straks');
      const [genoemd] = /(?<=De (?:volgende|eerste) stap is: )[^.]+/.exec(maakAntwoord(een).nl) ?? [];
      if (genoemd !== undefined) expect(straks[0]?.naam.toLowerCase()).toBe(genoemd);
      if (straks.length === 0) expect(alles(een)).not.toMatch(/volgende stap|Hierna|eerste stap|next step/);
      if (een.voortgang.totaal === null) expect(alles(een)).not.toMatch(/stap \d+ van|step \d+ of/);
    });
  });

  it('zegt de uitkomst nooit voor de brief', () => {
    altijd((een) => {
      const wacht = een.besluiten?.some(
        (besluit) => besluit.verzenddatum === null || besluit.verzenddatum > een.vandaag,
      );
      // A task or an opschorting is told in the words of its author.
      const { actie: _actie, ...zonder } = een;
      const zaak = { ...een.zaak, opschorting: null, verlenging: null };
      if (wacht === true) {
        const tekst = alles({ ...zonder, zaak, actie: null });
        expect(tekst).not.toMatch(UITKOMST);
        expect(tekst).toContain('U krijgt een brief met ons besluit.');
      }
    });
  });

  it('noemt de ingebrekestelling alleen na de wettelijke termijn van een beschikking of bezwaar', () => {
    altijd((een) => {
      if (!alles(een).includes('ingebrekestelling')) return;
      expect(een.termijn.toestand).toBe('te_laat');
      expect(een.termijn.berekend).toBe(false);
      expect(een.termijn.wettelijk! < een.vandaag).toBe(true);
      expect(isBeschikkingOfBezwaar(een.zaaktype!)).toBe(true);
      expect(een.zaak.opschorting).toBeNull();
      expect(een.besluiten ?? []).toEqual([]);
    });
  });

  it('zegt dat er niets hoeft alleen als er niets hoeft', () => {
    altijd((een) => {
      const antwoord = maakAntwoord(een);
      const niets = antwoord.nl.includes('hoeft niets te doen');
      if (antwoord.actie.moet !== null) {
        expect(niets).toBe(false);
        expect(antwoord.nl).toContain('iets doen: ');
      }
      if (antwoord.actie.moet === null) expect(antwoord.actie.voor).toBeNull();
    });
  });
});

describe('zo kort als B1 vraagt', () => {
  it('heeft gemiddeld hoogstens twaalf woorden in een zin, over alle namen en standen', () => {
    const lengten: number[] = [];
    fc.assert(
      fc.property(stand, (een) => {
        for (const zin of maakAntwoord(een).zinnen.nl) lengten.push(zin.split(' ').length);
      }),
      { numRuns: 500 },
    );
    const gemiddeld = lengten.reduce((som, n) => som + n, 0) / lengten.length;
    expect(gemiddeld).toBeLessThanOrEqual(12);
    expect(Math.max(...lengten)).toBeLessThanOrEqual(20);
  });
});
