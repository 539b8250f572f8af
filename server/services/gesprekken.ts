import type {
  Gesprek,
  GesprekAfronding,
  GesprekWijziging,
  NieuwGesprek,
} from '../../shared/contracts/gesprek.ts';
import type { ContactmomentGeregistreerd } from '../../shared/contracts/contactmoment.ts';
import { fout } from '../fouten.ts';
import * as gesprekken from '../store/gesprekken.ts';
import type { BewaardGesprek } from '../store/gesprekken.ts';
import { eerderGeregistreerd, registreer } from './contactmomenten.ts';
import type { Deps, Wie } from './deps.ts';
import { doelVoorKlant } from './doelbinding.ts';
import { naamVan } from './klantnaam.ts';

function eisGesprekken(wie: Wie): void {
  if (!wie.beleid.mag('registreren', 'Gesprek')) throw fout('geen_recht');
}

/** Only one's own: a gesprek of a colleague does not exist for others. @throws niet_gevonden */
async function eigen(deps: Deps, wie: Wie, id: string): Promise<BewaardGesprek> {
  eisGesprekken(wie);
  const gesprek = await gesprekken.lees(deps.store.db, deps.sleutels, id);
  if (gesprek?.medewerker !== wie.medewerker.id) {
    throw fout('niet_gevonden', {
      detail: 'Dit gesprek is al afgerond, of is niet van u. Start een nieuw gesprek.',
    });
  }
  return gesprek;
}

const toon = ({ medewerker: _eigenaar, ...gesprek }: BewaardGesprek): Gesprek => gesprek;

export async function lijst(deps: Deps, wie: Wie): Promise<Gesprek[]> {
  eisGesprekken(wie);
  return (await gesprekken.lijst(deps.store.db, deps.sleutels, wie.medewerker.id)).map(toon);
}

export async function lees(deps: Deps, wie: Wie, id: string): Promise<Gesprek> {
  return toon(await eigen(deps, wie, id));
}

export async function start(deps: Deps, wie: Wie, nieuw: NieuwGesprek): Promise<Gesprek> {
  eisGesprekken(wie);
  const klant = nieuw.klant ?? null;
  const gesprek = await gesprekken.maak(
    deps.store.db,
    deps.sleutels,
    {
      medewerker: wie.medewerker.id,
      kanaal: nieuw.kanaal,
      klant,
      klantNaam: klant === null ? null : await toegelatenNaam(deps, wie, klant),
      verificatie: nieuw.verificatie,
      namens: nieuw.namens ?? null,
      notitie: nieuw.notitie,
      bekekenZaken: [],
    },
    deps.clock.nu(),
  );
  return toon(gesprek);
}

export async function wijzig(
  deps: Deps,
  wie: Wie,
  id: string,
  wijziging: GesprekWijziging,
): Promise<Gesprek> {
  const oud = await eigen(deps, wie, id);
  const { klant } = wijziging;
  const anders = klant !== undefined && klant !== oud.klant;
  const klantNaam = anders ? (klant === null ? null : await toegelatenNaam(deps, wie, klant)) : undefined;
  const nieuw = await deps.store.tx((t) =>
    gesprekken.wijzig(t, deps.sleutels, id, { ...wijziging, klantNaam }, deps.clock.nu()),
  );
  if (nieuw === null) throw fout('niet_gevonden');
  return toon(nieuw);
}

export async function verwijder(deps: Deps, wie: Wie, id: string): Promise<void> {
  await eigen(deps, wie, id);
  await gesprekken.verwijder(deps.store.db, id);
}

/** A klant joins only a gesprek of someone who may open that klant now: else this would be a way around the purpose. */
async function toegelatenNaam(deps: Deps, wie: Wie, klant: string): Promise<string> {
  const doel = await doelVoorKlant(deps, wie, klant);
  return naamVan(deps, wie, klant, doel);
}

/**
 * Ends the gesprek by registering it. Kanaal, klant and times are those of the stored gesprek; it is removed only after
 * the contactmoment was accepted. One gesprek is one contactmoment, whatever key a repeat or a second window sends: so
 * the gesprek itself is the key. @throws conflict where it was ended with another text
 */
export async function rondAf(
  deps: Deps,
  wie: Wie,
  id: string,
  afronding: GesprekAfronding,
): Promise<ContactmomentGeregistreerd> {
  eisGesprekken(wie);
  const sleutel = `gesprek:${id}`;
  // Without the times, which differ at a repeat; and before the gesprek is looked for, because it is gone by then.
  const vergelijk = { gesprek: id, ...afronding };
  const geregistreerd =
    (await eerderGeregistreerd(deps, wie, sleutel, vergelijk)) ??
    (await registreerGesprek(deps, wie, sleutel, await eigen(deps, wie, id), afronding, vergelijk));
  await gesprekken.verwijder(deps.store.db, id);
  return geregistreerd;
}

async function registreerGesprek(
  deps: Deps,
  wie: Wie,
  sleutel: string,
  gesprek: BewaardGesprek,
  afronding: GesprekAfronding,
  vergelijk: unknown,
): Promise<ContactmomentGeregistreerd> {
  const nieuw = {
    ...afronding,
    ...(gesprek.klant === null ? {} : { klant: gesprek.klant }),
    kanaal: gesprek.kanaal,
    richting: 'inkomend' as const,
    gestartOp: gesprek.gestartOp,
    beeindigdOp: deps.clock.nu().toISOString(),
  };
  // This gesprek itself is the purpose, however long it took.
  return registreer(deps, { ...wie, gesprek: gesprek.id }, sleutel, nieuw, vergelijk);
}
