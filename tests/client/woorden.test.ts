import { describe, expect, it } from 'vitest';
import { dagKop, dagKort, dagenTussen, klok, tijdUur } from '../../client/ui/datum.ts';
import { termijnTekst } from '../../client/ui/Termijn.tsx';
import { venster } from '../../client/ui/Voortgang.tsx';
import { stand, stapDatum } from '../../client/ui/voortgangTekst.ts';
import { toetsNaam } from '../../client/werkplek/toetsen.ts';
import type { Stap, Termijn, Voortgang } from '../../shared/contracts/zaak.ts';

const nu = new Date('2026-11-21T12:00:00Z');

describe('een datum', () => {
  it.each([
    ['2026-11-19', '19 nov'],
    ['2025-11-19', '19 nov 2025'],
    ['2026-03-01', '1 mrt'],
    ['2026-11-18T23:30:00Z', '19 nov'],
  ])('%s staat er als %s', (waarde, tekst) => expect(dagKort(waarde, nu)).toBe(tekst));

  it('heeft een tijd met een punt, in Nederland', () => {
    expect(tijdUur('2026-11-19T13:31:00Z')).toBe('14.31 uur');
    expect(tijdUur('2026-07-19T13:31:00Z')).toBe('15.31 uur');
  });

  it('noemt vandaag in de kop van de tijdlijn', () => {
    expect(dagKop('2026-11-21', nu)).toBe('Vandaag, zaterdag 21 november');
    expect(dagKop('2025-12-31', nu)).toBe('Woensdag 31 december 2025');
  });

  it('telt hele dagen, ook over de zomertijd heen', () => {
    expect(dagenTussen('2026-03-28', '2026-03-30')).toBe(2);
    expect(dagenTussen('2026-10-24', '2026-10-26')).toBe(2);
  });
});

it.each([
  [0, '00:00'],
  [252, '04:12'],
  [3852, '1:04:12'],
  [-5, '00:00'],
])('%i seconden gesprek is %s', (seconden, tekst) => expect(klok(seconden)).toBe(tekst));

const termijn = (toestand: Termijn['toestand'], over: number | null): Termijn => ({
  norm: null,
  wettelijk: null,
  berekend: false,
  verstrekenDagen: 10,
  resterendeDagen: over,
  toestand,
});

it.each([
  ['op_tijd', 18, 'Op tijd: nog 18 dagen', 'nog 18 dagen'],
  ['let_op', 1, 'Let op: nog 1 dag', 'nog 1 dag'],
  ['let_op', 0, 'Let op: vandaag', 'vandaag'],
  ['te_laat', -14, 'Te laat: 14 dagen', '14 dagen te laat'],
  ['opgeschort', 3, 'Opgeschort', 'Opgeschort'],
  ['onbekend', null, 'Termijn onbekend', 'Termijn onbekend'],
] as const)('termijn %s met %s dagen', (toestand, over, tekst, inLijst) => {
  expect(termijnTekst(termijn(toestand, over), false, null)).toBe(tekst);
  expect(termijnTekst(termijn(toestand, over), true, null)).toBe(inLijst);
});

const stap = (volgnummer: number, toestand: Stap['toestand'], datum: string | null = null): Stap => ({
  id: String(volgnummer),
  volgnummer,
  naam: `Stap ${String(volgnummer)}`,
  uitleg: null,
  toestand,
  datum,
  tijdstip: null,
  toelichting: null,
  substatussen: [],
});
const lijn = (stappen: Stap[], totaal: number | null = stappen.length): Voortgang => ({
  totaal,
  huidige: stappen.find((een) => een.toestand === 'nu')?.volgnummer ?? null,
  pad: totaal === null ? 'onbekend' : 'ingesteld',
  stappen,
});

describe('onder een stap', () => {
  const stappen = [
    stap(1, 'gedaan', '2026-09-10'),
    stap(2, 'nu', '2026-10-01'),
    stap(3, 'straks'),
    stap(4, 'straks'),
    stap(5, 'straks'),
  ];

  it('staat een datum of een woord', () => {
    expect(stappen.map((een) => stapDatum(een, lijn(stappen)))).toEqual([
      '10 sep',
      'nu, sinds 1 okt',
      'hierna',
      'daarna',
      'als laatste',
    ]);
  });

  it('staat bij een zaak zonder status dat er niets gezet is', () => {
    const leeg = [stap(1, 'straks'), stap(2, 'straks')];
    expect(stapDatum(leeg[0]!, lijn(leeg))).toBe('nog niet gezet');
  });
});

describe('de stand in één regel', () => {
  it('noemt stap n van m waar het pad bekend is', () => {
    const voortgang = lijn([stap(1, 'gedaan', '2026-09-10'), stap(2, 'nu', '2026-10-01')]);
    expect(stand({ voortgang, status: { naam: 'In behandeling', datum: '2026-10-01' } })).toEqual({
      nummer: 'Stap 2 van 2: ',
      naam: 'in behandeling',
      sinds: ', sinds 1 okt',
    });
  });

  it('noemt geen getal waar het pad niet bekend is', () => {
    const voortgang = lijn([stap(1, 'nu', '2026-10-01')], null);
    expect(stand({ voortgang, status: { naam: 'Gemeld', datum: '2026-10-01' } }).nummer).toBe('');
  });
});

describe('een lijn van meer dan zes stappen', () => {
  it.each([1, 2, 5, 8])('toont de stap van nu (%i) en wat ervoor en erna ligt als één verwijzing', (hier) => {
    const stappen = Array.from({ length: 8 }, (_niets, plek) =>
      stap(plek + 1, plek + 1 < hier ? 'gedaan' : plek + 1 === hier ? 'nu' : 'straks'),
    );
    const { eerder, midden, later } = venster(stappen);
    expect([...eerder, ...midden, ...later]).toEqual(stappen);
    expect(midden).toHaveLength(4);
    expect(midden.some((een) => een.toestand === 'nu')).toBe(true);
  });

  it('laat zes stappen heel', () => {
    const stappen = Array.from({ length: 6 }, (_niets, plek) => stap(plek + 1, 'straks'));
    expect(venster(stappen)).toEqual({ eerder: [], midden: stappen, later: [] });
  });
});

it.each([
  [{ key: 'K', ctrlKey: true }, 'ctrl+k'],
  [{ key: 'Enter', metaKey: true }, 'ctrl+enter'],
  [{ key: '1', altKey: true }, 'alt+1'],
  [{ key: '?' }, '?'],
])('een toets heet %o', (toets, naam) => {
  expect(toetsNaam({ ctrlKey: false, metaKey: false, altKey: false, ...toets })).toBe(naam);
});
