import { volledig, zonderUuid } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { DEEL_FILTERS, deelVelden } from './gemeenschappelijk.ts';

const LEEG = {
  naam: '',
  definitie: '',
  specificatie: { groep: '', formaat: 'tekst', lengte: '255', kardinaliteit: '1', waardenverzameling: [] },
  toelichting: '',
  zaaktype: '',
  statustype: null,
};

export const eigenschappen: Resource = {
  tabel: 'catalogi/eigenschappen',
  paginering: 'pageSize',
  etag: true,
  filters: DEEL_FILTERS,
  standaard: { status: 'definitief' },
  toon: (rij, opslag) =>
    zonderUuid({ ...volledig('catalogi/eigenschappen', rij, LEEG), ...deelVelden(rij, opslag) }),
};
