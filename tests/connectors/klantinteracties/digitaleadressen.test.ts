import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Klantregister } from '../../../server/connectors/ports.ts';
import { leesRegisters } from '../../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../../server/connectors/registers.ts';
import {
  aanroep,
  allesVan,
  BSN,
  json,
  maakNep,
  pagina,
  probleem,
  uuid,
  type Oproep,
} from '../nepregister.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

const NUMMER = '0612345678';
interface Adres {
  adres: string;
  partij?: number;
  via?: number | null;
}
const verwijzing = (n: number | undefined | null) => (n == null ? null : { uuid: uuid(n), url: 'http://x' });
const adres = ({ adres, partij, via }: Adres) => ({
  adres,
  verstrektDoorPartij: verwijzing(partij),
  verstrektDoorBetrokkene: via === undefined ? null : verwijzing(77),
  _expand: { verstrektDoorBetrokkene: via === undefined ? null : { wasPartij: verwijzing(via) } },
});
const nummer = (codeSoortObjectId: string, objectId: string) => ({
  partijIdentificator: { codeSoortObjectId, objectId },
});

/** A register with these addresses; every partij is `partijen[uuid]`. */
async function opzet(adressen: Adres[], partijen: Record<number, object> = {}) {
  const nep = await maakNep((o: Oproep, res: ServerResponse) => {
    const n = Object.keys(partijen).find((id) => o.pad.endsWith(uuid(Number(id))));
    if (o.pad === '/digitaleadressen') json(res, pagina(adressen.map(adres)));
    else if (n === undefined) json(res, probleem('not_found', 404), 404);
    else json(res, { uuid: uuid(Number(n)), partijIdentificatoren: [], ...partijen[Number(n)] });
  });
  const registers = maakRegisters(
    leesRegisters(
      JSON.stringify({
        zaakregisters: [{ id: 'z', zaken: nep.url, catalogi: nep.url, clientId: 'c', secret: 's' }],
        klantregister: { id: 'klanten', klantinteracties: nep.url, token: 'geheim-token' },
      }),
      {},
    ),
    { herhaalNaMs: 1 },
  );
  opruimen.push(
    () => registers.sluit(),
    () => nep.sluit(),
  );
  return { nep, register: registers.klanten as Klantregister };
}
const PERSOON = {
  partijIdentificatie: { volledigeNaam: 'Anouk Verhulst' },
  partijIdentificatoren: [nummer('bsn', BSN)],
};

