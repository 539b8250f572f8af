import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Readable } from 'node:stream';
import { BronFout } from '../ports.ts';

/** Bytes of one answer at most, as sent and after decompression. */
const MAX_BYTES = 10 * 1024 * 1024;

const UITPAKKERS: Record<string, (buffer: Buffer, opties: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

type Koppen = Readonly<Record<string, string | string[] | undefined>>;

export function kop(koppen: Koppen, naam: string): string {
  const waarde = koppen[naam];
  return (Array.isArray(waarde) ? waarde[0] : waarde) ?? '';
}

export function isJson(koppen: Koppen): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(kop(koppen, 'content-type'));
}

/** Reads a body to text; a BronFout `onleesbaar` where it is larger than allowed or its compression is broken. */
export async function leesLichaam(bron: string, body: Readable, koppen: Koppen): Promise<string> {
  const delen: Buffer[] = [];
  let bytes = 0;
  for await (const deel of body as AsyncIterable<Buffer>) {
    bytes += deel.length;
    if (bytes > MAX_BYTES) throw new BronFout(bron, 'onleesbaar', { code: 'te_groot' });
    delen.push(deel);
  }
  const ruw = Buffer.concat(delen);
  const codering = kop(koppen, 'content-encoding').trim().toLowerCase();
  if (codering === '' || codering === 'identity' || ruw.length === 0) return ruw.toString('utf8');
  const uitpakker = UITPAKKERS[codering];
  if (uitpakker === undefined) throw new BronFout(bron, 'onleesbaar', { code: 'onbekende_codering' });
  try {
    return (await uitpakker(ruw, { maxOutputLength: MAX_BYTES })).toString('utf8');
  } catch (oorzaak) {
    const teGroot = oorzaak instanceof RangeError;
    throw new BronFout(bron, 'onleesbaar', { code: teGroot ? 'te_groot' : 'kapotte_codering' });
  }
}

/** `undefined` for what is no JSON. */
export function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst) as unknown;
  } catch {
    return undefined;
  }
}
