import { bevat, gelijk, verplichteVerwijzing } from '../filters.ts';
import type { Filter } from '../filters.ts';
import { volledig, zonderUuid } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { padVan } from '../typen.ts';
import { volgnummer } from './statustypen.ts';
import type { JsonObject } from '../typen.ts';
import { datumGeldigheid, eigenStatus, objectVelden, padenOp } from './gemeenschappelijk.ts';

const LEEG: JsonObject = {
  identificatie: '',
  omschrijving: '',
  omschrijvingGeneriek: '',
  vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
  doel: '',
  aanleiding: '',
  toelichting: '',
  indicatieInternOfExtern: 'extern',
  handelingInitiator: 'aanvragen',
  onderwerp: '',
  handelingBehandelaar: 'behandelen',
  doorlooptijd: 'P56D',
  servicenorm: null,
  opschortingEnAanhoudingMogelijk: false,
  verlengingMogelijk: false,
  verlengingstermijn: null,
  trefwoorden: [],
  publicatieIndicatie: false,
  publicatietekst: '',
  verantwoordingsrelatie: [],
  productenOfDiensten: [],
  selectielijstProcestype: '',
  referentieproces: { naam: '', link: '' },
  concept: false,
  verantwoordelijke: '',
  broncatalogus: { url: '', domein: '', rsin: '' },
  bronzaaktype: { url: '', identificatie: '', omschrijving: '' },
  beginGeldigheid: '2020-01-01',
  eindeGeldigheid: null,
  versiedatum: '2020-01-01',
  deelzaaktypen: [],
  gerelateerdeZaaktypen: [],
  zaakobjecttypen: [],
};

/** Comma-separated; all of them must be on the zaaktype. */
const trefwoorden: Filter = {
  maak: (waarde) => (rij) => {
    const woorden = Array.isArray(rij['trefwoorden']) ? rij['trefwoorden'] : [];
    return waarde.split(',').every((woord) => woorden.includes(woord));
  },
};

export const zaaktypen: Resource = {
  tabel: 'catalogi/zaaktypen',
  paginering: 'pageSize',
  etag: true,
  filters: {
    catalogus: verplichteVerwijzing('catalogus'),
    identificatie: gelijk('identificatie'),
    identificatie__icontains: bevat('identificatie'),
    omschrijving__icontains: bevat('omschrijving'),
    datumGeldigheid,
    status: eigenStatus,
    trefwoorden,
  },
  standaard: { status: 'definitief' },
  toon: (rij, opslag) => {
    const pad = padVan('catalogi/zaaktypen', rij.uuid);
    const koppelingen = opslag.tabel('catalogi/zaaktype-informatieobjecttypen').op('zaaktype', pad);
    return zonderUuid({
      ...volledig('catalogi/zaaktypen', rij, LEEG),
      ...objectVelden(rij),
      statustypen: opslag
        .tabel('catalogi/statustypen')
        .op('zaaktype', pad)
        .sort((a, b) => volgnummer(b) - volgnummer(a))
        .map((type) => padVan('catalogi/statustypen', type.uuid)),
      resultaattypen: padenOp(opslag, 'catalogi/resultaattypen', 'zaaktype', pad),
      eigenschappen: padenOp(opslag, 'catalogi/eigenschappen', 'zaaktype', pad),
      informatieobjecttypen: [...new Set(koppelingen.map((k) => k['informatieobjecttype'] ?? ''))],
      roltypen: padenOp(opslag, 'catalogi/roltypen', 'zaaktype', pad),
      besluittypen: padenOp(opslag, 'catalogi/besluittypen', 'zaaktypen', pad),
    });
  },
};
