import type { ServerResponse } from 'node:http';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ringOm } from '../../../server/connectors/zgw/plek.ts';
import type { Zaakregister } from '../../../server/connectors/ports.ts';
import { leesRegisters } from '../../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../../server/connectors/registers.ts';
import { aanroep, json, maakNep, pagina, probleem, uuid, type Oproep } from '../nepregister.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

const MELDING = uuid(900);
const HIER = { breedtegraad: 52, lengtegraad: 5, straal: 100 };
const BIJ = { van: '2026-01-01', tot: null, zaaktypen: [MELDING] };

function zaak(n: number, meer: object = {}) {
  return {
    url: `http://oz/zaken/${uuid(n)}`,
    identificatie: `ZAAK-${n}`,
    omschrijving: 'Lantaarn kapot, Havenkade 12',
    zaaktype: `http://oz/zaaktypen/${MELDING}`,
    startdatum: '2026-02-01',
    vertrouwelijkheidaanduiding: 'openbaar',
    zaakgeometrie: { type: 'Point', coordinates: [5, 52] },
    kenmerken: [],
    _expand: { rollen: [] },
    ...meer,
  };
}

async function opzet(antwoord: (o: Oproep, res: ServerResponse, basis: string) => void, meer: object = {}) {
  const nep = await maakNep((o, res) => antwoord(o, res, nep.url));
  const registers = maakRegisters(
    leesRegisters(
      JSON.stringify({
        zaakregisters: [{ id: 'r', zaken: nep.url, catalogi: nep.url, clientId: 'c', secret: 's', ...meer }],
      }),
      {},
    ),
    { herhaalNaMs: 1 },
  );
  opruimen.push(
    () => registers.sluit(),
    () => nep.sluit(),
  );
  return { nep, register: registers.zaken[0] as Zaakregister };
}
const nummers = (lijst: { rijen: { identificatie: string }[] }) => lijst.rijen.map((z) => z.identificatie);

describe('zaken bij een punt', () => {
  it('vraagt met _zoek een gebied, de zaaktypen en de periode, de nieuwste eerst', async () => {
    const { nep, register } = await opzet((_o, res) => json(res, pagina([zaak(1)])));
    const lijst = await register.zoekOpPlek({ ...HIER, ...BIJ, tot: '2026-03-01' }, aanroep());
    expect(nummers(lijst)).toEqual(['ZAAK-1']);
    expect(lijst.rijen[0]?.punt).toEqual([5, 52]);
    const [eerste] = nep.oproepen;
    expect(eerste).toMatchObject({
      methode: 'POST',
      pad: '/zaken/_zoek',
      koppen: { 'accept-crs': 'EPSG:4326', 'content-crs': 'EPSG:4326' },
      lichaam: {
        zaakgeometrie: { within: { type: 'Polygon' } },
        zaaktype__in: [expect.stringContaining(`/zaaktypen/${MELDING}`) as string],
        startdatum__gte: '2026-01-01',
        startdatum__lte: '2026-03-01',
        ordering: ['-startdatum'],
      },
    });
  });

  it.each([
    ['buiten de straal', { zaakgeometrie: { type: 'Point', coordinates: [5, 52.002] } }],
    ['zonder plek', { zaakgeometrie: null }],
    ['met een plek die geen plek is', { zaakgeometrie: { type: 'Point', coordinates: ['a', 'b'] } }],
    ['van een ander zaaktype', { zaaktype: `http://oz/zaaktypen/${uuid(901)}` }],
    ['van voor de periode', { startdatum: '2025-12-31' }],
  ])('laat weg wat niet is gevraagd: een zaak %s', async (_naam, meer) => {
    const { register } = await opzet((_o, res) => json(res, pagina([zaak(1, meer), zaak(2)])));
    expect(nummers(await register.zoekOpPlek({ ...HIER, ...BIJ }, aanroep()))).toEqual(['ZAAK-2']);
  });

  it('neemt van een gebied het midden', async () => {
    const vak = [
      [4.9999, 51.9999],
      [5.0001, 51.9999],
      [5.0001, 52.0001],
      [4.9999, 52.0001],
    ];
    const geometrie = { type: 'Polygon', coordinates: [vak] };
    const { register } = await opzet((_o, res) => json(res, pagina([zaak(1, { zaakgeometrie: geometrie })])));
    expect(nummers(await register.zoekOpPlek({ ...HIER, ...BIJ }, aanroep()))).toEqual(['ZAAK-1']);
  });

  it('leest geen tweede bladzijde: dat zijn te veel treffers', async () => {
    const { nep, register } = await opzet((o, res, basis) =>
      json(res, pagina([zaak(1)], o.query.has('page') ? null : `${basis}/zaken/_zoek?page=2`)),
    );
    await expect(register.zoekOpPlek({ ...HIER, ...BIJ }, aanroep())).rejects.toMatchObject({
      soort: 'te_veel_treffers',
    });
    expect(nep.oproepen).toHaveLength(1);
  });

  it.each([
    [50, true],
    [51, false],
  ])('geeft er %i: %s', async (aantal, past) => {
    const zaken = Array.from({ length: aantal }, (_leeg, n) => zaak(n + 1));
    const { register } = await opzet((_o, res) => json(res, pagina(zaken)));
    const lijst = register.zoekOpPlek({ ...HIER, ...BIJ }, aanroep());
    if (past) expect((await lijst).rijen).toHaveLength(aantal);
    else await expect(lijst).rejects.toMatchObject({ soort: 'te_veel_treffers' });
  });

  it('kan niet zonder _zoek', async () => {
    const { nep, register } = await opzet((_o, res) => json(res, pagina([])), { kan: { zoek: false } });
    await expect(register.zoekOpPlek({ ...HIER, ...BIJ }, aanroep())).rejects.toMatchObject({
      soort: 'niet_ondersteund',
      code: 'plek',
    });
    expect(nep.oproepen).toEqual([]);
  });

  it('geeft een weigering van het register door', async () => {
    const { register } = await opzet((_o, res) => json(res, probleem('invalid', 400), 400));
    await expect(register.zoekOpPlek({ ...HIER, ...BIJ }, aanroep())).rejects.toMatchObject({
      soort: 'geweigerd',
    });
  });
});

