import { berekenTermijn } from '../domain/termijn.ts';
import { VERTROUWELIJKHEDEN, type Niveau } from '../../shared/contracts/waarden.ts';
import type { Aanroep, Zaakregister } from '../connectors/ports.ts';
import { BronFout } from '../connectors/ports.ts';
import { rangVan } from '../policies/ability.ts';
import { reikt, type Beleid } from '../policies/zaken.ts';
import * as zaakindex from '../store/zaakindex.ts';
import type { Indexrij, RechtFilter } from '../store/zaakindex.ts';
import * as zaakverloop from '../store/zaakverloop.ts';
import type { Deps } from './deps.ts';
import { leesKern, zaakId, type Zaakkern } from './zaaklezing.ts';

/** What of a zaak the index keeps: no text, no person. The terms are those that the screen shows. */
function indexrij(kern: Zaakkern, vandaag: string, nu: Date): Indexrij {
  const { register, zaak, zaaktype, afdeling, beleid } = kern;
  const termijn = berekenTermijn({
    zaak,
    zaaktype,
    statussen: zaak.statusNu === null ? [] : [zaak.statusNu],
    vandaag,
  });
  return {
    id: zaakId(register.id, zaak.uuid),
    register: register.id,
    zaaktype: zaak.zaaktype,
    zaaktypeIdentificatie: beleid.zaaktype,
    zaaktypeOmschrijving: zaaktype?.omschrijving ?? '',
    zaaknummer: zaak.identificatie,
    afdeling,
    groep: beleid.groep,
    intern: beleid.intern,
    vertrouwelijkheid: zaak.vertrouwelijkheidaanduiding,
    statustype: zaak.statusNu?.statustype ?? null,
    startdatum: zaak.startdatum,
    streefdatum: termijn.norm,
    uiterlijk: termijn.wettelijk,
    einddatum: zaak.einddatum,
    opgeschort: zaak.opschorting !== null,
    hoofdzaak: zaak.hoofdzaak === null ? null : zaakId(register.id, zaak.hoofdzaak),
    bijgewerktOp: nu,
  };
}

/**
 * What a medewerker may see, as clauses for the database: the policy itself is asked for every kind of zaak that there
 * is, so that there is one definition of a right and not a second one in SQL.
 */
export async function rechtFilter(deps: Deps, beleid: Beleid): Promise<RechtFilter> {
  const soorten = await zaakindex.soorten(deps.store.db);
  return soorten.flatMap((soort) => {
    const hoogste = VERTROUWELIJKHEDEN.findLastIndex((_naam, vertrouwelijkheid) =>
      reikt(beleid.niveau({ ...soort, vertrouwelijkheid }), 'status'),
    );
    if (hoogste < 0) return [];
    const { afdeling, groep, zaaktype, intern } = soort;
    return [
      {
        afdelingen: [afdeling],
        groepen: [groep],
        zaaktypen: [zaaktype],
        intern,
        maxVertrouwelijkheid: hoogste,
      },
    ];
  });
}

/** How much of a zaak this medewerker may see, by what the index knows of it. */
export function niveauVan(beleid: Beleid, rij: Indexrij): Niveau {
  const { afdeling, groep, intern, zaaktypeIdentificatie: zaaktype } = rij;
  const vertrouwelijkheid = rangVan(rij.vertrouwelijkheid);
  return beleid.niveau({ afdeling, groep, intern, zaaktype, vertrouwelijkheid });
}

/**
 * Of these zaken the ones that the index knows to be closed to this medewerker. For when their register is silent: what
 * nobody may see then does not turn up because nobody could look.
 */
export async function geslotenVolgensIndex(
  deps: Deps,
  beleid: Beleid,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const bekend = ids.length === 0 ? [] : await zaakindex.lees(deps.store.db, ids);
  return new Set(bekend.filter((rij) => !reikt(niveauVan(beleid, rij), 'status')).map(({ id }) => id));
}

/**
 * Reads one zaak anew into the index, or takes it out when its register no longer has it. What was kept of its history
 * and besluiten goes: something happened to it, and only a new reading tells what.
 */
export async function werkBij(
  deps: Deps,
  register: Zaakregister,
  uuid: string,
  aanroep: Aanroep,
): Promise<Zaakkern | null> {
  const nu = deps.clock.nu();
  await zaakverloop.vergeet(deps.store.db, [zaakId(register.id, uuid)], nu);
  try {
    const kern = await leesKern(register, await register.zaak(uuid, { ...aanroep, vers: true }), aanroep);
    await zaakindex.bewaar(deps.store.db, [indexrij(kern, deps.clock.vandaag(), nu)]);
    return kern;
  } catch (oorzaak) {
    if (!(oorzaak instanceof BronFout && oorzaak.soort === 'niet_gevonden')) throw oorzaak;
    await zaakindex.verwijder(deps.store.db, [zaakId(register.id, uuid)]);
    return null;
  }
}

/** One round over all open zaken of a register; what it no longer names is read one by one. Returns how many were read. */
export async function stemAf(deps: Deps, register: Zaakregister, aanroep: Aanroep): Promise<number> {
  const begin = deps.clock.nu();
  let volgende: string | null = null;
  let gelezen = 0;
  do {
    const bladzijde: Awaited<ReturnType<Zaakregister['openZaken']>> = await register.openZaken(
      volgende,
      aanroep,
    );
    const nu = deps.clock.nu();
    const kernen = await Promise.all(bladzijde.rijen.map((zaak) => leesKern(register, zaak, aanroep)));
    await zaakindex.bewaar(
      deps.store.db,
      kernen.map((kern) => indexrij(kern, deps.clock.vandaag(), nu)),
    );
    gelezen += kernen.length;
    volgende = bladzijde.volgende;
  } while (volgende !== null);
  for (const id of await zaakindex.nietGezien(deps.store.db, register.id, begin)) {
    await werkBij(deps, register, id.slice(id.lastIndexOf('~') + 1), aanroep);
  }
  return gelezen;
}
