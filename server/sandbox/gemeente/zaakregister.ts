/**
 * Writes planned zaken down as rows of Zaken 1.5, Documenten 1.4 and Besluiten 1.1, in the order in which they came in,
 * with numbers like ZAAK-2026-0003988.
 */
import { adresregel, type Adres } from './adressen.ts';
import { toevoeger, type Voegtoe } from './catalogus/bouw.ts';
import { dagVan, datum, iso, jaarVan, type Tijdstip } from './datum.ts';
import { RSIN_OEVERDAM } from './nummers.ts';
import type { Medewerker } from './organisatie.ts';
import type { Betrokkene, ZaakPlan } from './plan.ts';
import type { Prng } from './prng.ts';
import { padVan, type Gemeente, type JsonObject } from '../typen.ts';

/** What later parts need of a zaak that was written. */
export interface GeschrevenZaak {
  plan: ZaakPlan;
  uuid: string;
  pad: string;
  identificatie: string;
}

const BESTUURSORGAAN = 'College van burgemeester en wethouders';
const OPENBAAR = new Set(['openbaar', 'beperkt_openbaar', 'intern']);

function verblijfsadres(adres: Adres | null): JsonObject | null {
  if (adres === null) return null;
  return {
    aoaIdentificatie: '',
    wplWoonplaatsNaam: adres.plaats,
    gorOpenbareRuimteNaam: adres.straat,
    aoaPostcode: adres.postcode,
    aoaHuisnummer: adres.huisnummer,
    aoaHuisletter: adres.huisletter ?? '',
    aoaHuisnummertoevoeging: adres.toevoeging ?? '',
    inpLocatiebeschrijving: '',
  };
}

function betrokkeneVelden(wie: Betrokkene): JsonObject {
  if (wie.soort === 'bedrijf') {
    return {
      betrokkeneType: 'niet_natuurlijk_persoon',
      betrokkeneIdentificatie: {
        innNnpId: wie.rsin,
        annIdentificatie: '',
        kvkNummer: wie.kvkNummer,
        vestigingsNummer: wie.vestigingsnummer,
        statutaireNaam: wie.naam,
        innRechtsvorm: '',
        bezoekadres: adresregel(wie.adres),
        verblijfsadres: verblijfsadres(wie.adres),
        subVerblijfBuitenland: null,
      },
    };
  }
  return {
    betrokkeneType: 'natuurlijk_persoon',
    betrokkeneIdentificatie: {
      inpBsn: wie.bsn,
      anpIdentificatie: '',
      inpA_nummer: '',
      geslachtsnaam: wie.achternaam,
      voorvoegselGeslachtsnaam: wie.voorvoegsel,
      voorletters: wie.voorletters,
      voornamen: wie.voornamen,
      geslachtsaanduiding: wie.geslacht,
      geboortedatum: wie.geboortedatum,
      verblijfsadres: verblijfsadres(wie.adres),
      subVerblijfBuitenland: null,
    },
  };
}

function medewerkerVelden(m: Medewerker): JsonObject {
  return {
    betrokkeneType: 'medewerker',
    betrokkeneIdentificatie: {
      identificatie: m.id,
      achternaam: m.achternaam,
      voorletters: m.voorletters,
      voorvoegselAchternaam: m.voorvoegsel,
    },
  };
}

function schrijfRollen(voegtoe: Voegtoe, plan: ZaakPlan, zaak: string): void {
  const zet = (generiek: string, toelichting: string, velden: JsonObject): void => {
    const roltype = plan.zaaktype.roltypen.get(generiek);
    // A catalogus of others need not know every rol; then nobody can stand in it.
    if (roltype === undefined) return;
    voegtoe('zaken/rollen', {
      zaak,
      betrokkene: '',
      afwijkendeNaamBetrokkene: '',
      roltype: roltype.pad,
      omschrijving: roltype.naam,
      omschrijvingGeneriek: generiek,
      roltoelichting: toelichting,
      registratiedatum: iso(plan.ingediend),
      indicatieMachtiging: '',
      contactpersoonRol: null,
      ...velden,
    });
  };
  if (plan.initiator !== null) zet('initiator', 'Vraagt aan', betrokkeneVelden(plan.initiator));
  for (const wie of plan.belanghebbenden) zet('belanghebbende', 'Heeft er belang bij', betrokkeneVelden(wie));
  if (plan.behandelaar !== null) zet('behandelaar', 'Behandelt', medewerkerVelden(plan.behandelaar));
  if (plan.afdelingsrol) {
    const afdeling = plan.zaaktype.afdeling;
    zet(plan.zaaktype.roltypen.has('zaakcoordinator') ? 'zaakcoordinator' : 'behandelaar', 'Afdeling', {
      betrokkeneType: 'organisatorische_eenheid',
      betrokkeneIdentificatie: { identificatie: afdeling, naam: afdeling, isGehuisvestIn: '' },
    });
  }
}

function schrijfVerloop(voegtoe: Voegtoe, plan: ZaakPlan, zaak: string): void {
  const statussen = plan.statussen.map(({ stap, tijdstip, toelichting }) =>
    voegtoe('zaken/statussen', {
      zaak,
      statustype: stap.pad,
      datumStatusGezet: iso(tijdstip),
      statustoelichting: toelichting ?? '',
      gezetdoor: null,
    }),
  );
  for (const sub of plan.substatussen) {
    voegtoe('zaken/substatussen', {
      zaak,
      status: statussen[sub.bij] ?? null,
      omschrijving: sub.omschrijving,
      tijdstip: iso(sub.tijdstip),
      doelgroep: sub.doelgroep,
    });
  }
  if (plan.resultaat !== null) {
    voegtoe('zaken/resultaten', { zaak, resultaattype: plan.resultaat.pad, toelichting: '' });
  }
}

