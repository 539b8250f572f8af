import { Bronnen } from './bronnen.ts';
import { aanroepVan, type Deps, type Wie } from './deps.ts';
import { leesBasis, sleutelVan } from './klant.ts';
import { logInzage } from './verwerkingen.ts';

/** The name under which a gesprek and a partij are kept. Read from BRP or KVK; a logged read like every other. */
export async function naamVan(deps: Deps, wie: Wie, klant: string, doel: string): Promise<string> {
  const sleutel = await sleutelVan(deps, klant);
  const bronnen = new Bronnen(deps);
  const basis = await leesBasis(deps, bronnen, sleutel, aanroepVan(wie, doel));
  await logInzage(deps, wie, {
    handeling: 'klantbeeld',
    betrokkenen: [sleutel],
    doel,
    registers: bronnen.meldingen.map(({ bron }) => bron),
  });
  const naam = basis.soort === 'persoon' ? basis.persoon?.naam : basis.bedrijf?.naam;
  return naam ?? (sleutel.soort === 'persoon' ? 'Inwoner' : 'Bedrijf');
}