describe('een partij bij een telefoonnummer', () => {
  it.each(['0612345678', '+31612345678', '0031612345678', '06-12345678', '+31 (0)612345678'])(
    'die in het register als %s staat',
    async (gespeld) => {
      const { nep, register } = await opzet([{ adres: gespeld, partij: 1 }], { 1: PERSOON });
      expect(await register.zoekOpDigitaalAdres({ telefoonnummer: NUMMER }, aanroep())).toEqual([
        {
          uuid: uuid(1),
          naam: 'Anouk Verhulst',
          geheimhouding: false,
          sleutel: { soort: 'persoon', nummer: BSN },
          rsin: null,
          vestigingsnummer: null,
        },
      ]);
      const { query } = nep.oproepen[0]!;
      expect(Object.fromEntries(query)).toEqual({
        soortDigitaalAdres: 'telefoonnummer',
        adres__icontains: '345678',
        expand: 'verstrektDoorBetrokkene',
      });
    },
  );

  it('niet die met dezelfde laatste cijfers, en van hen leest hij niets', async () => {
    const { nep, register } = await opzet(
      [
        { adres: '0201345678', partij: 1 },
        { adres: '+32612345678', partij: 1 },
        { adres: 'x345678', partij: 1 },
      ],
      { 1: PERSOON },
    );
    expect(await register.zoekOpDigitaalAdres({ telefoonnummer: NUMMER }, aanroep())).toEqual([]);
    expect(nep.oproepen).toHaveLength(1);
  });

  it('elke partij één keer, en wie intussen weg is niet', async () => {
    const { register } = await opzet(
      [
        { adres: NUMMER, partij: 1 },
        { adres: '+31612345678', partij: 1 },
        { adres: NUMMER, partij: 2 },
      ],
      { 1: PERSOON },
    );
    expect(await register.zoekOpDigitaalAdres({ telefoonnummer: NUMMER }, aanroep())).toHaveLength(1);
  });

  it('ook via een betrokkene die een partij was; zonder partij blijft die verborgen', async () => {
    const { nep, register } = await opzet(
      [
        { adres: NUMMER, via: 1 },
        { adres: NUMMER, via: null },
      ],
      { 1: PERSOON },
    );
    expect(await register.zoekOpDigitaalAdres({ telefoonnummer: NUMMER }, aanroep())).toHaveLength(1);
    expect(nep.oproepen.map(({ pad }) => pad)).toEqual(['/digitaleadressen', `/partijen/${uuid(1)}`]);
  });

  it.each([
    [
      'een bedrijf',
      [nummer('rsin', '858001378'), nummer('kvk_nummer', '90001234')],
      'bedrijf',
      '858001378',
      null,
    ],
    ['een bedrijf met alleen een RSIN', [nummer('rsin', '858001378')], undefined, '858001378', null],
    ['een vestiging', [nummer('vestigingsnummer', '000090001235')], undefined, null, '000090001235'],
    ['iemand zonder nummer', [], undefined, null, null],
  ])('die %s is', async (_naam, partijIdentificatoren, soort, rsin, vestigingsnummer) => {
    const { register } = await opzet([{ adres: NUMMER, partij: 1 }], {
      1: { partijIdentificatoren, partijIdentificatie: { naam: 'Stil & Zn.' }, indicatieGeheimhouding: true },
    });
    const [partij] = await register.zoekOpDigitaalAdres({ telefoonnummer: NUMMER }, aanroep());
    expect(partij).toMatchObject({ naam: 'Stil & Zn.', geheimhouding: true, rsin, vestigingsnummer });
    expect(partij?.sleutel?.soort).toBe(soort);
  });

  it('die een contactpersoon is: dan de organisatie', async () => {
    const { register } = await opzet([{ adres: NUMMER, partij: 1 }], {
      1: {
        partijIdentificatie: {
          contactnaam: { voornaam: 'Bo', voorvoegselAchternaam: 'de', achternaam: 'Wit' },
          werkteVoorPartij: verwijzing(2),
        },
      },
      2: { partijIdentificatie: { naam: 'Stil' }, partijIdentificatoren: [nummer('kvk_nummer', '90001234')] },
    });
    const [partij] = await register.zoekOpDigitaalAdres({ telefoonnummer: NUMMER }, aanroep());
    expect(partij).toMatchObject({ naam: 'Stil', sleutel: { soort: 'bedrijf', nummer: '90001234' } });
  });

  it('te veel partijen is een instelling, en daarvan leest hij niemand', async () => {
    const { nep, register } = await opzet(
      Array.from({ length: 11 }, (_leeg, n) => ({ adres: NUMMER, partij: n + 1 })),
    );
    await expect(register.zoekOpDigitaalAdres({ telefoonnummer: NUMMER }, aanroep())).rejects.toMatchObject({
      soort: 'te_veel_treffers',
    });
    expect(nep.oproepen).toHaveLength(1);
  });
});

describe('een partij bij een e-mailadres', () => {
  it('ongeacht hoofdletters, en alleen bij het hele adres', async () => {
    const { nep, register } = await opzet(
      [
        { adres: 'Anouk@Voorbeeld.NL', partij: 1 },
        { adres: 'jan.anouk@voorbeeld.nl', partij: 2 },
      ],
      { 1: PERSOON, 2: PERSOON },
    );
    const gevonden = await register.zoekOpDigitaalAdres({ emailadres: ' anouk@voorbeeld.nl' }, aanroep());
    expect(gevonden.map((partij) => partij.uuid)).toEqual([uuid(1)]);
    expect(nep.oproepen[0]?.query.get('soortDigitaalAdres')).toBe('email');
  });

  it('staat in geen fout', async () => {
    const nep = await maakNep((o, res) =>
      json(res, probleem('invalid', 400, [{ name: 'adres', code: 'x', reason: o.url }]), 400),
    );
    const registers = maakRegisters(
      leesRegisters(
        JSON.stringify({
          zaakregisters: [{ id: 'z', zaken: nep.url, catalogi: nep.url, clientId: 'c', secret: 's' }],
          klantregister: { id: 'klanten', klantinteracties: nep.url, token: 't' },
        }),
        {},
      ),
      { herhaalNaMs: 1 },
    );
    opruimen.push(
      () => registers.sluit(),
      () => nep.sluit(),
    );
    const fout: unknown = await registers
      .klanten!.zoekOpDigitaalAdres({ telefoonnummer: NUMMER }, aanroep())
      .catch((f: unknown) => f);
    expect(allesVan(fout)).not.toMatch(/345678/);
  });
});
