import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { ZoekAntwoord } from '../shared/contracts/klant.ts';
import { Klantbeeld } from '../shared/contracts/klantbeeld.ts';
import type { Bank } from './beeld.ts';
import { deel, druk } from './meting.ts';
import { start, type Kind } from './proces.ts';
import { opZichzelf } from './tussen.ts';

const KEREN = 15;

async function verbind(basis: string, cookie: string, onderwerp: string, hoeveel: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < hoeveel) {
    const nieuw = Array.from({ length: Math.min(50, hoeveel - sockets.length) }, () =>
      io(basis, {
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        extraHeaders: { cookie, origin: basis },
      }),
    );
    await Promise.all(
      nieuw.map(async (socket) => {
        await new Promise<void>((klaar, mis) => {
          socket.once('connect', klaar);
          socket.once('connect_error', mis);
        });
        await socket.timeout(10_000).emitWithAck('volg', { onderwerp });
      }),
    );
    sockets.push(...nieuw);
  }
  return sockets;
}

/** Milliseconds from `zend` having its answer until each socket heard of it. */
async function hoor(sockets: readonly Socket[], zend: () => Promise<unknown>): Promise<number[]> {
  const gehoord = sockets.map(
    (socket) =>
      new Promise<number>((klaar, mis) => {
        const laat = setTimeout(() => mis(new Error('geen gebeurtenis binnen 10 s')), 10_000);
        socket.once('gebeurtenis', () => {
          clearTimeout(laat);
          klaar(performance.now());
        });
      }),
  );
  await zend();
  const begin = performance.now();
  // A console may hear of it before we have read the answer ourselves.
  return (await Promise.all(gehoord)).map((op) => Math.max(0, op - begin));
}

async function p95(sockets: readonly Socket[], zend: () => Promise<unknown>): Promise<number> {
  const tijden: number[] = [];
  for (let keer = 0; keer < KEREN; keer += 1) tijden.push(...(await hoor(sockets, zend)));
  return deel(tijden, 0.95);
}

/** Bytes a connection more, between a quarter of the consoles and all of them. */
async function helling(
  kind: Kind,
  basis: string,
  cookie: string,
  onderwerp: string,
  hoeveel: number,
): Promise<{ bytes: number; sockets: Socket[] }> {
  const weinig = Math.round(hoeveel / 4);
  const sockets = await verbind(basis, cookie, onderwerp, weinig);
  const voor = await kind.vraag('geheugen', z.number());
  sockets.push(...(await verbind(basis, cookie, onderwerp, hoeveel - weinig)));
  const na = await kind.vraag('geheugen', z.number());
  return { bytes: (na - voor) / (hoeveel - weinig), sockets };
}

export async function meetLive(bank: Bank, token: string, consoles: number): Promise<void> {
  const kaal = await start('kaal.ts', {});
  const kaalBasis = `http://127.0.0.1:${await kaal.vraag('poort', z.number())}`;
  const bare = await helling(kaal, kaalBasis, '', 'onderwerp', consoles);
  const omroep = await p95(bare.sockets, () => fetch(kaalBasis, { method: 'POST' }));
  for (const socket of bare.sockets) socket.disconnect();
  await kaal.stop();

  const { client, kind, tussen, zaken } = bank;
  const bsn = [...zaken].find(([, aantal]) => aantal > 2 && aantal < 20)?.[0];
  const { data } = ZoekAntwoord.parse((await client.post('/api/klanten/zoek', { bsn })).json);
  const klant = data[0]?.id ?? '';
  const beeld = Klantbeeld.parse((await client.get(`/api/klanten/${klant}/klantbeeld`)).json);
  const zaak = beeld.zaken.find(({ einddatum }) => einddatum === null) ?? beeld.zaken[0];
  if (zaak === undefined) throw new Error('geen zaak om te volgen');
  const url = `${tussen.basis}/zaken/api/v1/zaken/${zaak.id.slice(zaak.id.lastIndexOf('~') + 1)}`;
  const eigen = await helling(kind, client.basis, client.cookie, `klant:${klant}`, consoles);
  const notificeer = async () => {
    const { status } = await fetch(`${client.basis}/api/notificaties`, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body: JSON.stringify({
        kanaal: 'zaken',
        hoofdObject: url,
        resource: 'zaak',
        resourceUrl: url,
        actie: 'update',
        aanmaakdatum: new Date().toISOString(),
      }),
    });
    if (status !== 204) throw new Error(`notificatie: ${String(status)}`);
  };
  tussen.verzoeken.length = 0;
  const tijd = await p95(eigen.sockets, notificeer);
  const gelezen = tussen.verzoeken.find(({ pad }) => pad.includes('/zaken/'));
  if (gelezen === undefined) throw new Error('de zaak is niet opnieuw gelezen');
  const lezen = await opZichzelf(tussen.basis, gelezen);
  const commit = await kind.vraag('commit', z.number());
  druk({
    figuur: `notificatie aangenomen → gebeurtenis op ${consoles} consoles, p95`,
    waarde: tijd,
    eenheid: 'ms',
    vloer: omroep + lezen + commit,
    grens: 1.5,
    opslag: bank.opslag,
    omroep: Math.round(omroep),
    lezen: Math.round(lezen),
    commit: Math.round(commit * 10) / 10,
    aanroepenPerNotificatie: Math.round((tussen.verzoeken.length - 3) / KEREN),
  });
  druk({
    figuur: `geheugen per verbonden console, helling ${Math.round(consoles / 4)} tot ${consoles}`,
    waarde: eigen.bytes,
    eenheid: 'bytes',
    vloer: bare.bytes,
    grens: 1.5,
  });
  for (const socket of eigen.sockets) socket.disconnect();
}
