import type { Klant, KlantKort } from '../../shared/contracts/klant.ts';
import type { Aanroep, Bedrijf, Partij, Persoon } from '../connectors/ports.ts';
import { fout } from '../fouten.ts';
import type { Klantsleutel } from '../store/klantverwijzingen.ts';
import * as klantverwijzingen from '../store/klantverwijzingen.ts';
import type { Bronnen } from './bronnen.ts';
import type { Deps } from './deps.ts';

/** Behind an opaque id: whose number it is. @throws niet_gevonden */
export async function sleutelVan(deps: Deps, klantId: string): Promise<Klantsleutel> {
  const sleutel = await klantverwijzingen.los(deps.store.db, deps.sleutels, klantId);
  if (sleutel === null)
    throw fout('niet_gevonden', { detail: 'Deze klant is niet bekend. Zoek de klant opnieuw.' });
  return sleutel;
}

export const idVan = (deps: Deps, sleutel: Klantsleutel): Promise<string> =>
  klantverwijzingen.verwijs(deps.store.db, deps.sleutels, sleutel);

export async function toonPersoonKort(deps: Deps, persoon: Persoon): Promise<KlantKort> {
  return {
    id: await idVan(deps, { soort: 'persoon', nummer: persoon.bsn }),
    soort: 'persoon',
    naam: persoon.naam,
    ...gegeven('geboortedatum', persoon.geboortedatum),
    ...gegeven('geboortedatumTekst', persoon.geboortedatumTekst),
    ...gegeven('adres', persoon.adres),
    ...(persoon.geheimhouding ? { geheimhouding: true } : {}),
    ...(persoon.overleden ? { overleden: true } : {}),
  };
}

export async function toonBedrijfKort(deps: Deps, bedrijf: Bedrijf): Promise<KlantKort> {
  return {
    id: await idVan(deps, { soort: 'bedrijf', nummer: bedrijf.kvkNummer }),
    soort: 'bedrijf',
    naam: bedrijf.naam,
    ...gegeven('adres', bedrijf.adres),
    ...(bedrijf.adresAfgeschermd === true ? { adresAfgeschermd: true } : {}),
  };
}

/** Person or company as read; null where its register did not answer, or is not connected. */
export type Basis =
  { soort: 'persoon'; persoon: Persoon | null } | { soort: 'bedrijf'; bedrijf: Bedrijf | null };

/** @throws niet_gevonden where the register answers that it does not know this number. */
export async function leesBasis(
  deps: Deps,
  bronnen: Bronnen,
  sleutel: Klantsleutel,
  aanroep: Aanroep,
): Promise<Basis> {
  const { personen, bedrijven } = deps.registers;
  if (sleutel.soort === 'persoon') {
    if (personen === null) return { soort: 'persoon', persoon: null };
    return {
      soort: 'persoon',
      persoon: await bronnen.lees(personen, null, aanroep, (a) => personen.persoon(sleutel.nummer, a)),
    };
  }
  if (bedrijven === null) return { soort: 'bedrijf', bedrijf: null };
  return {
    soort: 'bedrijf',
    bedrijf: await bronnen.lees(bedrijven, null, aanroep, (a) => bedrijven.bedrijf(sleutel.nummer, a)),
  };
}

export function toonKlant(
  id: string,
  sleutel: Klantsleutel,
  basis: Basis,
  partij: Partij | null,
  naamElders: string | null,
): Klant {
  const gedeeld = {
    id,
    soort: sleutel.soort,
    nummerEinde: sleutel.nummer.slice(-4),
    ...gegeven('telefoon', partij?.telefoon),
    ...gegeven('email', partij?.email),
    ...gegeven('voorkeur', partij?.voorkeurskanaal),
    ...gegeven('voorkeurstaal', partij?.voorkeurstaal),
  };
  if (basis.soort === 'persoon') {
    const { persoon } = basis;
    return {
      ...gedeeld,
      naam: persoon?.naam ?? naamElders ?? 'Naam nu niet bekend',
      ...gegeven('geboortedatum', persoon?.geboortedatum),
      ...gegeven('geboortedatumTekst', persoon?.geboortedatumTekst),
      ...gegeven('leeftijd', persoon?.leeftijd),
      ...gegeven('adres', persoon?.adres),
      ...(persoon?.geheimhouding === true ? { geheimhouding: true } : {}),
      ...(persoon?.overleden === true ? { overleden: true } : {}),
      ...(persoon?.inOnderzoek === true ? { inOnderzoek: true } : {}),
      ...(persoon?.emigratie === true ? { emigratie: true } : {}),
    };
  }
  const { bedrijf } = basis;
  return {
    ...gedeeld,
    naam: bedrijf?.naam ?? naamElders ?? 'Naam nu niet bekend',
    ...gegeven('adres', bedrijf?.adres),
    ...(bedrijf?.adresAfgeschermd === true ? { adresAfgeschermd: true } : {}),
    ...gegeven('rsin', bedrijf?.rsin),
    vestigingen: (bedrijf?.vestigingen ?? []).map(({ vestigingsnummer, naam, adres }) => ({
      vestigingsnummer,
      naam,
      ...gegeven('adres', adres),
    })),
  };
}

/** A key only where there is a value: the contract knows absent, not null. */
function gegeven<K extends string, V>(sleutel: K, waarde: V | null | undefined): Partial<Record<K, V>> {
  return waarde == null ? {} : ({ [sleutel]: waarde } as Record<K, V>);
}
