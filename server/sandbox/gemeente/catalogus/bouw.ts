/** Makes the rows of the Catalogi API (1.3) from our definitions. */
import { datum } from '../datum.ts';
import { RSIN_OEVERDAM } from '../nummers.ts';
import type { Prng } from '../prng.ts';
import { padVan, type Gemeente, type Json, type JsonObject, type Rij, type TabelNaam } from '../../typen.ts';
import type { Stap, Zaaktype } from '../zaaktype.ts';
import type { StatusDefinitie, ZaaktypeDefinitie } from './definitie.ts';
import { ZAAKTYPEN } from './index.ts';

const SELECTIELIJST = 'https://selectielijst.openzaak.nl/api/v1';
/** Procestype "Voorzieningen verstrekken" of the Selectielijst gemeenten 2020. */
const PROCESTYPE = `${SELECTIELIJST}/procestypen/f4603775-5a08-4829-85c8-28017dfeee1f`;
const BEGIN = '2020-01-01';
const ROLTYPEN: readonly (readonly [string, string])[] = [
  ['Aanvrager', 'initiator'],
  ['Behandelaar', 'behandelaar'],
  ['Afdeling', 'zaakcoordinator'],
  ['Belanghebbende', 'belanghebbende'],
  ['Gemachtigde', 'mede_initiator'],
  ['Adviseur', 'adviseur'],
  ['Beslisser', 'beslisser'],
];

/** Adds a row and gives its path. */
export type Voegtoe = (tabel: TabelNaam, inhoud: JsonObject) => string;

export function toevoeger(gemeente: Gemeente, prng: Prng): Voegtoe {
  return (tabel, inhoud) => {
    const rij: Rij = { uuid: prng.uuid(), ...inhoud };
    gemeente.tabellen[tabel].push(rij);
    return padVan(tabel, rij.uuid);
  };
}

/** Rows have no types of their own: the path is made first, so that parts can name their zaaktype. */
function dagen(aantal: number | undefined): string | null {
  return aantal === undefined ? null : `P${aantal}D`;
}

function zaaktypeRij(def: ZaaktypeDefinitie, catalogus: string): JsonObject {
  return {
    identificatie: def.code,
    omschrijving: def.naam,
    omschrijvingGeneriek: def.naam,
    vertrouwelijkheidaanduiding: def.vertrouwelijk,
    doel: def.doel,
    aanleiding: `Een inwoner of ondernemer doet een verzoek: ${def.onderwerp.toLowerCase()}.`,
    toelichting: '',
    indicatieInternOfExtern: def.intern === true ? 'intern' : 'extern',
    handelingInitiator: def.handeling,
    onderwerp: def.onderwerp,
    handelingBehandelaar: 'Behandelen',
    doorlooptijd: dagen(def.termijn),
    servicenorm: dagen(def.norm),
    opschortingEnAanhoudingMogelijk: def.opschorting !== undefined,
    verlengingMogelijk: def.verlenging !== undefined,
    verlengingstermijn: dagen(def.verlenging?.dagen),
    trefwoorden: [def.naam.slice(0, 30)],
    publicatieIndicatie: false,
    publicatietekst: '',
    verantwoordingsrelatie: [],
    productenOfDiensten: [],
    selectielijstProcestype: PROCESTYPE,
    referentieproces: { naam: def.naam, link: '' },
    concept: false,
    verantwoordelijke: def.afdeling,
    beginGeldigheid: BEGIN,
    eindeGeldigheid: null,
    versiedatum: BEGIN,
    beginObject: BEGIN,
    eindeObject: null,
    catalogus,
    deelzaaktypen: [],
    gerelateerdeZaaktypen: [],
    besluittypen: [],
    zaakobjecttypen: [],
  };
}

