import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Zaakregister } from '../../../server/connectors/ports.ts';
import { leesRegisters } from '../../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../../server/connectors/registers.ts';
import { aanroep, json, maakNep, pagina, probleem, uuid, type Oproep } from '../nepregister.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

const ROL = 'rol__betrokkeneIdentificatie__';
type Filter = Record<string, string>;

/** A zaak as a product answers it, with the rol of one betrokkene expanded. */
function zaak(n: number, betrokkene: object, meer: object = {}) {
  return {
    url: `http://oz/zaken/${uuid(n)}`,
    identificatie: `ZAAK-${n}`,
    zaaktype: `http://oz/zaaktypen/${uuid(900)}`,
    startdatum: '2026-01-01',
    vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
    kenmerken: [],
    _expand: {
      rollen: [
        {
          url: `http://oz/rollen/${uuid(n + 100)}`,
          zaak: `http://oz/zaken/${uuid(n)}`,
          betrokkeneType: 'niet_natuurlijk_persoon',
          omschrijvingGeneriek: 'initiator',
          betrokkeneIdentificatie: betrokkene,
        },
      ],
    },
    ...meer,
  };
}

async function opzet(
  antwoord: (filter: Filter, res: ServerResponse, o: Oproep, basis: string) => void,
  meer: object = {},
) {
  const nep = await maakNep((o, res) => {
    antwoord((o.lichaam ?? {}) as Filter, res, o, nep.url);
  });
  const registers = maakRegisters(
    leesRegisters(
      JSON.stringify({
        zaakregisters: [{ id: 'r', zaken: nep.url, catalogi: nep.url, clientId: 'c', secret: 's', ...meer }],
      }),
      {},
    ),
    { herhaalNaMs: 1 },
  );
  opruimen.push(
    () => registers.sluit(),
    () => nep.sluit(),
  );
  const filters = () =>
    nep.oproepen.map((o) =>
      Object.entries(o.lichaam as Filter)
        .filter(([sleutel]) => sleutel !== 'expand')
        .map(([sleutel, waarde]) => `${sleutel.replace(ROL, '')}=${waarde}`)
        .join(),
    );
  return { nep, register: registers.zaken[0] as Zaakregister, filters };
}

const bedrijf = {
  kvkNummer: '90001234',
  rsin: '858001378',
  vestigingsnummers: ['000090001234', '000090005678'],
};
const ids = (lijst: { rijen: { identificatie: string }[] }) => lijst.rijen.map((z) => z.identificatie).sort();

