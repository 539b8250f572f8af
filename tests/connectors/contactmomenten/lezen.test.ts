import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import {
  aanroep,
  allesVan,
  BSN,
  json,
  maakNep,
  pagina,
  probleem,
  uuid,
  type Oproep,
} from '../nepregister.ts';
import { maakKlantregister1 } from './register1.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

async function opzet(
  antwoord: (o: Oproep, res: ServerResponse, url: string) => void,
  meer: object = {},
  termijnMs?: number,
) {
  const nep = await maakNep((o, res) => antwoord(o, res, nep.url));
  const { register, sluit } = maakKlantregister1(nep.url, meer, termijnMs);
  opruimen.push(sluit, () => nep.sluit());
  return { nep, register };
}

const klant = (url: string, n: number, subject: object, meer: object = {}) => ({
  url: `${url}/kl/klanten/${uuid(n)}`,
  bronorganisatie: '123456782',
  klantnummer: 'abc',
  telefoonnummer: '0612345678',
  emailadres: '',
  subjectIdentificatie: subject,
  ...meer,
});
/** As Open Klant 1 gives one, written by another application. */
const contact = (url: string, n: number, meer: object = {}) => ({
  url: `${url}/cm/contactmomenten/${uuid(n)}`,
  vorigContactmoment: null,
  volgendContactmoment: null,
  bronorganisatie: '123456782',
  registratiedatum: `2026-01-0${n}T10:00:00.123456Z`,
  kanaal: 'contactformulier',
  voorkeurskanaal: '',
  voorkeurstaal: '',
  tekst: `Vraag ${n}`,
  onderwerpLinks: ['https://kennisbank.nl/artikel'],
  initiatiefnemer: 'klant',
  medewerker: '',
  medewerkerIdentificatie: {
    identificatie: 'j.jansen',
    achternaam: 'Jansen',
    voorletters: 'J.',
    voorvoegselAchternaam: '',
  },
  klantcontactmomenten: [],
  objectcontactmomenten: [],
  ...meer,
});
const objectcontact = (url: string, n: number, zaak: number, meer: object = {}) => ({
  url: `${url}/cm/objectcontactmomenten/${uuid(50 + n)}`,
  contactmoment: `${url}/cm/contactmomenten/${uuid(n)}`,
  object: `https://oz.nl/zaken/api/v1/zaken/${uuid(zaak)}`,
  objectType: 'zaak',
  ...meer,
});

describe('een klant in de oude stijl', () => {
  it('wordt één keer op nummer gezocht en daarna op uuid', async () => {
    const { nep, register } = await opzet((o, res, url) => {
      const rij = klant(url, 1, { inpBsn: BSN });
      json(res, o.pad === '/kl/klanten' ? pagina([rij]) : rij);
    });
    const sleutel = { soort: 'persoon', nummer: BSN } as const;
    expect(await register.vindPartij(sleutel, aanroep())).toEqual({
      ...{ uuid: uuid(1), telefoon: '0612345678', email: null, voorkeurstaal: null, voorkeurskanaal: null },
    });
    await register.vindPartij(sleutel, aanroep());
    expect(nep.oproepen.map((o) => o.url)).toEqual([
      `/kl/klanten?subjectNatuurlijkPersoon__inpBsn=${BSN}`,
      `/kl/klanten/${uuid(1)}`,
    ]);
  });

  it.each([
    ['12345678', 'subjectNietNatuurlijkPersoon__innNnpId', 'innNnpId'],
    ['123456782', 'subjectNietNatuurlijkPersoon__innNnpId', 'innNnpId'],
    ['000012345678', 'subjectVestiging__vestigingsNummer', 'vestigingsNummer'],
  ])('wordt als bedrijf %s gezocht met %s', async (nummer, filter, veld) => {
    const { nep, register } = await opzet((_o, res, url) =>
      json(res, pagina([klant(url, 1, { [veld]: nummer })])),
    );
    expect(await register.vindPartij({ soort: 'bedrijf', nummer }, aanroep())).toMatchObject({
      uuid: uuid(1),
    });
    expect(nep.oproepen[0]!.query.get(filter)).toBe(nummer);
  });

  it('is niet die van een ander, en die onleesbaar is, is niet afwezig', async () => {
    let rijen: (url: string) => unknown[] = (url) => [klant(url, 1, { inpBsn: '123456782' })];
    const { register } = await opzet((_o, res, url) => json(res, pagina(rijen(url))));
    const sleutel = { soort: 'persoon', nummer: BSN } as const;
    expect(await register.vindPartij(sleutel, aanroep())).toBeNull();
    rijen = () => [{ naam: 'stuk' }];
    const fout = await register.vindPartij(sleutel, aanroep({ vers: true })).catch((f: unknown) => f);
    expect(fout).toMatchObject({ soort: 'onleesbaar' });
    expect(allesVan(fout)).not.toContain(BSN);
  });

  it('die dubbel staat, houdt al haar contacten', async () => {
    const { register } = await opzet((o, res, url) => {
      if (o.pad === '/kl/klanten')
        json(res, pagina([klant(url, 1, { inpBsn: BSN }), klant(url, 2, { inpBsn: BSN })]));
      else json(res, pagina([contact(url, o.query.get('klant')?.endsWith(uuid(1)) === true ? 4 : 5)]));
    });
    const partij = await register.vindPartij({ soort: 'persoon', nummer: BSN }, aanroep());
    const { rijen } = await register.contactenVanPartij(partij!.uuid, 20, aanroep());
    expect(rijen.map((c) => c.uuid)).toEqual([uuid(5), uuid(4)]);
  });
});

