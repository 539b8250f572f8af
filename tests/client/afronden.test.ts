import { beforeEach, describe, expect, it } from 'vitest';
import {
  bekijk,
  conceptVan,
  gekozenZaken,
  teKiezenZaken,
  vergeetConcept,
  vink,
  wijzigConcept,
  zaaknamen,
} from '../../client/providers/concepten.ts';
import { maakAfronding, onderwerpVoorstel, voorstel } from '../../client/werkplek/afronding.ts';
import { GesprekAfronding } from '../../shared/contracts/gesprek.ts';

const g = 'gesprek-1';
const toeslag = { id: 'sandbox~1', naam: 'Individuele inkomenstoeslag' };
const klacht = { id: 'sandbox~2', naam: 'Klacht over de balie' };
const namen = () => zaaknamen.lees();

beforeEach(() => {
  vergeetConcept(g);
  zaaknamen.zet(() => ({}));
});

describe('de bekeken zaak wordt vanzelf gekoppeld', () => {
  it('is de zaak die open stond, zolang er niets met de hand is geopend', () => {
    bekijk(g, toeslag, false);
    expect(gekozenZaken(conceptVan(g))).toEqual([toeslag.id]);
  });

  it('is wat met de hand is geopend, en niet meer wat vanzelf open stond', () => {
    bekijk(g, toeslag, false);
    bekijk(g, klacht, true);
    expect(gekozenZaken(conceptVan(g))).toEqual([klacht.id]);
    expect(teKiezenZaken(conceptVan(g))).toEqual([toeslag.id, klacht.id]);
  });

  it('volgt het vinkje, uit en weer aan', () => {
    bekijk(g, toeslag, false);
    bekijk(g, klacht, true);
    vink(g, klacht.id, false);
    expect(gekozenZaken(conceptVan(g))).toEqual([]);
    vink(g, toeslag.id, true);
    expect(gekozenZaken(conceptVan(g))).toEqual([toeslag.id]);
    vink(g, klacht.id, true);
    expect(gekozenZaken(conceptVan(g)).toSorted()).toEqual([toeslag.id, klacht.id]);
  });

  it('onthoudt een zaak één keer, hoe vaak men haar ook opent', () => {
    bekijk(g, klacht, true);
    bekijk(g, klacht, true);
    expect(conceptVan(g).bekeken).toEqual([klacht.id]);
  });
});

describe('het vraagtype telt pas als het is bevestigd', () => {
  it('stelt voortgang voor na het bekijken van een zaak, en anders niets', () => {
    expect(voorstel(conceptVan(g))).toBeNull();
    bekijk(g, toeslag, false);
    expect(voorstel(conceptVan(g))).toBe('voortgang');
  });

  it('weigert op te slaan met alleen een voorstel', () => {
    bekijk(g, toeslag, false);
    expect(maakAfronding(conceptVan(g), namen())).toEqual({
      soort: 'mist',
      veld: 'vraagtype',
      melding: 'Kies waar het over ging.',
    });
  });

  it('maakt na bevestiging een body die het contract aanneemt', () => {
    bekijk(g, toeslag, false);
    wijzigConcept(g, { vraagtype: 'voortgang', bevestigd: true, notitie: ' Stap 3 verteld. ' });
    const uitkomst = maakAfronding(conceptVan(g), namen());
    expect(uitkomst).toEqual({
      soort: 'klaar',
      inhoud: {
        vraagtype: 'voortgang',
        onderwerp: 'Voortgang: Individuele inkomenstoeslag',
        inhoud: 'Stap 3 verteld.',
        vertrouwelijk: false,
        taal: 'nld',
        zaken: [toeslag.id],
        resultaat: 'beantwoord',
      },
    });
    if (uitkomst.soort === 'klaar') expect(GesprekAfronding.safeParse(uitkomst.inhoud).success).toBe(true);
  });
});

it('houdt een interne notitie uit wat de inwoner ziet', () => {
  wijzigConcept(g, { vraagtype: 'overig', bevestigd: true, notitie: 'Was boos.', alleenIntern: true });
  expect(maakAfronding(conceptVan(g), namen())).toMatchObject({
    inhoud: { inhoud: '', notitieIntern: 'Was boos.' },
  });
});

it('vraagt om een onderwerp als het veld leeg is gemaakt', () => {
  wijzigConcept(g, { vraagtype: 'overig', bevestigd: true, onderwerp: '  ' });
  expect(maakAfronding(conceptVan(g), namen())).toMatchObject({ soort: 'mist', veld: 'onderwerp' });
});

it('houdt een voorgesteld onderwerp binnen 200 tekens', () => {
  bekijk(g, { id: 'sandbox~3', naam: 'a'.repeat(300) }, true);
  expect(onderwerpVoorstel(conceptVan(g), namen())).toHaveLength(200);
});