describe('zoeken op bedrijf', () => {
  it('vraagt Open Zaak op KVK-nummer, RSIN en elke vestiging, en telt elke zaak één keer', async () => {
    const { register, filters } = await opzet((filter, res) => {
      if (`${ROL}nietNatuurlijkPersoon__kvkNummer` in filter)
        json(res, pagina([zaak(1, { kvkNummer: '90001234' })]));
      else if (`${ROL}nietNatuurlijkPersoon__innNnpId` in filter)
        json(res, pagina([zaak(1, { innNnpId: '858001378' }), zaak(2, { innNnpId: '858001378' })]));
      else json(res, pagina([zaak(3, { vestigingsNummer: '000090005678' })]));
    });
    expect(ids(await register.zoekOpBedrijf(bedrijf, aanroep()))).toEqual(['ZAAK-1', 'ZAAK-2', 'ZAAK-3']);
    expect(filters().sort()).toEqual([
      'nietNatuurlijkPersoon__innNnpId=858001378',
      'nietNatuurlijkPersoon__kvkNummer=90001234',
      'vestiging__kvkNummer=90001234',
      'vestiging__vestigingsNummer=000090001234',
      'vestiging__vestigingsNummer=000090005678',
    ]);
  });

  it('vraagt een ander product innNnpId met het RSIN én met het KVK-nummer', async () => {
    const { register, filters } = await opzet(
      (filter, res) => json(res, pagina([zaak(1, { innNnpId: Object.values(filter)[0] })])),
      { soort: 'generiek' },
    );
    expect(ids(await register.zoekOpBedrijf({ ...bedrijf, vestigingsnummers: [] }, aanroep()))).toEqual([
      'ZAAK-1',
    ]);
    expect(filters().sort()).toEqual([
      'nietNatuurlijkPersoon__innNnpId=858001378',
      'nietNatuurlijkPersoon__innNnpId=90001234',
    ]);
  });

  it('vraagt een vestiging als onderdeel van de rechtspersoon waar de gemeente dat zegt', async () => {
    const { register, filters } = await opzet((_f, res) => json(res, pagina([])), {
      kan: { bedrijf: ['nnp-vestiging'] },
    });
    await register.zoekOpBedrijf(bedrijf, aanroep());
    expect(filters()).toEqual([
      'nietNatuurlijkPersoon__vestigingsNummer=000090001234',
      'nietNatuurlijkPersoon__vestigingsNummer=000090005678',
    ]);
  });

  it('laat zaken weg waarin een ander bedrijf de rol heeft', async () => {
    const { register } = await opzet((_f, res) =>
      json(res, pagina([zaak(1, { kvkNummer: '90001234' }), zaak(2, { kvkNummer: '11112222' })])),
    );
    expect(ids(await register.zoekOpBedrijf(bedrijf, aanroep()))).toEqual(['ZAAK-1']);
  });

  it('onthoudt welk filter het register niet kent', async () => {
    const { register, filters } = await opzet((filter, res) =>
      Object.keys(filter).some((sleutel) => sleutel.endsWith('kvkNummer'))
        ? json(res, probleem('unknown-parameters', 400), 400)
        : json(res, pagina([zaak(2, { innNnpId: '858001378' })])),
    );
    await register.zoekOpBedrijf(bedrijf, aanroep());
    const eerder = filters().length;
    expect(ids(await register.zoekOpBedrijf({ ...bedrijf, rsin: '858001390' }, aanroep()))).toEqual([]);
    expect(
      filters()
        .slice(eerder)
        .filter((f) => f.includes('kvkNummer')),
    ).toEqual([]);
  });

  it('leest niet alle zaken van het register als dat een onbekend filter negeert', async () => {
    const { register, nep } = await opzet((filter, res, o, basis) => {
      const eigen = Object.keys(filter).some((sleutel) => sleutel.endsWith('innNnpId'));
      if (eigen) json(res, pagina([zaak(2, { innNnpId: '858001378' })]));
      else json(res, pagina([zaak(7, { kvkNummer: '11112222' })], `${basis}${o.pad}?page=2`));
    });
    expect(ids(await register.zoekOpBedrijf(bedrijf, aanroep()))).toEqual(['ZAAK-2']);
    expect(nep.oproepen.filter((o) => o.query.has('page'))).toEqual([]);
    const eerder = nep.oproepen.length;
    await register.zoekOpBedrijf({ ...bedrijf, rsin: '858001390' }, aanroep());
    expect(nep.oproepen.length - eerder).toBe(1);
  });

  it('meldt een storing op één manier: anders lijkt de lijst volledig', async () => {
    const { register } = await opzet((filter, res) =>
      `${ROL}vestiging__kvkNummer` in filter ? json(res, {}, 503) : json(res, pagina([])),
    );
    await expect(register.zoekOpBedrijf(bedrijf, aanroep())).rejects.toMatchObject({ soort: 'onbereikbaar' });
  });
});

describe('zoeken op zaaknummer', () => {
  const formulier = { kenmerken: [{ kenmerk: 'OF-2F3A9B', bron: 'Open Formulieren' }] };

  it('vindt een zaak ook op de referentie van het formulier', async () => {
    const { register, filters } = await opzet((filter, res) =>
      json(res, pagina('kenmerk' in filter ? [zaak(1, {}, formulier), zaak(2, {})] : [])),
    );
    expect(ids(await register.zoekOpZaaknummer('OF-2F3A9B', aanroep()))).toEqual(['ZAAK-1']);
    expect(filters().sort()).toEqual(['identificatie=OF-2F3A9B', 'kenmerk=Open Formulieren:OF-2F3A9B']);
  });

  it('vraagt het bij elke bron die de gemeente noemt, en neemt geen kenmerk van een andere', async () => {
    const van = (bron: string) => ({ kenmerken: [{ kenmerk: 'OF-2F3A9B', bron }] });
    const { register, filters } = await opzet(
      (filter, res) =>
        json(res, pagina('kenmerk' in filter ? [zaak(1, {}, van('DSO')), zaak(2, {}, van('Ander'))] : [])),
      { kan: { kenmerk: ['DSO', 'Klic'] } },
    );
    expect(ids(await register.zoekOpZaaknummer('OF-2F3A9B', aanroep()))).toEqual(['ZAAK-1']);
    expect(filters().sort()).toEqual([
      'identificatie=OF-2F3A9B',
      'kenmerk=DSO:OF-2F3A9B',
      'kenmerk=Klic:OF-2F3A9B',
    ]);
  });

  it('vraagt geen kenmerk waar het product dat niet kent', async () => {
    const { register, filters } = await opzet((_f, res) => json(res, pagina([])), { soort: 'generiek' });
    await register.zoekOpZaaknummer('OF-2F3A9B', aanroep());
    expect(filters()).toEqual(['identificatie=OF-2F3A9B']);
  });

  it('vraagt geen kenmerk met een dubbele punt: dat weigert Open Zaak, en daarna zou niemand er een vinden', async () => {
    const { register, filters } = await opzet((filter, res) =>
      json(res, pagina('kenmerk' in filter ? [zaak(1, {}, formulier)] : [])),
    );
    await register.zoekOpZaaknummer('OF:2F3A9B', aanroep());
    expect(filters()).toEqual(['identificatie=OF:2F3A9B']);
    expect(ids(await register.zoekOpZaaknummer('OF-2F3A9B', aanroep()))).toEqual(['ZAAK-1']);
  });

  it('neemt een geweigerd kenmerk voor lief, en vraagt het niet nog eens', async () => {
    const { register, filters } = await opzet((filter, res) =>
      'kenmerk' in filter
        ? json(res, probleem('unknown-parameters', 400), 400)
        : json(res, pagina([zaak(1, {})])),
    );
    expect(ids(await register.zoekOpZaaknummer('ZAAK-1', aanroep()))).toEqual(['ZAAK-1']);
    const eerder = filters().length;
    await register.zoekOpZaaknummer('ZAAK-9', aanroep());
    expect(filters().slice(eerder)).toEqual(['identificatie=ZAAK-9']);
  });

  it('zegt alleen "niet gevonden" als beide gevraagd konden worden', async () => {
    const { register } = await opzet((filter, res) =>
      'kenmerk' in filter
        ? json(res, {}, 503)
        : json(res, pagina(filter['identificatie'] === 'ZAAK-1' ? [zaak(1, {})] : [])),
    );
    expect(ids(await register.zoekOpZaaknummer('ZAAK-1', aanroep()))).toEqual(['ZAAK-1']);
    await expect(register.zoekOpZaaknummer('OF-1', aanroep())).rejects.toMatchObject({
      soort: 'onbereikbaar',
    });
  });
});

