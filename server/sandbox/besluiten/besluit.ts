import { gelijk, verplichteVerwijzing, verwijzing } from '../filters.ts';
import { volledig, zonderUuid } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { tekstVan } from '../typen.ts';

const VERVALREDEN: Record<string, string> = {
  tijdelijk: 'Besluit met tijdelijke werking',
  ingetrokken_overheid: 'Besluit ingetrokken door overheid',
  ingetrokken_belanghebbende: 'Besluit ingetrokken o.v.v. belanghebbende',
};
export const VERVALREDENEN = Object.keys(VERVALREDEN);

const LEEG = {
  identificatie: '',
  verantwoordelijkeOrganisatie: '',
  besluittype: '',
  zaak: '',
  datum: '',
  toelichting: '',
  bestuursorgaan: '',
  ingangsdatum: '',
  vervaldatum: null,
  vervalreden: '',
  publicatiedatum: null,
  verzenddatum: null,
  uiterlijkeReactiedatum: null,
};

export const besluiten: Resource = {
  tabel: 'besluiten/besluiten',
  paginering: 'pageSize',
  etag: true,
  filters: {
    identificatie: gelijk('identificatie'),
    verantwoordelijkeOrganisatie: gelijk('verantwoordelijkeOrganisatie'),
    besluittype: verwijzing('besluittype'),
    zaak: verwijzing('zaak'),
  },
  toon: (rij) => {
    const getoond = zonderUuid(volledig('besluiten/besluiten', rij, LEEG));
    return { ...getoond, vervalredenWeergave: VERVALREDEN[tekstVan(getoond['vervalreden'])] ?? '' };
  },
};

export const besluitinformatieobjecten: Resource = {
  tabel: 'besluiten/besluitinformatieobjecten',
  paginering: 'geen',
  etag: true,
  filters: { besluit: verplichteVerwijzing('besluit'), informatieobject: verwijzing('informatieobject') },
  toon: (rij) =>
    zonderUuid(volledig('besluiten/besluitinformatieobjecten', rij, { informatieobject: '', besluit: '' })),
};
