import type { Readable } from 'node:stream';
import type {
  Doelgroep,
  Richting,
  Vertrouwelijkheid,
  Vraagtype,
  Resultaat,
} from '../../shared/contracts/waarden.ts';

/**
 * What the console asks of its registers, in our own words. Services and domain see only these shapes; how a product
 * spells them stays inside connectors/<register>/. Over 300 lines because it is one catalogue of names, without code.
 *
 * Days are `YYYY-MM-DD`, instants ISO 8601 with offset, durations ISO 8601. A missing value is null, never ''.
 */

/** Who asks, why, and how long it may take: goes into the ZGW JWT, the BRP headers and the trace. */
export interface Aanroep {
  medewerker: { id: string; naam: string } | null;
  doel: string;
  traceId: string;
  signal?: AbortSignal | undefined;
  /** Skip what was cached: after a gebeurtenis and before an optimistic write. */
  vers?: boolean | undefined;
  /** How long (ms) a read may take where its answer is of use when it comes late too; absent: the usual deadline. */
  geduldMs?: number | undefined;
}

export type BronFoutSoort =
  | 'onbereikbaar' // no connection, 5xx, breaker open
  | 'te_traag' // deadline passed
  | 'geweigerd' // 4xx on what we sent: our fault or the user's
  | 'verboden' // 401 or 403: the application lacks the right
  | 'niet_gevonden'
  | 'te_veel_treffers' // BRP
  | 'onleesbaar' // an answer that no schema accepts, too large, or from where it may not come
  | 'niet_ondersteund'; // this product cannot do it

/** The one error a connector throws. `code` and `velden` are upstream's own, never shown unfiltered nor logged with values. */
export class BronFout extends Error {
  readonly bron: string;
  readonly soort: BronFoutSoort;
  readonly status: number | null;
  readonly code: string | null;
  readonly velden: readonly { naam: string; code: string; reden: string }[];
  constructor(
    bron: string,
    soort: BronFoutSoort,
    opties: {
      status?: number;
      code?: string;
      velden?: BronFout['velden'];
      cause?: unknown;
      melding?: string;
    } = {},
  ) {
    super(opties.melding ?? `${bron}: ${soort}`, { cause: opties.cause });
    this.name = 'BronFout';
    this.bron = bron;
    this.soort = soort;
    this.status = opties.status ?? null;
    this.code = opties.code ?? null;
    this.velden = opties.velden ?? [];
  }
}

/** A list in which single records may be broken: one line "kan niet worden getoond", never an empty list. */
export interface Lijst<T> {
  rijen: T[];
  onleesbaar: number;
}

// ---- Zaken -------------------------------------------------------------------------------------------------------

export interface Zaak {
  register: string;
  uuid: string;
  identificatie: string;
  bronorganisatie: string;
  /** RSIN of who is answerable for it; may be another organisation than wrote it down. */
  verantwoordelijkeOrganisatie: string;
  omschrijving: string;
  toelichting: string | null;
  /** uuid of the version of the zaaktype. */
  zaaktype: string;
  registratiedatum: string;
  startdatum: string;
  einddatum: string | null;
  einddatumGepland: string | null;
  uiterlijkeEinddatumAfdoening: string | null;
  vertrouwelijkheidaanduiding: Vertrouwelijkheid;
  opschorting: { reden: string } | null;
  /** It stood still before, and goes on now. */
  eerderOpgeschort: boolean;
  verlenging: { reden: string; duur: string } | null;
  hoofdzaak: string | null;
  deelzaken: string[];
  status: string | null;
  resultaat: string | null;
  kenmerken: { kenmerk: string; bron: string }[];
  /** Where it is about (WGS 84), of an area its middle; absent or null where the register gave none. */
  punt?: readonly [lengtegraad: number, breedtegraad: number] | null;
  /** `url` as the register wrote it, maybe of another register: only to be found by `herken`, never fetched. */
  relevanteAndereZaken: { url: string; aardRelatie: string }[];
  /** Those that the beheerder released; null where they were not read. */
  eigenschappen: { naam: string; waarde: string }[] | null;
  laatstGemuteerd: string | null;
  /** Filled where the register gave them in the same call (expand), else null: then read them apart. */
  rollen: Rol[] | null;
  statusNu: Status | null;
  resultaatNu: { uuid: string; resultaattype: string; toelichting: string | null } | null;
}

