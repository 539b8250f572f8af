import type { z } from 'zod';
import type {
  Besluit,
  Resultaattype,
  Rol,
  Status,
  Statustype,
  Substatus,
  Zaak,
  Zaakdocument,
  Zaaktype,
} from '../ports.ts';
import type {
  BesluitBron,
  DocumentBron,
  EigenschapBron,
  ResultaatBron,
  ResultaattypeBron,
  RolBron,
  StatusBron,
  StatustypeBron,
  SubstatusBron,
  ZaakBron,
  ZaaktypeBron,
} from './schema.ts';

export function statusVan(b: z.output<typeof StatusBron>): Status {
  const { url: uuid, zaak, statustype, datumStatusGezet, statustoelichting } = b;
  return { uuid, zaak, statustype, datumStatusGezet, toelichting: statustoelichting };
}

export function substatusVan(b: z.output<typeof SubstatusBron>): Substatus {
  const { url: uuid, ...rest } = b;
  return { uuid, ...rest };
}

export function resultaatVan(b: z.output<typeof ResultaatBron>): NonNullable<Zaak['resultaatNu']> {
  return { uuid: b.url, resultaattype: b.resultaattype, toelichting: b.toelichting };
}

export function rolVan(b: z.output<typeof RolBron>): Rol {
  const veld = (naam: string): string | undefined => {
    const waarde = b.betrokkeneIdentificatie?.[naam];
    return typeof waarde === 'string' && waarde.trim() !== '' ? waarde.trim() : undefined;
  };
  const samen = (...namen: string[]) => namen.map(veld).filter(Boolean).join(' ') || undefined;
  const naam =
    b.afwijkendeNaamBetrokkene ??
    (b.betrokkeneType === 'medewerker'
      ? samen('voorletters', 'voorvoegselAchternaam', 'achternaam')
      : undefined) ??
    samen(
      veld('voornamen') === undefined ? 'voorletters' : 'voornamen',
      'voorvoegselGeslachtsnaam',
      'geslachtsnaam',
    ) ??
    veld('statutaireNaam') ??
    veld('naam') ??
    eersteVan(b.betrokkeneIdentificatie?.['handelsnaam']) ??
    null;
  const eenheid = b.betrokkeneType === 'organisatorische_eenheid' ? veld('identificatie') : undefined;
  const medewerker = b.betrokkeneType === 'medewerker' ? veld('identificatie') : undefined;
  const { bsn, rsin, kvkNummer, vestigingsNummer } = {
    bsn: veld('inpBsn'),
    rsin: veld('innNnpId'),
    kvkNummer: veld('kvkNummer'),
    vestigingsNummer: veld('vestigingsNummer'),
  };
  return {
    uuid: b.url,
    zaak: b.zaak,
    soort: b.betrokkeneType,
    omschrijving: b.omschrijving,
    omschrijvingGeneriek: b.omschrijvingGeneriek,
    machtiging: b.indicatieMachtiging,
    naam,
    identificatie: {
      ...(bsn === undefined ? {} : { bsn }),
      ...(rsin === undefined ? {} : { rsin }),
      ...(kvkNummer === undefined ? {} : { kvkNummer }),
      ...(vestigingsNummer === undefined ? {} : { vestigingsNummer }),
      ...(eenheid === undefined ? {} : { eenheid }),
      ...(medewerker === undefined ? {} : { medewerker }),
    },
  };
}

function eersteVan(waarde: unknown): string | undefined {
  const eerste: unknown = Array.isArray(waarde) ? waarde[0] : waarde;
  return typeof eerste === 'string' && eerste !== '' ? eerste : undefined;
}

/** Only those that the beheerder released, in that order; a name is found whatever its capitals. */
export function eigenschappenVan(
  rijen: readonly z.output<typeof EigenschapBron>[],
  vrijgegeven: readonly string[],
): NonNullable<Zaak['eigenschappen']> {
  return vrijgegeven.flatMap((naam) =>
    rijen
      .filter((rij) => rij.naam.toLowerCase() === naam.toLowerCase() && rij.waarde.trim() !== '')
      .map(({ waarde }) => ({ naam, waarde: waarde.trim() })),
  );
}

const eigen = <T extends { url: string }>(deel: T | undefined, url: string | null): T | null =>
  deel !== undefined && deel.url === url ? deel : null;

