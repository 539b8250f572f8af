import type { Bereikbaarheid, Groep, Rol } from '../connectors/ports.ts';
import { dayOf } from './dagen.ts';
import { feestdagen } from './dagen/werkdagen.ts';

interface Teamgenoot {
  naam: string;
  functie: string | null;
  telefoon: string | null;
  /** Has this zaak in hand. */
  behandelaar: boolean;
  bereikbaar: boolean | null;
  vervanger: { naam: string; telefoon: string | null } | null;
}

export interface Team {
  afdeling: string;
  telefoon: string | null;
  email: string | null;
  /** null: the register does not tell. */
  open: boolean | null;
  openTot: string | null;
  feestdag: boolean;
  /** Who handle the zaak first, then others who can be reached now. */
  collegas: Teamgenoot[];
}

/** Beside the behandelaars this many: enough to connect a caller to. */
const ANDEREN = 3;
const BEHANDELT = new Set<Rol['omschrijvingGeneriek']>(['behandelaar', 'zaakcoordinator']);

const gelijk = (a: string, b: string | null | undefined): boolean =>
  b != null && a.trim().toLowerCase() === b.trim().toLowerCase();

/** What the register of medewerkers tells of this moment. */
export interface Organisatie {
  bereikbaarheid: readonly Bereikbaarheid[];
  groepen: readonly Groep[];
}

/** Where a zaak lies: an afdeling, or a groep of one with a number of its own and the hours of its afdeling. */
function plekVan({ bereikbaarheid, groepen }: Organisatie, naam: string) {
  const afdelingVan = (welke: string | null) =>
    bereikbaarheid.find(({ afdeling: een }) => gelijk(een.naam, welke) || gelijk(een.id, welke));
  const afdeling = afdelingVan(naam);
  if (afdeling !== undefined) {
    const { naam: heet, telefoon, email } = afdeling.afdeling;
    const { open, openTot, collegas } = afdeling;
    return { naam: heet, telefoon, email, open, openTot, collegas };
  }
  const groep = groepen.find((een) => gelijk(een.naam, naam) || gelijk(een.id, naam));
  if (groep === undefined) return null;
  const boven = afdelingVan(groep.afdeling);
  const inGroep = ({ collega }: Bereikbaarheid['collegas'][number]): boolean =>
    collega.groepen.some((een) => gelijk(een, groep.naam) || gelijk(een, groep.id));
  return {
    naam: groep.naam,
    telefoon: groep.telefoon ?? boven?.afdeling.telefoon ?? null,
    email: groep.email ?? boven?.afdeling.email ?? null,
    open: boven?.open ?? null,
    openTot: boven?.openTot ?? null,
    collegas: boven?.collegas.filter(inGroep) ?? [],
  };
}

/**
 * The team of a zaak as it can be reached at `nu`; null where the register has no afdeling or groep of that name. On a
 * feestdag it is closed whatever its hours say. With `namen` false nobody is named as behandelaar of this zaak.
 */
export function teamVan(
  organisatie: Organisatie,
  naam: string,
  rollen: readonly Rol[],
  { nu, namen }: { nu: Date; namen: boolean },
): Team | null {
  const plek = plekVan(organisatie, naam);
  if (plek === null) return null;
  const vandaag = dayOf(nu);
  const feestdag = feestdagen(Number(vandaag.slice(0, 4))).includes(vandaag);
  const behandelaars = rollen.filter(
    ({ soort, omschrijvingGeneriek: wat }) => namen && soort === 'medewerker' && BEHANDELT.has(wat),
  );
  const isBehandelaar = ({ collega: { id, naam: heet } }: Bereikbaarheid['collegas'][number]): boolean =>
    behandelaars.some(({ identificatie: { medewerker }, naam: rolnaam }) =>
      medewerker === undefined ? gelijk(heet, rolnaam) : gelijk(id, medewerker),
    );
  // A behandelaar may sit elsewhere than the afdeling of the zaak, and in more than one.
  const eigen = new Map(
    organisatie.bereikbaarheid
      .flatMap(({ collegas }) => collegas.filter(isBehandelaar))
      .map((een) => [een.collega.id, een]),
  );
  const anderen = plek.collegas.filter((een) => een.bereikbaar === true && !feestdag && !isBehandelaar(een));
  const toon = (een: Bereikbaarheid['collegas'][number], behandelaar: boolean): Teamgenoot => ({
    naam: een.collega.naam,
    functie: een.collega.functie,
    telefoon: een.collega.telefoon,
    behandelaar,
    bereikbaar: feestdag ? false : een.bereikbaar,
    vervanger:
      feestdag || een.vervanger === null
        ? null
        : { naam: een.vervanger.naam, telefoon: een.vervanger.telefoon },
  });
  return {
    afdeling: plek.naam,
    telefoon: plek.telefoon,
    email: plek.email,
    open: feestdag ? false : plek.open,
    openTot: feestdag ? null : plek.openTot,
    feestdag,
    collegas: [
      ...[...eigen.values()].map((een) => toon(een, true)),
      ...anderen.slice(0, ANDEREN).map((een) => toon(een, false)),
    ],
  };
}
