/** Writes the documents (Documenten 1.4) and the besluit (Besluiten 1.1) of a zaak. */
import type { Voegtoe } from './catalogus/bouw.ts';
import { dagVan, datum, iso } from './datum.ts';
import { RSIN_OEVERDAM } from './nummers.ts';
import type { ZaakPlan } from './plan.ts';

/** What later parts need of a zaak that was written. */
export interface GeschrevenZaak {
  plan: ZaakPlan;
  uuid: string;
  pad: string;
  identificatie: string;
}

const BESTUURSORGAAN = 'College van burgemeester en wethouders';
const OPENBAAR = new Set(['openbaar', 'beperkt_openbaar', 'intern']);

function bestandsnaam(titel: string, formaat: string): string {
  const kern = titel
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `${kern}.${formaat === 'image/png' ? 'png' : 'pdf'}`;
}

/** Writes the documents and gives the path of the last outgoing one. */
export function schrijfDocumenten(voegtoe: Voegtoe, zaak: GeschrevenZaak): string | null {
  const { plan } = zaak;
  let laatste: string | null = null;
  for (const [i, { soort, tijdstip }] of plan.documenten.entries()) {
    const formaat = soort.formaat ?? 'application/pdf';
    const dag = datum(dagVan(tijdstip));
    const uit = soort.richting === 'uitgaand';
    const informatieobject = voegtoe('documenten/enkelvoudiginformatieobjecten', {
      identificatie: `DOC-${zaak.identificatie.slice(5)}-${i + 1}`,
      bronorganisatie: RSIN_OEVERDAM,
      creatiedatum: dag,
      titel: soort.titel,
      vertrouwelijkheidaanduiding: OPENBAAR.has(plan.vertrouwelijk)
        ? 'zaakvertrouwelijk'
        : plan.vertrouwelijk,
      auteur: uit ? 'Gemeente Oeverdam' : 'Aanvrager',
      status: 'definitief',
      formaat,
      taal: 'nld',
      versie: 1,
      beginRegistratie: iso(tijdstip),
      bestandsnaam: bestandsnaam(soort.titel, formaat),
      beschrijving: `${soort.titel} bij ${zaak.identificatie}`,
      ontvangstdatum: uit ? null : dag,
      verzenddatum: null,
      indicatieGebruiksrecht: false,
      informatieobjecttype: soort.pad,
      locked: false,
      trefwoorden: [],
    });
    voegtoe('zaken/zaakinformatieobjecten', {
      zaak: zaak.pad,
      informatieobject,
      aardRelatieWeergave: 'Hoort bij, omgekeerd: kent',
      titel: soort.titel,
      beschrijving: '',
      registratiedatum: iso(tijdstip),
    });
    voegtoe('documenten/objectinformatieobjecten', {
      informatieobject,
      object: zaak.pad,
      objectType: 'zaak',
    });
    if (uit) laatste = informatieobject;
  }
  return laatste;
}

export function schrijfBesluit(voegtoe: Voegtoe, zaak: GeschrevenZaak, brief: string | null): void {
  const { besluit, zaaktype } = zaak.plan;
  if (besluit === null || zaaktype.besluittype === null) return;
  const pad = voegtoe('besluiten/besluiten', {
    identificatie: `BESLUIT-${zaak.identificatie.slice(5)}`,
    verantwoordelijkeOrganisatie: RSIN_OEVERDAM,
    besluittype: zaaktype.besluittype,
    zaak: zaak.pad,
    datum: datum(besluit.datum),
    toelichting: besluit.toelichting,
    bestuursorgaan: BESTUURSORGAAN,
    ingangsdatum: datum(besluit.datum),
    vervaldatum: null,
    vervalreden: '',
    vervalredenWeergave: '',
    publicatiedatum: null,
    verzenddatum: besluit.verzonden === null ? null : datum(besluit.verzonden),
    // Awb 6:7 and 6:8: six weeks from the day after it was sent.
    uiterlijkeReactiedatum: besluit.verzonden === null ? null : datum(besluit.verzonden + 42),
  });
  if (brief !== null)
    voegtoe('besluiten/besluitinformatieobjecten', { besluit: pad, informatieobject: brief });
}
