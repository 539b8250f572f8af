import { useState } from 'react';

/**
 * Keeps the order in which rows stood. What is new below the last known row is added there (the next page); what
 * would push rows down waits, except what `meteen` lets through.
 */
export function ordenVast(
  vast: readonly string[],
  nu: readonly string[],
  meteen: ReadonlySet<string>,
): { getoond: string[]; wacht: string[] } {
  const bekend = new Set(vast);
  const over = new Set(nu);
  const laatste = nu.findLastIndex((id) => bekend.has(id));
  const boven = nu.filter((id, plek) => !bekend.has(id) && plek < laatste);
  const onder = nu.filter((id, plek) => !bekend.has(id) && plek > laatste);
  return {
    getoond: [...boven.filter((id) => meteen.has(id)), ...vast.filter((id) => over.has(id)), ...onder],
    wacht: boven.filter((id) => !meteen.has(id)),
  };
}

/**
 * Live rows: order stays, gone rows go, new rows wait behind "2 nieuwe, toon".
 * @param sleutel another value starts over: another klant, filter or page
 */
export function useVasteVolgorde<T extends { id: string }>(
  rijen: readonly T[] | undefined,
  sleutel: string,
  meteen: ReadonlySet<string> = new Set(),
): { rijen: T[]; wacht: T[]; toon: () => void } {
  const [vast, zet] = useState<{ sleutel: string; ids: string[] } | null>(null);
  if (rijen === undefined) return { rijen: [], wacht: [], toon: () => undefined };
  const ids = rijen.map((rij) => rij.id);
  const basis = vast !== null && vast.sleutel === sleutel ? vast.ids : ids;
  const { getoond, wacht } = ordenVast(basis, ids, meteen);
  if (vast === null || vast.sleutel !== sleutel || getoond.some((id) => !vast.ids.includes(id))) {
    zet({ sleutel, ids: getoond });
  }
  const bij = new Map(rijen.map((rij) => [rij.id, rij]));
  const kies = (namen: readonly string[]): T[] => namen.flatMap((id) => bij.get(id) ?? []);
  return { rijen: kies(getoond), wacht: kies(wacht), toon: () => zet({ sleutel, ids }) };
}
