import {
  IconPhoneOutgoing,
  IconRepeat,
  IconShieldLock,
  IconSpeakerphone,
  type Icon,
} from '@tabler/icons-react';
import type { Klantbeeld } from '../../shared/contracts/klantbeeld.ts';
import { dagEnTijd, dagKort } from '../ui/datum.ts';
import { termijnTekst } from '../ui/Termijn.tsx';

export interface Aandacht {
  beeld: Icon;
  kop: string;
  tekst: string;
  let: boolean;
}

const WEEK_MS = 7 * 86_400_000;
const RANG = ['', 'Eerste', 'Tweede', 'Derde', 'Vierde', 'Vijfde', 'Zesde', 'Zevende'];

/** What one must know before speaking, in the order of weight: protection, klacht, terugbelverzoek, herhaalcontact. */
export function aandachtVan(beeld: Klantbeeld, nu = Date.now()): Aandacht[] {
  const { klant, zaken } = beeld;
  const uit: Aandacht[] = [];
  if (klant.overleden) {
    uit.push({
      beeld: IconShieldLock,
      kop: 'Overleden',
      tekst: 'Spreek met een nabestaande of gemachtigde.',
      let: true,
    });
  }
  if (klant.geheimhouding) {
    uit.push({
      beeld: IconShieldLock,
      kop: 'Geheimhouding',
      tekst: 'Bevestig niets aan iemand anders.',
      let: true,
    });
  }
  if (klant.inOnderzoek) {
    uit.push({
      beeld: IconShieldLock,
      kop: 'Gegevens in onderzoek',
      tekst: 'Adres of naam kan onjuist zijn.',
      let: true,
    });
  }
  if (klant.emigratie) {
    uit.push({
      beeld: IconShieldLock,
      kop: 'Woont in het buitenland',
      tekst: 'Vraag hoe u mevrouw of meneer bereikt.',
      let: false,
    });
  }
  for (const zaak of zaken.filter((een) => een.isKlacht && een.einddatum === null)) {
    uit.push({
      beeld: IconSpeakerphone,
      kop: 'Open klacht',
      tekst: `${zaak.omschrijving || zaak.zaaktype.omschrijving}. ${termijnTekst(zaak.termijn, false, null)}`,
      let: true,
    });
  }
  for (const verzoek of beeld.terugbelverzoeken.filter((een) => een.status === 'te_verwerken')) {
    const { toegewezenAan: wie, beloofdVoor } = verzoek;
    const tekst =
      beloofdVoor === null
        ? `${wie === null ? 'Nog bij niemand,' : `Bij ${wie}`} sinds ${dagKort(verzoek.aangemaaktOp)}`
        : `${wie ?? 'De afdeling'} belt vóór ${dagEnTijd(beloofdVoor)}`;
    uit.push({ beeld: IconPhoneOutgoing, kop: 'Terugbelverzoek loopt', tekst, let: false });
  }
  const kort = beeld.contactmomenten.filter(
    (een) =>
      een.richting === 'inkomend' &&
      nu - Date.parse(een.gestartOp) < WEEK_MS &&
      nu >= Date.parse(een.gestartOp),
  ).length;
  if (kort >= 2) {
    uit.push({
      beeld: IconRepeat,
      kop: 'Herhaalcontact',
      tekst: `${RANG[kort + 1] ?? `${String(kort + 1)}e`} keer in 7 dagen`,
      let: true,
    });
  }
  return uit;
}
