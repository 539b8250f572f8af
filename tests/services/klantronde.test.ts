import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { BronFout, type Klantcontact, type Klantregister } from '../../server/connectors/ports.ts';
import type { Deps } from '../../server/services/deps.ts';
import { stemKlantAf } from '../../server/services/klantronde.ts';
import { verwerk } from '../../server/services/notificaties.ts';
import { vasteKlok } from '../../server/clock.ts';
import * as gebeurtenissen from '../../server/store/gebeurtenissen.ts';
import * as klantverwijzingen from '../../server/store/klantverwijzingen.ts';
import { leegDeps } from '../hulp/deps.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';
import { maakStubregister, uuid, type Stubregister } from '../hulp/zaakregister.ts';

const BSN = '999993653';
let store: TestStore;
let clock: ReturnType<typeof vasteKlok>;
let stub: Stubregister;
let deps: Deps;
let klant: string;
let contacten: Klantcontact[];
let gevraagd: string[];
let stil: boolean;
beforeAll(async () => {
  store = await maakStore();
});
beforeEach(async () => {
  await store.leeg();
  clock = vasteKlok('2026-11-21T10:00:00Z');
  stub = maakStubregister();
  contacten = [];
  gevraagd = [];
  stil = false;
  deps = leegDeps(store, clock, {
    zaken: [
      {
        ...stub.register,
        // Once with the rollen of another: a register that ignores its filter.
        zoekOpPersoon: async () => ({ rijen: [...stub.zaken.values()], onleesbaar: 0 }),
      },
    ],
    klanten: maakKlanten(),
  });
  klant = await klantverwijzingen.verwijs(store.db, deps.sleutels, { soort: 'persoon', nummer: BSN });
  await klantverwijzingen.koppelPartij(store.db, { partij: uuid(90), klant });
});
afterAll(() => store.close());

function maakKlanten(): Klantregister {
  const niet = (): never => {
    throw new Error('wordt in deze proef niet gevraagd');
  };
  return {
    id: 'klanten',
    naam: 'Klanten',
    zoekOpDigitaalAdres: niet,
    vindPartij: async () => {
      if (stil) throw new BronFout('klanten', 'te_traag');
      return {
        uuid: uuid(90),
        telefoon: null,
        email: null,
        voorkeurstaal: null,
        voorkeurskanaal: null,
      };
    },
    contactenVanPartij: async (partij, hoogstens) => {
      gevraagd.push(`${partij} ${hoogstens}`);
      return { rijen: contacten, onleesbaar: 0 };
    },
    partijVan: async () => ({ partij: uuid(90), zaken: [] }),
    herken: (url) => ({ soort: 'klantcontact', uuid: url.split('/').at(-1)! }),
    vergeet: () => undefined,
    maakPartij: niet,
    contactenVanZaak: niet,
    vindContact: niet,
    maakContact: niet,
    koppelZaak: niet,
    koppelActor: niet,
  };
}
const contact = (n: number, taken: Klantcontact['internetaken'] = []): Klantcontact => ({
  uuid: uuid(n),
  referentienummer: null,
  kanaal: 'telefoon',
  onderwerp: 'Vraag',
  inhoud: 'Iets persoonlijks',
  reactie: null,
  vertrouwelijk: false,
  taal: 'nld',
  plaatsgevondenOp: '2026-11-21T09:00:00Z',
  beeindigdOp: null,
  richting: 'inkomend',
  vraagtype: null,
  resultaat: null,
  medewerker: null,
  zaken: [],
  internetaken: taken,
});
const taak = (n: number, status: 'te_verwerken' | 'verwerkt' = 'te_verwerken') => ({
  uuid: uuid(n),
  klantcontact: uuid(1),
  gevraagdeHandeling: 'Terugbellen',
  toelichting: null,
  status,
  toegewezenAan: null,
  toegewezenOp: null,
  afgehandeldOp: null,
});
const kijk = async () => {
  clock.verder(5 * 60_000);
  await stemKlantAf(deps, klant, new AbortController().signal);
};
const verteld = async () =>
  (await gebeurtenissen.na(store.db, 0, 1000))
    .filter(({ onderwerp }) => onderwerp === `klant:${klant}`)
    .map(({ soort, id, zaken }) => [soort, id ?? zaken]);
