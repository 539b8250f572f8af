import { keuze, verplichteVerwijzing, verwijzing } from '../filters.ts';
import { volledig } from '../resource.ts';
import type { Resource } from '../resource.ts';

const OBJECT_TYPEN = [
  'adres',
  'besluit',
  'buurt',
  'enkelvoudig_document',
  'gemeente',
  'gemeentelijke_openbare_ruimte',
  'huishouden',
  'inrichtingselement',
  'kadastrale_onroerende_zaak',
  'kunstwerkdeel',
  'maatschappelijke_activiteit',
  'medewerker',
  'natuurlijk_persoon',
  'niet_natuurlijk_persoon',
  'openbare_ruimte',
  'organisatorische_eenheid',
  'overige',
  'pand',
  'spoorbaandeel',
  'status',
  'terrein_gebouwd_object',
  'terreindeel',
  'vestiging',
  'waterdeel',
  'wegdeel',
  'wijk',
  'woonplaats',
  'woz_deelobject',
  'woz_object',
  'woz_waarde',
  'zakelijk_recht',
] as const;

const LEEG = {
  zaak: '',
  object: '',
  zaakobjecttype: null,
  objectType: 'overige',
  objectTypeOverige: '',
  objectTypeOverigeDefinitie: null,
  relatieomschrijving: '',
};

/** Read only: the console writes none. */
export const zaakobjecten: Resource = {
  tabel: 'zaken/zaakobjecten',
  paginering: 'pageSize',
  etag: true,
  filters: {
    zaak: verplichteVerwijzing('zaak'),
    object: verwijzing('object'),
    objectType: keuze('objectType', OBJECT_TYPEN),
  },
  toon: (rij) => volledig('zaken/zaakobjecten', rij, LEEG),
};