function onderdelen(
  voegtoe: Voegtoe,
  def: ZaaktypeDefinitie,
  pad: string,
  catalogus: string,
  informatieobjecttype: (titel: string) => string,
): Omit<Zaaktype, 'besluittype' | 'deelzaaktypen'> {
  const deel: JsonObject = {
    zaaktype: pad,
    zaaktypeIdentificatie: def.code,
    catalogus,
    beginGeldigheid: BEGIN,
    eindeGeldigheid: null,
    beginObject: BEGIN,
    eindeObject: null,
  };
  const stap = (status: StatusDefinitie, i: number): Stap => ({
    pad: voegtoe('catalogi/statustypen', {
      ...deel,
      omschrijving: status.naam,
      omschrijvingGeneriek: status.naam,
      statustekst: status.tekst,
      volgnummer: status.volgnummer ?? i + 1,
      informeren: status.uitgang !== true,
      doorlooptijd: dagen(status.dagen),
      toelichting: '',
      checklistitemStatustype: [],
      eigenschappen: [],
      zaakobjecttypen: [],
    }),
    naam: status.naam,
    overslaan: status.overslaan ?? 0,
    uitgang: status.uitgang === true,
    sub: status.sub ?? [],
    intern: status.intern ?? [],
  });
  const stappen = def.statussen.map(stap);
  return {
    code: def.code,
    naam: def.naam,
    pad,
    afdeling: def.afdeling,
    verantwoordelijke: def.afdeling,
    intern: def.intern === true,
    vertrouwelijk: def.vertrouwelijk,
    termijn: def.termijn,
    norm: def.norm ?? null,
    gewicht: def.gewicht,
    klant: def.klant,
    anoniem: def.anoniem ?? 0,
    plek: def.plek === true,
    stappen: stappen.filter((s) => !s.uitgang),
    uitgangen: stappen.filter((s) => s.uitgang),
    resultaten: def.resultaten.map((resultaat) => ({
      ...resultaat,
      pad: voegtoe('catalogi/resultaattypen', { ...deel, ...resultaattypeRij(resultaat.naam) }),
    })),
    roltypen: new Map(
      ROLTYPEN.map(([omschrijving, omschrijvingGeneriek]) => [
        omschrijvingGeneriek,
        {
          pad: voegtoe('catalogi/roltypen', { ...deel, omschrijving, omschrijvingGeneriek }),
          naam: omschrijving,
        },
      ]),
    ),
    titels: def.titels,
    opschorting: def.opschorting ?? [],
    verlenging: def.verlenging ?? null,
    documenten: def.documenten.map((document, i) => {
      const soort = informatieobjecttype(document.titel);
      voegtoe('catalogi/zaaktype-informatieobjecttypen', {
        zaaktype: pad,
        zaaktypeIdentificatie: def.code,
        catalogus,
        informatieobjecttype: soort,
        volgnummer: i + 1,
        richting: document.richting,
        statustype: null,
      });
      return { ...document, pad: soort };
    }),
    eigenschappen: (def.eigenschappen ?? []).map(({ naam, definitie, waarden, formaat, naAfloop }) => ({
      pad: voegtoe('catalogi/eigenschappen', {
        ...deel,
        naam,
        definitie,
        specificatie: {
          groep: '',
          formaat: formaat ?? 'tekst',
          lengte: formaat === 'datum' ? '8' : formaat === 'getal' ? '7,2' : '40',
          kardinaliteit: '1',
          waardenverzameling: formaat === undefined ? [...waarden] : [],
        },
        toelichting: '',
        statustype: null,
      }),
      naam,
      waarden,
      ...(formaat === undefined ? {} : { formaat }),
      ...(naAfloop === undefined ? {} : { naAfloop }),
    })),
  };
}

function resultaattypeRij(naam: string): JsonObject {
  return {
    omschrijving: naam,
    omschrijvingGeneriek: naam,
    resultaattypeomschrijving: `${SELECTIELIJST}/resultaattypeomschrijvingen/ce8cf476-0b59-496f-8eee-957a7c6e2506`,
    selectielijstklasse: `${SELECTIELIJST}/resultaten/450c6aba-625e-4539-a1c3-3d71477113c7`,
    toelichting: '',
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
    procesobjectaard: '',
    indicatieSpecifiek: null,
    procestermijn: null,
    besluittypen: [],
    besluittypeOmschrijving: [],
    informatieobjecttypen: [],
    informatieobjecttypeOmschrijving: [],
  };
}

