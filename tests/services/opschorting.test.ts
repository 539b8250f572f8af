import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { vasteKlok } from '../../server/clock.ts';
import { werkBij } from '../../server/services/zaakindex.ts';
import { stemAf } from '../../server/services/zaakindex/ronde.ts';
import * as opschortingen from '../../server/store/opschortingen.ts';
import { leegDeps } from '../hulp/deps.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';
import { maakStubregister, uuid } from '../hulp/zaakregister.ts';

const AANROEP = { medewerker: null, doel: 'behandeling', traceId: '0'.repeat(32) };
const DAG_MS = 86_400_000;
const ID = `proef~${uuid(1)}`;
let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
beforeEach(() => store.leeg());
afterAll(() => store.close());

function opzet() {
  const clock = vasteKlok('2026-11-21T10:00:00Z');
  const stub = maakStubregister();
  const deps = leegDeps(store, clock, { zaken: [stub.register] });
  const sinds = async () => (await opschortingen.lees(store.db, [ID])).get(ID)?.sinds;
  return { clock, stub, deps, sinds };
}

describe('sinds wanneer een zaak stil staat', () => {
  it.each(['notificatie', 'uurronde'])(
    'wordt onthouden als een %s het vertelt, tot hij weer loopt',
    async (hoe) => {
      const { clock, stub, deps, sinds } = opzet();
      const lees = () =>
        hoe === 'notificatie'
          ? werkBij(deps, stub.register, uuid(1), AANROEP)
          : stemAf(deps, stub.register, AANROEP);
      stub.zet(1);
      await lees();
      expect(await sinds()).toBeUndefined();
      clock.verder(DAG_MS / 24);
      stub.zet(1, { opschorting: { reden: 'Wij wachten op u.' } });
      await lees();
      expect(await sinds()).toBe('2026-11-21');
      // A later reading of the same does not move the day.
      clock.verder(3 * DAG_MS);
      await lees();
      expect(await sinds()).toBe('2026-11-21');
      stub.zet(1);
      await lees();
      expect(await sinds()).toBeUndefined();
    },
  );

  it('blijft onbekend waar hij al stil stond, of er te lang niet is gekeken', async () => {
    const { clock, stub, deps, sinds } = opzet();
    stub.zet(1, { opschorting: { reden: '' } });
    await werkBij(deps, stub.register, uuid(1), AANROEP);
    expect(await sinds()).toBeUndefined();
    stub.zet(1);
    await werkBij(deps, stub.register, uuid(1), AANROEP);
    clock.verder(2 * DAG_MS);
    stub.zet(1, { opschorting: { reden: '' } });
    await werkBij(deps, stub.register, uuid(1), AANROEP);
    expect(await sinds()).toBeUndefined();
  });
});
