import { fout } from '../fouten.ts';
import * as doelen from '../store/doelen.ts';
import * as gesprekken from '../store/gesprekken.ts';
import * as klantopeningen from '../store/klantopeningen.ts';
import type { Deps, Wie } from './deps.ts';
import { sleutelVan } from './klant.ts';

/** A search hit or an own zaak opens a klant for this long (docs/RECHTEN.md, Doelbinding). */
const OPEN_MINUTEN = 30;
/** No gesprek takes longer: one that was left running must not keep its klant open for ever. */
const GESPREK_MINUTEN = 240;
export const DOEL_KLANTCONTACT = 'klantcontact';
export const DOEL_BEHANDELING = 'behandeling';

/** Why someone of this rol works through a list of zaken. */
export const doelVanRol = ({ medewerker: { rollen } }: Wie): string =>
  rollen.some((rol) => rol === 'behandelaar' || rol === 'teamleider') ? DOEL_BEHANDELING : DOEL_KLANTCONTACT;

/** Kcc and balie open every klant they find; for others a search opens nothing. */
export async function openNaZoeken(deps: Deps, wie: Wie, klanten: readonly string[]): Promise<void> {
  if (!wie.medewerker.rollen.some((rol) => rol === 'kcc' || rol === 'balie')) return;
  await openVoor(deps, wie, klanten, DOEL_KLANTCONTACT);
}

export async function openVoor(
  deps: Deps,
  wie: Wie,
  klanten: readonly string[],
  doel: string,
): Promise<void> {
  const nu = deps.clock.nu();
  const tot = new Date(nu.getTime() + OPEN_MINUTEN * 60_000);
  for (const klant of klanten) {
    await klantopeningen.open(deps.store.db, { medewerker: wie.medewerker.id, klant, doel, tot, nu });
  }
}

/**
 * The purpose under which this medewerker may now open this klant: the code sent along, else what a search or an own
 * zaak opened, else the running gesprek with this very klant.
 * @throws doel_ontbreekt
 */
export async function doelVoorKlant(deps: Deps, wie: Wie, klant: string): Promise<string> {
  if (wie.doel !== null) {
    const doel = await gekozenDoel(deps, wie, wie.doel);
    // A text that is no klant of ours, which may be someone's number, is not kept.
    await sleutelVan(deps, klant);
    // Open from here on, so that the console can follow what it shows.
    await openVoor(deps, wie, [klant], doel);
    return doel;
  }
  const open = await klantopeningen.doelVan(deps.store.db, wie.medewerker.id, klant, deps.clock.nu());
  if (open !== null) return open;
  if (wie.gesprek !== null) {
    const gesprek = await gesprekken.lees(deps.store.db, deps.sleutels, wie.gesprek);
    if (
      gesprek?.medewerker === wie.medewerker.id &&
      gesprek.klant === klant &&
      gesprekTot(gesprek) > deps.clock.nu()
    )
      return DOEL_KLANTCONTACT;
  }
  throw fout('doel_ontbreekt');
}

const gesprekTot = ({ gestartOp }: { gestartOp: string }): Date =>
  new Date(Date.parse(gestartOp) + GESPREK_MINUTEN * 60_000);

/** Until when this klant is open to this medewerker, by whatever way; null when it is not. For what is not a read. */
export async function openTot(deps: Deps, medewerker: string, klant: string): Promise<Date | null> {
  const nu = deps.clock.nu();
  const lopend = (await gesprekken.lijst(deps.store.db, deps.sleutels, medewerker))
    .filter((gesprek) => gesprek.klant === klant)
    .map(gesprekTot);
  const geopend = await klantopeningen.openTot(deps.store.db, medewerker, klant, nu);
  const [laatste] = [...lopend, ...(geopend === null ? [] : [geopend])]
    .filter((tot) => tot > nu)
    .toSorted((a, b) => b.getTime() - a.getTime());
  return laatste ?? null;
}

async function gekozenDoel(deps: Deps, wie: Wie, code: string): Promise<string> {
  const doel = (await doelen.lijst(deps.store.db)).find((kandidaat) => kandidaat.code === code);
  if (!doel?.rollen.some((rol) => wie.medewerker.rollen.includes(rol))) {
    throw fout('doel_ontbreekt', {
      detail: 'Deze reden kunt u niet gebruiken. Kies een reden uit de lijst.',
    });
  }
  return code;
}

/** The purposes from which this medewerker may choose. */
export async function mijnDoelen(deps: Deps, wie: Wie): Promise<{ code: string; naam: string }[]> {
  const alle = await doelen.lijst(deps.store.db);
  return alle
    .filter(({ rollen }) => rollen.some((rol) => wie.medewerker.rollen.includes(rol)))
    .map(({ code, naam }) => ({ code, naam }));
}
