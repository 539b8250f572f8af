import type { Opslag } from '../opslag.ts';
import { volledig, zonderUuid } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { padVan } from '../typen.ts';
import type { Rij } from '../typen.ts';
import { DEEL_FILTERS, deelVelden, padenOp } from './gemeenschappelijk.ts';

const LEEG = {
  omschrijving: '',
  omschrijvingGeneriek: '',
  statustekst: '',
  zaaktype: '',
  volgnummer: 1,
  informeren: false,
  doorlooptijd: null,
  toelichting: null,
  checklistitemStatustype: [],
  zaakobjecttypen: [],
};

export const volgnummer = (rij: Rij): number =>
  typeof rij['volgnummer'] === 'number' ? rij['volgnummer'] : 0;

/** The end status is the one with the highest volgnummer of its zaaktype. */
export function isEindstatus(statustype: Rij, opslag: Opslag): boolean {
  const zaaktype = statustype['zaaktype'];
  const alle =
    typeof zaaktype === 'string' ? opslag.tabel('catalogi/statustypen').op('zaaktype', zaaktype) : [];
  return alle.every((ander) => volgnummer(ander) <= volgnummer(statustype));
}

export const statustypen: Resource = {
  tabel: 'catalogi/statustypen',
  paginering: 'pageSize',
  etag: true,
  filters: DEEL_FILTERS,
  standaard: { status: 'definitief' },
  toon: (rij, opslag) =>
    zonderUuid({
      ...volledig('catalogi/statustypen', rij, LEEG),
      ...deelVelden(rij, opslag),
      isEindstatus: isEindstatus(rij, opslag),
      eigenschappen: padenOp(
        opslag,
        'catalogi/eigenschappen',
        'statustype',
        padVan('catalogi/statustypen', rij.uuid),
      ),
    }),
};
