import { expect, it } from 'vitest';
import { z } from 'zod';
import { maakLog } from '../server/log.ts';

function proef(schrijf: (log: ReturnType<typeof maakLog>) => void): {
  tekst: string;
  regel: Record<string, unknown>;
} {
  let tekst = '';
  schrijf(maakLog({ logLevel: 'debug' }, { write: (deel) => void (tekst += deel) }));
  return { tekst, regel: z.record(z.string(), z.unknown()).parse(JSON.parse(tekst)) };
}

it('schrijft geen nummer van een persoon, waar het ook staat', () => {
  const { tekst } = proef((log) => {
    log.info(
      { bsn: '999993653', klant: { bsn: '999993653', kvkNummer: 12345678 }, melding: 'zoekt 999993653 op' },
      'gevonden: 999993653, bel 0612345678',
    );
  });
  expect(tekst).not.toMatch(/999993653|0612345678|12345678/);
});

it('laat zaaknummers, uuids en tijden heel', () => {
  const uuid = '12345678-1234-4123-8123-123456789012';
  const { tekst } = proef((log) => {
    log.info({ zaak: 'ZAAK-2026-0000001234', uuid }, 'klaar');
  });
  expect(tekst).toContain('ZAAK-2026-0000001234');
  expect(tekst).toContain(uuid);
  expect(tekst).toMatch(/"time":"\d{4}-\d\d-\d\dT/);
});

it('schrijft van een verzoek alleen de methode en het pad', () => {
  const { regel } = proef((log) => {
    log.info({
      req: {
        method: 'GET',
        url: '/api/zaken?filter={"bsn":"x"}',
        headers: { cookie: 'sid=geheim' },
        body: { bsn: 'x' },
      },
      res: { statusCode: 200, headers: { 'set-cookie': 'sid=geheim' } },
    });
  });
  expect(regel['req']).toEqual({ methode: 'GET', pad: '/api/zaken' });
  expect(regel['res']).toEqual({ status: 200 });
});

it('zegt van een mislukte databaseopdracht niet wat erin stond', () => {
  const err = new Error('Failed query: insert into gesprekken\nparams: mevrouw Verhulst', {
    cause: Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED', detail: 'Verhulst' }),
  });
  const { tekst, regel } = proef((log) => {
    log.error({ err }, 'mislukt');
  });
  expect(tekst).not.toContain('Verhulst');
  expect(regel['err']).toMatchObject({
    melding: 'de database weigert een opdracht',
    oorzaak: { code: 'ECONNREFUSED', melding: 'connection refused' },
  });
});
