import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Klantregister, NieuwKlantcontact } from '../../server/connectors/ports.ts';
import { leesRegisters } from '../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { aanroep, allesVan, BSN, json, maakNep, pagina, probleem, uuid, type Oproep } from './nepregister.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

async function opzet(antwoord: (o: Oproep, res: ServerResponse) => void, meer: object = {}) {
  const nep = await maakNep(antwoord);
  const zgw = { zaken: nep.url, catalogi: nep.url, clientId: 'c', secret: 's' };
  const registers = maakRegisters(
    leesRegisters(
      JSON.stringify({
        zaakregisters: [{ id: 'z', ...zgw }],
        klantregister: { id: 'klanten', klantinteracties: nep.url, token: 'geheim-token', ...meer },
      }),
      {},
    ),
    { herhaalNaMs: 1 },
  );
  opruimen.push(
    () => registers.sluit(),
    () => nep.sluit(),
  );
  return { nep, register: registers.klanten as Klantregister };
}

const verwijzing = (n: number) => ({ uuid: uuid(n), url: `http://x/${uuid(n)}` });
const partij = (n: number, nummer = BSN, meer: object = {}) => ({
  ...verwijzing(n),
  voorkeurstaal: '',
  voorkeursDigitaalAdres: verwijzing(51),
  partijIdentificatoren: [{ partijIdentificator: { objectId: nummer, codeSoortObjectId: 'bsn' } }],
  _expand: {
    digitaleAdressen: [
      { uuid: uuid(50), adres: '0612345678', soortDigitaalAdres: 'telefoonnummer', isStandaardAdres: false },
      { uuid: uuid(51), adres: 'a@voorbeeld.nl', soortDigitaalAdres: 'email', isStandaardAdres: true },
    ],
  },
  ...meer,
});
const UITGEVOUWEN = {
  hadBetrokkenen: [{ wasPartij: verwijzing(1) }],
  gingOverOnderwerpobjecten: [] as object[],
  leiddeTotInterneTaken: [] as object[],
};
const contact = (n: number, meer: object = {}) => ({
  ...verwijzing(n),
  referentienummer: `10000000${n}`,
  kanaal: 'telefoon',
  onderwerp: 'Vraag',
  inhoud: '',
  reactie: '',
  vertrouwelijk: false,
  taal: 'nld',
  plaatsgevondenOp: `2026-01-0${n}T10:00:00Z`,
  metadata: { vraagtype: 'voortgang', resultaat: 'iets nieuws', richting: 'uitgaand' },
  hadBetrokkenActoren: [{ naam: 'Kim', soortActor: 'medewerker' }],
  _expand: UITGEVOUWEN,
  ...meer,
});
const SLEUTEL = { soort: 'persoon', nummer: BSN } as const;