export interface Status {
  uuid: string;
  zaak: string;
  statustype: string;
  datumStatusGezet: string;
  toelichting: string | null;
}

export interface Substatus {
  uuid: string;
  zaak: string;
  status: string;
  omschrijving: string;
  tijdstip: string;
  doelgroep: Doelgroep;
}

export type RolGeneriek =
  | 'adviseur'
  | 'behandelaar'
  | 'belanghebbende'
  | 'beslisser'
  | 'initiator'
  | 'klantcontacter'
  | 'mede_initiator'
  | 'zaakcoordinator'
  | 'onbekend';

export interface Rol {
  uuid: string;
  zaak: string;
  soort:
    | 'natuurlijk_persoon'
    | 'niet_natuurlijk_persoon'
    | 'vestiging'
    | 'organisatorische_eenheid'
    | 'medewerker'
    | 'onbekend';
  omschrijving: string;
  omschrijvingGeneriek: RolGeneriek;
  machtiging: 'gemachtigde' | 'machtiginggever' | null;
  naam: string | null;
  /** What identifies the betrokkene; only the keys that the register gave. Never shown, never logged. */
  identificatie: {
    bsn?: string;
    rsin?: string;
    kvkNummer?: string;
    vestigingsNummer?: string;
    eenheid?: string;
    medewerker?: string;
  };
}

export interface Zaakdocument {
  uuid: string;
  titel: string;
  creatiedatum: string | null;
  registratiedatum: string | null;
  formaat: string;
  bestandsnaam: string;
  omvang: number | null;
  vertrouwelijkheidaanduiding: Vertrouwelijkheid;
  status: string | null;
  /** Counts with every change of the file; null where the register does not number them. */
  versie: number | null;
}

export interface Besluit {
  uuid: string;
  zaak: string;
  identificatie: string;
  datum: string | null;
  ingangsdatum: string | null;
  verzenddatum: string | null;
  uiterlijkeReactiedatum: string | null;
}

/** Bytes of a file, `tot` not included. */
export interface Deel {
  van: number;
  tot: number;
}

export interface Bestand {
  /** Ends as an error where the register stopped half way. */
  inhoud: Readable;
  soort: string;
  /** Place of its first byte in the file: 0 where the register gave the whole, whatever part was asked. */
  vanaf: number;
  /** Bytes of the whole file; null where the register does not tell. */
  omvang: number | null;
  /** What the register calls this content, where it stands for each byte; null where it does not. */
  etag: string | null;
}

export interface Zaaktype {
  register: string;
  uuid: string;
  identificatie: string;
  omschrijving: string;
  /** What the citizen asked for, where the catalogus tells it. */
  onderwerp: string | null;
  internOfExtern: 'intern' | 'extern' | null;
  doorlooptijd: string | null;
  servicenorm: string | null;
  verantwoordelijke: string | null;
  vertrouwelijkheidaanduiding: Vertrouwelijkheid;
  opschortingMogelijk: boolean;
  verlengingMogelijk: boolean;
  /** False only where the catalogus says that a zaak of this type has no besluiten. */
  besluitMogelijk: boolean;
  /** Free words of the catalogus by which a klacht, bezwaar or group is recognised. */
  trefwoorden: string[];
  statustypen: Statustype[];
  resultaattypen: Resultaattype[];
}

export interface Statustype {
  uuid: string;
  omschrijving: string;
  omschrijvingGeneriek: string | null;
  statustekst: string | null;
  volgnummer: number;
  isEindstatus: boolean;
  doorlooptijd: string | null;
}

export interface Resultaattype {
  uuid: string;
  omschrijving: string;
  omschrijvingGeneriek: string | null;
}

