import { afterEach, describe, expect, it } from 'vitest';
import type { Notificatieregister } from '../../server/connectors/ports.ts';
import { leesRegisters } from '../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { aanroep, json, maakNep, uuid, type Oproep } from './nepregister.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

const CALLBACK = 'https://console.voorbeeld.nl/api/notificaties';
type Abonnement = { url: string; callbackUrl: string; kanalen: { naam: string; filters?: object }[] };
const abonnement = (n: number, kanalen: string[], callbackUrl = CALLBACK): Abonnement => ({
  url: `http://nrc/abonnement/${uuid(n)}`,
  callbackUrl,
  kanalen: kanalen.map((naam) => ({ naam, filters: {} })),
});

async function opzet(bestaand: Abonnement[], kanalen = ['zaken', 'documenten', 'autorisaties']) {
  const nep = await maakNep((o, res) => {
    if (o.methode === 'DELETE') res.writeHead(204).end();
    else if (o.methode !== 'GET') json(res, abonnement(9, []), o.methode === 'POST' ? 201 : 200);
    else json(res, o.pad.endsWith('/kanaal') ? kanalen.map((naam) => ({ naam })) : bestaand);
  });
  const registers = maakRegisters(
    leesRegisters(
      JSON.stringify({
        zaakregisters: [{ id: 'z', zaken: nep.url, catalogi: nep.url, clientId: 'c', secret: 's' }],
        notificaties: {
          id: 'nrc',
          url: `${nep.url}/api/v1`,
          clientId: 'console',
          secret: 's',
          callbackUrl: CALLBACK,
          callbackToken: 'Bearer geheim',
        },
      }),
      {},
    ),
    { herhaalNaMs: 1 },
  );
  opruimen.push(
    () => registers.sluit(),
    () => nep.sluit(),
  );
  const schrijft = () =>
    nep.oproepen.filter((o) => o.methode !== 'GET').map((o: Oproep) => [o.methode, o.pad, o.lichaam]);
  return { schrijft, register: registers.notificaties as Notificatieregister };
}

const gewenst = {
  callbackUrl: CALLBACK,
  auth: 'Bearer geheim',
  kanalen: [
    { naam: 'zaken', filters: {} },
    { naam: 'documenten', filters: {} },
  ],
};

describe('het abonnement', () => {
  it('wordt gemaakt, op de kanalen die het register kent', async () => {
    const { register, schrijft } = await opzet([abonnement(1, ['zaken'], 'https://ander.nl/x')]);
    expect(await register.zorgVoorAbonnement(aanroep())).toBe('gemaakt');
    expect(schrijft()).toEqual([['POST', '/api/v1/abonnement', gewenst]]);
  });

  it('krijgt elke keer ons token, ook als het klopt: wat er staat is niet terug te lezen', async () => {
    const { register, schrijft } = await opzet([abonnement(1, ['documenten', 'zaken'])]);
    expect(await register.zorgVoorAbonnement(aanroep())).toBe('stond_al');
    expect(await register.zorgVoorAbonnement(aanroep())).toBe('stond_al');
    const put = ['PUT', `/api/v1/abonnement/${uuid(1)}`, gewenst];
    expect(schrijft()).toEqual([put, put]);
  });

  it('wordt vervangen na dagen zonder console: een register kan het voorgoed hebben stilgezet', async () => {
    const { register, schrijft } = await opzet([abonnement(1, ['documenten', 'zaken'])]);
    expect(await register.zorgVoorAbonnement(aanroep(), true)).toBe('hersteld');
    expect(schrijft()).toEqual([
      ['POST', '/api/v1/abonnement', gewenst],
      ['DELETE', `/api/v1/abonnement/${uuid(1)}`, undefined],
    ]);
  });

  it.each([
    ['een kanaal mist', [abonnement(1, ['zaken'])]],
    ['een kanaal te veel heeft', [abonnement(1, ['zaken', 'documenten', 'autorisaties'])]],
    [
      'op een filter staat',
      [
        {
          ...abonnement(1, []),
          kanalen: [{ naam: 'zaken', filters: { zaaktype: 'x' } }, { naam: 'documenten' }],
        },
      ],
    ],
  ])('wordt hersteld als het %s', async (_naam, bestaand) => {
    const { register, schrijft } = await opzet(bestaand);
    expect(await register.zorgVoorAbonnement(aanroep())).toBe('hersteld');
    expect(schrijft()).toEqual([['PUT', `/api/v1/abonnement/${uuid(1)}`, gewenst]]);
  });

  it('wordt niet gemaakt bij een register dat geen van onze kanalen heeft', async () => {
    const { register, schrijft } = await opzet([], ['autorisaties']);
    await expect(register.zorgVoorAbonnement(aanroep())).rejects.toMatchObject({
      soort: 'niet_ondersteund',
      code: 'kanalen',
    });
    expect(schrijft()).toEqual([]);
  });

  it('houdt er één over als het dubbel staat', async () => {
    const kanalen = ['zaken', 'documenten'];
    const { register, schrijft } = await opzet([abonnement(1, kanalen), abonnement(2, kanalen)]);
    expect(await register.zorgVoorAbonnement(aanroep())).toBe('hersteld');
    expect(schrijft()).toEqual([
      ['DELETE', `/api/v1/abonnement/${uuid(2)}`, undefined],
      ['PUT', `/api/v1/abonnement/${uuid(1)}`, gewenst],
    ]);
  });

  it('stoort zich niet aan wat een ander verkeerd schreef, en maakt bij een onleesbaar eigen abonnement geen tweede', async () => {
    const vreemd: unknown[] = [
      null,
      { url: 5 },
      { ...abonnement(8, [], 'https://elders.nl'), kanalen: 'alle' },
    ];
    const anders = await opzet([...(vreemd as Abonnement[]), abonnement(1, ['zaken', 'documenten'])]);
    await anders.register.zorgVoorAbonnement(aanroep());
    expect(anders.schrijft()).toEqual([['PUT', `/api/v1/abonnement/${uuid(1)}`, gewenst]]);
    const eigen = await opzet([{ ...abonnement(1, []), url: 'stuk' }]);
    await expect(eigen.register.zorgVoorAbonnement(aanroep())).rejects.toMatchObject({ soort: 'onleesbaar' });
    expect(eigen.schrijft()).toEqual([]);
  });
});