describe('een partij', () => {
  it('wordt één keer op nummer gezocht en daarna op uuid', async () => {
    const { nep, register } = await opzet((o, res) =>
      json(res, o.pad === '/partijen' ? pagina([partij(1)]) : partij(1)),
    );
    expect(await register.vindPartij(SLEUTEL, aanroep())).toEqual({
      uuid: uuid(1),
      telefoon: '0612345678',
      email: 'a@voorbeeld.nl',
      voorkeurstaal: null,
      voorkeurskanaal: 'email',
    });
    await register.vindPartij(SLEUTEL, aanroep());
    const paden = nep.oproepen.map((o) => o.pad);
    expect(paden.filter((p) => p !== '/actoren')).toEqual(['/partijen', `/partijen/${uuid(1)}`]);
    expect(paden.filter((p) => p === '/actoren')).toHaveLength(1);
    expect(nep.oproepen[0]!.koppen.authorization).toBe('Token geheim-token');
  });

  it('wordt opnieuw gezocht als de bekende weg is', async () => {
    let nu = 1;
    const { register } = await opzet((o, res) => {
      if (o.pad === '/partijen') json(res, pagina([partij(nu)]));
      else json(res, probleem('not_found', 404), 404);
    });
    await register.vindPartij(SLEUTEL, aanroep());
    nu = 2;
    expect(await register.vindPartij(SLEUTEL, aanroep({ vers: true }))).toMatchObject({ uuid: uuid(2) });
  });

  it('is niet die van een ander, ook als het register die geeft', async () => {
    const { register } = await opzet((_o, res) => json(res, pagina([partij(1, '123456782')])));
    expect(await register.vindPartij(SLEUTEL, aanroep())).toBeNull();
  });

  it('die onleesbaar is, is niet afwezig: anders zou er een tweede komen', async () => {
    const { register } = await opzet((_o, res) => json(res, pagina([{ naam: 'stuk' }])));
    await expect(register.vindPartij(SLEUTEL, aanroep())).rejects.toMatchObject({ soort: 'onleesbaar' });
  });

  it('wordt gemaakt met identificator, en gevonden als een ander sneller was', async () => {
    let bestaat = false;
    const { nep, register } = await opzet((o, res) => {
      if (o.methode === 'POST') {
        bestaat = true;
        json(res, probleem('invalid', 400, [{ name: '__all__', code: 'invalid', reason: 'uniek' }]), 400);
      } else json(res, pagina(bestaat ? [partij(7)] : []));
    });
    expect(await register.vindPartij(SLEUTEL, aanroep())).toBeNull();
    expect(await register.maakPartij(SLEUTEL, 'Anouk Verhulst', aanroep())).toMatchObject({ uuid: uuid(7) });
    expect(nep.oproepen.find((o) => o.methode === 'POST')!.lichaam).toMatchObject({
      soortPartij: 'persoon',
      partijIdentificatoren: [
        {
          partijIdentificator: {
            codeObjecttype: 'natuurlijk_persoon',
            codeRegister: 'brp',
            codeSoortObjectId: 'bsn',
            objectId: BSN,
          },
        },
      ],
    });
  });

  it('noemt het nummer in geen fout', async () => {
    const { register } = await opzet((_o, res) => json(res, { code: 'x', detail: BSN }, 400));
    const fout: unknown = await register.vindPartij(SLEUTEL, aanroep()).catch((f: unknown) => f);
    expect(allesVan(fout)).not.toContain(BSN);
  });
});

describe('een contact waarvan niemand weet of het geschreven is', () => {
  const nieuw: NieuwKlantcontact = {
    ...{
      referentienummer: '1000000001',
      kanaal: 'telefoon',
      onderwerp: 'Vraag',
      inhoud: 'Vraag',
      taal: 'nld',
    },
    ...{ vertrouwelijk: false, plaatsgevondenOp: '2026-01-01T10:00:00Z', metadata: {} },
    ...{ partij: null, naam: null, zaak: null },
  };

  it.each<[string, (res: ServerResponse) => void]>([
    ['de verbinding breekt', (res) => res.destroy()],
    ['de gateway geeft het op', (res) => json(res, {}, 504)],
  ])('is onzeker: %s', async (_naam, antwoord) => {
    const { register } = await opzet((_o, res) => {
      antwoord(res);
    });
    await expect(register.maakContact(nieuw, aanroep())).rejects.toMatchObject({ code: 'onzeker' });
    const signal = AbortSignal.timeout(20);
    const traag = await opzet(() => undefined);
    await expect(traag.register.maakContact(nieuw, aanroep({ signal }))).rejects.toMatchObject({
      ...{ soort: 'te_traag', code: 'onzeker' },
    });
  });

  it.each([400, 403, 500, 503])('een %i is zeker: het is er niet', async (status) => {
    const { register } = await opzet((_o, res) => json(res, probleem('x', status), status));
    await expect(register.maakContact(nieuw, aanroep())).rejects.toMatchObject({ status, code: 'x' });
  });

  it('wordt niet nog eens geschreven omdat het er even geleden nog niet stond', async () => {
    let staat = false;
    const { register } = await opzet((_o, res) => json(res, pagina(staat ? [contact(1)] : [])));
    expect(await register.vindContact('100000001', aanroep())).toBeNull();
    staat = true;
    expect(await register.vindContact('100000001', aanroep())).toMatchObject({ uuid: uuid(1) });
  });
});

