import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakBus } from '../../server/bus.ts';
import { maakBronstand } from '../../server/services/bronstand.ts';
import { echteKlok } from '../../server/clock.ts';
import { vasteKlok } from '../../server/clock.ts';
import { BronFout, type Klantregister } from '../../server/connectors/ports.ts';
import { outboxRonde } from '../../server/jobs/outbox.ts';
import { STANDAARD_MATRIX } from '../../server/policies/matrix.ts';
import { Beleid } from '../../server/policies/zaken.ts';
import { bezorg, oordeel } from '../../server/services/bezorging.ts';
import { registreer } from '../../server/services/contactmomenten.ts';
import type { Deps, Wie } from '../../server/services/deps.ts';
import * as taken from '../../server/services/taken.ts';
import * as klantverwijzingen from '../../server/store/klantverwijzingen.ts';
import { stilLog } from '../hulp/log.ts';
import { testSleutels } from '../hulp/sleutels.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';

const REGISTER = 'klanten';
const MEDEWERKER = { id: 'kcc', naam: 'M. Kuiper', rollen: ['kcc' as const], afdelingen: ['KCC'] };

let store: TestStore;
beforeAll(async () => {
  store = await maakStore();
});
afterAll(() => store.close());

type Ongeluk =
  | 'ervoor' // the call never arrives
  | 'erna' // it arrives, its answer does not
  | 'gedood'; // it arrives, and the process is gone before it can write down anything

/** A klantregister in memory that has an accident at its n-th call. */
function registerMetOngeluk(wanneer: number, ongeluk: Ongeluk) {
  const stand = {
    partijen: [] as string[],
    contacten: [] as { uuid: string; referentienummer: string; zaken: string[] }[],
    actoren: [] as string[],
  };
  let aanroepen = 0;
  let dood = false;
  async function doe<T>(werk: () => T): Promise<T> {
    aanroepen += 1;
    if (aanroepen !== wanneer) return werk();
    if (ongeluk !== 'ervoor') werk();
    dood = ongeluk === 'gedood';
    throw dood ? new Error('het proces is gedood') : new BronFout(REGISTER, 'onbereikbaar');
  }
  const partij = (uuid: string) => ({
    uuid,
    telefoon: null,
    email: null,
    voorkeurstaal: null,
    voorkeurskanaal: null,
  });
  const klantregister: Klantregister = {
    id: REGISTER,
    naam: 'Klantcontacten',
    vindPartij: () => doe(() => (stand.partijen[0] === undefined ? null : partij(stand.partijen[0]))),
    zoekOpDigitaalAdres: () => Promise.resolve([]),
    maakPartij: () =>
      doe(() => {
        const uuid = crypto.randomUUID();
        stand.partijen.push(uuid);
        return partij(uuid);
      }),
    contactenVanPartij: async () => ({ rijen: [], onleesbaar: 0 }),
    contactenVanZaak: async () => ({ rijen: [], onleesbaar: 0 }),
    vindContact: (referentienummer) =>
      doe(() => {
        const gevonden = stand.contacten.find((contact) => contact.referentienummer === referentienummer);
        return gevonden === undefined ? null : contactVan(gevonden.uuid, referentienummer);
      }),
    maakContact: ({ referentienummer, zaak }) =>
      doe(() => {
        const uuid = crypto.randomUUID();
        stand.contacten.push({ uuid, referentienummer, zaken: zaak === null ? [] : [zaak] });
        return { uuid };
      }),
    koppelZaak: (uuid, zaak) =>
      doe(() => {
        const contact = stand.contacten.find((een) => een.uuid === uuid);
        if (contact?.zaken.includes(zaak) === false) contact.zaken.push(zaak);
      }),
    koppelActor: (uuid) =>
      doe(() => {
        if (!stand.actoren.includes(uuid)) stand.actoren.push(uuid);
      }),
    herken: () => null,
    partijVan: async () => null,
    vergeet: () => undefined,
  };
  return { klantregister, stand, aantal: () => aanroepen, isDood: () => dood };
}

const contactVan = (uuid: string, referentienummer: string) => ({
  uuid,
  referentienummer,
  kanaal: 'telefoon',
  onderwerp: '',
  inhoud: null,
  reactie: null,
  vertrouwelijk: false,
  taal: 'nld',
  plaatsgevondenOp: '2026-03-02T09:00:00Z',
  beeindigdOp: null,
  richting: 'inkomend' as const,
  vraagtype: null,
  resultaat: null,
  medewerker: null,
  zaken: [],
  internetaken: [],
});

function maakDeps(klanten: Klantregister): Deps & { clock: ReturnType<typeof vasteKlok> } {
  return {
    store,
    sleutels: testSleutels(),
    registers: {
      zaken: [],
      medewerkers: null,
      klanttaken: null,
      verbindingen: () => [],
      klanten,
      personen: null,
      bedrijven: null,
      notificaties: null,
    },
    clock: vasteKlok('2026-03-02T09:00:00Z'),
    bus: maakBus(),
    bronstand: maakBronstand(echteKlok),
    log: stilLog(),
  };
}

