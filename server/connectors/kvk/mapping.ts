import type { z } from 'zod';
import type { Bedrijf } from '../ports.ts';
import type { BasisprofielBron, TrefferBron } from './schema.ts';

type Treffer = z.output<typeof TrefferBron>;

function adresVan({ adres }: Treffer): string | null {
  const b = adres?.binnenlandsAdres;
  const u = adres?.buitenlandsAdres;
  const samen = (...d: (string | number | null | undefined)[]) =>
    d.filter((x) => x !== null && x !== undefined).join(' ');
  const regels = b
    ? [
        b.postbusnummer ? `Postbus ${b.postbusnummer}` : samen(b.straatnaam, b.huisnummer, b.huisletter),
        samen(b.postcode, b.plaats),
      ]
    : [u?.straatHuisnummer, u?.postcodeWoonplaats, u?.land];
  const gevuld = regels.filter((r) => r !== null && r !== undefined && r !== '');
  return gevuld.length === 0 ? null : gevuld.join(', ');
}

/** Hits come one a rechtspersoon and one a vestiging: one company each KVK number, in order of the hits. */
export function bedrijvenVan(treffers: readonly Treffer[]): Bedrijf[] {
  return [...Map.groupBy(treffers, (t) => t.kvkNummer)].map(([kvkNummer, eigen]) => {
    const vestigingen = new Map(
      eigen.flatMap((t) =>
        t.vestigingsnummer === null
          ? []
          : [
              [
                t.vestigingsnummer,
                { vestigingsnummer: t.vestigingsnummer, naam: t.naam, adres: adresVan(t) },
              ] as const,
            ],
      ),
    );
    const hoofd =
      eigen.find((t) => t.type === 'hoofdvestiging') ??
      eigen.find((t) => t.type === 'rechtspersoon') ??
      eigen[0];
    const rechtspersoon = eigen.find((t) => t.type === 'rechtspersoon');
    return {
      kvkNummer,
      rsin: eigen.find((t) => t.rsin !== null)?.rsin ?? null,
      naam: rechtspersoon?.naam ?? hoofd?.naam ?? '',
      adres: hoofd === undefined ? null : adresVan(hoofd),
      vestigingen: [...vestigingen.values()],
    };
  });
}

/** A shielded address stays out, whatever the search gave (indAfgeschermd "Ja"). */
export function metProfiel(profiel: z.output<typeof BasisprofielBron>, gevonden: Bedrijf | null): Bedrijf {
  const hoofd = profiel._embedded?.hoofdvestiging;
  const adressen = hoofd?.adressen ?? [];
  const bezoek = adressen.find((a) => a.type.toLowerCase() === 'bezoekadres') ?? adressen[0];
  const afgeschermd = bezoek?.indAfgeschermd?.toLowerCase() === 'ja';
  const vestigingen = (gevonden?.vestigingen ?? []).map((v) =>
    afgeschermd && v.vestigingsnummer === hoofd?.vestigingsnummer ? { ...v, adres: null } : v,
  );
  return {
    kvkNummer: profiel.kvkNummer,
    rsin: profiel._embedded?.eigenaar?.rsin ?? hoofd?.rsin ?? gevonden?.rsin ?? null,
    naam: profiel.naam === '' ? (gevonden?.naam ?? '') : profiel.naam,
    adres: afgeschermd ? null : (bezoek?.volledigAdres ?? gevonden?.adres ?? null),
    vestigingen,
  };
}