describe('klantcontacten', () => {
  it('komen nieuwste eerst, hoogstens zoveel, met hun zaken in beide spellingen', async () => {
    const { nep, register } = await opzet((_o, res) =>
      json(
        res,
        pagina([
          contact(1),
          contact(3, {
            _expand: {
              ...UITGEVOUWEN,
              gingOverOnderwerpobjecten: [
                { onderwerpobjectidentificator: { objectId: uuid(11), codeObjecttype: 'zgw-Zaak' } },
                { onderwerpobjectidentificator: { objectId: uuid(12), codeObjecttype: 'zaak' } },
                {
                  onderwerpobjectidentificator: {
                    objectId: `http://x/zaken/${uuid(13)}`,
                    codeObjecttype: 'zaak',
                  },
                },
                { onderwerpobjectidentificator: { objectId: uuid(14), codeObjecttype: 'product' } },
                { onderwerpobjectidentificator: null },
              ],
            },
          }),
          contact(2, { plaatsgevondenOp: 'gisteren' }),
        ]),
      ),
    );
    const { rijen, onleesbaar } = await register.contactenVanPartij(uuid(1), 1, aanroep());
    expect(onleesbaar).toBe(1);
    expect(rijen).toHaveLength(1);
    expect(rijen[0]).toMatchObject({
      uuid: uuid(3),
      inhoud: null,
      vraagtype: 'voortgang',
      resultaat: null,
      richting: 'uitgaand',
      medewerker: 'Kim',
      zaken: [uuid(11), uuid(12), uuid(13)],
    });
    expect(nep.oproepen).toHaveLength(1);
    expect(nep.oproepen[0]!.query.get('hadBetrokkene__wasPartij__uuid')).toBe(uuid(1));
  });

  it('van een ander, of niet over deze zaak, staan er niet, wat het register ook geeft', async () => {
    const zaak = (objectId: string, codeObjecttype = 'zaak') => ({
      onderwerpobjectidentificator: { objectId, codeObjecttype },
    });
    const { register } = await opzet((_o, res) =>
      json(
        res,
        pagina([
          contact(1, { _expand: { ...UITGEVOUWEN, gingOverOnderwerpobjecten: [zaak(uuid(11))] } }),
          contact(2, { _expand: { ...UITGEVOUWEN, hadBetrokkenen: [{ wasPartij: verwijzing(8) }] } }),
          contact(3, { _expand: { ...UITGEVOUWEN, hadBetrokkenen: [{ wasPartij: null }] } }),
        ]),
      ),
    );
    const vanPartij = await register.contactenVanPartij(uuid(1), 5, aanroep());
    expect([vanPartij.rijen.map((c) => c.uuid), vanPartij.onleesbaar]).toEqual([[uuid(1)], 0]);
    const vanZaak = await register.contactenVanZaak(uuid(11), aanroep());
    expect(vanZaak.rijen.map((c) => c.uuid)).toEqual([uuid(1)]);
  });

  it.each<[string, object]>([
    ['niet uitgevouwen', { _expand: null, gingOverOnderwerpobjecten: [verwijzing(60)], hadBetrokkenen: [] }],
    ['zonder verwijzingen en zonder expand', { _expand: {} }],
    ['een kapot onderwerp', { _expand: { ...UITGEVOUWEN, gingOverOnderwerpobjecten: [5] } }],
    [
      'een onderwerp met een getal als nummer',
      {
        _expand: {
          ...UITGEVOUWEN,
          gingOverOnderwerpobjecten: [
            { onderwerpobjectidentificator: { objectId: 5, codeObjecttype: 'zaak' } },
          ],
        },
      },
    ],
    [
      'een kapotte betrokkene',
      { _expand: { ...UITGEVOUWEN, hadBetrokkenen: [{ wasPartij: { uuid: '../x' } }] } },
    ],
  ])(
    'waarvan niet te lezen is over welke zaak of van wie ze zijn, tellen als onleesbaar: %s',
    async (_n, meer) => {
      const { register } = await opzet((_o, res) => json(res, pagina([contact(1), contact(2, meer)])));
      const lijst = await register.contactenVanPartij(uuid(1), 5, aanroep());
      expect([lijst.rijen.map((c) => c.uuid), lijst.onleesbaar]).toEqual([[uuid(1)], 1]);
    },
  );

  it('over een zaak die anders heet dan met een uuid, zijn niet over geen zaak', async () => {
    const over = (objectId: string, codeObjecttype: string) =>
      contact(1, {
        _expand: {
          ...UITGEVOUWEN,
          gingOverOnderwerpobjecten: [{ onderwerpobjectidentificator: { objectId, codeObjecttype } }],
        },
      });
    const zakenVan = async (bron: object) => {
      const { register } = await opzet((_o, res) => json(res, pagina([bron])));
      return (await register.contactenVanPartij(uuid(1), 5, aanroep())).rijen[0]!.zaken;
    };
    expect(await zakenVan(over('ZAAK-2026-17', 'zaak'))).toEqual(['ZAAK-2026-17']);
    expect(await zakenVan(over('ZAAK-2026-17', 'product'))).toEqual([]);
    expect(await zakenVan(over('', 'zaak'))).toEqual([]);
  });

  it('zijn vertrouwelijk tenzij er duidelijk nee staat', async () => {
    const { register } = await opzet((_o, res) => json(res, pagina([contact(1, { vertrouwelijk: null })])));
    expect((await register.contactenVanPartij(uuid(1), 5, aanroep())).rijen[0]!.vertrouwelijk).toBe(true);
  });

  it('brengen hun internetaken mee, met de naam van wie ze heeft', async () => {
    const taak = (n: number, meer: object) => ({
      uuid: uuid(n),
      aanleidinggevendKlantcontact: verwijzing(1),
      gevraagdeHandeling: 'Bel terug',
      toelichting: '',
      status: 'te_verwerken',
      toegewezenAanActoren: [],
      toegewezenAanActor: { uuid: null },
      toegewezenOp: '2026-01-01T10:00:00Z',
      afgehandeldOp: null,
      ...meer,
    });
    const { nep, register } = await opzet((o, res) => {
      if (o.pad === `/actoren/${uuid(20)}`) json(res, { uuid: uuid(20), naam: 'Team Wonen' });
      else if (o.pad.startsWith('/actoren')) json(res, {}, 404);
      else
        json(
          res,
          pagina([
            contact(1, {
              _expand: {
                ...UITGEVOUWEN,
                leiddeTotInterneTaken: [
                  taak(5, { toegewezenAanActoren: [verwijzing(20)] }),
                  taak(6, { toegewezenAanActoren: [verwijzing(21)], status: 'zoek' }),
                  taak(7, {}),
                ],
              },
            }),
          ]),
        );
    });
    const lees = async () =>
      (await register.contactenVanPartij(uuid(1), 5, aanroep())).rijen[0]!.internetaken;
    expect((await lees()).map((t) => [t.toegewezenAan, t.status])).toEqual([
      ['Team Wonen', 'te_verwerken'],
      [null, 'te_verwerken'],
      [null, 'te_verwerken'],
    ]);
    await lees();
    expect(nep.oproepen.filter((o) => o.pad === `/actoren/${uuid(20)}`)).toHaveLength(1);
  });

  it('kennen de namen al, als die naast het zoeken van de partij gelezen zijn', async () => {
    const taak = {
      uuid: uuid(5),
      aanleidinggevendKlantcontact: verwijzing(1),
      toegewezenAanActoren: [verwijzing(20)],
    };
    const { nep, register } = await opzet((o, res) => {
      if (o.pad === '/actoren') json(res, pagina([{ uuid: uuid(20), naam: 'Team Wonen' }]));
      else if (o.pad === '/partijen') json(res, pagina([partij(1)]));
      else json(res, pagina([contact(1, { _expand: { ...UITGEVOUWEN, leiddeTotInterneTaken: [taak] } })]));
    });
    await register.vindPartij(SLEUTEL, aanroep());
    const { rijen } = await register.contactenVanPartij(uuid(1), 5, aanroep());
    expect(rijen[0]!.internetaken[0]!.toegewezenAan).toBe('Team Wonen');
    expect(nep.oproepen.map((o) => o.pad).sort()).toEqual(['/actoren', '/klantcontacten', '/partijen']);
  });

  it('van een zaak worden alleen op objectId gezocht', async () => {
    const { nep, register } = await opzet((_o, res) => json(res, pagina([])));
    await register.contactenVanZaak(uuid(9), aanroep());
    const sleutels = [...nep.oproepen[0]!.query.keys()];
    expect(sleutels.filter((k) => k.startsWith('onderwerpobject'))).toEqual([
      'onderwerpobject__onderwerpobjectidentificatorObjectId',
    ]);
  });
});