describe('eigenschappen', () => {
  const eigenschap = (naam: string, waarde: unknown) => ({ url: 'x', naam, waarde });
  const vrij = { eigenschappen: ['betaaldatum', 'Bedrag'] };
  const rijen = [
    eigenschap('bedrag', 125.5),
    eigenschap('iban', 'NL00BANK0123456789'),
    eigenschap('betaaldatum', '2026-11-02'),
    eigenschap('bedrag', ' '),
  ];
  const verwacht = [
    { naam: 'betaaldatum', waarde: '2026-11-02' },
    { naam: 'Bedrag', waarde: '125.5' },
  ];

  it('komen mee met de zaak, alleen die de beheerder vrijgaf', async () => {
    const { register, nep } = await opzet((_f, res, _o) => {
      const { _expand, ...rest } = zaak(1, {});
      json(res, { ...rest, rollen: [], _expand: { ..._expand, eigenschappen: rijen } });
    }, vrij);
    expect((await register.zaak(uuid(1), aanroep())).eigenschappen).toEqual(verwacht);
    expect(nep.oproepen.map((o) => o.query.get('expand'))).toEqual(['rollen,status,resultaat,eigenschappen']);
  });

  it('worden bij één zaak apart gelezen waar expand ze niet gaf', async () => {
    const { register, nep } = await opzet(
      (_f, res, o) => json(res, o.pad.endsWith('/zaakeigenschappen') ? rijen : zaak(1, {})),
      { ...vrij, expand: false },
    );
    expect((await register.zaak(uuid(1), aanroep())).eigenschappen).toEqual(verwacht);
    expect(nep.oproepen.map((o) => o.pad)).toEqual([
      `/zaken/${uuid(1)}`,
      `/zaken/${uuid(1)}/zaakeigenschappen`,
    ]);
  });

  it('die niet te lezen zijn verbergen de zaak niet: dan is het niet bekend', async () => {
    const { register } = await opzet(
      (_f, res, o) =>
        o.pad.endsWith('/zaakeigenschappen') ? json(res, probleem('x', 403), 403) : json(res, zaak(1, {})),
      { ...vrij, expand: false },
    );
    expect(await register.zaak(uuid(1), aanroep())).toMatchObject({
      identificatie: 'ZAAK-1',
      eigenschappen: null,
    });
  });

  it('worden niet gevraagd als er geen zijn vrijgegeven', async () => {
    const { register, nep } = await opzet((_f, res) => json(res, zaak(1, {})));
    expect((await register.zaak(uuid(1), aanroep())).eigenschappen).toEqual([]);
    expect(nep.oproepen).toHaveLength(1);
  });
});

it('relevante andere zaken blijven URLs, ook die van een ander register; een kapotte valt weg', async () => {
  const andere = [
    { url: 'https://elders.nl/zaken/1', aardRelatie: 'vervolg' },
    { aardRelatie: 'onderwerp' },
    { url: `http://oz/zaken/${uuid(5)}`, aardRelatie: null },
  ];
  const { register, nep } = await opzet((_f, res) =>
    json(res, zaak(1, {}, { relevanteAndereZaken: andere })),
  );
  expect((await register.zaak(uuid(1), aanroep())).relevanteAndereZaken).toEqual([
    { url: 'https://elders.nl/zaken/1', aardRelatie: 'vervolg' },
    { url: `http://oz/zaken/${uuid(5)}`, aardRelatie: '' },
  ]);
  expect(nep.oproepen).toHaveLength(1);
});
