import { bevat, dag, gelijk, janee, keuze, verplichteVerwijzing, verwijzing } from '../filters.ts';
import type { Filter } from '../filters.ts';
import type { Opslag } from '../opslag.ts';
import { volledig, zonderUuid } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { padVan, tekstVan } from '../typen.ts';
import type { JsonObject, Rij } from '../typen.ts';
import { VERTROUWELIJKHEID } from '../vertrouwelijkheid.ts';
import { heeftBestand, inhoudVan } from './inhoud.ts';

const LEEG: JsonObject = {
  identificatie: '',
  bronorganisatie: '',
  creatiedatum: '',
  titel: '',
  vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
  auteur: '',
  status: '',
  formaat: '',
  taal: 'nld',
  versie: 1,
  beginRegistratie: '',
  bestandsnaam: '',
  inhoud: null,
  bestandsomvang: null,
  link: '',
  beschrijving: '',
  ontvangstdatum: null,
  verzenddatum: null,
  indicatieGebruiksrecht: null,
  verschijningsvorm: '',
  ondertekening: null,
  integriteit: null,
  informatieobjecttype: '',
  locked: false,
  bestandsdelen: [],
  trefwoorden: [],
};

/** Comma-separated words: all of them, or any. */
const woorden = (alle: boolean): Filter => ({
  maak: (waarde) => (rij) => {
    const heeft = Array.isArray(rij['trefwoorden']) ? rij['trefwoorden'] : [];
    const gezocht = waarde.split(',');
    return alle
      ? gezocht.every((woord) => heeft.includes(woord))
      : gezocht.some((woord) => heeft.includes(woord));
  },
});

/** Through the objectinformatieobjecten of the document. */
const viaRelatie = (past: (relatie: Rij, waarde: string) => boolean): Filter => ({
  maak: (waarde, _naam, opslag) => (rij) => relatiesVan(rij, opslag).some((relatie) => past(relatie, waarde)),
});

const relatiesVan = (rij: Rij, opslag: Opslag): Rij[] =>
  opslag
    .tabel('documenten/objectinformatieobjecten')
    .op('informatieobject', padVan('documenten/enkelvoudiginformatieobjecten', rij.uuid));

export const enkelvoudiginformatieobjecten: Resource = {
  tabel: 'documenten/enkelvoudiginformatieobjecten',
  paginering: 'pageSize',
  etag: true,
  filters: {
    auteur: gelijk('auteur'),
    beschrijving: bevat('beschrijving'),
    bronorganisatie: gelijk('bronorganisatie'),
    creatiedatum__gte: dag('creatiedatum', 'gte'),
    creatiedatum__lte: dag('creatiedatum', 'lte'),
    identificatie: gelijk('identificatie'),
    informatieobjecttype: verwijzing('informatieobjecttype'),
    locked: janee((rij) => rij['locked'] === true),
    objectinformatieobjecten__object: viaRelatie((relatie, waarde) => relatie['object'] === waarde),
    objectinformatieobjecten__objectType: viaRelatie((relatie, waarde) => relatie['objectType'] === waarde),
    titel: bevat('titel'),
    trefwoorden: woorden(true),
    trefwoorden__overlap: woorden(false),
    vertrouwelijkheidaanduiding: keuze('vertrouwelijkheidaanduiding', VERTROUWELIJKHEID),
  },
  samen: (parameters, opslag) => {
    const object = parameters.get('objectinformatieobjecten__object');
    if (object === undefined || object === '') return undefined;
    const relaties = opslag.tabel('documenten/objectinformatieobjecten').op('object', object);
    return new Set(relaties.map((relatie) => tekstVan(relatie['informatieobject']).split('/').at(-1) ?? ''));
  },
  ordering: [
    'auteur',
    'bestandsomvang',
    'creatiedatum',
    'formaat',
    'status',
    'titel',
    'vertrouwelijkheidaanduiding',
  ],
  detailParameters: ['versie', 'registratieOp'],
  expand: ['informatieobjecttype'],
  altijdExpand: true,
  toon: (rij) => {
    const { inhoudBase64, lock, ...document } = volledig(
      'documenten/enkelvoudiginformatieobjecten',
      rij,
      LEEG,
    );
    const versie = typeof document['versie'] === 'number' ? document['versie'] : 1;
    const heeft = heeftBestand(rij);
    return zonderUuid({
      ...document,
      beginRegistratie:
        tekstVan(document['beginRegistratie']) || `${tekstVan(document['creatiedatum'])}T12:00:00Z`,
      inhoud: heeft
        ? `${padVan('documenten/enkelvoudiginformatieobjecten', rij.uuid)}/download?versie=${versie}`
        : null,
      bestandsomvang: heeft ? inhoudVan({ ...rij, inhoudBase64: inhoudBase64 ?? null }).length : null,
      locked: typeof lock === 'string' && lock !== '' ? true : document['locked'] === true,
    });
  },
};

export const objectinformatieobjecten: Resource = {
  tabel: 'documenten/objectinformatieobjecten',
  paginering: 'geen',
  etag: true,
  filters: { informatieobject: verplichteVerwijzing('informatieobject'), object: verwijzing('object') },
  toon: (rij) =>
    zonderUuid(
      volledig('documenten/objectinformatieobjecten', rij, {
        informatieobject: '',
        object: '',
        objectType: 'zaak',
      }),
    ),
};
