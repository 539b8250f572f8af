import { bevat, keuze } from '../filters.ts';
import { volledig, zonderUuid } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { DEEL_FILTERS, deelVelden } from './gemeenschappelijk.ts';

export const OMSCHRIJVING_GENERIEK = [
  'adviseur',
  'behandelaar',
  'belanghebbende',
  'beslisser',
  'initiator',
  'klantcontacter',
  'mede_initiator',
  'zaakcoordinator',
] as const;

export const roltypen: Resource = {
  tabel: 'catalogi/roltypen',
  paginering: 'pageSize',
  etag: true,
  filters: {
    ...DEEL_FILTERS,
    omschrijving: bevat('omschrijving'),
    omschrijvingGeneriek: keuze('omschrijvingGeneriek', OMSCHRIJVING_GENERIEK),
  },
  standaard: { status: 'definitief' },
  toon: (rij, opslag) =>
    zonderUuid({
      ...volledig('catalogi/roltypen', rij, {
        zaaktype: '',
        omschrijving: '',
        omschrijvingGeneriek: 'behandelaar',
      }),
      ...deelVelden(rij, opslag),
    }),
};
