import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type Client, type ConsoleProef } from '../hulp/console.ts';
import { BronFout, type Registers, type Zaak, type Zaakregister } from '../../server/connectors/ports.ts';
import { kies, klantbeeldVan, zoekVerhulst } from '../hulp/klant.ts';

let proef: ConsoleProef;
let wonen: Client;
let zaak: string;
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
  zaak = kies(await klantbeeldVan(kcc, await zoekVerhulst(kcc)), 'Isolatie tegen geluid, Lindelaan 18').id;
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