/** Another organisation that handles zaken for the municipality, as the beheerder tells of it. */
export interface Ketenpartner {
  naam: string;
  telefoon: string | null;
  website: string | null;
  /** What the medewerker may say of such a zaak, in sentences of its own. */
  teZeggen: string | null;
  /** RSIN, KVK number, or name of an organisatorische eenheid by which zaken name it. */
  kenmerken: readonly string[];
}

/** Which organisations there are in the zaken of a register. */
export interface Organisaties {
  /** RSINs of the municipality itself; empty: that of the zaak's bronorganisatie. */
  eigen: readonly string[];
  ketenpartners: readonly Ketenpartner[];
}

/** What a product can do; found out or configured, never guessed (docs/registers.md). */
interface ZaakregisterKan {
  substatussen: boolean;
  besluiten: boolean;
  documenten: boolean;
}

/** An address, or a circle around a point: degrees WGS 84, metres. */
export type Plek =
  | { straat: string; huisnummer: number | null; huisletter: string | null }
  | { breedtegraad: number; lengtegraad: number; straal: number };

export interface Zaakregister {
  readonly id: string;
  readonly naam: string;
  readonly kan: ZaakregisterKan;
  readonly organisaties: Organisaties;
  /** Zaken in which this person has any rol; the rollen must be checked again by the caller. BSN never in a URL. */
  zoekOpPersoon(bsn: string, aanroep: Aanroep): Promise<Lijst<Zaak>>;
  zoekOpBedrijf(
    bedrijf: { kvkNummer: string | null; rsin: string | null; vestigingsnummers: string[] },
    aanroep: Aanroep,
  ): Promise<Lijst<Zaak>>;
  zoekOpZaaknummer(zaaknummer: string, aanroep: Aanroep): Promise<Lijst<Zaak>>;
  /**
   * Zaken of these zaaktypen (uuids) at a place that began in a period of days, the newest first.
   * @throws BronFout te_veel_treffers beyond a page; niet_ondersteund `plek`
   */
  zoekOpPlek(
    vraag: Plek & { van: string; tot: string | null; zaaktypen: readonly string[] },
    aanroep: Aanroep,
  ): Promise<Lijst<Zaak>>;
  /** One page of all open zaken, for the zaakindex; `volgende` is opaque, null on the last page. */
  openZaken(volgende: string | null, aanroep: Aanroep): Promise<Lijst<Zaak> & { volgende: string | null }>;
  /** Uuids of the newest closed zaken of one version of a zaaktype, for learning its pad. */
  geslotenZaken(zaaktype: string, hoogstens: number, aanroep: Aanroep): Promise<string[]>;
  zaak(uuid: string, aanroep: Aanroep): Promise<Zaak>;
  rollen(zaak: string, aanroep: Aanroep): Promise<Rol[]>;
  statussen(zaak: string, aanroep: Aanroep): Promise<Status[]>;
  /** Empty where the register has none. */
  substatussen(zaak: string, aanroep: Aanroep): Promise<Substatus[]>;
  resultaat(
    uuid: string,
    aanroep: Aanroep,
  ): Promise<{ uuid: string; resultaattype: string; toelichting: string | null }>;
  besluiten(zaak: string, aanroep: Aanroep): Promise<Besluit[]>;
  /** uuid of the zaak of a besluit; null where it has none of this register, or is gone. */
  zaakVanBesluit(besluit: string, aanroep: Aanroep): Promise<string | null>;
  documenten(zaak: string, aanroep: Aanroep): Promise<Lijst<Zaakdocument>>;
  document(uuid: string, aanroep: Aanroep): Promise<Zaakdocument>;
  /** The zaken to which a document belongs, for authorising a download. */
  zakenVanDocument(uuid: string, aanroep: Aanroep): Promise<string[]>;
  /** The file in the version of `document`, not buffered; with `deel` from there on, where the register can. */
  bestand(
    document: Pick<Zaakdocument, 'uuid' | 'versie'>,
    deel: Deel | null,
    aanroep: Aanroep,
  ): Promise<Bestand>;
  /** From the catalogus cache; null when the zaaktype is gone. */
  zaaktype(uuid: string, aanroep: Aanroep): Promise<Zaaktype | null>;
  zaaktypen(aanroep: Aanroep): Promise<Zaaktype[]>;
  zetStatus(
    nieuw: { zaak: string; statustype: string; datumStatusGezet: string; toelichting: string | null },
    aanroep: Aanroep,
  ): Promise<{ uuid: string }>;
  /** `tijdstip` is fixed by the caller at acceptance, so that a repeat can be recognised. */
  zetSubstatus(
    nieuw: { zaak: string; status: string; omschrijving: string; doelgroep: Doelgroep; tijdstip: string },
    aanroep: Aanroep,
  ): Promise<{ uuid: string }>;
  zetResultaat(
    nieuw: { zaak: string; resultaattype: string; toelichting: string | null },
    aanroep: Aanroep,
  ): Promise<{ uuid: string }>;
  /**
   * Maps an absolute upstream URL onto this register, or null where it is not of a configured base (SSRF). `soort` is
   * the resource as a notificatie names it: `zaak`, `status`, `zaaktype`, `enkelvoudiginformatieobject`, `besluit` …
   */
  herken(url: string): { soort: string; uuid: string } | null;
  /** Drops what is cached of this zaak (or, without one, of the catalogus). */
  vergeet(zaak?: string): void;
}

