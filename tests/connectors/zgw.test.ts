import { decodeJwt, jwtVerify } from 'jose';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { BronFout, type Zaakregister } from '../../server/connectors/ports.ts';
import { leesRegisters } from '../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { aanroep, allesVan, BSN, json, maakNep, pagina, probleem, uuid, type Oproep } from './nepregister.ts';

const SECRET = 'een-geheim-van-ten-minste-32-tekens-lang';
const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

const API = { z: '/zaken/api/v1', c: '/catalogi/api/v1', d: '/documenten/api/v1', b: '/besluiten/api/v1' };

/** Bodies as a real product answers them, `basis` in front of every reference. */
function wereld(basis: string) {
  const zaak = (n: number, meer: object = {}) => ({
    url: `${basis}${API.z}/zaken/${uuid(n)}`,
    uuid: uuid(n),
    identificatie: `ZAAK-${n}`,
    bronorganisatie: '000000000',
    omschrijving: 'Aanvraag',
    toelichting: '',
    zaaktype: `${basis}${API.c}/zaaktypen/${uuid(900)}`,
    registratiedatum: '2026-01-02',
    startdatum: '2026-01-01',
    einddatum: null,
    vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
    verlenging: null,
    opschorting: { indicatie: false, reden: '' },
    hoofdzaak: null,
    deelzaken: [],
    rollen: [`${basis}${API.z}/rollen/${uuid(n + 100)}`],
    status: `${basis}${API.z}/statussen/${uuid(n + 200)}`,
    resultaat: null,
    kenmerken: [],
    ...meer,
  });
  const rol = (n: number, meer: object = {}) => ({
    url: `${basis}${API.z}/rollen/${uuid(n + 100)}`,
    zaak: `${basis}${API.z}/zaken/${uuid(n)}`,
    betrokkeneType: 'natuurlijk_persoon',
    omschrijving: 'Aanvrager',
    omschrijvingGeneriek: 'initiator',
    indicatieMachtiging: '',
    betrokkeneIdentificatie: { inpBsn: BSN, voornamen: 'Anouk', geslachtsnaam: 'Verhulst' },
    ...meer,
  });
  const status = (n: number, meer: object = {}) => ({
    url: `${basis}${API.z}/statussen/${uuid(n + 200)}`,
    zaak: `${basis}${API.z}/zaken/${uuid(n)}`,
    statustype: `${basis}${API.c}/statustypen/${uuid(901)}`,
    datumStatusGezet: '2026-01-03T10:00:00Z',
    statustoelichting: '',
    ...meer,
  });
  const vol = (n: number, meer: object = {}) =>
    zaak(n, { _expand: { rollen: [rol(n)], status: status(n) }, ...meer });
  return { zaak, rol, status, vol };
}

type Wereld = ReturnType<typeof wereld>;
type Antwoorder = (o: Oproep, res: ServerResponse, w: Wereld, basis: string) => void;

async function opzet(antwoord: Antwoorder, meer: object = {}) {
  let basis = '';
  const nep = await maakNep((o, res) => {
    antwoord(o, res, wereld(basis), basis);
  });
  basis = nep.url;
  const registers = maakRegisters(
    leesRegisters(
      JSON.stringify({
        zaakregisters: [
          {
            id: 'proef',
            zaken: basis + API.z,
            catalogi: basis + API.c,
            documenten: basis + API.d,
            besluiten: basis + API.b,
            clientId: 'console',
            secret: SECRET,
            ...meer,
          },
        ],
      }),
      {},
    ),
    { herhaalNaMs: 1 },
  );
  opruimen.push(
    () => registers.sluit(),
    () => nep.sluit(),
  );
  return { nep, register: registers.zaken[0] as Zaakregister, basis };
}

const isZoek = (o: Oproep) => o.pad.endsWith('/zaken/_zoek');

