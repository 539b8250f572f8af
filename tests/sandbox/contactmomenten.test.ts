import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leesRegisters } from '../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';
import type { Klantregister, NieuwKlantcontact } from '../../server/connectors/ports.ts';
import { maakGemeente } from '../../server/sandbox/gemeente/index.ts';
import { aanroep, BSN } from '../connectors/nepregister.ts';
import { startProef, type Proef } from './kleine-gemeente.ts';

const RSIN = '111222333';
const CM = '/contactmomenten/api/v1';
const SLEUTEL = { soort: 'persoon', nummer: BSN } as const;

let proef: Proef;
let registers: ReturnType<typeof maakRegisters>[];
let oud: Klantregister;
let nieuw: Klantregister;
let zaak: string;
beforeAll(async () => {
  proef = await startProef({ gemeente: maakGemeente, burgers: 20, bedrijven: 4 });
  const zgw = { clientId: 'console', secret: 'sandbox-secret-of-at-least-32-characters' };
  const maak = (klantregister: object) =>
    maakRegisters(
      leesRegisters(
        JSON.stringify({
          zaakregisters: [
            {
              id: 'z',
              zaken: `${proef.basis}/zaken/api/v1`,
              catalogi: `${proef.basis}/catalogi/api/v1`,
              ...zgw,
            },
          ],
          klantregister,
        }),
        {},
      ),
    );
  const url = `${proef.basis}${CM}`;
  const stijl1 = {
    soort: 'contactmomenten1',
    contactmomenten: url,
    klanten: `${proef.basis}/klanten/api/v1`,
  };
  registers = [
    maak({ id: 'k1', ...stijl1, bronorganisatie: RSIN, ...zgw }),
    maak({ id: 'k2', klantinteracties: `${proef.basis}/klantinteracties/api/v1`, token: 'sandbox-token' }),
  ];
  oud = registers[0]!.klanten!;
  nieuw = registers[1]!.klanten!;
  zaak = (await registers[0]!.zaken[0]!.zoekOpPersoon(BSN, aanroep())).rijen[0]!.uuid;
});
afterAll(async () => {
  await Promise.all(registers.map((r) => r.sluit()));
  await proef.sluit();
});

const contact = (partij: string | null, meer: Partial<NieuwKlantcontact> = {}): NieuwKlantcontact => ({
  referentienummer: '5555555555',
  kanaal: 'balie',
  onderwerp: 'Hoe staat het?',
  inhoud: 'Het loopt.',
  taal: 'nld',
  vertrouwelijk: false,
  plaatsgevondenOp: new Date().toISOString(),
  metadata: { vraagtype: 'voortgang', resultaat: 'beantwoord', richting: 'inkomend' },
  partij,
  naam: null,
  zaak,
  ...meer,
});

describe('de oude stijl op de meegeleverde registers', () => {
  it('vertelt dezelfde contacten als de nieuwe', async () => {
    const [een, twee] = [
      await oud.vindPartij(SLEUTEL, aanroep()),
      await nieuw.vindPartij(SLEUTEL, aanroep()),
    ];
    expect(een).toMatchObject({ uuid: twee!.uuid, telefoon: twee!.telefoon, email: twee!.email });
    const lijst = async (register: Klantregister) => {
      const { rijen, onleesbaar } = await register.contactenVanPartij(een!.uuid, 20, aanroep());
      expect(onleesbaar).toBe(0);
      return rijen.map((c) => [
        c.uuid,
        c.kanaal,
        Date.parse(c.plaatsgevondenOp),
        c.richting,
        c.zaken.toSorted(),
      ]);
    };
    const gelezen = await lijst(oud);
    expect(gelezen.length).toBeGreaterThanOrEqual(8);
    expect(gelezen).toEqual(await lijst(nieuw));
  });

  it('schrijft een contact dat beide stijlen daarna kennen', async () => {
    const partij = await oud.vindPartij(SLEUTEL, aanroep());
    const { uuid } = await oud.maakContact(contact(partij!.uuid), aanroep());
    await oud.koppelActor(uuid, { id: 'kcc', naam: 'Kim de Vries' }, aanroep());
    expect(await oud.vindContact('5555555555', aanroep())).toMatchObject({
      uuid,
      onderwerp: 'Hoe staat het?',
      inhoud: 'Het loopt.',
      vraagtype: 'voortgang',
      resultaat: 'beantwoord',
      medewerker: 'Kim de Vries',
      zaken: [zaak],
    });
    for (const register of [oud, nieuw]) {
      const vanZaak = await register.contactenVanZaak(zaak, aanroep({ vers: true }));
      expect(vanZaak.rijen.map((c) => c.uuid)).toContain(uuid);
      expect((await register.partijVan('klantcontact', uuid, aanroep()))?.partij).toBe(partij!.uuid);
    }
    await oud.koppelZaak(uuid, zaak, aanroep());
    expect((await oud.vindContact('5555555555', aanroep()))?.zaken).toEqual([zaak]);
  });

  it.each([
    ['persoon', '999990391'],
    ['bedrijf', '90009876'],
    ['bedrijf', '000090009876'],
  ] as const)('maakt een klant (%s %s) en vindt haar in beide stijlen', async (soort, nummer) => {
    expect(await oud.vindPartij({ soort, nummer }, aanroep())).toBeNull();
    const { uuid } = await oud.maakPartij({ soort, nummer }, 'Nieuwe klant', aanroep());
    const vers = aanroep({ vers: true });
    expect(await oud.vindPartij({ soort, nummer }, vers)).toMatchObject({ uuid });
    // The newer style asks for a vestiging by another code.
    if (nummer.length < 12) expect(await nieuw.vindPartij({ soort, nummer }, vers)).toMatchObject({ uuid });
  });
});

