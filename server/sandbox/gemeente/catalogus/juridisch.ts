/** Klacht (MijnZaken pilot, Tilburg's steps; Awb hoofdstuk 9). */
import type { ZaaktypeDefinitie } from './definitie.ts';

export const JURIDISCH: readonly ZaaktypeDefinitie[] = [
  {
    code: 'JZ-KLACHT',
    naam: 'Klacht',
    afdeling: 'Juridische Zaken',
    onderwerp: 'Klacht over hoe de gemeente zich gedroeg',
    doel: 'Een klacht oplossen en ervan leren',
    handeling: 'Klagen',
    // Awb 9:11: six weeks after receipt.
    termijn: 42,
    norm: 28,
    vertrouwelijk: 'vertrouwelijk',
    gewicht: 3,
    klant: 'beide',
    statussen: [
      {
        naam: 'Ontvangstbevestiging',
        tekst: 'Wij hebben uw klacht ontvangen.',
        dagen: 1,
        sub: ['Ontvangst bevestigd per e-mail'],
      },
      {
        naam: 'Informeel contact',
        tekst: 'Wij bellen u binnen 2 dagen om te horen wat er gebeurde.',
        dagen: 2,
        sub: ['Wij hebben u gebeld. U was niet bereikbaar.'],
        intern: ['Medewerker gesproken, herkent het verhaal'],
      },
      {
        naam: 'Formele behandeling',
        tekst: 'Wij onderzoeken uw klacht. U kunt uw verhaal doen.',
        overslaan: 0.7,
        dagen: 28,
        sub: ['Uitnodiging voor een gesprek verstuurd', 'Het gesprek is geweest.'],
      },
      { naam: 'Afdoening', tekst: 'U krijgt een brief met ons oordeel.' },
    ],
    resultaten: [
      { naam: 'Naar tevredenheid afgehandeld', gewicht: 7 },
      { naam: 'Gegrond', gewicht: 2 },
      { naam: 'Ongegrond', gewicht: 2 },
    ],
    titels: [
      'Klacht over de balie',
      'Klacht over de telefoon',
      'Klacht over wachttijd',
      'Klacht over een brief',
    ],
    verlenging: { dagen: 28, redenen: ['Het onderzoek naar uw klacht kost meer tijd.'] },
    documenten: [
      { titel: 'Klachtformulier', richting: 'inkomend', moment: 0 },
      { titel: 'Ontvangstbevestiging', richting: 'uitgaand', moment: 0.02 },
    ],
  },
];
