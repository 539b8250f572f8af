import { HAAL_OP, STUUR_GEGEVENS } from './actie.ts';

/** English for names that many catalogi share; any other name stays Dutch, in quotes. Keys in lower case. */
const VERTALING: ReadonlyMap<string, string> = new Map([
  ['ontvangen', 'received'],
  ['ontvangstbevestiging', 'confirmation of receipt'],
  ['ontvangst bevestigd', 'receipt confirmed'],
  ['geregistreerd', 'registered'],
  ['ingediend', 'submitted'],
  ['ingediend, compleet', 'submitted, complete'],
  ['ingediend, niet compleet', 'submitted, incomplete'],
  ['in behandeling', 'being handled'],
  ['in behandeling genomen', 'being handled'],
  ['geaccepteerd', 'accepted'],
  ['beoordelen', 'being assessed'],
  ['besluit genomen', 'decision made'],
  ['afgehandeld', 'completed'],
  ['ingetrokken', 'withdrawn'],
  ['informeel contact', 'informal contact'],
  ['formele behandeling', 'formal handling'],
  ['toegekend', 'granted'],
  ['verleend', 'granted'],
  ['afgewezen', 'rejected'],
  ['geweigerd', 'refused'],
  ['afgebroken', 'ended early'],
  ['gegrond', 'well-founded'],
  ['ongegrond', 'unfounded'],
  ['verwerkt', 'processed'],
  ['buiten behandeling gesteld', 'not taken up'],
  ['paspoort of identiteitskaart', 'passport or identity card'],
  ['rijbewijs', 'driving licence'],
  ['parkeervergunning', 'parking permit'],
  ['omgevingsvergunning', 'environment and planning permit'],
  [STUUR_GEGEVENS.toLowerCase(), 'send us what is still missing'],
  [HAAL_OP.toLowerCase(), 'collect it'],
]);

export function vertaal(naam: string): string {
  return VERTALING.get(naam.toLowerCase()) ?? `"${naam}"`;
}
