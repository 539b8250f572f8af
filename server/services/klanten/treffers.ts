import type { KlantKort, ZoekAntwoord } from '../../../shared/contracts/klant.ts';
import { BronFout, type Aanroep } from '../../connectors/ports.ts';
import { fout } from '../../fouten.ts';
import type { Klantsleutel } from '../../store/klantverwijzingen.ts';
import type { Bronnen } from '../bronnen.ts';
import type { Deps, Wie } from '../deps.ts';

export interface Treffer {
  sleutel: Klantsleutel;
  kort: KlantKort;
}

export interface Treffers {
  gelezenAls: string;
  klanten: Treffer[];
  /** Known in the klantregister by name only. */
  zonderNummer?: NonNullable<ZoekAntwoord['zonderNummer']>;
  /** Whose zaken were found, null for a zaak of nobody: read, also where their own register is silent. */
  vanZaken?: (Klantsleutel | null)[];
  /** From which day was searched, where nobody gave one. */
  vanaf?: string;
  /** Found as zaken of a place: reading is logged, but finds nobody whose klantbeeld may now be opened. */
  opentNiets?: boolean;
  zaken: ZoekAntwoord['zaken'];
}

/** What every way of searching needs. */
export interface Zoektocht {
  deps: Deps;
  wie: Wie;
  bronnen: Bronnen;
  aanroep: Aanroep;
}

/** Too many hits, and what was never set up here, are answers to the user and no failing source. */
export async function eerlijk<T>(lezen: () => Promise<T>, teVeel?: string): Promise<T> {
  try {
    return await lezen();
  } catch (oorzaak) {
    if (!(oorzaak instanceof BronFout)) throw oorzaak;
    if (oorzaak.soort === 'te_veel_treffers')
      throw fout('te_veel_treffers', { cause: oorzaak, ...(teVeel === undefined ? {} : { detail: teVeel }) });
    if (oorzaak.soort === 'niet_ondersteund' && oorzaak.code === 'gemeentecode')
      throw fout('niet_ondersteund', {
        cause: oorzaak,
        detail:
          'Zo zoeken kan hier nog niet: de gemeentecode is niet ingevuld. Zoek op naam met geboortedatum, of op postcode met huisnummer.',
      });
    throw oorzaak;
  }
}
