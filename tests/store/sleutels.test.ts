import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geheimUitMap, maakSleutels } from '../../server/store/sleutels.ts';
import { nieuweSleutel } from '../hulp/sleutels.ts';

const oud = nieuweSleutel();
const nieuw = nieuweSleutel();

describe('versleutelen', () => {
  it('geeft elke tekst ongeschonden terug', () => {
    const sleutels = maakSleutels(oud);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (tekst) => {
        // A lone surrogate has no UTF-8: it becomes the replacement character, as everywhere.
        expect(sleutels.ontsleutel('plek', sleutels.versleutel('plek', tekst))).toBe(tekst.toWellFormed());
      }),
    );
  });

  it('maakt van dezelfde tekst elke keer iets anders', () => {
    const sleutels = maakSleutels(oud);
    expect(sleutels.versleutel('plek', 'Verhulst')).not.toBe(sleutels.versleutel('plek', 'Verhulst'));
  });

  it('weigert een tekst die gewijzigd is of op een andere plek staat', () => {
    const sleutels = maakSleutels(oud);
    const tekst = sleutels.versleutel('gesprek:1', 'Verhulst');
    expect(() => sleutels.ontsleutel('gesprek:2', tekst)).toThrow();
    const laatste = tekst.endsWith('A') ? 'B' : 'A';
    expect(() => sleutels.ontsleutel('gesprek:1', tekst.slice(0, -1) + laatste)).toThrow();
    expect(() => sleutels.ontsleutel('gesprek:1', tekst.slice(0, 20))).toThrow();
  });
});

describe('een sleutel vervangen', () => {
  it('leest wat met de oude sleutel geschreven is, en schrijft met de nieuwe', () => {
    const voor = maakSleutels(`a:${oud}`);
    const na = maakSleutels(`b:${nieuw},a:${oud}`);
    expect(na.ontsleutel('plek', voor.versleutel('plek', 'Verhulst'))).toBe('Verhulst');
    expect(na.versleutel('plek', 'x')).toMatch(/^b\./);
    expect(na.hashes('plek', '999993653')).toContain(voor.hash('plek', '999993653'));
    expect(na.hash('plek', '999993653')).not.toBe(voor.hash('plek', '999993653'));
  });

  it('zegt dat de sleutel ontbreekt als de oude weg is', () => {
    const tekst = maakSleutels(`a:${oud}`).versleutel('plek', 'Verhulst');
    expect(() => maakSleutels(`b:${nieuw}`).ontsleutel('plek', tekst)).toThrow(/niet in ENCRYPTION_KEY/);
  });

  it('weigert een sleutel die te kort is of twee keer genoemd', () => {
    expect(() => maakSleutels('kort')).toThrow(/ENCRYPTION_KEY moet 32 bytes/);
    expect(() => maakSleutels(`a:${oud},a:${nieuw}`)).toThrow(/twee keer/);
  });
});

describe('een geheim in de map', () => {
  it('wordt één keer gemaakt en is alleen voor de eigenaar leesbaar', () => {
    const map = mkdtempSync(join(tmpdir(), 'svz-geheim-'));
    try {
      const eerste = geheimUitMap(map, 'encryption-key');
      expect(geheimUitMap(map, 'encryption-key')).toBe(eerste);
      expect(geheimUitMap(map, 'session-secret')).not.toBe(eerste);
      expect(statSync(join(map, 'encryption-key')).mode & 0o777).toBe(0o600);
      expect(maakSleutels(eerste).hash('plek', 'x')).toMatch(/^[0-9a-f]{8}\.[0-9a-f]{64}$/);
    } finally {
      rmSync(map, { recursive: true });
    }
  });
});
