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
import { schrijfBesluit, schrijfDocumenten, type GeschrevenZaak } from './stukken.ts';
import { padVan, type Gemeente, type JsonObject } from '../typen.ts';

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
  const zet = (generiek: string, toelichting: string, velden: JsonObject, machtiging = ''): void => {
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
      indicatieMachtiging: machtiging,
      contactpersoonRol: null,
      ...velden,
    });
  };
  const { initiator, machtiginggever } = plan;
  if (initiator !== null) {
    zet(
      'initiator',
      'Vraagt aan',
      betrokkeneVelden(initiator),
      machtiginggever === null ? '' : 'gemachtigde',
    );
  }
  if (machtiginggever !== null) {
    zet('belanghebbende', 'Voor wie het is', betrokkeneVelden(machtiginggever), 'machtiginggever');
  }
  for (const wie of plan.medeInitiators) zet('mede_initiator', 'Vraagt mede aan', betrokkeneVelden(wie));
  for (const wie of plan.belanghebbenden) zet('belanghebbende', 'Heeft er belang bij', betrokkeneVelden(wie));
  if (plan.ketenpartner !== undefined) {
    const partner = { soort: 'bedrijf', kvkNummer: '', vestigingsnummer: '', ...plan.ketenpartner } as const;
    zet('behandelaar', 'Behandelt', betrokkeneVelden(partner));
    return;
  }
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

function zaakRij(plan: ZaakPlan, identificatie: string, hoofdzaak: string | null, prng: Prng): JsonObject {
  const { zaaktype } = plan;
  const toeval = prng.kans(0.3) ? `FORM-${prng.heel(100_000, 999_999)}` : null;
  const kenmerk = plan.kenmerk ?? toeval;
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
    verantwoordelijkeOrganisatie: plan.ketenpartner?.rsin ?? RSIN_OEVERDAM,
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
    kenmerken: kenmerk === null ? [] : [{ kenmerk, bron: 'Open Formulieren' }],
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

/** Days between the end of a zaak and the payment that follows. */
const BETAALT_NA = 6;

/** What is only known at the end is not there before; a date as ZGW spells it, without dashes. */
function eigenschapwaarde(
  { formaat, naAfloop, waarden }: ZaakPlan['zaaktype']['eigenschappen'][number],
  plan: ZaakPlan,
  prng: Prng,
): string | null {
  const einde = plan.resultaat === null ? undefined : plan.statussen.at(-1)?.tijdstip;
  if (naAfloop === true && einde === undefined) return null;
  if (formaat !== 'datum') return prng.kies(waarden);
  return einde === undefined ? null : datum(dagVan(einde) + BETAALT_NA).replaceAll('-', '');
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
    for (const soort of plan.zaaktype.eigenschappen) {
      const waarde = eigenschapwaarde(soort, plan, prng);
      if (waarde === null) continue;
      voegtoe('zaken/zaakeigenschappen', { zaak: zaak.pad, eigenschap: soort.pad, naam: soort.naam, waarde });
    }
  }
  for (const { plan, uuid } of geschreven.values()) {
    if (plan.anderen === undefined) continue;
    const rij = gemeente.tabellen['zaken/zaken'].find((zaak) => zaak.uuid === uuid);
    if (rij === undefined) continue;
    rij['relevanteAndereZaken'] = plan.anderen.flatMap(({ plan: ander, aardRelatie }) => {
      const url = geschreven.get(ander)?.pad;
      return url === undefined ? [] : [{ url, aardRelatie, overigeRelatie: '', toelichting: '' }];
    });
  }
  return [...geschreven.values()];
}
