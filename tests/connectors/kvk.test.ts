import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Bedrijvenregister } from '../../server/connectors/ports.ts';
import { leesRegisters } from '../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { aanroep, json, maakNep, type Oproep } from './nepregister.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

async function opzet(antwoord: (o: Oproep, res: ServerResponse) => void, meer: object = {}) {
  const nep = await maakNep(antwoord);
  const registers = maakRegisters(
    leesRegisters(
      JSON.stringify({
        zaakregisters: [{ id: 'z', zaken: nep.url, catalogi: nep.url, clientId: 'c', secret: 's' }],
        bedrijven: { id: 'kvk', url: `${nep.url}/kvk/api`, apiKey: 'sleutel', ...meer },
      }),
      {},
    ),
    { herhaalNaMs: 1 },
  );
  opruimen.push(
    () => registers.sluit(),
    () => nep.sluit(),
  );
  return { nep, register: registers.bedrijven as Bedrijvenregister };
}

const NUMMER = '90001234';
const geenTreffers = (res: ServerResponse, code = 'IPD5200') =>
  json(res, { fout: [{ code, omschrijving: 'Er zijn geen resultaten.' }] }, 404);
const treffer = (type: string, meer: object = {}) => ({
  kvkNummer: NUMMER,
  naam: 'Bakkerij Benali',
  type,
  adres: {
    binnenlandsAdres: {
      type: 'bezoekadres',
      straatnaam: 'Kade',
      huisnummer: 12,
      postcode: '1234AB',
      plaats: 'Oeverdam',
    },
  },
  ...meer,
});
const profiel = (adres: object) => ({
  kvkNummer: NUMMER,
  naam: 'Benali Holding B.V.',
  _embedded: {
    hoofdvestiging: { vestigingsnummer: '000000000001', adressen: [adres] },
    eigenaar: { rsin: '858001378' },
  },
});
const alles = [
  treffer('rechtspersoon', { naam: 'Benali B.V.', rsin: '858001378' }),
  treffer('hoofdvestiging', { vestigingsnummer: '000000000001' }),
  treffer('nevenvestiging', { vestigingsnummer: '000000000002', naam: 'Filiaal' }),
];

describe('zoeken', () => {
  it('maakt van treffers één bedrijf met zijn vestigingen', async () => {
    const { nep, register } = await opzet((_o, res) => json(res, { resultaten: alles, totaal: 3 }));
    expect(await register.zoek({ naam: 'benali' }, aanroep())).toEqual([
      {
        kvkNummer: NUMMER,
        rsin: '858001378',
        naam: 'Benali B.V.',
        adres: 'Kade 12, 1234 AB Oeverdam',
        vestigingen: [
          { vestigingsnummer: '000000000001', naam: 'Bakkerij Benali', adres: 'Kade 12, 1234 AB Oeverdam' },
          { vestigingsnummer: '000000000002', naam: 'Filiaal', adres: 'Kade 12, 1234 AB Oeverdam' },
        ],
      },
    ]);
    expect(nep.oproepen[0]).toMatchObject({ pad: '/kvk/api/v2/zoeken', koppen: { apikey: 'sleutel' } });
  });

  it('leest 404 met IPD5200 als niets gevonden, en een andere 404 niet', async () => {
    const { register } = await opzet((o, res) =>
      geenTreffers(res, o.query.get('naam') === 'a' ? 'IPD5200' : 'IPD0006'),
    );
    expect(await register.zoek({ naam: 'a' }, aanroep())).toEqual([]);
    await expect(register.zoek({ naam: 'b' }, aanroep())).rejects.toMatchObject({ code: 'IPD0006' });
  });
});

describe('zoekt op elk nummer', () => {
  it.each([
    [{ kvkNummer: NUMMER }, `kvkNummer=${NUMMER}`],
    [{ rsin: '858001378' }, 'rsin=858001378'],
    [{ vestigingsnummer: '000000000002' }, 'vestigingsnummer=000000000002'],
  ])('%o', async (vraag, query) => {
    const { nep, register } = await opzet((_o, res) => json(res, { resultaten: alles, totaal: 3 }));
    expect(await register.zoek(vraag, aanroep())).toHaveLength(1);
    expect(nep.oproepen[0]?.url).toContain(query);
  });

  it('noemt honderd van duizend bakkers niet alle bakkers', async () => {
    const { register } = await opzet((_o, res) => json(res, { resultaten: alles, totaal: 101 }));
    await expect(register.zoek({ naam: 'bakker' }, aanroep())).rejects.toMatchObject({
      soort: 'te_veel_treffers',
    });
    expect(await register.zoek({ kvkNummer: NUMMER }, aanroep())).toHaveLength(1);
  });

  it.each([
    [404, 'IPD1003'],
    [500, 'IPD1002'],
  ])('leest %i met %s als: even geen antwoord', async (status, code) => {
    const { register } = await opzet((_o, res) => json(res, { fout: [{ code }] }, status));
    await expect(register.zoek({ naam: 'a' }, aanroep())).rejects.toMatchObject({ soort: 'onbereikbaar' });
    await expect(register.bedrijf(NUMMER, aanroep())).rejects.toMatchObject({ soort: 'onbereikbaar' });
  });

  it('zoekt verder niets bij een verkeerd basisadres: dat is geen bedrijf dat er niet is', async () => {
    const { register } = await opzet((o, res) =>
      o.pad.includes('basisprofielen') ? geenTreffers(res, 'IPD0001') : json(res, { resultaten: alles }),
    );
    await expect(register.bedrijf(NUMMER, aanroep())).rejects.toMatchObject({ code: 'IPD0001' });
  });
});

