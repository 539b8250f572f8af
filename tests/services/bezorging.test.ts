import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { startConsole, type Client, type ConsoleProef } from '../hulp/console.ts';
import { BronFout, type Registers, type Zaak, type Zaakregister } from '../../server/connectors/ports.ts';
import { kies, klantbeeldVan, zoekVerhulst } from '../hulp/klant.ts';

let proef: ConsoleProef;
let wonen: Client;
let zaak: string;
let andere: string;
/** What the register answers to a substatus; null: as it does by itself. */
let zetten: (() => Promise<{ uuid: string }>) | null = null;
/** What the register answers to the reading of a zaak; null: as it does by itself. */
let lezen: (() => Promise<Zaak>) | null = null;
let geschreven = false;

function metOngeluk(registers: Registers): Registers {
  const [echt] = registers.zaken;
  if (echt === undefined) throw new Error('geen zaakregister');
  const register: Zaakregister = {
    ...echt,
    zaak: (uuid, aanroep) => (lezen !== null && geschreven ? lezen() : echt.zaak(uuid, aanroep)),
    zetSubstatus: async (nieuw, aanroep) => {
      if (zetten !== null) return zetten();
      const gezet = await echt.zetSubstatus(nieuw, aanroep);
      geschreven = true;
      return gezet;
    },
  };
  return { ...registers, zaken: [register] };
}

beforeAll(async () => {
  proef = await startConsole({ metIndex: false, wijzigRegisters: metOngeluk });
  const kcc = await proef.login('kcc');
  wonen = await proef.login('behandelaar');
  const beeld = await klantbeeldVan(kcc, await zoekVerhulst(kcc));
  zaak = kies(beeld, 'Isolatie tegen geluid, Lindelaan 18').id;
  andere = kies(beeld, 'Dakkapel Lindelaan 18').id;
});
afterAll(() => proef.sluit());

describe('het register heeft het, maar antwoordt daarna niet meer', () => {
  it.each(['onbereikbaar', 'te_traag', 'verboden', 'onleesbaar'] as const)(
    'door %s: de medewerker hoort dat het bezorgd is, en het staat er een keer',
    async (soort) => {
      geschreven = false;
      lezen = () => Promise.reject(new BronFout('sandbox', soort));
      const omschrijving = `Gezet, daarna ${soort}`;
      const { status, json, tekst } = await wonen.post<{ bezorging: string }>(
        `/api/zaken/${zaak}/substatussen`,
        {
          omschrijving,
          doelgroep: 'betrokkenen',
        },
      );
      lezen = null;
      expect(status, tekst).toBe(201);
      expect(json.bezorging).toBe('bezorgd');
      const rijen = proef.registerproef.sandbox.opslag.tabel('zaken/substatussen').alle();
      expect(rijen.filter((rij) => rij['omschrijving'] === omschrijving)).toHaveLength(1);
      expect((await wonen.get<unknown[]>('/api/taken')).json).toEqual([]);
    },
  );
});

describe('een klok die niet gelijk loopt', () => {
  it('voor die van het register: het blijft staan tot het register zover is, en is geen weigering', async () => {
    const velden = [
      { naam: 'tijdstip', code: 'date-in-future', reden: 'Deze datum mag niet in de toekomst zijn' },
    ];
    zetten = () => Promise.reject(new BronFout('sandbox', 'geweigerd', { status: 400, velden }));
    const inhoud = { omschrijving: 'Tien minuten te vroeg', doelgroep: 'betrokkenen' };
    const { status, json, tekst } = await wonen.post<{ bezorging: string }>(
      `/api/zaken/${zaak}/substatussen`,
      inhoud,
    );
    zetten = null;
    expect([status, json.bezorging], tekst).toEqual([201, 'wacht']);
    expect((await wonen.get<unknown[]>('/api/taken')).json).toEqual([]);
  });

  it('na die van het register: de nieuwe status is toch de nieuwste', async () => {
    type Detail = Pick<ZaakDetail, 'status' | 'statustypen'>;
    const { json: voor } = await wonen.get<Detail>(`/api/zaken/${andere}`);
    const [een, ander] = voor.statustypen.filter(({ eindstatus }) => !eindstatus);
    const zet = async (statustype: string | undefined) => {
      const { json, tekst } = await wonen.post<{ bezorging: string }>(`/api/zaken/${andere}/statussen`, {
        statustype,
      });
      expect(json.bezorging, tekst).toBe('bezorgd');
      return (await wonen.get<Detail>(`/api/zaken/${andere}`)).json.status?.naam;
    };
    expect(await zet(een?.id)).toBe(een?.naam);
    // From here on ours is ten minutes behind the one by which that status was set.
    proef.klok.verder(-600_000);
    const daarna = await zet(ander?.id);
    proef.klok.verder(600_000);
    expect(daarna).toBe(ander?.naam);
  });
});
