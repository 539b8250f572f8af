import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Klantbeeld } from '../../shared/contracts/klantbeeld.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { standaardRegisters } from '../../server/connectors/registers-standaard.ts';
import type { Registers } from '../../server/connectors/ports.ts';
import { zaakverloop } from '../../server/store/schema.ts';
import { BSN_VERHULST, startConsole, type Client, type ConsoleProef } from '../hulp/console.ts';
import { startTussen, type Tussen } from '../hulp/tussen.ts';
import { kies, klantbeeldVan, verwachtFout, zaakVan, zoekVerhulst } from '../hulp/klant.ts';

const KORT = { termijnMs: 1000, herhaalNaMs: 1 };
let proef: ConsoleProef;
let kcc: Client;
let klant: string;
let gezond: Klantbeeld;
let tussen: Tussen;
let adressen: string[] = [];

/** Registers without anything remembered: caches and breakers are new. */
let gebruikt: (Registers & { sluit(): Promise<void> })[] = [];
function verseRegisters(basis = proef.registerproef.basis): void {
  const nieuw = maakRegisters(standaardRegisters(basis, `${proef.basis}/api/notificaties`, 'x'), KORT);
  gebruikt.push(nieuw);
  Object.assign(proef.toepassing.deps.registers, nieuw);
}

beforeAll(async () => {
  proef = await startConsole({ metIndex: false, wijzigRegisters: (registers) => ({ ...registers }) });
  kcc = await proef.login('kcc');
  klant = await zoekVerhulst(kcc);
  gezond = await klantbeeldVan(kcc, klant);
  tussen = await startTussen(proef.registerproef.basis, ({ url }) => {
    adressen.push(url ?? '');
    return false;
  });
});
afterAll(async () => {
  await Promise.all(gebruikt.map((registers) => registers.sluit()));
  gebruikt = [];
  tussen.sluit();
  await proef.sluit();
});

const SOORTEN = ['500', 'hang', 'drup', 'ongeldig', 'weg'];
/** The api that fails → the source that says so on the klantbeeld of a person; null: not needed for it. */
const BRON: Record<string, string | null> = {
  zaken: 'sandbox',
  catalogi: 'sandbox',
  klantinteracties: 'klanten',
  brp: 'brp',
  kvk: null,
  documenten: null,
  notificaties: null,
};

describe.each(Object.entries(BRON))('%s valt uit', (api, bron) => {
  it.each(SOORTEN)('door %s: de rest van het klantbeeld blijft staan', async (soort) => {
    verseRegisters();
    await proef.registerproef.stoor(api, soort);
    const { status, json, tekst } = await kcc.get<unknown>(`/api/klanten/${klant}/klantbeeld`);
    await proef.registerproef.herstel();
    expect(status, tekst).toBe(200);
    const beeld = Klantbeeld.parse(json);
    const stuk = beeld.bronnen.filter((een) => een.status === 'fout');
    expect(stuk.map((een) => een.bron)).toEqual(bron === null ? [] : [bron]);
    for (const { melding, naam, opgehaaldOp } of stuk) {
      expect(melding).toContain(naam);
      expect(opgehaaldOp).toBeNull();
    }
    if (bron !== 'brp') expect(beeld.klant.naam).toBe(gezond.klant.naam);
    else expect(beeld.klant.naam).toContain('Verhulst');
    if (bron === 'sandbox') {
      expect(beeld.zaken).toEqual([]);
      expect(beeld.contactmomenten.length).toBeGreaterThan(0);
      // Whose zaken could not be read has contacts of which nobody knows what they were about: no text.
      for (const contact of beeld.contactmomenten.filter(
        ({ onderwerp }) => onderwerp === 'Contact over een zaak',
      ))
        expect(contact.inhoud).toBeNull();
    } else expect(beeld.zaken.map(({ id }) => id)).toEqual(gezond.zaken.map(({ id }) => id));
    if (bron === 'klanten') expect(beeld.contactmomenten).toEqual([]);
  });
});

