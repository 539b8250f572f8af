import type { Termijn, Voortgang } from '../../../shared/contracts/zaak.ts';
import type { Besluit, Resultaattype, Status, Zaak, Zaaktype } from '../../connectors/ports.ts';

/** Of a besluit only its days; never what was decided. */
export type Besluitdagen = Pick<Besluit, 'uuid' | 'datum' | 'verzenddatum' | 'uiterlijkeReactiedatum'>;

/** All that the antwoord may speak of; nothing else reaches a sentence. */
export interface AntwoordStand {
  zaak: Zaak;
  /** Null where the zaaktype is gone. */
  zaaktype: Zaaktype | null;
  /** As `bouwVoortgang` made it; interne substatussen may be in it, they are never spoken. */
  voortgang: Voortgang;
  termijn: Termijn;
  statussen: readonly Status[];
  resultaat: Resultaattype | null;
  /** Null where they were not read (other than: there are none). */
  besluiten: readonly Besluitdagen[] | null;
  deelzaken: readonly { omschrijving: string; open: boolean }[];
  /** Until when it stands still, where that is known. */
  opgeschortTot: string | null;
  /** What the citizen must do, where a source says so (externe klanttaak). */
  actie: { moet: string; voor: string | null } | null;
  /** False where that source could not be read: then nobody may say that nothing needs doing. */
  actieGelezen: boolean;
  vandaag: string;
}
