import { z } from 'zod';
import { lijstVan, tekst, tekstOfLeeg, tijdstip, tijdstipOfNull } from '../upstream.ts';

/** Answers of Klantinteracties 0.9.0 (Open Klant 2.18), as it sends them: references are `{uuid, url}`. */

const uuid = z.string().transform((t) => t.toLowerCase());
const Verwijzing = z.object({ uuid });
const VerwijzingOfNull = Verwijzing.nullish().catch(null);

export const Gemaakt = Verwijzing;

const Contactnaam = z
  .object({ voornaam: tekst, voorletters: tekst, voorvoegselAchternaam: tekst, achternaam: tekst })
  .nullish()
  .catch(null);

export const PartijBron = z.object({
  uuid,
  voorkeurstaal: tekst,
  // Unreadable counts as asked for.
  indicatieGeheimhouding: z.boolean().nullish().catch(true),
  partijIdentificatie: z
    .object({
      contactnaam: Contactnaam,
      naam: tekst,
      volledigeNaam: tekst,
      werkteVoorPartij: VerwijzingOfNull,
    })
    .nullish()
    .catch(null),
  voorkeursDigitaalAdres: VerwijzingOfNull,
  partijIdentificatoren: lijstVan(
    z.object({
      partijIdentificator: z
        .object({ objectId: tekstOfLeeg, codeSoortObjectId: tekstOfLeeg })
        .nullish()
        .catch(null),
    }),
  ),
  _expand: z
    .object({
      digitaleAdressen: lijstVan(
        z.object({
          uuid,
          adres: tekstOfLeeg,
          soortDigitaalAdres: tekstOfLeeg,
          isStandaardAdres: z.boolean().nullish(),
        }),
      ),
    })
    .nullish()
    .catch(null),
});

export const DigitaalAdresBron = z.object({
  adres: tekstOfLeeg,
  verstrektDoorPartij: VerwijzingOfNull,
  _expand: z
    .object({ verstrektDoorBetrokkene: z.object({ wasPartij: VerwijzingOfNull }).nullish().catch(null) })
    .nullish()
    .catch(null),
});

export const InternetaakBron = z.object({
  uuid,
  aanleidinggevendKlantcontact: Verwijzing,
  gevraagdeHandeling: tekstOfLeeg,
  toelichting: tekst,
  // Unknown counts as still to do: better asked twice than forgotten.
  status: z.enum(['te_verwerken', 'verwerkt']).catch('te_verwerken'),
  toegewezenAanActoren: lijstVan(Verwijzing).catch([]),
  toegewezenAanActor: VerwijzingOfNull,
  toegewezenOp: tijdstipOfNull.catch(null),
  afgehandeldOp: tijdstipOfNull.catch(null),
});

export const OnderwerpobjectBron = z.object({
  onderwerpobjectidentificator: z
    .object({ objectId: tekstOfLeeg, codeObjecttype: tekstOfLeeg })
    .nullish()
    .catch(null),
});

export const KlantcontactBron = z.object({
  uuid,
  referentienummer: tekst,
  kanaal: tekstOfLeeg,
  onderwerp: tekstOfLeeg,
  inhoud: tekst,
  reactie: tekst,
  // Only a clear no opens the text.
  vertrouwelijk: z.boolean().catch(true),
  taal: tekstOfLeeg,
  plaatsgevondenOp: tijdstip,
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
  hadBetrokkenActoren: lijstVan(z.object({ naam: tekst, soortActor: tekst })).catch([]),
  _expand: z
    .object({
      hadBetrokkenen: lijstVan(z.object({ wasPartij: VerwijzingOfNull })).catch([]),
      gingOverOnderwerpobjecten: lijstVan(OnderwerpobjectBron).catch([]),
      leiddeTotInterneTaken: lijstVan(InternetaakBron),
    })
    .nullish(),
});

export const ActorBron = z.object({ uuid, naam: tekst });
