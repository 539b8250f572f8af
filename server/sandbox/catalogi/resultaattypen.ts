import type { Opslag } from '../opslag.ts';
import { volledig, zonderUuid } from '../resource.ts';
import type { Resource } from '../resource.ts';
import type { Json, TabelNaam } from '../typen.ts';
import { DEEL_FILTERS, deelVelden } from './gemeenschappelijk.ts';

const LEEG = {
  zaaktype: '',
  omschrijving: '',
  resultaattypeomschrijving:
    'https://selectielijst.openzaak.nl/api/v1/resultaattypeomschrijvingen/7cb315fb-4f7b-4a43-aca1-e4522e4c73b3',
  omschrijvingGeneriek: '',
  selectielijstklasse:
    'https://selectielijst.openzaak.nl/api/v1/resultaten/cc5ae4e3-a9e6-4386-bcee-46be4986a829',
  toelichting: '',
  archiefnominatie: 'vernietigen',
  archiefactietermijn: 'P5Y',
  brondatumArchiefprocedure: null,
  procesobjectaard: '',
  indicatieSpecifiek: null,
  procestermijn: null,
  besluittypen: [],
  informatieobjecttypen: [],
};

const omschrijvingen = (opslag: Opslag, tabel: TabelNaam, verwijzingen: Json | undefined): Json[] =>
  (Array.isArray(verwijzingen) ? verwijzingen : []).flatMap(
    (v) => opslag.achter(tabel, v)?.['omschrijving'] ?? [],
  );

export const resultaattypen: Resource = {
  tabel: 'catalogi/resultaattypen',
  paginering: 'pageSize',
  etag: true,
  filters: DEEL_FILTERS,
  standaard: { status: 'definitief' },
  toon: (rij, opslag) =>
    zonderUuid({
      ...volledig('catalogi/resultaattypen', rij, LEEG),
      ...deelVelden(rij, opslag),
      besluittypeOmschrijving: omschrijvingen(opslag, 'catalogi/besluittypen', rij['besluittypen']),
      informatieobjecttypeOmschrijving: omschrijvingen(
        opslag,
        'catalogi/informatieobjecttypen',
        rij['informatieobjecttypen'],
      ),
    }),
};
