import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bestand, Deel } from '../../server/connectors/ports.ts';
import { leesStroom } from '../../server/services/documentstroom.ts';

const bestandVan = (bytes: Buffer, stukken: readonly number[], vanaf: number, omvang: number): Bestand => {
  const delen: Buffer[] = [];
  let plek = 0;
  for (const lengte of stukken) {
    delen.push(bytes.subarray(plek, plek + lengte));
    plek += lengte;
  }
  delen.push(bytes.subarray(plek));
  return { inhoud: Readable.from(delen), soort: 'a/b', vanaf, omvang, etag: '"x"' };
};

async function alles(stroom: AsyncGenerator<Buffer>): Promise<Buffer> {
  const stukken: Buffer[] = [];
  for await (const stuk of stroom) stukken.push(stuk);
  return Buffer.concat(stukken);
}

it('geeft van elk bestand precies het deel, hoe het ook in stukken komt en of het register delen geeft of niet', async () => {
  const geval = fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(), fc.boolean())
    .map(([bytes, a, b, geeftDelen]) => {
      const van = a % bytes.length;
      return {
        bytes: Buffer.from(bytes),
        deel: { van, tot: van + 1 + (b % (bytes.length - van)) },
        geeftDelen,
      };
    });
  await fc.assert(
    fc.asyncProperty(geval, fc.array(fc.nat(9)), async ({ bytes, deel, geeftDelen }, stukken) => {
      const { length: omvang } = bytes;
      const begin = geeftDelen
        ? bestandVan(bytes.subarray(deel.van, deel.tot), stukken, deel.van, omvang)
        : bestandVan(bytes, stukken, 0, omvang);
      const signal = new AbortController().signal;
      const gelezen = await alles(leesStroom('r', { begin, deel, omvang, vervolg: null, signal }));
      expect(gelezen.equals(bytes.subarray(deel.van, deel.tot))).toBe(true);
    }),
  );
});

describe('een register dat zwijgt', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const stilNa = (bytes: Buffer, vanaf: number, omvang: number): Bestand => {
    const inhoud = new Readable({ read: () => undefined });
    inhoud.push(bytes);
    return { inhoud, soort: 'a/b', vanaf, omvang, etag: '"x"' };
  };
  const bytes = Buffer.from('abcdefghij');

  it('wordt losgelaten en om de rest gevraagd', async () => {
    const begin = stilNa(bytes.subarray(0, 4), 0, 10);
    const gevraagd: Deel[] = [];
    const vervolg = async (deel: Deel) => {
      gevraagd.push(deel);
      return bestandVan(bytes.subarray(deel.van), [], deel.van, 10);
    };
    const { signal } = new AbortController();
    const gelezen = alles(leesStroom('r', { begin, deel: { van: 0, tot: 10 }, omvang: 10, vervolg, signal }));
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await gelezen).toString()).toBe('abcdefghij');
    expect(gevraagd).toEqual([{ van: 4, tot: 10 }]);
    expect(begin.inhoud.destroyed).toBe(true);
  });

  it('en blijft zwijgen: te traag', async () => {
    const begin = stilNa(bytes.subarray(0, 4), 0, 10);
    const { signal } = new AbortController();
    const gelezen = alles(leesStroom('r', { begin, deel: null, omvang: 10, vervolg: null, signal }));
    const uitkomst = expect(gelezen).rejects.toMatchObject({ soort: 'te_traag', code: 'stil' });
    await vi.advanceTimersByTimeAsync(30_000);
    await uitkomst;
    expect(begin.inhoud.destroyed).toBe(true);
  });

  it('is niet te traag zolang de vrager zelf niet leest', async () => {
    const begin = bestandVan(bytes, [4], 0, 10);
    const { signal } = new AbortController();
    const stroom = leesStroom('r', { begin, deel: null, omvang: 10, vervolg: null, signal });
    expect(String((await stroom.next()).value)).toBe('abcd');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(String((await stroom.next()).value)).toBe('efghij');
  });
});
