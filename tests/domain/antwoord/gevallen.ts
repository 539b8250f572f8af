import { maakAntwoord } from '../../../server/domain/antwoord.ts';
import { bouwStand, bouwStatussen, bouwStatustypen, type Standvraag } from '../bouw.ts';

/** In behandeling, step 2 of 4, of a toeslag asked for on 10 September; today is 21 November 2026. */
export const LOOPT = {
  statussen: bouwStatussen(['Ontvangen', '2026-09-11'], ['In behandeling', '2026-10-01']),
} satisfies Standvraag;

export const INKOMENSTOESLAG = bouwStatustypen([
  'Ingediend, niet compleet',
  'Ingediend, compleet',
  'In behandeling',
  'Toegekend, nog uit te betalen',
  'Toegekend en uitbetaald',
]);
export const KLACHT = bouwStatustypen([
  'Ontvangstbevestiging',
  'Informeel contact',
  'Formele behandeling',
  'Afdoening',
]);
export const GELUID = bouwStatustypen(['Geregistreerd', 'In behandeling', 'Geaccepteerd', 'Afgehandeld']);

/** What every answer of `LOOPT` begins with. */
export const GEVRAAGD = 'Wij kregen op 10 september uw aanvraag: individuele inkomenstoeslag.';
export const STAND = 'Uw aanvraag is sinds 1 oktober bij stap 2 van 4: in behandeling.';
export const NIETS = 'U hoeft niets te doen.';
export const STUUR = 'U moet nog iets doen: stuur ons wat nog ontbreekt.';

export type Geval = readonly [naam: string, vraag: Standvraag, zinnen: readonly string[]];

export const zegNl = (vraag: Standvraag): readonly string[] => maakAntwoord(bouwStand(vraag)).zinnen.nl;
export const zegEn = (vraag: Standvraag): string => maakAntwoord(bouwStand(vraag)).en;
