import { ROL_FILTERS, rollen } from './rol.ts';
import { bevat, dag, eenVan, eigen, gelijk, keuze, leeg, verwijzing } from '../filters.ts';
import type { Filter } from '../filters.ts';
import { isBsn } from '../elfproef.ts';
import { Fout, ongeldig, ongeldigVeld } from '../http/fout.ts';
import { uuidVan } from '../http/adres.ts';
import type { Opslag } from '../opslag.ts';
import { volledig } from '../resource.ts';
import { selecteer } from '../selectie.ts';
import type { Resource } from '../resource.ts';
import { padVan, tekstVan } from '../typen.ts';
import type { JsonObject, Rij, TabelNaam } from '../typen.ts';
import { VERTROUWELIJKHEID } from '../vertrouwelijkheid.ts';
import { statussenVan } from './status.ts';

const BETALING: Record<string, string> = {
  nvt: 'Er is geen sprake van te betalen, met de zaak gemoeide, kosten.',
  nog_niet: 'De met de zaak gemoeide kosten zijn (nog) niet betaald.',
  gedeeltelijk: 'De met de zaak gemoeide kosten zijn gedeeltelijk betaald.',
  geheel: 'De met de zaak gemoeide kosten zijn geheel betaald.',
  gefactureerd: 'De met de zaak gemoeide kosten zijn gefactureerd.',
  gecrediteerd: 'De met de zaak gemoeide kosten zijn gecrediteerd.',
  betaald: 'De met de zaak gemoeide kosten zijn betaald.',
};
export const BETALINGSINDICATIES = Object.keys(BETALING);
export const ARCHIEFNOMINATIES = ['blijvend_bewaren', 'vernietigen'] as const;
export const ARCHIEFSTATUSSEN = [
  'nog_te_archiveren',
  'gearchiveerd',
  'gearchiveerd_procestermijn_onbekend',
  'overgedragen',
] as const;

/** In the order of the real answer. */
const LEEG: JsonObject = {
  uuid: '',
  identificatie: '',
  bronorganisatie: '',
  omschrijving: '',
  toelichting: '',
  zaaktype: '',
  registratiedatum: '',
  verantwoordelijkeOrganisatie: '',
  startdatum: '',
  einddatum: null,
  einddatumGepland: null,
  uiterlijkeEinddatumAfdoening: null,
  publicatiedatum: null,
  laatstGemuteerd: '',
  laatstGeopend: null,
  communicatiekanaal: '',
  communicatiekanaalNaam: '',
  productenOfDiensten: [],
  vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
  betalingsindicatie: '',
  laatsteBetaaldatum: null,
  zaakgeometrie: null,
  verlenging: null,
  opschorting: null,
  selectielijstklasse: '',
  hoofdzaak: null,
  relevanteAndereZaken: [],
  gerelateerdeZaken: [],
  kenmerken: [],
  archiefnominatie: null,
  archiefstatus: 'nog_te_archiveren',
  archiefactiedatum: null,
  opdrachtgevendeOrganisatie: '',
  processobjectaard: '',
  startdatumBewaartermijn: null,
  processobject: null,
};
const GEEN_OPSCHORTING = { indicatie: false, eerdereOpschorting: false, reden: '' };
const GEEN_PROCESSOBJECT = { datumkenmerk: '', identificatie: '', objecttype: '', registratie: '' };

const onder = (opslag: Opslag, tabel: TabelNaam, pad: string, index = 'zaak'): string[] =>
  opslag
    .tabel(tabel)
    .op(index, pad)
    .map((rij) => padVan(tabel, rij.uuid, pad));

