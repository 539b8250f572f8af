import type { Rol, RolGeneriek, Zaaktype } from '../connectors/ports.ts';

/** Who is at work weighs more than who only decides or advises; an afdeling that itself applied is not at work. */
const VOORKEUR: readonly RolGeneriek[] = [
  'behandelaar',
  'zaakcoordinator',
  'onbekend',
  'klantcontacter',
  'beslisser',
  'adviseur',
];

export const AFDELING_ONBEKEND = 'onbekend';

/**
 * The afdeling of a zaak (docs/RECHTEN.md, Standaard): its rol organisatorische_eenheid, else `verantwoordelijke` of the
 * zaaktype, else "onbekend". A `verantwoordelijke` of figures only is an RSIN, no afdeling.
 */
export function afdelingVan(rollen: readonly Rol[], zaaktype: Zaaktype | null): string {
  const verantwoordelijke = zaaktype?.verantwoordelijke?.trim() ?? '';
  return (
    eenheid(rollen) ??
    (verantwoordelijke === '' || /^\d+$/.test(verantwoordelijke) ? undefined : verantwoordelijke) ??
    AFDELING_ONBEKEND
  );
}

function eenheid(rollen: readonly Rol[]): string | undefined {
  const eenheden = rollen.filter((rol) => rol.soort === 'organisatorische_eenheid');
  for (const voorkeur of VOORKEUR) {
    for (const rol of eenheden) {
      const naam = (rol.naam ?? rol.identificatie.eenheid ?? '').trim();
      if (rol.omschrijvingGeneriek === voorkeur && naam !== '') return naam;
    }
  }
  return undefined;
}