describe('de Contactmomenten API', () => {
  const post = async (pad: string, json: object) => proef.roep(`${CM}/${pad}`, { method: 'POST', json });
  const velden = (lichaam: Record<string, unknown>) => lichaam['invalidParams'];

  it('wil een JWT, kent zijn parameters en zijn methoden', async () => {
    const zonder = await proef.roep(`${CM}/contactmomenten`, { kop: { authorization: undefined } });
    expect([zonder.status, zonder.lichaam['code']]).toEqual([403, 'permission_denied']);
    expect((await proef.roep(`${CM}/contactmomenten?pageSize=10`)).status).toBe(400);
    expect((await proef.roep(`${CM}/contactmomenten?ordering=tekst`)).status).toBe(400);
    expect((await proef.roep(`${CM}/contactmomenten?registratiedatum__gte=gisteren`)).status).toBe(400);
    expect((await proef.roep(`${CM}/contactmomenten`, { method: 'DELETE' })).status).toBe(405);
    expect((await proef.roep(`${CM}/contactmomenten/${BSN}`)).status).toBe(404);
  });

  it('weigert wat Open Klant 1 weigert', async () => {
    const { status, lichaam } = await post('contactmomenten', {
      bronorganisatie: '123456789',
      kanaal: 'x'.repeat(51),
    });
    expect(status).toBe(400);
    expect(velden(lichaam)).toMatchObject([
      { name: 'bronorganisatie' },
      { name: 'kanaal', code: 'max_length' },
    ]);
    const gemaakt = await post('contactmomenten', { bronorganisatie: RSIN, tekst: 'Los' });
    expect(gemaakt.status).toBe(201);
    const contactmoment = gemaakt.lichaam['url'];
    const object = `${proef.basis}/zaken/api/v1/zaken/${zaak}`;
    const koppel = { contactmoment, object, objectType: 'zaak' };
    expect((await post('objectcontactmomenten', koppel)).status).toBe(201);
    for (const [json, code] of [
      [koppel, 'unique'],
      [
        { ...koppel, object: `${proef.basis}/zaken/api/v1/zaken/00000000-0000-4000-8000-000000000000` },
        'bad-url',
      ],
      [{ ...koppel, contactmoment: object }, 'bad-url'],
      [{ ...koppel, objectType: 'document' }, 'invalid_choice'],
    ] as const) {
      const geweigerd = await post('objectcontactmomenten', json);
      expect([geweigerd.status, velden(geweigerd.lichaam)]).toMatchObject([400, [{ code }]]);
    }
    const klantloos = { contactmoment, klant: object, rol: 'gesprekspartner' };
    expect(velden((await post('klantcontactmomenten', klantloos)).lichaam)).toMatchObject([
      { name: 'klant', code: 'bad-url' },
    ]);
  });

  it('vouwt koppelingen alleen uit als daarom gevraagd is, en filtert op medewerker en datum', async () => {
    const vraag = `${CM}/contactmomenten?medewerkerIdentificatie__identificatie=kcc`;
    const kaal = await proef.roep(vraag);
    const uit = await proef.roep(`${vraag}&expand=objectcontactmomenten`);
    const eerste = (lichaam: Record<string, unknown>) =>
      (lichaam['results'] as { objectcontactmomenten: unknown[] }[])[0]?.objectcontactmomenten[0];
    expect(kaal.lichaam['count']).toBe(1);
    expect(eerste(kaal.lichaam)).toContain(`${proef.basis}${CM}/objectcontactmomenten/`);
    expect(eerste(uit.lichaam)).toMatchObject({
      objectType: 'zaak',
      object: expect.stringContaining(zaak) as string,
    });
    expect((await proef.roep(`${vraag}&registratiedatum__lt=2020-01-01T00:00:00Z`)).lichaam['count']).toBe(0);
  });

  it('valt uit en telt als de andere', async () => {
    const json = { api: 'contactmomenten', soort: '500', seconden: 60 };
    await proef.roep('/_sandbox/storingen', { method: 'POST', json });
    expect((await proef.roep(`${CM}/contactmomenten`)).status).toBe(500);
    await proef.roep('/_sandbox/storingen', { method: 'DELETE' });
    expect((await proef.roep('/_sandbox/tellingen')).lichaam['contactmomenten']).toBeGreaterThan(0);
  });
});