describe('besluiten vallen uit', () => {
  it.each(['500', 'hang', 'ongeldig'])(
    'door %s: alle zaken staan er, maar geen uitkomst wordt verteld',
    async (soort) => {
      verseRegisters();
      // Nor may what was kept of them help out.
      await proef.store.db.delete(zaakverloop);
      await proef.registerproef.stoor('besluiten', soort);
      const beeld = await klantbeeldVan(kcc, klant);
      const zaak = await zaakVan(kcc, kies(gezond, 'Bijzondere bijstand, wasmachine').id);
      const open = await zaakVan(kcc, kies(gezond, 'Dakkapel Lindelaan 18').id);
      await proef.registerproef.herstel();
      expect(beeld.zaken.map(({ id }) => id).toSorted()).toEqual(gezond.zaken.map(({ id }) => id).toSorted());
      expect(beeld.bronnen.filter((een) => een.status === 'fout').map((een) => een.naam)).toEqual([
        'Besluiten',
      ]);
      // The rest of the register answered: contacts keep their text.
      expect(beeld.contactmomenten).toEqual(gezond.contactmomenten);
      const voor = kies(gezond, 'Bijzondere bijstand, wasmachine');
      expect(voor.resultaat).not.toBeNull();
      for (const een of [zaak, kies(beeld, 'Bijzondere bijstand, wasmachine')]) {
        expect(een.resultaat).toBeNull();
        expect(een.antwoord?.nl).not.toContain('oegekend');
      }
      // What happened to an open zaak is told as ever.
      expect(open.status).toEqual(kies(gezond, 'Dakkapel Lindelaan 18').status);
      expect(open.antwoord).toEqual(kies(gezond, 'Dakkapel Lindelaan 18').antwoord);
    },
  );
});

describe('alles valt uit', () => {
  it('dan is er nog altijd een klantbeeld, dat zegt wat er ontbreekt', async () => {
    verseRegisters();
    for (const api of [
      'zaken',
      'catalogi',
      'klantinteracties',
      'brp',
      'kvk',
      'documenten',
      'besluiten',
      'objecten',
    ])
      await proef.registerproef.stoor(api, '500');
    const beeld = await klantbeeldVan(kcc, klant);
    const zoeken = await kcc.post<{ data: unknown[]; bronnen: { status: string }[] }>('/api/klanten/zoek', {
      bsn: BSN_VERHULST,
    });
    const zaak = await kcc.get(`/api/zaken/${gezond.zaken[0]?.id ?? ''}`);
    await proef.registerproef.herstel();
    expect(beeld.bronnen.map(({ bron, status }) => [bron, status]).toSorted()).toEqual([
      ['brp', 'fout'],
      ['klanten', 'fout'],
      ['klanttaken', 'fout'],
      ['sandbox', 'fout'],
    ]);
    expect(beeld).toMatchObject({ zaken: [], contactmomenten: [], klant: { id: klant } });
    expect(zoeken.status).toBe(200);
    expect(zoeken.json.bronnen.map(({ status }) => status)).toEqual(['fout']);
    verwachtFout(zaak, 502, 'bron_onbereikbaar');
  });
});

describe('de vragen aan de registers', () => {
  it('zijn voor een klantbeeld ten hoogste 8 en 2 per open zaak, geen twee keer, zonder BSN in een adres', async () => {
    verseRegisters(tussen.basis);
    // The catalogus warm, as in the figures of docs/ARCHITECTURE.md, Snelheid.
    await klantbeeldVan(kcc, klant);
    const register = proef.toepassing.deps.registers.zaken[0];
    for (const { id } of gezond.zaken) register?.vergeet(id.slice(id.indexOf('~') + 1));
    proef.toepassing.deps.registers.klanten?.vergeet();
    adressen = [];
    await proef.registerproef.nulTellingen();
    const ander = await proef.login('balie');
    await ander.get(`/api/klanten/${klant}/klantbeeld`, { 'x-doel': 'klantcontact' });
    const open = gezond.zaken.filter(({ einddatum }) => einddatum === null).length;
    const tellingen = await proef.registerproef.tellingen();
    const totaal = Object.values(tellingen).reduce((som, aantal) => som + aantal, 0);
    expect(totaal).toBe(adressen.length);
    expect(totaal, adressen.join('\n')).toBeLessThanOrEqual(8 + 2 * open);
    expect(tellingen['brp']).toBe(1);
    const metNummer = adressen.filter((adres) => adres.includes(BSN_VERHULST));
    expect(metNummer.every((adres) => adres.startsWith('/klantinteracties/'))).toBe(true);
    expect(metNummer.length).toBeLessThanOrEqual(1);
    const lezingen = adressen.filter((adres) => !adres.includes('_zoek') && !adres.startsWith('/brp'));
    expect(lezingen.length).toBe(new Set(lezingen).size);
  });
});
