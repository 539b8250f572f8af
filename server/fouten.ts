/**
 * The one typed error factory: every refusal a user can meet is named here, with its status and B1 text.
 * http/errors.ts renders it as problem+json; anything else becomes `onverwacht` and is reported with its trace id.
 */
const FOUTEN = {
  ongeldige_invoer: [
    400,
    'Niet goed ingevuld',
    'Niet alles is goed ingevuld. Kijk naar de velden die genoemd worden.',
  ],
  geen_json: [400, 'Geen leesbaar bericht', 'Het bericht is geen geldige JSON. Stuur het opnieuw.'],
  lege_zoekvraag: [
    400,
    'Niets ingevuld',
    'Vul een BSN, naam met geboortedatum, postcode met huisnummer of zaaknummer in.',
  ],
  te_veel_treffers: [
    400,
    'Te veel gevonden',
    'Er zijn te veel personen gevonden. Vul meer in, bijvoorbeeld de geboortedatum of de voornaam.',
  ],
  niet_ingelogd: [401, 'Niet ingelogd', 'U bent niet meer ingelogd. Log opnieuw in. Uw tekst blijft staan.'],
  geen_recht: [403, 'Geen recht', 'U mag dit niet bekijken of doen. Vraag uw functioneel beheerder waarom.'],
  doel_ontbreekt: [
    403,
    'Geef een reden',
    'U heeft geen gesprek met deze klant. Kies een reden. Dit staat in het logboek.',
  ],
  verkeerde_herkomst: [
    403,
    'Verzoek geweigerd',
    'Dit verzoek komt niet uit de console. Open de console opnieuw en probeer het nog eens.',
  ],
  webhook_geweigerd: [
    403,
    'Niet toegestaan',
    'De Authorization van deze notificatie klopt niet. Controleer het abonnement.',
  ],
  niet_gevonden: [404, 'Niet gevonden', 'Dit bestaat niet, of u mag het niet zien. Zoek opnieuw.'],
  conflict: [
    409,
    'Dit kan nu niet',
    'De stand is intussen anders. Bekijk de nieuwe stand en probeer het opnieuw.',
  ],
  te_groot: [413, 'Te groot', 'Het bericht is te groot. Maak de tekst korter.'],
  verkeerd_formaat: [415, 'Verkeerd formaat', 'Stuur het bericht als application/json.'],
  buiten_bestand: [416, 'Dit deel is er niet', 'Het bestand is korter. Download het opnieuw.'],
  te_vaak: [
    429,
    'Te veel verzoeken',
    'Er zijn kort na elkaar te veel verzoeken gedaan. Wacht een minuut en probeer het opnieuw.',
  ],
  geweigerd_door_register: [
    422,
    'Het register weigert dit',
    'Het register neemt dit niet aan. Lees de reden en pas het aan.',
  ],
  bron_onbereikbaar: [
    502,
    'Geen antwoord',
    'Het register geeft geen antwoord. Probeer het over een minuut opnieuw.',
  ],
  niet_ondersteund: [
    501,
    'Dit kan het register niet',
    'Het register van deze zaak kan dit niet. Doe dit in de vakapplicatie.',
  ],
  logboek_onbereikbaar: [
    503,
    'Nu niet te openen',
    'Inzage kan niet in het logboek worden gezet. Daarom tonen wij niets. Probeer het zo opnieuw.',
  ],
  niet_gereed: [
    503,
    'Nog niet gereed',
    'De console is nog niet klaar. Probeer het over een halve minuut opnieuw.',
  ],
  onverwacht: [500, 'Er ging iets mis', 'Er ging iets mis bij ons. Het is gemeld. Probeer het opnieuw.'],
} as const satisfies Record<string, readonly [status: number, titel: string, detail: string]>;

export type FoutCode = keyof typeof FOUTEN;
export interface Veldfout {
  pad: string;
  code: string;
  melding: string;
}

export class SvzFout extends Error {
  readonly code: FoutCode;
  readonly status: number;
  readonly titel: string;
  readonly detail: string;
  readonly fouten: readonly Veldfout[];
  constructor(
    code: FoutCode,
    opties: { detail?: string; fouten?: readonly Veldfout[]; cause?: unknown } = {},
  ) {
    const [status, titel, detail] = FOUTEN[code];
    super(titel, { cause: opties.cause });
    this.name = 'SvzFout';
    this.code = code;
    this.status = status;
    this.titel = titel;
    this.detail = opties.detail ?? detail;
    this.fouten = opties.fouten ?? [];
  }
}

/** `throw fout('niet_gevonden')`; a `detail` replaces the general text where we can say more. */
export function fout(code: FoutCode, opties?: ConstructorParameters<typeof SvzFout>[1]): SvzFout {
  return new SvzFout(code, opties);
}
