import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Klantbeeld } from '../../shared/contracts/klantbeeld.ts';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { startConsole, startRegisterproef, type Client, type ConsoleProef } from '../hulp/console.ts';
import { kies, klantbeeldVan, zaakVan, zoekVerhulst } from '../hulp/klant.ts';

/** The clocks of console and registers ten minutes apart: what is shown stays true, and nothing is refused or lost for it. */
const TIEN_MINUTEN = 600_000;

describe.each([
  ['loopt tien minuten voor', TIEN_MINUTEN, 'bezorgd'],
  ['loopt tien minuten achter', -TIEN_MINUTEN, 'wacht'],
] as const)('een register waarvan de klok %s', (_naam, verschil, bezorging) => {
  let proef: ConsoleProef;
  let wonen: Client;
  let beeld: Klantbeeld;
  let zaak: string;
  beforeAll(async () => {
    const registerproef = await startRegisterproef({ klok: () => new Date(Date.now() + verschil) });
    proef = await startConsole({ metIndex: false, registerproef });
    wonen = await proef.login('behandelaar');
    const kcc = await proef.login('kcc');
    beeld = await klantbeeldVan(kcc, await zoekVerhulst(kcc));
    zaak = kies(beeld, 'Isolatie tegen geluid, Lindelaan 18').id;
  });
  afterAll(async () => {
    await proef.sluit();
    await proef.registerproef.sluit();
  });

  it('laat de console toe, en elke bron antwoordt', () => {
    expect(beeld.bronnen.filter(({ status }) => status === 'fout' || status === 'verboden')).toEqual([]);
    expect(beeld.zaken.length).toBeGreaterThan(10);
  });

  it('krijgt een substatus, zo nodig later, en weigert hem niet', async () => {
    const inhoud = { omschrijving: 'Met een andere klok', doelgroep: 'betrokkenen' };
    const { status, json, tekst } = await wonen.post<{ bezorging: string }>(
      `/api/zaken/${zaak}/substatussen`,
      inhoud,
    );
    expect([status, json.bezorging], tekst).toEqual([201, bezorging]);
    expect((await wonen.get<unknown[]>('/api/taken')).json).toEqual([]);
  });

  it('laat de voortgang en het antwoord kloppen', async () => {
    const detail: ZaakDetail = await zaakVan(wonen, zaak);
    const nu = detail.voortgang.stappen.filter(({ toestand }) => toestand === 'nu');
    expect(nu.map(({ naam }) => naam)).toEqual([detail.status?.naam]);
    expect(detail.antwoord?.nl).toContain('Uw aanvraag');
    expect(detail.termijn.verstrekenDagen).toBeGreaterThanOrEqual(0);
  });
});
