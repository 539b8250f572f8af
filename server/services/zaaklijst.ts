import type { ZaakKort } from '../../shared/contracts/zaak.ts';
import { reikt } from '../policies/zaken.ts';
import type { Deps, Wie } from './deps.ts';
import { GEEN_DUBBELEN, niveauMet, type Dubbelen } from './dubbelen.ts';
import { ongelezenActies } from './klanttaken.ts';
import { padenVoor } from './paden.ts';
import type { Zaaklezing } from './zaaklezing.ts';
import { toonZaak, type Weergave } from './zaakweergave.ts';

/**
 * Zaken in a list where none stands for another, as this medewerker may see them: below `status` they are left out, and
 * so is what nobody can say what it is about.
 */
export async function toonLijst(
  deps: Deps,
  wie: Wie,
  lezingen: readonly Zaaklezing[],
  dubbelen: Dubbelen = GEEN_DUBBELEN,
): Promise<ZaakKort[]> {
  const weergave: Weergave = {
    ...(await padenVoor(deps, lezingen)),
    vandaag: deps.clock.vandaag(),
    beleid: wie.beleid,
    metAntwoord: true,
    acties: ongelezenActies(deps),
    isZichtbaar: () => false,
    deelzakenVan: () => [],
  };
  return lezingen.flatMap((lezing) => {
    const niveau = niveauMet(wie.beleid, lezing, dubbelen);
    if (lezing.zaaktype === null || !reikt(niveau, 'status')) return [];
    return [toonZaak({ ...lezing, zaaktype: lezing.zaaktype }, niveau, weergave)];
  });
}
