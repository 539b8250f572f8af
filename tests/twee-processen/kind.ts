/** One process of the tests beside this file: does what its arguments say and reports to its parent. */
import { randomUUID } from 'node:crypto';
import { outboxRonde } from '../../server/jobs/outbox.ts';
import { echteKlok } from '../../server/clock.ts';
import * as gebeurtenissen from '../../server/store/gebeurtenissen.ts';
import * as bezorging from '../../server/store/bezorging.ts';
import * as outbox from '../../server/store/outbox.ts';
import { maakSleutels } from '../../server/store/sleutels.ts';
import { openStore } from '../../server/store/store.ts';
import { stilLog } from '../hulp/log.ts';

const [taak, plek = '', sleutel = ''] = process.argv.slice(2);
const meld = (bericht: unknown): void => {
  process.send?.(bericht);
};

async function bezorg(): Promise<void> {
  const store = await openStore({ databaseUrl: plek, dataDir: 'memory://' });
  const sleutels = maakSleutels(sleutel);
  meld('klaar om te beginnen');
  await new Promise((begin) => process.once('message', begin));
  const bezorgd: unknown[] = [];
  const opties = {
    store,
    sleutels,
    clock: echteKlok,
    log: stilLog(),
    bezorg: async (rij: outbox.Outboxrij) => {
      bezorgd.push(rij.inhoud);
      await outbox.bezorgd(store.db, rij, randomUUID(), new Date());
    },
    oordeel: () => ({ soort: 'later' as const, reden: '' }),
  };
  const lopend = new AbortController().signal;
  // An empty round may mean that the other process holds what is next.
  while ((await bezorging.tellingen(store.db)).length > 0) await outboxRonde(opties, lopend);
  await store.close();
  meld(bezorgd);
}

async function schrijf(): Promise<void> {
  const store = await openStore({ databaseUrl: plek, dataDir: 'memory://' });
  meld('klaar om te beginnen');
  await new Promise((begin) => process.once('message', begin));
  const nummers: number[] = [];
  await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      store.tx(async (t) => {
        const geschreven = await gebeurtenissen.schrijf(t, [
          {
            soort: 'zaak.status',
            onderwerp: 'kpi',
            tijdstip: '2026-11-21T10:00:00.000Z',
            bron: null,
            niveau: 'status',
          },
        ]);
        for (let n = 0; n < i % 5; n += 1) await gebeurtenissen.oudste(t);
        nummers.push(...geschreven.map((een) => een.volgnummer));
      }),
    ),
  );
  await store.close();
  meld(nummers);
}

async function houd(): Promise<void> {
  await openStore({ dataDir: plek });
  meld('open');
  // Until it is killed.
  setInterval(() => undefined, 60_000);
}

if (taak === 'bezorg') await bezorg();
else if (taak === 'schrijf') await schrijf();
else await houd();
if (taak !== 'houd') process.disconnect();
