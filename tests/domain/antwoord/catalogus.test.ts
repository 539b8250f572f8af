import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Zaak, Zaaktype } from '../../../server/connectors/ports.ts';
import { maakAntwoord } from '../../../server/domain/antwoord.ts';
import { magUitkomstZeggen } from '../../../server/domain/antwoord/uitkomst.ts';
import { isBeschikkingOfBezwaar, isKlacht } from '../../../server/domain/zaaksoort.ts';
import { maakGemeente } from '../../../server/sandbox/gemeente/index.ts';
import { bouwBesluit, bouwStand, bouwStatussen } from '../bouw.ts';
import { leesZaaktypen } from '../catalogus.ts';
import { UITKOMST, verwachtGoedeZinnen } from './regels.ts';

/** The situations in which every zaaktype × every status is put. */
const SITUATIES: readonly (readonly [string, Partial<Zaak>])[] = [
  ['op tijd', { uiterlijkeEinddatumAfdoening: '2027-02-01' }],
  ['te laat', { uiterlijkeEinddatumAfdoening: '2026-11-05' }],
  ['zonder datum in het register', {}],
  ['opgeschort', { opschorting: { reden: 'Wij wachten op uw gegevens.' } }],
  ['verlengd', { verlenging: { reden: 'Druk', duur: 'P6W' }, uiterlijkeEinddatumAfdoening: '2027-02-01' }],
];

function elkeStand(
  zaaktype: Zaaktype,
  doe: (stand: ReturnType<typeof bouwStand>, open: boolean) => void,
): void {
  const gezet = [[], ...zaaktype.statustypen.map((type) => [[type.uuid, '2026-10-01'] as const])];
  for (const statussen of gezet.map((reeks) => bouwStatussen(...reeks))) {
    const eind = zaaktype.statustypen.some(
      (type) => type.isEindstatus && type.uuid === statussen[0]?.statustype,
    );
    for (const [, zaak] of SITUATIES) doe(bouwStand({ zaak, zaaktype, statussen }), !eind);
    for (const resultaat of zaaktype.resultaattypen) {
      const dicht = {
        zaak: { einddatum: '2026-10-02' },
        zaaktype,
        statussen,
        resultaat: resultaat.omschrijving,
      };
      doe(bouwStand(dicht), false);
      doe(bouwStand({ ...dicht, rest: { besluiten: [bouwBesluit({ datum: '2026-10-02' })] } }), false);
    }
  }
}

function verwachtGoedAntwoord(zaaktype: Zaaktype): void {
  const lengten: number[] = [];
  elkeStand(zaaktype, (stand, open) => {
    verwachtGoedeZinnen(stand);
    const { nl } = maakAntwoord(stand);
    expect(nl).toContain(open && stand.zaak.einddatum === null ? '10 september' : 'afgerond');
    if (!magUitkomstZeggen(stand)) expect(nl).not.toMatch(UITKOMST);
    const { zinnen } = maakAntwoord(stand);
    for (const zin of zinnen.nl) lengten.push(zin.split(' ').length);
    // The longest name of a real catalogus has eight words.
    expect(nl.split(' ').length / zinnen.nl.length).toBeLessThanOrEqual(13);
  });
  expect(lengten.reduce((som, n) => som + n, 0) / lengten.length).toBeLessThanOrEqual(12);
}

const eigen = maakGemeente({
  seed: 1,
  burgers: 1,
  bedrijven: 1,
  peildatum: new Date('2026-11-21T12:00:00Z'),
}).tabellen;
const EIGEN = leesZaaktypen(
  eigen['catalogi/zaaktypen'],
  eigen['catalogi/statustypen'],
  eigen['catalogi/resultaattypen'],
);

describe('elk zaaktype × elke status van onze eigen gemeente', () => {
  it.each(EIGEN.map((zaaktype) => [zaaktype.omschrijving, zaaktype] as const))('%s', (_naam, zaaktype) => {
    verwachtGoedAntwoord(zaaktype);
  });

  it('herkent klacht, bezwaar en beschikking', () => {
    const namen = (keuze: (een: Zaaktype) => boolean) =>
      EIGEN.filter(keuze)
        .map((een) => een.omschrijving)
        .sort();
    expect(namen(isKlacht)).toEqual(['Klacht']);
    expect(namen(isBeschikkingOfBezwaar)).toEqual(
      [
        'Bijzondere bijstand',
        'Evenementenvergunning',
        'Gehandicaptenparkeerkaart',
        'Individuele inkomenstoeslag',
        'Jeugdhulp',
        'Schuldhulpverlening',
        'Individuele studietoeslag',
        'Omgevingsvergunning',
        'Ontheffing straatoptreden',
        'Parkeervergunning',
        'Subsidie geluidsanering',
        'Terrasvergunning',
        'WOZ-bezwaar',
        'Wmo-aanvraag',
      ].sort(),
    );
  });
});

const bestand = process.env['SANDBOX_CATALOGUS'] ?? '';
const Gepubliceerd = z.object({
  resources: z.object({ zaaktypen: z.unknown(), statustypen: z.unknown(), resultaattypen: z.unknown() }),
});

/** A published catalogus of a real municipality, which is no part of the project: .ci/run sets the variable. */
describe.skipIf(bestand === '')('elk zaaktype × elke status van de catalogus in SANDBOX_CATALOGUS', () => {
  const lees = (): Zaaktype[] => {
    const { resources } = Gepubliceerd.parse(JSON.parse(readFileSync(bestand, 'utf8')));
    return leesZaaktypen(resources.zaaktypen, resources.statustypen, resources.resultaattypen);
  };

  it('geeft overal een goed antwoord', () => {
    const zaaktypen = lees();
    expect(zaaktypen.length).toBeGreaterThan(0);
    for (const zaaktype of zaaktypen) verwachtGoedAntwoord(zaaktype);
  });

  it('houdt geen onderzoek of melding voor een klacht of beschikking', () => {
    for (const zaaktype of lees()) {
      if (/onderzoek|controle|signaal|melding/i.test(zaaktype.omschrijving)) {
        expect([zaaktype.omschrijving, isKlacht(zaaktype), isBeschikkingOfBezwaar(zaaktype)]).toEqual([
          zaaktype.omschrijving,
          false,
          false,
        ]);
      }
    }
  });
});

describe('de test over een echte catalogus', () => {
  it.skipIf(bestand !== '')(
    'wordt overgeslagen: zet SANDBOX_CATALOGUS op het pad van een catalogus',
    (context) => {
      context.skip();
    },
  );
});
