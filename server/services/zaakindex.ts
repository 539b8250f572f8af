import { berekenTermijn } from '../domain/termijn.ts';
import { VERTROUWELIJKHEDEN, type Niveau } from '../../shared/contracts/waarden.ts';
import type { Aanroep, Zaakregister } from '../connectors/ports.ts';
import { BronFout } from '../connectors/ports.ts';
import { rangVan } from '../policies/ability.ts';
import { reikt, type Beleid } from '../policies/zaken.ts';
import * as opschortingen from '../store/opschortingen.ts';
import * as zaakindex from '../store/zaakindex.ts';
import type { Indexrij, RechtFilter } from '../store/zaakindex.ts';
import * as zaakverloop from '../store/zaakverloop.ts';
import type { Deps } from './deps.ts';
import { dezeAlleen, leesKern, leesKernen, zaakId, type Zaakkern } from './zaaklezing.ts';

const idVan = ({ register, zaak }: Zaakkern): string => zaakId(register.id, zaak.uuid);

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
    id: idVan(kern),
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
    await onthoudOpschorting(deps, await zaakindex.lees(deps.store.db, [idVan(kern)]), [kern], nu);
    await zaakindex.bewaar(deps.store.db, [indexrij(kern, deps.clock.vandaag(), nu)]);
    return kern;
  } catch (oorzaak) {
    if (!(oorzaak instanceof BronFout && oorzaak.soort === 'niet_gevonden')) throw oorzaak;
    await zaakindex.verwijder(deps.store.db, [zaakId(register.id, uuid)]);
    return null;
  }
}

/** A zaak that the index saw longer ago than this (ms) may have stood still for a while already. */
const VERS_MS = 24 * 60 * 60_000;

/** ZGW knows that a zaak stands still, not since when: the day on which we saw it begin is kept while it lasts. */
async function onthoudOpschorting(
  deps: Deps,
  eerder: readonly Indexrij[],
  kernen: readonly Zaakkern[],
  nu: Date,
): Promise<void> {
  const bekend = new Map(eerder.map((rij) => [rij.id, rij]));
  for (const kern of kernen) {
    const zaak = idVan(kern);
    const oud = bekend.get(zaak);
    const stil = kern.zaak.opschorting !== null;
    if (oud === undefined || oud.opgeschort === stil) continue;
    if (!stil) await opschortingen.verwijder(deps.store.db, zaak);
    else if (nu.getTime() - oud.bijgewerktOp.getTime() < VERS_MS)
      await opschortingen.bewaar(deps.store.db, { zaak, sinds: deps.clock.vandaag(), tot: null });
  }
}

/** A zaak of which the index held something else, or nothing, before it was read. */
export interface Verschil {
  kern: Zaakkern;
  /** The index did not have it. */
  onbekend: boolean;
}

/** What of a row can change without anything happening to the zaak: the catalogus, or our reading of it. */
const VAN_DE_CATALOGUS = ['bijgewerktOp', 'zaaktypeIdentificatie', 'zaaktypeOmschrijving', 'groep', 'intern'];
const vergelijkbaar = (rij: Indexrij): string =>
  JSON.stringify(
    Object.entries(rij)
      .filter(([veld]) => !VAN_DE_CATALOGUS.includes(veld))
      .sort(),
  );

/** Keeps what was read at `nu`, and tells in what it differs from what was kept. */
async function bewaarEnVergelijk(deps: Deps, kernen: readonly Zaakkern[], nu: Date): Promise<Verschil[]> {
  const rijen = kernen.map((kern) => ({ kern, rij: indexrij(kern, deps.clock.vandaag(), nu) }));
  const ids = rijen.map(({ rij }) => rij.id);
  const oud = new Map((await zaakindex.lees(deps.store.db, ids)).map((rij) => [rij.id, rij]));
  await onthoudOpschorting(deps, [...oud.values()], kernen, nu);
  await zaakindex.bewaar(
    deps.store.db,
    rijen.map(({ rij }) => rij),
  );
  return rijen.flatMap(({ kern, rij }): Verschil[] => {
    const eerder = oud.get(rij.id);
    if (eerder === undefined) return [{ kern, onbekend: true }];
    // A notificatie came meanwhile: what it told is newer than this page.
    if (eerder.bijgewerktOp > nu) return [];
    return vergelijkbaar(eerder) === vergelijkbaar(rij) ? [] : [{ kern, onbekend: false }];
  });
}

/** Zaken that are no longer open, read side by side. */
const NAAST_ELKAAR = 8;

/**
 * One round over all open zaken of a register; what it no longer names is read one by one. `bijVerschil` hears page by
 * page what was not as the index had it. Returns how many were read.
 */
export async function stemAf(
  deps: Deps,
  register: Zaakregister,
  aanroep: Aanroep,
  bijVerschil?: (verschillen: readonly Verschil[]) => Promise<void>,
): Promise<number> {
  const begin = deps.clock.nu();
  const afgebroken = (): boolean => aanroep.signal?.aborted ?? false;
  let volgende: string | null = null;
  let gelezen = 0;
  let gebroken = 0;
  do {
    if (afgebroken()) return gelezen;
    // Before the page is read: a change that comes while it is under way is newer.
    const nu = deps.clock.nu();
    const bladzijde: Awaited<ReturnType<Zaakregister['openZaken']>> = await register.openZaken(
      volgende,
      aanroep,
    );
    const { rijen: kernen, onleesbaar } = await leesKernen(register, bladzijde, aanroep);
    gebroken += onleesbaar;
    const verschillen = await bewaarEnVergelijk(deps, kernen, nu);
    await bijVerschil?.(verschillen);
    gelezen += kernen.length;
    volgende = bladzijde.volgende;
  } while (volgende !== null);
  const weg = await zaakindex.nietGezien(deps.store.db, register.id, begin);
  for (let van = 0; van < weg.length; van += NAAST_ELKAAR) {
    if (afgebroken()) return gelezen;
    const groep = weg.slice(van, van + NAAST_ELKAAR);
    const eerder = new Map((await zaakindex.lees(deps.store.db, groep)).map((rij) => [rij.id, rij]));
    const kernen = await Promise.all(
      groep.map((id) => werkBijOfLaat(deps, register, id.slice(id.lastIndexOf('~') + 1), aanroep)),
    );
    gebroken += kernen.filter((kern) => kern === 'onleesbaar').length;
    const nu = deps.clock.nu();
    const verschillen = kernen.flatMap((kern) => {
      if (kern === null || kern === 'onleesbaar') return [];
      const oud = eerder.get(zaakId(register.id, kern.zaak.uuid));
      if (oud === undefined) return [];
      const rij = indexrij(kern, deps.clock.vandaag(), nu);
      return vergelijkbaar(oud) === vergelijkbaar(rij) ? [] : [{ kern, onbekend: false }];
    });
    await bijVerschil?.(verschillen);
  }
  if (gebroken > 0)
    deps.log.warn(
      { register: register.id, aantal: gebroken },
      'zaken die niet te lezen zijn, staan niet in de werkvoorraad',
    );
  return gelezen;
}

/** A zaak that cannot be read keeps the row that it has: one broken record does not end the round. */
async function werkBijOfLaat(
  deps: Deps,
  register: Zaakregister,
  uuid: string,
  aanroep: Aanroep,
): Promise<Zaakkern | null | 'onleesbaar'> {
  try {
    return await werkBij(deps, register, uuid, aanroep);
  } catch (oorzaak) {
    if (dezeAlleen(oorzaak)) return 'onleesbaar';
    throw oorzaak;
  }
}
