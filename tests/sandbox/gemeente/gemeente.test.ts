import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BEKEND_BEDRIJF,
  bekendePersonen,
  BSN_VERHULST,
  maakGemeente,
  VEELVOORKOMEND,
  VERPLEEGHUIS,
} from '../../../server/sandbox/gemeente/index.ts';
import { afdelingVan, leesZaken, tekst } from './lezer.ts';
import { deel, eisNummers, eisTijden, eisVerwijzingen } from './regels.ts';
import { eisContacten, eisVerhulst } from './verhulst.ts';

const PEILDATUM = new Date('2026-11-21T11:15:42.123Z');
const maak = (seed: number, burgers = 300, peildatum = PEILDATUM) =>
  maakGemeente({ seed, burgers, bedrijven: 40, peildatum });
const gewoon = maak(1);
const zaken = leesZaken(gewoon);
const van = (naam: string) => zaken.filter((z) => tekst(z.zaaktype, 'omschrijving') === naam);

describe('een gemeente uit een zaad', () => {
  it('is met hetzelfde zaad dezelfde, met een ander een andere', () => {
    expect(maak(7, 80)).toEqual(maak(7, 80));
    expect(maak(8, 80)).not.toEqual(maak(7, 80));
  });

  it('heeft de gevraagde omvang', () => {
    expect(gewoon.personen.length).toBeGreaterThanOrEqual(300);
    expect(gewoon.personen.length).toBeLessThan(310);
    expect(gewoon.bedrijven).toHaveLength(40);
    expect(Math.abs(zaken.length - 2500)).toBeLessThan(25);
    expect(Math.abs(gewoon.tabellen['klantinteracties/klantcontacten'].length - 6000)).toBeLessThan(60);
  });

  it(
    'houdt bij elk zaad, elke omvang en elk moment van de dag wat altijd moet gelden',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(
          fc.integer(),
          fc.constantFrom(1, 60, 150),
          // Days in and out of summer time, weekends, just after midnight.
          fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
          (seed, burgers, peildatum) => {
            const gemeente = maak(seed, burgers, peildatum);
            eisVerwijzingen(gemeente);
            eisNummers(gemeente);
            eisTijden(gemeente, peildatum.getTime());
            eisVerhulst(gemeente, peildatum.getTime());
            eisContacten(gemeente);
          },
        ),
        { numRuns: 20 },
      );
    },
  );
});

describe('zaaktypen van Oeverdam', () => {
  it.each([
    ['Klacht', ['Ontvangstbevestiging', 'Informeel contact', 'Formele behandeling', 'Afdoening']],
    [
      'Individuele inkomenstoeslag',
      [
        'Ingediend, niet compleet',
        'Ingediend, compleet',
        'In behandeling',
        'Toegekend, nog uit te betalen',
        'Toegekend en uitbetaald',
      ],
    ],
    ['Subsidie geluidsanering', ['Geregistreerd', 'In behandeling', 'Geaccepteerd', 'Afgehandeld']],
    [
      'Bijzondere bijstand',
      ['Geaccepteerd', 'In behandeling genomen', 'Ingetrokken', 'Ontvangen', 'Afgehandeld'],
    ],
  ])('nummert de statustypen van %s', (naam, statustypen) => {
    const zaaktype = gewoon.tabellen['catalogi/zaaktypen'].find((z) => z['omschrijving'] === naam)!;
    const rijen = gewoon.tabellen['catalogi/statustypen']
      .filter((s) => tekst(s, 'zaaktype').endsWith(zaaktype.uuid))
      .sort((a, b) => Number(a['volgnummer']) - Number(b['volgnummer']));
    expect(rijen.map((s) => s['omschrijving'])).toEqual(statustypen);
  });

  it('heeft de processen van MijnHaarlem en de andere gevraagde', () => {
    const namen = gewoon.tabellen['catalogi/zaaktypen'].map((z) => tekst(z, 'omschrijving'));
    expect(namen).toEqual(
      expect.arrayContaining([
        ...[
          'Erkenning kind',
          'Geboorteaangifte',
          'Geheimhouding persoonsgegevens',
          'Melding openbare ruimte',
        ],
        ...['Ontheffing straatoptreden', 'Paspoort of identiteitskaart', 'Rijbewijs', 'Uittreksel BRP'],
        ...[
          'Verhuisaangifte',
          'Wijziging naamgebruik',
          'Parkeervergunning',
          'Omgevingsvergunning',
          'WOZ-bezwaar',
        ],
        ...['Wmo-aanvraag', 'Bijzondere bijstand', 'Schuldhulpverlening', 'Jeugdhulp'],
      ]),
    );
    const normen = gewoon.tabellen['catalogi/zaaktypen'].map((z) => z['servicenorm'] === null);
    expect(new Set(normen).size).toBe(2);
  });

  it('sluit er genoeg van één door elkaar genummerd zaaktype om de volgorde te leren, en te weinig van een ander', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const gemaakt = leesZaken(maak(seed, 60));
        const klaar = (naam: string) =>
          gemaakt.filter((z) => tekst(z.zaaktype, 'omschrijving') === naam && z.zaak['einddatum'] !== null);
        const rechtdoor = klaar('Bijzondere bijstand').filter((z) =>
          z.statussen.every(({ naam }) => naam !== 'Ingetrokken'),
        );
        expect(rechtdoor.length).toBeGreaterThanOrEqual(30);
        for (const { statussen } of rechtdoor) {
          expect(statussen.map((s) => s.naam)).toEqual([
            'Ontvangen',
            'Geaccepteerd',
            'In behandeling genomen',
            'Afgehandeld',
          ]);
        }
        expect(klaar('Individuele studietoeslag').length).toBeGreaterThan(0);
        expect(klaar('Individuele studietoeslag').length).toBeLessThan(30);
      }),
      { numRuns: 5 },
    );
  });

  it('geeft elke afdeling haar zaken', () => {
    const afdelingen = (naam: string) => new Set(van(naam).map(afdelingVan));
    for (const naam of ['Subsidie geluidsanering', 'WOZ-bezwaar', 'Omgevingsvergunning']) {
      expect(afdelingen(naam)).toEqual(new Set(['Wonen']));
    }
    for (const naam of ['Individuele inkomenstoeslag', 'Bijzondere bijstand']) {
      expect(afdelingen(naam)).toEqual(new Set(['Inkomen']));
    }
    const zonderRol = zaken.filter((z) =>
      z.rollen.every((r) => r['betrokkeneType'] !== 'organisatorische_eenheid'),
    );
    expect(zonderRol.length).toBeGreaterThan(50);
  });
});