describe('zoeken op persoon', () => {
  it('stuurt het BSN in het lichaam, met beide CRS-koppen en een expand-lijst', async () => {
    const { nep, register } = await opzet((_o, res, w) => json(res, pagina([w.vol(1)])));
    const { rijen } = await register.zoekOpPersoon(BSN, aanroep());
    expect(nep.oproepen).toHaveLength(1);
    const o = nep.oproepen[0]!;
    expect(o).toMatchObject({ methode: 'POST', url: `${API.z}/zaken/_zoek?pageSize=25` });
    expect(o.lichaam).toEqual({
      rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn: BSN,
      expand: ['rollen', 'status', 'resultaat'],
    });
    expect(o.koppen).toMatchObject({ 'accept-crs': 'EPSG:4326', 'content-crs': 'EPSG:4326' });
    expect(rijen[0]).toMatchObject({
      register: 'proef',
      uuid: uuid(1),
      toelichting: null,
      opschorting: null,
      statusNu: { uuid: uuid(201), toelichting: null },
      resultaatNu: null,
    });
    expect(rijen[0]!.rollen).toEqual([
      expect.objectContaining({
        omschrijvingGeneriek: 'initiator',
        machtiging: null,
        naam: 'Anouk Verhulst',
        identificatie: { bsn: BSN },
      }),
    ]);
  });

  it('laat zaken weg waarin de persoon geen rol heeft: een onbekend filter geeft bij Open Zaak alles', async () => {
    const { register } = await opzet((_o, res, w) =>
      json(
        res,
        pagina([
          w.vol(1),
          w.vol(2, {
            _expand: { rollen: [w.rol(2, { betrokkeneIdentificatie: { inpBsn: '123456782' } })] },
            status: null,
          }),
        ]),
      ),
    );
    const { rijen } = await register.zoekOpPersoon(BSN, aanroep());
    expect(rijen.map((z) => z.uuid)).toEqual([uuid(1)]);
  });

  it('telt één kapotte zaak en houdt de andere', async () => {
    const { register } = await opzet((_o, res, w) =>
      json(
        res,
        pagina([w.vol(1), w.vol(2, { startdatum: '31-12-2025' }), w.vol(3, { zaaktype: 'geen url' })]),
      ),
    );
    const lijst = await register.zoekOpPersoon(BSN, aanroep());
    expect(lijst.rijen.map((z) => z.uuid)).toEqual([uuid(1)]);
    expect(lijst.onleesbaar).toBe(2);
  });

  it.each([400, 403])('leest apart na een %i op expand, en onthoudt dat', async (weigering) => {
    const { nep, register } = await opzet((o, res, w) => {
      const metExpand = isZoek(o) && 'expand' in (o.lichaam as object);
      if (metExpand) json(res, probleem('disabled-expand', weigering), weigering);
      else if (isZoek(o)) json(res, pagina([w.zaak(1)]));
      else if (o.pad.endsWith('/rollen')) json(res, pagina([w.rol(1)]));
      else json(res, w.status(1));
    });
    const { rijen } = await register.zoekOpPersoon(BSN, aanroep());
    expect(rijen[0]).toMatchObject({ rollen: [{ uuid: uuid(101) }], statusNu: { uuid: uuid(201) } });
    expect(nep.oproepen.map((o) => o.pad.replace(API.z, '')).sort()).toEqual([
      '/rollen',
      `/statussen/${uuid(201)}`,
      '/zaken/_zoek',
      '/zaken/_zoek',
    ]);
    await register.zoekOpPersoon('123456782', aanroep());
    expect(nep.oproepen.filter(isZoek)).toHaveLength(3);
  });

  it('onthoudt geen weigering die niet aan expand lag', async () => {
    const { nep, register } = await opzet((_o, res) => json(res, probleem('permission_denied', 403), 403));
    await expect(register.zoekOpPersoon(BSN, aanroep())).rejects.toMatchObject({ soort: 'verboden' });
    await expect(register.zoekOpPersoon(BSN, aanroep())).rejects.toMatchObject({ soort: 'verboden' });
    expect(nep.oproepen.filter((o) => 'expand' in (o.lichaam as object))).toHaveLength(2);
  });

  it('leest de rollen apart als er één in de expand kapot is', async () => {
    const { register } = await opzet((o, res, w) => {
      if (isZoek(o))
        json(
          res,
          pagina([w.vol(1, { _expand: { rollen: [w.rol(1), { url: 'stuk' }], status: w.status(1) } })]),
        );
      else json(res, pagina([w.rol(1)]));
    });
    const { rijen } = await register.zoekOpPersoon(BSN, aanroep());
    expect(rijen[0]!.rollen).toHaveLength(1);
  });

  it('weigert waar het register geen _zoek heeft, want een GET zou het BSN in de URL zetten', async () => {
    const { nep, register } = await opzet((_o, res) => json(res, pagina([])), { kan: { zoek: false } });
    await expect(register.zoekOpPersoon(BSN, aanroep())).rejects.toMatchObject({ soort: 'niet_ondersteund' });
    expect(nep.oproepen).toHaveLength(0);
  });

  it('spelt expand als tekst bij een generiek product', async () => {
    const { nep, register } = await opzet((_o, res, w) => json(res, pagina([w.vol(1)])), {
      soort: 'generiek',
    });
    await register.zoekOpPersoon(BSN, aanroep());
    expect(nep.oproepen[0]!.lichaam).toMatchObject({ expand: 'rollen,status,resultaat' });
  });

  it('zet het BSN in geen URL en in geen fout, wat er ook misgaat', async () => {
    const antwoorden: Antwoorder[] = [
      (_o, res) => json(res, { ...probleem('invalid', 400), detail: BSN }, 400),
      (_o, res) => json(res, { results: [{ inpBsn: BSN }], next: `http://elders/${BSN}` }),
      (_o, res) => res.destroy(),
    ];
    for (const antwoord of antwoorden) {
      const { nep, register } = await opzet(antwoord);
      const fout: unknown = await register.zoekOpPersoon(BSN, aanroep()).catch((f: unknown) => f);
      expect(fout).toBeInstanceOf(BronFout);
      expect(allesVan(fout)).not.toContain(BSN);
      for (const o of nep.oproepen) expect(o.url).not.toContain(BSN);
    }
  });
});