describe('contacten in de oude stijl', () => {
  it('van een ander zijn tekst: wat de stijl niet kent, wordt niet verzonnen', async () => {
    const { nep, register } = await opzet((_o, res, url) =>
      json(
        res,
        pagina([
          contact(url, 1, {
            objectcontactmomenten: [
              objectcontact(url, 1, 9),
              objectcontact(url, 1, 8, { objectType: 'document' }),
            ],
          }),
        ]),
      ),
    );
    expect(await register.contactenVanPartij(uuid(70), 20, aanroep())).toEqual({
      rijen: [
        {
          uuid: uuid(1),
          referentienummer: null,
          kanaal: 'contactformulier',
          onderwerp: '',
          inhoud: 'Vraag 1',
          reactie: null,
          vertrouwelijk: false,
          taal: '',
          plaatsgevondenOp: '2026-01-01T10:00:00.123456Z',
          beeindigdOp: null,
          richting: 'inkomend',
          vraagtype: null,
          resultaat: null,
          medewerker: 'J. Jansen',
          zaken: [uuid(9)],
          internetaken: [],
        },
      ],
      onleesbaar: 0,
    });
    expect(nep.oproepen).toHaveLength(1);
    expect(nep.oproepen[0]!.query.get('klant')).toBe(`${nep.url}/kl/klanten/${uuid(70)}`);
  });

  it('worden gelezen tot er genoeg zijn, de nieuwste eerst, een kapotte geteld', async () => {
    const { nep, register } = await opzet((_o, res, url) =>
      json(
        res,
        pagina(
          [contact(url, 1), contact(url, 3), { url: 'kapot' }, contact(url, 2)],
          `${url}/cm/contactmomenten?page=2`,
        ),
      ),
    );
    const { rijen, onleesbaar } = await register.contactenVanPartij(uuid(70), 2, aanroep());
    expect([rijen.map((c) => c.uuid), onleesbaar]).toEqual([[uuid(3), uuid(2)], 1]);
    expect(nep.oproepen).toHaveLength(1);
  });

  it('worden langs de koppelingen gelezen waar het register zijn filters niet kent, en dat wordt onthouden', async () => {
    const { nep, register } = await opzet((o, res, url) => {
      if (o.query.has('ordering')) json(res, probleem('unknown-parameters', 400), 400);
      else if (o.pad === '/cm/klantcontactmomenten')
        json(
          res,
          pagina(
            [1, 2, 3].map((n) => ({
              klant: o.query.get('klant'),
              contactmoment: `${url}/cm/contactmomenten/${uuid(n)}`,
              rol: 'gesprekspartner',
            })),
          ),
        );
      else if (o.pad === '/cm/objectcontactmomenten') json(res, pagina([]));
      else if (o.pad.endsWith(uuid(3))) json(res, probleem('permission_denied', 403), 403);
      else json(res, contact(url, o.pad.endsWith(uuid(1)) ? 1 : 2, { objectcontactmomenten: undefined }));
    });
    const eerste = await register.contactenVanPartij(uuid(70), 20, aanroep());
    expect([eerste.rijen.map((c) => c.uuid), eerste.onleesbaar]).toEqual([[uuid(2), uuid(1)], 1]);
    nep.oproepen.length = 0;
    await register.contactenVanPartij(uuid(71), 20, aanroep());
    expect(nep.oproepen.some((o) => o.query.has('ordering'))).toBe(false);
  });

  it('van een zaak komen langs de koppelingen; een verwijzing naar elders wordt niet opgehaald', async () => {
    const { nep, register } = await opzet((o, res, url) => {
      if (o.query.has('object'))
        json(
          res,
          pagina([
            objectcontact(url, 1, 9),
            objectcontact('http://elders.nl', 2, 9),
            objectcontact(url, 3, 9),
          ]),
        );
      else if (o.pad.endsWith(uuid(3))) json(res, probleem('not_found', 404), 404);
      else json(res, contact(url, 1, { objectcontactmomenten: [objectcontact(url, 1, 9)] }));
    });
    const { rijen, onleesbaar } = await register.contactenVanZaak(uuid(9), aanroep());
    expect([rijen.map((c) => [c.uuid, c.zaken]), onleesbaar]).toEqual([[[uuid(1), [uuid(9)]]], 2]);
    expect(nep.oproepen[0]!.query.get('object')).toBe(`https://oz.nl/zaken/api/v1/zaken/${uuid(9)}`);
  });

  it('waarvan de zaken niet te lezen zijn, staan er niet: zonder zaak weet niemand wie het mag zien', async () => {
    const { register } = await opzet((o, res, url) => {
      if (o.pad === '/cm/objectcontactmomenten') json(res, probleem('permission_denied', 403), 403);
      else
        json(
          res,
          pagina([
            contact(url, 1, { objectcontactmomenten: [`${url}/cm/objectcontactmomenten/${uuid(51)}`] }),
          ]),
        );
    });
    expect(await register.contactenVanPartij(uuid(70), 20, aanroep())).toEqual({ rijen: [], onleesbaar: 1 });
  });

  it.each<[string, (res: ServerResponse) => void, string]>([
    ['500', (res) => void res.writeHead(500).end(), 'onbereikbaar'],
    ['stilte', () => undefined, 'te_traag'],
    ['HTML', (res) => void res.writeHead(200, { 'content-type': 'text/html' }).end('<p>'), 'onleesbaar'],
    ['geen lijst', (res) => json(res, { results: 'veel' }), 'onleesbaar'],
    ['een verlopen JWT', (res) => json(res, probleem('jwt-expired', 403), 403), 'verboden'],
  ])('geven bij %s één getypeerde fout', async (_naam, doe, soort) => {
    const { register } = await opzet((_o, res) => doe(res), {}, soort === 'te_traag' ? 60 : undefined);
    await expect(register.contactenVanPartij(uuid(70), 20, aanroep())).rejects.toMatchObject({
      bron: 'klanten',
      soort,
    });
    await expect(register.contactenVanZaak(uuid(9), aanroep())).rejects.toMatchObject({ soort });
  });

  it('weigeren een lus in de bladzijden', async () => {
    const { register } = await opzet((_o, res, url) =>
      json(res, pagina([contact(url, 1)], `${url}/cm/contactmomenten?page=2`)),
    );
    await expect(register.contactenVanPartij(uuid(70), 20, aanroep())).rejects.toMatchObject({
      soort: 'onleesbaar',
    });
  });
});

