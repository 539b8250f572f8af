import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Klantbeeld } from '../../shared/contracts/klantbeeld.ts';
import type { Zaakregister } from '../../server/connectors/ports.ts';
import { verwerk } from '../../server/services/notificaties.ts';
import { vulVerloop } from '../../server/services/zaakverloop.ts';
import { zaakverloop as tabel } from '../../server/store/schema.ts';
import * as zaakverloop from '../../server/store/zaakverloop.ts';
import { startConsole, type Client, type ConsoleProef } from '../hulp/console.ts';
import { klantbeeldVan, zaakVan, zoekVerhulst } from '../hulp/klant.ts';

/** Calls that a klantbeeld may make beside one for each open zaak (docs/ARCHITECTURE.md, Snelheid). */
const BUDGET = 8;
const AANROEP = { medewerker: null, doel: 'behandeling', traceId: '0'.repeat(32) };
const UUR_MS = 3_600_000;

let proef: ConsoleProef;
let kcc: Client;
let klant: string;
let register: Zaakregister;

const open = (beeld: Klantbeeld) => beeld.zaken.filter(({ einddatum }) => einddatum === null);

/** A klantbeeld with nothing in the caches of the connectors but the catalogus, and what it asked. */
async function koudBeeld(
  nietsBewaard = false,
): Promise<{ beeld: Klantbeeld; aanroepen: Record<string, number>; samen: number }> {
  const { registers } = proef.toepassing.deps;
  const bekend = await klantbeeldVan(kcc, klant);
  for (const { id } of bekend.zaken) register.vergeet(id.slice(id.lastIndexOf('~') + 1));
  registers.klanten?.vergeet();
  if (nietsBewaard) await proef.store.db.delete(tabel);
  await proef.registerproef.nulTellingen();
  const beeld = await klantbeeldVan(kcc, klant);
  const aanroepen = await proef.registerproef.tellingen();
  return { beeld, aanroepen, samen: Object.values(aanroepen).reduce((som, aantal) => som + aantal, 0) };
}

beforeAll(async () => {
  proef = await startConsole();
  const [eerste] = proef.toepassing.deps.registers.zaken;
  if (eerste === undefined) throw new Error('geen zaakregister');
  register = eerste;
  kcc = await proef.login('kcc');
  klant = await zoekVerhulst(kcc);
});
afterAll(() => proef.sluit());

describe('een klantbeeld', () => {
  beforeEach(() => klantbeeldVan(kcc, klant));

  it('doet niet meer aanroepen dan het budget, en geen besluiten die het al kent', async () => {
    const { beeld, aanroepen, samen } = await koudBeeld();
    expect(open(beeld).length).toBeGreaterThan(1);
    expect(beeld.zaken.length).toBeGreaterThan(open(beeld).length);
    expect(aanroepen).toMatchObject({ besluiten: 0, catalogi: 0 });
    expect(samen).toBeLessThanOrEqual(BUDGET + open(beeld).length);
  });

  it('zegt met wat bewaard is hetzelfde als met wat pas gelezen is', async () => {
    const gelezen = await koudBeeld(true);
    expect(gelezen.aanroepen['besluiten']).toBeGreaterThan(0);
    const bewaard = await koudBeeld();
    expect(bewaard.beeld.zaken).toEqual(gelezen.beeld.zaken);
    expect(bewaard.samen).toBeLessThan(gelezen.samen);
  });

  it('toont een status die elders is gezet, ook als niemand het meldde', async () => {
    const zaak = open(await klantbeeldVan(kcc, klant)).find(({ voortgang }) =>
      voortgang.stappen.some(({ toestand }) => toestand === 'straks'),
    );
    if (zaak === undefined) throw new Error('geen open zaak met een volgende stap');
    const volgende = zaak.voortgang.stappen.find(({ toestand }) => toestand === 'straks');
    await register.zetStatus(
      {
        zaak: zaak.id.slice(zaak.id.lastIndexOf('~') + 1),
        statustype: volgende?.id ?? '',
        datumStatusGezet: new Date().toISOString(),
        toelichting: null,
      },
      AANROEP,
    );
    const { beeld } = await koudBeeld();
    expect(beeld.zaken.find(({ id }) => id === zaak.id)?.status?.naam).toBe(volgende?.naam);
  });

  it('vraagt het eerst naar de zaken die het meest haast hebben', async () => {
    const { registers } = proef.toepassing.deps;
    const gevraagd: string[] = [];
    const gewoon = registers.zaken;
    const luisterend: Zaakregister = {
      ...register,
      substatussen: (zaak, aanroep) => {
        gevraagd.push(zaak);
        return register.substatussen(zaak, aanroep);
      },
    };
    Object.assign(registers, { zaken: [luisterend] });
    const beeld = await klantbeeldVan(kcc, klant);
    Object.assign(registers, { zaken: gewoon });
    expect(gevraagd).toEqual(
      open(beeld)
        .filter(({ status }) => status !== null)
        .map(({ id }) => id.slice(id.lastIndexOf('~') + 1)),
    );
  });

  it('vraagt besluiten opnieuw na een dag, en na een notificatie over het besluit', async () => {
    const { beeld } = await koudBeeld();
    const bewaard = await zaakverloop.lees(
      proef.store.db,
      beeld.zaken.map(({ id }) => id),
    );
    const met = [...bewaard.values()].find(({ besluiten }) => (besluiten?.length ?? 0) > 0);
    const besluit = met?.besluiten?.[0]?.uuid ?? '';
    const url = `${proef.registerproef.basis}/besluiten/api/v1/besluiten/${besluit}`;
    const soort = { kanaal: 'besluiten', resource: 'besluit', actie: 'partial_update' as const };
    const rij = { ...soort, hoofdObject: url, resourceUrl: url, aanmaakdatum: new Date().toISOString() };
    await verwerk(proef.toepassing.deps, [rij]);
    expect(
      (await zaakverloop.lees(proef.store.db, [met?.zaak ?? ''])).get(met?.zaak ?? '')?.besluiten,
    ).toBeNull();

    proef.klok.verder(25 * UUR_MS);
    kcc = await proef.login('kcc');
    klant = await zoekVerhulst(kcc);
    const later = await zaakverloop.lees(proef.store.db, [met?.zaak ?? '']);
    await koudBeeld();
    const opnieuw = await zaakverloop.lees(proef.store.db, [met?.zaak ?? '']);
    expect(later.get(met?.zaak ?? '')?.besluiten).toBeNull();
    expect(opnieuw.get(met?.zaak ?? '')?.besluiten).toEqual(met?.besluiten);
  });
});

it('de afstemming leest vooraf wat van open zaken nog niet bekend is, en niets twee keer', async () => {
  const { deps } = proef.toepassing;
  const signal = new AbortController().signal;
  expect(await vulVerloop(deps, register, AANROEP, signal)).toBeGreaterThan(10);
  await proef.registerproef.nulTellingen();
  expect(await vulVerloop(deps, register, AANROEP, signal)).toBe(0);
  expect(await proef.registerproef.tellingen()).toMatchObject({ zaken: 0 });
});

it('de bladzijde van een zaak leest alles en bewaart het verloop voor het klantbeeld', async () => {
  const zaak = open(await klantbeeldVan(kcc, klant)).find(({ status }) => status !== null);
  const id = zaak?.id ?? '';
  await proef.store.db.delete(tabel);
  await zaakVan(kcc, id);
  expect((await zaakverloop.lees(proef.store.db, [id])).get(id)?.statussen?.length).toBeGreaterThan(0);
});
