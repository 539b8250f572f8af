import { berekenTermijn } from '../domain/termijn.ts';
import { NIVEAUS, VERTROUWELIJKHEDEN, type Niveau } from '../../shared/contracts/waarden.ts';
import type { Aanroep, Zaakregister } from '../connectors/ports.ts';
import { BronFout } from '../connectors/ports.ts';
import { rangVan, type ZaakVoorBeleid } from '../policies/ability.ts';
import { reikt, type Beleid } from '../policies/zaken.ts';
import * as opschortingen from '../store/opschortingen.ts';
import * as zaakindex from '../store/zaakindex.ts';
import type { Indexrij, RechtFilter } from '../store/zaakindex.ts';
import * as zaakverloop from '../store/zaakverloop.ts';
import type { Deps } from './deps.ts';
import { idVanKern, leesKern, zaakId, type Zaakkern } from './zaaklezing.ts';

/** What of a zaak the index keeps: no text, no person. The terms are those that the screen shows. */
export function indexrij(kern: Zaakkern, vandaag: string, nu: Date): Indexrij {
  const { register, zaak, zaaktype, afdeling, beleid } = kern;
  const termijn = berekenTermijn({
    zaak,
    zaaktype,
    statussen: zaak.statusNu === null ? [] : [zaak.statusNu],
    vandaag,
  });
  return {
    id: idVanKern(kern),
    register: register.id,
    zaaktype: zaak.zaaktype,
    zaaktypeIdentificatie: beleid.zaaktype,
    zaaktypeOmschrijving: zaaktype?.omschrijving ?? '',
    zaaknummer: zaak.identificatie,
    bronorganisatie: zaak.bronorganisatie,
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

/** What the index knows of a zaak that decides who may see it. */
export function beleidVan(rij: Indexrij): ZaakVoorBeleid {
  const { afdeling, groep, intern, zaaktypeIdentificatie: zaaktype } = rij;
  return { afdeling, groep, intern, zaaktype, vertrouwelijkheid: rangVan(rij.vertrouwelijkheid) };
}

/** Ids of the configured zaakregisters: of a zaak that stands in two, the first one leads. */
export const registersVan = ({ registers }: Deps): string[] => registers.zaken.map(({ id }) => id);

/** A zaak of the index with how much of it this medewerker may see: no more than any register allows that has it. */
export async function leesMetNiveau(
  deps: Deps,
  beleid: Beleid,
  ids: readonly string[],
): Promise<{ rij: Indexrij; niveau: Niveau }[]> {
  const rijen = await zaakindex.lees(deps.store.db, ids);
  const elders = await zaakindex.dubbelen(deps.store.db, ids, registersVan(deps));
  return rijen.map((rij) => {
    const niveaus = [rij, ...(elders.get(rij.id) ?? [])].map((een) => beleid.niveau(beleidVan(een)));
    return { rij, niveau: NIVEAUS.find((niveau) => niveaus.includes(niveau)) ?? 'niets' };
  });
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
  const bekend = await leesMetNiveau(deps, beleid, ids);
  return new Set(bekend.filter(({ niveau }) => !reikt(niveau, 'status')).map(({ rij }) => rij.id));
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
    await onthoudOpschorting(deps, await zaakindex.lees(deps.store.db, [idVanKern(kern)]), [kern], nu);
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
    const zaak = idVanKern(kern);
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
export const VAN_DE_CATALOGUS = [
  'bijgewerktOp',
  'bronorganisatie',
  'zaaktypeIdentificatie',
  'zaaktypeOmschrijving',
  'groep',
  'intern',
];
export const gelijk = (een: Indexrij, ander: Indexrij, behalve: readonly string[]): boolean => {
  const vergelijkbaar = (rij: Indexrij): string =>
    JSON.stringify(
      Object.entries(rij)
        .filter(([veld]) => !behalve.includes(veld))
        .sort(),
    );
  return vergelijkbaar(een) === vergelijkbaar(ander);
};

/**
 * Keeps what was read at `nu`, and tells in what it differs from what was kept. A row that is the same in everything is
 * not written: a round over 100,000 zaken would else leave as many old rows behind every hour.
 */
export async function bewaarEnVergelijk(
  deps: Deps,
  kernen: readonly Zaakkern[],
  nu: Date,
): Promise<Verschil[]> {
  const rijen = kernen.map((kern) => ({ kern, rij: indexrij(kern, deps.clock.vandaag(), nu) }));
  const ids = rijen.map(({ rij }) => rij.id);
  const oud = new Map((await zaakindex.lees(deps.store.db, ids)).map((rij) => [rij.id, rij]));
  await onthoudOpschorting(deps, [...oud.values()], kernen, nu);
  await zaakindex.bewaar(
    deps.store.db,
    rijen.flatMap(({ rij }) => {
      const eerder = oud.get(rij.id);
      return eerder !== undefined && gelijk(eerder, rij, ['bijgewerktOp']) ? [] : [rij];
    }),
  );
  return rijen.flatMap(({ kern, rij }): Verschil[] => {
    const eerder = oud.get(rij.id);
    if (eerder === undefined) return [{ kern, onbekend: true }];
    // A notificatie came meanwhile: what it told is newer than this page.
    if (eerder.bijgewerktOp > nu) return [];
    return gelijk(eerder, rij, VAN_DE_CATALOGUS) ? [] : [{ kern, onbekend: false }];
  });
}
