import { gelijk, verplichteVerwijzing, verwijzing } from '../filters.ts';
import { volledig, zonderUuid } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { padVan } from '../typen.ts';
import { datumGeldigheid, eigenStatus, objectVelden } from './gemeenschappelijk.ts';

const LEEG = {
  catalogus: '',
  zaaktypen: [],
  omschrijving: '',
  omschrijvingGeneriek: '',
  besluitcategorie: '',
  reactietermijn: null,
  publicatieIndicatie: false,
  publicatietekst: '',
  publicatietermijn: null,
  toelichting: '',
  informatieobjecttypen: [],
  beginGeldigheid: '2020-01-01',
  eindeGeldigheid: null,
  concept: false,
  vastgelegdIn: [],
};

export const besluittypen: Resource = {
  tabel: 'catalogi/besluittypen',
  paginering: 'pageSize',
  etag: true,
  filters: {
    catalogus: verplichteVerwijzing('catalogus'),
    zaaktypen: verwijzing('zaaktypen'),
    informatieobjecttypen: verwijzing('informatieobjecttypen'),
    omschrijving: gelijk('omschrijving'),
    status: eigenStatus,
    datumGeldigheid,
  },
  standaard: { status: 'definitief' },
  toon: (rij, opslag) => {
    const pad = padVan('catalogi/besluittypen', rij.uuid);
    const resultaattypen = opslag.tabel('catalogi/resultaattypen').op('besluittypen', pad);
    return zonderUuid({
      ...volledig('catalogi/besluittypen', rij, LEEG),
      ...objectVelden(rij),
      resultaattypen: resultaattypen.map((type) => padVan('catalogi/resultaattypen', type.uuid)),
      resultaattypenOmschrijving: resultaattypen.map((type) => type['omschrijving'] ?? ''),
    });
  },
};
