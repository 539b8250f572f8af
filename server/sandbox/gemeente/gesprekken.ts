/** What people ask, by vraagtype: onderwerp and notitie as a KCC agent writes them. */
export interface Gespreksstof {
  vraagtype: 'voortgang' | 'informatie' | 'aanvraag' | 'klacht' | 'overig';
  onderwerp: string;
  inhoud: string;
  gewicht: number;
}

/** About a zaak; `{zaak}` is its zaaktype. */
export const OVER_ZAAK: readonly Gespreksstof[] = [
  {
    vraagtype: 'voortgang',
    onderwerp: 'Hoe staat het met {zaak}?',
    inhoud: 'Vraagt hoe ver de aanvraag is. De stap en de verwachte datum verteld.',
    gewicht: 5,
  },
  {
    vraagtype: 'voortgang',
    onderwerp: 'Wanneer is {zaak} klaar?',
    inhoud: 'Wil weten wanneer er een besluit komt. De uiterste datum genoemd.',
    gewicht: 3,
  },
  {
    vraagtype: 'voortgang',
    onderwerp: 'Is mijn aanvraag binnen? ({zaak})',
    inhoud: 'Vraagt of de aanvraag is aangekomen. Ja, zaaknummer gegeven.',
    gewicht: 2,
  },
  {
    vraagtype: 'informatie',
    onderwerp: 'Welke stukken zijn nodig voor {zaak}?',
    inhoud: 'Uitgelegd welke stukken er nodig zijn en waar ze heen kunnen.',
    gewicht: 2,
  },
  {
    vraagtype: 'aanvraag',
    onderwerp: 'Extra stuk ingeleverd voor {zaak}',
    inhoud: 'Heeft een stuk ingeleverd. Doorgestuurd naar de afdeling.',
    gewicht: 1,
  },
  {
    vraagtype: 'klacht',
    onderwerp: 'Ontevreden over {zaak}',
    inhoud: 'Vindt dat het te lang duurt. Geluisterd en uitgelegd hoe men een klacht indient.',
    gewicht: 0.4,
  },
];

export const LOS: readonly Gespreksstof[] = [
  {
    vraagtype: 'informatie',
    onderwerp: 'Openingstijden stadhuis',
    inhoud: 'De tijden van de balie genoemd.',
    gewicht: 3,
  },
  {
    vraagtype: 'informatie',
    onderwerp: 'Afvalkalender',
    inhoud: 'Verteld wanneer het papier wordt opgehaald.',
    gewicht: 3,
  },
  {
    vraagtype: 'informatie',
    onderwerp: 'Kosten van een paspoort',
    inhoud: 'Het bedrag genoemd en een afspraak aangeboden.',
    gewicht: 2,
  },
  {
    vraagtype: 'aanvraag',
    onderwerp: 'Afspraak maken bij de balie',
    inhoud: 'Afspraak gemaakt voor volgende week.',
    gewicht: 3,
  },
  {
    vraagtype: 'informatie',
    onderwerp: 'Aanslag gemeentelijke belastingen',
    inhoud: 'Uitgelegd hoe men in termijnen betaalt.',
    gewicht: 2,
  },
  {
    vraagtype: 'klacht',
    onderwerp: 'Lang gewacht aan de telefoon',
    inhoud: 'Excuses gemaakt. Wil geen klacht indienen.',
    gewicht: 0.5,
  },
  {
    vraagtype: 'overig',
    onderwerp: 'Verkeerd verbonden',
    inhoud: 'Was op zoek naar de huisarts.',
    gewicht: 0.5,
  },
];

export const KANALEN: readonly { kanaal: string; gewicht: number }[] = [
  { kanaal: 'telefoon', gewicht: 55 },
  { kanaal: 'balie', gewicht: 14 },
  { kanaal: 'email', gewicht: 11 },
  { kanaal: 'webformulier', gewicht: 9 },
  { kanaal: 'chat', gewicht: 5 },
  { kanaal: 'brief', gewicht: 3 },
  { kanaal: 'whatsapp', gewicht: 2 },
  { kanaal: 'social', gewicht: 1 },
];
