import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZoekAntwoord } from '../../shared/contracts/klant.ts';
import type { Klantbeeld, TijdlijnRegel } from '../../shared/contracts/klantbeeld.ts';
import { ZaakDetail } from '../../shared/contracts/zaak.ts';
import type { Bereikbaarheid, Lijst, Medewerkerregister } from '../../server/connectors/ports.ts';
import { tekstVan } from '../../server/sandbox/typen.ts';
import type { Logregel } from '../../server/store/verwerkingen.ts';
import { maakNep } from '../connectors/nepregister.ts';
import { startConsole, type Client, type ConsoleProef } from '../hulp/console.ts';
import { kies, klantbeeldVan, zaakVan, zoekVerhulst } from '../hulp/klant.ts';

const BSN_BIJ_PARTNER = '999901072';
let proef: ConsoleProef;
let kcc: Client;
let behandelaar: Client;
let inkomen: Client;
let klant: string;
let beeld: Klantbeeld;

beforeAll(async () => {
  proef = await startConsole({ metIndex: false, wijzigRegisters: (registers) => ({ ...registers }) });
  [kcc, behandelaar, inkomen] = (await Promise.all(
    ['kcc', 'behandelaar', 'behandelaar-2'].map((wie) => proef.login(wie)),
  )) as [Client, Client, Client];
  klant = await zoekVerhulst(kcc);
  beeld = await klantbeeldVan(kcc, klant);
});
afterAll(() => proef.sluit());

const tabel = () => proef.registerproef.sandbox.opslag.tabel('zaken/zaken');
async function wijzig(id: string, anders: object): Promise<void> {
  const uuid = id.slice(id.indexOf('~') + 1);
  const rij = tabel().get(uuid);
  if (rij === undefined) throw new Error('geen zaak');
  await proef.registerproef.sandbox.opslag.leg([{ tabel: 'zaken/zaken', rij: { ...rij, ...anders } }]);
  for (const register of proef.toepassing.deps.registers.zaken) register.vergeet(uuid);
}
const padVan = (id: string) => `/zaken/api/v1/zaken/${id.slice(id.indexOf('~') + 1)}`;