describe('zoeken op bedrijf', () => {
  it('vraagt op elke manier van het product, en neemt een geweigerd filter voor lief', async () => {
    const { nep, register } = await opzet((o, res, w) => {
      const sleutels = Object.keys(o.lichaam as object).join();
      if (sleutels.includes('vestiging__kvkNummer')) json(res, probleem('invalid', 400), 400);
      else {
        const kvk = w.rol(1, {
          betrokkeneType: 'niet_natuurlijk_persoon',
          betrokkeneIdentificatie: { kvkNummer: '90001234' },
        });
        json(res, pagina([w.vol(1, { _expand: { rollen: [kvk], status: w.status(1) } })]));
      }
    });
    const bedrijf = { kvkNummer: '90001234', rsin: '858001378', vestigingsnummers: ['000090001234'] };
    const { rijen } = await register.zoekOpBedrijf(bedrijf, aanroep());
    expect(rijen.map((z) => z.uuid)).toEqual([uuid(1)]);
    const gevraagd = nep.oproepen.flatMap((o) =>
      Object.keys(o.lichaam as object).filter((k) => k.startsWith('rol__')),
    );
    expect([...new Set(gevraagd)].map((k) => k.replace('rol__betrokkeneIdentificatie__', ''))).toEqual([
      'nietNatuurlijkPersoon__kvkNummer',
      'nietNatuurlijkPersoon__innNnpId',
      'vestiging__kvkNummer',
      'vestiging__vestigingsNummer',
    ]);
  });

  it('meldt het als alle manieren geweigerd zijn', async () => {
    const { register } = await opzet((_o, res) => json(res, probleem('invalid', 400), 400));
    const bedrijf = { kvkNummer: '90001234', rsin: null, vestigingsnummers: [] };
    await expect(register.zoekOpBedrijf(bedrijf, aanroep())).rejects.toMatchObject({ soort: 'geweigerd' });
  });
});

