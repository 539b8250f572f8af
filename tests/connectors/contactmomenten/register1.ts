import type { ServerResponse } from 'node:http';
import type { Klantregister } from '../../../server/connectors/ports.ts';
import { leesRegisters } from '../../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../../server/connectors/registers.ts';
import { json, maakNep, pagina, probleem, uuid, type Nepregister, type Oproep } from '../nepregister.ts';

type Rij = Record<string, unknown> & { url: string };

/** A register of the 1.0 style that keeps what is posted, and may fail at the nth POST, before or after keeping it. */
export interface Register1 {
  nep: Nepregister;
  tabellen: Record<string, Rij[]>;
  /** 1 is the next POST. */
  breek(nummer: number, wanneer: 'ervoor' | 'erna'): void;
}

export async function maakRegister1(): Promise<Register1> {
  const tabellen: Record<string, Rij[]> = {
    contactmomenten: [],
    klantcontactmomenten: [],
    objectcontactmomenten: [],
    klanten: [],
  };
  let teller = 100;
  let tot = 0;
  let wanneer: 'ervoor' | 'erna' = 'ervoor';
  const past = (rij: Rij, o: Oproep): boolean =>
    [...o.query].every(([naam, waarde]) => {
      if (['ordering', 'expand', 'page', 'registratiedatum__gte', 'subjectType'].includes(naam)) return true;
      if (naam === 'klant' && o.pad.endsWith('/contactmomenten'))
        return tabellen['klantcontactmomenten']!.some(
          (k) => k['contactmoment'] === rij.url && k['klant'] === waarde,
        );
      const stappen = naam.replace(/^subject[A-Za-z]*__/, 'subjectIdentificatie__').split('__');
      let nu: unknown = rij;
      for (const stap of stappen)
        nu =
          typeof nu === 'object' && nu !== null
            ? Object.entries(nu).find(([k]) => k === stap)?.[1]
            : undefined;
      return nu === waarde;
    });
  const antwoord = (o: Oproep, res: ServerResponse): void => {
    const [soort = '', id] = o.pad.replace(/^\/(cm|kl)\//, '').split('/');
    const tabel = tabellen[soort];
    if (tabel === undefined) {
      json(res, probleem('not_found', 404), 404);
      return;
    }
    const basis = `${nep.url}${o.pad.startsWith('/kl/') ? '/kl' : '/cm'}`;
    if (o.methode === 'POST') {
      const raak = tot > 0 && (tot -= 1) === 0;
      if (raak && wanneer === 'ervoor') return void res.socket?.destroy();
      const rij: Rij = { ...(o.lichaam as object), url: `${basis}/${soort}/${uuid((teller += 1))}` };
      tabel.unshift(rij);
      if (raak) return void res.socket?.destroy();
      json(res, rij, 201);
      return;
    }
    if (id !== undefined) {
      const rij = tabel.find((r) => r.url.endsWith(id));
      json(res, rij ?? probleem('not_found', 404), rij ? 200 : 404);
      return;
    }
    const rijen = tabel.filter((r) => past(r, o));
    if (o.query.get('expand') !== 'objectcontactmomenten') {
      json(res, pagina(rijen));
      return;
    }
    json(
      res,
      pagina(
        rijen.map((r) => ({
          ...r,
          objectcontactmomenten: tabellen['objectcontactmomenten']!.filter(
            (k) => k['contactmoment'] === r.url,
          ),
        })),
      ),
    );
  };
  const nep = await maakNep(antwoord);
  return {
    nep,
    tabellen,
    breek(nummer, moment) {
      tot = nummer;
      wanneer = moment;
    },
  };
}

/** The connector on a register; `meer` in its part of the REGISTERS file. */
export function maakKlantregister1(
  url: string,
  meer: object = {},
  termijnMs?: number,
  zaakregisters: object[] = [
    { id: 'z', zaken: 'https://oz.nl/zaken/api/v1', catalogi: url, clientId: 'c', secret: 's' },
  ],
): { register: Klantregister; sluit: () => Promise<void> } {
  const config = {
    zaakregisters,
    klantregister: {
      ...{ id: 'klanten', soort: 'contactmomenten1', contactmomenten: `${url}/cm`, klanten: `${url}/kl` },
      ...{ clientId: 'console', secret: 'geheim', bronorganisatie: '123456782' },
      ...meer,
    },
  };
  const registers = maakRegisters(leesRegisters(JSON.stringify(config), {}), { herhaalNaMs: 1, termijnMs });
  if (registers.klanten === null) throw new Error('geen klantregister');
  return { register: registers.klanten, sluit: () => registers.sluit() };
}