// ---- Klanten -----------------------------------------------------------------------------------------------------

export interface Partijsleutel {
  soort: 'persoon' | 'bedrijf';
  /** BSN of a person, KVK number of a company. */
  nummer: string;
}

export interface Partij {
  uuid: string;
  telefoon: string | null;
  email: string | null;
  voorkeurstaal: string | null;
  voorkeurskanaal: string | null;
}

export interface Klantcontact {
  uuid: string;
  /** Made by us: the reference by which a delivered contact is found again. */
  referentienummer: string | null;
  kanaal: string;
  onderwerp: string;
  inhoud: string | null;
  reactie: string | null;
  vertrouwelijk: boolean;
  taal: string;
  plaatsgevondenOp: string;
  beeindigdOp: string | null;
  richting: Richting;
  vraagtype: Vraagtype | null;
  resultaat: Resultaat | null;
  medewerker: string | null;
  /** uuids of zaken it was about. */
  zaken: string[];
  internetaken: Internetaak[];
}

export interface Internetaak {
  uuid: string;
  klantcontact: string;
  gevraagdeHandeling: string;
  toelichting: string | null;
  status: 'te_verwerken' | 'verwerkt';
  toegewezenAan: string | null;
  toegewezenOp: string | null;
  afgehandeldOp: string | null;
}

/** A partij to whom a telephone number or e-mail address belongs. */
export interface Gevondenpartij {
  uuid: string;
  naam: string | null;
  geheimhouding: boolean;
  /** null: known without a BSN or KVK number; a company maybe by one of the other two. */
  sleutel: Partijsleutel | null;
  rsin: string | null;
  vestigingsnummer: string | null;
}

export interface NieuwKlantcontact {
  referentienummer: string;
  kanaal: string;
  onderwerp: string;
  inhoud: string;
  taal: string;
  vertrouwelijk: boolean;
  plaatsgevondenOp: string;
  metadata: Record<string, string>;
  partij: string | null;
  naam: string | null;
  /** The first zaak goes along in the same transaction; the others are linked afterwards. */
  zaak: string | null;
}

