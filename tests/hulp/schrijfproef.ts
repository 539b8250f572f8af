import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { BronFout, type Aanroep, type Registers } from '../../server/connectors/ports.ts';
import type { Taak } from '../../shared/contracts/taak.ts';
import type { ZaakDetail, ZaakKort } from '../../shared/contracts/zaak.ts';
import { startConsole, totdat, type Antwoord, type Client, type ConsoleProef } from './console.ts';
import { zaakVan } from './klant.ts';

/** What the registers do with a write: as they would, no answer, or no for an answer at one field. */
type Gedrag = 'gewoon' | 'weg' | { weigert: string; reden: string };

export interface Schrijfproef extends ConsoleProef {
  gedrag: Gedrag;
  /** The same for the linking of a contact to its medewerker, the link after the contact itself. */
  koppelen: Gedrag;
  wonen: Client;
  /** An open zaak of Wonen with a status, another one each time. */
  vrijeZaak(): Promise<ZaakDetail>;
  /** What waits is due now. The clock stands still: a register refuses what is dated in the future. */
  later(): Promise<void>;
  taken(client?: Client): Promise<Taak[]>;
  /** Posts, gets no answer from the register, and is then refused at `veld`: the taak. */
  laatGeweigerd(zend: () => Promise<Antwoord<unknown>>, veld: string, client?: Client): Promise<Taak>;
  inRegister(tabel: 'substatussen' | 'statussen', tekst: string): number;
}

/** A console on the bundled registers whose writes can be made to fail; reading goes on. */
export async function startSchrijfproef(): Promise<Schrijfproef> {
  const stand: { gedrag: Gedrag; koppelen: Gedrag } = { gedrag: 'gewoon', koppelen: 'gewoon' };
  const doe = async <T>(
    bron: string,
    gedrag: Gedrag,
    { medewerker }: Aanroep,
    werk: () => Promise<T>,
  ): Promise<T> => {
    // A write in nobody's name is another program's: that one has no accident.
    if (gedrag === 'gewoon' || medewerker === null) return werk();
    if (gedrag === 'weg') throw new BronFout(bron, 'onbereikbaar');
    const velden = [{ naam: gedrag.weigert, code: 'invalid', reden: gedrag.reden }];
    throw new BronFout(bron, 'geweigerd', { status: 400, velden });
  };
  function metOngeluk(registers: Registers): Registers {
    const { klanten } = registers;
    return {
      ...registers,
      zaken: registers.zaken.map((echt) => ({
        ...echt,
        zetStatus: (nieuw, aanroep) =>
          doe(echt.id, stand.gedrag, aanroep, () => echt.zetStatus(nieuw, aanroep)),
        zetSubstatus: (nieuw, aanroep) =>
          doe(echt.id, stand.gedrag, aanroep, () => echt.zetSubstatus(nieuw, aanroep)),
      })),
      klanten:
        klanten === null
          ? null
          : {
              ...klanten,
              maakContact: (nieuw, aanroep) =>
                doe(klanten.id, stand.gedrag, aanroep, () => klanten.maakContact(nieuw, aanroep)),
              koppelActor: (contact, medewerker, aanroep) =>
                doe(klanten.id, stand.koppelen, aanroep, () =>
                  klanten.koppelActor(contact, medewerker, aanroep),
                ),
            },
    };
  }
  const proef = await startConsole({ wijzigRegisters: metOngeluk });
  const wonen = await proef.login('behandelaar');
  const filter = encodeURIComponent('{"open":true,"mijn":true}');
  const { json } = await wonen.get<ZaakKort[]>(`/api/zaken?filter=${filter}&range=[0,99]`);
  const zaken = json.filter(
    ({ status, deelzaken, hoofdzaak }) => status !== null && deelzaken.length === 0 && hoofdzaak === null,
  );
  const taken = async (client = wonen) => (await client.get<Taak[]>('/api/taken')).json;
  const later = async () => {
    await proef.store.db.execute(
      sql`UPDATE outbox SET volgende_poging = now() - interval '1 day' WHERE toestand = 'wacht'`,
    );
  };
  return Object.assign(stand, {
    ...proef,
    wonen,
    later,
    taken,
    vrijeZaak: async () => {
      const zaak = zaken.shift();
      if (zaak === undefined) throw new Error('de proef heeft te weinig zaken van Wonen');
      return zaakVan(wonen, zaak.id);
    },
    laatGeweigerd: async (zend: () => Promise<Antwoord<unknown>>, veld: string, client = wonen) => {
      stand.gedrag = 'weg';
      const { status, json: antwoord, tekst } = await zend();
      expect([status, antwoord], tekst).toMatchObject([201, { bezorging: 'wacht' }]);
      stand.gedrag = { weigert: veld, reden: 'Dit kan niet.' };
      const al = (await taken(client)).length;
      await later();
      await totdat(async () => (await taken(client)).length > al);
      stand.gedrag = 'gewoon';
      const taak = (await taken(client)).at(-1);
      if (taak === undefined) throw new Error('er kwam geen taak');
      return taak;
    },
    inRegister: (tabel: 'substatussen' | 'statussen', tekst: string) =>
      proef.registerproef.sandbox.opslag
        .tabel(`zaken/${tabel}`)
        .alle()
        .filter((rij) => rij['omschrijving'] === tekst || rij['statustoelichting'] === tekst).length,
  });
}
