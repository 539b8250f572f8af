import { Medewerker } from '../../shared/contracts/medewerker.ts';
import type { MatrixRegel } from '../domain/matrix.ts';
import { reikt, Beleid } from '../policies/zaken.ts';
import type { BewaardeGebeurtenis } from '../store/gebeurtenissen.ts';
import * as klantverwijzingen from '../store/klantverwijzingen.ts';
import type { Deps } from './deps.ts';
import { openTot } from './doelbinding.ts';
import { leesMetNiveau } from './zaakindex.ts';
import { uuidVan, vindRegister } from './zaaklezing.ts';

export type MagVolgen =
  | { ok: true; profiel: string; /** The right ends by itself: ask again then. */ tot?: Date }
  | { ok: false; code: 'geen_recht' | 'doel_ontbreekt' | 'niet_gevonden' };

/**
 * Who may follow what. The profile is everything rights depend on and nothing else: consoles with the same one share a
 * room, so that an event is judged once for all of them.
 */
export async function magVolgen(
  deps: Deps,
  matrix: readonly MatrixRegel[],
  medewerker: Medewerker,
  onderwerp: string,
): Promise<MagVolgen> {
  const beleid = new Beleid(medewerker, matrix);
  const [soort, id = ''] = splits(onderwerp);
  const ja: MagVolgen = { ok: true, profiel: profielVan(medewerker) };
  switch (soort) {
    case 'klant': {
      if (!beleid.mag('openen', 'Klant')) return { ok: false, code: 'geen_recht' };
      const tot = await openTot(deps, medewerker.id, id);
      return tot === null ? { ok: false, code: 'doel_ontbreekt' } : { ...ja, tot };
    }
    case 'zaak': {
      const [zaak] = await leesMetNiveau(deps, beleid, [id]);
      return zaak !== undefined && reikt(zaak.niveau, 'status') ? ja : { ok: false, code: 'niet_gevonden' };
    }
    case 'afdeling':
      return beleid.mag('lezen', 'Werkvoorraad') &&
        (medewerker.afdelingen.includes(id) || medewerker.rollen.includes('teamleider'))
        ? ja
        : { ok: false, code: 'geen_recht' };
    case 'mijn':
      return { ok: true, profiel: `mijn:${medewerker.id}` };
    default:
      return medewerker.rollen.includes('teamleider') ? ja : { ok: false, code: 'geen_recht' };
  }
}

/** Whether consoles with this profile may hear of this event: asked at every emit and every replay. */
export async function magZien(
  deps: Deps,
  matrix: readonly MatrixRegel[],
  profiel: string,
  gebeurtenis: BewaardeGebeurtenis,
): Promise<boolean> {
  // One's own room: nobody else is in it.
  if (profiel.startsWith('mijn:')) return true;
  const [onderwerp, over = ''] = splits(gebeurtenis.onderwerp);
  const eenZaak = gebeurtenis.soort.startsWith('zaak.') || onderwerp === 'zaak';
  // A contact of a klant about zaken that one may not know of tells of those zaken.
  const zaken = eenZaak ? [gebeurtenis.id ?? over] : (gebeurtenis.zaken ?? []);
  if (zaken.length === 0) return true;
  const beleid = new Beleid(medewerkerVan(profiel), matrix);
  const gelezen = await leesMetNiveau(deps, beleid, zaken);
  return gelezen.some(({ niveau }) => reikt(niveau, gebeurtenis.niveau));
}

/** `zaak:<id>` → ['zaak', id]; an id may hold a colon. */
function splits(onderwerp: string): [soort: string, id?: string] {
  const plek = onderwerp.indexOf(':');
  return plek < 0 ? [onderwerp] : [onderwerp.slice(0, plek), onderwerp.slice(plek + 1)];
}

const profielVan = ({ rollen, afdelingen }: Medewerker): string =>
  JSON.stringify({ id: '', naam: '', rollen: rollen.toSorted(), afdelingen: afdelingen.toSorted() });

const medewerkerVan = (profiel: string): Medewerker => Medewerker.parse(JSON.parse(profiel));

/** Told by the klantregister: of whom, and of which zaken, its answers are old. */
const VAN_HET_KLANTREGISTER = /^(contactmoment|terugbelverzoek)\./;

/**
 * Drops what is cached of the zaken and klanten that events are about, in every process and before the events are sent:
 * whoever reads anew must not get what was there before. Each once, however many events name it.
 */
export async function vergeetWatGebeurde(
  { registers, store }: Deps,
  nieuw: readonly BewaardeGebeurtenis[],
): Promise<void> {
  for (const id of new Set(nieuw.flatMap(({ id }) => id ?? []))) {
    const gevonden = vindRegister(registers.zaken, id);
    gevonden?.register.vergeet(gevonden.uuid);
  }
  const { klanten } = registers;
  const contacten = nieuw.filter(({ soort }) => VAN_HET_KLANTREGISTER.test(soort));
  if (klanten === null || contacten.length === 0) return;
  const merken = new Set<string>();
  for (const { onderwerp, zaken = [] } of contacten) {
    const [soort, over = ''] = splits(onderwerp);
    for (const id of soort === 'zaak' ? [over, ...zaken] : zaken) merken.add(uuidVan(id));
    // A klant without a partij until now is forgotten by any name: every search goes.
    if (soort === 'klant')
      for (const merk of [over, ...(await klantverwijzingen.partijenVan(store.db, over))]) merken.add(merk);
  }
  for (const merk of merken) klanten.vergeet(merk);
}
