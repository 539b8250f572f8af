import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConfigFout, leesConfig } from '../../server/sandbox/config.ts';
import { Tabel } from '../../server/sandbox/tabel.ts';
import { alsUtc, plusDuur } from '../../server/sandbox/tijd.ts';
import { tekstVan } from '../../server/sandbox/typen.ts';
import { id, kleineGemeente, pad, startProef } from './kleine-gemeente.ts';
import type { Proef } from './kleine-gemeente.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sandbox-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true, force: true });
});

const substatus = async (proef: Proef, omschrijving: string) => {
  const json = { zaak: proef.basis + pad('zaken/zaken', 'een'), omschrijving, doelgroep: 'intern' };
  expect((await proef.roep('/zaken/api/v1/substatussen', { method: 'POST', json })).status).toBe(201);
};
const omschrijvingen = async (proef: Proef): Promise<unknown[]> => {
  const { lichaam } = await proef.roep('/zaken/api/v1/substatussen');
  return (lichaam['results'] as { omschrijving: string }[]).map((rij) => rij.omschrijving).sort();
};

describe('het journaal', () => {
  it('overleeft een herstart, met dezelfde peildatum', async () => {
    const toen = new Date('2026-06-01T12:00:00Z');
    const eerst = await startProef({ dir, klok: () => new Date() });
    await substatus(eerst, 'een');
    await substatus(eerst, 'twee');
    const { peildatum } = eerst.sandbox.opslag;
    await eerst.sluit();
    const later = await startProef({ dir, klok: () => new Date(Date.now() + (toen.getTime() % 1000)) });
    expect(await omschrijvingen(later)).toEqual(['een', 'twee']);
    expect(later.sandbox.opslag.peildatum).toEqual(peildatum);
    await later.sluit();
  });

  it('laat een afgebroken laatste regel vallen, zegt het, en schrijft daarna door', async () => {
    const eerst = await startProef({ dir });
    await substatus(eerst, 'heel');
    await eerst.sluit();
    await appendFile(join(dir, 'journaal.jsonl'), '[{"tabel":"zaken/substatussen","rij":{"uu');
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const tweede = await startProef({ dir });
    expect(stderr).toHaveBeenCalledWith(expect.stringContaining('afgebroken laatste regel'));
    await substatus(tweede, 'erna');
    await tweede.sluit();
    const derde = await startProef({ dir });
    expect(await omschrijvingen(derde)).toEqual(['erna', 'heel']);
    await derde.sluit();
  });

  it('weigert een onleesbare regel in het midden', async () => {
    const eerst = await startProef({ dir });
    await appendFile(join(dir, 'journaal.jsonl'), 'rommel\n');
    await substatus(eerst, 'erna');
    await eerst.sluit();
    await expect(startProef({ dir })).rejects.toThrow('regel 1 is onleesbaar');
  });

  it('staat op schijf voor het antwoord er is', async () => {
    const proef = await startProef({ dir });
    await Promise.all(['a', 'b', 'c'].map((naam) => substatus(proef, naam)));
    const regels = (await readFile(join(dir, 'journaal.jsonl'), 'utf8')).trim().split('\n');
    expect(regels).toHaveLength(3);
    await proef.sluit();
  });
});

describe('de map', () => {
  it('laat geen tweede sandbox toe, en na het sluiten wel', async () => {
    const eerste = await startProef({ dir });
    await expect(startProef({ dir })).rejects.toThrow('in gebruik');
    await eerste.sluit();
    await (await startProef({ dir })).sluit();
  });
  it('weigert andere instellingen in een regel, tenzij opnieuw', async () => {
    await (await startProef({ dir, seed: 1 })).sluit();
    await expect(startProef({ dir, seed: 2 })).rejects.toThrow('seed 1 → 2');
    const opnieuw = await startProef({ dir, seed: 2, opnieuw: true });
    await opnieuw.sluit();
  });
  it('merkt dat een andere generator een andere wereld maakt', async () => {
    await (await startProef({ dir })).sluit();
    const anders = () => {
      const gemeente = kleineGemeente();
      gemeente.tabellen['zaken/zaken'].pop();
      return gemeente;
    };
    await expect(startProef({ dir, gemeente: anders })).rejects.toThrow('vingerafdruk');
  });
});

describe('de instellingen', () => {
  it.each([
    [{ NODE_ENV: 'production' }, 'NODE_ENV'],
    [{ HOST: '0.0.0.0' }, 'HOST'],
    [{ SANDBOX_PORT: 'x' }, 'SANDBOX_PORT'],
    [{ SANDBOX_BURGERS: '0' }, 'SANDBOX_BURGERS'],
  ])('weigert %o', (env, naam) => {
    expect(() => leesConfig(env)).toThrow(ConfigFout);
    expect(() => leesConfig(env)).toThrow(naam);
  });
  it('heeft 40 bedrijven bij 300 burgers', () => {
    expect(leesConfig({})).toMatchObject({ port: 8010, burgers: 300, bedrijven: 40, latencyMs: 0 });
  });
});

describe('een tabel', () => {
  it('houdt zijn index bij als een rij van sleutel wisselt', () => {
    const tabel = new Tabel([{ uuid: 'a', zaak: 'x' }], { zaak: (rij) => [tekstVan(rij['zaak'])] });
    expect(tabel.op('zaak', 'x')).toHaveLength(1);
    tabel.zet({ uuid: 'a', zaak: 'y' });
    tabel.zet({ uuid: 'b', zaak: 'y' });
    expect([tabel.op('zaak', 'x'), tabel.op('zaak', 'y').map(({ uuid }) => uuid)]).toEqual([[], ['a', 'b']]);
    tabel.verwijder('a');
    expect(tabel.op('zaak', 'y').map(({ uuid }) => uuid)).toEqual(['b']);
  });
});

describe('tijd', () => {
  it.each([
    ['2026-01-01T00:30:00+02:00', '2025-12-31T22:30:00Z'],
    ['2026-01-01T00:30:00.123456Z', '2026-01-01T00:30:00.123456Z'],
    ['2026-01-01T00:30:00.500Z', '2026-01-01T00:30:00.500000Z'],
    ['2026-01-01T00:30:00.000Z', '2026-01-01T00:30:00Z'],
    ['2026-01-01', '2026-01-01T00:00:00Z'],
  ])('schrijft %s als %s', (in_, uit) => expect(alsUtc(in_)).toBe(uit));
  it.each([
    ['2026-01-31', 'P56D', '2026-03-28'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-01-31', 'P8W', '2026-03-28'],
  ])('telt bij %s %s op tot %s', (dag, duur, uit) => expect(plusDuur(dag, duur)).toBe(uit));
});

it('vindt een zaak van een persoon vlot onder honderdduizend zaken', async () => {
  const gemeente = () => {
    const veel = kleineGemeente();
    for (let i = 0; i < 100_000; i++) {
      veel.tabellen['zaken/zaken'].push({
        ...veel.tabellen['zaken/zaken'][1]!,
        uuid: id(`veel${i}`),
        identificatie: `V-${i}`,
      });
    }
    return veel;
  };
  const proef = await startProef({ gemeente });
  const vraag = 'rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn=999993653';
  expect((await proef.roep(`/zaken/api/v1/zaken?${vraag}`)).lichaam['count']).toBe(2);
  expect((await proef.roep('/zaken/api/v1/zaken?identificatie=V-99999')).lichaam['count']).toBe(1);
  expect((await proef.roep('/zaken/api/v1/zaken?pageSize=1&einddatum__isnull=true')).lichaam['count']).toBe(
    100_003,
  );
  await proef.sluit();
});