export function zaakVan(
  register: string,
  b: z.output<typeof ZaakBron>,
  vrijgegeven: readonly string[] = [],
): Zaak {
  const uit = b._expand;
  // Only what is of this zaak: anything else is as if it was not expanded, and is read apart.
  const rollen = uit?.rollen?.every(({ zaak }) => zaak === b.url) === true ? uit.rollen : undefined;
  const status = eigen(uit?.status, b.status);
  const resultaat = eigen(uit?.resultaat, b.resultaat);
  // An empty list says that there are none; a register without the field (older versions) has said nothing.
  const geenRollen = b.rollen?.length === 0 ? [] : null;
  return {
    register,
    uuid: b.url,
    identificatie: b.identificatie,
    bronorganisatie: b.bronorganisatie,
    verantwoordelijkeOrganisatie: b.verantwoordelijkeOrganisatie,
    omschrijving: b.omschrijving,
    toelichting: b.toelichting,
    zaaktype: b.zaaktype,
    registratiedatum: b.registratiedatum ?? b.startdatum,
    startdatum: b.startdatum,
    einddatum: b.einddatum,
    einddatumGepland: b.einddatumGepland,
    uiterlijkeEinddatumAfdoening: b.uiterlijkeEinddatumAfdoening,
    vertrouwelijkheidaanduiding: b.vertrouwelijkheidaanduiding,
    opschorting: b.opschorting?.indicatie === true ? { reden: b.opschorting.reden } : null,
    eerderOpgeschort: b.opschorting?.indicatie !== true && b.opschorting?.eerdereOpschorting === true,
    verlenging:
      b.verlenging && (b.verlenging.reden !== '' || b.verlenging.duur !== null)
        ? { reden: b.verlenging.reden, duur: b.verlenging.duur ?? 'P0D' }
        : null,
    hoofdzaak: b.hoofdzaak,
    deelzaken: b.deelzaken,
    status: b.status,
    resultaat: b.resultaat,
    kenmerken: b.kenmerken,
    punt: b.zaakgeometrie ?? null,
    relevanteAndereZaken: b.relevanteAndereZaken,
    eigenschappen:
      vrijgegeven.length === 0
        ? []
        : uit?.eigenschappen === undefined
          ? null
          : eigenschappenVan(uit.eigenschappen, vrijgegeven),
    laatstGemuteerd: b.laatstGemuteerd,
    rollen: rollen?.map(rolVan) ?? geenRollen,
    statusNu: status === null ? null : statusVan(status),
    resultaatNu: resultaat === null ? null : resultaatVan(resultaat),
  };
}

export function besluitVan(b: z.output<typeof BesluitBron>, zaak: string): Besluit {
  const { url: uuid, ...rest } = b;
  return { uuid, ...rest, zaak };
}

export function documentVan(
  b: z.output<typeof DocumentBron>,
  registratiedatum: string | null = b.beginRegistratie,
): Zaakdocument {
  return {
    uuid: b.url,
    titel: b.titel,
    creatiedatum: b.creatiedatum,
    registratiedatum,
    formaat: b.formaat,
    bestandsnaam: b.bestandsnaam,
    omvang: b.bestandsomvang ?? null,
    vertrouwelijkheidaanduiding: b.vertrouwelijkheidaanduiding,
    status: b.status,
    versie: b.versie ?? null,
  };
}

/** `isEindstatus` is missing in older releases: there the highest volgnummer is the end (Catalogi API 1.3.1). */
export function statustypenVan(rijen: readonly z.output<typeof StatustypeBron>[]): Statustype[] {
  const hoogste = Math.max(...rijen.map((r) => r.volgnummer));
  return rijen
    .map((r) => ({
      uuid: r.url,
      omschrijving: r.omschrijving,
      omschrijvingGeneriek: r.omschrijvingGeneriek,
      statustekst: r.statustekst,
      volgnummer: r.volgnummer,
      isEindstatus: r.isEindstatus ?? r.volgnummer === hoogste,
      doorlooptijd: r.doorlooptijd,
    }))
    .sort((a, b) => a.volgnummer - b.volgnummer);
}

export function resultaattypeVan(b: z.output<typeof ResultaattypeBron>): Resultaattype {
  return { uuid: b.url, omschrijving: b.omschrijving, omschrijvingGeneriek: b.omschrijvingGeneriek };
}

export function zaaktypeVan(
  register: string,
  b: z.output<typeof ZaaktypeBron>,
  statustypen: Statustype[],
  resultaattypen: Resultaattype[],
): Zaaktype {
  return {
    register,
    uuid: b.url,
    identificatie: b.identificatie,
    omschrijving: b.omschrijving,
    onderwerp: b.onderwerp,
    internOfExtern: b.indicatieInternOfExtern,
    doorlooptijd: b.doorlooptijd,
    servicenorm: b.servicenorm,
    verantwoordelijke: b.verantwoordelijke,
    vertrouwelijkheidaanduiding: b.vertrouwelijkheidaanduiding,
    opschortingMogelijk: b.opschortingEnAanhoudingMogelijk,
    verlengingMogelijk: b.verlengingMogelijk,
    besluitMogelijk: b.besluittypen === null || b.besluittypen.length > 0,
    trefwoorden: b.trefwoorden,
    statustypen,
    resultaattypen,
  };
}