export interface Klantregister {
  readonly id: string;
  readonly naam: string;
  vindPartij(sleutel: Partijsleutel, aanroep: Aanroep): Promise<Partij | null>;
  /**
   * Whose address this is, however it is spelled there; addresses that nobody known gave are left out.
   * @throws BronFout te_veel_treffers; niet_ondersteund `digitaaladres`
   */
  zoekOpDigitaalAdres(
    vraag: { telefoonnummer: string } | { emailadres: string },
    aanroep: Aanroep,
  ): Promise<Gevondenpartij[]>;
  maakPartij(sleutel: Partijsleutel, naam: string, aanroep: Aanroep): Promise<Partij>;
  /** Newest first, at most `hoogstens`; internetaken included. */
  contactenVanPartij(partij: string, hoogstens: number, aanroep: Aanroep): Promise<Lijst<Klantcontact>>;
  contactenVanZaak(zaak: string, aanroep: Aanroep): Promise<Lijst<Klantcontact>>;
  vindContact(referentienummer: string, aanroep: Aanroep): Promise<Klantcontact | null>;
  maakContact(nieuw: NieuwKlantcontact, aanroep: Aanroep): Promise<{ uuid: string }>;
  /** Each repeatable: asks first what is there already, so that a half-finished chain is completed, never doubled. */
  koppelZaak(klantcontact: string, zaak: string, aanroep: Aanroep): Promise<void>;
  koppelActor(
    klantcontact: string,
    medewerker: { id: string; naam: string },
    aanroep: Aanroep,
  ): Promise<void>;
  herken(url: string): { soort: string; uuid: string } | null;
  /**
   * Whose a klantcontact or internetaak is, and uuids of the zaken it is about, for telling the right consoles; null when
   * it has no partij, or is gone.
   */
  partijVan(
    soort: 'klantcontact' | 'internetaak',
    uuid: string,
    aanroep: Aanroep,
  ): Promise<{ partij: string; zaken: string[] } | null>;
  vergeet(partij?: string): void;
}

export interface Persoon {
  bsn: string;
  naam: string;
  achternaam: string;
  geboortedatum: string | null;
  geboortedatumTekst: string | null;
  leeftijd: number | null;
  adres: string | null;
  geheimhouding: boolean;
  overleden: boolean;
  inOnderzoek: boolean;
  emigratie: boolean;
}

export interface Adresdeel {
  huisnummer: number;
  huisletter?: string | undefined;
  huisnummertoevoeging?: string | undefined;
}

/** One way to find persons by something else than their BSN; without a geboortedatum or postcode in the own gemeente. */
export type Persoonvraag =
  | { achternaam: string; geboortedatum?: string | undefined; voornamen?: string | undefined }
  | ({ postcode: string; achternaam?: string | undefined; geboortedatum?: string | undefined } & Adresdeel)
  | ({ straat: string } & Adresdeel)
  | { nummeraanduidingIdentificatie: string }
  | { adresseerbaarObjectIdentificatie: string };

export interface Personenregister {
  readonly id: string;
  readonly naam: string;
  /** null when the BSN is unknown. */
  persoon(bsn: string, aanroep: Aanroep): Promise<Persoon | null>;
  /** @throws BronFout te_veel_treffers; niet_ondersteund `gemeentecode` where the own gemeente is not set */
  zoek(vraag: Persoonvraag, aanroep: Aanroep): Promise<Persoon[]>;
}

export interface Bedrijf {
  kvkNummer: string;
  rsin: string | null;
  naam: string;
  adres: string | null;
  /** There is an address, but the Handelsregister tells it to nobody. */
  adresAfgeschermd?: boolean;
  vestigingen: { vestigingsnummer: string; naam: string; adres: string | null }[];
}

export type Bedrijfsvraag =
  { kvkNummer: string } | { rsin: string } | { vestigingsnummer: string } | { naam: string };

export interface Bedrijvenregister {
  readonly id: string;
  readonly naam: string;
  zoek(vraag: Bedrijfsvraag, aanroep: Aanroep): Promise<Bedrijf[]>;
  bedrijf(kvkNummer: string, aanroep: Aanroep): Promise<Bedrijf | null>;
}

// ---- Who works here ----------------------------------------------------------------------------------------------

/** Weekday 1 (Monday) to 7; clock times `HH:MM` in Europe/Amsterdam, `tot` not included. */
export interface Tijdvak {
  dag: number;
  van: string;
  tot: string;
}

export interface Afdeling {
  id: string;
  naam: string;
  telefoon: string | null;
  email: string | null;
  /** null where the register does not tell; an empty list is never open. */
  openingstijden: readonly Tijdvak[] | null;
}

