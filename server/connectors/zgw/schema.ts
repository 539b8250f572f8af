import { z } from 'zod';
import {
  dag,
  dagOfNull,
  duur,
  lijstVan,
  tekst,
  tekstOfLeeg,
  tijdstip,
  tijdstipOfNull,
  uuidVanUrl,
  uuidVanUrlOfNull,
  vertrouwelijkheid,
} from '../upstream.ts';

/** Answers of the Zaken (1.5.1), Catalogi (1.3.1), Documenten (1.4.2) and Besluiten API (1.1.0), as real products send them. */

export const StatusBron = z.object({
  url: uuidVanUrl,
  zaak: uuidVanUrl,
  statustype: uuidVanUrl,
  datumStatusGezet: tijdstip,
  statustoelichting: tekst,
});

export const SubstatusBron = z.object({
  url: uuidVanUrl,
  zaak: uuidVanUrl,
  status: uuidVanUrl,
  omschrijving: z.string(),
  tijdstip,
  // Blank or unknown may be meant for nobody outside: never told.
  doelgroep: z.enum(['betrokkenen', 'intern']).catch('intern'),
});

export const ResultaatBron = z.object({ url: uuidVanUrl, resultaattype: uuidVanUrl, toelichting: tekst });

const Betrokkene = z.record(z.string(), z.unknown()).nullish().catch(null);

export const RolBron = z.object({
  url: uuidVanUrl,
  zaak: uuidVanUrl,
  betrokkeneType: z
    .enum([
      'natuurlijk_persoon',
      'niet_natuurlijk_persoon',
      'vestiging',
      'organisatorische_eenheid',
      'medewerker',
      'onbekend',
    ])
    .catch('onbekend'),
  omschrijving: tekstOfLeeg,
  omschrijvingGeneriek: z
    .enum([
      'adviseur',
      'behandelaar',
      'belanghebbende',
      'beslisser',
      'initiator',
      'klantcontacter',
      'mede_initiator',
      'zaakcoordinator',
      'onbekend',
    ])
    .catch('onbekend'),
  indicatieMachtiging: z.enum(['gemachtigde', 'machtiginggever']).nullable().catch(null),
  afwijkendeNaamBetrokkene: tekst,
  betrokkeneIdentificatie: Betrokkene,
});

const Plek = z.tuple([z.number(), z.number()]).rest(z.number());

/** GeoJSON; of anything but a point the mean of its places, which lies in every convex area that holds it all. */
const Geometrie = z
  .object({ coordinates: z.unknown() })
  .transform(({ coordinates }): [number, number] | null => {
    const plekken: [number, number][] = [];
    const verzamel = (deel: unknown): void => {
      const plek = Plek.safeParse(deel);
      if (plek.success) plekken.push([plek.data[0], plek.data[1]]);
      else if (Array.isArray(deel)) deel.forEach(verzamel);
    };
    verzamel(coordinates);
    const midden = (as: 0 | 1) => plekken.reduce((som, plek) => som + plek[as], 0) / plekken.length;
    return plekken.length === 0 ? null : [midden(0), midden(1)];
  })
  .nullish()
  .catch(null);

const Verlenging = z.object({ reden: tekstOfLeeg, duur }).nullish();
const Opschorting = z
  .object({
    indicatie: z.union([z.boolean(), z.literal('')]).nullish(),
    // Open Zaak since 1.12; elsewhere unknown, which is not told as "never".
    eerdereOpschorting: z.boolean().nullish().catch(null),
    reden: tekstOfLeeg,
  })
  .nullish();

/** An expanded reference; `{}` stands for none in some versions. */
const uitgevouwen = <S extends z.ZodType>(soort: S) =>
  z.preprocess(
    (t) => (typeof t === 'object' && t !== null && 'url' in t ? t : undefined),
    soort.optional().catch(undefined as never),
  );

export const EigenschapBron = z.object({
  naam: z.string().min(1),
  waarde: z
    .union([z.string(), z.number(), z.boolean()])
    .nullish()
    .transform((w) => String(w ?? '')),
});