describe('wat op de pagina van een zaak staat', () => {
  it('houdt zich voor elke zaak van het klantbeeld aan de afspraak', async () => {
    for (const { id } of beeld.zaken) ZaakDetail.parse(await zaakVan(kcc, id));
  });

  it.each([
    ['kcc', 'Rijbewijs verlengen', 'documenten', ['afhaallocatie']],
    ['kcc', 'Bezoekersvergunning', 'documenten', ['bedrag', 'betaaldatum']],
    ['kcc', 'Individuele inkomenstoeslag', 'status', []],
  ])('%s ziet van %s (%s) de eigenschappen %j', async (_rol, omschrijving, niveau, namen) => {
    const zaak = await zaakVan(kcc, kies(beeld, omschrijving).id);
    expect(zaak.niveau).toBe(niveau);
    expect(zaak.eigenschappen.map(({ naam }) => naam)).toEqual(namen);
  });

  it('op niveau status niets van de inhoud: geen eigenschap, kenmerk, betrokkene, of wie hem heeft', async () => {
    const { id } = kies(beeld, 'Bijzondere bijstand, wasmachine');
    await wijzig(id, {
      kenmerken: [{ kenmerk: 'KENMERK-1', bron: 'elders' }],
      toelichting: 'TOELICHTING-1',
    });
    const vol = await zaakVan(inkomen, id);
    expect(vol).toMatchObject({ niveau: 'documenten', kenmerken: [{ kenmerk: 'KENMERK-1' }] });
    expect(vol.betrokkenen.length).toBeGreaterThan(0);
    expect(vol.team?.collegas.some((een) => een.behandelaar)).toBe(true);
    const kort = await zaakVan(kcc, id);
    expect(kort).toMatchObject({
      niveau: 'status',
      eigenschappen: [],
      kenmerken: [],
      betrokkenen: [],
      toelichting: null,
    });
    expect(kort.team).toMatchObject({ afdeling: 'Inkomen' });
    expect(kort.team?.collegas.some((een) => een.behandelaar)).toBe(false);
    expect(JSON.stringify(kort)).not.toMatch(/KENMERK-1|TOELICHTING-1/);
  });

  it('noemt alle besluiten, het nieuwste eerst, met wanneer bezwaar eindigt', async () => {
    const { id } = kies(beeld, 'Bijzondere bijstand, wasmachine');
    const besluiten = proef.registerproef.sandbox.opslag.tabel('besluiten/besluiten');
    const [eerste] = besluiten.op('zaak', padVan(id));
    if (eerste === undefined) throw new Error('geen besluit');
    const tweede = {
      ...eerste,
      uuid: crypto.randomUUID(),
      datum: '2031-01-02',
      verzenddatum: '2031-01-03',
      uiterlijkeReactiedatum: null,
    };
    await proef.registerproef.sandbox.opslag.leg([{ tabel: 'besluiten/besluiten', rij: tweede }]);
    proef.toepassing.deps.registers.zaken[0]?.vergeet();
    const zaak = await zaakVan(inkomen, id);
    expect(zaak.besluiten).toEqual([
      // Six weeks from the day after 3 January.
      { datum: '2031-01-02', verzonden: '2031-01-03', bezwaarTot: '2031-02-14' },
      {
        datum: eerste['datum'],
        verzonden: eerste['verzenddatum'],
        bezwaarTot: eerste['uiterlijkeReactiedatum'],
      },
    ]);
    expect(zaak.besluit).toEqual({ verzonden: '2031-01-03', bezwaarTot: '2031-02-14' });
  });

  it('zegt dat een zaak eerder stil stond', async () => {
    const { id } = kies(beeld, 'Losse stoeptegel, Lindelaan');
    await wijzig(id, { opschorting: { indicatie: false, eerdereOpschorting: true, reden: '' } });
    expect(await zaakVan(kcc, id)).toMatchObject({ opschorting: null, eerderOpgeschort: true });
  });
});

