import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { vasteKlok } from '../../server/clock.ts';
import type { Klantregister } from '../../server/connectors/ports.ts';
import { STANDAARD_MATRIX } from '../../server/policies/matrix.ts';
import type { Deps } from '../../server/services/deps.ts';
import { ontvang, verwerk } from '../../server/services/notificaties.ts';
import { magVolgen, magZien } from '../../server/services/volgen.ts';
import * as gebeurtenissen from '../../server/store/gebeurtenissen.ts';
import * as klantopeningen from '../../server/store/klantopeningen.ts';
import * as klantverwijzingen from '../../server/store/klantverwijzingen.ts';
import * as zaakindex from '../../server/store/zaakindex.ts';
import * as inbox from '../../server/store/inbox.ts';
import type { Notificatie } from '../../server/store/inbox.ts';
import { inboxRonde } from '../../server/jobs/inbox.ts';
import { stilLog } from '../hulp/log.ts';
import { leegDeps } from '../hulp/deps.ts';
import { maakStore, type TestStore } from '../hulp/store.ts';
import { maakStubregister, urlVan, uuid, type Stubregister } from '../hulp/zaakregister.ts';

let store: TestStore;
let deps: Deps;
let stub: Stubregister;
let klanten: {
  register: Klantregister;
  gevraagd: string[];
  van: Map<string, { partij: string; zaken: string[] }>;
};

beforeAll(async () => {
  store = await maakStore();
});
beforeEach(async () => {
  await store.leeg();
  stub = maakStubregister();
  klanten = maakKlanten();
  const registers = { zaken: [stub.register], klanten: klanten.register };
  deps = leegDeps(store, vasteKlok('2026-11-21T10:00:00Z'), registers);
});
afterAll(() => store.close());

function maakKlanten(): typeof klanten {
  const gevraagd: string[] = [];
  const van = new Map<string, { partij: string; zaken: string[] }>();
  const niet = (): never => {
    throw new Error('wordt in deze proef niet gevraagd');
  };
  const register: Klantregister = {
    id: 'klanten',
    naam: 'Klanten',
    vindPartij: niet,
    zoekOpDigitaalAdres: niet,
    maakPartij: niet,
    contactenVanPartij: niet,
    contactenVanZaak: niet,
    vindContact: niet,
    maakContact: niet,
    koppelZaak: niet,
    koppelActor: niet,
    herken: (url) => {
      const [soort, welke] = url.startsWith('http://klanten/') ? url.slice(15).split('/') : [];
      return soort !== undefined && welke !== undefined ? { soort, uuid: welke } : null;
    },
    partijVan: async (soort, welke) => {
      gevraagd.push(`${soort} ${welke}`);
      return van.get(welke) ?? null;
    },
    vergeet: (welke) => {
      gevraagd.push(`vergeet ${welke ?? 'alles'}`);
    },
  };
  return { register, gevraagd, van };
}

const klantUrl = (soort: string, n: number) => `http://klanten/${soort}/${uuid(n)}`;
const rij = (kanaal: string, hoofdObject: string, anders: Partial<Notificatie> = {}): Notificatie => ({
  kanaal,
  hoofdObject,
  resource: hoofdObject.split('/').at(-2) ?? '',
  resourceUrl: hoofdObject,
  actie: 'update',
  aanmaakdatum: '2026-11-21T10:00:00Z',
  ...anders,
});
/** Soort and onderwerp of everything that was told, without the afdeling, which hears of every zaak. */
const verteld = async () =>
  (await gebeurtenissen.na(store.db, 0, 1000))
    .filter(({ onderwerp }) => !onderwerp.startsWith('afdeling:'))
    .map(({ soort, onderwerp }) => `${soort} ${onderwerp}`);
const zaakVan = (n: number) => `zaak:proef~${uuid(n)}`;