function bestandsnaam(titel: string, formaat: string): string {
  const kern = titel
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `${kern}.${formaat === 'image/png' ? 'png' : 'pdf'}`;
}

/** Writes the documents and gives the path of the last outgoing one. */
function schrijfDocumenten(voegtoe: Voegtoe, zaak: GeschrevenZaak): string | null {
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

function schrijfBesluit(voegtoe: Voegtoe, zaak: GeschrevenZaak, brief: string | null): void {
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

function zaakRij(plan: ZaakPlan, identificatie: string, hoofdzaak: string | null, prng: Prng): JsonObject {
  const { zaaktype } = plan;
  const start = dagVan(plan.ingediend);
  const laatste = plan.statussen.at(-1);
  const einde = plan.resultaat !== null && laatste !== undefined ? dagVan(laatste.tijdstip) : null;
  const langer = plan.verlenging?.dagen ?? 0;
  const gemuteerd = Math.max(
    plan.ingediend,
    laatste?.tijdstip ?? 0,
    ...plan.substatussen.map((s) => s.tijdstip),
  );
  return {
    identificatie,
    bronorganisatie: RSIN_OEVERDAM,
    omschrijving: plan.omschrijving.slice(0, 80),
    toelichting: plan.toelichting,
    zaaktype: zaaktype.pad,
    registratiedatum: datum(start),
    verantwoordelijkeOrganisatie: RSIN_OEVERDAM,
    startdatum: datum(start),
    einddatum: einde === null ? null : datum(einde),
    einddatumGepland:
      zaaktype.norm === null || plan.zonderTermijn ? null : datum(start + zaaktype.norm + langer),
    uiterlijkeEinddatumAfdoening: plan.zonderTermijn ? null : datum(start + zaaktype.termijn + langer),
    laatstGemuteerd: iso(gemuteerd),
    communicatiekanaalNaam: plan.kanaal,
    vertrouwelijkheidaanduiding: plan.vertrouwelijk,
    betalingsindicatie: 'nvt',
    betalingsindicatieWeergave: 'Er is geen sprake van te betalen, met de zaak gemoeide, kosten.',
    zaakgeometrie: plan.adres === null ? null : { type: 'Point', coordinates: [...plan.adres.punt] },
    verlenging: plan.verlenging === null ? null : { reden: plan.verlenging.reden, duur: `P${langer}D` },
    opschorting:
      plan.opschorting === null
        ? null
        : {
            indicatie: plan.opschorting.loopt,
            eerdereOpschorting: !plan.opschorting.loopt,
            reden: plan.opschorting.loopt ? plan.opschorting.reden : '',
          },
    hoofdzaak,
    relevanteAndereZaken: [],
    gerelateerdeZaken: [],
    kenmerken: prng.kans(0.3)
      ? [{ kenmerk: `FORM-${prng.heel(100_000, 999_999)}`, bron: 'Open Formulieren' }]
      : [],
    archiefnominatie: einde === null ? null : 'vernietigen',
    archiefstatus: 'nog_te_archiveren',
    archiefactiedatum: einde === null ? null : datum(einde + 5 * 365),
    startdatumBewaartermijn: einde === null ? null : datum(einde),
  };
}

/** Zaken in the order of coming in; a deelzaak always after its hoofdzaak. */
function opVolgorde(plannen: readonly ZaakPlan[]): ZaakPlan[] {
  const moment = (plan: ZaakPlan): Tijdstip => Math.max(plan.ingediend, plan.hoofdzaak?.ingediend ?? 0);
  return [...plannen].sort(
    (a, b) => moment(a) - moment(b) || (a.hoofdzaak === null ? 0 : 1) - (b.hoofdzaak === null ? 0 : 1),
  );
}

export function schrijfZaken(gemeente: Gemeente, prng: Prng, plannen: readonly ZaakPlan[]): GeschrevenZaak[] {
  const voegtoe = toevoeger(gemeente, prng);
  const tellers = new Map<number, number>();
  const geschreven = new Map<ZaakPlan, GeschrevenZaak>();
  for (const plan of opVolgorde(plannen)) {
    const jaar = jaarVan(dagVan(plan.ingediend));
    // Other systems take numbers too, so the row has gaps.
    const nummer = (tellers.get(jaar) ?? 0) + prng.heel(1, 6);
    tellers.set(jaar, nummer);
    const identificatie = `ZAAK-${jaar}-${String(nummer).padStart(7, '0')}`;
    const hoofdzaak = plan.hoofdzaak === null ? null : (geschreven.get(plan.hoofdzaak)?.pad ?? null);
    const uuid = prng.uuid();
    gemeente.tabellen['zaken/zaken'].push({ uuid, ...zaakRij(plan, identificatie, hoofdzaak, prng) });
    const zaak = { plan, uuid, pad: padVan('zaken/zaken', uuid), identificatie };
    geschreven.set(plan, zaak);
    schrijfRollen(voegtoe, plan, zaak.pad);
    schrijfVerloop(voegtoe, plan, zaak.pad);
    schrijfBesluit(voegtoe, zaak, schrijfDocumenten(voegtoe, zaak));
    for (const { pad: eigenschap, naam, waarden } of plan.zaaktype.eigenschappen) {
      voegtoe('zaken/zaakeigenschappen', { zaak: zaak.pad, eigenschap, naam, waarde: prng.kies(waarden) });
    }
  }
  return [...geschreven.values()];
}
