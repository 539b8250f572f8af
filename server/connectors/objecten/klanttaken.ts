import { z } from 'zod';
import { uuidUit } from '../http/adres.ts';
import type { Klanttaak, Klanttakenregister } from '../ports.ts';
import { dagOfNull, tekst, tekstOfLeeg } from '../upstream.ts';
import { maakObjecten, objectVan, type ObjectenConfig } from './basis.ts';

export interface KlanttakenConfig extends ObjectenConfig {
  /** URL of the objecttype. */
  type: string;
}

const AMSTERDAM = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

/** An instant with zone becomes its day here; one without (GZAC writes those) keeps the day as written, which is never later. */
const verloopdag = z.preprocess((waarde) => {
  const heeftZone = typeof waarde === 'string' && /T.*(?:z|[+-]\d{2}:?\d{2})$/i.test(waarde);
  const ms = heeftZone ? Date.parse(waarde) : Number.NaN;
  return Number.isNaN(ms) ? waarde : AMSTERDAM.format(ms);
}, dagOfNull);

/**
 * `externe klanttaak` of the dienstverleningsplatform (Den Haag, Dimpact; versions 1.0 with `title` and `zaak`, 1.1 and
 * 2 with `titel` and `koppeling`), as GZAC and Open Formulieren write and read it.
 */
const KlanttaakBron = objectVan(
  z
    .object({
      titel: tekst,
      title: tekst,
      status: z.enum(['open', 'ingediend', 'afgerond', 'verwerkt', 'gesloten']),
      verloopdatum: verloopdag.optional(),
      identificatie: z.object({
        type: tekstOfLeeg,
        value: z.union([z.string(), z.number()]).transform(String),
      }),
      zaak: tekst,
      koppeling: z.object({ registratie: tekstOfLeeg, uuid: tekst, value: tekst }).nullish(),
    })
    // A taak that does not say what must be done cannot be told to anybody.
    .refine((d) => (d.titel ?? d.title) !== null),
);

function klanttaakVan({ uuid, record: { data } }: z.output<typeof KlanttaakBron>): Klanttaak {
  const koppeling = data.koppeling?.registratie === 'zaak' ? data.koppeling : null;
  const zaak = koppeling?.uuid ?? koppeling?.value ?? data.zaak;
  return {
    uuid,
    zaak: zaak === null ? null : uuidUit(zaak),
    titel: data.titel ?? data.title ?? '',
    verloopdatum: data.verloopdatum ?? null,
    status: data.status,
  };
}

const SOORT = { persoon: 'bsn', bedrijf: 'kvk' } as const;

/** Klanttaken in an Objecten API, found by the number of the klant, which stands in a body only. */
export function maakKlanttakenregister(
  config: KlanttakenConfig,
): Klanttakenregister & { sluit(): Promise<void> } {
  const objecten = maakObjecten(config);
  return {
    id: config.id,
    naam: config.naam,
    async openTaken({ soort, nummer }, aanroep) {
      const waar = [`identificatie__value__exact__${nummer}`, 'status__exact__open'];
      const { rijen, onleesbaar } = await objecten.zoek(config.type, waar, KlanttaakBron, aanroep);
      // Checked again: a register that does not know the filter would give everybody's.
      const eigen = rijen.filter(
        ({ record: { data } }) =>
          data.status === 'open' &&
          data.identificatie.value === nummer &&
          data.identificatie.type.toLowerCase() === SOORT[soort],
      );
      return { rijen: eigen.map(klanttaakVan), onleesbaar };
    },
    sluit: () => objecten.http.sluit(),
  };
}
