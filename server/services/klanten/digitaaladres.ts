import type { Gevondenpartij } from '../../connectors/ports.ts';
import { idVan } from '../klant.ts';
import { zoekBedrijf } from './bedrijven.ts';
import { zoekBsn } from './personen.ts';
import { eerlijk, type Treffer, type Treffers, type Zoektocht } from './treffers.ts';

const TE_VEEL =
  'Dit nummer of adres hoort bij te veel klanten. Zoek op naam met geboortedatum, of op postcode met huisnummer.';

/**
 * Whose telephone number or e-mail address this is, by the klantregister; who that is, by BRP or KVK. It proves nothing:
 * a telephone is shared and passed on, so the questions of verificatie stay.
 */
export async function zoekDigitaalAdres(
  tocht: Zoektocht,
  vraag: { telefoonnummer: string } | { emailadres: string },
): Promise<Treffers> {
  const { deps, bronnen, aanroep } = tocht;
  const { klanten: register } = deps.registers;
  const gelezenAls = 'telefoonnummer' in vraag ? 'telefoonnummer' : 'e-mailadres';
  if (register === null) return { gelezenAls, klanten: [], zaken: [] };
  const partijen = await bronnen.lees(register, [], aanroep, (a) =>
    eerlijk(() => register.zoekOpDigitaalAdres(vraag, a), TE_VEEL),
  );
  const gevonden = await Promise.all(partijen.map((partij) => alsKlanten(tocht, partij)));
  return {
    gelezenAls,
    zaken: [],
    klanten: [...new Map(gevonden.flat().map((treffer) => [treffer.kort.id, treffer])).values()],
    zonderNummer: partijen
      .filter((_partij, nummer) => gevonden[nummer]?.length === 0)
      .map(({ naam, geheimhouding }) => ({
        naam: naam ?? 'Naam niet bekend',
        ...(geheimhouding ? { geheimhouding } : {}),
      })),
  };
}

/** Empty where nobody can say by which number to open this one. */
async function alsKlanten(tocht: Zoektocht, partij: Gevondenpartij): Promise<Treffer[]> {
  const { sleutel, rsin, vestigingsnummer } = partij;
  if (sleutel === null) {
    if (vestigingsnummer !== null) return (await zoekBedrijf(tocht, { vestigingsnummer })).klanten;
    return rsin === null ? [] : (await zoekBedrijf(tocht, { rsin })).klanten;
  }
  const { klanten } =
    sleutel.soort === 'persoon'
      ? await zoekBsn(tocht, sleutel.nummer)
      : await zoekBedrijf(tocht, { kvkNummer: sleutel.nummer });
  if (klanten.length > 0) return klanten;
  // BRP or KVK is silent, or not connected: the klantregister does know them.
  const id = await idVan(tocht.deps, sleutel);
  return [{ sleutel, kort: { id, soort: sleutel.soort, naam: partij.naam ?? 'Naam nu niet bekend' } }];
}