function toonZaak(rij: Rij, opslag: Opslag): JsonObject {
  const pad = padVan('zaken/zaken', rij.uuid);
  const zaak = volledig('zaken/zaken', rij, LEEG);
  const status = statussenVan(opslag, pad)[0];
  const betaling = zaak['betalingsindicatie'];
  const verlenging = zaak['verlenging'] as JsonObject | null;
  return {
    ...zaak,
    laatstGemuteerd: zaak['laatstGemuteerd'] || `${tekstVan(zaak['registratiedatum'])}T00:00:00Z`,
    betalingsindicatieWeergave: typeof betaling === 'string' ? (BETALING[betaling] ?? '') : '',
    // An empty verlenging is null, an empty opschorting is an object: measured on Open Zaak 1.30.
    verlenging: verlenging?.['duur'] ? verlenging : null,
    opschorting: { ...GEEN_OPSCHORTING, ...(zaak['opschorting'] as JsonObject | null) },
    processobject: { ...GEEN_PROCESSOBJECT, ...(zaak['processobject'] as JsonObject | null) },
    deelzaken: onder(opslag, 'zaken/zaken', pad, 'hoofdzaak'),
    eigenschappen: onder(opslag, 'zaken/zaakeigenschappen', pad),
    rollen: onder(opslag, 'zaken/rollen', pad),
    status: status ? padVan('zaken/statussen', status.uuid) : null,
    zaakinformatieobjecten: onder(opslag, 'zaken/zaakinformatieobjecten', pad),
    zaakobjecten: onder(opslag, 'zaken/zaakobjecten', pad),
    resultaat: onder(opslag, 'zaken/resultaten', pad)[0] ?? null,
  };
}

const rsin = (binnen: Filter): Filter => ({
  ...binnen,
  maak: (waarde, naam, opslag) => {
    if (!waarde.split(',').every(isBsn)) throw ongeldigVeld(naam, 'invalid', 'Onjuist RSIN nummer');
    return binnen.maak(waarde, naam, opslag);
  },
});

/** A filter on what hangs on the zaak: true where the rows under it satisfy. */
const viaZaak = (zoek: (zaakPad: string, opslag: Opslag, waarde: string) => boolean, url = true): Filter => ({
  maak: (waarde, naam, opslag) => {
    if (url) verwijzing('').maak(waarde, naam, opslag);
    return (rij) => zoek(padVan('zaken/zaken', rij.uuid), opslag, waarde);
  },
});

const kenmerken = (rij: Rij): JsonObject[] =>
  (Array.isArray(rij['kenmerken']) ? rij['kenmerken'] : []) as JsonObject[];

const zaaktypeOmschrijving: Filter = {
  maak: (waarde, naam, opslag) => {
    const past = bevat('omschrijving').maak(waarde, naam, opslag);
    return (rij) => {
      const zaaktype = opslag.achter('catalogi/zaaktypen', rij['zaaktype']);
      return zaaktype !== undefined && past(zaaktype);
    };
  },
};

