import type { Registers } from '../../server/connectors/ports.ts';

/** `zaken.zoekOpPersoon`: a method of a register. */
type Methode = string;

/** Answer from memory alone. */
const ZONDER_OPROEP = new Set(['herken', 'vergeet', 'sluit']);

/**
 * Methods that no description of OPENAPI_DIR can judge, and why. A method that a connector gets is judged unless it
 * stands here: it must be called in connectors.test.ts, and its calls must be as described.
 */
const NIET_BESCHREVEN: Readonly<Record<Methode, string>> = {
  // POST /zaakcontactmomenten is called where Open Klant 1 wants it; the bundled registers link by themselves.
  'zaken.koppelContactmoment': 'alleen bij Contactmomenten 1.0, waarvan hier geen beschrijving is',
};

export interface Gevolgd {
  registers: Registers & { sluit(): Promise<void> };
  /** Methods without a call that was heard on the wire. */
  ongetoetst(): Methode[];
}

/** The same registers, counting for every method how many calls it made at least once. */
export function volg(registers: Gevolgd['registers'], gehoord: () => number): Gevolgd {
  const oproepen = new Map<Methode, number>();
  function gevolgd<R extends object>(naam: string, register: R): R {
    const uit = { ...register };
    for (const [sleutel, waarde] of Object.entries(register) as [keyof R & string, unknown][]) {
      if (typeof waarde !== 'function' || ZONDER_OPROEP.has(sleutel)) continue;
      const methode = `${naam}.${sleutel}`;
      oproepen.set(methode, 0);
      uit[sleutel] = (async (...args: unknown[]): Promise<unknown> => {
        const voor = gehoord();
        try {
          return await (Reflect.apply(waarde, register, args) as Promise<unknown>);
        } finally {
          oproepen.set(methode, Math.max(oproepen.get(methode) ?? 0, gehoord() - voor));
        }
      }) as R[keyof R & string];
    }
    return uit;
  }
  const ofNiets = <R extends object>(naam: string, register: R | null): R | null =>
    register === null ? null : gevolgd(naam, register);
  return {
    registers: {
      zaken: registers.zaken.map((register) => gevolgd('zaken', register)),
      klanten: ofNiets('klanten', registers.klanten),
      personen: ofNiets('personen', registers.personen),
      bedrijven: ofNiets('bedrijven', registers.bedrijven),
      notificaties: ofNiets('notificaties', registers.notificaties),
      medewerkers: ofNiets('medewerkers', registers.medewerkers),
      klanttaken: ofNiets('klanttaken', registers.klanttaken),
      verbindingen: () => registers.verbindingen(),
      sluit: () => registers.sluit(),
    },
    ongetoetst: () =>
      [...oproepen]
        .filter(([methode, aantal]) => aantal === 0 && !(methode in NIET_BESCHREVEN))
        .map(([m]) => m),
  };
}