const wie: Wie = {
  medewerker: MEDEWERKER,
  beleid: new Beleid(MEDEWERKER, STANDAARD_MATRIX),
  traceId: '0'.repeat(32),
  doel: 'klantcontact',
  gesprek: null,
};
const opties = (deps: Deps) => ({
  store,
  sleutels: deps.sleutels,
  clock: deps.clock,
  log: deps.log,
  bezorg: (rij: Parameters<typeof bezorg>[1], signal: AbortSignal) => bezorg(deps, rij, signal),
  oordeel,
  ritme: { toeval: () => 0 },
});
const einde = () => new AbortController().signal;

async function stuur(deps: Deps) {
  const klant = await klantverwijzingen.verwijs(deps.store.db, deps.sleutels, {
    soort: 'persoon',
    nummer: '999993653',
  });
  return registreer(deps, wie, `sleutel-${crypto.randomUUID()}`, {
    klant,
    kanaal: 'telefoon',
    richting: 'inkomend',
    vraagtype: 'voortgang',
    onderwerp: 'Ketenproef',
    inhoud: '',
    vertrouwelijk: false,
    taal: 'nld',
    zaken: [],
    resultaat: 'beantwoord',
    gestartOp: '2026-03-02T08:55:00Z',
    beeindigdOp: '2026-03-02T09:00:00Z',
  });
}

/** The same register, but it takes no contact. */
const dieWeigert = (klantregister: Klantregister): Klantregister => ({
  ...klantregister,
  maakContact: async () => {
    throw new BronFout(REGISTER, 'geweigerd', {
      velden: [{ naam: 'onderwerp', code: 'max_length', reden: 'Te lang.' }],
    });
  },
});

// find partij, make partij, make contact, link actor
const AANROEPEN = 4;
const gevallen = Array.from({ length: AANROEPEN }, (_, plek) => plek + 1).flatMap((plek) =>
  (['ervoor', 'erna', 'gedood'] as const).map((ongeluk) => [plek, ongeluk] as const),
);

describe('de keten van een contactmoment', () => {
  it('is zonder ongeluk in vier aanroepen klaar', async () => {
    const { klantregister, stand, aantal } = registerMetOngeluk(0, 'ervoor');
    expect((await stuur(maakDeps(klantregister))).bezorging).toBe('bezorgd');
    expect(aantal()).toBe(AANROEPEN);
    expect([stand.partijen.length, stand.contacten.length, stand.actoren.length]).toEqual([1, 1, 1]);
  });

  it.each(gevallen)('breekt bij aanroep %i (%s) en wordt afgemaakt, nooit dubbel', async (plek, ongeluk) => {
    const { klantregister, stand, isDood } = registerMetOngeluk(plek, ongeluk);
    const deps = maakDeps(klantregister);
    if (ongeluk === 'gedood') {
      await expect(stuur(deps)).rejects.toThrow('gedood');
      expect(isDood()).toBe(true);
    } else {
      expect((await stuur(deps)).bezorging).toBe('wacht');
    }
    // Beyond the back-off, and the lease of a process that is gone.
    for (let keer = 0; keer < 3; keer += 1) {
      deps.clock.verder(10 * 60_000);
      await outboxRonde(opties(deps), einde());
    }
    expect([stand.partijen.length, stand.contacten.length, stand.actoren.length]).toEqual([1, 1, 1]);
    expect(stand.actoren).toEqual(stand.contacten.map(({ uuid }) => uuid));
    deps.clock.verder(10 * 60_000);
    expect(await outboxRonde(opties(deps), einde())).toBe(false);
  });

  it('wordt geweigerd terwijl de medewerker wacht: dan hoort hij het en blijft er niets staan', async () => {
    const { klantregister } = registerMetOngeluk(0, 'ervoor');
    const deps = maakDeps(dieWeigert(klantregister));
    await expect(stuur(deps)).rejects.toMatchObject({ code: 'geweigerd_door_register' });
    expect(await taken.lijst(deps, wie)).toEqual([]);
    deps.clock.verder(10 * 60_000);
    expect(await outboxRonde(opties(deps), einde())).toBe(false);
  });

  it('wordt later geweigerd: dan komt hij als taak terug, met de tekst en de reden', async () => {
    const { klantregister } = registerMetOngeluk(1, 'ervoor');
    const deps = maakDeps(dieWeigert(klantregister));
    expect((await stuur(deps)).bezorging).toBe('wacht');
    deps.clock.verder(10 * 60_000);
    await outboxRonde(opties(deps), einde());
    const [taak] = await taken.lijst(deps, wie);
    expect(taak).toMatchObject({
      soort: 'contactmoment',
      reden: 'Te lang.',
      fouten: [{ pad: 'onderwerp', code: 'max_length', melding: 'Te lang.' }],
      invoer: { onderwerp: 'Ketenproef', inhoud: '' },
    });
    await taken.verwijder(deps, wie, taak?.id ?? '');
    expect(await taken.lijst(deps, wie)).toEqual([]);
    await expect(taken.verwijder(deps, wie, taak?.id ?? '')).rejects.toMatchObject({ code: 'niet_gevonden' });
  });
});
