import type { Afdeling, Bereikbaarheid, Collega, Tijdvak } from '../ports.ts';
import { plaatselijk } from './tijden.ts';

const gelijk = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Whether one of these names, as a register spells them, means this afdeling. */
export const isVan = (afdeling: { id: string; naam: string }, namen: readonly string[]): boolean =>
  namen.some((naam) => gelijk(naam, afdeling.id) || gelijk(naam, afdeling.naam));

/** Who can be reached at `nu`, per afdeling, and who stands in for whom cannot. Pure. */
export function bereikbaarheidVan(
  afdelingen: readonly Afdeling[],
  collegas: readonly Collega[],
  nu: Date,
): Bereikbaarheid[] {
  const { datum, dag, tijd } = plaatselijk(nu);
  const vakNu = (vakken: readonly Tijdvak[]): Tijdvak | undefined =>
    vakken
      .filter((v) => v.dag === dag && v.van <= tijd && tijd < v.tot)
      .sort((a, b) => (a.tot < b.tot ? 1 : -1))[0];
  const openVan = ({ openingstijden }: Afdeling): boolean | null =>
    openingstijden === null ? null : vakNu(openingstijden) !== undefined;

  function bereikbaar(collega: Collega): boolean | null {
    const { afwezig, werktijden } = collega;
    if (afwezig && afwezig.van <= datum && (afwezig.tot === null || datum <= afwezig.tot)) return false;
    const eigen = afdelingen.filter((a) => isVan(a, collega.afdelingen)).map(openVan);
    if (eigen.length > 0 && eigen.every((open) => open === false)) return false;
    return werktijden === null ? null : vakNu(werktijden) !== undefined;
  }

  /** The first in the chain of vervangers who is not known to be away; a chain may bite its own tail. */
  function vervangerVan(collega: Collega): Collega | null {
    const gezien = new Set([collega.id]);
    for (let wie: string | null = collega.vervanger; wie !== null;) {
      const zoek: string = wie;
      const gevonden = collegas.filter((c) => gelijk(c.id, zoek) || gelijk(c.naam, zoek));
      const [enige] = gevonden;
      // Two of the same name: nobody says which.
      if (enige === undefined || gevonden.length > 1 || gezien.has(enige.id)) return null;
      if (bereikbaar(enige) !== false) return enige;
      gezien.add(enige.id);
      wie = enige.vervanger;
    }
    return null;
  }

  return afdelingen.map((afdeling) => {
    const open = openVan(afdeling);
    return {
      afdeling,
      open,
      openTot: open === true ? (vakNu(afdeling.openingstijden ?? [])?.tot ?? null) : null,
      collegas: collegas
        .filter((c) => isVan(afdeling, c.afdelingen))
        .map((collega) => {
          const stand = bereikbaar(collega);
          return { collega, bereikbaar: stand, vervanger: stand === true ? null : vervangerVan(collega) };
        }),
    };
  });
}