describe('het kanaal documenten', () => {
  it('meldt een gewijzigd document bij elke zaak waar het bij hoort, na het legen van wat bewaard was', async () => {
    stub.zet(1);
    stub.zet(2);
    stub.koppelingen.set(uuid(50), [uuid(1), uuid(2), uuid(1)]);
    await verwerk(deps, [rij('documenten', urlVan('enkelvoudiginformatieobject', 50))]);
    expect(await verteld()).toEqual([`zaak.document ${zaakVan(1)}`, `zaak.document ${zaakVan(2)}`]);
    expect(stub.gevraagd).toEqual([
      `vergeet ${uuid(50)}`,
      `vergeet ${uuid(1)}`,
      `zaak ${uuid(1)}`,
      `vergeet ${uuid(2)}`,
      `zaak ${uuid(2)}`,
    ]);
  });

  it('zwijgt over een document dat nog bij geen zaak hoort, of dat weg is', async () => {
    stub.koppelingen.set(uuid(50), []);
    await verwerk(deps, [
      rij('documenten', urlVan('enkelvoudiginformatieobject', 50), { actie: 'create' }),
      rij('documenten', urlVan('enkelvoudiginformatieobject', 51), { actie: 'destroy' }),
    ]);
    expect(await verteld()).toEqual([]);
  });
});

describe('het kanaal besluiten', () => {
  it('meldt het besluit bij zijn zaak', async () => {
    stub.zet(1);
    stub.koppelingen.set(uuid(60), [uuid(1)]);
    await verwerk(deps, [
      rij('besluiten', urlVan('besluit', 60), { actie: 'create' }),
      rij('besluiten', urlVan('besluit', 60), { resource: 'besluitinformatieobject', actie: 'create' }),
    ]);
    expect(await verteld()).toEqual([`zaak.gewijzigd ${zaakVan(1)}`]);
  });

  it('zwijgt over een besluit zonder zaak', async () => {
    await verwerk(deps, [rij('besluiten', urlVan('besluit', 60), { actie: 'create' })]);
    expect(await verteld()).toEqual([]);
  });
});

describe('het kanaal zaaktypen', () => {
  it.each(['zaaktype', 'statustype', 'resultaattype'])(
    'laat na een %s de hele catalogus vallen',
    async (soort) => {
      await verwerk(deps, [rij('zaaktypen', urlVan(soort, 70))]);
      expect(stub.gevraagd).toEqual(['vergeet alles']);
      expect(await verteld()).toEqual([]);
    },
  );
});

describe('een bundel van 20 seconden over een zaak', () => {
  it('leest haar een keer, en meldt elke soort een keer', async () => {
    stub.zet(1);
    const zaak = urlVan('zaak', 1);
    const van = (resource: string, n: number, actie = 'create') =>
      rij('zaken', zaak, { resource, resourceUrl: urlVan(resource, n), actie });
    const bundel = [
      van('status', 80),
      van('rol', 81),
      van('status', 80),
      rij('zaken', zaak, { actie: 'partial_update' }),
      van('zaakinformatieobject', 82),
      van('resultaat', 83),
      van('zaakeigenschap', 84),
    ];
    await verwerk(deps, bundel);
    expect(await verteld()).toEqual([
      `zaak.status ${zaakVan(1)}`,
      `zaak.document ${zaakVan(1)}`,
      `zaak.resultaat ${zaakVan(1)}`,
    ]);
    expect(stub.gevraagd.filter((wat) => wat.startsWith('zaak '))).toHaveLength(1);
    // The same once more, back to front: at-least-once and unordered.
    await verwerk(deps, bundel.toReversed());
    expect(await verteld()).toHaveLength(3);
  });

  it('meldt vele kleine wijzigingen als een', async () => {
    stub.zet(1);
    await verwerk(
      deps,
      [81, 82, 83].map((n) =>
        rij('zaken', urlVan('zaak', 1), { resource: 'rol', resourceUrl: urlVan('rol', n), actie: 'create' }),
      ),
    );
    expect(await verteld()).toEqual([`zaak.gewijzigd ${zaakVan(1)}`]);
  });

  it('die eindigt met verwijderen haalt haar uit de index, ook als het maken later aankomt', async () => {
    stub.zet(1);
    const zaak = urlVan('zaak', 1);
    await verwerk(deps, [rij('zaken', zaak, { actie: 'create' })]);
    stub.zaken.clear();
    await verwerk(deps, [rij('zaken', zaak, { actie: 'destroy' }), rij('zaken', zaak, { actie: 'create' })]);
    expect(await zaakindex.lees(store.db, [`proef~${uuid(1)}`])).toEqual([]);
    expect(await verteld()).toEqual([`zaak.nieuw ${zaakVan(1)}`]);
  });
});

