import type { Status, Statustype, Zaak, Zaaktype } from '../connectors/ports.ts';

/** Statuses in the order in which they were set; the register's list has no promised order. */
export function opVolgorde(statussen: readonly Status[]): Status[] {
  return statussen.toSorted(
    (a, b) =>
      Date.parse(a.datumStatusGezet) - Date.parse(b.datumStatusGezet) || a.uuid.localeCompare(b.uuid, 'en'),
  );
}

export function statustypeVan(zaaktype: Zaaktype | null, uuid: string): Statustype | null {
  return zaaktype?.statustypen.find((type) => type.uuid === uuid) ?? null;
}

/** Closed: the register gives an einddatum, or (where a product leaves that out) the last status is an end status. */
export function isAfgerond(zaak: Zaak, zaaktype: Zaaktype | null, statussen: readonly Status[]): boolean {
  if (zaak.einddatum !== null) return true;
  const laatste = opVolgorde(statussen).at(-1);
  return laatste !== undefined && (statustypeVan(zaaktype, laatste.statustype)?.isEindstatus ?? false);
}
