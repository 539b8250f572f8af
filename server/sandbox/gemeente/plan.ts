/** A zaak before it is written down: plain facts in the order of the world; `zaakregister.ts` makes rows of it. */
import type { Adres } from './adressen.ts';
import type { Dagnr, Tijdstip } from './datum.ts';
import type { Medewerker } from './organisatie.ts';
import type { DocumentSoort, Resultaat, Stap, Zaaktype } from './zaaktype.ts';

/** Who stands in a rol. */
export type Betrokkene =
  | {
      soort: 'persoon';
      bsn: string;
      voornamen: string;
      voorletters: string;
      voorvoegsel: string;
      achternaam: string;
      geslacht: 'm' | 'v' | 'o';
      /** Day, or '' where not wholly known. */
      geboortedatum: string;
      adres: Adres | null;
    }
  | {
      soort: 'bedrijf';
      rsin: string;
      kvkNummer: string;
      vestigingsnummer: string;
      naam: string;
      adres: Adres;
    };

export interface GezetteStatus {
  stap: Stap;
  tijdstip: Tijdstip;
  toelichting?: string;
}

export interface GezetteSubstatus {
  /** Index in `statussen` of the status under which it falls. */
  bij: number;
  omschrijving: string;
  doelgroep: 'betrokkenen' | 'intern';
  tijdstip: Tijdstip;
}

interface BesluitPlan {
  datum: Dagnr;
  /** Null where the letter has not been sent yet. */
  verzonden: Dagnr | null;
  toelichting: string;
}

export interface ZaakPlan {
  zaaktype: Zaaktype;
  omschrijving: string;
  toelichting: string;
  /** When the request came in. */
  ingediend: Tijdstip;
  initiator: Betrokkene | null;
  belanghebbenden: Betrokkene[];
  medeInitiators: Betrokkene[];
  /** For whom the initiator asks, by authority of whom. */
  machtiginggever: Betrokkene | null;
  behandelaar: Medewerker | null;
  /** Name the afdeling in a rol organisatorische_eenheid. */
  afdelingsrol: boolean;
  kanaal: string;
  vertrouwelijk: string;
  statussen: GezetteStatus[];
  substatussen: GezetteSubstatus[];
  resultaat: Resultaat | null;
  besluit: BesluitPlan | null;
  opschorting: { reden: string; loopt: boolean } | null;
  verlenging: { reden: string; dagen: number } | null;
  documenten: { soort: DocumentSoort; tijdstip: Tijdstip }[];
  /** Registers also leave the terms empty. */
  zonderTermijn: boolean;
  adres: Adres | null;
  hoofdzaak: ZaakPlan | null;
  /** Reference of its form; absent: some get one by chance. */
  kenmerk?: string;
  /** Another organisation that handles it for Oeverdam. */
  ketenpartner?: { naam: string; rsin: string; adres: Adres };
  /** Zaken that it names as relevant, with the aardRelatie. */
  anderen?: readonly { plan: ZaakPlan; aardRelatie: 'vervolg' | 'onderwerp' | 'bijdrage' | 'overig' }[];
}
