/** What the names of statustypen tell about their order, used only where no zaken tell it. */

const UITGANG =
  /^(?:aanvraag |zaak |melding |verzoek )?(?:ingetrokken|geannuleerd|afgebroken|vervallen|niet[- ]ontvankelijk|buiten behandeling(?: gesteld| gelaten)?)$/i;

/** An exit by name: the way of a zaak that stops early, never a step to foretell. */
export function isUitgangNaam(naam: string): boolean {
  return UITGANG.test(naam.trim());
}

/** A technical mishap, that may come at any moment and says nothing to a citizen. */
export function isStoringNaam(naam: string): boolean {
  return /^(?:fout|error|foutmelding|mislukt)$/i.test(naam.trim());
}

const BEGIN =
  /^(?:zaak |aanvraag |melding |verzoek )?(?:ontvangen|geregistreerd|ingediend|aangemeld|aangevraagd|gestart|gedaan)$/i;
const LATER =
  /behandeling|geaccepteerd|besluit|afgerond|toegekend|afgewezen|beoordel|uitvoering|ingetrokken|onderzoek|advies|voorstel/i;

/**
 * Whether a list of names in the order of volgnummer has "Ontvangen" (or another beginning) after a step that can only
 * come later: catalogi exported by alphabet number "Geaccepteerd, In behandeling genomen, Ingetrokken, Ontvangen".
 */
export function noemtBeginTeLaat(namen: readonly string[]): boolean {
  const later = namen.findIndex((naam) => LATER.test(naam));
  return later >= 0 && namen.slice(later).some((naam) => BEGIN.test(naam.trim()));
}

/**
 * Names that are each other's alternative, as "Gereed om af te halen op locatie Sneek" and "… Bolsward": alike but for
 * the last of at least four words. Which of them comes nobody can know.
 */
export function varianten(namen: readonly string[]): ReadonlySet<string> {
  const groepen = Map.groupBy(
    namen.filter((naam) => naam.trim().split(/\s+/).length >= 4),
    (naam) => naam.trim().split(/\s+/).slice(0, -1).join(' ').toLowerCase(),
  );
  return new Set([...groepen.values()].filter((groep) => groep.length > 1).flat());
}
