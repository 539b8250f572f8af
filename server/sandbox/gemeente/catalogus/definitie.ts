/** How a zaaktype is told once, in the order in which things happen; `bouw.ts` makes catalogus rows and zaken of it. */
import type { Afdeling } from '../organisatie.ts';

export interface StatusDefinitie {
  naam: string;
  /** Text for the inwoner (`statustekst`), B1. */
  tekst: string;
  /** Only where the catalogus numbers it otherwise than it happens. */
  volgnummer?: number;
  /** Chance that a zaak passes it by; 0 by default. */
  overslaan?: number;
  /** An exit: followed by the end status only. */
  uitgang?: true;
  /** Norm of this step, days (`doorlooptijd` of the statustype). */
  dagen?: number;
  /** Texts of substatussen for betrokkenen, in their order. */
  sub?: readonly string[];
  /** Texts of internal substatussen. */
  intern?: readonly string[];
}

export interface ResultaatDefinitie {
  naam: string;
  gewicht: number;
  /** Given where the zaak left by an exit. */
  uitgang?: true;
  /** A formal decision goes with it. */
  besluit?: true;
}

export interface DocumentDefinitie {
  titel: string;
  richting: 'inkomend' | 'uitgaand';
  formaat?: string;
  /** At which part of the course (0 = at once, 1 = at the end). */
  moment: number;
}

export interface EigenschapDefinitie {
  naam: string;
  definitie: string;
  waarden: readonly string[];
  /** `tekst` where it is absent; of a `datum` the values follow from the zaak. */
  formaat?: 'getal' | 'datum';
  /** Only known when the zaak is closed. */
  naAfloop?: true;
}

export interface ZaaktypeDefinitie {
  code: string;
  naam: string;
  afdeling: Afdeling;
  onderwerp: string;
  doel: string;
  /** What the applicant does: "Aanvragen", "Melden", … (≤ 20). */
  handeling: string;
  /** Wettelijke term, days. */
  termijn: number;
  /** Servicenorm, days. */
  norm?: number;
  vertrouwelijk: string;
  /** How often compared with others; 0 = only where someone asks for it by name. */
  gewicht: number;
  klant: 'burger' | 'bedrijf' | 'beide';
  /** Share of zaken without any klant. */
  anoniem?: number;
  intern?: true;
  statussen: readonly StatusDefinitie[];
  resultaten: readonly ResultaatDefinitie[];
  titels: readonly string[];
  opschorting?: readonly string[];
  /** Days of one verlenging, with its reasons. */
  verlenging?: { dagen: number; redenen: readonly string[] };
  documenten: readonly DocumentDefinitie[];
  eigenschappen?: readonly EigenschapDefinitie[];
  deelzaaktypen?: readonly string[];
  /** A place on the map goes with it. */
  plek?: true;
}

/** The steps of a plain request at the counter, from which most of Burgerzaken is made. */
export const FORMULIER: DocumentDefinitie = {
  titel: 'Aanvraagformulier',
  richting: 'inkomend',
  moment: 0,
};
export const BEVESTIGING: DocumentDefinitie = {
  titel: 'Ontvangstbevestiging',
  richting: 'uitgaand',
  moment: 0.02,
};
export const BESLUITBRIEF: DocumentDefinitie = {
  titel: 'Brief met besluit',
  richting: 'uitgaand',
  moment: 1,
};
