import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZaakKort } from '../../shared/contracts/zaak.ts';
import { standaardRegisters } from '../../server/connectors/registers-standaard.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { padVan } from '../../server/sandbox/typen.ts';
import { stemAf } from '../../server/services/zaakindex/ronde.ts';
import {
  CALLBACK_TOKEN,
  startConsole,
  startRegisterproef,
  type Client,
  type ConsoleProef,
  type Registerproef,
} from '../hulp/console.ts';
import { jwt } from '../sandbox/kleine-gemeente.ts';

/** Two bundled registers of one gemeente: the same zaken by identificatie and bronorganisatie stand in both. */
let proef: ConsoleProef;
let elders: Registerproef;
let extra: ReturnType<typeof maakRegisters>;
let kcc: Client;
beforeAll(async () => {
  elders = await startRegisterproef();
  const config = standaardRegisters(elders.basis, 'http://127.0.0.1:1/api/notificaties', CALLBACK_TOKEN);
  extra = maakRegisters({
    ...config,
    zaakregisters: config.zaakregisters.map((een) => ({ ...een, id: 'tweede', naam: 'Tweede register' })),
  });
  proef = await startConsole({ wijzigRegisters: (registers) => ({ ...registers }) });
  kcc = await proef.login('kcc');
});
afterAll(async () => {
  await proef.sluit();
  await extra.sluit();
  await elders.sluit();
});

const AANROEP = { medewerker: null, doel: 'behandeling', traceId: '0'.repeat(32) };
const werkvoorraad = async (wie: Client) => {
  const filter = encodeURIComponent('{"open":true}');
  const lijst = await wie.get<ZaakKort[]>(`/api/zaken?range=[0,99]&sort=["urgentie","ASC"]&filter=${filter}`);
  const telling = await wie.get<Record<string, number>>(`/api/werkvoorraad/tellingen?filter=${filter}`);
  return {
    rijen: lijst.json,
    ids: lijst.json.map(({ id }) => id),
    totaal: Number(lijst.koppen.get('content-range')?.split('/')[1]),
    tellingen: telling.json,
  };
};
/** As the municipality names its registers; the index has read what is new in them. */
async function metRegisters(...ids: string[]): Promise<void> {
  const { deps } = proef.toepassing;
  const alle = [...deps.registers.zaken, ...extra.zaken];
  const gekozen = ids.map((id) => alle.find((register) => register.id === id)!);
  Object.assign(deps.registers, { zaken: gekozen });
  for (const register of gekozen) await stemAf(deps, register, AANROEP);
}
async function maakGeheim(registerproef: Registerproef, zaak: string): Promise<void> {
  const antwoord = await fetch(registerproef.basis + padVan('zaken/zaken', zaak), {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${await jwt()}`,
      'content-type': 'application/json',
      'accept-crs': 'EPSG:4326',
      'content-crs': 'EPSG:4326',
    },
    body: JSON.stringify({ vertrouwelijkheidaanduiding: 'geheim' }),
  });
  expect(antwoord.status, await antwoord.text()).toBe(200);
}

describe('dezelfde zaken in twee registers', () => {
  it('staan één keer in de werkvoorraad en tellen één keer; het register dat voorop staat is van de rij', async () => {
    const alleen = await werkvoorraad(kcc);
    await metRegisters('sandbox', 'tweede');
    const samen = await werkvoorraad(kcc);
    expect(samen.rijen.every(({ ookIn }) => ookIn.length === 1)).toBe(true);
    expect({ ...samen, rijen: samen.rijen.map((rij) => ({ ...rij, ookIn: [] })) }).toEqual(alleen);
    await metRegisters('tweede', 'sandbox');
    const omgekeerd = await werkvoorraad(kcc);
    expect(omgekeerd.ids.every((id) => id.startsWith('tweede~'))).toBe(true);
    expect([omgekeerd.totaal, omgekeerd.tellingen]).toEqual([alleen.totaal, alleen.tellingen]);
  });

  it('ziet niemand die een van de twee registers niet toestaat, welk register ook voorop staat', async () => {
    await metRegisters('sandbox', 'tweede');
    const eerst = await werkvoorraad(kcc);
    const geheim = eerst.ids[3]!;
    await maakGeheim(elders, geheim.slice(geheim.indexOf('~') + 1));
    await metRegisters('sandbox', 'tweede');
    const daarna = await werkvoorraad(kcc);
    expect(daarna.ids).not.toContain(geheim);
    expect(daarna.totaal).toBe(eerst.totaal - 1);
    expect(daarna.tellingen['totaal']).toBe(eerst.tellingen['totaal']! - 1);
    const live = await proef.luister(kcc);
    expect(await live.volg(`zaak:${geheim}`)).toMatchObject({ ok: false, code: 'niet_gevonden' });
    live.sluit();
    await metRegisters('tweede', 'sandbox');
    expect((await werkvoorraad(kcc)).totaal).toBe(eerst.totaal - 1);
  });

  it('telt een register dat niet meer gekoppeld is nergens meer mee', async () => {
    const { registers } = proef.toepassing.deps;
    Object.assign(registers, { zaken: registers.zaken.filter(({ id }) => id === 'sandbox') });
    const alleen = await werkvoorraad(kcc);
    expect(alleen.ids.every((id) => id.startsWith('sandbox~'))).toBe(true);
    expect(alleen.tellingen['totaal']).toBe(alleen.totaal);
  });
});
