import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { maakPdf } from '../../server/sandbox/documenten/pdf.ts';
import type { JsonObject } from '../../server/sandbox/typen.ts';
import { id, jwt, pad, startProef } from './kleine-gemeente.ts';
import type { Proef } from './kleine-gemeente.ts';

const EIO = '/documenten/api/v1/enkelvoudiginformatieobjecten';
let proef: Proef;
beforeEach(async () => {
  proef = await startProef();
});
afterEach(() => proef.sluit());

const haal = async (deel: string, kop: Record<string, string> = {}) =>
  fetch(`${proef.basis}${EIO}/${id('document')}/${deel}`, {
    headers: { authorization: `Bearer ${await jwt()}`, ...kop },
  });

describe('een document', () => {
  it('wordt bij zijn zaak gevonden', async () => {
    const zaak = proef.basis + pad('zaken/zaken', 'een');
    const { lichaam } = await proef.roep(`${EIO}?objectinformatieobjecten__object=${zaak}`);
    expect(lichaam).toMatchObject({ count: 1, results: [{ titel: 'Ontvangstbevestiging', _expand: {} }] });
    const ander = proef.basis + pad('zaken/zaken', 'twee');
    expect((await proef.roep(`${EIO}?objectinformatieobjecten__object=${ander}`)).lichaam['count']).toBe(0);
  });
  it('komt als octet-stream, zo lang als beloofd en steeds gelijk', async () => {
    const { lichaam } = await proef.roep(`${EIO}/${id('document')}`);
    const antwoord = await haal('download?versie=1');
    const inhoud = Buffer.from(await antwoord.arrayBuffer());
    expect(antwoord.headers.get('content-type')).toBe('application/octet-stream');
    expect(inhoud.subarray(0, 8).toString()).toBe('%PDF-1.4');
    expect(inhoud).toHaveLength(lichaam['bestandsomvang'] as number);
    expect(Buffer.from(await (await haal('download')).arrayBuffer())).toEqual(inhoud);
  });
  it('komt niet als JSON en niet in een versie die er niet is', async () => {
    for (const [antwoord, verwacht] of [
      [await haal('download', { accept: 'application/json' }), 406],
      [await haal('download?versie=9'), 404],
      [await haal('download', { authorization: '' }), 403],
    ] as const) {
      expect([antwoord.status, antwoord.headers.get('content-type')]).toEqual([
        verwacht,
        'application/octet-stream',
      ]);
      expect(await antwoord.text()).toBe('application/octet-stream');
    }
  });
  it('zonder bestand heeft geen inhoud, geen omvang en niets om op te halen', async () => {
    const { status, lichaam } = await proef.roep(EIO, {
      method: 'POST',
      json: {
        bronorganisatie: '002220647',
        creatiedatum: '2026-01-01',
        titel: 'Nog te schrijven',
        auteur: 'Kim',
        taal: 'nld',
        inhoud: null,
        bestandsomvang: null,
        informatieobjecttype: (await proef.roep(`${EIO}/${id('document')}`)).lichaam['informatieobjecttype']!,
      },
    });
    expect([status, lichaam['inhoud'], lichaam['bestandsomvang']]).toEqual([201, null, null]);
    const url = lichaam['url'] as string;
    const antwoord = await fetch(`${url}/download`, { headers: { authorization: `Bearer ${await jwt()}` } });
    expect([antwoord.status, await antwoord.text()]).toEqual([204, '']);
  });
  it('weigert wat geen base64 is', async () => {
    const { status, lichaam } = await proef.roep(EIO, { method: 'POST', json: { inhoud: '***' } });
    expect(status).toBe(400);
    expect(lichaam['invalidParams']).toContainEqual(
      expect.objectContaining({ name: 'inhoud', code: 'invalid-base64' }),
    );
  });
  it('verandert alleen met het slot in de hand', async () => {
    const doe = (deel: string, method: string, json: unknown) =>
      proef.roep(`${EIO}/${id('document')}${deel}`, { method, json });
    const code = ({ lichaam }: { lichaam: JsonObject }) =>
      (lichaam['invalidParams'] as JsonObject[])[0]!['code'];
    expect(code(await doe('', 'PATCH', { titel: 'Anders' }))).toBe('unlocked');
    const { lock } = (await doe('/lock', 'POST', {})).lichaam;
    expect(code(await doe('/lock', 'POST', {}))).toBe('existing-lock');
    expect(code(await doe('', 'PATCH', { titel: 'Anders', lock: 'x' }))).toBe('incorrect-lock-id');
    const { lichaam } = await doe('', 'PATCH', { titel: 'Anders', lock: lock! });
    expect(lichaam).toMatchObject({ titel: 'Anders', versie: 2, locked: true });
    expect((await doe('/unlock', 'POST', { lock: lock! })).status).toBe(204);
    expect((await doe('', 'GET', undefined)).lichaam).toMatchObject({ locked: false, titel: 'Anders' });
  });
});

it('wijst in elke PDF met startxref naar de verwijzingstabel', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (regels) => {
      const pdf = maakPdf(regels).toString('latin1');
      const plaats = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]);
      expect(pdf.slice(plaats, plaats + 4)).toBe('xref');
      const eerste = Number(/xref\n0 6\n0000000000 65535 f \n(\d{10})/.exec(pdf)?.[1]);
      expect(pdf.slice(eerste, eerste + 7)).toBe('1 0 obj');
    }),
  );
});
