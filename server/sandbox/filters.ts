/** Query filters as django-filter gives them: a parser that refuses in its words, and a test on a row. */
import { ongeldigVeld } from './http/fout.ts';
import type { Opslag } from './opslag.ts';
import type { Json, Rij } from './typen.ts';

type Proef = (rij: Rij) => boolean;

export interface Filter {
  /** Reads one raw value (own URLs as paths; empty only with `weigertLeeg`). Throws 400. */
  maak: (waarde: string, naam: string, opslag: Opslag) => Proef;
  /** An empty value is refused, where others take it for not sent. */
  weigertLeeg?: true;
  /** Index of the table under which the raw value finds the same rows. */
  index?: string;
}

/** Value at a dotted path of a row. */
export function waardeVan(rij: Rij, pad: string): Json | undefined {
  let waarde: Json | undefined = rij;
  for (const stap of pad.split('.')) {
    if (waarde === null || typeof waarde !== 'object' || Array.isArray(waarde)) return undefined;
    waarde = waarde[stap];
  }
  return waarde;
}

const tekstVan = (rij: Rij, pad: string): string | undefined => {
  const waarde = waardeVan(rij, pad);
  return typeof waarde === 'string' ? waarde : undefined;
};

export function gelijk(veld: string, max = Infinity): Filter {
  return {
    index: veld,
    maak: (waarde, naam) => {
      if (waarde.length > max) {
        throw ongeldigVeld(naam, 'max_length', 'De waarde is te lang.');
      }
      return (rij) => tekstVan(rij, veld) === waarde;
    },
  };
}

export const isUrl = (waarde: string): boolean =>
  waarde.startsWith('/') || /^https?:\/\/[^\s/]+(\/\S*)?$/.test(waarde);

/** A reference; the field may hold one or a list. A URL that leads nowhere finds nothing. */
export function verwijzing(veld: string): Filter {
  return {
    index: veld,
    maak: (waarde, naam) => {
      if (!isUrl(waarde)) throw ongeldigVeld(naam, 'invalid', 'Voer een geldige URL in.');
      return (rij) => {
        const gevonden = waardeVan(rij, veld);
        return Array.isArray(gevonden) ? gevonden.includes(waarde) : gevonden === waarde;
      };
    },
  };
}

/** The same for what has no meaning without it: the parts of a zaak, the parts of a zaaktype. */
export const verplichteVerwijzing = (veld: string): Filter => ({ ...verwijzing(veld), weigertLeeg: true });

export const isUuid = (waarde: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(waarde);

const geenKeuze = (waarde: string): string =>
  `Selecteer een geldige keuze. ${waarde} is geen beschikbare keuze.`;

export function keuze(veld: string, opties: readonly string[]): Filter {
  return {
    index: veld,
    maak: (waarde, naam) => {
      if (!opties.includes(waarde)) throw ongeldigVeld(naam, 'invalid_choice', geenKeuze(waarde));
      return (rij) => tekstVan(rij, veld) === waarde;
    },
  };
}

/** Comma-separated alternatives. */
export function eenVan(veld: string, opties?: readonly string[]): Filter {
  return {
    maak: (waarde, naam) => {
      const gezocht = waarde.split(',');
      const vreemd = opties ? gezocht.find((deel) => !opties.includes(deel)) : undefined;
      if (vreemd !== undefined) throw ongeldigVeld(naam, 'invalid_choice', geenKeuze(vreemd));
      return (rij) => gezocht.includes(tekstVan(rij, veld) ?? '');
    },
  };
}

export function bevat(veld: string): Filter {
  return {
    maak: (waarde) => {
      const naald = waarde.toLowerCase();
      return (rij) => (tekstVan(rij, veld) ?? '').toLowerCase().includes(naald);
    },
  };
}

export type Vergelijking = 'exact' | 'lt' | 'lte' | 'gt' | 'gte';

const VERGELIJK: Record<Vergelijking, (a: number | string, b: number | string) => boolean> = {
  exact: (a, b) => a === b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
};

export const isDag = (waarde: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(waarde) && !Number.isNaN(Date.parse(waarde)) && nietVerschoven(waarde);

// `Date` turns 31 February into 3 March.
const nietVerschoven = (dag: string): boolean => new Date(`${dag}T00:00:00Z`).toISOString().startsWith(dag);

export function dag(veld: string, vergelijking: Vergelijking = 'exact'): Filter {
  return {
    maak: (waarde, naam) => {
      if (!isDag(waarde)) throw ongeldigVeld(naam, 'invalid', 'Voer een geldige datum in.');
      const vergelijk = VERGELIJK[vergelijking];
      return (rij) => {
        const gevonden = tekstVan(rij, veld);
        return gevonden !== undefined && gevonden !== '' && vergelijk(gevonden, waarde);
      };
    },
  };
}

export function tijdstip(veld: string, vergelijking: Vergelijking = 'exact'): Filter {
  return {
    maak: (waarde, naam) => {
      const gezocht = Date.parse(waarde);
      if (Number.isNaN(gezocht)) throw ongeldigVeld(naam, 'invalid', 'Voer een geldige datum/tijd in.');
      const vergelijk = VERGELIJK[vergelijking];
      return (rij) => vergelijk(Date.parse(tekstVan(rij, veld) ?? ''), gezocht);
    },
  };
}

/** A filter with a test of its own, for one of the given words. */
export function eigen(
  opties: readonly string[],
  past: (rij: Rij, waarde: string, opslag: Opslag) => boolean,
): Filter {
  return {
    maak: (waarde, naam, opslag) => {
      if (!opties.includes(waarde)) throw ongeldigVeld(naam, 'invalid_choice', geenKeuze(waarde));
      return (rij) => past(rij, waarde, opslag);
    },
  };
}

/** `true` or `false`; django-filter takes any other word for "not asked". */
const jaNee = (waarde: string): boolean | undefined => {
  const laag = waarde.toLowerCase();
  return laag === 'true' ? true : laag === 'false' ? false : undefined;
};

export function leeg(veld: string): Filter {
  return {
    maak: (waarde) => {
      const moetLeeg = jaNee(waarde);
      return (rij) => moetLeeg === undefined || ((waardeVan(rij, veld) ?? null) === null) === moetLeeg;
    },
  };
}

export function janee(lees: (rij: Rij, opslag: Opslag) => boolean): Filter {
  return {
    maak: (waarde, _naam, opslag) => {
      const gezocht = jaNee(waarde);
      return (rij) => gezocht === undefined || lees(rij, opslag) === gezocht;
    },
  };
}