describe('één zaak', () => {
  it.each([
    ['verlenging met lege teksten', { verlenging: { reden: '', duur: 'P0D' } }, { verlenging: null }],
    [
      'een echte verlenging',
      { verlenging: { reden: 'Druk', duur: 'P4W' } },
      { verlenging: { reden: 'Druk', duur: 'P4W' } },
    ],
    ['opschorting null', { opschorting: null }, { opschorting: null }],
    ['opgeschort', { opschorting: { indicatie: true, reden: 'Wacht' } }, { opschorting: { reden: 'Wacht' } }],
    [
      'vertrouwelijkheid onbekend',
      { vertrouwelijkheidaanduiding: 'top_secret' },
      { vertrouwelijkheidaanduiding: 'zeer_geheim' },
    ],
    [
      'vertrouwelijkheid leeg',
      { vertrouwelijkheidaanduiding: '' },
      { vertrouwelijkheidaanduiding: 'zeer_geheim' },
    ],
    [
      'vertrouwelijkheid weg',
      { vertrouwelijkheidaanduiding: undefined },
      { vertrouwelijkheidaanduiding: 'zeer_geheim' },
    ],
    ['einde voor begin', { einddatum: '2025-12-31' }, { einddatum: '2025-12-31' }],
    ['einddatum leeg', { einddatum: '' }, { einddatum: null }],
    ['zonder registratiedatum', { registratiedatum: null }, { registratiedatum: '2026-01-01' }],
    ['velden die wij niet kennen', { nieuw: { diep: 1 } }, { uuid: uuid(1) }],
    ['lijsten die ontbreken', { deelzaken: null, kenmerken: undefined }, { deelzaken: [], kenmerken: [] }],
  ])('leest %s', async (_naam, meer, verwacht) => {
    const { register } = await opzet((_o, res, w) => json(res, w.vol(1, meer)));
    expect(await register.zaak(uuid(1), aanroep())).toMatchObject(verwacht);
  });

  it.each([
    ['startdatum ontbreekt', { startdatum: null }],
    ['startdatum bestaat niet', { startdatum: '2026-02-30' }],
    ['einddatum is onzin', { einddatum: 'ooit' }],
    ['zaaktype heeft geen uuid', { zaaktype: 'http://x/zaaktypen/1' }],
    ['identificatie is leeg', { identificatie: '' }],
    ['omschrijving is een getal', { omschrijving: 5 }],
  ])('weigert een zaak waarvan %s', async (_naam, meer) => {
    const { register } = await opzet((_o, res, w) => json(res, w.vol(1, meer)));
    await expect(register.zaak(uuid(1), aanroep())).rejects.toMatchObject({
      soort: 'onleesbaar',
      code: 'schema',
    });
  });

  it('geeft geen status waar er geen is, zonder die apart te vragen', async () => {
    const { nep, register } = await opzet((_o, res, w) => json(res, w.zaak(1, { status: null, rollen: [] })));
    expect(await register.zaak(uuid(1), aanroep())).toMatchObject({ statusNu: null, rollen: [] });
    expect(nep.oproepen).toHaveLength(1);
  });

  it('zet statussen op volgorde van datum, en laat die van een andere zaak weg', async () => {
    const { register } = await opzet((_o, res, w) =>
      json(
        res,
        pagina([
          w.status(2, { datumStatusGezet: '2026-02-01T10:00:00', zaak: w.zaak(1).url }),
          w.status(3, { datumStatusGezet: '2026-02-01T09:00:00' }),
          w.status(1, { datumStatusGezet: '2026-02-01T10:30:00+01:00' }),
        ]),
      ),
    );
    const statussen = await register.statussen(uuid(1), aanroep());
    expect(statussen.map((s) => s.datumStatusGezet)).toEqual([
      '2026-02-01T10:30:00+01:00',
      '2026-02-01T10:00:00Z',
    ]);
  });

  it('houdt een substatus met onbekende doelgroep intern', async () => {
    const { register } = await opzet((_o, res, _w, basis) =>
      json(
        res,
        pagina([
          {
            url: `${basis}${API.z}/substatussen/${uuid(5)}`,
            zaak: `${basis}${API.z}/zaken/${uuid(1)}`,
            status: `${basis}${API.z}/statussen/${uuid(2)}`,
            omschrijving: 'Advies gevraagd',
            tijdstip: '2026-02-01T10:00:00Z',
            doelgroep: '',
          },
        ]),
      ),
    );
    expect(await register.substatussen(uuid(1), aanroep())).toMatchObject([{ doelgroep: 'intern' }]);
  });

  it('vraagt geen substatussen waar het register ze niet kent, en weigert ze te zetten', async () => {
    const { nep, register } = await opzet((_o, res) => json(res, pagina([])), { soort: 'oneground' });
    expect(register.kan.substatussen).toBe(false);
    expect(await register.substatussen(uuid(1), aanroep())).toEqual([]);
    const nieuw = {
      zaak: uuid(1),
      status: uuid(2),
      omschrijving: 'x',
      doelgroep: 'intern',
      tijdstip: '',
    } as const;
    await expect(register.zetSubstatus(nieuw, aanroep())).rejects.toMatchObject({
      soort: 'niet_ondersteund',
    });
    expect(nep.oproepen).toHaveLength(0);
  });
});

