import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leesVerwijzing, schrijfVerwijzing } from '../../../server/connectors/contactmomenten/verwijzing.ts';
import type { NieuwKlantcontact } from '../../../server/connectors/ports.ts';
import { BSN, uuid } from '../nepregister.ts';

const nieuw = (meer: Partial<NieuwKlantcontact> = {}): NieuwKlantcontact => ({
  ...{ referentienummer: '1234567890', kanaal: 'telefoon', onderwerp: 'x', inhoud: 'y', taal: 'nld' },
  ...{ vertrouwelijk: false, plaatsgevondenOp: '2026-11-21T10:00:00Z', metadata: {} },
  ...{ partij: uuid(1), naam: `Anouk ${BSN}`, zaak: uuid(2) },
  ...meer,
});

describe('onze verwijzing in onderwerpLinks', () => {
  it('komt terug zoals zij geschreven werd, wat de metadata ook is', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 20 }).filter((t) => t.isWellFormed() && !/^[.]+$/.test(t)),
        fc.dictionary(
          fc.constantFrom('vraagtype', 'resultaat', 'beeindigdOp', 'kop', 'zaak'),
          fc.string({ maxLength: 50 }),
        ),
        fc.nat(200),
        (referentienummer, metadata, kop) => {
          const link = schrijfVerwijzing(nieuw({ referentienummer, metadata }), kop);
          expect(link.length).toBeLessThanOrEqual(1000);
          const { kop: _kop, zaak: _zaak, ...vrij } = metadata;
          expect(leesVerwijzing(['https://kennisbank.nl', link])).toMatchObject({
            ...{ referentienummer, kop, taal: 'nld', klant: uuid(1), zaak: uuid(2) },
            metadata: Object.fromEntries(Object.entries(vrij).filter(([, w]) => w.isWellFormed())),
          });
        },
      ),
    );
  });

  it('draagt geen naam, geen nummer en geen medewerker', () => {
    const link = schrijfVerwijzing(nieuw({ metadata: { medewerker: 'Kim', richting: 'inkomend' } }), 1);
    for (const niet of ['Anouk', BSN, 'Kim', 'inkomend']) expect(link).not.toContain(niet);
  });

  it('laat metadata weg die er niet meer bij past, nooit een half stuk', () => {
    const link = schrijfVerwijzing(
      nieuw({ metadata: { lang: 'x'.repeat(1000), resultaat: 'beantwoord' } }),
      1,
    );
    expect(leesVerwijzing([link])!.metadata).toEqual({ resultaat: 'beantwoord' });
  });

  it.each([[[]], [['https://elders.nl/contact/1']], [['']]])('staat niet in %j', (links) => {
    expect(leesVerwijzing(links)).toBeNull();
  });

  it('die een ander kapot schreef, breekt niets', () => {
    expect(leesVerwijzing(['https://stand-van-zaken.invalid/contact/%E0%A4%A?kop=x'])).toMatchObject({
      kop: 0,
      taal: null,
    });
  });
});
