import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InstellingFout } from '../config.ts';

/**
 * Encryption of what names a person, and keyed hashes by which it is found again. AES-256-GCM and HMAC-SHA256, each
 * with a key of its own derived by HKDF-SHA256 (RFC 5869), so that neither tells anything about the other.
 */
export interface Sleutels {
  /** `<key id>.<iv ‖ tag ‖ ciphertext, base64url>`; `plek` binds it to its column, so that it opens nowhere else. */
  versleutel(plek: string, tekst: string): string;
  /** Throws when the key is not in ENCRYPTION_KEY, the text was changed, or it stood in another place. */
  ontsleutel(plek: string, versleuteld: string): string;
  /** Keyed hash under the current key, `<key id>.<64 hex>`. */
  hash(plek: string, waarde: string): string;
  /** The same under every key, current first: for finding what was written before a rotation. */
  hashes(plek: string, waarde: string): string[];
}

interface Sleutel {
  id: string;
  versleuteling: Uint8Array;
  hash: Uint8Array;
}

function sleutel(id: string, geheim: Buffer): Sleutel {
  const afgeleid = (doel: string) =>
    new Uint8Array(hkdfSync('sha256', geheim, '', `stand-van-zaken/${doel}`, 32));
  return { id, versleuteling: afgeleid('versleuteling'), hash: afgeleid('hash') };
}

/**
 * ENCRYPTION_KEY: 32 bytes in base64 with an optional id before a colon; several separated by commas, the current one
 * first. Rotate by putting a new one in front and leaving the old one behind it.
 */
export function maakSleutels(instelling: string): Sleutels {
  const alle = instelling.split(',').map((deel) => {
    const [, id, tekst = ''] = /^(?:([a-z0-9-]{1,16}):)?(.+)$/.exec(deel.trim()) ?? [];
    const geheim = Buffer.from(tekst, 'base64');
    if (geheim.length !== 32)
      throw new InstellingFout('ENCRYPTION_KEY moet 32 bytes in base64 zijn (openssl rand -base64 32).');
    return sleutel(id ?? createHash('sha256').update(geheim).digest('hex').slice(0, 8), geheim);
  });
  const huidige = alle[0];
  if (huidige === undefined || new Set(alle.map((s) => s.id)).size !== alle.length)
    throw new InstellingFout('ENCRYPTION_KEY noemt twee keer dezelfde sleutel.');

  const hash = (met: Sleutel, plek: string, waarde: string) =>
    `${met.id}.${createHmac('sha256', met.hash).update(`${plek}\0${waarde}`).digest('hex')}`;
  return {
    versleutel: (plek, tekst) => {
      const iv = randomBytes(12);
      const cijfer = createCipheriv('aes-256-gcm', huidige.versleuteling, iv).setAAD(Buffer.from(plek));
      const inhoud = Buffer.concat([cijfer.update(tekst, 'utf8'), cijfer.final()]);
      return `${huidige.id}.${Buffer.concat([iv, cijfer.getAuthTag(), inhoud]).toString('base64url')}`;
    },
    ontsleutel: (plek, versleuteld) => {
      const punt = versleuteld.indexOf('.');
      const met = alle.find((s) => s.id === versleuteld.slice(0, punt));
      if (met === undefined) throw new Error('versleuteld met een sleutel die niet in ENCRYPTION_KEY staat');
      const ruw = Buffer.from(versleuteld.slice(punt + 1), 'base64url');
      const cijfer = createDecipheriv('aes-256-gcm', met.versleuteling, ruw.subarray(0, 12), {
        authTagLength: 16,
      })
        .setAAD(Buffer.from(plek))
        .setAuthTag(ruw.subarray(12, 28));
      return Buffer.concat([cijfer.update(ruw.subarray(28)), cijfer.final()]).toString('utf8');
    },
    hash: (plek, waarde) => hash(huidige, plek, waarde),
    hashes: (plek, waarde) => alle.map((met) => hash(met, plek, waarde)),
  };
}

/** A secret that was not set: made once in the data folder, readable by its owner only. Demo alone comes here. */
export function geheimUitMap(dataDir: string, naam: 'session-secret' | 'encryption-key'): string {
  mkdirSync(dataDir, { recursive: true });
  const pad = join(dataDir, naam);
  try {
    // `wx` fails where it exists already, also when two processes come at once.
    writeFileSync(pad, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (fout) {
    if (!(fout instanceof Error && 'code' in fout && fout.code === 'EEXIST')) throw fout;
  }
  chmodSync(pad, 0o600);
  return readFileSync(pad, 'utf8').trim();
}
