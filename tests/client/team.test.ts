import { expect, it } from 'vitest';
import { bereikTekst, openTekst } from '../../client/zaken/teamTekst.ts';

it.each([
  [{ open: true, openTot: '17:00', feestdag: false }, 'Nu open, tot 17.00 uur'],
  [{ open: true, openTot: null, feestdag: false }, 'Nu open'],
  [{ open: false, openTot: null, feestdag: false }, 'Nu gesloten'],
  [{ open: null, openTot: null, feestdag: false }, 'Openingstijden niet bekend'],
  [{ open: false, openTot: null, feestdag: true }, 'Vandaag gesloten: het is een feestdag'],
])('van een team met %j staat er: %s', (team, tekst) => expect(openTekst(team)).toBe(tekst));

it.each([
  [{ behandelaar: true, functie: 'Jurist', bereikbaar: true }, 'behandelt deze zaak, nu bereikbaar'],
  [{ behandelaar: false, functie: 'Jurist', bereikbaar: false }, 'Jurist, nu niet bereikbaar'],
  [{ behandelaar: false, functie: null, bereikbaar: null }, 'onbekend of u nu kunt doorverbinden'],
])('van een collega met %j staat er: %s', (collega, tekst) => expect(bereikTekst(collega)).toBe(tekst));
