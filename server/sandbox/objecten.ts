/** Objecten API 2 as Open Object 4.0, for reading: list, search, detail. `fields`, versions and geometry it refuses. */
import { Router } from 'express';
import type { Request, Response } from 'express';
import { maakObjecten, OBJECTTYPEN, type GemaaktObject, type Objecttype } from './gemeente/objecten.ts';
import { uuidVan } from './http/adres.ts';
import { andereMethode, stuur } from './http/antwoord.ts';
import { crsOntbreekt, nietAanvaardbaar, nietGevonden, ongeldigVeld } from './http/fout.ts';
import { lichaamVan } from './http/lichaam.ts';
import { pagina } from './http/pagina.ts';
import { parametersVan, weigerOnbekend } from './http/parameters.ts';
import type { Kern } from './kern.ts';
import { bevatTekst, leesUitdrukking } from './objecten/filter.ts';
import { API_PREFIX, tekstVan, type JsonObject } from './typen.ts';

const CRS = 'EPSG:4326';
/** Fixed, because settings name a type by its URL. */
const TYPE_UUID: Record<Objecttype, string> = {
  afdeling: '0b1ec700-0000-4000-8000-000000000001',
  groep: '0b1ec700-0000-4000-8000-000000000002',
  medewerker: '0b1ec700-0000-4000-8000-000000000003',
  klanttaak: '0b1ec700-0000-4000-8000-000000000004',
};
const typePad = (type: Objecttype): string => `${API_PREFIX.objecten}/objecttypes/${TYPE_UUID[type]}`;

const FILTERS = ['type', 'data_attr', 'data_attrs', 'data_icontains', 'date', 'ordering'];
const BLADEREN = ['page', 'pageSize'];

function objectenVan({ opslag }: Kern): GemaaktObject[] {
  return maakObjecten(opslag.peildatum, (bsn, omschrijving) => {
    const rollen = opslag.tabel('zaken/rollen').op('betrokkeneIdentificatie.inpBsn', bsn);
    const zaken = rollen.flatMap((rol) => opslag.achter('zaken/zaken', rol['zaak']) ?? []);
    return zaken.find((zaak) => zaak['omschrijving'] === omschrijving)?.uuid;
  });
}

const toon = ({ uuid, type, startAt, data }: GemaaktObject): JsonObject => ({
  url: `${API_PREFIX.objecten}/objects/${uuid}`,
  uuid,
  type: typePad(type),
  record: {
    index: 1,
    typeVersion: 1,
    data,
    geometry: null,
    startAt,
    endAt: null,
    registrationAt: startAt,
    correctionFor: null,
    correctedBy: null,
  },
});

type Waarden = ReadonlyMap<string, readonly string[]>;

function kies(alle: readonly GemaaktObject[], waarden: Waarden): GemaaktObject[] {
  const [gevraagd] = waarden.get('type') ?? [];
  const type = OBJECTTYPEN.find((naam) => typePad(naam) === gevraagd);
  if (gevraagd !== undefined && type === undefined)
    throw ongeldigVeld('type', 'invalid', 'Objecttype bestaat niet.');
  const proeven = [
    ...(waarden.get('data_attr') ?? []).map((u) => leesUitdrukking('data_attr', u)),
    ...(waarden.get('data_attrs') ?? [])
      .flatMap((u) => u.split(','))
      .map((u) => leesUitdrukking('data_attrs', u)),
    ...(waarden.get('data_icontains') ?? []).map(bevatTekst),
  ];
  const dag = waarden.get('date')?.[0] ?? '9999';
  const over = alle.filter(
    (o) => (type === undefined || o.type === type) && o.startAt <= dag && proeven.every((p) => p(o.data)),
  );
  return sorteer(over, waarden.get('ordering')?.[0] ?? '');
}

/** By `record__data__<key>` alone, `-` before it for descending; other orders are as they were made. */
function sorteer(rijen: GemaaktObject[], ordering: string): GemaaktObject[] {
  const [, af, veld] = /^(-?)record__data__(\w+)$/.exec(ordering) ?? [];
  if (veld === undefined) return rijen;
  const richting = af === '-' ? -1 : 1;
  return rijen.sort((a, b) => richting * tekstVan(a.data[veld]).localeCompare(tekstVan(b.data[veld])));
}

function eisCrs(req: Request): void {
  const [inhoud, aanvaard] = [req.get('content-crs'), req.get('accept-crs')];
  if (req.method === 'POST' && inhoud === undefined) throw crsOntbreekt('Content-Crs');
  for (const crs of [inhoud, aanvaard])
    if (crs !== undefined && crs !== CRS) throw nietAanvaardbaar(`CRS '${crs}' is niet ondersteund`);
}

export function objectenApi(kern: Kern): Router {
  let gemaakt: GemaaktObject[] | undefined;
  const alle = (): GemaaktObject[] => (gemaakt ??= objectenVan(kern));

  const stuurLijst = (req: Request, res: Response, waarden: Waarden): void => {
    const { results, ...rest } = pagina(req, kies(alle(), waarden), 'pageSize');
    stuur(req, res, { ...rest, results: results.map(toon) });
  };

  const router = Router();
  router.use((req, res, next) => {
    eisCrs(req);
    res.set('Content-Crs', CRS);
    next();
  });
  router.get('/objects', (req, res) => {
    const parameters = parametersVan(req);
    weigerOnbekend(parameters, (naam) => [...FILTERS, ...BLADEREN].includes(naam));
    // `data_attr` may be repeated; of the others the last counts.
    const herhaald = new URL(req.originalUrl, 'http://sandbox').searchParams.getAll('data_attr');
    const waarden = new Map([...parameters].map(([naam, waarde]) => [naam, [waarde]]));
    if (herhaald.length > 0) waarden.set('data_attr', herhaald);
    stuurLijst(req, res, waarden);
  });
  router.post('/objects/search', (req, res) => {
    weigerOnbekend(parametersVan(req), (naam) => BLADEREN.includes(naam));
    const lichaam = lichaamVan(req);
    const waarden = FILTERS.flatMap((naam): [string, string[]][] => {
      const waarde = lichaam[naam];
      return typeof waarde === 'string' && waarde !== '' ? [[naam, [waarde]]] : [];
    });
    stuurLijst(req, res, new Map(waarden));
  });
  router.get('/objects/:uuid', (req, res) => {
    weigerOnbekend(parametersVan(req), () => false);
    const gevonden = alle().find((o) => o.uuid === uuidVan(req.path).toLowerCase());
    if (gevonden === undefined) throw nietGevonden();
    stuur(req, res, toon(gevonden));
  });
  router.all(['/objects', '/objects/search', '/objects/:uuid'], andereMethode);
  return router;
}