describe('contacten van e-Suite', () => {
  /** As its API gives an unfinished one, question and answer glued by the adapter. */
  const esuite = (url: string, meer: object = {}) =>
    contact(url, 1, {
      afdeling: 'Algemeen',
      behandelaar: { gebruikersnaam: 'v.achternaam', volledigeNaam: 'Voornaam Achternaam' },
      toelichting: 'Belt liefst na vier uur',
      identificatie: '73-2024',
      onderwerp: 'afd:Algemeen',
      status: 'nieuw',
      tekst: 'Wanneer komt het?\nWe bellen u.',
      antwoord: 'We bellen u.',
      type: 'Terugbelverzoek',
      ...meer,
    });

  it.each<[string, object, object]>([
    [
      'een onafgehandeld contact is een terugbelverzoek met behandelaar',
      {},
      {
        onderwerp: 'afd:Algemeen',
        inhoud: 'Wanneer komt het?',
        reactie: 'We bellen u.',
        internetaken: [
          {
            ...{
              uuid: uuid(1),
              klantcontact: uuid(1),
              gevraagdeHandeling: 'Terugbelverzoek',
              status: 'te_verwerken',
            },
            ...{ toelichting: 'Belt liefst na vier uur', toegewezenAan: 'Voornaam Achternaam' },
            ...{ toegewezenOp: null, afgehandeldOp: null },
          },
        ],
      },
    ],
    [
      'zonder behandelaar is het van de afdeling',
      { behandelaar: null },
      { internetaken: [expect.objectContaining({ toegewezenAan: 'Algemeen' })] },
    ],
    ['een afgehandeld contact is dat niet', { status: 'afgehandeld' }, { internetaken: [] }],
  ])('%s', async (_naam, meer, verwacht) => {
    const { register } = await opzet((_o, res, url) => json(res, pagina([esuite(url, meer)])), {
      product: 'esuite',
    });
    expect((await register.contactenVanPartij(uuid(70), 20, aanroep())).rijen).toMatchObject([verwacht]);
  });

  it('worden niet gedeeld: e-Suite geeft ieder het zijne', async () => {
    const { nep, register } = await opzet((_o, res, url) => json(res, pagina([esuite(url)])), {
      product: 'esuite',
    });
    await register.contactenVanPartij(uuid(70), 20, aanroep());
    await register.contactenVanPartij(uuid(70), 20, aanroep());
    await register.contactenVanPartij(uuid(70), 20, aanroep({ medewerker: { id: 'kcc-2', naam: 'Ander' } }));
    expect(nep.oproepen).toHaveLength(2);
  });
});
