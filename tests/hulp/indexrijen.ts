import { VERTROUWELIJKHEDEN } from '../../shared/contracts/waarden.ts';
import { addDays } from '../../server/domain/dagen.ts';
import type { Zaakgroep } from '../../server/domain/zaakgroep.ts';
import { ordenOp, type Indexrij } from '../../server/store/zaakindex.ts';
import type { Store } from '../../server/store/store.ts';

const AFDELINGEN = ['Burgerzaken', 'Inkomen', 'Jeugd', 'Openbare Ruimte', 'Vergunningen', 'Wonen'] as const;
const GROEPEN: readonly Zaakgroep[] = ['overig', 'overig', 'overig', 'sociaal domein', 'schuldhulp', 'jeugd'];
const ZAAKTYPEN_PER_AFDELING = 12;

/** A repeatable series of numbers from 0 up to 1 (mulberry32). */
function reeks(zaad: number): () => number {
  let staat = zaad;
  return () => {
    staat = (staat + 0x6d2b79f5) | 0;
    let t = Math.imul(staat ^ (staat >>> 15), 1 | staat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Rows of an index as a large municipality has them, the same for the same `zaad`: 72 zaaktypen of 6 afdelingen, few
 * secret ones, terms from long past to far off so that many are equal, some suspended, some without a term.
 */
export function maakIndexrijen(
  aantal: number,
  anders: { zaad?: number; vandaag: string; nu: Date; register?: string; gesloten?: number },
): Indexrij[] {
  const kans = reeks(anders.zaad ?? 1);
  const geheel = (onder: number) => Math.floor(kans() * onder);
  const { vandaag, nu, register = 'proef', gesloten = 0 } = anders;
  return Array.from({ length: aantal }, (_, n): Indexrij => {
    const afdeling = geheel(AFDELINGEN.length);
    const zaaktype = geheel(ZAAKTYPEN_PER_AFDELING);
    const startdatum = addDays(vandaag, -geheel(200));
    const termijn = 1 + geheel(240);
    const weg = kans() < gesloten;
    return {
      id: `${register}~${String(n).padStart(8, '0')}-0000-4000-8000-${String(geheel(1e9)).padStart(12, '0')}`,
      register,
      zaaktype: `${String(afdeling).padStart(8, '0')}-0000-4000-8000-${String(zaaktype).padStart(12, '0')}`,
      zaaktypeIdentificatie: `type-${String(afdeling)}-${String(zaaktype)}`,
      zaaktypeOmschrijving: `Zaaktype ${String(zaaktype)} van ${AFDELINGEN[afdeling] ?? ''}`,
      zaaknummer: `2026-${String(n).padStart(7, '0')}`,
      bronorganisatie: '111222333',
      // Some are with another afdeling than their zaaktype says.
      afdeling: AFDELINGEN[kans() < 0.1 ? geheel(AFDELINGEN.length) : afdeling] ?? '',
      groep: GROEPEN[(afdeling + zaaktype) % GROEPEN.length] ?? 'overig',
      intern: zaaktype === 0,
      vertrouwelijkheid: VERTROUWELIJKHEDEN[kans() < 0.9 ? 3 : geheel(VERTROUWELIJKHEDEN.length)] ?? 'geheim',
      statustype: null,
      startdatum,
      streefdatum: kans() < 0.5 ? addDays(startdatum, Math.ceil(termijn / 2)) : null,
      uiterlijk: kans() < 0.9 ? addDays(startdatum, termijn) : null,
      einddatum: weg ? addDays(startdatum, geheel(100)) : null,
      opgeschort: kans() < 0.05,
      hoofdzaak: null,
      bijgewerktOp: nu,
    };
  });
}

const KOLOMMEN = {
  id: 'text',
  register: 'text',
  zaaktype: 'text',
  zaaktypeIdentificatie: 'text',
  zaaktypeOmschrijving: 'text',
  zaaknummer: 'text',
  bronorganisatie: 'text',
  afdeling: 'text',
  groep: 'text',
  intern: 'boolean',
  vertrouwelijkheid: 'smallint',
  statustype: 'text',
  startdatum: 'date',
  streefdatum: 'date',
  uiterlijk: 'date',
  einddatum: 'date',
  opgeschort: 'boolean',
  hoofdzaak: 'text',
  bijgewerktOp: 'timestamptz',
} as const satisfies Record<keyof Indexrij, string>;

/** Writes many rows at once into an empty index, for tests and figures at a size; no row of it has a double. */
export async function vulIndex(store: Store, rijen: readonly Indexrij[]): Promise<void> {
  const bron = Object.entries(KOLOMMEN);
  const doel = bron.map(([naam]) => naam.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const opdracht = `INSERT INTO zaakindex (${doel.join()}) SELECT * FROM json_to_recordset($1::json)
    AS r(${bron.map(([naam, soort]) => `"${naam}" ${soort}`).join()})`;
  for (let van = 0; van < rijen.length; van += 5000) {
    const deel = rijen
      .slice(van, van + 5000)
      .map((rij) => ({ ...rij, vertrouwelijkheid: VERTROUWELIJKHEDEN.indexOf(rij.vertrouwelijkheid) }));
    await store.executeSql(opdracht, [JSON.stringify(deel)]);
  }
  await ordenOp(store.db);
}
