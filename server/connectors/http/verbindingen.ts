import type { Verbinding } from '../ports.ts';

/** One address of a register as this process knows it; `noteer` after every call that was really made. */
export interface Meting {
  noteer(uitkomst: 'antwoord' | 'geen_antwoord'): void;
}

/**
 * How the registers behaved towards this process, by address: what operations shows. Answers from a cache are no
 * answers of a register, and do not count; nothing of what was asked is kept.
 */
export interface Verbindingsboek {
  open(bron: string, adres: string, breker: () => Verbinding['breker']): Meting;
  alle(): readonly Verbinding[];
}

export function maakVerbindingsboek(): Verbindingsboek {
  const rijen: (() => Verbinding)[] = [];
  return {
    open(bron, adres, breker) {
      const laatste: Pick<Verbinding, 'antwoordOp' | 'geenAntwoordOp'> = {
        antwoordOp: null,
        geenAntwoordOp: null,
      };
      rijen.push(() => ({ bron, adres: new URL(adres).pathname, breker: breker(), ...laatste }));
      return {
        noteer: (uitkomst) => {
          laatste[uitkomst === 'antwoord' ? 'antwoordOp' : 'geenAntwoordOp'] = new Date();
        },
      };
    },
    alle: () => rijen.map((lees) => lees()),
  };
}