describe('de kanalen van het klantregister', () => {
  const KLANT = { soort: 'persoon', nummer: '999993653' } as const;
  let klant: string;
  beforeEach(async () => {
    klant = await klantverwijzingen.verwijs(store.db, deps.sleutels, KLANT);
    await klantverwijzingen.koppelPartij(store.db, { partij: uuid(90), klant });
  });

  it.each([
    ['klantcontact', 'create', 'contactmoment.nieuw'],
    ['klantcontact', 'update', 'contactmoment.nieuw'],
    ['internetaak', 'create', 'terugbelverzoek.nieuw'],
    ['internetaak', 'update', 'terugbelverzoek.gewijzigd'],
  ])('%s %s: %s bij wie de klant volgt', async (soort, actie, verwacht) => {
    klanten.van.set(uuid(91), { partij: uuid(90), zaken: [] });
    await verwerk(deps, [rij('klantcontacten', klantUrl(soort, 91), { actie })]);
    expect(await verteld()).toEqual([`${verwacht} klant:${klant}`]);
    expect(klanten.gevraagd).toEqual([`vergeet ${uuid(91)}`, `${soort} ${uuid(91)}`, `vergeet ${uuid(90)}`]);
  });

  it('een gewijzigde partij valt uit wat bewaard is; een contact dat weg is ook', async () => {
    await verwerk(deps, [
      rij('partijen', klantUrl('partij', 90)),
      rij('klantcontacten', klantUrl('klantcontact', 92), { actie: 'destroy' }),
    ]);
    expect(await verteld()).toEqual([]);
    expect(klanten.gevraagd).toEqual([
      `vergeet ${uuid(90)}`,
      `vergeet ${uuid(92)}`,
      `klantcontact ${uuid(92)}`,
    ]);
  });

  describe('een contact over zaken', () => {
    const profiel = async (rol: 'kcc' | 'behandelaar', afdelingen: string[]) => {
      const medewerker = { id: rol, naam: rol, rollen: [rol], afdelingen };
      await klantopeningen.open(store.db, {
        medewerker: rol,
        klant,
        doel: 'klantcontact',
        tot: new Date('2026-11-21T10:30:00Z'),
        nu: deps.clock.nu(),
      });
      const mag = await magVolgen(deps, STANDAARD_MATRIX, medewerker, `klant:${klant}`);
      if (!mag.ok) throw new Error(mag.code);
      return mag.profiel;
    };
    const hoort = async (wie: string) => {
      const [een] = await gebeurtenissen.sinds(store.db, `klant:${klant}`, 0, 10);
      return een !== undefined && magZien(deps, STANDAARD_MATRIX, wie, een);
    };
    const contactOver = async (...zaken: number[]) => {
      for (const n of zaken) await verwerk(deps, [rij('zaken', urlVan('zaak', n), { actie: 'create' })]);
      klanten.van.set(uuid(91), { partij: uuid(90), zaken: zaken.map(uuid) });
      await verwerk(deps, [rij('klantcontacten', klantUrl('klantcontact', 91), { actie: 'create' })]);
    };
    beforeEach(() => {
      stub.zet(1, { vertrouwelijkheidaanduiding: 'geheim' });
      stub.zet(2, { vertrouwelijkheidaanduiding: 'zaakvertrouwelijk' });
    });

    it('die alle geheim zijn komt niet bij het kcc, wel bij de eigen behandelaar', async () => {
      await contactOver(1);
      expect(await hoort(await profiel('kcc', []))).toBe(false);
      expect(await hoort(await profiel('behandelaar', ['Wonen']))).toBe(true);
    });

    it('waarvan er een te zien is komt bij het kcc, zonder te zeggen welke', async () => {
      await contactOver(1, 2);
      expect(await hoort(await profiel('kcc', []))).toBe(true);
    });

    it('over geen enkele zaak komt bij iedereen die de klant volgt', async () => {
      await contactOver();
      expect(await hoort(await profiel('kcc', []))).toBe(true);
    });

    it('over een zaak die wij niet kennen komt bij niemand', async () => {
      klanten.van.set(uuid(91), { partij: uuid(90), zaken: [uuid(404)] });
      await verwerk(deps, [rij('klantcontacten', klantUrl('klantcontact', 91), { actie: 'create' })]);
      expect(await hoort(await profiel('behandelaar', ['Wonen']))).toBe(false);
    });
  });
});