describe('de catalogus', () => {
  const zaaktype = (basis: string, meer: object = {}) => ({
    url: `${basis}${API.c}/zaaktypen/${uuid(900)}`,
    identificatie: 'B1',
    omschrijving: 'Subsidie',
    doorlooptijd: 'P56D',
    servicenorm: null,
    vertrouwelijkheidaanduiding: 'openbaar',
    ...meer,
  });
  const statustype = (basis: string, n: number, meer: object = {}) => ({
    url: `${basis}${API.c}/statustypen/${uuid(910 + n)}`,
    zaaktype: `${basis}${API.c}/zaaktypen/${uuid(900)}`,
    omschrijving: `Stap ${n}`,
    volgnummer: n,
    ...meer,
  });

  it('bundelt de delen, op volgnummer, en leest ze één keer', async () => {
    const { nep, register } = await opzet((o, res, _w, basis) => {
      if (o.pad.endsWith('/statustypen')) json(res, pagina([statustype(basis, 2), statustype(basis, 1)]));
      else if (o.pad.endsWith('/resultaattypen')) json(res, pagina([]));
      else json(res, zaaktype(basis, { doorlooptijd: 'P110Y', servicenorm: 'P0D' }));
    });
    const [a, b] = await Promise.all([
      register.zaaktype(uuid(900), aanroep()),
      register.zaaktype(uuid(900), aanroep()),
    ]);
    expect(a).toEqual(b);
    expect(a).toMatchObject({ doorlooptijd: 'P110Y', servicenorm: null, verantwoordelijke: null });
    expect(a!.statustypen.map((s) => [s.volgnummer, s.isEindstatus])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(nep.oproepen).toHaveLength(3);
    register.vergeet();
    await register.zaaktype(uuid(900), aanroep());
    expect(nep.oproepen).toHaveLength(6);
  });

  it('geeft null voor een zaaktype dat weg is', async () => {
    const { register } = await opzet((o, res) => {
      if (o.pad.includes('/zaaktypen/')) json(res, probleem('not_found', 404), 404);
      else json(res, pagina([]));
    });
    expect(await register.zaaktype(uuid(900), aanroep())).toBeNull();
  });

  it('onthoudt geen storing', async () => {
    let stuk = true;
    const { register } = await opzet((o, res, _w, basis) => {
      if (stuk && o.pad.includes('/zaaktypen/')) json(res, {}, 500);
      else json(res, o.pad.includes('/zaaktypen/') ? zaaktype(basis) : pagina([]));
    });
    await expect(register.zaaktype(uuid(900), aanroep())).rejects.toMatchObject({ soort: 'onbereikbaar' });
    stuk = false;
    expect(await register.zaaktype(uuid(900), aanroep())).toMatchObject({ identificatie: 'B1' });
  });
});

describe('documenten', () => {
  const eio = (basis: string, n: number, meer: object = {}) => ({
    url: `${basis}${API.d}/enkelvoudiginformatieobjecten/${uuid(n)}`,
    titel: `Brief ${n}`,
    creatiedatum: '2026-01-05',
    formaat: 'application/pdf',
    bestandsnaam: 'brief.pdf',
    bestandsomvang: 12,
    vertrouwelijkheidaanduiding: 'openbaar',
    ...meer,
  });

  it('leest elk document, telt wat niet te lezen is en volgt geen vreemde verwijzing', async () => {
    const { nep, register } = await opzet((o, res, w, basis) => {
      const zaak = w.zaak(9).url;
      const naar = (n: number, van = zaak) => ({
        zaak: van,
        informatieobject: `${basis}${API.d}/enkelvoudiginformatieobjecten/${uuid(n)}`,
      });
      if (o.pad.endsWith('/zaakinformatieobjecten'))
        json(res, [
          ...[naar(1), naar(2), naar(3), naar(5, w.zaak(8).url)],
          { zaak, informatieobject: `http://127.0.0.1:1/x/${uuid(4)}` },
        ]);
      else if (o.pad.endsWith(uuid(1))) json(res, eio(basis, 1, { vertrouwelijkheidaanduiding: '' }));
      else if (o.pad.endsWith(uuid(2))) json(res, probleem('permission_denied', 403), 403);
      else json(res, { titel: 3 });
    });
    const lijst = await register.documenten(uuid(9), aanroep());
    expect(lijst.rijen).toEqual([
      expect.objectContaining({ titel: 'Brief 1', vertrouwelijkheidaanduiding: 'zeer_geheim' }),
    ]);
    expect(lijst.onleesbaar).toBe(3);
    expect(nep.oproepen).toHaveLength(4);
  });

  it('valt als geheel uit als de documenten er niet bij kunnen', async () => {
    const { register } = await opzet((o, res, w, basis) => {
      if (o.pad.endsWith('/zaakinformatieobjecten'))
        json(res, [
          {
            zaak: w.zaak(9).url,
            informatieobject: `${basis}${API.d}/enkelvoudiginformatieobjecten/${uuid(1)}`,
          },
        ]);
      else json(res, {}, 500);
    });
    await expect(register.documenten(uuid(9), aanroep())).rejects.toMatchObject({ soort: 'onbereikbaar' });
  });

  it('hoort alleen bij zaken die het register aan dit document koppelt', async () => {
    const { register } = await opzet((_o, res, w, basis) => {
      const van = (n: number) => `${basis}${API.d}/enkelvoudiginformatieobjecten/${uuid(n)}`;
      json(res, [
        { zaak: w.zaak(1).url, informatieobject: van(4) },
        { zaak: w.zaak(2).url, informatieobject: van(5) },
        { zaak: `http://169.254.169.254/zaken/${uuid(3)}`, informatieobject: van(4) },
        { zaak: w.zaak(6).url },
      ]);
    });
    expect(await register.zakenVanDocument(uuid(4), aanroep())).toEqual([uuid(1)]);
  });

  it('streamt een bestand', async () => {
    const { nep, register } = await opzet((_o, res) => {
      res.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': '5' });
      res.write('hal');
      setTimeout(() => res.end('lo'), 5);
    });
    const bestand = await register.bestand({ uuid: uuid(1), versie: 2 }, null, aanroep());
    expect(bestand).toMatchObject({ soort: 'application/octet-stream', omvang: 5 });
    expect((await bestand.inhoud.toArray()).join('')).toBe('hallo');
    expect(nep.oproepen[0]).toMatchObject({
      pad: `${API.d}/enkelvoudiginformatieobjecten/${uuid(1)}/download`,
      koppen: { accept: '*/*' },
    });
  });

  it.each([
    [204, 'niet_gevonden'],
    [404, 'niet_gevonden'],
    [403, 'verboden'],
    [302, 'onleesbaar'],
  ])('een bestand met %i heet %s', async (status, soort) => {
    const { register } = await opzet((_o, res) => res.writeHead(status).end());
    await expect(register.bestand({ uuid: uuid(1), versie: 2 }, null, aanroep())).rejects.toMatchObject({
      soort,
    });
  });
});

describe('schrijven', () => {
  const nieuw = {
    zaak: uuid(1),
    statustype: uuid(901),
    datumStatusGezet: '2026-02-01T10:00:00+01:00',
    toelichting: null,
  };

  it('zet een status met de datum zoals gegeven, als deze medewerker', async () => {
    const { nep, register, basis } = await opzet((_o, res, w) => json(res, w.status(1), 201));
    expect(await register.zetStatus(nieuw, aanroep())).toEqual({ uuid: uuid(201) });
    const o = nep.oproepen[0]!;
    expect(o.lichaam).toEqual({
      zaak: `${basis}${API.z}/zaken/${uuid(1)}`,
      statustype: `${basis}${API.c}/statustypen/${uuid(901)}`,
      datumStatusGezet: '2026-02-01T10:00:00+01:00',
      statustoelichting: '',
    });
    const token = o.koppen.authorization!.replace('Bearer ', '');
    const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(SECRET));
    expect(protectedHeader).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(payload).toMatchObject({
      iss: 'console',
      client_id: 'console',
      user_id: 'kcc',
      user_representation: 'Kim de Vries',
    });
    expect(payload.iat! * 1000).toBeLessThan(Date.now());
  });

  it('vergeet daarna wat van de zaak bewaard was', async () => {
    const { nep, register } = await opzet((o, res, w) => {
      if (o.methode === 'POST') json(res, w.status(1), 201);
      else json(res, pagina([w.status(1)]));
    });
    await register.statussen(uuid(1), aanroep());
    await register.statussen(uuid(1), aanroep());
    expect(nep.oproepen).toHaveLength(1);
    await register.zetStatus(nieuw, aanroep());
    await register.statussen(uuid(1), aanroep());
    expect(nep.oproepen).toHaveLength(3);
  });

  it('geeft de reden van een weigering door', async () => {
    const velden = [{ name: 'nonFieldErrors', code: 'unique', reason: 'moeten een unieke set zijn.' }];
    const { register } = await opzet((_o, res) => json(res, probleem('invalid', 400, velden), 400));
    await expect(register.zetStatus(nieuw, aanroep())).rejects.toMatchObject({
      soort: 'geweigerd',
      status: 400,
      velden: [{ naam: 'nonFieldErrors', code: 'unique' }],
    });
  });

  it('geeft elke medewerker een eigen token', async () => {
    const { nep, register } = await opzet((_o, res) => json(res, pagina([])));
    await register.statussen(uuid(1), aanroep());
    await register.statussen(uuid(2), aanroep({ medewerker: { id: 'balie', naam: 'Bo' } }));
    await register.statussen(uuid(3), aanroep());
    const tokens = nep.oproepen.map((o) => o.koppen.authorization!.replace('Bearer ', ''));
    expect(tokens.map((t) => decodeJwt(t)['user_id'])).toEqual(['kcc', 'balie', 'kcc']);
    expect(tokens[2]).toBe(tokens[0]);
  });
});

