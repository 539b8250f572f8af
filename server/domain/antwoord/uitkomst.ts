import { isBeschikkingOfBezwaar, isBezwaar, isKlacht } from '../zaaksoort.ts';
import type { AntwoordStand } from './stand.ts';
import { resultaatInZin } from './tekst.ts';
import type { Zin } from './zin.ts';

const UITKOMST =
  /toegekend|toegewezen|toekenning|afgewezen|afwijzing|verleend|geweigerd|weigering|gegrond|goedgekeurd|afgekeurd|uitbetaald|niet[- ]ontvankelijk|ingewilligd/i;
/** Tells an outcome only after the handling; before it, it tells that a request was taken in. */
const SOMS_UITKOMST = /geaccepteerd|aanvaard/i;
const BEHANDELING = /behandel|beoordel|onderzoek|advies/i;

/** Whether the name of a step tells what was decided, given the names of the steps before it. */
export function verraadtUitkomst(naam: string, ervoor: readonly string[]): boolean {
  return UITKOMST.test(naam) || (SOMS_UITKOMST.test(naam) && ervoor.some((stap) => BEHANDELING.test(stap)));
}

export type Besluitstand = 'onbekend' | 'geen' | 'niet_verzonden' | 'verzonden';

/** Sent only where every besluit was: one letter may not be forestalled by another. */
export function besluitstand({ besluiten, vandaag }: AntwoordStand): Besluitstand {
  if (besluiten === null) return 'onbekend';
  if (besluiten.length === 0) return 'geen';
  return besluiten.every((besluit) => besluit.verzenddatum !== null && besluit.verzenddatum <= vandaag)
    ? 'verzonden'
    : 'niet_verzonden';
}

/**
 * Whether the outcome may be spoken: once the besluit was sent. Without any besluit in the registers a closed zaak
 * tells its resultaat; where the besluiten were not read, only of a zaak that ends without a beschikking.
 */
export function magUitkomstZeggen(stand: AntwoordStand): boolean {
  const beslist = besluitstand(stand);
  if (beslist === 'verzonden') return true;
  if (beslist === 'niet_verzonden' || stand.termijn.toestand !== 'afgerond') return false;
  return beslist === 'geen' || (stand.zaaktype !== null && !isBeschikkingOfBezwaar(stand.zaaktype));
}

/** The sentences about besluit and resultaat; never why it was decided so. */
export function zegUitkomst(stand: AntwoordStand): Zin[] {
  const { vandaag, zaaktype } = stand;
  const besluiten = stand.besluiten ?? [];
  const naam = resultaatInZin(stand.resultaat?.omschrijving ?? null);
  const uitkomst: Zin[] =
    naam === null || /^afgehandeld$/i.test(naam)
      ? []
      : magUitkomstZeggen(stand)
        ? [{ soort: 'uitkomst', naam }]
        : stand.termijn.toestand === 'afgerond' && besluitstand(stand) === 'onbekend'
          ? [{ soort: 'uitkomst_in_brief' }]
          : [];
  if (besluitstand(stand) === 'niet_verzonden') {
    const datum = besluiten
      .flatMap((besluit) => besluit.datum ?? [])
      .filter((dag) => dag <= vandaag)
      .sort()
      .at(-1);
    return [{ soort: 'besluit_genomen', op: datum ?? null }, { soort: 'brief_komt' }];
  }
  const laatste = besluiten
    .filter((besluit) => besluit.verzenddatum !== null)
    .toSorted((a, b) => (a.verzenddatum ?? '').localeCompare(b.verzenddatum ?? '', 'en'))
    .at(-1);
  if (besluitstand(stand) !== 'verzonden' || laatste?.verzenddatum == null) return uitkomst;
  const brief: Zin = { soort: 'brief_gestuurd', op: laatste.verzenddatum };
  const tot = laatste.uiterlijkeReactiedatum;
  // Against the handling of a klacht there is no bezwaar (Awb 9:3); after a bezwaar one goes to court (Awb 8:1).
  if (tot === null || tot < laatste.verzenddatum || (zaaktype !== null && isKlacht(zaaktype))) {
    return [brief, ...uitkomst];
  }
  const middel = zaaktype !== null && isBezwaar(zaaktype) ? 'beroep' : 'bezwaar';
  return [brief, ...uitkomst, { soort: 'reageren', tot, middel, kanNog: tot >= vandaag }];
}
