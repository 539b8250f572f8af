import type { Antwoord } from '../../shared/contracts/zaak.ts';
import type { Ketenpartner, Organisaties, Rol, Zaak, Zaaktype } from '../connectors/ports.ts';
import { WOORD } from './antwoord/en.ts';
import { naamInZin } from './antwoord/tekst.ts';
import { zaakwoord } from './zaaksoort.ts';

/** Who is at work; an adviseur or beslisser of another organisation leaves the zaak with us. */
const AAN_HET_WERK = new Set<Rol['omschrijvingGeneriek']>(['behandelaar', 'zaakcoordinator']);

type Zaakorganisatie = Pick<Zaak, 'bronorganisatie' | 'verantwoordelijkeOrganisatie'>;

/**
 * The other organisation that handles a zaak, or null where the municipality does. It is told by a rol behandelaar of a
 * company or vestiging, by one of an organisatorische eenheid that the beheerder named as a partner, or by a
 * verantwoordelijke organisatie that is not the municipality. One that the beheerder did not name is told by its name in
 * the rol alone; without that, as "een andere organisatie".
 */
export function ketenpartnerVan(
  zaak: Zaakorganisatie,
  rollen: readonly Rol[],
  { eigen, ketenpartners }: Organisaties,
): Ketenpartner | null {
  const isEigen = (rsin: string): boolean =>
    eigen.length > 0 ? eigen.includes(rsin) : rsin === zaak.bronorganisatie;
  const bekend = (kenmerken: readonly (string | null | undefined)[]): Ketenpartner | undefined => {
    const gezocht = new Set(kenmerken.map((kenmerk) => kenmerk?.trim().toLowerCase()));
    return ketenpartners.find((partner) => partner.kenmerken.some((een) => gezocht.has(een.toLowerCase())));
  };
  for (const rol of rollen.filter(({ omschrijvingGeneriek: wat }) => AAN_HET_WERK.has(wat))) {
    const { rsin, kvkNummer, vestigingsNummer, eenheid } = rol.identificatie;
    if (rol.soort === 'organisatorische_eenheid') {
      const partner = bekend([eenheid, rol.naam]);
      if (partner !== undefined) return partner;
    }
    if (rol.soort !== 'niet_natuurlijk_persoon' && rol.soort !== 'vestiging') continue;
    if (rsin !== undefined && isEigen(rsin)) continue;
    return bekend([rsin, kvkNummer, vestigingsNummer]) ?? onbekend(rol.naam);
  }
  const { verantwoordelijkeOrganisatie: rsin } = zaak;
  const partner = bekend([rsin]);
  if (partner !== undefined) return partner;
  return rsin === '' || isEigen(rsin) || zaak.bronorganisatie === '' ? null : onbekend(null);
}

const onbekend = (naam: string | null): Ketenpartner => ({
  naam: naam ?? 'een andere organisatie',
  telefoon: null,
  website: null,
  teZeggen: null,
  kenmerken: [],
});

/** Who handles it, what the beheerder wants said, and where one hears more: nothing about how far it is. */
export function antwoordVanKetenpartner(
  partner: Ketenpartner,
  { einddatum }: Pick<Zaak, 'einddatum'>,
  zaaktype: Zaaktype | null,
): Antwoord {
  const woord = zaakwoord(zaaktype);
  const naam = naamInZin(zaaktype?.omschrijving);
  const wat = naam === null || naam.toLowerCase().includes(woord) ? '' : ` (${naam})`;
  const klaar = einddatum !== null;
  const wie = partner.naam.charAt(0).toUpperCase() + partner.naam.slice(1);
  const nl = [
    klaar ? `${wie} heeft uw ${woord}${wat} behandeld.` : `${wie} behandelt uw ${woord}${wat}.`,
    ...zinnenVan(partner.teZeggen ?? 'Wij kunnen niet zien hoe ver zij zijn.'),
    ...(partner.telefoon === null ? [] : [`U kunt hen bellen: ${partner.telefoon}.`]),
  ];
  const en = [
    klaar
      ? `${partner.naam} has handled your ${WOORD[woord]}.`
      : `${partner.naam} is handling your ${WOORD[woord]}.`,
    'We cannot see how far they are.',
    ...(partner.telefoon === null ? [] : [`You can call them: ${partner.telefoon}.`]),
  ].map((zin) => zin.replace(/^een andere organisatie/, 'Another organisation'));
  return { nl: nl.join(' '), en: en.join(' '), zinnen: { nl, en }, actie: { moet: null, voor: null } };
}

/** One sentence a line, as the voice shows them. */
const zinnenVan = (tekst: string): string[] =>
  tekst
    .split(/(?<=[.!?])\s+/)
    .map((zin) => zin.trim())
    .filter((zin) => zin !== '');
