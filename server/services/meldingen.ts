import type { GebeurtenisSoort } from '../../shared/contracts/gebeurtenis.ts';
import type { Zaakregister } from '../connectors/ports.ts';
import * as gebeurtenissen from '../store/gebeurtenissen.ts';
import type { NieuweGebeurtenis } from '../store/gebeurtenissen.ts';
import * as klantverwijzingen from '../store/klantverwijzingen.ts';
import type { ContactmomentOpdracht } from './bezorging/opdracht.ts';
import type { Deps } from './deps.ts';
import { DOEL_BEHANDELING } from './doelbinding.ts';
import { werkBij } from './zaakindex.ts';
import { zaakId } from './zaaklezing.ts';
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

/**
 * A zaak changed: its state is re-read, the index brought up to date, and whoever follows the zaak, its klanten or its
 * afdeling is told. Caches of it were dropped before this is called.
 */
export async function meldZaak(
  deps: Deps,
  register: Zaakregister,
  uuid: string,
  wijziging: Wijziging,
): Promise<void> {
  const aanroep = { medewerker: null, doel: DOEL_BEHANDELING, traceId: '0'.repeat(32), vers: true };
  const kern = await werkBij(deps, register, uuid, aanroep);
  if (kern === null) return;
  const id = zaakId(register.id, uuid);
  const klanten = await Promise.all(
    sleutelsVan(kern.rollen).map(({ sleutel }) =>
      klantverwijzingen.zoek(deps.store.db, deps.sleutels, sleutel),
    ),
  );
  const tijdstip = deps.clock.nu().toISOString();
  const onderwerpen = [
    `zaak:${id}`,
    // Nobody can follow a klant who was never found in the console: then there is no id to follow.
    ...klanten.filter((klant) => klant !== null).map((klant) => `klant:${klant}`),
    `afdeling:${kern.afdeling}`,
  ];
  await meld(
    deps,
    onderwerpen.map((onderwerp) => ({
      soort: wijziging.soort,
      onderwerp,
      id,
      tijdstip,
      ...(wijziging.door === null ? {} : { door: wijziging.door }),
      bron: wijziging.bron,
      niveau: wijziging.intern ? ('inhoud' as const) : ('status' as const),
    })),
  );
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
    })),
  );
}

/** Something of a klant changed in the klantregister: known by its partij. */
export async function meldPartij(
  deps: Deps,
  partij: string,
  soort: GebeurtenisSoort,
  bron: string | null,
): Promise<void> {
  const klant = await klantverwijzingen.zoekPartij(deps.store.db, partij);
  if (klant === null) return;
  const tijdstip = deps.clock.nu().toISOString();
  await meld(deps, [{ soort, onderwerp: `klant:${klant}`, tijdstip, bron, niveau: 'status' }]);
}
