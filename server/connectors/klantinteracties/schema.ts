import { z } from 'zod';
import { lijstVan, tekst, tekstOfLeeg, tijdstip, tijdstipOfNull, uuid } from '../upstream.ts';

/** Answers of Klantinteracties 0.9.0 (Open Klant 2.18), as it sends them: references are `{uuid, url}`. */

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
  onderwerpobjectidentificator: z.object({ objectId: tekstOfLeeg, codeObjecttype: tekstOfLeeg }).nullish(),
});

/** Who and what a contact was about. Strict: who may see it hangs on this, so an unreadable part is no missing part. */
export const Uitgevouwen = z.object({
  hadBetrokkenen: z.array(z.object({ wasPartij: Verwijzing.nullish() })).nullish(),
  gingOverOnderwerpobjecten: z.array(OnderwerpobjectBron).nullish(),
  leiddeTotInterneTaken: lijstVan(InternetaakBron),
});

const Verwijzingen = z.array(z.unknown()).nullish();

export const KlantcontactBron = z
  .object({
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
    hadBetrokkenen: Verwijzingen,
    gingOverOnderwerpobjecten: Verwijzingen,
    _expand: Uitgevouwen.nullish(),
  })
  // Named but not expanded: then nobody knows which they are.
  .refine((b) =>
    (['hadBetrokkenen', 'gingOverOnderwerpobjecten'] as const).every(
      (deel) => Array.isArray(b._expand?.[deel]) || b[deel]?.length === 0,
    ),
  );

export const ActorBron = z.object({ uuid, naam: tekst });
