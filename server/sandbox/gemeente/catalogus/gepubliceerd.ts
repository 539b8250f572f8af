/**
 * Loads the published catalogus of a real municipality (SANDBOX_CATALOGUS): its absolute URLs become our paths, keys that
 * its release did not have get what Open Zaak gives them after migration, and one besluittype is added, so that zaken can
 * end in a besluit where the catalogus has none.
 */
import { ConfigFout } from '../../config.ts';
import type { Prng } from '../prng.ts';
import {
  API_PREFIX,
  type Gemeente,
  type Json,
  type JsonObject,
  type Rij,
  type TabelNaam,
} from '../../typen.ts';
import type { Stap, Zaaktype } from '../zaaktype.ts';
import { besluittypeRij, toevoeger } from './bouw.ts';
import { Catalogusbestand } from './schema.ts';
import { afdelingVan, isKeuze, isUitgang, rang } from './volgorde.ts';

type Bronnen = Catalogusbestand['resources'];

const TABELLEN: readonly (readonly [keyof Bronnen, TabelNaam])[] = [
  ['catalogussen', 'catalogi/catalogussen'],
  ['zaaktypen', 'catalogi/zaaktypen'],
  ['statustypen', 'catalogi/statustypen'],
  ['resultaattypen', 'catalogi/resultaattypen'],
  ['roltypen', 'catalogi/roltypen'],
  ['informatieobjecttypen', 'catalogi/informatieobjecttypen'],
  ['zaaktype-informatieobjecttypen', 'catalogi/zaaktype-informatieobjecttypen'],
];
/** Lists that the sandbox derives from the parts themselves. */
const AFGELEID: Partial<Record<keyof Bronnen, readonly string[]>> = {
  catalogussen: ['zaaktypen', 'besluittypen', 'informatieobjecttypen'],
  zaaktypen: ['statustypen', 'resultaattypen', 'eigenschappen', 'informatieobjecttypen', 'roltypen'],
  statustypen: ['isEindstatus'],
};

/** Replaces the base of every URL of the catalogus itself; links to the selectielijst and GEMMA stay. */
function paden(waarde: unknown, basis: string): Json {
  if (typeof waarde === 'string') {
    return waarde.startsWith(`${basis}/`) ? API_PREFIX.catalogi + waarde.slice(basis.length) : waarde;
  }
  if (Array.isArray(waarde)) return waarde.map((deel) => paden(deel, basis));
  if (typeof waarde === 'object' && waarde !== null) {
    return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, paden(deel, basis)]));
  }
  return typeof waarde === 'number' || typeof waarde === 'boolean' ? waarde : null;
}

/** What a newer release answers for a key that this one did not have. */
function aanvulling(soort: keyof Bronnen, begin: string, identificatie: string): JsonObject {
  const geldig = { beginObject: begin, eindeObject: null };
  if (soort === 'catalogussen') return { naam: '', versie: '', begindatumVersie: null };
  if (soort === 'zaaktypen') return { ...geldig, verantwoordelijke: '', zaakobjecttypen: [] };
  if (soort === 'informatieobjecttypen') {
    return {
      ...geldig,
      informatieobjectcategorie: '',
      trefwoord: [],
      omschrijvingGeneriek: {
        informatieobjecttypeOmschrijvingGeneriek: '',
        definitieInformatieobjecttypeOmschrijvingGeneriek: '',
        herkomstInformatieobjecttypeOmschrijvingGeneriek: '',
        hierarchieInformatieobjecttypeOmschrijvingGeneriek: '',
        opmerkingInformatieobjecttypeOmschrijvingGeneriek: '',
      },
    };
  }
  if (soort === 'zaaktype-informatieobjecttypen') return { zaaktypeIdentificatie: identificatie };
  const deel = {
    ...geldig,
    zaaktypeIdentificatie: identificatie,
    beginGeldigheid: null,
    eindeGeldigheid: null,
  };
  if (soort === 'statustypen') {
    return {
      ...deel,
      doorlooptijd: null,
      toelichting: '',
      checklistitemStatustype: [],
      eigenschappen: [],
      zaakobjecttypen: [],
    };
  }
  if (soort === 'resultaattypen') {
    return {
      ...deel,
      procesobjectaard: '',
      indicatieSpecifiek: null,
      procestermijn: null,
      besluittypen: [],
      besluittypeOmschrijving: [],
      informatieobjecttypen: [],
      informatieobjecttypeOmschrijving: [],
    };
  }
  return deel;
}

