import { z } from 'zod';
import { lijstVan, tekst, tekstOfLeeg } from '../upstream.ts';

/** Answers of KVK Zoeken 2.0 and Basisprofiel 1.5. Numbers come as text, indicators as "Ja" and "Nee". */

const Adres = z
  .object({
    binnenlandsAdres: z
      .object({
        straatnaam: tekst,
        huisnummer: z.number().nullish().catch(null),
        huisletter: tekst,
        postbusnummer: z.number().nullish().catch(null),
        postcode: tekst,
        plaats: tekst,
      })
      .nullish()
      .catch(null),
    buitenlandsAdres: z
      .object({ straatHuisnummer: tekst, postcodeWoonplaats: tekst, land: tekst })
      .nullish()
      .catch(null),
  })
  .nullish()
  .catch(null);

export const TrefferBron = z.object({
  kvkNummer: z.string().regex(/^\d{8}$/),
  rsin: tekst,
  vestigingsnummer: tekst,
  naam: tekstOfLeeg,
  adres: Adres,
  type: tekstOfLeeg,
});

export const ZoekBron = z.object({
  resultaten: lijstVan(z.unknown()),
  totaal: z.coerce.number().catch(0),
});

export const BasisprofielBron = z.object({
  kvkNummer: z.string().regex(/^\d{8}$/),
  naam: tekstOfLeeg,
  _embedded: z
    .object({
      hoofdvestiging: z
        .object({
          rsin: tekst,
          vestigingsnummer: tekst,
          adressen: lijstVan(
            z.object({
              type: tekstOfLeeg,
              indAfgeschermd: tekst,
              volledigAdres: tekst,
              straatnaam: tekst,
              huisnummer: z.number().nullish().catch(null),
              huisletter: tekst,
              huisnummerToevoeging: tekst,
              postbusnummer: z.number().nullish().catch(null),
              postcode: tekst,
              plaats: tekst,
              straatHuisnummer: tekst,
              postcodeWoonplaats: tekst,
              land: tekst,
            }),
          ).catch([]),
        })
        .nullish()
        .catch(null),
      eigenaar: z.object({ rsin: tekst }).nullish().catch(null),
    })
    .nullish(),
});