describe('wat een register in een keer over ons uitstort', () => {
  /** As the webhook and the inbox do it, until nothing waits. */
  async function door(rijen: readonly Notificatie[]): Promise<void> {
    for (const een of rijen) await ontvang(deps, een);
    const opties = {
      store,
      clock: deps.clock,
      log: stilLog(),
      verwerk: (_over: unknown, groep: readonly Notificatie[]) => verwerk(deps, groep),
    };
    while (await inboxRonde(opties, new AbortController().signal));
  }
  const van = (n: number, resource: string, welke: number, actie = 'create') =>
    rij('zaken', urlVan('zaak', n), { resource, resourceUrl: urlVan(resource, welke), actie });

  it('5.000 notificaties over 500 zaken: elke zaak wordt één keer gelezen en elk ding één keer verteld', async () => {
    const ZAKEN = 500;
    for (let n = 1; n <= ZAKEN; n += 1) stub.zet(n);
    const per = (n: number) => [
      van(n, 'zaak', n),
      van(n, 'rol', 10_000 + n),
      van(n, 'rol', 20_000 + n),
      van(n, 'status', 30_000 + n),
      van(n, 'substatus', 40_000 + n),
      van(n, 'substatus', 50_000 + n),
      van(n, 'zaakeigenschap', 60_000 + n),
      van(n, 'zaakinformatieobject', 70_000 + n),
      // At least once: the same again.
      van(n, 'status', 30_000 + n),
      van(n, 'zaak', n),
    ];
    const alle = Array.from({ length: ZAKEN }, (_, n) => per(n + 1));
    // Not zaak by zaak but all mixed, and the last first.
    await door(Array.from({ length: 10 }, (_, k) => alle.map((een) => een[9 - k]!)).flat());
    expect(stub.gevraagd.filter((wat) => wat.startsWith('zaak '))).toHaveLength(ZAKEN);
    expect(stub.gevraagd.filter((wat) => wat === 'substatussen')).toHaveLength(ZAKEN);
    const zaken = (await gebeurtenissen.na(store.db, 0, 100_000)).filter(({ onderwerp }) =>
      onderwerp.startsWith('zaak:'),
    );
    expect(zaken).toHaveLength(ZAKEN * 5);
    expect(await inbox.stand(store.db)).toEqual({ wacht: 0, opgegeven: 0, oudste: null });
  }, 120_000);

  it('een substatus vóór zijn zaak, en een einde vóór het begin: wat er nu is telt', async () => {
    stub.zet(1);
    await door([van(1, 'substatus', 41), van(1, 'zaak', 1)]);
    expect(await verteld()).toEqual([`zaak.substatus ${zaakVan(1)}`, `zaak.nieuw ${zaakVan(1)}`]);
    // Told as gone while it is there: it stays.
    await door([van(1, 'zaak', 1, 'destroy')]);
    expect(await zaakindex.lees(store.db, [`proef~${uuid(1)}`])).toHaveLength(1);
    // Told as made after it went: it does not come back.
    stub.zaken.delete(uuid(1));
    await door([van(1, 'zaak', 1, 'destroy'), van(1, 'zaak', 1)]);
    expect(await zaakindex.lees(store.db, [`proef~${uuid(1)}`])).toEqual([]);
  });

  it('een kanaal, resource en actie die wij niet kennen: de zaak wordt gelezen, de rest gelaten', async () => {
    stub.zet(1);
    await door([
      rij('autorisaties', 'http://elders/applicaties/1'),
      rij('zaken', 'http://169.254.169.254/latest/meta-data/'),
      rij('zaken', urlVan('zaak', 1), { resource: 'zaaknotitie', actie: 'archiveer' }),
    ]);
    expect(await verteld()).toEqual([`zaak.gewijzigd ${zaakVan(1)}`]);
    expect(await inbox.stand(store.db)).toEqual({ wacht: 0, opgegeven: 0, oudste: null });
  });
});