describe('een contact vastleggen', () => {
  const nieuw: NieuwKlantcontact = {
    referentienummer: '1234567890',
    kanaal: 'telefoon',
    onderwerp: 'Hoe staat het ermee',
    inhoud: 'x',
    taal: 'nld',
    vertrouwelijk: false,
    plaatsgevondenOp: '2026-01-01T10:00:00Z',
    metadata: { vraagtype: 'voortgang', richting: 'inkomend' },
    partij: uuid(1),
    naam: 'A. Verhulst',
    zaak: uuid(9),
  };

  it('doet contact, betrokkene en zaak in één keer, met de ingestelde codes', async () => {
    const zaakcodes = { codeObjecttype: 'zgw-Zaak', codeRegister: 'openzaak', codeSoortObjectId: 'uuid' };
    const { nep, register } = await opzet((_o, res) => json(res, { klantcontact: contact(4) }, 201), {
      zaakcodes,
    });
    expect(await register.maakContact(nieuw, aanroep())).toEqual({ uuid: uuid(4) });
    expect(nep.oproepen).toHaveLength(1);
    expect(nep.oproepen[0]).toMatchObject({ methode: 'POST', pad: '/maak-klantcontact' });
    expect(nep.oproepen[0]!.lichaam).toMatchObject({
      klantcontact: { referentienummer: '1234567890', metadata: { vraagtype: 'voortgang' } },
      betrokkene: { wasPartij: { uuid: uuid(1) }, rol: 'klant', initiator: true },
      onderwerpobject: { onderwerpobjectidentificator: { ...zaakcodes, objectId: uuid(9) } },
    });
  });

  it('laat betrokkene en zaak weg waar ze er niet zijn: null wordt geweigerd', async () => {
    const { nep, register } = await opzet((_o, res) => json(res, { klantcontact: contact(4) }, 201));
    await register.maakContact({ ...nieuw, partij: null, naam: null, zaak: null }, aanroep());
    expect(Object.keys(nep.oproepen[0]!.lichaam as object)).toEqual(['klantcontact']);
  });

  it('is daarna te zien in de contacten van de klant', async () => {
    const { nep, register } = await opzet((o, res) => {
      if (o.methode === 'POST') json(res, { klantcontact: contact(4) }, 201);
      else json(res, pagina([]));
    });
    await register.contactenVanPartij(uuid(1), 5, aanroep());
    await register.maakContact(nieuw, aanroep());
    await register.contactenVanPartij(uuid(1), 5, aanroep());
    expect(nep.oproepen).toHaveLength(3);
  });

  it('vindt het terug op referentienummer, en niet een ander', async () => {
    const { register } = await opzet((_o, res) => json(res, pagina([contact(1)])));
    expect(await register.vindContact('100000001', aanroep())).toMatchObject({ uuid: uuid(1) });
    expect(await register.vindContact('100000002', aanroep())).toBeNull();
  });

  it.each([
    [false, 1],
    [true, 0],
  ])('koppelt een zaak niet nog eens (stond al: %s)', async (stondAl, posts) => {
    const object = { onderwerpobjectidentificator: { objectId: uuid(9), codeObjecttype: 'zgw-Zaak' } };
    const { nep, register } = await opzet((o, res) =>
      json(res, o.methode === 'POST' ? verwijzing(8) : pagina(stondAl ? [object] : [])),
    );
    await register.koppelZaak(uuid(4), uuid(9), aanroep());
    expect(nep.oproepen.filter((o) => o.methode === 'POST')).toHaveLength(posts);
  });

  it('maakt de medewerker één keer als actor en koppelt die één keer', async () => {
    const koppelingen: unknown[] = [];
    const { nep, register } = await opzet((o, res) => {
      if (o.methode === 'POST' && o.pad === '/actorklantcontacten') koppelingen.push(o.lichaam);
      if (o.methode === 'POST') json(res, verwijzing(30), 201);
      else json(res, pagina(o.pad === '/actorklantcontacten' ? koppelingen.map(() => verwijzing(31)) : []));
    });
    const kim = { id: 'kcc', naam: 'Kim' };
    await Promise.all([
      register.koppelActor(uuid(4), kim, aanroep()),
      register.koppelActor(uuid(5), kim, aanroep()),
    ]);
    await register.koppelActor(uuid(4), kim, aanroep());
    const posts = nep.oproepen.filter((o) => o.methode === 'POST');
    expect(posts.filter((o) => o.pad === '/actoren').map((o) => o.lichaam)).toEqual([
      {
        naam: 'Kim',
        soortActor: 'medewerker',
        indicatieActief: true,
        actoridentificator: {
          codeObjecttype: 'mdw',
          codeRegister: 'obj',
          codeSoortObjectId: 'idf',
          objectId: 'kcc',
        },
      },
    ]);
    expect(koppelingen).toHaveLength(2);
  });

  it('vindt de partij en de zaken van een contact en van een internetaak', async () => {
    const { register } = await opzet((o, res) => {
      if (o.pad.startsWith('/internetaken'))
        json(res, { uuid: uuid(5), aanleidinggevendKlantcontact: verwijzing(4), status: 'verwerkt' });
      else
        json(res, {
          _expand: {
            hadBetrokkenen: [{ wasPartij: null }, { wasPartij: verwijzing(1) }],
            gingOverOnderwerpobjecten: [
              { onderwerpobjectidentificator: { objectId: uuid(7), codeObjecttype: 'zgw-Zaak' } },
              { onderwerpobjectidentificator: { objectId: uuid(8), codeObjecttype: 'product' } },
            ],
          },
        });
    });
    const verwacht = { partij: uuid(1), zaken: [uuid(7)] };
    expect(await register.partijVan('internetaak', uuid(5), aanroep())).toEqual(verwacht);
    expect(await register.partijVan('klantcontact', uuid(4), aanroep())).toEqual(verwacht);
  });

  it('geeft geen partij van een contact dat er niet meer is', async () => {
    const { register } = await opzet((_o, res) => json(res, probleem('not_found', 404), 404));
    expect(await register.partijVan('klantcontact', uuid(4), aanroep())).toBeNull();
  });
});
