import { eenVan, gelijk } from '../filters.ts';
import { volledig, zonderUuid } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { padVan } from '../typen.ts';
import { padenOp } from './gemeenschappelijk.ts';

export const catalogussen: Resource = {
  tabel: 'catalogi/catalogussen',
  paginering: 'pageSize',
  etag: true,
  filters: {
    domein: gelijk('domein'),
    domein__in: eenVan('domein'),
    rsin: gelijk('rsin'),
    rsin__in: eenVan('rsin'),
  },
  toon: (rij, opslag) => {
    const pad = padVan('catalogi/catalogussen', rij.uuid);
    const leeg = {
      domein: '',
      rsin: '',
      contactpersoonBeheerNaam: '',
      contactpersoonBeheerTelefoonnummer: '',
      contactpersoonBeheerEmailadres: '',
      naam: '',
      versie: '',
      begindatumVersie: null,
    };
    return zonderUuid({
      ...volledig('catalogi/catalogussen', rij, leeg),
      zaaktypen: padenOp(opslag, 'catalogi/zaaktypen', 'catalogus', pad),
      besluittypen: padenOp(opslag, 'catalogi/besluittypen', 'catalogus', pad),
      informatieobjecttypen: padenOp(opslag, 'catalogi/informatieobjecttypen', 'catalogus', pad),
    });
  },
};