describe('relevante andere zaken', () => {
  it('staan er met de aard van de relatie', async () => {
    const zaak = await zaakVan(kcc, kies(beeld, 'Dakkapel Lindelaan 18').id);
    expect(zaak.andereZaken).toEqual([
      expect.objectContaining({
        id: kies(beeld, 'Isolatie tegen geluid, Lindelaan 18').id,
        aardRelatie: 'bijdrage',
        status: 'In behandeling',
      }),
    ]);
  });

  it('alleen die de medewerker mag zien; een adres van elders wordt niet gebeld', async () => {
    const elders = await maakNep((_oproep, res) => void res.writeHead(500).end());
    const { id } = kies(beeld, 'Paspoort');
    const toeslag = kies(beeld, 'Individuele inkomenstoeslag').id;
    const rijbewijs = kies(beeld, 'Rijbewijs verlengen').id;
    const vanAnder = [...proef.registerproef.sandbox.opslag.tabel('zaken/rollen').alle()].find(
      (rol) =>
        rol['omschrijvingGeneriek'] === 'initiator' &&
        rol['betrokkeneType'] === 'natuurlijk_persoon' &&
        !beeld.zaken.some((zaak) => padVan(zaak.id) === rol['zaak']),
    );
    const urls = [
      padVan(rijbewijs),
      padVan(toeslag),
      padVan(id),
      tekstVan(vanAnder?.['zaak']),
      `/zaken/api/v1/zaken/${crypto.randomUUID()}`,
      `${elders.url}/zaken/api/v1/zaken/${crypto.randomUUID()}`,
    ];
    await wijzig(toeslag, { vertrouwelijkheidaanduiding: 'geheim' });
    await wijzig(id, { relevanteAndereZaken: urls.map((url) => ({ url, aardRelatie: 'overig' })) });
    const zaak = await zaakVan(kcc, id);
    expect(zaak.andereZaken.map((een) => een.id)).toEqual([rijbewijs]);
    expect(zaak.bronnen.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(elders.oproepen).toEqual([]);
    await elders.sluit();
    await wijzig(toeslag, { vertrouwelijkheidaanduiding: 'vertrouwelijk' });
    expect((await zaakVan(kcc, id)).andereZaken.map((een) => een.id)).toEqual([rijbewijs, toeslag]);
  });

  it('van een ander ziet wie hem behandelt wel, en dat staat in het logboek', async () => {
    const { id } = kies(beeld, 'Dakkapel Lindelaan 18');
    const vanAnder = [...tabel().alle()].find((zaak) => {
      const rollen = proef.registerproef.sandbox.opslag
        .tabel('zaken/rollen')
        .op('zaak', `/zaken/api/v1/zaken/${zaak.uuid}`);
      const wie = rollen.map((rol) => (rol['betrokkeneIdentificatie'] ?? {}) as Record<string, unknown>);
      return (
        wie.some((een) => een['naam'] === 'Wonen') &&
        rollen.some(
          (rol) =>
            rol['omschrijvingGeneriek'] === 'initiator' && rol['betrokkeneType'] === 'natuurlijk_persoon',
        ) &&
        !beeld.zaken.some((een) => een.id.endsWith(zaak.uuid))
      );
    });
    const url = `/zaken/api/v1/zaken/${vanAnder?.uuid ?? ''}`;
    await wijzig(id, { relevanteAndereZaken: [{ url, aardRelatie: 'onderwerp' }] });
    expect((await zaakVan(kcc, id)).andereZaken).toEqual([]);
    const privacy = await proef.login('privacy');
    const regels = async () => {
      const filter = encodeURIComponent(JSON.stringify({ handeling: 'zaak', medewerker: 'behandelaar' }));
      return (await privacy.get<Logregel[]>(`/api/verwerkingen?filter=${filter}`)).json;
    };
    const voor = (await regels()).length;
    const zaak = await zaakVan(behandelaar, id);
    expect(zaak.andereZaken.map((een) => een.id)).toEqual([`sandbox~${vanAnder?.uuid ?? ''}`]);
    const nieuw = (await regels()).slice(0, (await regels()).length - voor);
    expect(new Set(nieuw.map(({ betrokkene }) => betrokkene)).size).toBe(2);
  });
});

describe('een zaak van een ketenpartner', () => {
  it('zegt op de kaart en de pagina wie hem behandelt, met het nummer, en niets dat wij niet weten', async () => {
    const { json } = await kcc.post<ZoekAntwoord>('/api/klanten/zoek', { bsn: BSN_BIJ_PARTNER });
    const kort = kies(await klantbeeldVan(kcc, json.data[0]?.id ?? ''), 'Bezwaar WOZ-waarde');
    const zaak = await zaakVan(kcc, kort.id);
    for (const een of [kort, zaak]) {
      expect(een.ketenpartner).toEqual({
        naam: 'Belastingsamenwerking Rivierstreek',
        telefoon: '020 123 47 00',
        website: 'https://belastingen.oeverdam.example',
      });
      expect(een.antwoord?.zinnen.nl).toEqual([
        'Belastingsamenwerking Rivierstreek behandelt uw bezwaar.',
        'Zij beslissen hierover en sturen u een brief.',
        'Wij kunnen niet zien hoe ver zij zijn.',
        'U kunt hen bellen: 020 123 47 00.',
      ]);
    }
    expect(zaak.team).toBeNull();
    expect(beeld.zaken.every(({ ketenpartner }) => ketenpartner === null)).toBe(true);
  });
});

describe('het register van medewerkers', () => {
  const register = () => {
    const { medewerkers } = proef.toepassing.deps.registers;
    if (medewerkers === null) throw new Error('geen register');
    return medewerkers;
  };
  /** Another register in its place for one test: what was read of the first one does not count for it. */
  async function met(bereikbaar: Medewerkerregister['bereikbaar'], doe: () => Promise<void>): Promise<void> {
    const echt = register();
    proef.toepassing.deps.registers.medewerkers = { ...echt, bereikbaar };
    try {
      await doe();
    } finally {
      proef.toepassing.deps.registers.medewerkers = echt;
    }
  }

  it('noemt het team met telefoon, en zegt van elk wie er is of dat niet bekend is', async () => {
    const { team } = await zaakVan(kcc, kies(beeld, 'Isolatie tegen geluid, Lindelaan 18').id);
    expect(team).toMatchObject({
      afdeling: 'Wonen',
      telefoon: '0201234507',
      open: expect.any(Boolean) as boolean,
    });
    const [eerste] = team?.collegas ?? [];
    expect(eerste).toMatchObject({ naam: 'R. de Boer', behandelaar: true, bereikbaar: false });
  });

  it('dat zwijgt, kost een regel bij de bronnen en verder niets; wat later komt, staat er de volgende keer', async () => {
    const { id } = kies(beeld, 'Isolatie tegen geluid, Lindelaan 18');
    const gezond = await zaakVan(kcc, id);
    const { id: echt } = register();
    const stand = await register().bereikbaar(proef.klok.nu(), { medewerker: null, doel: 'x', traceId: '0' });
    let antwoord: (lijst: Lijst<Bereikbaarheid>) => void = () => undefined;
    let vragen = 0;
    const traag = () => {
      vragen += 1;
      return new Promise<Lijst<Bereikbaarheid>>((klaar) => {
        antwoord = klaar;
      });
    };
    await met(traag, async () => {
      for (let keer = 0; keer < 3; keer += 1) {
        const zaak = await zaakVan(kcc, id);
        expect({ ...zaak, bronnen: [] }).toEqual({ ...gezond, team: null, bronnen: [] });
        const stuk = zaak.bronnen.filter(({ status }) => status !== 'ok');
        expect(stuk.map(({ bron, status }) => [bron, status])).toEqual([[echt, 'fout']]);
      }
      expect(vragen).toBe(1);
      antwoord(stand);
      expect((await zaakVan(kcc, id)).team).toEqual(gezond.team);
    });
  });

  it('wordt niet voor elke zaak opnieuw gevraagd', async () => {
    let vragen = 0;
    const stand = await register().bereikbaar(proef.klok.nu(), { medewerker: null, doel: 'x', traceId: '0' });
    await met(
      async () => {
        vragen += 1;
        return stand;
      },
      async () => {
        for (const { id } of beeld.zaken.slice(0, 4)) await zaakVan(kcc, id);
        expect(vragen).toBe(1);
        proef.klok.verder(61_000);
        await zaakVan(kcc, beeld.zaken[0]?.id ?? '');
        expect(vragen).toBe(2);
      },
    );
  });
});

describe('een vraag die de klant schreef', () => {
  it('staat bij de zaak en in de tijdlijn met het antwoord, of zonder', async () => {
    const geluid = await zaakVan(kcc, kies(beeld, 'Isolatie tegen geluid, Lindelaan 18').id);
    const vraag = geluid.contactmomenten.find(({ kanaal }) => kanaal === 'MijnOmgeving');
    expect(vraag).toMatchObject({ richting: 'inkomend', resultaat: null, medewerker: 'R. de Boer' });
    expect(vraag?.reactie).toMatch(/^Nee\. De meting duurt/);
    const { json } = await kcc.get<TijdlijnRegel[]>(`/api/klanten/${klant}/tijdlijn?range=[0,99]`);
    const regel = json.find(({ id }) => id === vraag?.id);
    expect(regel?.tekst).toContain(`Antwoord: ${vraag?.reactie ?? ''}`);
    const dakkapel = await zaakVan(kcc, kies(beeld, 'Dakkapel Lindelaan 18').id);
    expect(dakkapel.contactmomenten.find(({ kanaal }) => kanaal === 'MijnOmgeving')).toMatchObject({
      reactie: null,
      resultaat: null,
      medewerker: null,
    });
  });

  it('en hoe de klant het liefst iets hoort: kanaal en taal', () => {
    expect(beeld.klant).toMatchObject({ voorkeur: 'telefoonnummer', voorkeurstaal: 'nld' });
  });
});
