/** What every maker of a part is given. */
import type { Adres } from './adressen.ts';
import type { Dagnr, Tijdstip } from './datum.ts';
import type { Betrokkene } from './plan.ts';
import type { Zaaktype } from './zaaktype.ts';

export interface Burger {
  wie: Extract<Betrokkene, { soort: 'persoon' }>;
  geboren: Dagnr;
  adres: Adres | null;
  /** Of age, alive, living in the gemeente: may ask for something. */
  kanAanvragen: boolean;
  geheimhouding: boolean;
  overleden: Dagnr | null;
}

export interface Onderneming {
  wie: Extract<Betrokkene, { soort: 'bedrijf' }>;
  naam: string;
}

export interface Wereld {
  nu: Tijdstip;
  vandaag: Dagnr;
  zaaktypen: readonly Zaaktype[];
  burgers: readonly Burger[];
  bedrijven: readonly Onderneming[];
}
