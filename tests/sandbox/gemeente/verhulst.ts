/** What the person of every tour shows, on our catalogus and, but for the klacht, on one of others. */
import { expect } from 'vitest';
import { BSN_VERHULST as VERHULST } from '../../../server/sandbox/gemeente/index.ts';
import type { Gemeente } from '../../../server/sandbox/typen.ts';
import { afdelingVan, leesZaken, staatErin, tekst } from './lezer.ts';
import { dagInNederland, deel, resterend, zichtbaarVoorKcc } from './regels.ts';

export function eisVerhulst(gemeente: Gemeente, nu: number): void {
  const vandaag = dagInNederland(nu);
  const alle = leesZaken(gemeente);
  const zaken = alle.filter((zaak) => zichtbaarVoorKcc(zaak, VERHULST));
  expect(zaken.length).toBeGreaterThanOrEqual(12);
  const open = zaken.filter((zaak) => zaak.zaak['einddatum'] === null);
  const klaar = zaken.filter((zaak) => zaak.zaak['einddatum'] !== null);
  const lopend = open.filter(({ zaak }) => deel(zaak, 'opschorting')?.['indicatie'] !== true);
  const minstens = (wat: string, lijst: readonly unknown[], aantal = 1): void =>
    expect(lijst.length, wat).toBeGreaterThanOrEqual(aantal);

  minstens(
    'op tijd',
    lopend.filter(({ zaak }) => resterend(zaak, vandaag) > 20),
  );
  minstens(
    'let op',
    lopend.filter(({ zaak }) => resterend(zaak, vandaag) >= 0 && resterend(zaak, vandaag) <= 5),
  );
  minstens(
    'te laat',
    lopend.filter(({ zaak }) => resterend(zaak, vandaag) < 0),
  );
  minstens(
    'opgeschort met reden',
    open.filter(({ zaak }) => {
      const opschorting = deel(zaak, 'opschorting');
      return opschorting?.['indicatie'] === true && tekst(opschorting, 'reden') !== '';
    }),
  );
  minstens(
    'verlengd',
    open.filter(({ zaak }) => deel(zaak, 'verlenging') !== null),
  );
  minstens(
    'besluit verzonden, bezwaar kan nog',
    klaar.filter(({ besluiten }) =>
      besluiten.some(
        (b) =>
          tekst(b, 'verzenddatum') !== '' &&
          tekst(b, 'verzenddatum') < vandaag &&
          tekst(b, 'uiterlijkeReactiedatum') > vandaag,
      ),
    ),
  );
  minstens(
    'besluit nog niet verzonden',
    klaar.filter(({ besluiten }) => besluiten.some((b) => b['verzenddatum'] === null)),
  );
  minstens(
    'klaar zonder besluit',
    klaar.filter(({ besluiten, resultaat }) => besluiten.length === 0 && resultaat !== null),
  );
  minstens(
    'met deelzaken',
    open.filter(({ deelzaken }) => deelzaken.length > 0),
  );
  minstens(
    'zonder status',
    open.filter(({ statussen }) => statussen.length === 0),
  );
  minstens(
    'drie substatussen waarvan één intern',
    open.filter(
      ({ substatussen, statussen }) =>
        statussen.length > 0 &&
        substatussen.length === 3 &&
        substatussen.filter((s) => s['doelgroep'] === 'intern').length === 1,
    ),
  );
  minstens(
    'van Wonen',
    open.filter((z) => afdelingVan(z) === 'Wonen' && z.statussen.length > 0),
    3,
  );
  minstens(
    'geheim',
    alle.filter(
      (z) => staatErin(z, VERHULST, 'initiator') && z.zaak['vertrouwelijkheidaanduiding'] === 'geheim',
    ),
  );
  minstens(
    'alleen belanghebbende',
    alle.filter((z) => staatErin(z, VERHULST, 'belanghebbende') && !staatErin(z, VERHULST, 'initiator')),
  );
}

export function eisContacten(gemeente: Gemeente): void {
  const { tabellen } = gemeente;
  const nummer = tabellen['klantinteracties/partij-identificatoren'].find(
    (rij) => deel(rij, 'partijIdentificator')?.['objectId'] === VERHULST,
  )!;
  const partij = deel(nummer, 'identificeerdePartij')?.['uuid'];
  const contacten = new Set(
    tabellen['klantinteracties/betrokkenen']
      .filter((b) => deel(b, 'wasPartij')?.['uuid'] === partij)
      .map((b) => deel(b, 'hadKlantcontact')?.['uuid']),
  );
  const rijen = tabellen['klantinteracties/klantcontacten'].filter(({ uuid }) => contacten.has(uuid));
  expect(rijen.length).toBeGreaterThanOrEqual(8);
  expect(new Set(rijen.map((r) => r['kanaal'])).size).toBeGreaterThanOrEqual(6);
  // What she wrote in the portal has none of the console's metadata, and nobody's name until it is answered.
  const vanBuiten = rijen.filter(({ kanaal }) => kanaal === 'MijnOmgeving');
  for (const rij of vanBuiten) expect(rij['metadata']).toEqual({});
  for (const rij of rijen) {
    expect(tekst(rij, 'onderwerp')).not.toBe('');
    expect(tekst(rij, 'inhoud')).not.toBe('');
    if (vanBuiten.includes(rij)) continue;
    expect(tekst(deel(rij, 'metadata') ?? {}, 'vraagtype')).toMatch(
      /^(voortgang|informatie|aanvraag|klacht|overig)$/,
    );
  }
  const hoort = (tabel: 'onderwerpobjecten' | 'actorklantcontacten' | 'internetaken', veld: string): number =>
    tabellen[`klantinteracties/${tabel}`].filter((r) => contacten.has(deel(r, veld)?.['uuid'])).length;
  expect(hoort('actorklantcontacten', 'klantcontact')).toBe(
    rijen.length - vanBuiten.filter((rij) => tekst(rij, 'reactie') === '').length,
  );
  expect(hoort('onderwerpobjecten', 'klantcontact')).toBeGreaterThanOrEqual(4);
  const open = tabellen['klantinteracties/internetaken'].filter(
    (t) => contacten.has(deel(t, 'aanleidinggevendKlantcontact')?.['uuid']) && t['status'] === 'te_verwerken',
  );
  expect(open.length).toBeGreaterThanOrEqual(1);
}
