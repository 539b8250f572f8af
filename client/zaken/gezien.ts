import { useState } from 'react';

/**
 * Which status its author saw: the one of the moment at which something was typed or chosen. As long as nothing is, the
 * screen may go on; after that only `bekeken` does, so that a change of someone else is looked at before it is passed.
 */
export const gezienNa = (gezien: string | null, statusNu: string | null, begonnen: boolean): string | null =>
  begonnen ? gezien : statusNu;

export function useGezien(
  statusNu: string | null,
  begonnen: boolean,
): { gezien: string | null; anders: boolean; bekeken: () => void } {
  const [basis, zet] = useState(statusNu);
  const gezien = gezienNa(basis, statusNu, begonnen);
  if (gezien !== basis) zet(gezien);
  return { gezien, anders: gezien !== statusNu, bekeken: () => zet(statusNu) };
}
