import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { vasteKlok } from '../../server/clock.ts';
import { inboxRonde, startInbox, type InboxOpties } from '../../server/jobs/inbox.ts';
import * as inbox from '../../server/store/inbox.ts';
import { stilLog } from '../hulp/log.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const lopend = new AbortController().signal;
let store: TestStore;
let clock: ReturnType<typeof vasteKlok>;
beforeAll(async () => {
  store = await maakStore();
});
beforeEach(async () => {
  clock = vasteKlok('2026-11-21T10:00:00Z');
  await store.leeg();
});
afterAll(() => store.close());

const plaats = (hoofdObject: string, resource = 'status') =>
  inbox.plaats(
    store.db,
    {
      kanaal: 'zaken',
      hoofdObject,
      resource,
      resourceUrl: `${hoofdObject}/x`,
      actie: 'create',
      aanmaakdatum: '2026-11-21T10:00:00Z',
    },
    clock.nu(),
  );
const opties = (verwerk: InboxOpties['verwerk']): InboxOpties => ({
  store,
  clock,
  log: stilLog(),
  verwerk,
  ritme: { pauzeMs: 60_000, toeval: () => 1 },
});

it('verwerkt alle notificaties van een zaak in één keer', async () => {
  for (const [zaak, resource] of [
    ['a', 'zaak'],
    ['b', 'zaak'],
    ['a', 'status'],
    ['a', 'rol'],
  ] as const)
    await plaats(zaak, resource);
  const keren: string[] = [];
  await inboxRonde(
    opties(
      async ({ hoofdObject }, alle) =>
        void keren.push(`${hoofdObject}: ${alle.map((n) => n.resource).join()}`),
    ),
    lopend,
  );
  expect(keren).toEqual(['a: zaak,status,rol', 'b: zaak']);
  expect(await inbox.stand(store.db)).toEqual({ wacht: 0, opgegeven: 0, oudste: null });
});

it('laat een zaak die niet te lezen is de andere niet ophouden, en komt erop terug', async () => {
  await plaats('stuk');
  await plaats('goed');
  let stuk = true;
  const keren: string[] = [];
  const proef = opties(async ({ hoofdObject }) => {
    keren.push(hoofdObject);
    if (stuk && hoofdObject === 'stuk') throw new Error('register weg');
  });
  await inboxRonde(proef, lopend);
  expect(await inboxRonde(proef, lopend)).toBe(false);
  stuk = false;
  clock.verder(1000);
  await inboxRonde(proef, lopend);
  expect(keren).toEqual(['stuk', 'goed', 'stuk']);
  expect(await inbox.stand(store.db)).toEqual({ wacht: 0, opgegeven: 0, oudste: null });
});

it('geeft na twintig pogingen op, en houdt dat bij voor beheer', async () => {
  await plaats('stuk');
  let keren = 0;
  const proef = opties(async () => {
    keren += 1;
    throw new Error('nooit');
  });
  for (let i = 0; i < 30; i += 1) {
    await inboxRonde(proef, lopend);
    clock.verder(600_000);
  }
  expect(keren).toBe(20);
  expect(await inbox.stand(store.db)).toEqual({ wacht: 0, opgegeven: 1, oudste: null });
});

it('wordt wakker als er iets binnenkomt', async () => {
  let gezien: (zaak: string) => void = () => undefined;
  const eerste = new Promise<string>((klaar) => {
    gezien = klaar;
  });
  const worker = startInbox(opties(async ({ hoofdObject }) => gezien(hoofdObject)));
  await plaats('a');
  worker.wek();
  expect(await eerste).toBe('a');
  await worker.stop();
  expect(await inbox.stand(store.db)).toEqual({ wacht: 0, opgegeven: 0, oudste: null });
});
