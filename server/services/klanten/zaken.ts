import { BronFout } from '../../connectors/ports.ts';
import { reikt } from '../../policies/zaken.ts';
import type { Klantsleutel } from '../../store/klantverwijzingen.ts';
import { niveauMet, zonderDubbelen } from '../dubbelen.ts';
import { toonLijst } from '../zaaklijst.ts';
import { leesKernen, type Zaakkern } from '../zaaklezing.ts';
import { sleutelsVan } from '../zaaktoegang.ts';
import { leesVerlopen } from '../zaakverloop.ts';
import { zoekBedrijf } from './bedrijven.ts';
import { zoekBsn } from './personen.ts';
import type { Treffers, Zoektocht } from './treffers.ts';

/** What of these zaken this medewerker may see, and whose they are. */
export async function alsZaaktreffers(
  { deps, wie, bronnen, aanroep }: Zoektocht,
  kernen: readonly Zaakkern[],
): Promise<{ zaken: Treffers['zaken']; vanZaken: (Klantsleutel | null)[] }> {
  const { kernen: eenmaal, dubbelen } = zonderDubbelen(kernen);
  const gezien = eenmaal.filter((kern) => reikt(niveauMet(wie.beleid, kern, dubbelen), 'status'));
  const lezingen = await leesVerlopen(deps, bronnen, gezien, aanroep);
  return { zaken: await toonLijst(deps, wie, lezingen, dubbelen), vanZaken: sleutelsVanZaken(gezien) };
}

/** A zaaknummer or kenmerk gives the zaak itself, also without a klant, and the klant whose zaak it is. */
export async function zoekZaaknummer(tocht: Zoektocht, zaaknummer: string): Promise<Treffers> {
  const { deps, bronnen, aanroep } = tocht;
  // Registers compare letter by letter, and nobody types capitals on the telephone.
  const spellingen = new Set([zaaknummer.toUpperCase(), zaaknummer]);
  const kernen = await Promise.all(
    deps.registers.zaken.map((register) =>
      bronnen.lees<Zaakkern[]>(register, [], aanroep, async (a) => {
        for (const spelling of spellingen) {
          const gevonden = await leesKernen(register, await register.zoekOpZaaknummer(spelling, a), a);
          if (gevonden.rijen.length > 0) return gevonden.rijen;
          // "Niet gevonden" may not be said of what is there but cannot be read.
          if (gevonden.onleesbaar > 0) throw new BronFout(register.id, 'onleesbaar', { code: 'zaak' });
        }
        return [];
      }),
    ),
  );
  const { zaken, vanZaken } = await alsZaaktreffers(tocht, kernen.flat());
  return {
    gelezenAls: 'zaaknummer',
    zaken,
    vanZaken,
    klanten: await aanvragers(
      tocht,
      vanZaken.filter((een) => een !== null),
    ),
  };
}

/** The persons and companies whose zaken these are, each once; null for each zaak of nobody. */
function sleutelsVanZaken(kernen: readonly Zaakkern[]): (Klantsleutel | null)[] {
  const perZaak = kernen.map(({ rollen }) => sleutelsVan(rollen).map(({ sleutel }) => sleutel));
  const uniek = new Map(perZaak.flat().map((sleutel) => [sleutel.nummer, sleutel]));
  return [...uniek.values(), ...perZaak.filter((eigen) => eigen.length === 0).map(() => null)];
}

async function aanvragers(tocht: Zoektocht, sleutels: readonly Klantsleutel[]): Promise<Treffers['klanten']> {
  const gevonden = await Promise.all(
    sleutels.map(({ soort, nummer }) =>
      soort === 'persoon' ? zoekBsn(tocht, nummer) : zoekBedrijf(tocht, { kvkNummer: nummer }),
    ),
  );
  return gevonden.flatMap(({ klanten }) => klanten);
}
