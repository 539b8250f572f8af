import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Klantbeeld } from '../../shared/contracts/klantbeeld.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { standaardRegisters } from '../../server/connectors/registers-standaard.ts';
import { meldAangevuld } from '../../server/services/meldingen.ts';
import * as gebeurtenissen from '../../server/store/gebeurtenissen.ts';
import { startConsole, totdat, type Client, type ConsoleProef, type Luisteraar } from '../hulp/console.ts';
import { startTussen, type Tussen } from '../hulp/tussen.ts';
import { klantbeeldVan, zaakVan, zoekVerhulst } from '../hulp/klant.ts';

let proef: ConsoleProef;
let tussen: Tussen;
let registers: ReturnType<typeof maakRegisters>;
let kcc: Client;
let klant: string;
let gezond: Klantbeeld;
let luisteraar: Luisteraar;

/** Calls that the proxy keeps waiting, while this api is held. */
let vast: string | null = null;
const wachtend: (() => void)[] = [];
function laatLos(): void {
  vast = null;
  for (const door of wachtend.splice(0)) door();
}

beforeAll(async () => {
  proef = await startConsole({ wijzigRegisters: (eigen) => ({ ...eigen }) });
  tussen = await startTussen(proef.registerproef.basis, (vraag, _antwoord, verder) => {
    if (vast === null || !vraag.url?.startsWith(`/${vast}/`)) return false;
    wachtend.push(verder);
    return true;
  });
  kcc = await proef.login('kcc');
  klant = await zoekVerhulst(kcc);
  gezond = await klantbeeldVan(kcc, klant);
  registers = maakRegisters(standaardRegisters(tussen.basis, `${proef.basis}/api/notificaties`, 'x'));
  Object.assign(proef.toepassing.deps.registers, registers);
  luisteraar = await proef.luister(kcc);
  await luisteraar.volg(`klant:${klant}`);
});
afterAll(async () => {
  luisteraar.sluit();
  laatLos();
  await registers.sluit();
  tussen.sluit();
  await proef.sluit();
});

it('een bron die na vier seconden nog antwoordt, komt vanzelf in het klantbeeld', async () => {
  vast = 'klantinteracties';
  const eerst = await klantbeeldVan(kcc, klant);
  expect(eerst.bronnen.find(({ bron }) => bron === 'klanten')).toMatchObject({
    status: 'fout',
    melding: expect.stringContaining('vanzelf') as string,
  });
  expect(eerst.contactmomenten).toEqual([]);
  expect(eerst.zaken.map(({ id }) => id)).toEqual(gezond.zaken.map(({ id }) => id));
  laatLos();
  const gehoord = await luisteraar.wacht(({ soort }) => soort === 'bron.aangevuld');
  expect(gehoord).toMatchObject({ onderwerp: `klant:${klant}`, id: 'klanten' });
  await proef.registerproef.nulTellingen();
  const daarna = await klantbeeldVan(kcc, klant);
  expect(daarna.contactmomenten).toEqual(gezond.contactmomenten);
  // What came late was kept; only the partij is asked by its uuid now, where first it was by number.
  expect((await proef.registerproef.tellingen())['klantinteracties']).toBeLessThanOrEqual(1);
  expect(luisteraar.gehoord.filter(({ soort }) => soort === 'bron.aangevuld')).toHaveLength(1);
});

it('een bron die altijd te laat is, wordt drie keer in een minuut gemeld en dan niet meer', async () => {
  const { deps } = proef.toepassing;
  const onderwerp = 'klant:altijd-te-laat';
  const aantal = async () =>
    (await gebeurtenissen.na(deps.store.db, 0, 500)).filter((een) => een.onderwerp === onderwerp).length;
  for (let keer = 0; keer < 5; keer += 1) await meldAangevuld(deps, onderwerp, 'klanten');
  expect(await aantal()).toBe(3);
  proef.klok.verder(61_000);
  await meldAangevuld(deps, onderwerp, 'klanten');
  expect(await aantal()).toBe(4);
});

it('op de bladzijde van een zaak komt wat te laat was er ook vanzelf bij', async () => {
  const id = gezond.zaken.find(({ einddatum }) => einddatum === null)?.id ?? '';
  const heel = await zaakVan(kcc, id);
  await luisteraar.volg(`zaak:${id}`);
  registers.klanten?.vergeet();
  vast = 'klantinteracties';
  expect((await zaakVan(kcc, id)).bronnen.find(({ bron }) => bron === 'klanten')?.status).toBe('fout');
  laatLos();
  await luisteraar.wacht(({ soort, onderwerp }) => soort === 'bron.aangevuld' && onderwerp === `zaak:${id}`);
  await totdat(async () => (await zaakVan(kcc, id)).contactmomenten.length === heel.contactmomenten.length);
});
