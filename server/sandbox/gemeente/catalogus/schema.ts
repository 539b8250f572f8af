/** What we read of a published catalogus: bodies of the Catalogi API, older releases too, with absolute URLs. */
import { z } from 'zod';

const verwijzing = z.string();
const dag = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Only days are written in practice: `P56D`, `P8W`, `P3M`, `P1Y`. */
const duur = z.string().regex(/^P(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?$/);

const zaaktype = z.looseObject({
  url: verwijzing,
  identificatie: z.union([z.string(), z.number().transform(String)]),
  omschrijving: z.string(),
  vertrouwelijkheidaanduiding: z.string(),
  indicatieInternOfExtern: z.string(),
  doorlooptijd: duur,
  servicenorm: duur.nullable(),
  opschortingEnAanhoudingMogelijk: z.boolean(),
  verlengingMogelijk: z.boolean(),
  verlengingstermijn: duur.nullable(),
  verantwoordelijke: z.string().optional(),
  beginGeldigheid: dag,
});
const statustype = z.looseObject({
  url: verwijzing,
  zaaktype: verwijzing,
  omschrijving: z.string(),
  volgnummer: z.number().int(),
});
const resultaattype = z.looseObject({ url: verwijzing, zaaktype: verwijzing, omschrijving: z.string() });
const roltype = z.looseObject({
  url: verwijzing,
  zaaktype: verwijzing,
  omschrijving: z.string(),
  omschrijvingGeneriek: z.string(),
});
const informatieobjecttype = z.looseObject({ url: verwijzing, omschrijving: z.string() });
const koppeling = z.looseObject({
  url: verwijzing,
  zaaktype: verwijzing,
  informatieobjecttype: verwijzing,
  richting: z.string(),
});

export const Catalogusbestand = z.object({
  origin: z.string().min(1),
  basePath: z.string().startsWith('/'),
  resources: z.object({
    catalogussen: z.array(z.looseObject({ url: verwijzing })).length(1),
    zaaktypen: z.array(zaaktype).min(1),
    statustypen: z.array(statustype),
    resultaattypen: z.array(resultaattype),
    roltypen: z.array(roltype),
    informatieobjecttypen: z.array(informatieobjecttype),
    'zaaktype-informatieobjecttypen': z.array(koppeling),
  }),
});
export type Catalogusbestand = z.infer<typeof Catalogusbestand>;