export interface Groep {
  id: string;
  naam: string;
  /** Id or name of its afdeling, as the register spells it. */
  afdeling: string | null;
  telefoon: string | null;
  email: string | null;
}

/** A colleague as the register of medewerkers knows them; not the one who is logged in. */
export interface Collega {
  id: string;
  naam: string;
  functie: string | null;
  /** Names of the afdelingen and groepen. */
  afdelingen: readonly string[];
  groepen: readonly string[];
  telefoon: string | null;
  email: string | null;
  /** When they can be reached; null where the register does not tell. */
  werktijden: readonly Tijdvak[] | null;
  /** Days on which they are away, both included; an end of null is not known yet. */
  afwezig: { van: string; tot: string | null } | null;
  /** Who stands in: id or name, as the register spells it. */
  vervanger: string | null;
}

/** `null`: the register does not tell, and nobody says that it is so. */
export interface Bereikbaarheid {
  afdeling: Afdeling;
  open: boolean | null;
  /** `HH:MM` at which it closes today, where it is open. */
  openTot: string | null;
  collegas: readonly { collega: Collega; bereikbaar: boolean | null; vervanger: Collega | null }[];
}

export interface Medewerkerregister {
  readonly id: string;
  readonly naam: string;
  afdelingen(aanroep: Aanroep): Promise<Lijst<Afdeling>>;
  groepen(aanroep: Aanroep): Promise<Lijst<Groep>>;
  /** `afdeling`: id or name. */
  medewerkers(vraag: { afdeling?: string | undefined }, aanroep: Aanroep): Promise<Lijst<Collega>>;
  /** Per afdeling who can be reached at this moment and who stands in. Public holidays are the caller's to judge. */
  bereikbaar(nu: Date, aanroep: Aanroep): Promise<Lijst<Bereikbaarheid>>;
}

/** What a klant must still do ("u moet nu … vóór …"). */
export interface Klanttaak {
  uuid: string;
  /** uuid of its zaak; null for a taak without one. */
  zaak: string | null;
  titel: string;
  /** The day before whose end it must be done. */
  verloopdatum: string | null;
  status: 'open' | 'ingediend' | 'afgerond' | 'verwerkt' | 'gesloten';
}

export interface Klanttakenregister {
  readonly id: string;
  readonly naam: string;
  /** Open taken of this klant. With `onleesbaar` above 0, "u hoeft niets te doen" may not be said. */
  openTaken(sleutel: Partijsleutel, aanroep: Aanroep): Promise<Lijst<Klanttaak>>;
}

export interface Notificatieregister {
  readonly id: string;
  readonly naam: string;
  /**
   * Makes or repairs the one abonnement of this console; idempotent. `opnieuw`: a new one takes its place, because one
   * that could not be delivered for days may be blocked for good (OneGround: after 7).
   */
  zorgVoorAbonnement(aanroep: Aanroep, opnieuw?: boolean): Promise<'gemaakt' | 'hersteld' | 'stond_al'>;
}

/** How one address of a register behaved towards this process, since it started. */
export interface Verbinding {
  /** Id of the register. */
  bron: string;
  /** Path of the address: a register may have several, each with a breaker of its own. */
  adres: string;
  /** `open`: it failed several times on end and is left alone a while; `proef`: the next call decides. */
  breker: 'dicht' | 'open' | 'proef';
  /** When it last answered, with yes or no; null for never. */
  antwoordOp: Date | null;
  /** When it last stayed away or hung; null for never. */
  geenAntwoordOp: Date | null;
}

/** All configured registers; an absent one is null and its function is visibly off. */
export interface Registers {
  zaken: readonly Zaakregister[];
  klanten: Klantregister | null;
  personen: Personenregister | null;
  bedrijven: Bedrijvenregister | null;
  notificaties: Notificatieregister | null;
  medewerkers: Medewerkerregister | null;
  klanttaken: Klanttakenregister | null;
  /** What this process saw of them; an address that was never asked is not there. */
  verbindingen(): readonly Verbinding[];
}