const ZAAK_FILTERS: Record<string, Filter> = {
  identificatie: gelijk('identificatie'),
  identificatie__icontains: bevat('identificatie'),
  bronorganisatie: rsin(gelijk('bronorganisatie')),
  bronorganisatie__in: rsin(eenVan('bronorganisatie')),
  omschrijving: bevat('omschrijving'),
  zaaktype: verwijzing('zaaktype'),
  zaaktype__omschrijving: zaaktypeOmschrijving,
  archiefnominatie: keuze('archiefnominatie', ARCHIEFNOMINATIES),
  archiefnominatie__in: eenVan('archiefnominatie', ARCHIEFNOMINATIES),
  archiefactiedatum: dag('archiefactiedatum'),
  archiefactiedatum__lt: dag('archiefactiedatum', 'lt'),
  archiefactiedatum__gt: dag('archiefactiedatum', 'gt'),
  archiefactiedatum__isnull: leeg('archiefactiedatum'),
  archiefstatus: keuze('archiefstatus', ARCHIEFSTATUSSEN),
  archiefstatus__in: eenVan('archiefstatus', ARCHIEFSTATUSSEN),
  startdatum: dag('startdatum'),
  startdatum__gt: dag('startdatum', 'gt'),
  startdatum__gte: dag('startdatum', 'gte'),
  startdatum__lt: dag('startdatum', 'lt'),
  startdatum__lte: dag('startdatum', 'lte'),
  registratiedatum: dag('registratiedatum'),
  registratiedatum__gt: dag('registratiedatum', 'gt'),
  registratiedatum__lt: dag('registratiedatum', 'lt'),
  einddatum: dag('einddatum'),
  einddatum__gt: dag('einddatum', 'gt'),
  einddatum__lt: dag('einddatum', 'lt'),
  einddatum__isnull: leeg('einddatum'),
  einddatumGepland: dag('einddatumGepland'),
  einddatumGepland__gt: dag('einddatumGepland', 'gt'),
  einddatumGepland__lt: dag('einddatumGepland', 'lt'),
  uiterlijkeEinddatumAfdoening: dag('uiterlijkeEinddatumAfdoening'),
  uiterlijkeEinddatumAfdoening__gt: dag('uiterlijkeEinddatumAfdoening', 'gt'),
  uiterlijkeEinddatumAfdoening__lt: dag('uiterlijkeEinddatumAfdoening', 'lt'),
  maximaleVertrouwelijkheidaanduiding: eigen(VERTROUWELIJKHEID, (rij, waarde) => {
    const plaats = (woord: unknown): number => VERTROUWELIJKHEID.findIndex((niveau) => niveau === woord);
    return plaats(rij['vertrouwelijkheidaanduiding'] ?? 'zaakvertrouwelijk') <= plaats(waarde);
  }),
  status__statustype: viaZaak(
    (pad, opslag, waarde) => statussenVan(opslag, pad)[0]?.['statustype'] === waarde,
  ),
  resultaat__resultaattype: viaZaak(
    (pad, opslag, waarde) =>
      opslag.tabel('zaken/resultaten').op('zaak', pad)[0]?.['resultaattype'] === waarde,
  ),
  kenmerk__bron: { maak: (waarde) => (rij) => kenmerken(rij).some(({ bron }) => bron === waarde) },
  kenmerk: {
    maak: (waarde, naam) => {
      const [bron, ...rest] = waarde.split(':');
      // Neither a bron nor a kenmerk with a colon in it can be found.
      if (rest.length !== 1) throw ongeldigVeld(naam, 'invalid', 'Voer een geldige waarde in.');
      return (rij) => kenmerken(rij).some((paar) => paar['bron'] === bron && paar['kenmerk'] === rest[0]);
    },
  },
};

const ROL_PARAMETERS = Object.keys(ROL_FILTERS).map((naam) => `rol__${naam}`);

/** All `rol__` filters hold for one and the same rol: so Open Zaak. */
function zakenVanRollen(parameters: Map<string, string>, opslag: Opslag): Set<string> | undefined {
  const opRol = new Map(
    [...parameters]
      .filter(([naam, waarde]) => waarde !== '' && ROL_PARAMETERS.includes(naam))
      .map(([naam, waarde]) => [naam.slice('rol__'.length), waarde]),
  );
  if (opRol.size === 0) return undefined;
  try {
    return new Set(selecteer(rollen, opRol, opslag).map((rol) => uuidVan(rol['zaak'])));
  } catch (fout) {
    if (!(fout instanceof Fout)) throw fout;
    throw ongeldig(...(fout.delen.invalidParams ?? []).map((p) => ({ ...p, name: `rol__${p.name}` })));
  }
}

const ONDER_ZAAK = [
  'zaaktype',
  'status',
  'status.statustype',
  'resultaat',
  'resultaat.resultaattype',
  'rollen',
  'rollen.roltype',
  'zaakinformatieobjecten',
  'zaakobjecten',
];

export const zaken: Resource = {
  tabel: 'zaken/zaken',
  paginering: 'pageSize',
  etag: true,
  filters: ZAAK_FILTERS,
  samen: zakenVanRollen,
  samenParameters: ROL_PARAMETERS,
  ordering: [
    'startdatum',
    'einddatum',
    'publicatiedatum',
    'archiefactiedatum',
    'registratiedatum',
    'identificatie',
  ],
  expand: [
    ...ONDER_ZAAK,
    'eigenschappen',
    'eigenschappen.eigenschap',
    ...['hoofdzaak', 'deelzaken'].flatMap((tak) => [tak, ...ONDER_ZAAK.map((pad) => `${tak}.${pad}`)]),
  ],
  altijdExpand: true,
  toon: toonZaak,
};