export const ZaakBron = z.object({
  url: uuidVanUrl,
  identificatie: z.string().min(1),
  bronorganisatie: tekstOfLeeg,
  verantwoordelijkeOrganisatie: tekstOfLeeg,
  omschrijving: tekstOfLeeg,
  toelichting: tekst,
  zaaktype: uuidVanUrl,
  registratiedatum: dagOfNull,
  startdatum: dag,
  einddatum: dagOfNull,
  einddatumGepland: dagOfNull,
  uiterlijkeEinddatumAfdoening: dagOfNull,
  vertrouwelijkheidaanduiding: vertrouwelijkheid,
  opschorting: Opschorting,
  verlenging: Verlenging,
  hoofdzaak: uuidVanUrlOfNull,
  deelzaken: lijstVan(uuidVanUrl),
  status: uuidVanUrlOfNull,
  resultaat: uuidVanUrlOfNull,
  rollen: z.array(z.unknown()).nullish(),
  zaakgeometrie: Geometrie,
  kenmerken: lijstVan(z.object({ kenmerk: tekstOfLeeg, bron: tekstOfLeeg })),
  relevanteAndereZaken: lijstVan(
    z
      .object({ url: z.string().min(1), aardRelatie: tekstOfLeeg })
      .nullable()
      .catch(null),
  )
    .catch([])
    .transform((rijen) => rijen.filter((rij) => rij !== null)),
  laatstGemuteerd: tijdstipOfNull.catch(null),
  _expand: z
    .object({
      status: uitgevouwen(StatusBron),
      resultaat: uitgevouwen(ResultaatBron),
      // One rol that cannot be read makes all of them unknown: a zaak is never shown on half its rollen.
      rollen: z.array(RolBron).optional().catch(undefined),
      eigenschappen: z.array(EigenschapBron).optional().catch(undefined),
    })
    .nullish(),
});

export const BesluitBron = z.object({
  url: uuidVanUrl,
  zaak: uuidVanUrlOfNull,
  identificatie: tekstOfLeeg,
  datum: dagOfNull,
  ingangsdatum: dagOfNull,
  verzenddatum: dagOfNull,
  uiterlijkeReactiedatum: dagOfNull,
});

export const BesluitzaakBron = z.object({ zaak: tekst });

export const ZaakdocumentBron = z.object({
  zaak: uuidVanUrl,
  informatieobject: z.string(),
  registratiedatum: tijdstipOfNull.catch(null),
});
export const DocumentzaakBron = z.object({ zaak: z.string(), informatieobject: uuidVanUrl });

export const DocumentBron = z.object({
  url: uuidVanUrl,
  titel: tekstOfLeeg,
  creatiedatum: dagOfNull,
  beginRegistratie: tijdstipOfNull,
  formaat: tekstOfLeeg,
  bestandsnaam: tekstOfLeeg,
  bestandsomvang: z.number().nullish(),
  vertrouwelijkheidaanduiding: vertrouwelijkheid,
  status: tekst,
  versie: z.number().int().nullish().catch(null),
});

export const StatustypeBron = z.object({
  url: uuidVanUrl,
  zaaktype: uuidVanUrl,
  omschrijving: tekstOfLeeg,
  omschrijvingGeneriek: tekst,
  statustekst: tekst,
  volgnummer: z.number(),
  isEindstatus: z.boolean().nullish(),
  doorlooptijd: duur,
});

export const ResultaattypeBron = z.object({
  url: uuidVanUrl,
  zaaktype: uuidVanUrl,
  omschrijving: tekstOfLeeg,
  omschrijvingGeneriek: tekst.catch(null),
});

export const ZaaktypeBron = z.object({
  url: uuidVanUrl,
  identificatie: z.union([z.string(), z.number()]).transform(String),
  omschrijving: tekstOfLeeg,
  onderwerp: tekst,
  indicatieInternOfExtern: z.enum(['intern', 'extern']).nullable().catch(null),
  doorlooptijd: duur,
  servicenorm: duur,
  verantwoordelijke: tekst,
  vertrouwelijkheidaanduiding: vertrouwelijkheid,
  opschortingEnAanhoudingMogelijk: z.boolean().catch(false),
  verlengingMogelijk: z.boolean().catch(false),
  besluittypen: z.array(z.string()).nullable().catch(null),
  trefwoorden: lijstVan(z.string()).catch([]),
});
