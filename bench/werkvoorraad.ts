import { dayOf } from '../server/domain/dagen.ts';
import { STANDAARD_MATRIX } from '../server/policies/matrix.ts';
import { Beleid } from '../server/policies/zaken.ts';
import { rechtFilter } from '../server/services/zaakindex.ts';
import * as zaakindex from '../server/store/zaakindex.ts';
import { echteKlok } from '../server/clock.ts';
import { leegDeps } from '../tests/hulp/deps.ts';
import { maakIndexrijen, vulIndex } from '../tests/hulp/indexrijen.ts';
import { maakStore } from '../tests/hulp/store.ts';
import { druk, klok, mediaan } from './meting.ts';

const KEREN = 15;
const REGISTERS = ['proef'];

/** Milliseconds of one page of the werkvoorraad with its tellingen, as a kcc sees it: rights, order, count. */
async function meet(aantal: number): Promise<number> {
  const store = await maakStore();
  try {
    const nu = echteKlok.nu();
    const vandaag = dayOf(nu);
    await vulIndex(store, maakIndexrijen(aantal, { vandaag, nu }));
    const deps = leegDeps(store, echteKlok);
    const beleid = new Beleid(
      { id: 'bench', naam: 'Bench', rollen: ['kcc'], afdelingen: [] },
      STANDAARD_MATRIX,
    );
    const tijden: number[] = [];
    for (let keer = 0; keer < KEREN; keer += 1) {
      const { ms } = await klok(async () => {
        const recht = await rechtFilter(deps, beleid);
        const vraag = { recht, filter: { open: true }, registers: REGISTERS, vandaag };
        await zaakindex.lijst(store.db, { ...vraag, sort: ['urgentie', 'ASC'], van: 0, tot: 24 });
        await zaakindex.tellingen(store.db, vraag);
      });
      tijden.push(ms);
    }
    return mediaan(tijden);
  } finally {
    await store.close();
  }
}

/** What a hundred times as many open zaken cost the werkvoorraad. */
export async function meetWerkvoorraad(opslag: string): Promise<void> {
  const klein = await meet(1000);
  druk({
    figuur: 'werkvoorraad: bladzijde en tellingen uit de index, 100.000 open zaken naast 1.000',
    waarde: await meet(100_000),
    eenheid: 'ms',
    vloer: klein,
    grens: null,
    opslag,
  });
}
