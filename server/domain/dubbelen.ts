import type { Zaak } from '../connectors/ports.ts';

type Aanduiding = Pick<Zaak, 'register' | 'identificatie' | 'bronorganisatie'>;

/**
 * Puts together what is one zaak in several registers: an identificatie is unique within its bronorganisatie (Zaken API
 * 1.5.1, Zaak), so the same pair elsewhere is the same zaak. Of each group the first leads: give them in the order in
 * which the municipality names its registers. A register with the same pair twice breaks the standard: both stay.
 */
export function voegSamen<T>(rijen: readonly T[], zaakVan: (rij: T) => Aanduiding): T[][] {
  const groepen: T[][] = [];
  const bekend = new Map<string, T[]>();
  for (const rij of rijen) {
    const { register, identificatie, bronorganisatie } = zaakVan(rij);
    const sleutel = JSON.stringify([bronorganisatie, identificatie]);
    const groep = bekend.get(sleutel);
    const leeg = identificatie === '' || bronorganisatie === '';
    if (groep !== undefined && !leeg && groep.every((een) => zaakVan(een).register !== register)) {
      groep.push(rij);
      continue;
    }
    const nieuw = [rij];
    groepen.push(nieuw);
    bekend.set(sleutel, nieuw);
  }
  return groepen;
}
