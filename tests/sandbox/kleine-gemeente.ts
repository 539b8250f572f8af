import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';
import { maakSandbox } from '../../server/sandbox/app.ts';
import type { Sandbox, SandboxOpties } from '../../server/sandbox/app.ts';
import { SANDBOX_CLIENT_ID, SANDBOX_SECRET } from '../../server/sandbox/http/aanmelding.ts';
import { legeGemeente, padVan } from '../../server/sandbox/typen.ts';
import type { Gemeente, JsonObject, TabelNaam } from '../../server/sandbox/typen.ts';

/** A stable uuid for a name. */
export function id(naam: string): string {
  const h = createHash('md5').update(naam).digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

export const BSN = '999993653';
export const RSIN = '002220647';
export const pad = (tabel: TabelNaam, naam: string): string => padVan(tabel, id(naam));

/** One zaaktype with three statustypen, two zaken of one person, one of them a deelzaak of a third. */
export function kleineGemeente(): Gemeente {
  const gemeente = legeGemeente();
  const zet = (tabel: TabelNaam, naam: string, rij: JsonObject): void => {
    gemeente.tabellen[tabel].push({ uuid: id(naam), ...rij });
  };
  const catalogus = pad('catalogi/catalogussen', 'catalogus');
  const zaaktype = pad('catalogi/zaaktypen', 'zaaktype');
  zet('catalogi/catalogussen', 'catalogus', {
    domein: 'TEST',
    rsin: RSIN,
    contactpersoonBeheerNaam: 'Beheer',
  });
  zet('catalogi/zaaktypen', 'zaaktype', {
    identificatie: 'ZT-A',
    omschrijving: 'Subsidie geluidsanering',
    catalogus,
    doorlooptijd: 'P56D',
    servicenorm: 'P14D',
    verantwoordelijke: 'Wonen',
    beginGeldigheid: '2020-01-01',
    vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
  });
  zet('catalogi/zaaktypen', 'concept', {
    identificatie: 'ZT-C',
    omschrijving: 'Concept',
    catalogus,
    concept: true,
    beginGeldigheid: '2020-01-01',
  });
  for (const [volgnummer, naam] of ['Ontvangen', 'In behandeling', 'Afgehandeld'].entries()) {
    zet('catalogi/statustypen', naam, { zaaktype, omschrijving: naam, volgnummer: volgnummer + 1 });
  }
  zet('catalogi/resultaattypen', 'Verleend', {
    zaaktype,
    omschrijving: 'Verleend',
    archiefnominatie: 'vernietigen',
    archiefactietermijn: 'P5Y',
    brondatumArchiefprocedure: {
      afleidingswijze: 'afgehandeld',
      datumkenmerk: '',
      einddatumBekend: false,
      objecttype: '',
      registratie: '',
      procestermijn: null,
    },
  });
  zet('catalogi/roltypen', 'Aanvrager', {
    zaaktype,
    omschrijving: 'Aanvrager',
    omschrijvingGeneriek: 'initiator',
  });
  zet('catalogi/roltypen', 'Belanghebbende', {
    zaaktype,
    omschrijving: 'Belanghebbende',
    omschrijvingGeneriek: 'belanghebbende',
  });
  zet('catalogi/informatieobjecttypen', 'Brief', {
    catalogus,
    omschrijving: 'Brief',
    informatieobjectcategorie: 'brief',
    beginGeldigheid: '2020-01-01',
  });
  zet('catalogi/zaaktype-informatieobjecttypen', 'zt-brief', {
    zaaktype,
    informatieobjecttype: pad('catalogi/informatieobjecttypen', 'Brief'),
    volgnummer: 1,
    richting: 'uitgaand',
  });
  zet('catalogi/besluittypen', 'Besluit', { catalogus, omschrijving: 'Besluit', zaaktypen: [zaaktype] });
  for (const [nummer, naam] of ['een', 'twee', 'drie'].entries()) {
    zet('zaken/zaken', naam, {
      identificatie: `ZAAK-2026-000000000${nummer + 1}`,
      bronorganisatie: RSIN,
      verantwoordelijkeOrganisatie: RSIN,
      omschrijving: `Aanvraag ${naam}`,
      zaaktype,
      registratiedatum: `2026-01-0${nummer + 1}`,
      startdatum: `2026-01-0${nummer + 1}`,
      vertrouwelijkheidaanduiding: nummer === 2 ? 'geheim' : 'zaakvertrouwelijk',
    });
  }
  rol('een', 'initiator', 'Aanvrager', BSN);
  rol('twee', 'belanghebbende', 'Belanghebbende', BSN);
  rol('twee', 'initiator', 'Aanvrager', '999990627');
  function rol(zaak: string, generiek: string, roltype: string, inpBsn: string): void {
    zet('zaken/rollen', `rol-${zaak}-${generiek}`, {
      zaak: pad('zaken/zaken', zaak),
      betrokkeneType: 'natuurlijk_persoon',
      roltype: pad('catalogi/roltypen', roltype),
      omschrijving: roltype,
      omschrijvingGeneriek: generiek,
      roltoelichting: 'Aanvrager',
      betrokkeneIdentificatie: { inpBsn, geslachtsnaam: 'Jansen' },
    });
  }
  zet('zaken/statussen', 'status-een', {
    zaak: pad('zaken/zaken', 'een'),
    statustype: pad('catalogi/statustypen', 'Ontvangen'),
    datumStatusGezet: '2026-01-01T09:00:00Z',
    statustoelichting: '',
  });
  zet('documenten/enkelvoudiginformatieobjecten', 'document', {
    identificatie: 'DOCUMENT-1',
    bronorganisatie: RSIN,
    creatiedatum: '2026-01-02',
    titel: 'Ontvangstbevestiging',
    auteur: 'Wonen',
    status: 'definitief',
    formaat: 'application/pdf',
    taal: 'nld',
    bestandsnaam: 'ontvangstbevestiging.pdf',
    informatieobjecttype: pad('catalogi/informatieobjecttypen', 'Brief'),
    vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
    indicatieGebruiksrecht: false,
  });
  zet('zaken/zaakinformatieobjecten', 'zio', {
    zaak: pad('zaken/zaken', 'een'),
    informatieobject: pad('documenten/enkelvoudiginformatieobjecten', 'document'),
    titel: 'Ontvangstbevestiging',
    registratiedatum: '2026-01-02T10:00:00Z',
  });
  zet('documenten/objectinformatieobjecten', 'oio', {
    object: pad('zaken/zaken', 'een'),
    objectType: 'zaak',
    informatieobject: pad('documenten/enkelvoudiginformatieobjecten', 'document'),
  });
  return gemeente;
}

/** A compact JWT as the console would sign it; `iat` in seconds from now. */
export async function jwt(
  claims: JsonObject = {},
  {
    secret = SANDBOX_SECRET,
    iat = -5,
    alg = 'HS256',
  }: { secret?: string; iat?: number | null; alg?: string } = {},
): Promise<string> {
  const inhoud = { iss: SANDBOX_CLIENT_ID, client_id: SANDBOX_CLIENT_ID, ...claims };
  const teken = new SignJWT(inhoud).setProtectedHeader({ typ: 'JWT', alg });
  if (iat !== null) teken.setIssuedAt(Math.floor(Date.now() / 1000) + iat);
  return teken.sign(new TextEncoder().encode(secret));
}

export interface Proef {
  sandbox: Sandbox;
  basis: string;
  /** Calls with a valid JWT and CRS headers; `kop` overrides, undefined removes. */
  roep: (pad: string, opties?: RoepOpties) => Promise<{ status: number; kop: Headers; lichaam: JsonObject }>;
  sluit: () => Promise<void>;
}

export interface RoepOpties {
  method?: string;
  json?: unknown;
  body?: string;
  kop?: Record<string, string | undefined>;
}

export async function startProef(opties: Partial<SandboxOpties> = {}): Promise<Proef> {
  const sandbox = await maakSandbox({ gemeente: kleineGemeente, ...opties });
  const basis = `http://127.0.0.1:${await sandbox.listen(0)}`;
  const roep: Proef['roep'] = async (padOfUrl, { method = 'GET', json, body, kop = {} } = {}) => {
    const koppen: Record<string, string | undefined> = {
      authorization: `Bearer ${await jwt()}`,
      'accept-crs': 'EPSG:4326',
      'content-crs': 'EPSG:4326',
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...kop,
    };
    const antwoord = await fetch(padOfUrl.startsWith('http') ? padOfUrl : basis + padOfUrl, {
      method,
      headers: Object.entries(koppen).filter((k): k is [string, string] => k[1] !== undefined),
      ...(json === undefined ? (body === undefined ? {} : { body }) : { body: JSON.stringify(json) }),
    });
    const tekst = await antwoord.text();
    const isJson = (antwoord.headers.get('content-type') ?? '').includes('json');
    return {
      status: antwoord.status,
      kop: antwoord.headers,
      lichaam: (isJson && tekst ? JSON.parse(tekst) : {}) as JsonObject,
    };
  };
  return { sandbox, basis, roep, sluit: () => sandbox.close() };
}
