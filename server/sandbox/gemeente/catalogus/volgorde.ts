/**
 * In which order the statustypen of a published catalogus happen. Their volgnummers do not tell (51 of the 68 zaaktypen
 * of one are numbered Geaccepteerd, In behandeling genomen, Ingetrokken, Ontvangen, Afgehandeld), their names mostly do.
 */
import type { Afdeling } from '../organisatie.ts';

const RANGEN: readonly (readonly [RegExp, number])[] = [
  [/ontvangen|geregistreerd|gestart|aanvraag gedaan|^aanvraag in behandeling genomen$/i, 1],
  [/geaccepteerd|verstuurd/i, 2],
  [/intake|getoetst/i, 3],
  [/in behandeling|registreerd door/i, 4],
  [/advies|onderzoek|productie/i, 5],
  [/voorstel/i, 6],
  [/besluit genomen|gereed|klaar/i, 7],
  [/besluitvorming|afgehaald|bezorgd/i, 8],
  [/inzage/i, 9],
  [/uitvoering/i, 10],
];

/** Before the rang of "geregistreerd": who registers is not always the gemeente. */
export function rang(naam: string): number {
  if (/door rdw/i.test(naam)) return 3;
  if (/bij rdw/i.test(naam)) return 4;
  return RANGEN.find(([patroon]) => patroon.test(naam))?.[1] ?? 5;
}

/** Steps that end the course early. */
export function isUitgang(naam: string): boolean {
  return /^(ingetrokken|fout|afgebroken|geannuleerd)/i.test(naam);
}

/** Steps of which a zaak takes one: by place of collection, or fetched against delivered. */
export function isKeuze(naam: string): boolean {
  return / op locatie | voor bezorging$|^afgehaald$|^bezorgd$/i.test(naam);
}

const AFDELING_VAN: readonly (readonly [RegExp, Afdeling])[] = [
  [/jeugd/i, 'Jeugd'],
  [/klacht|bezwaar|informatieverzoek/i, 'Juridische Zaken'],
  [/rijbewijs|reisdocument|verhuiz|begraven/i, 'Burgerzaken'],
  [/wmo|schuld|ondersteuning|gehandicapten|kinderopvang/i, 'Sociaal Domein'],
  [/omgevingsvergunning|sloop|geluid|brandveilig|activiteitenbesluit|woz/i, 'Wonen'],
  [/evenement|melding|parkeer/i, 'Openbare Ruimte'],
];

/** A published catalogus of an older release has no `verantwoordelijke`: guessed for our demo from the name. */
export function afdelingVan(naam: string): Afdeling {
  return AFDELING_VAN.find(([patroon]) => patroon.test(naam))?.[1] ?? 'Inkomen';
}
