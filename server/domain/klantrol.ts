import type { Rol, RolGeneriek } from '../connectors/ports.ts';

export type Klantsleutel =
  { bsn: string } | { kvkNummer: string | null; rsin: string | null; vestigingsnummers: readonly string[] };

export type Klantrol = RolGeneriek | 'machtiginggever';

/** Rollen by which a zaak is of a klant (docs/RECHTEN.md): the applicant, or who is applied for. */
const EIGEN: readonly Klantrol[] = ['initiator', 'mede_initiator', 'machtiginggever'];

/** Whether a rol names this klant. A register may keep the KVK number where the RSIN belongs (e-Suite does). */
function isVanKlant(rol: Rol, sleutel: Klantsleutel): boolean {
  const van = rol.identificatie;
  if ('bsn' in sleutel) return van.bsn === sleutel.bsn;
  const { kvkNummer, rsin, vestigingsnummers } = sleutel;
  return (
    (kvkNummer !== null && (van.kvkNummer === kvkNummer || van.rsin === kvkNummer)) ||
    (rsin !== null && van.rsin === rsin) ||
    (van.vestigingsNummer !== undefined && vestigingsnummers.includes(van.vestigingsNummer))
  );
}

/** The rol of this klant that weighs most, null where the klant has none. */
export function rolVanKlant(rollen: readonly Rol[], sleutel: Klantsleutel): Klantrol | null {
  const eigen = rollen
    .filter((rol) => isVanKlant(rol, sleutel))
    .flatMap((rol): Klantrol[] =>
      rol.machtiging === 'machtiginggever'
        ? [rol.omschrijvingGeneriek, 'machtiginggever']
        : [rol.omschrijvingGeneriek],
    );
  return EIGEN.find((soort) => eigen.includes(soort)) ?? eigen[0] ?? null;
}

/** Whether the zaak stands in the klantbeeld of this klant; one of which someone else is the applicant does not. */
export function staatInKlantbeeld(rollen: readonly Rol[], sleutel: Klantsleutel): boolean {
  const rol = rolVanKlant(rollen, sleutel);
  return rol !== null && EIGEN.includes(rol);
}
