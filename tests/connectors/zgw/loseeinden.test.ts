import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Zaakregister } from '../../../server/connectors/ports.ts';
import { leesRegisters } from '../../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../../server/connectors/registers.ts';
import { aanroep, BSN, json, maakNep, pagina, probleem, uuid, type Oproep } from '../nepregister.ts';

/** Zaken whose references lead nowhere, or to what belongs to another. */
const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

type Antwoorder = (o: Oproep, res: ServerResponse) => void;
let basis = '';
const naar = (soort: string, n: number): string => `${basis}/${soort}/${uuid(n)}`;
const weg = (res: ServerResponse): void => {
  json(res, probleem('not_found', 404), 404);
};

async function opzet(antwoord: Antwoorder, meer: object = {}) {
  const nep = await maakNep(antwoord);
  basis = nep.url;
  const registers = maakRegisters(
    leesRegisters(
      JSON.stringify({
        zaakregisters: [
          {
            ...{ id: 'proef', zaken: basis, catalogi: basis, documenten: basis, besluiten: basis },
            ...{ clientId: 'console', secret: 'een-geheim-van-ten-minste-32-tekens-lang', ...meer },
          },
        ],
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

const rol = (n: number, van = n, bsn = BSN) => ({
  url: naar('rollen', n + 100),
  zaak: naar('zaken', van),
  betrokkeneType: 'natuurlijk_persoon',
  omschrijvingGeneriek: 'initiator',
  betrokkeneIdentificatie: { inpBsn: bsn },
});
const status = (n: number, van = n) => ({
  url: naar('statussen', n + 200),
  zaak: naar('zaken', van),
  statustype: naar('statustypen', 901),
  datumStatusGezet: '2026-01-03T10:00:00Z',
});
const resultaat = (n: number) => ({
  url: naar('resultaten', n + 300),
  zaak: naar('zaken', n),
  resultaattype: naar('resultaattypen', 902),
});
const zaak = (n: number, meer: object = {}) => ({
  url: naar('zaken', n),
  identificatie: `ZAAK-${n}`,
  zaaktype: naar('zaaktypen', 900),
  startdatum: '2026-01-01',
  vertrouwelijkheidaanduiding: 'openbaar',
  status: naar('statussen', n + 200),
  resultaat: naar('resultaten', n + 300),
  ...meer,
});
const vol = (n: number, expand: object = {}) =>
  zaak(n, { _expand: { rollen: [rol(n)], status: status(n), resultaat: resultaat(n), ...expand } });

describe('een verwijzing die nergens heen gaat', () => {
  it('naar een status of resultaat laat de zaak staan, ook in een lijst: alleen die stand is onbekend', async () => {
    const { register } = await opzet((o, res) => {
      if (o.pad === '/zaken/_zoek')
        json(res, pagina([vol(1), vol(2, { status: undefined, resultaat: {} }), vol(3)]));
      else if (o.pad === `/zaken/${uuid(2)}`) json(res, vol(2, { status: {}, resultaat: null }));
      else weg(res);
    });
    const lijst = await register.zoekOpPersoon(BSN, aanroep());
    expect(lijst.onleesbaar).toBe(0);
    expect(lijst.rijen.map((z) => [z.uuid, z.statusNu?.uuid ?? null])).toEqual([
      [uuid(1), uuid(201)],
      [uuid(2), null],
      [uuid(3), uuid(203)],
    ]);
    expect(await register.zaak(uuid(2), aanroep())).toMatchObject({
      ...{ status: uuid(202), statusNu: null, resultaat: uuid(302), resultaatNu: null },
    });
  });

  it('naar een besluit of document dat weg is, is geen storing', async () => {
    const { register } = await opzet((o, res) => {
      if (o.pad === '/zaakinformatieobjecten')
        json(res, [{ zaak: naar('zaken', 1), informatieobject: naar('enkelvoudiginformatieobjecten', 5) }]);
      else weg(res);
    });
    expect(await register.documenten(uuid(1), aanroep())).toEqual({ rijen: [], onleesbaar: 1 });
    expect(await register.zaakVanBesluit(uuid(7), aanroep())).toBeNull();
    expect(await register.zaaktype(uuid(900), aanroep())).toBeNull();
  });
});

describe('wat van een ander is', () => {
  it('in de expand wordt niet geloofd, maar apart gelezen', async () => {
    const { nep, register } = await opzet((o, res) => {
      if (o.pad === '/zaken/_zoek')
        json(res, pagina([vol(1, { rollen: [rol(1), rol(2)], status: status(5) })]));
      else if (o.pad === '/rollen') json(res, pagina([rol(1), rol(2, 2, '123456782')]));
      else json(res, status(1));
    });
    const { rijen } = await register.zoekOpPersoon(BSN, aanroep());
    expect(rijen[0]).toMatchObject({ rollen: [{ uuid: uuid(101) }], statusNu: { uuid: uuid(201) } });
    expect(nep.oproepen.map((o) => o.pad).sort()).toEqual([
      '/rollen',
      `/statussen/${uuid(201)}`,
      '/zaken/_zoek',
    ]);
  });

  it('is geen antwoord op de vraag naar deze zaak, status, dit resultaat, zaaktype of document', async () => {
    const { register } = await opzet((o, res) => {
      if (o.pad.startsWith('/zaken/')) json(res, vol(2));
      else if (o.pad.startsWith('/resultaten/')) json(res, resultaat(2));
      else if (o.pad.startsWith('/zaaktypen/'))
        json(res, { url: naar('zaaktypen', 2), identificatie: 'B', vertrouwelijkheidaanduiding: 'openbaar' });
      else if (o.pad.startsWith('/enkelvoudig')) json(res, { url: naar('enkelvoudiginformatieobjecten', 2) });
      else json(res, pagina([]));
    });
    const vreemd = { soort: 'onleesbaar', code: 'ander_record' };
    await expect(register.zaak(uuid(1), aanroep())).rejects.toMatchObject(vreemd);
    await expect(register.resultaat(uuid(301), aanroep())).rejects.toMatchObject(vreemd);
    await expect(register.zaaktype(uuid(900), aanroep())).rejects.toMatchObject(vreemd);
    await expect(register.document(uuid(5), aanroep())).rejects.toMatchObject(vreemd);
  });

  it('valt weg uit elke lijst, ook als het register het filter niet kent', async () => {
    const sub = (n: number, van: number) => ({
      ...{ url: naar('substatussen', n), zaak: naar('zaken', van), status: naar('statussen', 201) },
      ...{ omschrijving: `Sub ${n}`, tijdstip: '2026-01-04T10:00:00Z', doelgroep: 'betrokkenen' },
    });
    const besluit = (n: number, van: string | null) => ({
      url: naar('besluiten', n),
      zaak: van,
      datum: '2026-01-04',
    });
    const { register } = await opzet((o, res) => {
      if (o.pad === '/rollen') json(res, pagina([rol(1), rol(2)]));
      else if (o.pad === '/statussen') json(res, pagina([status(2), status(1)]));
      else if (o.pad === '/substatussen') json(res, pagina([sub(1, 1), sub(2, 2)]));
      else
        json(
          res,
          pagina([
            besluit(1, naar('zaken', 1)),
            besluit(2, naar('zaken', 2)),
            besluit(3, ''),
            besluit(4, null),
          ]),
        );
    });
    const uuids = (rijen: readonly { uuid: string }[]) => rijen.map((rij) => rij.uuid);
    expect(uuids(await register.rollen(uuid(1), aanroep()))).toEqual([uuid(101)]);
    expect(uuids(await register.statussen(uuid(1), aanroep()))).toEqual([uuid(201)]);
    expect(uuids(await register.substatussen(uuid(1), aanroep()))).toEqual([uuid(1)]);
    expect(uuids(await register.besluiten(uuid(1), aanroep()))).toEqual([uuid(1)]);
  });
});

describe('een catalogus met een kapotte statustype', () => {
  const zaaktype = (n: number) => ({
    ...{ url: naar('zaaktypen', n), identificatie: `B${n}`, vertrouwelijkheidaanduiding: 'openbaar' },
  });
  const type = (n: number, van: number, meer: object = {}) => ({
    ...{
      url: naar('statustypen', n),
      zaaktype: naar('zaaktypen', van),
      omschrijving: `Stap ${n}`,
      volgnummer: n,
    },
    ...meer,
  });
  const antwoord: Antwoorder = (o, res) => {
    if (o.pad === '/zaaktypen') json(res, pagina([zaaktype(1), zaaktype(2)]));
    else if (o.pad === '/statustypen')
      json(res, pagina([type(1, 1), type(2, 1, { volgnummer: 'twee' }), type(3, 2), { url: 'stuk' }]));
    else if (o.pad === '/resultaattypen') json(res, pagina([{ url: 5 }]));
    else json(res, zaaktype(Number(o.pad.slice(-1))));
  };

  it('telt geen stappen zonder de kapotte: dat zaaktype is niet te lezen, de andere wel', async () => {
    const { register } = await opzet(antwoord);
    expect((await register.zaaktypen(aanroep())).map((t) => t.identificatie)).toEqual(['B2']);
    await expect(register.zaaktype(uuid(1), aanroep())).rejects.toMatchObject({ soort: 'onleesbaar' });
  });
});