function vulTabellen(gemeente: Gemeente, bestand: Catalogusbestand): void {
  const basis = `${bestand.origin}${bestand.basePath}`;
  const zaaktypen = new Map(bestand.resources.zaaktypen.map((z) => [z.url, z]));
  const catalogus = paden(bestand.resources.catalogussen[0]?.url, basis);
  for (const [soort, tabel] of TABELLEN) {
    for (const bron of bestand.resources[soort]) {
      const eigen =
        'zaaktype' in bron && typeof bron.zaaktype === 'string' ? zaaktypen.get(bron.zaaktype) : undefined;
      const begin =
        eigen?.beginGeldigheid ?? ('beginGeldigheid' in bron ? String(bron.beginGeldigheid) : '2021-01-01');
      const inhoud = Object.fromEntries(
        Object.entries(bron)
          .filter(([naam]) => naam !== 'url' && AFGELEID[soort]?.includes(naam) !== true)
          .map(([naam, waarde]) => [naam, paden(waarde, basis)]),
      );
      const rij: Rij = {
        ...aanvulling(soort, begin, eigen?.identificatie ?? ''),
        ...(soort === 'catalogussen' ? {} : { catalogus }),
        ...inhoud,
        uuid: uuidVan(bron.url, basis),
      };
      gemeente.tabellen[tabel].push(rij);
    }
  }
}

function uuidVan(url: string, basis: string): string {
  if (!url.startsWith(`${basis}/`))
    throw new ConfigFout(`SANDBOX_CATALOGUS: verwijst buiten zichzelf: ${url}`);
  return url.slice(url.lastIndexOf('/') + 1);
}

/** Whole days of an ISO 8601 duration without a time part; a month counts 30 days, a year 365. */
function dagenVan(duur: string): number {
  const [, jaren, maanden, weken, dagen] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duur) ?? [];
  return Number(jaren ?? 0) * 365 + Number(maanden ?? 0) * 30 + Number(weken ?? 0) * 7 + Number(dagen ?? 0);
}

function stappenVan(statustypen: Bronnen['statustypen'], pad: (url: string) => string): Stap[] {
  const opNummer = [...statustypen].sort((a, b) => a.volgnummer - b.volgnummer);
  const eind = opNummer.at(-1);
  return opNummer
    .map((s): Stap & { rang: number } => ({
      pad: pad(s.url),
      naam: s.omschrijving,
      overslaan: isKeuze(s.omschrijving) ? 0.5 : 0,
      uitgang: s !== eind && isUitgang(s.omschrijving),
      sub: /in behandeling/i.test(s.omschrijving)
        ? ['Wij hebben alles wat wij nodig hebben.', 'Uw aanvraag wordt beoordeeld.']
        : [],
      intern: /in behandeling/i.test(s.omschrijving) ? ['Wacht op kwaliteitscontrole'] : [],
      rang: s === eind ? 99 : rang(s.omschrijving),
    }))
    .sort((a, b) => a.rang - b.rang);
}

