import { bevat, eigen, gelijk, isUrl, keuze, verplichteVerwijzing, verwijzing } from '../filters.ts';
import type { Filter } from '../filters.ts';
import { ongeldigVeld } from '../http/fout.ts';
import { volledig, zonderUuid } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { padVan } from '../typen.ts';
import {
  STATUS_OPTIES,
  datumGeldigheid,
  deelVelden,
  eigenStatus,
  objectVelden,
  padenOp,
} from './gemeenschappelijk.ts';

const LEEG = {
  catalogus: '',
  omschrijving: '',
  vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
  beginGeldigheid: '2020-01-01',
  eindeGeldigheid: null,
  concept: false,
  informatieobjectcategorie: '',
  trefwoord: [],
  omschrijvingGeneriek: {
    informatieobjecttypeOmschrijvingGeneriek: '',
    definitieInformatieobjecttypeOmschrijvingGeneriek: '',
    herkomstInformatieobjecttypeOmschrijvingGeneriek: '',
    hierarchieInformatieobjecttypeOmschrijvingGeneriek: '',
    opmerkingInformatieobjecttypeOmschrijvingGeneriek: '',
  },
  besluittypen: [],
};

const vanZaaktype: Filter = {
  maak: (waarde, naam, opslag) => {
    if (!isUrl(waarde)) throw ongeldigVeld(naam, 'invalid', 'Voer een geldige URL in.');
    const koppelingen = opslag.tabel('catalogi/zaaktype-informatieobjecttypen').op('zaaktype', waarde);
    const paden = new Set(koppelingen.map((k) => k['informatieobjecttype']));
    return (rij) => paden.has(padVan('catalogi/informatieobjecttypen', rij.uuid));
  },
};

export const informatieobjecttypen: Resource = {
  tabel: 'catalogi/informatieobjecttypen',
  paginering: 'pageSize',
  etag: true,
  filters: {
    catalogus: verplichteVerwijzing('catalogus'),
    zaaktype: vanZaaktype,
    omschrijving: gelijk('omschrijving'),
    omschrijving__icontains: bevat('omschrijving'),
    status: eigenStatus,
    datumGeldigheid,
  },
  standaard: { status: 'definitief' },
  toon: (rij, opslag) => {
    const pad = padVan('catalogi/informatieobjecttypen', rij.uuid);
    const koppelingen = opslag
      .tabel('catalogi/zaaktype-informatieobjecttypen')
      .op('informatieobjecttype', pad);
    return zonderUuid({
      ...volledig('catalogi/informatieobjecttypen', rij, LEEG),
      ...objectVelden(rij),
      zaaktypen: [...new Set(koppelingen.map((k) => k['zaaktype'] ?? ''))],
      besluittypen: padenOp(opslag, 'catalogi/besluittypen', 'informatieobjecttypen', pad),
    });
  },
};

export const zaaktypeInformatieobjecttypen: Resource = {
  tabel: 'catalogi/zaaktype-informatieobjecttypen',
  paginering: 'pageSize',
  etag: true,
  filters: {
    zaaktype: verplichteVerwijzing('zaaktype'),
    informatieobjecttype: verwijzing('informatieobjecttype'),
    richting: keuze('richting', ['inkomend', 'intern', 'uitgaand']),
    status: eigen(STATUS_OPTIES, (rij, waarde, opslag) => {
      const concept = [
        opslag.achter('catalogi/zaaktypen', rij['zaaktype']),
        opslag.achter('catalogi/informatieobjecttypen', rij['informatieobjecttype']),
      ].some((type) => type?.['concept'] === true);
      return waarde === 'alles' || concept === (waarde === 'concept');
    }),
  },
  standaard: { status: 'definitief' },
  toon: (rij, opslag) => {
    const leeg = {
      zaaktype: '',
      informatieobjecttype: '',
      volgnummer: 1,
      richting: 'inkomend',
      statustype: null,
    };
    const { zaaktypeIdentificatie, catalogus } = deelVelden(rij, opslag);
    return zonderUuid({
      ...volledig('catalogi/zaaktype-informatieobjecttypen', rij, leeg),
      zaaktypeIdentificatie: zaaktypeIdentificatie ?? '',
      catalogus: catalogus ?? '',
    });
  },
};