describe('herkennen', () => {
  it('kent alleen adressen onder een eigen basis', async () => {
    const { register, basis } = await opzet((_o, res) => json(res, {}));
    expect(register.herken(`${basis}${API.z}/zaken/${uuid(1)}`)).toEqual({ soort: 'zaak', uuid: uuid(1) });
    expect(register.herken(`${basis}${API.c}/zaaktypen/${uuid(2)}`)).toEqual({
      soort: 'zaaktype',
      uuid: uuid(2),
    });
    for (const vreemd of [
      `http://127.0.0.1:1${API.z}/zaken/${uuid(1)}`,
      `${basis}/elders/zaken/${uuid(1)}`,
      `${basis}${API.z}x/zaken/${uuid(1)}`,
      `${basis}${API.z}/zaken/../../../geheim/zaken/${uuid(1)}`,
      `${basis}${API.z}/zaken/${uuid(1)}/audittrail`,
      `${basis.replace('http://', 'http://a@')}${API.z}/zaken/${uuid(1)}`,
      `${basis}${API.z}/zaken/abc`,
      'zaken',
    ])
      expect(register.herken(vreemd), vreemd).toBeNull();
  });
});

describe('lijsten voor de zaakindex', () => {
  it('bladert met een ondoorzichtige volgende', async () => {
    const { nep, register } = await opzet((o, res, w, basis) =>
      json(
        res,
        o.query.has('page')
          ? pagina([w.vol(2)])
          : pagina([w.vol(1)], `${basis}${API.z}/zaken?einddatum__isnull=true&page=2`),
      ),
    );
    const een = await register.openZaken(null, aanroep());
    const twee = await register.openZaken(een.volgende, aanroep());
    expect([een.rijen[0]!.uuid, twee.rijen[0]!.uuid, twee.volgende]).toEqual([uuid(1), uuid(2), null]);
    expect(nep.oproepen[0]!.query.get('einddatum__isnull')).toBe('true');
  });

  it('neemt hoogstens zoveel gesloten zaken als gevraagd', async () => {
    const { nep, register } = await opzet((_o, res, w, basis) =>
      json(res, pagina([w.zaak(1), w.zaak(2)], `${basis}${API.z}/zaken/_zoek?page=2`)),
    );
    expect(await register.geslotenZaken(uuid(900), 3, aanroep())).toEqual([uuid(1), uuid(2), uuid(1)]);
    expect(nep.oproepen).toHaveLength(2);
    expect(nep.oproepen[1]!.lichaam).toMatchObject({ einddatum__isnull: false, ordering: ['-einddatum'] });
  });
});
