import { z } from 'zod';
import type { Zaaktype } from '../../server/connectors/ports.ts';
import { bouwZaaktype } from './bouw.ts';

const tekst = z
  .string()
  .nullish()
  .transform((waarde) => waarde || null);
const deel = { omschrijving: z.string(), zaaktype: z.string() };

/** Rows as a Catalogi API answers them: `url` or, in the bundled registers, path and uuid. */
const Zaaktypen = z.array(
  z.object({
    url: z.string().optional(),
    uuid: z.string().optional(),
    identificatie: z.string(),
    omschrijving: z.string(),
    onderwerp: tekst,
    indicatieInternOfExtern: z.enum(['intern', 'extern']),
    doorlooptijd: tekst,
    servicenorm: tekst,
    trefwoorden: z.array(z.string()),
  }),
);
const Statustypen = z.array(
  z.object({
    ...deel,
    url: z.string().optional(),
    uuid: z.string().optional(),
    statustekst: tekst,
    volgnummer: z.number(),
    doorlooptijd: tekst,
  }),
);
const Resultaattypen = z.array(
  z.object({ ...deel, url: z.string().optional(), uuid: z.string().optional() }),
);

const laatste = (pad: string): string => pad.split('/').at(-1) ?? pad;
const sleutel = (rij: { url?: string | undefined; uuid?: string | undefined }): string =>
  rij.uuid ?? laatste(rij.url ?? '');

/** Zaaktypen in our own words, with their parts; the end status is the highest volgnummer, as the Catalogi API says. */
export function leesZaaktypen(zaaktypen: unknown, statustypen: unknown, resultaattypen: unknown): Zaaktype[] {
  const statussen = Statustypen.parse(statustypen);
  const resultaten = Resultaattypen.parse(resultaattypen);
  return Zaaktypen.parse(zaaktypen).map(({ indicatieInternOfExtern, url: _url, ...rij }) => {
    const uuid = sleutel({ uuid: rij.uuid, url: _url });
    const eigen = statussen.filter((status) => laatste(status.zaaktype) === uuid);
    const hoogste = Math.max(...eigen.map((status) => status.volgnummer));
    return bouwZaaktype({
      ...rij,
      uuid,
      internOfExtern: indicatieInternOfExtern,
      statustypen: eigen.map(({ omschrijving, volgnummer, doorlooptijd, statustekst, ...status }) => ({
        uuid: sleutel(status),
        omschrijving,
        omschrijvingGeneriek: null,
        statustekst,
        volgnummer,
        isEindstatus: volgnummer === hoogste,
        doorlooptijd,
      })),
      resultaattypen: resultaten
        .filter((resultaat) => laatste(resultaat.zaaktype) === uuid)
        .map((resultaat) => ({
          uuid: sleutel(resultaat),
          omschrijving: resultaat.omschrijving,
          omschrijvingGeneriek: null,
        })),
    });
  });
}

export { laatste as uuidVan };
