import type { z } from 'zod';
import { adresregel } from '../adres.ts';
import type { Bedrijf } from '../ports.ts';
import type { BasisprofielBron, TrefferBron } from './schema.ts';

type Treffer = z.output<typeof TrefferBron>;

interface Adresdelen {
  straatnaam: string | null;
  huisnummer?: number | null | undefined;
  huisletter: string | null;
  huisnummerToevoeging?: string | null;
  postbusnummer?: number | null | undefined;
  postcode: string | null;
  plaats: string | null;
}

type Deel = string | number | null | undefined;
const plak = (teken: string, ...delen: Deel[]): string =>
  delen.filter((d) => d !== null && d !== undefined && d !== '').join(teken);

/** "Havenkade 12 A, 1235 HK Oeverdam"; null where nothing of it is known. */
function binnenlands(b: Adresdelen): string | null {
  const straat = b.postbusnummer
    ? `Postbus ${b.postbusnummer}`
    : plak(' ', b.straatnaam, b.huisnummer, b.huisletter, b.huisnummerToevoeging);
  return plak(', ', straat, adresregel(plak(' ', b.postcode, b.plaats))) || null;
}

function adresVan({ adres }: Treffer): string | null {
  if (adres?.binnenlandsAdres) return binnenlands(adres.binnenlandsAdres);
  const u = adres?.buitenlandsAdres;
  return plak(', ', u?.straatHuisnummer, u?.postcodeWoonplaats, u?.land) || null;
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

type Profieladres = NonNullable<
  NonNullable<z.output<typeof BasisprofielBron>['_embedded']>['hoofdvestiging']
>['adressen'][number];

/** From its parts: `volledigAdres` runs postcode and place together. */
function profieladres(a: Profieladres): string | null {
  const buitenland = plak(', ', a.straatHuisnummer, a.postcodeWoonplaats, a.land);
  return binnenlands(a) ?? (buitenland || a.volledigAdres);
}

/** A shielded address stays out, whatever the search gave (indAfgeschermd "Ja"). */
export function metProfiel(profiel: z.output<typeof BasisprofielBron>, gevonden: Bedrijf | null): Bedrijf {
  const hoofd = profiel._embedded?.hoofdvestiging;
  const adressen = hoofd?.adressen ?? [];
  const bezoek = adressen.find((a) => a.type.toLowerCase() === 'bezoekadres') ?? adressen[0];
  const afgeschermd = bezoek?.indAfgeschermd?.toLowerCase() === 'ja';
  const vestigingen = (gevonden?.vestigingen ?? []).map((v) =>
    // A second vestiging at the same home would tell it after all.
    afgeschermd && (v.vestigingsnummer === hoofd?.vestigingsnummer || v.adres === gevonden?.adres)
      ? { ...v, adres: null }
      : v,
  );
  return {
    kvkNummer: profiel.kvkNummer,
    rsin: profiel._embedded?.eigenaar?.rsin ?? hoofd?.rsin ?? gevonden?.rsin ?? null,
    naam: profiel.naam === '' ? (gevonden?.naam ?? '') : profiel.naam,
    adresAfgeschermd: afgeschermd,
    adres: afgeschermd ? null : ((bezoek && profieladres(bezoek)) ?? gevonden?.adres ?? null),
    vestigingen,
  };
}
