import type { GebeurtenisSoort } from '../../shared/contracts/gebeurtenis.ts';
import type { Zaakregister } from '../connectors/ports.ts';
import * as gebeurtenissen from '../store/gebeurtenissen.ts';
import type { NieuweGebeurtenis } from '../store/gebeurtenissen.ts';
import * as klantverwijzingen from '../store/klantverwijzingen.ts';
import type { ContactmomentOpdracht } from './bezorging/opdracht.ts';
import type { Deps } from './deps.ts';
import { DOEL_BEHANDELING } from './doelbinding.ts';
import { werkBij } from './zaakindex.ts';
import { zaakId, type Zaakkern } from './zaaklezing.ts';
import { sleutelsVan } from './zaaktoegang.ts';

export interface Wijziging {
  soort: GebeurtenisSoort;
  /** uuid at the register of what was made, so that its notificatie is not told again; null for a mere change. */
  bron: string | null;
  /** Id of the medewerker, where we know it. */
  door: string | null;
  /** An interne substatus: only for those who may see content. */
  intern: boolean;
}

/** Tells the consoles in one go: written in commit order first, sent after. Doubles by `bron` are dropped. */
async function meld(deps: Deps, nieuw: readonly NieuweGebeurtenis[]): Promise<void> {
  const geschreven = await deps.store.tx((t) => gebeurtenissen.schrijf(t, nieuw));
  if (geschreven.length > 0) deps.bus.emit('gebeurtenissen', geschreven);
}

/** Times a minute that late sources are told of one onderwerp: one that is always late would be read for ever. */
const AANGEVULD = { hoogstens: 3, binnenMs: 60_000 } as const;

/** A source answered after its deadline: whoever follows the onderwerp reads anew, and finds the answer kept. */
export async function meldAangevuld(deps: Deps, onderwerp: string, bron?: string): Promise<void> {
  const nu = deps.clock.nu();
  const sinds = new Date(nu.getTime() - AANGEVULD.binnenMs);
  const eerder = await gebeurtenissen.aantalSinds(deps.store.db, onderwerp, 'bron.aangevuld', sinds);
  if (eerder >= AANGEVULD.hoogstens) return;
  await meld(deps, [
    {
      soort: 'bron.aangevuld',
      onderwerp,
      tijdstip: nu.toISOString(),
      bron: null,
      niveau: 'status',
      ...(bron === undefined ? {} : { id: bron }),
    },
  ]);
}

const aanroep = { medewerker: null, doel: DOEL_BEHANDELING, traceId: '0'.repeat(32), vers: true };

/**
 * A zaak changed: its state is re-read once, however much happened to it, the index brought up to date, and whoever
 * follows the zaak, its klanten or its afdeling is told. Caches of it were dropped before this is called.
 */
export async function meldZaak(
  deps: Deps,
  register: Zaakregister,
  uuid: string,
  ...wijzigingen: readonly Wijziging[]
): Promise<void> {
  const kern = await werkBij(deps, register, uuid, aanroep);
  if (kern !== null) await meldKernen(deps, [{ kern, wijzigingen }]);
}

/** Zaken that were re-read and stand in the index: their events, in one transaction. */
export async function meldKernen(
  deps: Deps,
  gelezen: readonly { kern: Zaakkern; wijzigingen: readonly Wijziging[] }[],
): Promise<void> {
  const tijdstip = deps.clock.nu().toISOString();
  const nieuw: NieuweGebeurtenis[] = [];
  for (const { kern, wijzigingen } of gelezen) {
    const id = zaakId(kern.register.id, kern.zaak.uuid);
    for (const onderwerp of await onderwerpenVan(deps, kern, id))
      for (const { soort, door, bron, intern } of wijzigingen)
        nieuw.push({
          soort,
          onderwerp,
          id,
          tijdstip,
          ...(door === null ? {} : { door }),
          bron,
          niveau: intern ? 'inhoud' : 'status',
        });
  }
  await meld(deps, nieuw);
}

async function onderwerpenVan(deps: Deps, kern: Zaakkern, id: string): Promise<string[]> {
  const klanten = await Promise.all(
    sleutelsVan(kern.rollen).map(({ sleutel }) =>
      klantverwijzingen.zoek(deps.store.db, deps.sleutels, sleutel),
    ),
  );
  // Nobody can follow a klant who was never found in the console: then there is no id to follow.
  const gevonden = new Set(klanten.filter((klant) => klant !== null));
  return [`zaak:${id}`, ...[...gevonden].map((klant) => `klant:${klant}`), `afdeling:${kern.afdeling}`];
}

/** A contactmoment reached the register: the klantbeeld and the zaken it was about show it. */
export async function meldContactmoment(
  deps: Deps,
  opdracht: ContactmomentOpdracht,
  uuid: string,
  door: string,
): Promise<void> {
  const onderwerpen = [
    ...(opdracht.klant === undefined ? [] : [`klant:${opdracht.klant}`]),
    ...opdracht.zaken.map((zaak) => `zaak:${zaak}`),
  ];
  const tijdstip = deps.clock.nu().toISOString();
  await meld(
    deps,
    onderwerpen.map((onderwerp) => ({
      soort: 'contactmoment.nieuw' as const,
      onderwerp,
      tijdstip,
      door,
      bron: uuid,
      niveau: 'status' as const,
      zaken: [...opdracht.zaken],
    })),
  );
}

/** Something of a klant changed in the klantregister: known by its partij, and by uuids of the zaken it is about. */
export async function meldPartij(
  deps: Deps,
  { partij, zaken }: { partij: string; zaken: readonly string[] },
  soort: GebeurtenisSoort,
  bron: string | null,
): Promise<void> {
  const klant = await klantverwijzingen.zoekPartij(deps.store.db, partij);
  if (klant === null) return;
  await meldKlant(deps, klant, zaken, [{ soort, bron }]);
}

/** The same of a klant whom we know by his id. */
export async function meldKlant(
  deps: Deps,
  klant: string,
  zaken: readonly string[],
  wat: readonly { soort: GebeurtenisSoort; bron: string | null }[],
): Promise<void> {
  const tijdstip = deps.clock.nu().toISOString();
  // Which of the registers has it is not said: the index knows it under one of these ids, or nobody may hear of it.
  const ids = zaken.flatMap((uuid) => deps.registers.zaken.map(({ id }) => zaakId(id, uuid)));
  await meld(
    deps,
    wat.map((een) => ({
      ...een,
      onderwerp: `klant:${klant}`,
      tijdstip,
      niveau: 'status' as const,
      zaken: ids,
    })),
  );
}

/** A refused write came back, or goes out again: tells its author's consoles. */
export const meldTaak = (deps: Deps, medewerker: string): Promise<void> =>
  meld(deps, [
    {
      soort: 'zaak.gewijzigd',
      onderwerp: `mijn:${medewerker}`,
      tijdstip: deps.clock.nu().toISOString(),
      bron: null,
      niveau: 'status',
    },
  ]);