describe('zaken bij een adres', () => {
  const ADRES = { straat: 'havenkade', huisnummer: 12, huisletter: null };

  it('vraagt Open Zaak op de omschrijving', async () => {
    const { nep, register } = await opzet((_o, res) => json(res, pagina([zaak(1)])));
    expect(nummers(await register.zoekOpPlek({ ...ADRES, ...BIJ }, aanroep()))).toEqual(['ZAAK-1']);
    expect(nep.oproepen[0]?.lichaam).toMatchObject({ omschrijving: 'havenkade 12' });
    await register.zoekOpPlek({ ...ADRES, huisnummer: null, ...BIJ }, aanroep());
    expect(nep.oproepen[1]?.lichaam).toMatchObject({ omschrijving: 'havenkade' });
  });

  it.each([
    ['Havenkade 12', ADRES, true],
    ['Paal om bij HAVENKADE  12, stoep', ADRES, true],
    ['Havenkade 12A', ADRES, true],
    ['Havenkade 123', ADRES, false],
    ['Oude-Havenkade 12', ADRES, true],
    ['Zeehavenkade 12', ADRES, false],
    ['Havenkade 12a', { ...ADRES, huisletter: 'A' }, true],
    ['Havenkade 12 B', { ...ADRES, huisletter: 'A' }, false],
    ['Havenkade 12 achter', { ...ADRES, huisletter: 'A' }, false],
    ['Havenkade 4', { ...ADRES, huisnummer: null }, true],
    ['Havenkadepad 4', { ...ADRES, huisnummer: null }, false],
    ['Plein (oost) 3', { straat: 'plein (oost)', huisnummer: 3, huisletter: null }, true],
  ])('"%s" bij %o: %s', async (omschrijving, adres, past) => {
    const { register } = await opzet((_o, res) => json(res, pagina([zaak(1, { omschrijving })])));
    expect((await register.zoekOpPlek({ ...adres, ...BIJ }, aanroep())).rijen).toHaveLength(past ? 1 : 0);
  });

  it.each(['oneground', 'generiek'])('kan %s niet, tenzij het register het kan', async (soort) => {
    const antwoord = (_o: Oproep, res: ServerResponse) => json(res, pagina([zaak(1)]));
    const { register } = await opzet(antwoord, { soort });
    await expect(register.zoekOpPlek({ ...ADRES, ...BIJ }, aanroep())).rejects.toMatchObject({
      soort: 'niet_ondersteund',
    });
    const { register: kan } = await opzet(antwoord, { soort, kan: { omschrijving: true } });
    expect((await kan.zoekOpPlek({ ...ADRES, ...BIJ }, aanroep())).rijen).toHaveLength(1);
  });
});

it('de ring om een punt laat niets binnen de straal buiten, en is gesloten', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 50, max: 54, noNaN: true }),
      fc.double({ min: 3, max: 8, noNaN: true }),
      fc.integer({ min: 10, max: 2000 }),
      fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      (breedtegraad, lengtegraad, straal, richting) => {
        const ring = ringOm({ breedtegraad, lengtegraad, straal });
        expect(ring.at(-1)).toEqual(ring[0]);
        const rek = Math.cos((breedtegraad * Math.PI) / 180);
        // In metres from the middle; a point on the circle lies left of every side, going round against the clock.
        const meters = ring.map(
          ([x, y]) => [(x - lengtegraad) * 111_320 * rek, (y - breedtegraad) * 111_320] as const,
        );
        const [px, py] = [straal * Math.cos(richting), straal * Math.sin(richting)];
        for (const [i, [x1, y1]] of meters.slice(0, -1).entries()) {
          const [x2, y2] = meters[i + 1]!;
          expect((x2 - x1) * (py - y1) - (y2 - y1) * (px - x1)).toBeGreaterThan(-0.01 * straal);
        }
      },
    ),
  );
});
