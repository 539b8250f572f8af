import { subject } from '@casl/ability';
import { NIVEAUS, type Handeling, type Niveau } from '../../shared/contracts/waarden.ts';
import type { Medewerker } from '../../shared/contracts/medewerker.ts';
import { rechtenVan, type Daad, type Rechten, type ZaakVoorBeleid } from './ability.ts';
import type { MatrixRegel } from '../domain/matrix.ts';

/** Everything that a medewerker may, over all rollen; made once a request from the stored matrix. */
export class Beleid {
  readonly medewerker: Medewerker;
  readonly #rechten: readonly Rechten[];
  constructor(medewerker: Medewerker, matrix: readonly MatrixRegel[]) {
    this.medewerker = medewerker;
    this.#rechten = medewerker.rollen.map((rol) => rechtenVan(medewerker, rol, matrix));
  }

  /** Rules for the menus of the client. */
  get regels() {
    return this.#rechten.flatMap((rechten) => rechten.rules);
  }

  mag(
    daad: Daad,
    soort: 'Klant' | 'Contactmoment' | 'Gesprek' | 'Werkvoorraad' | 'Verwerking' | 'Bezorging',
  ): boolean {
    return this.#rechten.some((rechten) => rechten.can(daad, soort));
  }

  /** How much of this zaak the medewerker may see. */
  niveau(zaak: ZaakVoorBeleid): Niveau {
    // subject() marks the record it is given: a copy, so that a shared or frozen one stays as it is.
    const hoogste = NIVEAUS.toReversed().find(
      (niveau) =>
        niveau !== 'niets' &&
        this.#rechten.some((rechten) => rechten.can(niveau, subject('Zaak', { ...zaak }))),
    );
    return hoogste ?? 'niets';
  }

  magDoen(handeling: Handeling, zaak: ZaakVoorBeleid): boolean {
    return this.#rechten.some((rechten) => rechten.can(`doen:${handeling}`, subject('Zaak', { ...zaak })));
  }
}

/** Whether `niveau` is at least `nodig`. */
export function reikt(niveau: Niveau, nodig: Niveau): boolean {
  return NIVEAUS.indexOf(niveau) >= NIVEAUS.indexOf(nodig);
}
