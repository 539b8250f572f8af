import type { Bereikbaarheid, Collega, Rol } from '../connectors/ports.ts';
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

/**
 * The team of a zaak as it can be reached at `nu`; null where the register has no afdeling of that name. On a feestdag
 * it is closed whatever its hours say. With `namen` false nobody is named as behandelaar of this zaak.
 */
export function teamVan(
  bereikbaarheid: readonly Bereikbaarheid[],
  afdeling: string,
  rollen: readonly Rol[],
  { nu, namen }: { nu: Date; namen: boolean },
): Team | null {
  const gevonden = bereikbaarheid.find(
    ({ afdeling: een }) => gelijk(afdeling, een.naam) || gelijk(afdeling, een.id),
  );
  if (gevonden === undefined) return null;
  const vandaag = dayOf(nu);
  const feestdag = feestdagen(Number(vandaag.slice(0, 4))).includes(vandaag);
  const behandelaars = namen
    ? rollen.filter(({ soort, omschrijvingGeneriek: wat }) => soort === 'medewerker' && BEHANDELT.has(wat))
    : [];
  const isBehandelaar = ({ id, naam }: Collega): boolean =>
    behandelaars.some(
      (rol) =>
        gelijk(id, rol.identificatie.medewerker) ||
        (rol.identificatie.medewerker === undefined && gelijk(naam, rol.naam)),
    );
  // A behandelaar may sit elsewhere than the afdeling of the zaak.
  const eigen = [
    ...new Map(
      bereikbaarheid
        .flatMap(({ collegas }) => collegas.filter(({ collega }) => isBehandelaar(collega)))
        .map((een) => [een.collega.id, een]),
    ).values(),
  ];
  const anderen = gevonden.collegas.filter(
    ({ collega, bereikbaar }) => bereikbaar === true && !feestdag && !isBehandelaar(collega),
  );
  const toon =
    (behandelaar: boolean) =>
    (een: Bereikbaarheid['collegas'][number]): Teamgenoot => ({
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
    afdeling: gevonden.afdeling.naam,
    telefoon: gevonden.afdeling.telefoon,
    email: gevonden.afdeling.email,
    open: feestdag ? false : gevonden.open,
    openTot: feestdag ? null : gevonden.openTot,
    feestdag,
    collegas: [...eigen.map(toon(true)), ...anderen.slice(0, ANDEREN).map(toon(false))],
  };
}