const zet = (n: number, anders: Parameters<Stubregister['zet']>[1] = {}) =>
  stub.zet(n, anders, { identificatie: { bsn: BSN } });

it('vertelt van een gevolgde klant wat er sinds de vorige blik bij kwam of veranderde, en bij de eerste niets', async () => {
  contacten = [contact(1, [taak(71)])];
  zet(1, { einddatum: '2026-01-01' });
  await kijk();
  expect(await verteld()).toEqual([]);
  await kijk();
  expect(await verteld()).toEqual([]);
  contacten = [{ ...contact(2, [taak(72)]), zaken: [uuid(1)] }, contact(1, [taak(71, 'verwerkt')])];
  await kijk();
  expect(await verteld()).toEqual([
    ['contactmoment.nieuw', [`proef~${uuid(1)}`]],
    ['terugbelverzoek.nieuw', [`proef~${uuid(1)}`]],
    ['terugbelverzoek.gewijzigd', undefined],
  ]);
  await kijk();
  expect(await verteld()).toHaveLength(3);
});

it('vindt een nieuwe zaak en een heropende, en geen zaak van een ander', async () => {
  zet(1, { einddatum: '2026-01-01' });
  await kijk();
  zet(1);
  zet(2);
  stub.zet(3, {}, { identificatie: { bsn: '999990421' } });
  await kijk();
  expect(await verteld()).toEqual([
    ['zaak.gewijzigd', `proef~${uuid(1)}`],
    ['zaak.nieuw', `proef~${uuid(2)}`],
  ]);
  await kijk();
  expect(await verteld()).toHaveLength(2);
});

it('kijkt voor alle processen samen eens in de vijf minuten', async () => {
  clock.verder(1);
  const samen = () =>
    Promise.all([1, 2, 3].map(() => stemKlantAf(deps, klant, new AbortController().signal)));
  await samen();
  clock.verder(5 * 60_000 - 1);
  await samen();
  expect(gevraagd).toEqual([`${uuid(90)} 20`]);
  clock.verder(1);
  await samen();
  expect(gevraagd).toHaveLength(2);
});

it('vertelt niet nog eens wat een notificatie al vertelde', async () => {
  await kijk();
  contacten = [contact(1)];
  const url = `http://klanten/klantcontacten/${uuid(1)}`;
  await verwerk(deps, [
    {
      kanaal: 'klantcontacten',
      hoofdObject: url,
      resource: 'klantcontact',
      resourceUrl: url,
      actie: 'create',
      aanmaakdatum: '2026-11-21T10:00:00Z',
    },
  ]);
  await kijk();
  expect(await verteld()).toEqual([['contactmoment.nieuw', undefined]]);
});

it('houdt een blik van lang geleden niet voor de vorige', async () => {
  await kijk();
  contacten = [contact(1)];
  clock.verder(60 * 60_000);
  await kijk();
  expect(await verteld()).toEqual([]);
});

it('leest de zaken ook als het klantregister zwijgt, en vindt het contact een volgende keer', async () => {
  await kijk();
  contacten = [contact(1)];
  zet(1);
  stil = true;
  await kijk();
  expect(await verteld()).toEqual([['zaak.nieuw', `proef~${uuid(1)}`]]);
  stil = false;
  await kijk();
  expect(await verteld()).toHaveLength(2);
});

it('bewaart van een contact geen tekst', async () => {
  contacten = [contact(1, [taak(71)])];
  await kijk();
  const { rows } = await store.executeSql('SELECT * FROM klantronden');
  expect(JSON.stringify(rows)).toContain(uuid(71));
  expect(JSON.stringify(rows)).not.toMatch(/persoonlijks|Terugbellen|99999/);
});