export function leesCatalogus(gemeente: Gemeente, prng: Prng, invoer: unknown): Zaaktype[] {
  const gelezen = Catalogusbestand.safeParse(invoer);
  if (!gelezen.success) {
    const eerste = gelezen.error.issues[0];
    throw new ConfigFout(
      `SANDBOX_CATALOGUS: ${eerste?.path.join('.') ?? 'bestand'}: ${eerste?.message ?? 'ongeldig'}`,
    );
  }
  const bestand = gelezen.data;
  const { resources } = bestand;
  vulTabellen(gemeente, bestand);
  const basis = `${bestand.origin}${bestand.basePath}`;
  const pad = (url: string): string => API_PREFIX.catalogi + url.slice(basis.length);
  const voegtoe = toevoeger(gemeente, prng);
  const extern = resources.zaaktypen.filter((z) => z.indicatieInternOfExtern !== 'intern');
  const besluittype = voegtoe(
    'catalogi/besluittypen',
    besluittypeRij(
      pad(resources.catalogussen[0]?.url ?? basis),
      'Beschikking',
      extern.map((z) => pad(z.url)),
    ),
  );
  const soorten = new Map(resources.informatieobjecttypen.map((i) => [i.url, i.omschrijving]));
  const perZaaktype = <T extends { zaaktype: string }>(delen: readonly T[]): Map<string, T[]> =>
    Map.groupBy(delen, (deel) => deel.zaaktype);
  const statustypen = perZaaktype(resources.statustypen);
  const resultaattypen = perZaaktype(resources.resultaattypen);
  const roltypen = perZaaktype(resources.roltypen);
  const documenten = perZaaktype(resources['zaaktype-informatieobjecttypen']);
  const rijen = new Map(gemeente.tabellen['catalogi/zaaktypen'].map((rij) => [rij.uuid, rij]));
  return resources.zaaktypen.map((z): Zaaktype => {
    const stappen = stappenVan(statustypen.get(z.url) ?? [], pad);
    const intern = z.indicatieInternOfExtern === 'intern';
    const rij = rijen.get(uuidVan(z.url, basis));
    if (!intern && rij !== undefined) rij['besluittypen'] = [besluittype];
    return {
      code: z.identificatie,
      naam: z.omschrijving,
      pad: pad(z.url),
      afdeling: afdelingVan(z.omschrijving),
      verantwoordelijke: z.verantwoordelijke ?? '',
      intern,
      vertrouwelijk: z.vertrouwelijkheidaanduiding,
      termijn: Math.max(1, dagenVan(z.doorlooptijd)),
      norm: z.servicenorm === null ? null : dagenVan(z.servicenorm),
      gewicht:
        stappen.length === 0
          ? 0
          : intern
            ? 1
            : /bijstand|omgeving|inkomens|reis|rijbewijs/i.test(z.omschrijving)
              ? 6
              : 2,
      klant: /evenement|sloop|omgeving|brandveilig|activiteit/i.test(z.omschrijving) ? 'beide' : 'burger',
      anoniem: 0,
      plek: /omgeving|sloop/i.test(z.omschrijving),
      stappen: stappen.filter((s) => !s.uitgang),
      uitgangen: stappen.filter((s) => s.uitgang),
      resultaten: (resultaattypen.get(z.url) ?? []).map((r) => ({
        pad: pad(r.url),
        naam: r.omschrijving,
        gewicht: /afgewezen|geweigerd|niet|onbekend/i.test(r.omschrijving) ? 1 : 4,
        ...(/afgebroken|ingetrokken|geannuleerd/i.test(r.omschrijving) ? { uitgang: true as const } : {}),
        ...(!intern && /toege|afgewe|verleend|geweigerd|beëindigd|buiten beh/i.test(r.omschrijving)
          ? { besluit: true as const }
          : {}),
      })),
      roltypen: new Map(
        (roltypen.get(z.url) ?? []).map((r) => [
          r.omschrijvingGeneriek,
          { pad: pad(r.url), naam: r.omschrijving },
        ]),
      ),
      titels: [z.omschrijving.slice(0, 80)],
      opschorting: z.opschortingEnAanhoudingMogelijk ? ['Wij wachten op gegevens van u.'] : [],
      verlenging: z.verlengingMogelijk
        ? {
            dagen: z.verlengingstermijn === null ? 42 : dagenVan(z.verlengingstermijn),
            redenen: ['Wij hebben meer tijd nodig.'],
          }
        : null,
      documenten: (documenten.get(z.url) ?? []).slice(0, 3).map((d) => ({
        pad: pad(d.informatieobjecttype),
        titel: soorten.get(d.informatieobjecttype) ?? 'Document',
        richting: d.richting === 'inkomend' ? 'inkomend' : 'uitgaand',
        moment: d.richting === 'inkomend' ? 0 : 1,
      })),
      eigenschappen: [],
      besluittype: intern ? null : besluittype,
      deelzaaktypen: [],
    };
  });
}
