import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beurt, blijvend, samenvatting, verbindingswoord } from '../../client/beheer/bezorgwoorden.ts';
import type { Bezorgrij, Bezorgstand } from '../../shared/contracts/bezorging.ts';

const vroeg = '2026-11-28T09:00:00.000Z';
const laat = '2026-11-28T10:30:00.000Z';
const verbinding = (deel = {}) => ({
  adres: '/zaken/api/v1',
  breker: 'dicht' as const,
  antwoordOp: null,
  geenAntwoordOp: null,
  ...deel,
});

describe('hoe een register zich gedraagt', () => {
  it.each([
    [{}, 'nog niets gevraagd', true],
    [{ antwoordOp: laat, geenAntwoordOp: vroeg }, 'antwoordde op 28 nov', true],
    [{ antwoordOp: vroeg, geenAntwoordOp: laat }, 'gaf geen antwoord op 28 nov', false],
    [{ geenAntwoordOp: laat }, 'gaf geen antwoord op 28 nov', false],
    [{ antwoordOp: laat, breker: 'open' }, 'wij laten het even met rust', false],
    [{ breker: 'proef' }, 'wij proberen het nu weer', false],
  ])('%j', (deel, woord, goed) => {
    const gezegd = verbindingswoord(verbinding(deel));
    expect(gezegd.tekst).toContain(woord);
    expect(gezegd.goed).toBe(goed);
  });
});

describe('de samenvatting', () => {
  const stand = (...registers: Partial<Bezorgstand['registers'][number]>[]): Bezorgstand => ({
    registers: registers.map((deel, plek) => ({
      id: String(plek),
      naam: 'Zaken',
      wacht: 0,
      geweigerd: 0,
      oudste: null,
      verbindingen: [],
      zaakindexOp: null,
      ...deel,
    })),
    notificaties: { wacht: 0, opgegeven: 0, oudste: null },
    taken: [],
  });

  it('telt over alle registers en noemt de oudste', () => {
    expect(samenvatting(stand({ wacht: 2, oudste: laat }, { wacht: 1, oudste: vroeg }))).toEqual({
      kop: '3 opdrachten wachten op een register',
      tekst: 'Wij proberen het vanzelf opnieuw. De oudste sinds 28 nov, 10.00 uur.',
      goed: false,
    });
    expect(samenvatting(stand({ wacht: 1, oudste: vroeg })).kop).toBe('1 opdracht wacht op een register');
  });

  it('zegt dat er niets wacht, ook als er iets bij een schrijver ligt', () => {
    expect(samenvatting(stand({}))).toEqual({ kop: 'Er wacht niets', tekst: '', goed: true });
    expect(samenvatting(stand({ geweigerd: 2 })).tekst).toBe(
      '2 opdrachten zijn geweigerd en liggen bij de schrijver.',
    );
  });
});

describe('wanneer een opdracht aan de beurt is', () => {
  const rij: Bezorgrij = {
    id: '1',
    soort: 'status',
    toestand: 'wacht',
    register: { id: 'sandbox', naam: 'Zaken' },
    sinds: vroeg,
    pogingen: 1,
    volgendePoging: laat,
    bezig: false,
    achter: false,
    reden: null,
    medewerker: { id: 'behandelaar', naam: 'J. van Dongen' },
    zaak: null,
  };
  it.each([
    [{}, '28 nov, 11.30 uur'],
    [{ bezig: true }, 'nu bezig'],
    [{ achter: true }, 'na een eerdere van dezelfde zaak of klant'],
    [{ volgendePoging: null }, 'bij de schrijver'],
  ])('%j', (deel, woord) => expect(beurt({ ...rij, ...deel })).toBe(woord));
});

describe('rijen die blijven staan terwijl men kijkt', () => {
  const ids = (rijen: readonly { rij: { id: string }; klaar: boolean }[]) =>
    rijen.map(({ rij, klaar }) => `${rij.id}${klaar ? ' klaar' : ''}`);
  const van = (...namen: string[]) => namen.map((id) => ({ id }));

  it('wat weg is heet klaar, wat nieuw is komt eronder', () => {
    const eerst = blijvend([], van('a', 'b'), true);
    const dan = blijvend(eerst, van('c', 'b'), true);
    expect(ids(dan)).toEqual(['a klaar', 'b', 'c']);
    expect(ids(blijvend(dan, van('a', 'b', 'c'), true))).toEqual(['a', 'b', 'c']);
  });

  it('is niet alles te zien, dan heet niets klaar omdat het niet in beeld is', () => {
    expect(ids(blijvend(blijvend([], van('a', 'b'), true), van('b'), false))).toEqual(['b']);
  });

  it('houdt altijd de volgorde van wat er stond, en verliest en verdubbelt niets', () => {
    const lijst = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(lijst, lijst, (oud, nu) => {
        const eerst = blijvend([], van(...oud), true);
        const dan = blijvend(eerst, van(...nu), true).map(({ rij }) => rij.id);
        expect(dan.slice(0, oud.length)).toEqual(oud);
        expect(new Set(dan).size).toBe(dan.length);
        expect(new Set(dan)).toEqual(new Set([...oud, ...nu]));
      }),
    );
  });
});
