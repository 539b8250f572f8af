import { describe, expect, it } from 'vitest';
import { isSchriftelijk, kanaalVan } from '../../client/werkplek/kanalen.ts';
import { antwoordOp } from '../../client/werkplek/vraag.ts';

it.each([
  ['MijnOmgeving', 'Mijn omgeving', true],
  ['Mijn omgeving', 'Mijn omgeving', true],
  ['oip_mijn_vragen', 'Mijn omgeving', true],
  ['E-mail', 'E-mail', true],
  ['contactformulier', 'Formulier', true],
  ['Telefoon', 'Telefoon', false],
  ['balie', 'Balie', false],
  ['social', 'Social media', false],
  ['Postduif', 'Postduif', false],
  ['constructor', 'constructor', false],
])('het kanaal %s heet %s', (kanaal, naam, schriftelijk) => {
  expect(kanaalVan(kanaal).naam).toBe(naam);
  expect(isSchriftelijk(kanaal)).toBe(schriftelijk);
});

describe('wat er van een vraag kwam', () => {
  const vraag = {
    kanaal: 'MijnOmgeving',
    richting: 'inkomend' as const,
    inhoud: 'Wanneer?',
    reactie: null,
    resultaat: null,
  };
  it.each([
    ['zonder antwoord', {}, 'Nog niet beantwoord'],
    ['met een leeg antwoord', { reactie: '' }, 'Nog niet beantwoord'],
    ['met een antwoord', { reactie: 'Morgen.' }, 'Ons antwoord: Morgen.'],
    ['die u niet mag lezen', { inhoud: null }, ''],
    ['die al is afgehandeld', { resultaat: 'beantwoord' as const }, ''],
    ['van ons aan de klant', { richting: 'uitgaand' as const }, ''],
    ['aan de telefoon', { kanaal: 'telefoon' }, ''],
  ])('%s', (_hoe, anders, tekst) => {
    expect(antwoordOp({ ...vraag, ...anders })).toBe(tekst);
  });
});