describe('wat er altijd is', () => {
  it('staat met naam en nummer in de README', async () => {
    const readme = await readFile(
      new URL('../../../server/sandbox/gemeente/README.md', import.meta.url),
      'utf8',
    );
    for (const { bsn, naam } of bekendePersonen)
      expect(readme).toMatch(new RegExp(`\\| *${bsn} *\\| ${naam} *\\|`));
    expect(readme.match(/^\| *9999/gm)).toHaveLength(bekendePersonen.length);
  });

  it('laat zien wat de bekende personen beloven', () => {
    const persoon = (toont: RegExp) => {
      const bekend = bekendePersonen.find((p) => toont.test(p.toont))!;
      return gewoon.personen.find((p) => p['burgerservicenummer'] === bekend.bsn)!;
    };
    expect(persoon(/geheimhouding/)['geheimhoudingPersoonsgegevens']).toBe(true);
    expect(deel(persoon(/overleden/), 'overlijden')).not.toBeNull();
    expect(deel(deel(persoon(/overleden/), 'opschortingBijhouding')!, 'reden')?.['code']).toBe('O');
    expect(deel(persoon(/in onderzoek/), 'inOnderzoek')).not.toBeNull();
    expect(deel(deel(persoon(/niet volledig/), 'geboorte')!, 'datum')?.['type']).toBe('JaarDatum');
    expect(persoon(/niet volledig/)['leeftijd']).toBeUndefined();
    expect(deel(persoon(/buitenland/), 'verblijfplaats')?.['type']).toBe('VerblijfplaatsBuitenland');
    expect(deel(persoon(/diakrieten/), 'naam')?.['geslachtsnaam']).toBe('Öztürk-Müller');
    expect(deel(persoon(/apostrof/), 'naam')?.['voorvoegsel']).toBe("van 't");
    const geenZaken = tekst(persoon(/geen enkele/), 'burgerservicenummer');
    expect(JSON.stringify(gewoon.tabellen).includes(geenZaken)).toBe(false);
  });

  it('vult adressen en namen zo dat er een huishouden, precies één, en te veel treffers zijn', () => {
    const op = (postcode: string, huisnummer: number) =>
      gewoon.personen.filter((p) => {
        const adres = deel(deel(p, 'verblijfplaats')!, 'verblijfadres');
        return adres?.['postcode'] === postcode && adres['huisnummer'] === huisnummer;
      });
    expect(op('1235SL', 7).map((p) => deel(p, 'naam')?.['geslachtsnaam'])).toEqual([
      'Okkerse',
      'Veld',
      'Okkerse',
      'Okkerse',
    ]);
    expect(op(VERPLEEGHUIS.postcode, VERPLEEGHUIS.huisnummer).length).toBeGreaterThan(30);
    const genaamd = (naam: string, geboren: string) =>
      gewoon.personen.filter(
        (p) =>
          deel(p, 'naam')?.['geslachtsnaam'] === naam &&
          deel(deel(p, 'geboorte')!, 'datum')?.['datum'] === geboren,
      );
    expect(genaamd('Verhulst', '1984-03-12')).toHaveLength(1);
    expect(genaamd(VEELVOORKOMEND.achternaam, VEELVOORKOMEND.geboortedatum).length).toBeGreaterThan(10);
  });

  it('zegt van een afgeschermd adres alleen dat het er is', () => {
    const dicht = gewoon.bedrijven.filter((b) =>
      JSON.stringify(b.basisprofiel).includes('"indAfgeschermd":"Ja"'),
    );
    expect(dicht.length).toBeGreaterThan(0);
    expect(dicht.length).toBeLessThan(gewoon.bedrijven.length / 4);
    for (const bedrijf of dicht) {
      expect(JSON.stringify(bedrijf.basisprofiel)).not.toContain('straatnaam');
      const hoofd = bedrijf.zoekresultaten.filter(({ type }) => type === 'hoofdvestiging');
      expect(hoofd.map((een) => 'adres' in een)).toEqual([false]);
    }
  });
  it('heeft een bedrijf met twee vestigingen en zaken op RSIN, KVK- en vestigingsnummer', () => {
    const bedrijf = gewoon.bedrijven.find((b) => b.kvkNummer === BEKEND_BEDRIJF.kvkNummer)!;
    expect(bedrijf.zoekresultaten.map((r) => r['type'])).toEqual([
      'rechtspersoon',
      'hoofdvestiging',
      'nevenvestiging',
    ]);
    const rollen = gewoon.tabellen['zaken/rollen']
      .map((r) => deel(r, 'betrokkeneIdentificatie'))
      .filter((wie) => wie?.['kvkNummer'] === BEKEND_BEDRIJF.kvkNummer);
    expect(rollen.every((wie) => wie?.['innNnpId'] === bedrijf.rsin)).toBe(true);
    expect(new Set(rollen.map((wie) => wie?.['vestigingsNummer']))).toEqual(
      new Set(['', ...BEKEND_BEDRIJF.vestigingsnummers]),
    );
  });

  it('heeft een melding zonder klant met een plek op de kaart', () => {
    const melding = van('Melding openbare ruimte').filter((z) =>
      z.rollen.every((r) => r['omschrijvingGeneriek'] !== 'initiator'),
    );
    expect(melding.length).toBeGreaterThan(0);
    for (const { zaak } of melding) expect(deel(zaak, 'zaakgeometrie')?.['type']).toBe('Point');
  });

  it('heeft omgevingsvergunningen met deelzaken, een machtiging en meer zaken dan een bladzijde bij één persoon', () => {
    expect(van('Omgevingsvergunning').filter((z) => z.deelzaken.length > 0).length).toBeGreaterThan(5);
    const machtiging = gewoon.tabellen['zaken/rollen'].map((r) => tekst(r, 'indicatieMachtiging'));
    expect(machtiging).toEqual(expect.arrayContaining(['gemachtigde', 'machtiginggever']));
    const veel = zaken.filter((z) =>
      z.rollen.some((r) => deel(r, 'betrokkeneIdentificatie')?.['inpBsn'] === '999901126'),
    );
    expect(veel.length).toBeGreaterThan(100);
  });

  it('kent zaken van wie overleed, van daarvoor, en van wie in het buitenland woont', () => {
    const zakenVan = (bsn: string) =>
      zaken.filter((z) => z.rollen.some((r) => deel(r, 'betrokkeneIdentificatie')?.['inpBsn'] === bsn));
    const overleden = zakenVan('999901023');
    expect(overleden.map(({ zaak }) => tekst(zaak, 'einddatum') < '2025-02-08')).toEqual([true]);
    expect(zakenVan('999901059').map(({ zaak }) => zaak['einddatum'])).toEqual([null]);
  });

  it('maakt de klacht van mevrouw Verhulst in de informele fase', () => {
    const klacht = van('Klacht').filter((z) =>
      z.rollen.some((r) => deel(r, 'betrokkeneIdentificatie')?.['inpBsn'] === BSN_VERHULST),
    );
    expect(klacht.map((z) => z.statussen.at(-1)?.naam)).toEqual(['Informeel contact']);
  });
});