/** Row of a besluittype; six weeks for bezwaar (Awb 6:7). */
export function besluittypeRij(catalogus: string, omschrijving: string, zaaktypen: Json[]): JsonObject {
  return {
    catalogus,
    zaaktypen,
    omschrijving,
    omschrijvingGeneriek: 'Besluit op aanvraag',
    besluitcategorie: 'Beschikking',
    reactietermijn: 'P42D',
    publicatieIndicatie: false,
    publicatietekst: '',
    publicatietermijn: null,
    toelichting: '',
    informatieobjecttypen: [],
    beginGeldigheid: BEGIN,
    eindeGeldigheid: null,
    concept: false,
    resultaattypen: [],
    resultaattypenOmschrijving: [],
    vastgelegdIn: [],
    beginObject: BEGIN,
    eindeObject: null,
  };
}

export function bouwCatalogus(gemeente: Gemeente, prng: Prng, vandaag: number): Zaaktype[] {
  const voegtoe = toevoeger(gemeente, prng);
  const catalogus = voegtoe('catalogi/catalogussen', {
    domein: 'OEVER',
    rsin: RSIN_OEVERDAM,
    contactpersoonBeheerNaam: 'Functioneel beheer zaken',
    contactpersoonBeheerTelefoonnummer: '0201234567',
    contactpersoonBeheerEmailadres: 'functioneelbeheer@oeverdam.example',
    naam: 'Zaaktypen Oeverdam',
    versie: '1.0',
    begindatumVersie: BEGIN <= datum(vandaag) ? BEGIN : null,
  });
  const soorten = new Map<string, string>();
  const informatieobjecttype = (omschrijving: string): string => {
    let pad = soorten.get(omschrijving);
    if (pad === undefined) {
      pad = voegtoe('catalogi/informatieobjecttypen', {
        catalogus,
        omschrijving,
        vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
        beginGeldigheid: BEGIN,
        eindeGeldigheid: null,
        concept: false,
        informatieobjectcategorie: 'Document',
        trefwoord: [],
        omschrijvingGeneriek: {
          informatieobjecttypeOmschrijvingGeneriek: omschrijving,
          definitieInformatieobjecttypeOmschrijvingGeneriek: omschrijving,
          herkomstInformatieobjecttypeOmschrijvingGeneriek: 'Oeverdam',
          hierarchieInformatieobjecttypeOmschrijvingGeneriek: 'Document',
          opmerkingInformatieobjecttypeOmschrijvingGeneriek: '',
        },
        beginObject: BEGIN,
        eindeObject: null,
      });
      soorten.set(omschrijving, pad);
    }
    return pad;
  };

  const rijen = new Map<string, { rij: Rij; pad: string }>();
  for (const def of ZAAKTYPEN) {
    const pad = voegtoe('catalogi/zaaktypen', zaaktypeRij(def, catalogus));
    rijen.set(def.code, { rij: gemeente.tabellen['catalogi/zaaktypen'].at(-1) as Rij, pad });
  }
  return ZAAKTYPEN.map((def) => {
    const eigen = rijen.get(def.code) as { rij: Rij; pad: string };
    const besluit = def.resultaten.some((r) => r.besluit === true)
      ? voegtoe('catalogi/besluittypen', besluittypeRij(catalogus, `Besluit ${def.naam}`, [eigen.pad]))
      : null;
    eigen.rij['besluittypen'] = besluit === null ? [] : [besluit];
    eigen.rij['deelzaaktypen'] = (def.deelzaaktypen ?? []).map((code) => rijen.get(code)?.pad ?? '');
    return {
      ...onderdelen(voegtoe, def, eigen.pad, catalogus, informatieobjecttype),
      besluittype: besluit,
      deelzaaktypen: def.deelzaaktypen ?? [],
    };
  });
}
