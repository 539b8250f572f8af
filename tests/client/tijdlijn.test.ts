import { describe, expect, it } from 'vitest';
import { bouwTijdlijn } from '../../client/werkplek/tijdlijn.ts';
import type { ContactmomentKort } from '../../shared/contracts/contactmoment.ts';
import type { TijdlijnRegel } from '../../shared/contracts/klantbeeld.ts';

const status = (id: string, tijdstip: string): TijdlijnRegel => ({
  id,
  soort: 'status',
  tijdstip,
  titel: 'In behandeling',
  tekst: 'WOZ-bezwaar',
  zaak: 'sandbox~1',
  intern: false,
});
const contact = (
  id: string,
  gestartOp: string,
  bezorging: 'bezorgd' | 'wacht' = 'bezorgd',
): ContactmomentKort => ({
  id,
  kanaal: 'telefoon',
  richting: 'inkomend',
  vraagtype: 'voortgang',
  onderwerp: 'Voortgang: WOZ-bezwaar',
  inhoud: 'Vraagt hoe het staat.',
  reactie: null,
  notitieIntern: null,
  vertrouwelijk: false,
  resultaat: 'beantwoord',
  gestartOp,
  beeindigdOp: null,
  medewerker: 'M. Kuiper',
  zaken: [],
  bezorging,
});

const regels = [status('s2', '2026-11-20T10:00:00Z'), status('s1', '2026-11-10T10:00:00Z')];
const contacten = [contact('c2', '2026-11-15T10:00:00Z'), contact('c1', '2026-11-01T10:00:00Z')];
const ids = (rijen: readonly { id: string }[]) => rijen.map(({ id }) => id);

describe('de tijdlijn', () => {
  it('zet statussen en contacten door elkaar, het nieuwste eerst', () => {
    expect(ids(bouwTijdlijn(regels, contacten))).toEqual(['s2', 'c2', 's1', 'c1']);
  });

  it('laat geen gat: wat ouder is dan de laatste regel wacht op de volgende bladzijde', () => {
    expect(ids(bouwTijdlijn(regels, contacten, true))).toEqual(['s2', 'c2', 's1']);
  });

  it('toont een contact dat in beide staat een keer', () => {
    const dubbel: TijdlijnRegel = { ...status('c2', '2026-11-15T10:00:00Z'), soort: 'contactmoment' };
    expect(ids(bouwTijdlijn([dubbel], contacten))).toEqual(['c2', 'c1']);
  });

  it('zegt van een contact dat nog niet bezorgd is dat het wacht', () => {
    const [rij] = bouwTijdlijn([], [contact('c3', '2026-11-21T10:00:00Z', 'wacht')]);
    expect(rij).toMatchObject({ wacht: true, onder: ['Vraagt hoe het staat.', 'Beantwoord. M. Kuiper'] });
  });
});
