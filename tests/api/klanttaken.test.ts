import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type Client, type ConsoleProef } from '../hulp/console.ts';
import { klantbeeldVan, zaakVan, zoekVerhulst } from '../hulp/klant.ts';

let proef: ConsoleProef;
let kcc: Client;
let klant: string;

beforeAll(async () => {
  proef = await startConsole();
  kcc = await proef.login('kcc');
  klant = await zoekVerhulst(kcc);
});
afterAll(() => proef.sluit());

describe('een klanttaak', () => {
  it('die niet te lezen is belooft niemand dat er niets te doen is', async () => {
    const { klanttaken } = proef.toepassing.deps.registers;
    if (klanttaken === null) throw new Error('geen klanttakenregister');
    await proef.registerproef.stoor('objecten', '500');
    const beeld = await klantbeeldVan(kcc, klant);
    await proef.registerproef.herstel();
    const gelezen = await klantbeeldVan(kcc, klant);
    expect(gelezen.zaken.some(({ antwoord }) => antwoord?.nl.includes('niets te doen'))).toBe(true);
    const open = beeld.zaken.filter(({ einddatum }) => einddatum === null);
    expect(open.length).toBeGreaterThan(5);
    for (const { antwoord } of open) expect(antwoord?.nl).not.toMatch(/niets te doen/);
    expect(beeld.bronnen.find(({ bron }) => bron === klanttaken.id)?.status).toBe('fout');
  });

  it('zegt in het antwoord wat de inwoner moet doen en voor wanneer, ook op de zaak zelf', async () => {
    const kort = (await klantbeeldVan(kcc, klant)).zaken.find(
      ({ zaaktype }) => zaaktype.omschrijving === 'Gehandicaptenparkeerkaart',
    );
    if (kort === undefined) throw new Error('geen parkeerkaart in dit klantbeeld');
    const { moet, voor } = kort.antwoord?.actie ?? { moet: null, voor: null };
    expect(moet).toMatch(/pasfoto/i);
    expect(voor).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(kort.antwoord?.nl).toMatch(/U moet vóór .+ nog iets doen/);
    expect(kort.antwoord?.nl).not.toMatch(/hoeft niets te doen/);
    expect((await zaakVan(kcc, kort.id)).antwoord?.actie).toEqual({ moet, voor });
  });
});