describe('een bedrijf', () => {
  const met = (adres: object) => (o: Oproep, res: ServerResponse) =>
    json(res, o.pad.includes('basisprofielen') ? profiel(adres) : { resultaten: alles });

  it('krijgt naam, RSIN en adres uit het basisprofiel', async () => {
    const { register } = await opzet(
      met({
        type: 'bezoekadres',
        indAfgeschermd: 'Nee',
        volledigAdres: 'Kade 121234ABOeverdam',
        straatnaam: 'Kade',
        huisnummer: 12,
        postcode: '1234AB',
        plaats: 'Oeverdam',
      }),
    );
    const bedrijf = await register.bedrijf(NUMMER, aanroep());
    expect(bedrijf).toMatchObject({
      naam: 'Benali Holding B.V.',
      rsin: '858001378',
      adres: 'Kade 12, 1234 AB Oeverdam',
    });
    expect(bedrijf!.vestigingen).toHaveLength(2);
  });

  it('toont geen afgeschermd adres, ook niet dat uit de zoekresultaten', async () => {
    const { register } = await opzet(
      met({ type: 'bezoekadres', indAfgeschermd: 'Ja', volledigAdres: 'Kade 12' }),
    );
    const bedrijf = await register.bedrijf(NUMMER, aanroep());
    expect(bedrijf!.adres).toBeNull();
    expect(bedrijf).toMatchObject({ adresAfgeschermd: true });
    // Both vestigingen are at this very address.
    expect(bedrijf!.vestigingen.map(({ adres }) => adres)).toEqual([null, null]);
    expect(JSON.stringify(bedrijf)).not.toContain('Kade');
  });

  it('met een afgeschermd adres houdt een vestiging ergens anders haar adres', async () => {
    const anders = treffer('nevenvestiging', {
      vestigingsnummer: '000000000002',
      adres: {
        binnenlandsAdres: { straatnaam: 'Weg', huisnummer: 3, postcode: '1237NW', plaats: 'Oeverdam' },
      },
    });
    const { register } = await opzet((o, res) =>
      json(
        res,
        o.pad.includes('basisprofielen')
          ? profiel({ type: 'bezoekadres', indAfgeschermd: 'Ja' })
          : {
              resultaten: [
                treffer('hoofdvestiging', { vestigingsnummer: '000000000001', adres: undefined }),
                anders,
              ],
            },
      ),
    );
    const bedrijf = await register.bedrijf(NUMMER, aanroep());
    expect(bedrijf!.vestigingen.map(({ adres }) => adres)).toEqual([null, 'Weg 3, 1237 NW Oeverdam']);
  });

  it('zonder basisprofiel krijgt wat het zoeken gaf', async () => {
    const { register } = await opzet((o, res) =>
      o.pad.includes('basisprofielen') ? geenTreffers(res, 'IPD0005') : json(res, { resultaten: alles }),
    );
    expect(await register.bedrijf(NUMMER, aanroep())).toMatchObject({
      naam: 'Benali B.V.',
      rsin: '858001378',
    });
  });

  it('dat niet bestaat is null', async () => {
    const { register } = await opzet((_o, res) => geenTreffers(res));
    expect(await register.bedrijf(NUMMER, aanroep())).toBeNull();
  });
});

describe('achter een eigen stamcertificaat, zoals dat van KVK', () => {
  const bestand = (naam: string) => join(import.meta.dirname, 'tls', naam);
  async function achterTls(tls?: object) {
    const sleutels = { key: readFileSync(bestand('server.key')), cert: readFileSync(bestand('server.pem')) };
    const server = createServer(sleutels, (_vraag, res) => json(res, { resultaten: alles, totaal: 3 }));
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
    const basis = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { register } = await opzet((_o, res) => json(res, {}), { url: basis, ...(tls ? { tls } : {}) });
    opruimen.push(async () => {
      server.closeAllConnections();
      await new Promise((klaar) => server.close(klaar));
    });
    return register;
  }

  it('leest met tls.ca', async () => {
    const register = await achterTls({ ca: bestand('ca.pem') });
    expect(await register.zoek({ kvkNummer: NUMMER }, aanroep())).toHaveLength(1);
  });

  it('en zonder niet: een vreemd certificaat is geen register', async () => {
    const register = await achterTls();
    await expect(register.zoek({ kvkNummer: NUMMER }, aanroep())).rejects.toMatchObject({
      soort: 'onbereikbaar',
    });
  });
});
